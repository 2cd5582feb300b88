"""Reading when to come back: "in two hours", "tomorrow morning", "Monday", "same time tomorrow"."""

from __future__ import annotations

from datetime import UTC, datetime, time

from bot.hear.times.answers import Ask, Reason, SnoozeRead
from bot.hear.times.clock_sense import MIDNIGHT, day_of, moment, wall
from bot.hear.times.context import Kind
from bot.hear.times.days import plus
from bot.hear.times.grammar import parse
from bot.hear.times.line import Line
from bot.hear.times.picking import Parts, parts_of
from bot.hear.times.values import CLOCK_UNITS, Clock, ClockRange, Instant, Length, Span, Trouble

USUAL = time(9)
TIME_OF_PART = {
    "firstthing": time(9),
    "morning": time(9),
    "lunch": time(12),
    "afternoon": time(14),
    "afterlunch": time(14),
    "eod": time(17),
    "evening": time(18),
    "tonight": time(20),
    "night": time(20),
}


def read_snooze(text: str, now: datetime, language: str = "en") -> SnoozeRead | Ask:
    """When to come back. `now`: aware, in the person's own zone, in which the answer is given too."""
    line = parse(text, now, Kind.SNOOZE, language)
    parts = parts_of(line, lambda _: True)
    at = _moment(line, parts, now)
    if isinstance(at, Reason):
        return Ask(reason=at)
    return SnoozeRead(at=at) if _is_ahead(at, now) else Ask(reason=Reason.PAST)


def _is_ahead(at: datetime, now: datetime) -> bool:
    """By the moment: clocks show the repeated hour twice."""
    return at.astimezone(UTC) > now.astimezone(UTC)


def _moment(line: Line, parts: Parts, now: datetime) -> datetime | Reason:
    if parts.recurring:
        return Reason.RECURRING
    troubles = [item.value.reason for item in line.items if isinstance(item.value, Trouble)]
    for part in (parts.day, parts.clock, parts.instant):
        if isinstance(part, Trouble):
            return part.reason
    if troubles and not (parts.day or parts.clock):
        return troubles[0]
    if isinstance(parts.instant, Instant):
        return parts.instant.at if not parts.clock and not parts.day else Reason.TWO_TIMES
    if parts.day is None and parts.clock is None:
        return _length_or_part(line, now)
    return _on_a_day(line, parts, now)


def _length_or_part(line: Line, now: datetime) -> datetime | Reason:
    """A bare length ("5m", "give me 2 days") or a bare part of the day."""
    lengths = [item.value for item in line.items if isinstance(item.value, Length)]
    if lengths:
        return _after(line, lengths[0], now) if len(lengths) == 1 else Reason.TWO_TIMES
    at = _part(line)
    if at is None:
        return Reason.VAGUE if line.items else Reason.NO_TIME
    found = moment(now.date(), at, None, now)
    passed = not _is_ahead(found, now) and "this" not in line.vocabulary and "tonight" not in line.vocabulary
    return moment(plus(now.date(), 1), at, None, now) if passed else found


def _after(line: Line, length: Length, now: datetime) -> datetime | Reason:
    if not length.exact:
        return Reason.AMBIGUOUS
    if length.low.unit in CLOCK_UNITS:
        return line.context.later(length.low)
    return moment(line.context.shift(now.date(), length.low), _part(line) or USUAL, None, now)


def _on_a_day(line: Line, parts: Parts, now: datetime) -> datetime | Reason:
    clock = parts.clock
    if isinstance(clock, ClockRange):
        return Reason.TWO_TIMES
    at = wall(clock, parts.half) if isinstance(clock, Clock) else _part(line)
    if isinstance(clock, Clock) and at is None:
        return Reason.AMBIGUOUS
    day = parts.day.first if isinstance(parts.day, Span) else None
    zone = clock.zone if isinstance(clock, Clock) else None
    if day is None:
        return _next(at or USUAL, zone, now)
    if at is None and day == now.date():
        return Reason.VAGUE
    if "sametime" in line.vocabulary and at is None:
        at = now.time().replace(second=0, microsecond=0)
    day = day_of(day, clock if isinstance(clock, Clock) else None, at or USUAL, parts.half)
    found = moment(day, at or USUAL, zone, now)
    return moment(plus(day, 1), MIDNIGHT, zone, now) if at == MIDNIGHT and not _is_ahead(found, now) else found


def _next(at: time, zone: str | None, now: datetime) -> datetime:
    """Today, or tomorrow when it is past."""
    today = moment(now.date(), at, zone, now)
    return today if _is_ahead(today, now) else moment(plus(now.date(), 1), at, zone, now)


def _part(line: Line) -> time | None:
    """The time of day of the part of the day that is named."""
    return next((TIME_OF_PART[item.symbol] for item in line.items if item.symbol in TIME_OF_PART), None)
