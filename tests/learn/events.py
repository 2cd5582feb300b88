"""Events of a calendar, made by hand, for the tests of what is learned from one; London shows UTC in winter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.calendars.events import Cancellation, Moment, Occurrence, Reading, Version
from bot.learn.calendar_followed import Followed
from bot.learn.calendar_following import follow
from bot.learn.ledger import Ledger
from storage.facts import Appointment, Decision, Feed, Interview, Known, Opportunity
from tests.learn.rows import HOUR, NOW, stranger

THURSDAY = datetime(2026, 12, 10, 14, tzinfo=UTC)
FRIDAY = THURSDAY + timedelta(days=1)


def event(
    uid: str | None = "a@x", start: Moment = THURSDAY, title: str = "Interview at Acme", **more: Any
) -> Occurrence:
    """An event of an hour, or of a day."""
    length = HOUR if isinstance(start, datetime) else timedelta(days=1)
    values: dict[str, Any] = {"summary": title, "zone": "Europe/London", "end": start + length, **more}
    return Occurrence(uid=uid, start=start, **values)


def newer(one: Occurrence, **changes: Any) -> Occurrence:
    """A later version of it."""
    version = replace(one.version, sequence=one.version.sequence + 1)
    return replace(one, version=version, **changes)


def moved(one: Occurrence, start: Moment) -> Occurrence:
    """A later version at another time."""
    return newer(one, start=start, end=start + (one.end - one.start))


def reading(*events: Occurrence, off: tuple[str, ...] = (), **more: Any) -> Reading:
    """A calendar with these events, in which those UIDs are called off."""
    version = Version(sequence=9)
    return Reading(occurrences=events, cancellations=tuple(Cancellation(uid=u, version=version) for u in off), **more)


def row(number: int = 20, **more: Any) -> Appointment:
    """An Appointment as it is remembered, not answered yet."""
    start = more.pop("start", THURSDAY)
    values: dict[str, Any] = {"uid": f"{number}@x", "title": "Interview at Acme", "zone": "Europe/London", **more}
    return Appointment(id=number, start=start, **{"end": start + HOUR, **values})


def having(*rows: Appointment, known: Known | None = None) -> Known:
    """Ana, with these in her calendar."""
    return replace(known or stranger(), appointments=rows)


def fed(known: Known | None = None, **more: Any) -> Known:
    """The same with a feed that has been read before."""
    values: dict[str, Any] = {"host": "feed.example", "sealed": "gAAAA", "since": NOW - HOUR, "seen_at": NOW - HOUR}
    return replace(known or stranger(), feeds=(Feed(id=15, **{"look_at": NOW, **values, **more}),))


def planned(*, feed: bool = True, **more: Any) -> Known:
    """Ana goes to Acme on THURSDAY, as her calendar says."""
    talk = Interview(id=2, opportunity_id=1, start=THURSDAY, end=THURSDAY + HOUR)
    known = replace(stranger(), opportunities=(Opportunity(id=1, employer="Acme"),), interviews=(talk,))
    values = {"uid": "a@x", "decision": Decision.PLANNED, "interview_id": 2, "from_feed": feed, **more}
    known = having(row(20, **values), known=known)
    return fed(known) if feed else known


def another(known: Known, employer: str, start: datetime, *, number: int = 40, uid: str = "b@x") -> Known:
    """Another planned one beside."""
    talk = Interview(id=number, opportunity_id=number + 1, start=start, end=start + HOUR)
    title = f"Interview at {employer}"
    feed = bool(known.feeds)
    one = row(number + 2, uid=uid, title=title, start=start, decision=Decision.PLANNED, interview_id=number)
    return replace(
        known,
        opportunities=(*known.opportunities, Opportunity(id=number + 1, employer=employer)),
        interviews=(*known.interviews, talk),
        appointments=(*known.appointments, replace(one, from_feed=feed)),
    )


def whole(day: date) -> dict[str, Any]:
    """The values of a row that is a whole day."""
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return {"start": start, "end": start + timedelta(days=1), "all_day": True, "zone": None}


def after(known: Known, *readings: Reading, feed: bool = False, may_ask: bool = True) -> tuple[Ledger, Followed]:
    """The turn in which calendars like these were followed, one after the other, and what came of the last one."""
    ledger = Ledger(known, NOW)
    outs = [follow(ledger, one, feed=feed, may_ask=may_ask) for one in readings]
    return ledger, outs[-1]
