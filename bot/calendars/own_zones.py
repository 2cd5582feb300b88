"""Zones as a file describes them itself (VTIMEZONE), for names that are in no list. RFC 5545 section 3.6.5.

Quiet. Changes are worked out for 1950 to 2100, by a rule that names months and weekdays: a zone has no others.
"""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from bot.calendars.text import Component, Line, lines
from bot.calendars.times import read_wall
from bot.calendars.zones import plainly

FIRST_YEAR, LAST_YEAR = 1950, 2100
LAST_YEAR_OF_EXAMPLES = 1970
"""Windows begins its zones in 1601, others in 1970."""
MOST_OBSERVANCES, MOST_DATES = 100, 500
MOST_NEAR = 50
"""Changes within two days that are looked at; there is one in any real zone."""
A_DAY = timedelta(days=1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Change = tuple[datetime, timedelta, timedelta]
"""From when on (clock time before the change), the distance from UTC before, and the one after."""


class OwnZone:
    """A zone described by its changes, of which there is at least one."""

    def __init__(self, name: str, changes: list[Change]) -> None:
        self.name = name
        ordered = sorted(changes, key=lambda change: change[0] - change[1])
        self._from = [onset - before for onset, before, _ in ordered]
        self._offsets = [ordered[0][1], *(after for _, _, after in ordered)]

    def moment(self, wall: datetime) -> datetime:
        """See `Zone`; a time that clocks skip is read with the distance from before the change."""
        earliest = bisect_right(self._from, wall - A_DAY) if wall.year > 1 else 0
        for number, offset in enumerate(self._offsets[earliest : earliest + MOST_NEAR], earliest):
            begun = number == 0 or self._from[number - 1] <= wall - offset
            over = number < len(self._from) and self._from[number] <= wall - offset
            if not over:
                return (wall - (offset if begun else self._offsets[number - 1])).replace(tzinfo=UTC)
        raise OverflowError(f"{self.name} changes too often")

    def wall(self, moment: datetime) -> datetime:
        """See `Zone`."""
        naive = moment.astimezone(UTC).replace(tzinfo=None)
        return naive + self._offsets[bisect_right(self._from, naive)]


class OwnZones:
    """The VTIMEZONEs of a calendar by TZID, each worked out when it is asked for."""

    def __init__(self, within: Component) -> None:
        self._written = {_tzid(component).casefold(): component for component in reversed(within.named("VTIMEZONE"))}
        self._known: dict[str, OwnZone | None] = {}

    def __call__(self, tzid: str) -> OwnZone | None:
        """The zone, or None."""
        if tzid not in self._known:
            self._known[tzid] = _worked_out(tzid, self._written.get(tzid.casefold()))
        return self._known[tzid]


def _tzid(component: Component) -> str:
    return next((plainly(line.value) for line in lines(component.text, ("TZID",))), "")


def _worked_out(tzid: str, component: Component | None) -> OwnZone | None:
    observances = component.children[:MOST_OBSERVANCES] if component and tzid else []
    changes = {number: _changes(observance) for number, observance in enumerate(observances)}
    if all(len(found) < 2 and _is_of_no_year(found) for found in changes.values()):
        standard = {number: found for number, found in changes.items() if observances[number].name == "STANDARD"}
        changes = standard if any(standard.values()) else changes
    every = [change for found in changes.values() for change in found]
    return OwnZone(tzid, every) if every else None


def _is_of_no_year(changes: list[Change]) -> bool:
    """Whether what changes there is only an example: where no change ever comes back, summer never begins."""
    return all(onset.year <= LAST_YEAR_OF_EXAMPLES for onset, _, _ in changes)


def _changes(observance: Component) -> list[Change]:
    if observance.name not in ("STANDARD", "DAYLIGHT"):
        return []
    every = list(lines(observance.text))
    first = {line.name: line for line in reversed(every)}
    try:
        start = read_wall(first["DTSTART"].value)
        before, after = (_offset(first[name].value) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
        return [(onset, before, after) for onset in _onsets(start, every, before)]
    except (KeyError, ValueError, OverflowError):
        return []


def _onsets(start: datetime, every: list[Line], before: timedelta) -> Iterator[datetime]:
    yield start
    for value in [value for line in every if line.name == "RDATE" for value in line.value.split(",")][:MOST_DATES]:
        yield read_wall(value)
    for line in [line for line in every if line.name == "RRULE"][:1]:
        yield from _ruled(start, line.value.strip().upper(), before)


def _ruled(start: datetime, rule: str, before: timedelta) -> Iterator[datetime]:
    """What a yearly rule gives. Raises ValueError."""
    parts = dict(part.split("=", 1) for part in rule.strip(";").split(";"))
    if parts.get("FREQ") != "YEARLY":
        return
    until = read_wall(parts.get("UNTIL", f"{LAST_YEAR}1231T235959"))
    if parts.get("UNTIL", "").endswith("Z"):
        until += before
    step = max(1, int(parts.get("INTERVAL", "1")))
    last = min(until.year, LAST_YEAR, start.year + step * int(parts.get("COUNT", "10000")) - 1)
    first = start.year if start.year >= FIRST_YEAR else FIRST_YEAR + (start.year - FIRST_YEAR) % step
    for year in range(first, last + 1, step):
        for day in _days(year, parts, start):
            onset = datetime.combine(day, start.time())
            if start <= onset <= until:
                yield onset


def _days(year: int, parts: dict[str, str], start: datetime) -> Iterator[date]:
    """The days of a year that BYMONTH, BYMONTHDAY and BYDAY name."""
    weekdays = _values(parts, "BYDAY")
    numbers = {int(number) for number in _values(parts, "BYMONTHDAY")}
    for month in {int(month) for month in _values(parts, "BYMONTH")} or {start.month}:
        length = calendar.monthrange(year, month)[1]
        for number in range(1, length + 1):
            if (numbers or not weekdays) and not (numbers or {start.day}) & {number, number - length - 1}:
                continue
            if not weekdays or set(weekdays) & _names(date(year, month, number), length):
                yield date(year, month, number)


def _values(parts: dict[str, str], name: str) -> list[str]:
    return parts[name].split(",") if name in parts else []


def _names(day: date, length: int) -> set[str]:
    """What BYDAY may call a day: SU, 2SU, -1SU."""
    weekday = _WEEKDAYS[day.weekday()]
    place = (day.day - 1) // 7 + 1
    return {weekday, f"{place}{weekday}", f"+{place}{weekday}", f"-{(length - day.day) // 7 + 1}{weekday}"}


def _offset(text: str) -> timedelta:
    """`+0530` or `-043015`. Raises ValueError."""
    found = re.fullmatch(r"([+-]?)(\d{2}):?(\d{2})(\d{2})?", text.strip(), re.ASCII)
    if not found:
        raise ValueError(text[:40])
    distance = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    if distance >= A_DAY:
        raise ValueError(text[:40])
    return -distance if found[1] == "-" else distance
