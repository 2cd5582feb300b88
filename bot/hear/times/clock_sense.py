"""What o'clock is meant: am or pm where none was said, ranges, other zones. Clock values in, wall-clock times out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.hear.times.values import Clock, ClockRange

AM, PM, WRITTEN = "am", "pm", "24"
HALF_OF_DAYPART = {
    "morning": AM,
    "firstthing": AM,
    "afternoon": PM,
    "afterlunch": PM,
    "lunch": PM,
    "evening": PM,
    "tonight": PM,
    "night": PM,
}


def valid(hour: float, minute: float = 0) -> bool:
    return 0 <= hour <= 24 and 0 <= minute < 60 and hour == int(hour) and (hour < 24 or minute == 0)


def clock(hour: float, minute: float = 0, half: str | None = None, *, bare: bool = False) -> Clock | None:
    """A Clock, or None when no clock shows that."""
    if not valid(hour, minute) or (half in (AM, PM) and not 1 <= hour <= 23):
        return None
    if half in (AM, PM) and hour > 12:
        half = WRITTEN
    return Clock(int(hour) % 24, int(minute), half or (WRITTEN if hour > 12 or hour == 0 else None), bare=bare)


def halves(one: Clock) -> list[time]:
    """The times of day that it may be; two for seven o'clock."""
    if one.half == WRITTEN:
        return [time(one.hour, one.minute)]
    if one.half == AM:
        return [time(one.hour % 12, one.minute)]
    if one.half == PM:
        return [time(one.hour % 12 + 12, one.minute)]
    if one.hour == 7:
        return [time(7, one.minute), time(19, one.minute)]
    return [time(one.hour if 8 <= one.hour <= 12 else one.hour + 12, one.minute)]


def wall(one: Clock, hint: str | None = None) -> time | None:
    """The time meant, `hint` (am, pm) from a part of the day named nearby; None when two are possible."""
    if one.half is None and hint:
        one = replace(one, half=hint)
    found = halves(one)
    return found[0] if len(found) == 1 else None


def range_walls(span: ClockRange, hint: str | None = None) -> tuple[time, time] | None:
    """Both ends of a range: the first takes am or pm from the second where that keeps the order, and each takes
    what brings it into order where nothing was said."""
    start, end = span.start, span.end
    if hint and end.half is None and start.half is None:
        end = replace(end, half=hint)
    if end.half == PM and start.half is None and start.hour % 12 * 60 + start.minute < end.hour % 12 * 60 + end.minute:
        start = replace(start, half=PM)
    elif (end.half == AM and start.half is None) or (end.half == PM and start.half is None and start.hour < 12):
        start = replace(start, half=AM)
    return _in_order(halves(start), _either(end))


def _either(one: Clock) -> list[time]:
    """What the end of a range may be: where nothing was said, the other half of the day serves too."""
    found = halves(one)
    if one.half is None:
        found += [time((found[0].hour + 12) % 24, one.minute)]
    return found


def _in_order(starts: list[time], ends: list[time]) -> tuple[time, time] | None:
    """The first end after the start; None when the start is in doubt or nothing fits."""
    pairs = [(start, end) for start in starts for end in ends if start < end]
    if len({start for start, _ in pairs}) != 1:
        return None
    return pairs[0]


def moment(day: date, at: time, zone: str | None, now: datetime) -> datetime:
    """The moment in the person's own zone; `zone` is where the clock hangs, None for the person's own."""
    there = ZoneInfo(zone) if zone else now.tzinfo
    return datetime.combine(day, at, there).astimezone(UTC).astimezone(now.tzinfo)
