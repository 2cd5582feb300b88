"""What a stretch of text means while it is being read: numbers, lengths, clock times, days, windows.

Every value has a `tag`, the name by which patterns call it: `<num>`, `<length>`, `<day>`. A value with a
`trouble` is one that was recognised and cannot be used; rules pass it on unread.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from bot.hear.times.answers import Reason
from storage.values import dataclass


class Unit(StrEnum):
    """Units of time, by the words that patterns use for them."""

    SECOND = "second-unit"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    BUSINESS_DAY = "bday"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


CLOCK_UNITS = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR})


class Grain(StrEnum):
    """How wide a Span is; doubles as its tag."""

    DAY = "day"
    HOLIDAY = "holiday"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Number:
    """A number, or two for a range. `loose`: few, one or two. `text`: the digits as typed."""

    low: float
    high: float
    loose: bool = False
    text: str = ""
    tag: ClassVar[str] = "num"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """15th. Spelled ones (`fifteenth`) need more around them to be a day, so they have a tag of their own."""

    n: int
    spelled: bool = False

    @property
    def tag(self) -> str:
        return "nth" if self.spelled else "ord"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday not yet put into a week; Monday is 0. `plural`: Mondays."""

    index: int
    plural: bool = False

    @property
    def tag(self) -> str:
        return "weekdays" if self.plural else "weekday"


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month not yet put into a year."""

    number: int
    tag: ClassVar[str] = "monthname"


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers joined by a mark, whose meaning depends on what stands around them: 5/6, 9.30, 2026-12-14."""

    parts: tuple[int, ...]
    mark: str
    text: str = ""

    @property
    def tag(self) -> str:
        return self.mark


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of one unit."""

    n: float
    unit: Unit


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time, from `low` to `high`. `loose`: said as an idiom (few, a week or two)."""

    low: Amount
    high: Amount
    loose: bool = False
    tag: ClassVar[str] = "length"

    @property
    def exact(self) -> bool:
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Clock:
    """A wall-clock time. `half`: `am`, `pm`, `24` (as written), or None when the person did not say.

    `zone` is an IANA name when a zone was named with it. `bare`: a plain number, which may be something else.
    `ends_day`: it was written as 24:00, the midnight that ends a day.
    """

    hour: int
    minute: int = 0
    half: str | None = None
    zone: str | None = None
    bare: bool = False
    ends_day: bool = False
    tag: ClassVar[str] = "clock"


@dataclass(frozen=True, slots=True)
class ClockRange:
    """From one wall-clock time to the next other one: an end that is no later than the start is on the next day."""

    start: Clock
    end: Clock
    tag: ClassVar[str] = "clockrange"

    @property
    def bare(self) -> bool:
        """Two plain numbers, which may be something else."""
        return self.start.bare and self.end.bare


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment: in two hours."""

    at: datetime
    tag: ClassVar[str] = "instant"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included.

    `started`: it has begun and only its end is news (this week). `ends`: it is the end of something, so "before"
    includes it. `by`: what "by" means when that is not `last`. `back`: after a holiday, the day people are back.
    `weekday`: it was a bare weekday. `of`: what it is a part of.
    """

    first: date
    last: date
    grain: Grain
    started: bool = False
    ends: bool = False
    by: date | None = None
    back: date | None = None
    weekday: bool = False
    of: Grain | None = None

    @property
    def tag(self) -> str:
        return self.grain.value


@dataclass(frozen=True, slots=True)
class Window:
    """A Span with its bounds applied. `negated` is what it means after a "not"; `firm`: at the latest."""

    earliest: date | None
    latest: date | None
    firm: bool = False
    negated: Window | None = None
    only_negated: bool = False
    tag: ClassVar[str] = "window"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Recognised, and cannot be used. It keeps the tag of what it would have been."""

    reason: Reason
    tag: str = "window"


@dataclass(frozen=True, slots=True)
class Noise:
    """About time, and never an answer: two weeks ago, five years of experience."""

    recurring: bool = False
    tag: ClassVar[str] = "noise"


Value = (
    Number
    | Ordinal
    | Weekday
    | MonthName
    | Figures
    | Length
    | Clock
    | ClockRange
    | Instant
    | Span
    | Window
    | Trouble
    | Noise
)
