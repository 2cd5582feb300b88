"""The way of one nudge: wake, find who is due, decide, and hand it to the courier, all at its moment."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.line.courier import Courier
from bot.line.render import Call, render
from bot.line.staleness import AFTER_AN_ERROR, store_is_away
from bot.say import showing, unasked
from scheduler import nudges
from scheduler.clock import Clock
from scheduler.wake import Wake, heartbeat_for
from storage import known, outbox, pacing
from storage.outbox import Claimed, Outgoing
from storage.pacing import Bulk
from storage.store import Store
from storage.units import apart

log = logging.getLogger(__name__)

PEOPLE_AT_ONCE = 16
"""Decided in one transaction. More would spare little, and let a reply wait for all of them."""


class Nudger:
    """Says what is due, to everybody, at its time, and no faster than it can be sent."""

    def __init__(self, store: Store, clock: Clock, courier: Courier) -> None:
        self._store, self._clock, self._courier = store, clock, courier
        self._waits_for_hands = False
        self._expected: datetime | None = None
        """The earliest moment that was told since the store was asked last (UTC)."""
        self._wake = Wake(clock, heartbeat_for(store))
        self.is_pressed: Callable[[], bool] = lambda: False
        """Whether many wait for an answer: then no picture is made anew."""
        self.ring = self._wake.ring
        """To be called when somebody's next moment may have changed."""
        courier.taken_back, courier.drained = self.ring, self.go_on

    def expect(self, moment: datetime | None) -> None:
        """To be called with the next moment of somebody about whom something has changed (UTC)."""
        if moment is None:
            return
        if moment <= self._clock.now():
            self.ring()
        elif self._expected is None or moment < self._expected:
            self._expected = moment
            self._wake.arm_by(moment)

    def go_on(self) -> None:
        """To be called when the courier could send more nudges than there are on their way."""
        if self._waits_for_hands:
            self.ring()

    async def run(self) -> None:
        """Wake and speak until cancelled."""
        self._wake.start()
        try:
            while True:
                self._wake.hush()
                self._expected = None
                following = await self._say_all_due()
                self._wake.arm(following)
                if self._expected is not None:
                    self._wake.arm_by(self._expected)
                await self._wake.wait()
        finally:
            self._wake.stop()

    async def _say_all_due(self) -> datetime | None:
        """Say what is due as far as there are hands for it. The next moment to look (UTC); None: when rung."""
        while True:
            bulk = self._courier.bulk
            self._waits_for_hands = bulk.most <= 0
            if self._waits_for_hands:
                return None
            said = await self._say_some(bulk)
            if not said.looked_at:
                return said.following

    async def _say_some(self, bulk: Bulk) -> Said:
        """One transaction; whoever is ended meanwhile still hands on what it has decided."""
        insist, pause = self._store.insist, self._clock.pause
        draws = not self.is_pressed()
        under_way = asyncio.ensure_future(insist(pause, say_all_due, self._clock.now(), bulk, draws=draws))
        try:
            return await asyncio.shield(under_way)
        finally:
            said = await under_way
            self._courier.carry(said.claimed, are_more=said.are_more)


@dataclass(frozen=True, slots=True)
class Said:
    """What came of a look at the next few who are due."""

    looked_at: int = 0
    claimed: Sequence[Claimed] = ()
    """What the courier has to send now."""
    are_more: bool = False
    """Whether something was left to be claimed in its turn."""
    following: datetime | None = None
    """The next moment to look (UTC), where nobody was looked at."""


def say_all_due(session: Session, now: datetime, bulk: Bulk, *, draws: bool = True) -> Said:
    """Decide for the next few whose moment has come, as many as may be spoken to at this moment. Without `draws` what
    is only to be drawn anew waits."""
    held, turn = pacing.held_until(session, now), pacing.turn(session, outbox.NUDGE, now, is_taken=False)
    if held is not None:
        return Said(following=held)
    free = bulk.free(turn, now)
    if free <= 0:
        return Said(following=turn)
    people = known.due_people(session, now, min(free, PEOPLE_AT_ONCE))
    if not people:
        return Said(following=known.smallest_wake(session))
    rows = _decide(session, people, now, draws=draws)
    if not rows:
        return Said(len(people))
    turn = pacing.turn(session, outbox.NUDGE, now)  # others wait here, so it is asked last
    claimed = outbox.post(session, rows, now, hands=bulk.free(turn, now))
    pacing.go_on_at(session, outbox.NUDGE, turn + len(claimed) * bulk.apart)
    return Said(len(people), claimed, are_more=len(claimed) < len(rows))


def _decide(session: Session, people: Sequence[tuple[int, datetime]], now: datetime, *, draws: bool) -> list[Outgoing]:
    """Decide for all; if that fails, for each alone: nobody waits for one of whom nothing can be said."""
    try:
        with apart(session):
            known.recall_all(session, [person_id for person_id, _ in people])  # with few statements; it is remembered
            said = [
                row
                for who, wake_at in people
                for row in (draw_due(session, who, now, draws=draws), say_due(session, who, now, wake_at))
            ]
            return [row for row in said if row is not None]
    except Exception as error:
        if store_is_away(error):
            raise
        if len(people) > 1:
            return [row for one in people for row in _decide(session, [one], now, draws=draws)]
        person_id, _ = people[0]
        log.exception("no nudge for person row %d", person_id)
        known.look_again(session, person_id, now + AFTER_AN_ERROR)
        return []


def draw_due(session: Session, person_id: int, now: datetime, *, draws: bool) -> Outgoing | None:
    """The picture that is to be made anew by now, noted as shown, or left for later; whoever calls looks for the next
    wake-up."""
    before = known.recall(session, person_id)
    if before is None or before.person.redraw_at is None or before.person.redraw_at > now:
        return None
    try:
        after, picture = showing.redrawn(nudges.travelled(before, now), now) if draws else showing.put_off(before, now)
    except Exception:  # it is given up: nobody goes without a nudge for a picture
        log.exception("no picture for person row %d", person_id)
        after, picture = showing.given_up(before), None
    known.keep(session, before, after, now)
    return _outgoing(person_id, render(picture, person_id)) if picture is not None else None


def say_due(session: Session, person_id: int, now: datetime, wake_at: datetime) -> Outgoing | None:
    """What is due for this Person, noted as said, with the next wake-up set; the caller puts it on its way.

    They should have been looked at at `wake_at` (UTC): long after that, they hear first that the coach was away.
    """
    before = known.recall(session, person_id)
    if before is None:
        return None
    after = nudges.noticed(nudges.travelled(before, now), wake_at, now)
    plan = nudges.due(after, now)
    if plan is None:
        known.keep(session, before, after, nudges.next_wake(after, now))
        return None
    after, message = unasked.speak(after, plan, now)
    # Whoever has just heard from us hears nothing more for a while, and has often answered by then: what comes next is
    # worked out when it may be said.
    known.keep(session, before, after, nudges.free_again(after, now))
    until = None if plan.until == nudges.FAR_FUTURE else plan.until
    return _outgoing(person_id, render(message, person_id), once=plan.once, nudge=plan.name, expires_at=until)


def _outgoing(person_id: int, call: Call, **more: Any) -> Outgoing:
    method, body, lane = call.method, call.body, outbox.NUDGE
    return Outgoing(person_id=person_id, chat_id=person_id, method=method, body=body, lane=lane, **more)
