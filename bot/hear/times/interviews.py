"""Reading when an interview is: a day, a clock time and perhaps a length, and what else the text says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from bot.hear.times.answers import Ask, InterviewRead, Reason
from bot.hear.times.clock_sense import MIDNIGHT, day_of, minutes_between, moment, range_walls, wall
from bot.hear.times.context import Kind
from bot.hear.times.days import plus
from bot.hear.times.grammar import parse
from bot.hear.times.picking import Parts, Timed, minutes_of, one_day, parts_of
from bot.hear.times.rest import rest_of
from bot.hear.times.values import Clock, ClockRange, Instant, Span, Trouble

ANYWHEN = datetime(2026, 1, 1, tzinfo=UTC)
"""A length does not depend on the moment."""


def read_interview_time(text: str, now: datetime, language: str = "en", *, past: bool = False) -> InterviewRead | Ask:
    """When the interview is, or was: `past`. `now`: aware, in the person's own zone, in which the answer is given too.

    An Ask carries the day, the clock time and the length (minutes) that were understood.
    """
    line = parse(text, now, Kind.TIME, language, past=past)
    return replace(_answer(parts_of(line, one_day), now, past=past), rest=rest_of(line))


def read_length(text: str, language: str = "en") -> int | None:
    """A length in minutes: "an hour", "45 mins", "1.5h", "half an hour". None: no single length was said."""
    line = parse(text, ANYWHEN, Kind.SNOOZE, language)
    found = {minutes for item in line.items if (minutes := minutes_of(item)) is not None}
    return found.pop() if len(found) == 1 else None


def _answer(parts: Parts, now: datetime, *, past: bool = False) -> InterviewRead | Ask:
    if parts.recurring:
        return Ask(reason=Reason.RECURRING)
    if isinstance(parts.instant, Instant) and not parts.clock and not parts.day:
        return _read(parts.instant.at, None, parts.minutes, fixed=True)
    walls = _walls(parts)
    if isinstance(walls, Reason) or isinstance(parts.day, Trouble):
        return _missing(parts, walls)
    start, end = walls
    zone = _zone(parts.clock)
    day = day_of(parts.day.first if parts.day else now.date(), _first(parts.clock), start, parts.half)
    begin = moment(day, start, zone, now)
    if start == MIDNIGHT and day == now.date() and not past:
        begin = moment(day := plus(day, 1), start, zone, now)  # midnight of today is the one to come
    if parts.day is None and parts.somewhen:
        return Ask(reason=Reason.NO_DAY, clock=start if zone is None else None, minutes=_minutes(start, end, parts))
    if parts.day is None and begin.astimezone(UTC) <= now.astimezone(UTC) and not past:
        # A clock time alone is today while it is ahead; else the day is missing.
        return Ask(reason=Reason.NO_DAY, clock=begin.timetz().replace(tzinfo=None), minutes=_minutes(start, end, parts))
    end_day = plus(day, 1) if end and end <= start else day
    return _read(begin, moment(end_day, end, zone, now) if end else None, parts.minutes, fixed=zone is not None)


def _missing(parts: Parts, walls: tuple[time, time | None] | Reason) -> Ask:
    """Why there is no answer, with what there is."""
    day = None if isinstance(parts.day, Trouble) or parts.day is None else parts.day.first
    clock = None if isinstance(walls, Reason) or _zone(parts.clock) else walls[0]
    reason = walls if isinstance(walls, Reason) else Reason.AMBIGUOUS
    if isinstance(parts.day, Trouble):
        reason = parts.day.reason
    end = None if isinstance(walls, Reason) else walls[1]
    return Ask(reason=reason, day=day, clock=clock, minutes=_minutes(clock, end, parts))


def _minutes(start: time | None, end: time | None, parts: Parts) -> int | None:
    if start is None or end is None:
        return parts.minutes
    return minutes_between(start, end)


def _walls(parts: Parts) -> tuple[time, time | None] | Reason:
    """Start and end on the wall clock, or why there is none."""
    clock = parts.clock
    if clock is None:
        return Reason.NO_TIME
    if isinstance(clock, Trouble):
        return clock.reason
    if isinstance(clock, ClockRange):
        return range_walls(clock, parts.half) or Reason.AMBIGUOUS
    start = wall(clock, parts.half)
    return (start, None) if start else Reason.AMBIGUOUS


def _first(clock: Timed | None) -> Clock | None:
    """The clock time at which it begins."""
    first = clock.start if isinstance(clock, ClockRange) else clock
    return first if isinstance(first, Clock) else None


def _zone(clock: Timed | None) -> str | None:
    if isinstance(clock, ClockRange):
        return clock.start.zone or clock.end.zone
    return clock.zone if isinstance(clock, Clock) else None


def _read(start: datetime, end: datetime | None, minutes: int | None, *, fixed: bool) -> InterviewRead:
    if end is None and minutes is not None:
        end = (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(start.tzinfo)
    return InterviewRead(start=start, end=end, fixed=fixed)


def tells_a_day(text: str, now: datetime, language: str) -> bool:
    """Whether words name a day, or days; `now` is on the Person's clock."""
    items = parse(text, now, Kind.TIME, language).items
    return any(isinstance(item.value, Span | Instant) for item in items)
