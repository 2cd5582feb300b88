"""What has to be waited for before a text can be heard: the answer of a language model, where the operator has one.

Whoever has been asked, and what they said, is written down with the update before anything follows from it. A model
that is slow, silent or wrong costs one message a few seconds, and nobody else anything: the rules hear it instead.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session
from telegram.error import TelegramError

from bot.decide.greeting import proposal
from bot.decide.scene import scene_of
from bot.hear import model as answers
from bot.hear.commands import is_command
from bot.hear.heads import engine
from bot.hear.listened import Listened
from bot.hear.prompt import instructions, question, schema
from bot.hear.scene import Scene
from bot.hear.worth_asking import is_worth_asking
from bot.learn.ledger import Ledger
from bot.line.completions import Answer, NoAnswerError
from bot.line.model import Model
from bot.line.telegram import Telegram
from bot.turn import Incoming, Kind
from bot.words import language_for
from scheduler.clock import Clock
from storage import asked, known
from storage.asked import ANSWERED, Said
from storage.facts import Known, Person
from storage.inbox import Arrived
from storage.store import Store

log = logging.getLogger(__name__)

A_DAY = timedelta(days=1)
SLACK = timedelta(seconds=5)
"""So much longer than a model may take, the process that asks it may need to write the answer down."""
SIGN_LASTS_S = 4.5
"""Telegram shows for five seconds that somebody types."""
ENDING, INTERRUPTED, FAILED = "ending", "interrupted", "failed"
"""Reasons of our own: this process ends; the one that had asked is gone; our own code has failed."""


class AskedElsewhere(Exception):  # noqa: N818  it leads to a pause
    """Another process is asking about this update."""


@dataclass(frozen=True, slots=True)
class Considered:
    """What is to be done about a text."""

    scene: Scene
    asks: bool = False
    answer: str | None = None
    """What the model has said before."""
    is_elsewhere: bool = False


class Listener:
    """Asks the model about the texts that are worth it."""

    def __init__(
        self,
        store: Store,
        telegram: Telegram,
        clock: Clock,
        model: Model | None = None,
        *,
        tokens_a_day: int = 0,
        has_heads: bool = False,
    ) -> None:
        self._store, self._telegram, self._clock = store, telegram, clock
        self._model, self._tokens_a_day = model, tokens_a_day
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="heads") if has_heads else None
        """Where the trained listener works, one text after the other, beside the loop."""
        self._asking: set[asyncio.Task[Answer]] = set()
        self.ring: Callable[[], None] = lambda: None
        """Called when somebody begins to wait for an answer, and so makes room for others."""

    @property
    def asking(self) -> int:
        """How many wait for an answer: they keep nobody from being served."""
        return len(self._asking)

    @property
    def has_model(self) -> bool:
        """Whether there is a model to be asked."""
        return self._model is not None

    def end(self) -> None:
        """Wait for no answer any more."""
        for task in self._asking:
            task.cancel()

    async def heard(self, update: Arrived, incoming: Incoming) -> Incoming:
        """The text with what a listener has made of it: the model, else the trained one. Raises AskedElsewhere."""
        if not may_be_asked(incoming):
            return incoming
        listened = await self._by_model(self._model, update, incoming) if self._model is not None else None
        if listened is None and self._thread is not None and engine.is_worth_hearing(incoming.text):
            listened = await self._by_heads(self._thread, incoming)
        return replace(incoming, listened=listened)

    async def _by_heads(self, thread: Executor, incoming: Incoming) -> Listened | None:
        """What the trained listener makes of it; without it the rules hear it alone."""
        scene = await self._store.insist(self._clock.pause, scene_for, incoming, self._clock.now())
        try:
            return await asyncio.get_running_loop().run_in_executor(thread, engine.heard_in, incoming.text, scene)
        except Exception as error:
            log.error("the trained listener has failed", exc_info=error)
            return None

    async def _by_model(self, model: Model, update: Arrived, incoming: Incoming) -> Listened | None:
        """What the model makes of it; None where it was not asked, or gave nothing that can be used."""
        insist, pause, now = self._store.insist, self._clock.pause, self._clock.now()
        patience = timedelta(seconds=model.timeout_s) + SLACK if self._store.is_shared else timedelta()
        most = 0 if model.is_resting else self._tokens_a_day
        number = update.update_id
        found = await insist(pause, consider, number, incoming, now, tokens_a_day=most, patience=patience)
        if found.is_elsewhere:
            raise AskedElsewhere
        if found.asks:
            said = await self._ask(model, incoming, found.scene)
            await insist(pause, asked.keep, number, said)
            found = replace(found, answer=said.answer)
        return _usable(found.answer, incoming.text, found.scene)

    async def _ask(self, model: Model, incoming: Incoming, scene: Scene) -> Said:
        """Ask, with the sign that somebody types. It never raises: what went wrong is part of what came of it."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        sign = asyncio.create_task(self._type(incoming.chat_id))
        try:
            how, answer, tokens = await self._answer(
                model.ask(instructions(), question(incoming.text, scene), schema()), incoming.text, scene
            )
        finally:
            sign.cancel()
        return Said(how, answer, int(1000 * (loop.time() - began)), tokens)

    async def _answer(
        self, asking: Coroutine[Any, Any, Answer], text: str, scene: Scene
    ) -> tuple[str, str | None, int]:
        """How it went, the answer if it can be used, and what it has cost."""
        task = asyncio.create_task(asking)
        self._asking.add(task)
        self.ring()
        try:
            await asyncio.wait([task])
        finally:
            task.cancel()
            self._asking.discard(task)
        if task.cancelled():
            return ENDING, None, 0
        try:
            answer = task.result()
            answers.listened(answer.text, text, scene)
        except NoAnswerError as error:
            return error.why.value, None, error.tokens
        except answers.Unusable as error:
            return str(error), None, answer.tokens
        except Exception as error:
            log.error("a model's answer could not be taken", exc_info=error)
            return FAILED, None, 0
        return ANSWERED, answer.text, answer.tokens

    async def _type(self, chat_id: int) -> None:
        """Show that somebody types, until cancelled."""
        try:
            while True:
                await self._telegram.call("sendChatAction", {"chat_id": chat_id, "action": "typing"})
                await asyncio.sleep(SIGN_LASTS_S)
        except TelegramError as error:
            log.info("the typing sign is not shown: %s", type(error).__name__)


