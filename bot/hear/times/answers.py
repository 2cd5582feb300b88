"""What reading a text can give: a date, a time, a place, or why it has to be asked again.

Quiet and frozen. Nothing is read here and nothing is said here; the caller finds the words for a `Reason`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum


class Reason(StrEnum):
    """Why a text gives no answer, so that the caller can ask for just what is missing."""

    NO_TIME = "no_time"
    """Nothing about time, or no clock time where one is needed."""
    NO_DAY = "no_day"
    """A clock time, but no day."""
    TWO_TIMES = "two_times"
    """Several times, and nothing says which one counts."""
    IMPOSSIBLE_DATE = "impossible_date"
    """A date that no calendar has: 31 September."""
    AMBIGUOUS = "ambiguous"
    """Two readings that people really use: 5/6 in Canada, next Friday on a Tuesday, seven o'clock."""
    TOO_FAR = "too_far"
    """More than about three years away."""
    CONTRADICTION = "contradiction"
    """The parts do not fit together: Friday the 12th when the 12th is a Monday."""
    SEASON = "season"
    """A season or another stretch without agreed ends: spring, the financial year."""
    RECURRING = "recurring"
    """Every Monday."""
    VAGUE = "vague"
    """Later, in a bit."""
    PAST = "past"
    """Already over."""
    NO_PLACE = "no_place"
    """No place or zone that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowRead:
    """When the employer answers, both ends included. `earliest` None: from now; `latest` None: open end."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """The person answered, and no usable time was said: asking again brings nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Ask again; what was understood so far is carried along, so that only the rest need be asked.

    `clock` is in the person's zone. `rest` is the text without the words that were read about time.
    """

    reason: Reason
    day: date | None = None
    clock: time | None = None
    minutes: int | None = None
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewRead:
    """When an interview is, aware, in the person's zone. `end` None: no length was said.

    `fixed`: the moment stands wherever the person turns out to be, because a zone was named with the clock time or it
    was counted from now ("in two hours"). Else it is what a clock on their wall shows, and moves with their zone.
    """

    start: datetime
    end: datetime | None
    rest: str = ""
    fixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SnoozeRead:
    """When to come back, aware, in the person's zone."""

    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRead:
    """An IANA zone, and the place as one would name it to the person. `where`: its country, or part of one (ISO 3166,
    `DE-BY`); empty: not known."""

    zone: str
    name: str
    where: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChoice:
    """Several places that it may be, the likeliest first."""

    options: tuple[PlaceRead, ...]
