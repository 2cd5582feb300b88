"""What o'clock is meant: am or pm where none was said, ranges, other zones. Clock values in, wall-clock times out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.hear.times.days import plus
from bot.hear.times.values import Clock, ClockRange

AM, PM, NIGHT, WRITTEN = "am", "pm", "night", "24"
"""NIGHT goes from the evening of a day into the next morning."""
MIDNIGHT, NIGHT_ENDS = time(0), time(5)
NOON = 12
LATE_HOUR = 3
"""Up to it a bare hour of a night is behind midnight: "tonight at 2"."""
LONGEST_OVER_MIDNIGHT = 8 * 60
"""Minutes of a range over midnight; what is longer is rather a slip. To midnight itself it may be longer."""
HALF_OF_DAYPART = {
    "morning": AM,
    "firstthing": AM,
    "afternoon": PM,
    "afterlunch": PM,
    "lunch": PM,
    "evening": PM,
    "tonight": NIGHT,
    "night": NIGHT,
}


def valid(hour: float, minute: float = 0) -> bool:
    return 0 <= hour <= 24 and 0 <= minute < 60 and hour == int(hour) and (hour < 24 or minute == 0)


def clock(hour: float, minute: float = 0, half: str | None = None, *, bare: bool = False) -> Clock | None:
    """A Clock, or None when no clock shows that."""
    if not valid(hour, minute) or (half in (AM, PM) and not 1 <= hour <= 23):
        return None
    if half in (AM, PM) and hour > 12:
        half = WRITTEN
    half = half or (WRITTEN if hour > 12 or hour == 0 else None)
    return Clock(int(hour) % 24, int(minute), half, bare=bare, ends_day=hour == 24)


def halves(one: Clock) -> list[time]:
    """The times of day that it may be; two for seven o'clock."""
    if one.half == WRITTEN:
        return [time(one.hour, one.minute)]
    if one.half == AM:
        return [time(one.hour % 12, one.minute)]
    if one.half == PM:
        return [time(one.hour % 12 + 12, one.minute)]
    if one.half == NIGHT:
        behind = one.hour % 12 <= LATE_HOUR
        return [time(one.hour % 12 if behind else one.hour % 12 + 12, one.minute)]
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
    if hint == NIGHT:
        start, end = (replace(one, half=NIGHT) if one.half is None else one for one in (start, end))
    elif hint and end.half is None and start.half is None:
        end = replace(end, half=PM if hint == AM and end.hour == NOON else hint)  # a morning ends at noon
    if end.half in (AM, PM) and start.half is None:
        in_order = _of_half(start) < _of_half(end)
        start = replace(start, half=end.half if in_order else _other_half(start, end))
    return _in_order(halves(start), _either(end)) or _over_midnight(start, end)


def _of_half(one: Clock) -> int:
    """Minutes since noon or midnight."""
    return one.hour % 12 * 60 + one.minute


def _other_half(start: Clock, end: Clock) -> str | None:
    """Of "11 to 1pm" am, of "10 to 2am" pm."""
    return {PM: AM if start.hour < 12 else None, AM: PM}[end.half or PM]


def _either(one: Clock) -> list[time]:
    """What the end of a range may be: where nothing was said, the other half of the day serves too."""
    found = halves(one)
    if one.half is None:
        found += [time((found[0].hour + 12) % 24, one.minute)]
    return found


def _in_order(starts: list[time], ends: list[time]) -> tuple[time, time] | None:
    """The first end after the start; None when the start is in doubt or nothing fits."""
    pairs = sorted((start, end) for start in starts for end in ends if start < end)
    return pairs[0] if len({start for start, _ in pairs}) == 1 else None


def _over_midnight(start: Clock, end: Clock) -> tuple[time, time] | None:
    """From a clock time in the second half of a day to one on the next, if that is not too long."""
    if start.half is None and end.half is None:
        return None
    pairs = [(one, other) for one in halves(start) for other in _either(end) if one.hour >= 12 > other.hour]
    fitting = [pair for pair in pairs if pair[1] == MIDNIGHT or minutes_between(*pair) <= LONGEST_OVER_MIDNIGHT]
    return fitting[0] if len(fitting) == 1 else None


def minutes_between(start: time, end: time) -> int:
    """From a clock time to the next time that clocks show the other."""
    return ((end.hour - start.hour) * 60 + end.minute - start.minute) % (24 * 60)


def day_of(day: date, clock: Clock | None, at: time, hint: str | None) -> date:
    """The day on which a clock time falls that was told of `day`: 24:00 ends it, the small hours of its night are on
    the next."""
    over = (clock is not None and clock.ends_day) or (hint == NIGHT and at < NIGHT_ENDS)
    return plus(day, 1) if over else day


def moment(day: date, at: time, zone: str | None, now: datetime) -> datetime:
    """The moment in the person's own zone; `zone` is where the clock hangs, None for the person's own.

    In the hour that comes twice it is the first one that is still ahead.
    """
    wall = datetime.combine(day, at, ZoneInfo(zone) if zone else now.tzinfo)
    first, second = (wall.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    return (second if first <= now.astimezone(UTC) < second else first).astimezone(now.tzinfo)