def may_be_asked(incoming: Incoming) -> bool:
    """Whether it is a text of the Person's own: no command, no press, nothing that somebody else has written."""
    return incoming.kind is Kind.TEXT and not incoming.forwarded and not is_command(incoming.text)


def scene_for(session: Session, incoming: Incoming, now: datetime) -> Scene:
    """The moment in which a text was typed."""
    return scene_of(_ledger(session, incoming, now))


def zone_of(session: Session, incoming: Incoming) -> str:
    """The zone of the Person, or the one that is proposed to them."""
    before = known.recall(session, incoming.person_id)
    language = before.person.language if before else language_for(incoming.language_code)
    return (before and before.person.zone) or proposal(language)


def _ledger(session: Session, incoming: Incoming, now: datetime) -> Ledger:
    return Ledger(known.recall(session, incoming.person_id) or Known(person=_stranger(incoming)), now, incoming)


def consider(
    session: Session, update_id: int, incoming: Incoming, now: datetime, *, tokens_a_day: int, patience: timedelta
) -> Considered:
    """Whether a model is to be asked about a text; if so, that is written down."""
    ledger = _ledger(session, incoming, now)
    scene = scene_of(ledger)
    found = asked.look(session, update_id)
    if found.at is not None:
        if found.is_over:
            return Considered(scene, answer=found.answer)
        if now < found.at + patience:
            return Considered(scene, is_elsewhere=True)
        asked.keep(session, update_id, Said(INTERRUPTED))
        return Considered(scene)
    may = not ledger.person.no_model and asked.spent(session, incoming.person_id, now - A_DAY) < tokens_a_day
    asks = may and is_worth_asking(incoming.text, scene) and asked.mark(session, update_id, now)
    return Considered(scene, asks=asks)


def _stranger(incoming: Incoming) -> Person:
    return Person(id=incoming.person_id, name=incoming.name, language=language_for(incoming.language_code))


def _usable(answer: str | None, text: str, scene: Scene) -> Listened | None:
    if answer is None:
        return None
    try:
        return answers.listened(answer, text, scene)
    except answers.Unusable:
        return None
