"""When the Person is not to be disturbed: at night on their own wall clock, and in the middle of an Interview.

Quiet.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime, timedelta
from operator import attrgetter, itemgetter

from scheduler.nudges.plan import clock_at, zone_of
from storage.facts import Known, Person

JUST_BEFORE = timedelta(minutes=10)
"""Nothing is said from so long before an Interview until it is over."""
CHECK_IN_AFTER = timedelta(minutes=5)
BY_START = attrgetter("start")
BY_END = itemgetter(1)


def is_quiet(moment: datetime, person: Person) -> bool:
    """Whether the Person is not to be disturbed at that moment."""
    wall = moment.astimezone(zone_of(person)).time()
    start, end = person.quiet_from, person.quiet_until
    if start <= end:
        return start <= wall < end
    return wall >= start or wall < end


def waking(moment: datetime, person: Person) -> datetime:
    """The first moment at or after `moment` that is not quiet (UTC)."""
    if not is_quiet(moment, person):
        return moment
    there = moment.astimezone(zone_of(person))
    day = there.date()
    if person.quiet_from > person.quiet_until and there.time() >= person.quiet_from:
        day += timedelta(days=1)
    return clock_at(day, person.quiet_until, zone_of(person))


def waking_before(moment: datetime, person: Person) -> datetime:
    """`moment`, or an hour before the quiet hours that hold it begin."""
    if not is_quiet(moment, person):
        return moment
    there = moment.astimezone(zone_of(person))
    day = there.date() if there.time() >= person.quiet_from else there.date() - timedelta(days=1)
    return clock_at(day, person.quiet_from, zone_of(person)) - timedelta(hours=1)


def talks(known: Known) -> list[tuple[datetime, datetime]]:
    """From when until when the Person is in the middle of an Interview (UTC): apart from one another, the first first.

    One that begins before another is over is of a piece with it.
    """
    found: list[tuple[datetime, datetime]] = []
    for interview in sorted((i for i in known.interviews if not i.cancelled), key=BY_START):
        begins, ends = interview.start - JUST_BEFORE, interview.end + CHECK_IN_AFTER
        if found and begins <= found[-1][1]:
            begins, before = found.pop()
            ends = max(before, ends)
        found.append((begins, ends))
    return found


def undisturbed(moment: datetime, known: Known) -> datetime:
    """The first moment at or after `moment` that is neither quiet nor in the middle of an Interview (UTC)."""
    return undisturbed_by(talks(known), moment, known.person)


def undisturbed_by(running: list[tuple[datetime, datetime]], moment: datetime, person: Person) -> datetime:
    """The same, where these `talks` are known."""
    while True:
        awake = waking(moment, person)
        ends = bisect_right(running, awake, key=BY_END)
        if ends == len(running) or awake < running[ends][0]:
            return awake
        moment = running[ends][1]
