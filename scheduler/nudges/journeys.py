"""Journeys with an end: the Person's clock goes with them, and back by itself when they said they would be home.

Quiet. What is kept of one is its other zone and its days: while it is ahead, the zone they travel to and the day on
which they leave; once it has begun, the zone to which they come back. On the last day they travel home.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from scheduler.nudges.plan import clock_at, zone_of
from storage.facts import Known, Person

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Journey:
    """A stay elsewhere until a day; `since` None: it has begun, and `zone` is that of home."""

    zone: str
    since: date | None
    until: date

    def kept(self) -> tuple[str, ...]:
        """As it is kept with the Person."""
        return self.zone, self.since.isoformat() if self.since else "", self.until.isoformat()


def journey_of(person: Person) -> Journey | None:
    """The journey that is ahead, or the one that they are on."""
    if not person.journey:
        return None
    zone, since, until = person.journey
    return Journey(zone, date.fromisoformat(since) if since else None, date.fromisoformat(until))


def turning(person: Person) -> datetime | None:
    """When their clock changes next (UTC): the night after they leave, and the night after they travel home."""
    journey = journey_of(person)
    if journey is None:
        return None
    return clock_at((journey.since or journey.until) + ONE_DAY, time.min, zone_of(person))


def travelled(known: Known, now: datetime) -> Known:
    """What is known with the clock that is the Person's `now`; the same Known when it has not changed."""
    while (at := turning(known.person)) is not None and at <= now:
        known = _turned(known)
    return known


def _turned(known: Known) -> Known:
    journey, home = journey_of(known.person), zone_of(known.person).key
    assert journey is not None, "somebody travels"
    if journey.since is None:
        return replace(known, person=replace(known.person, zone=journey.zone, journey=()))
    on_it = Journey(home, None, journey.until).kept()
    stay = tuple([o if o.zone is not None else replace(o, zone=home) for o in known.opportunities])
    return replace(known, person=replace(known.person, zone=journey.zone, journey=on_it), opportunities=stay)


def begins(person: Person, zone: ZoneInfo) -> tuple[str, ...]:
    """What is kept when the Person says that their clock stands in `zone` now: of a journey there, its end."""
    journey = journey_of(person)
    if journey is None or journey.since is None or journey.zone != zone.key:
        return ()
    return Journey(zone_of(person).key, None, journey.until).kept()
