"""The way of one update: from the inbox, through one decision, to facts and outbox, in one transaction.

Updates of one Person are applied in order; different Persons run side by side. One that fails three times is set
aside and blocks nobody.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import Session

from bot import files
from bot.calendars.guard import Guard
from bot.calendars.plan import wanted_of_file
from bot.dialogue import respond
from bot.dialogue.place import proposal
from bot.dialogue.turn import Incoming, Kind, Message, Saying, Toast
from bot.feeds.addresses import address_in
from bot.feeds.seal import Seal
from bot.render import render
from bot.telegram import NOBODY, Telegram, translate
from bot.words import DEFAULT_LANGUAGE, language_for, say
from scheduler import nudges
from scheduler.clock import Clock
from scheduler.wake import SHARED_HEARTBEAT_S
from storage import inbox, known, outbox
from storage.inbox import Arrived
from storage.outbox import Outgoing
from storage.store import Store

log = logging.getLogger(__name__)

PEOPLE_AT_ONCE = 64
SOMEBODY_ELSES_S = 0.02
"""How long to leave an update to the process that is just applying it."""
TOAST_LIVES = timedelta(seconds=150)
"""Telegram forgets a press after that."""


class Turns:
    """Applies what is in the inbox."""

    def __init__(
        self,
        store: Store,
        telegram: Telegram,
        clock: Clock,
        applied: Callable[[], None],
        *,
        guard: Guard | None = None,
        seal: Seal | None = None,
    ) -> None:
        self._store, self._telegram, self._clock, self._applied = store, telegram, clock, applied
        self._guard, self._seal = guard or Guard(), seal or Seal(None)
        self._bell = asyncio.Event()
        self._busy: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.ring: Callable[[], None] = self._bell.set

    @property
    def is_busy(self) -> bool:
        """Whether an update is being applied."""
        return bool(self._busy)

    async def run(self) -> None:
        """Apply updates until cancelled."""
        while True:
            self._bell.clear()
            free = PEOPLE_AT_ONCE - len(self._busy)
            pause = self._clock.pause
            batch = await self._store.insist(pause, inbox.next_updates, tuple(self._busy), free) if free else []
            if self._store.is_shared:
                random.shuffle(batch)  # or all processes would reach for the same one
            for update in batch:
                self._busy.add(update.person_id)
                task = asyncio.create_task(self._take(update))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            if not batch:
                await self._rung()

    async def _rung(self) -> None:
        """Return at the next ring, and after a moment where other processes may have left something."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SHARED_HEARTBEAT_S if self._store.is_shared else None):
                await self._bell.wait()

    async def _take(self, update: Arrived) -> None:
        try:
            incoming = await self._prepared(translate(update.raw, self._telegram))
            pause = self._clock.pause
            if await self._store.insist(pause, apply, update.update_id, incoming, self._clock.now()):
                self._applied()
            elif self._store.is_shared:
                await pause(SOMEBODY_ELSES_S)
        except Exception as error:
            pause, kind = self._clock.pause, type(error).__name__
            aside = await self._store.insist(pause, count_failure, update, kind, self._clock.now())
            log.error("update %d failed%s", update.update_id, ", set aside" if aside else "", exc_info=error)
            if aside:
                self._applied()  # a word to the Person is on its way
        finally:
            self._busy.discard(update.person_id)
            self.ring()

    async def _prepared(self, incoming: Incoming) -> Incoming:
        """What needs the network, a child process or the key is done before the conversation sees the update.

        An address of a feed is sealed here, and its text goes no further.
        """
        incoming = replace(incoming, feeds=self._seal.has_key)
        if incoming.kind is Kind.FILE and incoming.document and files.may_be_calendar(incoming.document):
            zone = await self._store.insist(self._clock.pause, zone_of, incoming)
            wanted = wanted_of_file(zone, self._clock.now())
            read = await files.read(self._telegram, self._guard, self._clock, incoming.document, wanted)
            return replace(incoming, kind=Kind.CALENDAR, calendar=read)
        address = address_in(incoming.text) if incoming.kind in (Kind.TEXT, Kind.EDITED) else None
        if address is not None:
            return replace(incoming, kind=Kind.FEED, text="", feed=self._seal.close(address))
        return incoming


def zone_of(session: Session, incoming: Incoming) -> str:
    """The zone of the Person, or the one that is proposed to them."""
    before = known.recall(session, incoming.person_id)
    language = before.person.language if before else language_for(incoming.language_code)
    return (before and before.person.zone) or proposal(language)


def count_failure(session: Session, update: Arrived, error: str, now: datetime) -> bool:
    """Count a failed try. True: it was the last one, the update is set aside and the Person is told."""
    aside = inbox.failed(session, update.update_id, error)
    if aside and update.person_id != NOBODY:
        before = known.recall(session, update.person_id)
        language = before.person.language if before else DEFAULT_LANGUAGE
        call = render(Message(text=say("sorry.aside", language)), update.person_id)
        sorry = Outgoing(person_id=update.person_id, chat_id=update.person_id, method=call.method, body=call.body)
        outbox.post(session, [sorry], now)
    return aside


def apply(session: Session, update_id: int, incoming: Incoming, now: datetime) -> bool:
    """Turn one update into facts, messages and the next wake-up.

    False: it was applied before, or another process is at it; nothing is changed.
    """
    if not inbox.finish(session, update_id):
        return False
    if incoming.person_id == NOBODY:
        return True
    before = known.recall(session, incoming.person_id)
    turn = respond(incoming, before, now)
    if turn.known is not None:
        known.keep(session, before, turn.known, nudges.next_wake(turn.known, now))
    outbox.post(session, [_outgoing(incoming, saying, now) for saying in turn.say], now)
    return True


def _outgoing(incoming: Incoming, saying: Saying, now: datetime) -> Outgoing:
    call = render(saying, incoming.chat_id)
    expires_at = now + TOAST_LIVES if isinstance(saying, Toast) else None
    return Outgoing(
        person_id=incoming.person_id,
        chat_id=incoming.chat_id,
        method=call.method,
        body=call.body,
        expires_at=expires_at,
    )
