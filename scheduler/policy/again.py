"""When judging again can give another verdict if nothing happens meanwhile.

Quiet. The days and moments at which a rule may change its mind are gathered, and the decision is tried at
each in turn, so a wake-up is never in vain and never too late.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta

from scheduler.calendar_days import FIRST_DAY, Calendar, Hours, day_after
from scheduler.policy.answers import NEEDS_ANSWER
from scheduler.policy.endings import last_message_day
from scheduler.policy.moment import Moment
from scheduler.policy.parameters import (
    CALL_GRACE,
    KEEP_IN_TOUCH,
    NOTE_HOURS,
    NOTE_MAX,
    NOTE_MIN,
    OFFICE_HOURS,
    REJECTION_REPLY,
    REJECTION_REPLY_TARGET,
    REPLY_TARGET,
)
from scheduler.policy.situation import Situation
from scheduler.policy.verdict import Answer, Verdict
from storage.facts import Event, EventType


def next_change(
    moment: Moment, verdict: Callable[[], Verdict], decide: Callable[[Moment], Verdict], until: datetime | None = None
) -> tuple[Moment, Verdict] | None:
    """The first moment after this one at which the decision differs from `verdict`, and that decision; None: never, or
    not by `until`. What the verdict is, is asked only when there is such a moment to try."""
    for at in _turning_points(moment, until):
        later = moment.later(at)
        decision = decide(later)
        if _what_it_says(decision) != _what_it_says(verdict()):
            return later, decision
        if later.situation is not moment.situation:
            return next_change(later, verdict, decide, until)
    return None


def _what_it_says(verdict: Verdict) -> tuple[object, ...]:
    return (
        verdict.verdict,
        verdict.rule,
        verdict.kind,
        verdict.not_before,
        verdict.channel,
        verdict.reason,
        verdict.also,
    )


def _turning_points(moment: Moment, until: datetime | None) -> list[datetime]:
    """Every moment after this one, up to `until`, at which a step may answer differently, in the order of time.

    None is behind the end of the next interview: from then on the situation is another.
    """
    ahead, points = moment.situation.ahead, _set_by_facts(moment)
    if ahead is not None and (until is None or ahead.end < until):
        until = ahead.end
    if until is not None and until <= moment.now:
        return []
    points = points.union(_moments(moment), _midnights(moment.calendar, _days_of_the_question(moment)))
    return sorted([at for at in points if at > moment.now and (until is None or at <= until)])


def _set_by_facts(moment: Moment) -> frozenset[datetime]:
    """Those that hang on nothing but the situation, worked out once for it; with a wish there are others."""
    is_usual, kept = moment.intent is None, vars(moment.situation)
    points: frozenset[datetime] | None = kept.get("turning_points") if is_usual else None
    if points is None:
        points = frozenset([*_midnights(moment.calendar, _days(moment)), *_known_moments(moment.situation)])
        if is_usual:
            kept["turning_points"] = points
    return points


def _midnights(calendar: Calendar, days: Iterable[date]) -> Iterator[datetime]:
    return (calendar.at(day, time.min) for day in days if day > FIRST_DAY)


def _known_moments(situation: Situation) -> Iterator[datetime]:
    """The end of the next interview, the times of a note, a late call."""
    if situation.ahead is not None:
        yield situation.ahead.end
    if situation.interview is not None:
        end = situation.interview.end
        yield from (end + NOTE_MIN, end + NOTE_MAX + timedelta.resolution)
    for event in situation.events:
        if event.type is EventType.SCHEDULED_CALL and event.planned_for is not None:
            yield event.planned_for + CALL_GRACE


def _moments(moment: Moment) -> Iterator[datetime]:
    """The opening of the question, and the hours in which something may be sent."""
    if moment.situation.ahead is None and moment.state.opens_at is not None:
        yield moment.state.opens_at
    if moment.situation.owes_thanks:
        yield from _edges(moment, NOTE_HOURS)
    if _minds_office_hours(moment):
        yield from _edges(moment, OFFICE_HOURS)


def _minds_office_hours(moment: Moment) -> bool:
    """Whether a step may answer differently in and out of office hours on these days."""
    if moment.case.via_agency or any(event.type is EventType.COMPETING_OFFER for event in moment.situation.events):
        return True
    return moment.situation.ahead is None and (moment.state.verdict is Answer.GO or moment.state.rule == "R36")


def _edges(moment: Moment, hours: Hours) -> Iterator[datetime]:
    """When these hours begin and end next, and begin again."""
    calendar = moment.calendar
    begins = calendar.next_within(moment.now, hours)
    ends = calendar.end_of(calendar.day_of(begins), hours)
    yield from (begins, ends, calendar.next_within(ends, hours))


def _days(moment: Moment) -> Iterator[date]:
    """Days whose midnight may bring another answer."""
    situation = moment.situation
    for promise in situation.promises:
        yield from (promise.due, day_after(promise.due))
    for leave in situation.leaves:
        yield from (leave.first, leave.back)
    for event in situation.events:
        yield from _days_of(event, moment.calendar)
    if situation.interview is not None and (situation.owes_thanks or moment.intent is not None):
        day = moment.calendar.day_of(situation.interview.end)
        yield from (moment.calendar.bd(day, 1), day_after(situation.last_note_day))
    if situation.rejection is not None:
        yield last_message_day(moment, situation.rejection) + KEEP_IN_TOUCH


def _days_of(event: Event, calendar: Calendar) -> Iterator[date]:
    """When an answer is late (R1, R5), a call long past (R2), a deadline near or over (R3, R10)."""
    if event.type in NEEDS_ANSWER:
        yield day_after(calendar.bd(calendar.day_of(event.at), REPLY_TARGET))
    if event.type is EventType.REJECTED:
        for days in (REJECTION_REPLY_TARGET, REJECTION_REPLY):
            yield day_after(calendar.bd(calendar.day_of(event.at), days))
    if event.type is EventType.SCHEDULED_CALL and event.planned_for is not None:
        yield day_after(day_after(calendar.day_of(event.planned_for)))
    if event.deadline is not None:
        yield from (calendar.business_day_before(event.deadline), day_after(event.deadline))


def _days_of_the_question(moment: Moment) -> Iterator[date]:
    """When a status question opens, a named day is over, or silence becomes a no.

    While an interview lies ahead, only its end changes anything about the question (R31).
    """
    if moment.situation.ahead is not None:
        return
    opening, closes = moment.situation.opening, moment.state.params.get("closes")
    if opening is not None:
        yield from (opening.day, day_after(opening.named or opening.day))
    if isinstance(closes, date):
        yield closes
    if moment.state.not_before is not None:
        yield moment.state.not_before
