"""Between what is remembered of calendars and what `bot.calendars` makes plans from: the one place that knows both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from bot.calendars.events import Moment, Occurrence, Reading, Version
from bot.calendars.merging import Planned, identity
from bot.calendars.plan import Plan
from storage.facts import Appointment, Decision

STANDING = (Decision.OPEN, Decision.PLANNED, Decision.IGNORED)
"""Decisions about what is in the plan; the others are only asked about."""
LONGEST_UID, LONGEST_ORGANIZER, LARGEST_SEQUENCE = 500, 320, 2**53
Key = tuple[str, str]
"""UID, and which one of a series."""


def plan_of(rows: Iterable[Appointment], *, asked: bool = True) -> Plan:
    """The plan that stands; `asked` False: forget what was asked about, so that it is asked again."""
    rows = tuple(rows)
    events = tuple(_planned(row) for row in rows if row.decision in STANDING)
    return Plan(events, frozenset(row.uid for row in rows if row.asked and asked))


def _planned(row: Appointment) -> Planned:
    return Planned(
        uid=row.uid,
        start=_moment(row.start, row),
        end=_moment(row.end, row),
        recurrence=_read(row.recurrence),
        title=row.title,
        organizer=row.organizer,
        version=Version(sequence=row.sequence, stamp=row.stamp, modified=row.modified),
        cancelled=row.cancelled,
    )


def values_of(one: Planned) -> dict[str, Any]:
    """What is remembered of a planned event."""
    start = at(one.start)
    return {
        "uid": one.uid,
        "start": start,
        "end": max(start, at(one.end)),
        "all_day": not isinstance(one.start, datetime),
        "recurrence": _written(one.recurrence),
        "title": one.title,
        "organizer": one.organizer[:LONGEST_ORGANIZER],
        "sequence": max(-LARGEST_SEQUENCE, min(one.version.sequence, LARGEST_SEQUENCE)),
        "stamp": one.version.stamp,
        "modified": one.version.modified,
        "cancelled": one.cancelled,
    }


def key_of(one: Planned | Occurrence) -> Key:
    """What tells one event from all others."""
    return one.uid if isinstance(one, Planned) else identity(one), _written(one.recurrence)


def key_of_row(row: Appointment) -> Key:
    """The same of one that is remembered."""
    return row.uid, row.recurrence


def at(moment: Moment) -> datetime:
    """A moment as it is remembered (UTC): a day by the midnight that begins it."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time(), UTC)


def within_reason(reading: Reading, rows: Iterable[Appointment], now: datetime) -> Reading:
    """Of a series only what is known, what has a VEVENT of its own, and the next one when none is ahead.

    Nobody is interviewed every Tuesday, and a hostile series has hundreds.
    """
    rows = tuple(rows)
    known = {key_of_row(row) for row in rows}
    served = {row.uid for row in rows if row.recurrence and row.end > now and not row.cancelled}
    kept: list[Occurrence] = []
    for one in reading.occurrences:
        uid, recurrence = key_of(one)
        if len(uid) > LONGEST_UID:
            continue
        if recurrence and not one.override and (uid, recurrence) not in known:
            if uid in served or at(one.end) <= now:
                continue
            served.add(uid)
        kept.append(one)
    return replace(reading, occurrences=tuple(kept))


def _moment(value: datetime, row: Appointment) -> Moment:
    return value.date() if row.all_day else value


def _written(moment: Moment | None) -> str:
    return moment.isoformat() if moment else ""


def _read(text: str) -> Moment | None:
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
