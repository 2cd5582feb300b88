"""Dates, times and durations as calendar files write them. RFC 5545 sections 3.3.4 to 3.3.6.

Quiet. An impossible date is an error, never the next possible one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.calendars.events import Moment
from bot.calendars.text import Line
from bot.calendars.zones import UNIVERSAL, Own, Zone, find

A_DAY = timedelta(days=1)
_VALUE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2}))?(?:\.\d+)?(Z?))?", re.ASCII)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a time means without saying it: the zones that the file describes, and the one for times with none."""

    own: Own
    assumed: Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A day, or a clock time (naive) in a zone."""

    wall: Moment
    zone: Zone
    floating: bool = False
    unknown_zone: str | None = None

    @property
    def all_day(self) -> bool:
        """Whether it is a day."""
        return not isinstance(self.wall, datetime)

    @property
    def moment(self) -> Moment:
        """In UTC, or the day. Raises OverflowError outside of the years 1 to 9999."""
        return self.zone.moment(self.wall) if isinstance(self.wall, datetime) else self.wall


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long something takes: days and clock time, then exact time (a clock change tells P1D from PT24H)."""

    nominal: timedelta = timedelta()
    exact: timedelta = timedelta()
    known: bool = True

    def after(self, start: Moment, zone: Zone) -> Moment:
        """The end of what starts at `start` (a day, or a clock time in `zone`), in UTC. Raises OverflowError."""
        if isinstance(start, datetime):
            return zone.moment(start + self.nominal) + self.exact
        return start + max(self.nominal + self.exact, -(-self.exact // A_DAY) * A_DAY)


def read_when(line: Line, value: str, around: Surroundings, beside: When | None = None) -> When:
    """One value of DTSTART, DTEND, RECURRENCE-ID, RDATE or EXDATE; without a zone it takes the one of `beside`.

    Eight digits are a day whatever stands beside them (rule 3), and digits with a time are a time.
    Raises ValueError when it is none.
    """
    tzid = line.params.get("TZID", "")
    extra, colon, value = value.rpartition(":")
    tzid += colon + extra  # a colon inside a TZID that was not quoted
    wall, universal = _read(value)
    if not isinstance(wall, datetime):
        return When(wall=wall, zone=around.assumed)
    if universal:
        return When(wall=wall, zone=UNIVERSAL)
    zone = find(tzid, around.own) if tzid else None
    if zone:
        return When(wall=wall, zone=zone)
    if beside and not tzid:
        return When(wall=wall, zone=beside.zone, floating=beside.floating)
    return When(wall=wall, zone=around.assumed, floating=True, unknown_zone=tzid or None)


def read_wall(value: str) -> datetime:
    """A clock time whatever its zone. Raises ValueError."""
    wall, _ = _read(value)
    return wall if isinstance(wall, datetime) else datetime(wall.year, wall.month, wall.day)  # noqa: DTZ001  naive


def _read(value: str) -> tuple[Moment, bool]:
    """A day or a clock time, and whether it is in UTC."""
    found = _VALUE.fullmatch(value.strip().upper())
    if not found:
        raise ValueError(f"{value[:40]!r} is neither a date nor a time")
    day = date(int(found[1]), int(found[2]), int(found[3]))
    if found[4] is None:
        return day, False
    second = min(59, int(found[6] or 0)) if int(found[6] or 0) <= 60 else 60  # a leap second is the second before it
    wall = datetime(day.year, day.month, day.day, int(found[4]), int(found[5]), second)  # noqa: DTZ001  naive
    return wall, bool(found[7])


def read_duration(value: str) -> Length:
    """`PT45M` or `P1DT2H`. Raises ValueError for what is none, and for one that goes back."""
    text = value.strip().upper()
    found = _DURATION.fullmatch(text)
    if not found or text.lstrip("+-") in ("P", "PT") or found[1] == "-":
        raise ValueError(f"{value[:40]!r} is no duration")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    return Length(
        nominal=timedelta(weeks=weeks, days=days), exact=timedelta(hours=hours, minutes=minutes, seconds=seconds)
    )


def length_between(start: When, end: When) -> Length:
    """From a start to an end; a day that ends a time does so as it begins. An end before the start is unknown."""
    if not isinstance(start.wall, datetime):
        last = end.wall.date() if isinstance(end.wall, datetime) else end.wall
        return Length(nominal=last - start.wall) if last >= start.wall else no_length(start)
    last = end.wall if isinstance(end.wall, datetime) else datetime.combine(end.wall, time())
    if start.zone is end.zone or end.all_day:
        length = Length(nominal=last - start.wall)
    else:
        length = Length(exact=end.zone.moment(last) - start.zone.moment(start.wall))
    return length if length.nominal + length.exact >= timedelta() else no_length(start)


def no_length(start: When) -> Length:
    """When the file does not say: a day lasts a day, a time ends as it starts."""
    return Length(nominal=timedelta(days=start.all_day), known=start.all_day)
