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
from datetime import datetime

from sqlmodel import Session

from bot import owners
from bot.apologies import count_failure, tell
from bot.applied import Applied, outgoing
from bot.calendars.feeds.seal import Seal
from bot.calendars.guard import Guard
from bot.deputy.desk import MANY, Desk
from bot.deputy.wire import Decision
from bot.inquiry import AskedElsewhere
from bot.line.telegram import Telegram
from bot.line.updates import NOBODY, translate
from bot.listening import Listener
from bot.patience import respond
from bot.preparing import Preparer
from bot.quotas import Pace
from bot.tally import TALLY
from bot.turn import Incoming
from scheduler import nudges
from scheduler.clock import Clock
from scheduler.wake import SHARED_HEARTBEAT_S
from storage import asked, inbox, known, outbox
from storage.changing import changed
from storage.inbox import Arrived
from storage.store import Store

log = logging.getLogger(__name__)

PEOPLE_AT_ONCE, ENDLESS = 64, 1_000_000
FREE_AT_A_LOOK = 8  # one place of so many is to be free: a look at who comes next costs the more the more wait
UNREADABLE = "unreadable"  # the kind of an update that says none
SOMEBODY_ELSES_S, ASKED_ELSEWHERE_S = 0.02, 0.2
"""How long to leave an update to the process that is just applying it, or asking a model about it."""


