"""Rows about all that is being pursued: any word from them, a question to practise, the applications of a week.

Quiet. Each comes again and again, until the Person does not answer any more or does not want it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile

from scheduler import policy
from scheduler.nudges.look import Look
from scheduler.nudges.looking import is_muted
from scheduler.nudges.overview import Overview
from scheduler.nudges.plan import Plan, clock_at
from scheduler.nudges.wait import question_opens
from storage.facts import Note, NoteKind

Hours = tuple[time, time]
WORD: Hours = time(18), time(20, 30)
JUST_SPOKEN_OF = timedelta(hours=3)
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
            if day > overview.today and day not in overview.interview_days:
                return


def _days(overview: Overview) -> Iterator[date]:
    return (overview.today + timedelta(days=more) for more in range(DAYS_AHEAD))


# Any word from them?


def any_word(overview: Overview) -> Iterator[Plan]:
    """Each working evening of an open window, one question for all who let the Person wait."""
    waits = _waits(overview)
    if not waits:
        return iter(())
    over = max(opens for _, opens in waits)
    days = takewhile(lambda day: day < over, _days(overview))
    return _each(overview, "any_word", WORD, (day for day in days if _asked_about(waits, day)))


def waited_for(overview: Overview) -> list[Look]:
    """Those to ask about this evening, the longest wait first."""
    return _asked_about(_waits(overview), overview.today)


def _waits(overview: Overview) -> list[tuple[Look, date]]:
    """Whose answer is awaited, the longest wait first, and the day from which one may ask them."""
    waits = [(look, opens) for look in overview.looks if (opens := _waits_until(look)) is not None]
    return sorted(waits, key=lambda wait: wait[0].last.end if wait[0].last else wait[0].now)


def _waits_until(look: Look) -> date | None:
    """The day from which one may ask them; None when no answer is awaited, or the check-in comes first."""
    last = look.last
    if look.end is not None or last is None or last.mood is None or any(i.end > look.now for i in look.interviews):
        return None
    if look.verdict.verdict is policy.Answer.REPLY_NOW or look.verdict.count[0] > 0:
        return None
    return question_opens(look)


def _asked_about(waits: list[tuple[Look, date]], day: date) -> list[Look]:
    return [look for look, opens in waits if day < opens and _is_asked_about(look, day)]


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
    return {plan.at.astimezone(overview.zone).date() for plan in applications(overview)} if wanted else set()


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
    if any(look.last is not None and look.end is None for look in overview.looks) and overview.is_looking:
        told = {week.monday for week in overview.known.weeks}
        ahead = (FRIDAY - overview.today.weekday()) % 7
        fridays = (overview.today + timedelta(days=more) for more in range(ahead, DAYS_AHEAD, 7))
        fridays = (day for day in fridays if _monday(day) not in told)
        yield from _each(overview, "applications", APPLICATIONS, fridays, key=_monday)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
