"""The way of one nudge: wake, claim who is due, put what is due into the outbox, set the next wake-up."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.coaching import unasked
from bot.render import render
from scheduler import nudges
from scheduler.clock import Clock
from scheduler.wake import Wake, heartbeat_for
from storage import known, outbox
from storage.outbox import Claimed, Outgoing
from storage.store import Store

log = logging.getLogger(__name__)

PEOPLE_AT_ONCE = 100
AFTER_AN_ERROR = timedelta(minutes=5)


class Nudger:
    """Says what is due, to everybody, at its time."""

    def __init__(self, store: Store, clock: Clock, posted: Callable[[], None]) -> None:
        self._store, self._clock, self._posted = store, clock, posted
        self._wake = Wake(clock, heartbeat_for(store))
        self.ring = self._wake.ring

    async def run(self) -> None:
        """Wake and speak until cancelled."""
        self._wake.start()
        try:
            while True:
                self._wake.hush()
                while await self._round():
                    self._posted()
                self._wake.arm(await self._store.insist(self._clock.pause, known.smallest_wake))
                await self._wake.wait()
        finally:
            self._wake.stop()

    async def _round(self) -> int:
        """Look at those whose moment has come; how many they were."""
        now, insist, pause = self._clock.now(), self._store.insist, self._clock.pause
        people = await insist(pause, known.due_people, now, PEOPLE_AT_ONCE)
        for person_id in people:
            try:
                await insist(pause, say_due, person_id, now)
            except Exception:
                log.exception("no nudge for person row %d", person_id)
                await insist(pause, known.look_again, person_id, now + AFTER_AN_ERROR)
        return len(people)


def say_due(session: Session, person_id: int, now: datetime) -> None:
    """Put what is due for this Person into the outbox and set the next wake-up, in one transaction."""
    before = known.recall(session, person_id)
    if before is None:
        return
    after, plan = before, nudges.due(before, now)
    if plan is not None:
        after, message = unasked.speak(before, plan, now)
        call = render(message, person_id)
        row = Outgoing(
            person_id=person_id,
            chat_id=person_id,
            method=call.method,
            body=call.body,
            lane=outbox.NUDGE,
            once=plan.once,
            nudge=plan.name,
            expires_at=None if plan.until == nudges.FAR_FUTURE else plan.until,
        )
        outbox.post(session, [row], now)
    known.keep(session, before, after, nudges.next_wake(after, now))


def may_be_stale(row: Claimed, now: datetime) -> bool:
    """Whether the store has to be asked: a reply without an end is always sent."""
    return row.nudge is not None or (row.expires_at is not None and row.expires_at <= now)


def why_stale(session: Session, row: Claimed, now: datetime) -> str | None:
    """Why the row must not be sent any more, in which case it is dropped; None when it is to be sent.

    A nudge that is no longer due is taken back as if it had never been said: if its time comes again, it is said then.
    One that was held up counts from now on, so that the next does not follow on its heels.
    """
    if row.nudge is None or row.once is None:
        late = row.expires_at is not None and row.expires_at <= now
        if late:
            outbox.dropped(session, row.id, "too late")
        return "too late" if late else None
    before = known.recall(session, row.person_id)
    if before is not None and nudges.still_due(before, row.once, now):
        after = nudges.sent(before, row.once, now)
        if after is not before:
            known.keep(session, before, after, nudges.next_wake(after, now))
        return None
    outbox.take_back(session, row.id)
    if before is not None:
        after = nudges.unsay(before, row.once)
        known.keep(session, before, after, nudges.next_wake(after, now))
    return "no longer due"
