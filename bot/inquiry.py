"""Asking others about an update, each question once, whatever dies in between.

That something is asked is committed before the question leaves, and what came of it before it counts. Meanwhile the
Person sees that the coach types; whoever else has written is served.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from sqlmodel import Session
from telegram.error import TelegramError

from bot.line.completions import NoAnswerError
from bot.line.telegram import Telegram
from bot.tally import TALLY
from bot.turn import Incoming
from scheduler.clock import Clock
from storage import asked
from storage.asked import ANSWERED, Said
from storage.inbox import Arrived
from storage.store import Store
from storage.tables import What

log = logging.getLogger(__name__)

A_DAY = timedelta(days=1)
SLACK = timedelta(seconds=5)
"""So much longer than an answer may take, the process that asks may need to write it down."""
SIGN_LASTS_S = 4.5
"""Telegram shows for five seconds that somebody types."""
ENDING, INTERRUPTED, FAILED = "ending", "interrupted", "failed"
"""Reasons of our own: this process ends; the one that had asked is gone; our own code has failed."""
About = TypeVar("About")
Look = Callable[[Session], tuple[About, bool]]
"""In a transaction: what the question is about, and whether it may be asked."""
Ask = Callable[[About], Awaitable[Said]]


class AskedElsewhere(Exception):  # noqa: N818  it leads to a pause
    """Another process is asking about this update."""


@dataclass(frozen=True, slots=True)
class Considered(Generic[About]):
    """What is to be done about a question."""

    about: About
    asks: bool = False
    answer: str | None = None
    """What was said before."""
    is_elsewhere: bool = False


class Inquirer:
    """Asks, and keeps what was said."""

    def __init__(self, store: Store, telegram: Telegram, clock: Clock) -> None:
        self._store, self._telegram, self._clock = store, telegram, clock
        self._asking: set[asyncio.Task[Said]] = set()
        self.ring: Callable[[], None] = lambda: None
        """Called when somebody begins to wait for an answer, and so makes room for others."""

    @property
    def asking(self) -> int:
        """How many wait for an answer: they keep nobody from being served."""
        return len(self._asking)

    def end(self) -> None:
        """Wait for no answer any more."""
        for task in self._asking:
            task.cancel()

    async def once(
        self, update: Arrived, incoming: Incoming, what: What, *, timeout_s: float, look: Look[About], ask: Ask[About]
    ) -> tuple[About, str | None]:
        """What the question is about, and the answer where there is one. Raises AskedElsewhere."""
        insist, pause, number = self._store.insist, self._clock.pause, update.update_id
        patience = timedelta(seconds=timeout_s) + SLACK if self._store.is_shared else timedelta()
        found: Considered[About] = await insist(
            pause, consider, number, what, look, now=self._clock.now(), patience=patience
        )
        if found.is_elsewhere:
            raise AskedElsewhere
        if not found.asks:
            return found.about, found.answer
        said = await self._asked(incoming.chat_id, ask(found.about))
        await insist(pause, asked.keep, number, what, said)
        TALLY.count("asked", what, said.how)
        TALLY.add("asked_milliseconds", said.ms, what)
        TALLY.add("asked_tokens", said.tokens, what)
        return found.about, said.answer

    async def _asked(self, chat_id: int, asking: Awaitable[Said]) -> Said:
        """Ask, with the sign that somebody types. It never raises: what went wrong is part of what came of it."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        sign = asyncio.create_task(self._type(chat_id))
        try:
            said = await self._answer(asking)
        finally:
            sign.cancel()
        return Said(said.how, said.answer, int(1000 * (loop.time() - began)), said.tokens)

    async def _answer(self, asking: Awaitable[Said]) -> Said:
        task = asyncio.ensure_future(asking)
        self._asking.add(task)
        self.ring()
        try:
            await asyncio.wait([task])
        finally:
            task.cancel()
            self._asking.discard(task)
        if task.cancelled():
            return Said(ENDING)
        try:
            return task.result()
        except NoAnswerError as error:
            return Said(error.why.value, tokens=error.tokens)
        except Exception as error:
            log.error("an answer could not be taken", exc_info=error)
            return Said(FAILED)

    async def _type(self, chat_id: int) -> None:
        """Show that somebody types, until cancelled."""
        try:
            while True:
                await self._telegram.call("sendChatAction", {"chat_id": chat_id, "action": "typing"})
                await asyncio.sleep(SIGN_LASTS_S)
        except TelegramError as error:
            log.info("the typing sign is not shown: %s", type(error).__name__)


def consider(
    session: Session, update_id: int, what: What, look: Look[About], *, now: datetime, patience: timedelta
) -> Considered[About]:
    """Whether something is to be asked about an update; if so, that is written down."""
    about, may_ask = look(session)
    found = asked.look(session, update_id, what)
    if found.at is None:
        return Considered(about, asks=may_ask and asked.mark(session, update_id, what, now))
    if found.is_over:
        return Considered(about, answer=found.answer)
    if now < found.at + patience:
        return Considered(about, is_elsewhere=True)
    asked.keep(session, update_id, what, Said(INTERRUPTED))
    return Considered(about)


def may_spend(session: Session, person_id: int, now: datetime, tokens_a_day: int) -> bool:
    """Whether the Person has cost less than they may in the last day."""
    return asked.spent(session, person_id, now - A_DAY) < tokens_a_day


__all__ = ["ANSWERED", "AskedElsewhere", "Inquirer", "may_spend"]