class Turns:
    """Applies what is in the inbox."""

    def __init__(
        self,
        store: Store,
        telegram: Telegram,
        clock: Clock,
        applied: Callable[[Applied], None],
        *,
        hands: Callable[[], int] = lambda: 0,
        guard: Guard | None = None,
        seal: Seal | None = None,
        listener: Listener | None = None,
        pace: Pace | None = None,
        allowed: frozenset[int] = frozenset(),
        operator: str = "",
        owners: frozenset[int] = frozenset(),
        desk: Desk | None = None,
    ) -> None:
        self._store, self._clock, self._applied, self._hands = store, clock, applied, hands
        self._preparer = Preparer(store, telegram, clock, guard or Guard(), seal or Seal(None))
        self._listener = listener or Listener(store, telegram, clock)
        self._pace, self._desk = pace or Pace(ENDLESS), desk or Desk()
        self._allowed, self._operator, self._owners = allowed, operator, owners
        self._bell = asyncio.Event()
        self._busy: dict[int, int] = {}  # whose updates are being applied, and which
        self._left_some = False
        """Whether updates wait for somebody who is busy, or for one of all who are."""
        self._tasks: set[asyncio.Task[None]] = set()
        self.ring: Callable[[], None] = self._bell.set
        self._listener.others.ring = self._pace.rested = self.ring

    @property
    def is_busy(self) -> bool:
        """Whether an update is being applied."""
        return bool(self._busy)

    async def run(self) -> None:
        """Apply updates until cancelled; those that have been begun are finished."""
        try:
            while True:
                self._bell.clear()
                await self._begin_some()
                await self._rung()
        finally:
            self._listener.others.end()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            await self._desk.close()

    @property
    def is_pressed(self) -> bool:
        """Whether so many wait that the time for a picture is theirs."""
        return PEOPLE_AT_ONCE - self._free() >= MANY

    def _free(self) -> int:
        """How many more may be served: who waits for a model takes nobody's place."""
        return PEOPLE_AT_ONCE - len(self._busy) + self._listener.others.asking

    async def _begin_some(self) -> None:
        """Begin to apply what waits, one update of each Person."""
        free = self._free()
        self._left_some = True
        if free < max(1, PEOPLE_AT_ONCE // FREE_AT_A_LOOK):
            return
        busy, resting = dict(self._busy), self._pace.resting
        batch, left = await self._store.insist(self._clock.pause, inbox.next_updates, busy.keys() | resting, free)
        self._left_some = self._store.is_shared or len(batch) == free or not left <= set(busy.values())
        if self._store.is_shared:
            random.shuffle(batch)  # or all processes would reach for the same one
        for update in batch:
            self._busy[update.person_id] = update.update_id
            task = asyncio.create_task(self._take(update))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        if self.is_pressed and not self._store.is_shared:
            self._desk.many_wait()

    async def _rung(self) -> None:
        """Return at the next ring, and after a moment where other processes may have left something."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SHARED_HEARTBEAT_S if self._store.is_shared else None):
                await self._bell.wait()

    async def _take(self, update: Arrived) -> None:
        """Apply an update, and those of the same Person that wait behind it while nobody else needs the place."""
        following: Arrived | None = update
        try:
            while following is not None and not await self._rests(update.person_id):
                self._busy[update.person_id] = following.update_id
                following = await self._apply(following)
                if self._free() <= 0:
                    return
        finally:
            del self._busy[update.person_id]
            if self._left_some:
                self.ring()

    async def _rests(self, person_id: int) -> bool:
        """Whether somebody has brought so much that the rest of it has to wait; the first time they are told."""
        if not self._pace.rests(person_id):
            return False
        if self._pace.is_to_be_told(person_id):
            await self._store.insist(self._clock.pause, tell, person_id, "quota.fast", self._clock.now())
            self._applied(Applied(are_more=True))
        return True

    async def _apply(self, update: Arrived) -> Arrived | None:
        """Apply one update; the next of the same Person, if there is one and this one is dealt with."""
        pause, kind, began = self._clock.pause, UNREADABLE, asyncio.get_running_loop().time()
        try:
            update = await self._preparer.whole(update)
            translated = translate(update.raw)
            kind = translated.kind.value
            incoming = await self._listener.heard(update, await self._incoming(translated))
            done = await self._decided(update, incoming)
        except AskedElsewhere:
            self._left_some = True
            await pause(ASKED_ELSEWHERE_S)
            return None
        except Exception as error:
            aside = await self._store.insist(pause, count_failure, update, type(error).__name__, self._clock.now())
            TALLY.count("updates", kind, "set_aside" if aside else "failed")
            log.error("update %d failed%s", update.update_id, ", set aside" if aside else "", exc_info=error)
            self._left_some = True
            if aside:
                self._applied(Applied(are_more=True))  # a word to the Person is on its way
            return None
        if done.counts:
            TALLY.count("updates", kind, "applied")
            TALLY.turn(asyncio.get_running_loop().time() - began)
            if done.heard:
                TALLY.count("heard", done.heard)
            self._applied(done)
        elif self._store.is_shared:
            await pause(SOMEBODY_ELSES_S)
        return done.following

    async def _incoming(self, translated: Incoming) -> Incoming:
        if self._allowed and translated.person_id not in self._allowed:
            return replace(translated, is_welcome=False)
        incoming = await self._preparer.prepared(translated)
        is_owner, has_ears = incoming.person_id in self._owners, self._listener.speech.is_heard
        asked_of = {"has_model": self._listener.has_model, "has_ears": has_ears, "in_haste": self.is_pressed}
        return changed(incoming, **asked_of, operator=self._operator, is_owner=is_owner)

    async def _decided(self, update: Arrived, incoming: Incoming) -> Applied:
        """Apply it; where it asks for a Draft that a model may put into words, that is waited for first."""
        insist, pause, now = self._store.insist, self._clock.pause, self._clock.now()
        before = self._store.remembered(incoming.person_id)
        if before is None and self._desk.is_open:
            before = await insist(pause, known.recall, incoming.person_id)
        async with self._desk.decided(incoming, before, now) as decision:
            done = await insist(pause, apply, update, incoming, now, self._hands(), decision=decision)
        if done.brief is None:
            return done
        written = await self._listener.written(update, incoming, done.brief)
        return await insist(pause, apply, update, written, self._clock.now(), self._hands())


def apply(
    session: Session,
    update: Arrived,
    incoming: Incoming,
    now: datetime,
    hands: int = 0,
    *,
    decision: Decision | None = None,
) -> Applied:
    """Turn one update into facts, messages and the next wake-up. `hands`: free to send; `decision`: made already."""
    if not inbox.is_mine(session, update.update_id):
        return Applied(counts=False)
    following = inbox.next_of(session, update.person_id, update.update_id)
    if incoming.person_id == NOBODY:
        inbox.finish(session, update.update_id)
        return Applied(following=following)
    before = known.recall(session, incoming.person_id)
    if decision is not None and decision.before is not before:
        decision = None
    of_owner = owners.turn(session, incoming, before, now) if incoming.is_owner else None
    turn = of_owner or (decision.turn if decision else respond(incoming, before, now))
    if turn.brief is not None:
        return Applied(counts=False, brief=turn.brief)
    if incoming.has_model or incoming.has_ears:
        asked.forget_answers(session, update.update_id)
    inbox.finish(session, update.update_id, turn.heard)
    wake_at = None
    if turn.known is not None:
        wake_at = decision.wake_at if decision else nudges.next_wake(turn.known, now)
        wake_at = known.keep(session, before, turn.known, wake_at)
    claimed = outbox.post(session, [outgoing(incoming, saying, now) for saying in turn.say], now, hands)
    return Applied(
        claimed=claimed,
        are_more=len(claimed) < len(turn.say),
        wake_at=wake_at,
        feeds_changed=turn.known is not None and turn.known.feeds != (before.feeds if before else ()),
        following=following,
        heard=turn.heard,
    )
