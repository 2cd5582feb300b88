"""Rows about all that is being pursued: any word from them, a question to practise, the applications of a week.

Quiet. Each comes again and again, until the Person does not answer any more or does not want it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from scheduler import policy
from scheduler.calendar_days import is_day_off
from scheduler.holiday_lists import MONDAY_TO_FRIDAY as WEEK
from scheduler.nudges.assumed import is_told
from scheduler.nudges.look import Look
from scheduler.nudges.looking import is_muted
from scheduler.nudges.overview import Overview
from scheduler.nudges.plan import Plan, clock_at
from scheduler.nudges.restraint import LONG_AGO, PATIENCE
from scheduler.nudges.wait import question_opens
from storage.facts import EventType, Note, NoteKind

Hours = tuple[time, time]
WORD: Hours = time(18), time(20, 30)
JUST_SPOKEN_OF = timedelta(hours=3)
EVERY = timedelta(days=3)
"""From one question for a word from them to the next."""
LATELY = timedelta(days=7)
"""Who has talked to the coach so lately has told what there is to tell."""
PRACTICE: Hours = time(12, 30), time(17)
APPLICATIONS: Hours = time(16), time(20, 30)
FRIDAY = 4
ONE_DAY = timedelta(days=1)
DAYS_AHEAD = 60
NEVER = datetime.min.replace(tzinfo=UTC)


def _each(
    overview: Overview,
    name: str,
    hours: Hours,
    days: Iterable[date],
    key: Callable[[date], date] = lambda day: day,
) -> Iterator[Plan]:
    """A nudge on each of `days` that is left, up to the first that nothing known now can keep from being said."""
    for day in days:
        once = f"{name}:{key(day)}"
        if once not in overview.said:
            at, until = (clock_at(day, wall, overview.zone) for wall in hours)
            yield Plan(name=name, once=once, opportunity_id=None, subject=0, at=at, until=until)
            if day > overview.today and day not in overview.interview_days and not is_day_off(day, overview.zone.key):
                return


def _days(overview: Overview) -> Iterator[date]:
    return (overview.today + timedelta(days=more) for more in range(DAYS_AHEAD))


# Any word from them?


def any_word(overview: Overview) -> Iterator[Plan]:
    """On the evening before one may ask them, whoever has not been heard of for a week is asked, once for all who let
    the Person wait: a word from them would change what comes in the morning."""
    waits = _waits(overview)
    if not waits:
        return iter(())
    over, first = max(wait.until for wait in waits), _after_the_last(overview)
    days = takewhile(lambda day: day < over, _days(overview))
    return _each(overview, "any_word", WORD, (day for day in days if day >= first and _asked_about(waits, day)))


def _after_the_last(overview: Overview) -> date:
    """The first day of the next question: some days after the last one, and a week after any word of the Person's."""
    asked = (nudged.at for nudged in overview.known.nudged if nudged.name == any_word.__name__)
    heard, last = overview.known.person.heard_at, max(asked, default=None)
    told = heard.astimezone(overview.zone).date() + LATELY if heard is not None else date.min
    return max(told, last.astimezone(overview.zone).date() + EVERY) if last is not None else told


def waited_for(overview: Overview) -> list[Look]:
    """Those to ask about this evening, the longest wait first."""
    return _asked_about(_waits(overview), overview.today)


@dataclass(frozen=True, slots=True)
class _Wait:
    """An answer that is awaited, and the days on which hearing of it changes what comes next."""

    look: Look
    since: date
    until: date
    """From then on one may ask them, and need not be asked."""


def _waits(overview: Overview) -> list[_Wait]:
    """Whose answer is awaited, the longest wait first."""
    waits = [wait for look in overview.looks if (wait := _wait(look)) is not None]
    return sorted(waits, key=lambda wait: wait.look.last.end if wait.look.last else wait.look.now)


def _wait(look: Look) -> _Wait | None:
    """None when no answer is awaited, or the check-in comes first."""
    last = look.last
    if last is None or look.end is not None or look.is_offered or look.is_passed_over:
        return None
    if any(interview.end > look.now for interview in look.interviews) or not is_told(look.known, last):
        return None
    opens = question_opens(look)
    if opens is None or look.verdict.verdict is policy.Answer.REPLY_NOW or look.verdict.count[0] > 0:
        return None
    return _Wait(look, look.case.calendar.business_day_before(opens), opens)


def _asked_about(waits: list[_Wait], day: date) -> list[Look]:
    return [wait.look for wait in waits if wait.since <= day < wait.until and _is_asked_about(wait.look, day)]


def _is_asked_about(look: Look, day: date) -> bool:
    """Whether it is a working day after the talk, and nothing was said about it, by either of us, shortly before."""
    assert look.last is not None
    calendar = look.case.calendar
    if day <= calendar.day_of(look.last.end) or not calendar.is_business_day(day):
        return False
    told = [*(event.at for event in look.events), *(contact.at for contact in look.contacts)]
    lately = clock_at(day, WORD[0], look.zone) - JUST_SPOKEN_OF
    spoken = (nudged for nudged in look.nudged if nudged.dropped is None and nudged.at > lately)
    return all(at.astimezone(look.zone).date() != day for at in told) and not any(spoken)


