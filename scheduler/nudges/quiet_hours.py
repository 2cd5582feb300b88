"""When the Person is not to be disturbed: at night on their own wall clock, and in the middle of an Interview.

Quiet.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from scheduler.nudges.plan import clock_at, zone_of
from storage.facts import Known, Person

JUST_BEFORE = timedelta(minutes=10)
"""Nothing is said from so long before an Interview until it is over."""
CHECK_IN_AFTER = timedelta(minutes=5)


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


def undisturbed(moment: datetime, known: Known) -> datetime:
    """The first moment at or after `moment` that is neither quiet nor in the middle of an Interview (UTC)."""
    while True:
        awake = waking(moment, known.person)
        running = [
            interview.end + CHECK_IN_AFTER
            for interview in known.interviews
            if not interview.cancelled and interview.start - JUST_BEFORE <= awake < interview.end + CHECK_IN_AFTER
        ]
        if not running:
            return awake
        moment = max(running)
