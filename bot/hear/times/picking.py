"""Which day, clock time and length a text about one moment speaks of, after corrections and asides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.hear.times.answers import Reason
from bot.hear.times.clock_sense import HALF_OF_DAYPART
from bot.hear.times.line import Item, Line
from bot.hear.times.values import CLOCK_UNITS, Clock, ClockRange, Grain, Instant, Length, Noise, Span, Trouble, Unit

CLOCKS = (Clock, ClockRange)
Timed = Clock | ClockRange | Trouble
Dated = Span | Trouble
JOINTS = frozenset({",", "¶", "and", "FIX", "CUT"})


@dataclass(frozen=True, slots=True)
class Parts:
    """What the text says: each part as one value, None where it says nothing, a Trouble where it is unclear.

    `half`: am or pm, from a part of the day that is named anywhere.
    """

    day: Dated | None
    clock: Timed | None
    instant: Instant | Trouble | None
    minutes: int | None
    half: str | None
    recurring: bool
    somewhen: bool = False
    """Beside the clock time stands a stretch that is no day: "next week at 11"."""


def parts_of(line: Line, is_day: Callable[[Span], bool]) -> Parts:
    """The parts of a line; `is_day` says which Spans count as a day."""
    items = line.items
    values = [(at, item) for at, item in enumerate(items) if item.value is not None]
    clocks = [at for at, item in values if isinstance(item.value, CLOCKS) or _troubled(item, "clock")]
    days = [at for at, item in values if _dated(item, is_day) and not _ruled_out(items, at)]
    instants = [item.value for _, item in values if isinstance(item.value, Instant) or _troubled(item, "instant")]
    minutes = {found for _, item in values if (found := minutes_of(item)) is not None}
    return Parts(
        day=_one_day(items, _corrected(items, days), clocks),
        clock=_one_clock([items[at] for at in _corrected(items, clocks)]),
        instant=instants[-1] if instants else None,  # type: ignore[arg-type]
        minutes=minutes.pop() if len(minutes) == 1 else None,
        half=_half(line),
        recurring=any(isinstance(item.value, Noise) and item.value.recurring for _, item in values),
        somewhen=any(
            isinstance(item.value, Span) and not is_day(item.value) and _beside_any(items, at, clocks)
            for at, item in values
        ),
    )


def one_day(span: Span) -> bool:
    return span.grain in (Grain.DAY, Grain.HOLIDAY)


def minutes_of(item: Item) -> int | None:
    """The minutes of a length of up to a day; a range has none."""
    value = item.value
    if not isinstance(value, Length) or not value.exact or value.high.unit not in CLOCK_UNITS:
        return None
    minutes = round(value.low.n * {Unit.HOUR: 60.0, Unit.MINUTE: 1.0}.get(value.low.unit, 1 / 60))
    return minutes if 0 < minutes <= 24 * 60 else None


def _dated(item: Item, is_day: Callable[[Span], bool]) -> bool:
    return is_day(item.value) if isinstance(item.value, Span) else _troubled(item, "day")


def _troubled(item: Item, tag: str) -> bool:
    return isinstance(item.value, Trouble) and item.value.tag == tag


def _ruled_out(items: Sequence[Item], at: int) -> bool:
    """Not Monday. "Not before Monday" and "not until Monday" are Monday."""
    before = {one.symbol for one in items[max(0, at - 2) : at]}
    return "NOT" in before and not {"until", "before"} & before


def _corrected(items: Sequence[Item], found: list[int]) -> list[int]:
    """What stands after the last correction, if anything of the kind does; the last one if it was moved."""
    fixes = [at for at, item in enumerate(items) if item.symbol == "FIX"]
    after = [at for at in found if fixes and at > fixes[-1]]
    if not after and len(found) > 1 and any(item.symbol == "MOVED" for item in items):
        after = found[-1:]
    return after or found


def _one_day(items: Sequence[Item], days: list[int], clocks: list[int]) -> Dated | None:
    """Of several days it is the one beside the clock time."""
    values = {_plain(items[at]) for at in days}
    if len(values) > 1:
        values = {_plain(items[at]) for at in days if _beside_any(items, at, clocks)} or values
    if len(values) > 1:
        return Trouble(Reason.TWO_TIMES, "day")
    return values.pop() if values else None


def _beside_any(items: Sequence[Item], day: int, clocks: list[int]) -> bool:
    """Is a clock time at most two small words away, and no mark between?"""
    for clock in clocks:
        first, last = sorted((day, clock))
        if last - first <= 3 and not JOINTS & {item.symbol for item in items[first + 1 : last]}:
            return True
    return False


def _plain(item: Item) -> Dated:
    """The same day however it was said."""
    value = item.value
    assert isinstance(value, Span | Trouble)
    return Span(value.first, value.last, Grain.DAY) if isinstance(value, Span) else value


def _one_clock(found: list[Item]) -> Timed | None:
    """The clock time; a bare number gives way to a written time, an unclear one to a clear one."""
    values: list[Timed] = [item.value for item in found if isinstance(item.value, Clock | ClockRange | Trouble)]
    clear = [value for value in values if not isinstance(value, Trouble)]
    written = [value for value in clear if not value.bare]
    ranges: list[Timed] = [value for value in written if isinstance(value, ClockRange)]
    for several in (ranges, written, clear, values):
        if several:
            return several[0] if len(set(several)) == 1 else Trouble(Reason.TWO_TIMES, "clock")
    return None


def _half(line: Line) -> str | None:
    halves = {HALF_OF_DAYPART[item.symbol] for item in line.items if item.symbol in HALF_OF_DAYPART}
    return halves.pop() if len(halves) == 1 else None