# A question to practise


def practice(overview: Overview) -> Iterator[Plan]:
    """At most one a day, at noon: the question whose practice is longest ago (advice 28, 29)."""
    if not overview.known.notes or not (notes := _unprepared(overview)) or not overview.is_looking:
        return
    taken = overview.interview_days | _days_of_the_card(overview)
    days = (day for day in _days(overview) if day not in taken)
    for plan in _each(overview, "practice", PRACTICE, days):
        note = _oldest(overview, notes, plan.at.astimezone(overview.zone).date())
        if note is not None:
            yield replace(plan, subject=note.id)


def _days_of_the_card(overview: Overview) -> set[date]:
    """A day has two quiet places at most: the card of the week comes before a question to practise."""
    wanted = applications.__name__ not in overview.known.person.unwanted
    return {plan.at.astimezone(overview.zone).date() for plan in overview.says(applications)} if wanted else set()


def _unprepared(overview: Overview) -> list[Note]:
    """Questions without a solid answer, the one that was practised longest ago first."""
    muted = {o.id for o in overview.known.opportunities if is_muted(o, overview.now)}
    notes = (note for note in overview.known.notes if note.kind is NoteKind.UNPREPARED and note.solid_at is None)
    rest = [note for note in notes if note.opportunity_id not in muted]
    return sorted(rest, key=lambda note: (note.practised_at or NEVER, note.id))


def _oldest(overview: Overview, notes: list[Note], day: date) -> Note | None:
    """The first of them whose Interview was not on that day."""
    same_day = {i.id for i in overview.known.interviews if i.start.astimezone(overview.zone).date() >= day}
    return next((note for note in notes if note.interview_id not in same_day), None)


# The applications of a week


def applications(overview: Overview) -> Iterator[Plan]:
    """On Fridays, while something is being waited for: how many more were sent? (advice 50 to 52)"""
    waited = any(look.last is not None and look.end is None and _is_awaited(look) for look in overview.looks)
    if not waited or not overview.is_looking or _decides(overview) or _are_left_open(overview):
        return
    told, spoken = {week.monday for week in overview.known.weeks}, _days_just_spoken_on(overview)
    taken = overview.days_of_their_own
    ahead = (FRIDAY - overview.today.weekday()) % 7
    fridays = (overview.today + timedelta(days=more) for more in range(ahead, DAYS_AHEAD, 7))
    left = (day for day in fridays if day not in taken and day not in spoken and _monday(day) not in told)
    free = (day for day in left if not _is_day_off(overview, day))
    yield from _each(overview, "applications", APPLICATIONS, free, key=_monday)


def _is_awaited(look: Look) -> bool:
    """Whether there is something to wait for: not where all has been asked that may be."""
    asked, most = look.verdict.count
    return asked < most


def _decides(overview: Overview) -> bool:
    """Whether an offer on paper is to be decided: that is enough to think of."""
    pursued = (look for look in overview.looks if look.end is None)
    return any(event.type is EventType.OFFER for look in pursued for event in look.events)


def _are_left_open(overview: Overview) -> bool:
    """Whether the last of these questions were left without a number."""
    asked = [n for n in overview.known.nudged if n.name == applications.__name__ and n.dropped is None][-PATIENCE:]
    told = {week.monday for week in overview.known.weeks}
    weeks = {_monday(nudged.at.astimezone(overview.zone).date()) for nudged in asked}
    newest = max(weeks, default=date.min)
    return len(asked) == PATIENCE and not weeks & told and all(monday < newest for monday in told)


def _days_just_spoken_on(overview: Overview) -> set[date]:
    """Days on which another nudge stands shortly before the question, or is said while it waits."""
    known, zone = overview.known, overview.zone
    said = [n.at for n in known.nudged if n.at > overview.now - LONG_AGO and n.dropped is None]
    return {day for at in said for day in (_day(at, zone), _day(at + ONE_DAY, zone)) if _is_close(at, day, zone)}


def _is_close(at: datetime, day: date, zone: ZoneInfo) -> bool:
    """Whether it was said within a day before the question of that day, or while it waited."""
    begins, ends = (clock_at(day, wall, zone) for wall in APPLICATIONS)
    return begins - ONE_DAY < at < ends


def _day(at: datetime, zone: ZoneInfo) -> date:
    return at.astimezone(zone).date()


def _is_day_off(overview: Overview, day: date) -> bool:
    """Whether a day on which they would be at work is a holiday: nobody counts applications then."""
    calendars = (look.case.calendar for look in overview.looks)
    return any(day.weekday() in (c.work_week or WEEK) and not c.is_business_day(day) for c in calendars)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
