"""The way of one nudge: wake, claim who is due, put what is due into the outbox, set the next wake-up."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from bot.coaching import unasked
from bot.render import render
from scheduler import nudges
from scheduler.clock import Clock
from scheduler.wake import Wake, heartbeat_for
from storage import known, outbox
from storage.engine import passes
from storage.outbox import Claimed, Outgoing
from storage.pacing import NUDGES_PER_SECOND
from storage.store import Store, apart

log = logging.getLogger(__name__)

PEOPLE_AT_ONCE = 8
"""Decided in one transaction. More would spare little, and let a reply wait for all of them."""
AHEAD_S = 2.0
"""So much sending is decided ahead: what waits longer may have become stale, or let others pass."""
AFTER_AN_ERROR = timedelta(minutes=5)


class Nudger:
    """Says what is due, to everybody, at its time, and no faster than it can be sent."""

    def __init__(
        self, store: Store, clock: Clock, posted: Callable[[], None], per_second: float = NUDGES_PER_SECOND
    ) -> None:
        self._store, self._clock, self._posted = store, clock, posted
        self._most_waiting = max(PEOPLE_AT_ONCE, int(AHEAD_S * per_second))
        self._is_ahead = False
        self._wake = Wake(clock, heartbeat_for(store))
        self.ring = self._wake.ring
        """To be called when somebody's next moment may have changed."""

    def go_on(self) -> None:
        """To be called when the nudges that were waiting are on their way."""
        if self._is_ahead:
            self.ring()

    async def run(self) -> None:
        """Wake and speak until cancelled."""
        self._wake.start()
        insist, pause = self._store.insist, self._clock.pause
        try:
            while True:
                self._wake.hush()
                while looked := await insist(pause, say_all_due, self._clock.now(), self._most_waiting):
                    self._posted()
                self._is_ahead = looked is None
                self._wake.arm(None if self._is_ahead else await insist(pause, known.smallest_wake))
                await self._wake.wait()
        finally:
            self._wake.stop()


def say_all_due(session: Session, now: datetime, most_waiting: int) -> int | None:
    """Decide for the next few whose moment has come; how many they were. None: enough nudges wait to be sent."""
    if outbox.nudges_waiting(session, now, most_waiting) >= most_waiting:
        return None
    people = known.due_people(session, now, PEOPLE_AT_ONCE)
    if people:
        _say(session, people, now)
    return len(people)


def _say(session: Session, people: Sequence[tuple[int, datetime]], now: datetime) -> None:
    """Decide for all; if that fails, for each alone: nobody waits for one of whom nothing can be said."""
    try:
        with apart(session):
            for person_id, wake_at in people:
                say_due(session, person_id, now, wake_at)
    except Exception as error:
        if store_is_away(error):
            raise
        if len(people) > 1:
            for one in people:
                _say(session, [one], now)
            return
        person_id, _ = people[0]
        log.exception("no nudge for person row %d", person_id)
        known.look_again(session, person_id, now + AFTER_AN_ERROR)


def say_due(session: Session, person_id: int, now: datetime, wake_at: datetime) -> None:
    """Put what is due for this Person into the outbox and set the next wake-up, in one transaction.

    They should have been looked at at `wake_at` (UTC): long after that, they hear first that the coach was away.
    """
    before = known.recall(session, person_id)
    if before is None:
        return
    after = nudges.noticed(before, wake_at, now)
    plan = nudges.due(after, now)
    if plan is not None:
        after, message = unasked.speak(after, plan, now)
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


def store_is_away(error: Exception) -> bool:
    """Whether the same will work when the store is back; any other error is about one Person, and ends nothing."""
    return isinstance(error, DatabaseError) and passes(error)


def _may_be_stale(row: Claimed, now: datetime) -> bool:
    """Whether the store has to be asked: a reply without an end is always sent."""
    return row.nudge is not None or (row.expires_at is not None and row.expires_at <= now)


def weed(session: Session, rows: Iterable[Claimed], now: datetime) -> dict[int, str]:
    """Drop those of `rows` that must not be sent any more; why, by row. One that cannot be looked at waits."""
    found: dict[int, str] = {}
    for row in rows:
        if not _may_be_stale(row, now):
            continue
        try:
            with apart(session):
                stale = why_stale(session, row, now)
        except Exception as error:
            if store_is_away(error):
                raise
            log.exception("outbox %d (%s) could not be looked at", row.id, row.nudge or row.method)
            outbox.put_back(session, row.id, now + AFTER_AN_ERROR, counts=True)
            stale = "not known"
        if stale is not None:
            found[row.id] = stale
    return found


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
