"""What became of no use on its way: asked again of the facts right before it is sent."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from scheduler import nudges
from storage import known, outbox
from storage.engine import passes
from storage.outbox import Claimed
from storage.units import apart

log = logging.getLogger(__name__)

AFTER_AN_ERROR = timedelta(minutes=5)


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
