"""The open date: the first day on which a status question is allowed, and what set it.

Quiet. This is the table of section "Open date" of docs/contact-policy.md, in code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

from scheduler.calendar_days import BusinessDays, Calendar
from scheduler.policy.case import Case
from scheduler.policy.parameters import (
    AGENCY_WAIT,
    DEFAULT_WAIT,
    LEEWAY,
    PAUSE_CHECKIN,
    REOPENED_WAIT,
    SCHEDULING_WAIT,
    SLOW_SECTOR_WAIT,
    VERBAL_OFFER_WAIT,
    WAIT_NO_DATE,
)
from storage.facts import Event, EventType, Interview, Sector
from storage.values import dataclass


@dataclass(frozen=True, slots=True)
class Opening:
    """The open date and what set it."""

    day: date
    """First day for a status question; a business day."""
    rule: str
    since: datetime
    """The episode: questions sent after this moment count."""
    named: date | None = None
    """The day they named, when they did."""


@dataclass(frozen=True, slots=True)
class Leave:
    """An absence of the person who reads (R32)."""

    first: date
    last: date
    back: date
    """First day on which a status question may reach them: LEEWAY after the last day of the leave."""

    def covers(self, day: date) -> bool:
        """Whether nothing goes to them on that day."""
        return self.first <= day < self.back


@dataclass(frozen=True, slots=True)
class NewDate:
    """What a message of theirs does to the open date; each starts a new episode. What has no row gives no new
    right: a courtesy line, a profile view, the advert again, a referee called (R41)."""

    rule: str
    wait: BusinessDays
    """After the day of the message, when it names no day; else LEEWAY after the day it names."""


NEW_DATES: Mapping[EventType, NewDate] = {
    EventType.WINDOW_EXTENDED: NewDate("R27", WAIT_NO_DATE),
    EventType.ASKED_TO_WAIT: NewDate("R28", WAIT_NO_DATE),
    EventType.PROCESS_PAUSED: NewDate("R29", PAUSE_CHECKIN),
    EventType.SCHEDULING_PENDING: NewDate("R30", SCHEDULING_WAIT),
    EventType.VERBAL_OFFER: NewDate("R4", VERBAL_OFFER_WAIT),
    EventType.REOPENED: NewDate("R7", REOPENED_WAIT),
}
SETS_A_DATE = frozenset({*NEW_DATES, EventType.INVITED_FOLLOW_UP})


def opening_of(case: Case, interview: Interview | None, messages: Iterable[Event]) -> Opening | None:
    """The open date: the last of their messages that sets one wins. None: nobody ever set one.

    `messages` are those since `interview`, in the order of time.
    """
    told = [event for event in messages if event.type in SETS_A_DATE]
    newest = max((place for place, event in enumerate(told) if event.type in NEW_DATES), default=None)
    if newest is not None:
        opening: Opening | None = _new_date(case.calendar, told[newest])
    else:
        opening = None if interview is None else _at_the_interview(case, interview)
    for event in told[0 if newest is None else newest + 1 :]:
        if event.since is not None:
            opening = _invited(case.calendar, event.since, opening)
    return opening


def _at_the_interview(case: Case, interview: Interview) -> Opening:
    """What was said there (R18, R19), of a range the longer end (R20), or the usual wait (R22)."""
    calendar = case.calendar
    since = interview.start - timedelta.resolution  # a question at that very moment belongs to this round
    if interview.window_latest is not None:
        named = interview.window_latest
        return Opening(calendar.bd(named, LEEWAY), "R19", since, named)
    day = calendar.bd(calendar.day_of(interview.end), default_wait(case, interview))
    if interview.window_earliest is not None:
        day = max(day, calendar.bd(_week_of(calendar, interview.window_earliest), LEEWAY))
    return Opening(day, "R22", since, interview.window_earliest)


def _week_of(calendar: Calendar, first: date) -> date:
    """The last working day of the week in which they would answer at the earliest: all of it is theirs (R20)."""
    week = (first + timedelta(days=more) for more in range(7 - first.weekday()))
    return max((day for day in week if calendar.is_business_day(day)), default=first)


def default_wait(case: Case, interview: Interview) -> BusinessDays:
    """How long to wait when no window is known (R22): sector beats agency beats stage."""
    if case.sector is not Sector.PRIVATE:
        return SLOW_SECTOR_WAIT
    return AGENCY_WAIT if case.via_agency else DEFAULT_WAIT[interview.stage]


def _invited(calendar: Calendar, day: date, before: Opening | None) -> Opening:
    """The day they named for asking: no leeway, no new episode (R21)."""
    since = datetime.min.replace(tzinfo=UTC) if before is None else before.since
    return Opening(calendar.next_business_day(day), "R21", since, day)


def _new_date(calendar: Calendar, event: Event) -> Opening:
    """Their plans changed (R4, R7, R27 to R30): count from the day they named, else from the message."""
    named = event.latest or event.until or event.earliest
    if named is not None:
        last = named if event.latest or event.until else _week_of(calendar, named)
        return Opening(calendar.bd(last, LEEWAY), NEW_DATES[event.type].rule, event.at, named)
    undated = EventType.ASKED_TO_WAIT if event.type is EventType.WINDOW_EXTENDED else event.type
    row = NEW_DATES[undated]
    return Opening(calendar.bd(calendar.day_of(event.at), row.wait), row.rule, event.at)


def leaves_of(calendar: Calendar, events: Iterable[Event]) -> tuple[Leave, ...]:
    """Every leave they told of, by its first day; one without an end counts as a single day (R32)."""
    return tuple(
        sorted(
            (_leave(calendar, event) for event in events if event.type is EventType.RECRUITER_AWAY),
            key=lambda leave: leave.first,
        )
    )


def _leave(calendar: Calendar, event: Event) -> Leave:
    first = event.since or calendar.day_of(event.at)
    last = max(first, event.until or first)
    return Leave(first, last, calendar.bd(last, LEEWAY))


def past_leaves(day: date, leaves: Iterable[Leave], today: date | None = None) -> date:
    """`day`, or the day after a leave that covers it or `today` (R32). `leaves` by their first day."""
    for leave in leaves:
        if leave.covers(day) or (today is not None and leave.covers(today)):
            day = max(day, leave.back)
    return day
