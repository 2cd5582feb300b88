"""What a nudge is before it is said, and the days and hours it is planned with.

Quiet. Which nudges there are stands in the modules of rows beside this one.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from storage.facts import Person
from storage.values import dataclass

FAR_FUTURE = datetime(9999, 1, 1, tzinfo=UTC)
MORNING = time(9)
OFFICE_MORNING = time(9, 30)
"""For what is asked in the morning and reminds of nothing that is due."""
EVENING = time(19)
"""For what is due on the day on which it was told."""
SOON = timedelta(hours=1)
"""No earlier than so long after it was told is that recalled."""
TONIGHT = "promise_tonight"
"""Begins the key of a reminder that was promised to the Person for the same evening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A nudge that is due from `at` until `until` (UTC) unless the facts change; `once` names it for good."""

    name: str
    once: str
    opportunity_id: int | None
    """None: it is about all that the Person is pursuing."""
    subject: int
    """Number of the Interview, Promise, Event, Note or Opportunity it is about; 0: about none of them."""
    at: datetime
    until: datetime = FAR_FUTURE
    pointless_from: datetime = FAR_FUTURE
    """Not said from then on, not even when the Person asked to hear it later than `until`."""


def zone_of(person: Person) -> ZoneInfo:
    """The zone in which the Person lives; UTC until known."""
    return ZoneInfo(person.zone or "UTC")


@lru_cache(maxsize=1024)
def clock_at(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """That time of day on the clocks of `zone` (UTC)."""
    return datetime.combine(day, wall, zone).astimezone(UTC)


def stamp(moment: datetime) -> str:
    """That moment, to the minute, as it stands in a key: `20261201T1600`."""
    return moment.isoformat(timespec="minutes")[:16].replace("-", "").replace(":", "")


def next_morning(after: datetime, zone: ZoneInfo, mornings: int = 1) -> datetime:
    """MORNING in `zone`, that many days after."""
    return clock_at(after.astimezone(zone).date() + timedelta(days=mornings), MORNING, zone)
