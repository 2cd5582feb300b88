"""When the Person is not to be disturbed: at night on their own wall clock, and in the middle of an Interview.

Quiet. Of somebody who has not said yet where they live, only the language is known: then it is night as long as it is
night in any zone in which they may live. Where these leave no hour of every day, nothing is said unasked at all.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from operator import attrgetter, itemgetter
from zoneinfo import ZoneInfo

from scheduler.nudges.plan import FAR_FUTURE, clock_at
from scheduler.nudges.possible_zones import possible_zones
from storage.facts import Known, Person

JUST_BEFORE = timedelta(minutes=10)
"""Nothing is said from so long before an Interview until it is over."""
CHECK_IN_AFTER = timedelta(minutes=5)
A_MINUTE, A_DAY, A_WEEK, A_YEAR = timedelta(minutes=1), timedelta(days=1), timedelta(days=7), timedelta(days=366)
SOME_YEAR = datetime(2027, 1, 1, tzinfo=UTC)
Hours = tuple[time, time]
"""From when until when it is night, on the wall clock."""
BY_START = attrgetter("start")
BY_END = itemgetter(1)


def is_quiet(moment: datetime, person: Person) -> bool:
    """Whether the Person is not to be disturbed at that moment: it is night in a zone in which they may live."""
    zones, hours = possible_zones(person), _hours_of(person)
    return any(_is_night(moment, zone, hours) for zone in zones) or is_unplaced(person)


def is_unplaced(person: Person) -> bool:
    """Whether nothing can be said unasked, at any hour, until it is known where the Person lives."""
    zones = possible_zones(person)
    return len(zones) > 1 and not _are_awake_together(zones, _hours_of(person))


def waking(moment: datetime, person: Person) -> datetime:
    """The first moment at or after `moment` that is not quiet (UTC); FAR_FUTURE for somebody who is unplaced."""
    zones, hours = possible_zones(person), _hours_of(person)
    if len(zones) == 1:
        return _waking_up(moment, zones[0], hours)
    if is_unplaced(person):
        return FAR_FUTURE
    return _awake_in_all(zones, moment, hours, min(moment, FAR_FUTURE - A_YEAR) + A_YEAR) or FAR_FUTURE


def waking_before(moment: datetime, person: Person) -> datetime:
    """`moment`, or an hour before the quiet hours that hold it begin (UTC); less than that where it is quiet then, too.
    `moment` also for somebody who is unplaced."""
    if not is_quiet(moment, person) or is_unplaced(person):
        return moment
    evening, hours, zones = moment, _hours_of(person), possible_zones(person)
    while nights := [_falling_asleep(evening, zone, hours) for zone in zones if _is_night(evening, zone, hours)]:
        evening = min(evening, *nights) - A_MINUTE
    early = evening + A_MINUTE - timedelta(hours=1)
    return evening if is_quiet(early, person) else early


def _hours_of(person: Person) -> Hours:
    return person.quiet_from, person.quiet_until


def _is_night(moment: datetime, zone: ZoneInfo, hours: Hours) -> bool:
    wall, (start, end) = moment.astimezone(zone).time(), hours
    return start <= wall < end if start <= end else wall >= start or wall < end


def _waking_up(moment: datetime, zone: ZoneInfo, hours: Hours) -> datetime:
    """The first moment at or after `moment` that is not at night there."""
    if not _is_night(moment, zone, hours):
        return moment
    there, (start, end) = moment.astimezone(zone), hours
    return clock_at(there.date() + timedelta(days=start > end and there.time() >= start), end, zone)


def _falling_asleep(moment: datetime, zone: ZoneInfo, hours: Hours) -> datetime:
    """When the night began there that holds `moment`."""
    there, (start, _) = moment.astimezone(zone), hours
    return clock_at(there.date() - timedelta(days=there.time() < start), start, zone)


def _awake_in_all(zones: tuple[ZoneInfo, ...], moment: datetime, hours: Hours, end: datetime) -> datetime | None:
    """The first moment at or after `moment` that is at night in none of the zones; None: there is none before `end`."""
    while moment < end:
        awake = max(_waking_up(moment, zone, hours) for zone in zones)
        if awake <= moment:
            return moment
        moment = awake
    return None


@lru_cache(maxsize=256)
def _are_awake_together(zones: tuple[ZoneInfo, ...], hours: Hours) -> bool:
    """Whether on any day of the year there is a moment that is at night in none of the zones.

    A day a week is looked at: where clocks are changed on different days, these are a week apart or more.
    """
    days = (SOME_YEAR + n * A_WEEK for n in range(A_YEAR // A_WEEK))
    return all(_awake_in_all(zones, day, hours, day + A_DAY) is not None for day in days)


def talks(known: Known) -> list[tuple[datetime, datetime]]:
    """From when until when the Person is in the middle of an Interview (UTC): apart from one another, the first first.

    One that begins before another is over is of a piece with it. One whose hour is only assumed may be at any other.
    """
    found: list[tuple[datetime, datetime]] = []
    told = (i for i in known.interviews if i.start_known and i.day_known and not i.cancelled)
    for interview in sorted(told, key=BY_START):
        begins, ends = interview.start - JUST_BEFORE, interview.end + CHECK_IN_AFTER
        if found and begins <= found[-1][1]:
            begins, before = found.pop()
            ends = max(before, ends)
        found.append((begins, ends))
    return found


def undisturbed(moment: datetime, known: Known) -> datetime:
    """The first moment at or after `moment` that is neither quiet nor in the middle of an Interview (UTC); FAR_FUTURE
    for somebody who is unplaced."""
    return undisturbed_by(talks(known), moment, known.person)


def undisturbed_by(running: list[tuple[datetime, datetime]], moment: datetime, person: Person) -> datetime:
    """The same, where these `talks` are known."""
    while True:
        awake = waking(moment, person)
        ends = bisect_right(running, awake, key=BY_END)
        if ends == len(running) or awake < running[ends][0]:
            return awake
        moment = running[ends][1]
