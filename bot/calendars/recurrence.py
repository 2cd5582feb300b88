"""The occurrences of a series: a VEVENT with its rules, and those that stand for single ones of it (RECURRENCE-ID).

Quiet. recurring-ical-events sees one series at a time, written anew from what was understood: clock times of the
series' own zone and nothing else, rules that `rules` let through, no alarms. So neither zones nor other properties can
lead it astray, and what it returns is told by number which VEVENT it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import islice
from typing import Any

import icalendar
import recurring_ical_events  # type: ignore[import-untyped]

from bot.calendars.entries import Entry
from bot.calendars.events import Moment
from bot.calendars.times import Length, When, read_wall
from bot.calendars.zones import UNIVERSAL

SPARE = timedelta(days=2)
"""More than any two zones are apart."""
_UNREADABLE = (ValueError, TypeError, AttributeError, ArithmeticError, LookupError, RecursionError)
Window = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Happening:
    """One occurrence: the VEVENT that tells about it, when it starts, how long it takes, which of the series it is."""

    entry: Entry
    start: When
    length: Length
    recurrence: Moment | None


def happenings(
    entries: Sequence[Entry], window: Window | None, limit: int, *, recurring: bool = True
) -> tuple[list[Happening], bool]:
    """The occurrences of the entries of one UID, of which at most one is no RECURRENCE-ID, and whether there are more.

    With a window about as many as start in it, without one the first `limit`. A series whose rules are refused, or
    that the library cannot work out, keeps its first occurrence.
    """
    master = next((entry for entry in entries if entry.recurrence is None), None)
    others = [entry for entry in entries if entry is not master]
    if master is None or master.start is None or not (master.rules or master.added):
        return _without_rules(master, others), bool(master and master.refused)
    if not recurring:
        return _without_rules(master, others), True
    try:
        found = _expanded(master, master.start, others, window, limit + 1)
    except _UNREADABLE:  # a rule that is none: the event stands without it
        return _without_rules(master, others), False
    return found[:limit], len(found) > limit or master.refused


def _without_rules(master: Entry | None, others: Iterable[Entry]) -> list[Happening]:
    """Each for itself; one that stands for the only occurrence takes its place."""
    rest = [_alone(entry) for entry in others if entry.start]
    if master is None or master.start is None or master.start.moment in [one.recurrence for one in rest]:
        return rest
    repeats = master.rules or master.added or master.refused
    first = Happening(master, master.start, master.length, master.start.moment if repeats else None)
    return [first, *rest]


def _alone(entry: Entry) -> Happening:
    assert entry.start
    return Happening(entry, entry.start, entry.length, entry.recurrence.moment if entry.recurrence else None)


def _expanded(
    master: Entry, start: When, others: Sequence[Entry], window: Window | None, limit: int
) -> list[Happening]:
    placed = [_placed(entry, start) for entry in others if entry.start]
    series = recurring_ical_events.of(icalendar.Calendar.from_ical(_written(master, placed)))
    lengths = {when.moment: length for when, length in master.added if length}
    if window is None:
        found = islice(
            series.after(min(_midnight(wall) for wall in [start.wall, *(one.wall for one in placed)])), limit
        )
    else:
        first, last = (start.zone.wall(end) for end in window)
        found = islice(series.between(first - SPARE, last + SPARE), limit * 2)
    return [_understood(event, master, placed, lengths) for event in found]


@dataclass(frozen=True, slots=True)
class _Placed:
    """An entry with a RECURRENCE-ID, told in the clock times of its series."""

    entry: Entry
    wall: Moment
    identity: Moment


def _placed(entry: Entry, start: When) -> _Placed:
    assert entry.start
    assert entry.recurrence
    wall = _as_told_by(start, entry.start)
    if isinstance(start.wall, datetime) and not isinstance(wall, datetime):
        wall = datetime.combine(wall, time())
    return _Placed(entry, wall, _as_told_by(start, entry.recurrence))


def _as_told_by(start: When, when: When) -> Moment:
    """A moment as the series would write it: the same instant whatever zone it is written in; a day stays a day."""
    if not isinstance(when.wall, datetime):
        return when.wall
    if isinstance(start.wall, datetime):
        return when.wall if when.zone is start.zone else start.zone.wall(when.zone.moment(when.wall))
    if when.zone is UNIVERSAL:
        return start.zone.wall(when.zone.moment(when.wall)).date()
    return when.wall.date()  # Exchange names the day of a whole-day event by its midnight


def _written(master: Entry, placed: Iterable[_Placed]) -> str:
    """The series as a calendar of its own."""
    start = master.start
    assert start
    body = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:series", "X-NUMBER:-1", _dated("DTSTART", start.wall)]
    body += [f"RRULE:{_with_until(rule, start)}" for rule in master.rules]
    body += [_dated("RDATE", _same_kind(start, _as_told_by(start, when))) for when, _ in master.added]
    body += [_dated("EXDATE", _as_told_by(start, when)) for when in master.left_out]
    body += ["END:VEVENT"]
    for number, one in enumerate(placed):
        onwards = ";RANGE=THISANDFUTURE" if one.entry.onwards else ""
        body += ["BEGIN:VEVENT", "UID:series", f"X-NUMBER:{number}", _dated("DTSTART", one.wall)]
        body += [_dated(f"RECURRENCE-ID{onwards}", one.identity), "END:VEVENT"]
    return "\r\n".join([*body, "END:VCALENDAR", ""])


def _same_kind(start: When, wall: Moment) -> Moment:
    if isinstance(start.wall, datetime) and not isinstance(wall, datetime):
        return datetime.combine(wall, start.wall.time())
    return wall


def _dated(name: str, wall: Moment) -> str:
    return f"{name}{'' if isinstance(wall, datetime) else ';VALUE=DATE'}:{_basic(wall)}"


def _basic(wall: Moment) -> str:
    return wall.isoformat().replace("-", "").replace(":", "")


def _with_until(rule: str, start: When) -> str:
    """A rule whose end is told in the clock times of the series; a day means all of that day. Raises ValueError."""
    head, mark, rest = rule.partition("UNTIL=")
    if not mark:
        return rule
    value, semicolon, tail = rest.partition(";")
    until = read_wall(value)
    if isinstance(start.wall, datetime) and value.endswith("Z"):
        until = start.zone.wall(UNIVERSAL.moment(until))
    if len(value.strip()) == 8:
        until = datetime.combine(until, time(23, 59, 59))
    return f"{head}UNTIL={_basic(until if isinstance(start.wall, datetime) else until.date())}{semicolon}{tail}"


def _understood(event: Any, master: Entry, placed: Sequence[_Placed], lengths: dict[Moment, Length]) -> Happening:
    start = master.start
    assert start
    number, wall = int(event["X-NUMBER"]), event["DTSTART"].dt
    if number < 0:
        when = _at(start, wall)
        return Happening(master, when, lengths.get(when.moment, master.length), when.moment)
    one = placed[number]
    assert one.entry.start
    assert one.entry.recurrence
    if _midnight(wall) == _midnight(one.wall):
        return _alone(one.entry)
    identity = wall - (_midnight(one.wall) - _midnight(one.identity))
    return Happening(one.entry, _at(start, wall), one.entry.length, _at(start, identity).moment)


def _at(start: When, wall: Moment) -> When:
    """A time of the series that begins at `start`."""
    kind = wall if isinstance(start.wall, datetime) or not isinstance(wall, datetime) else wall.date()
    return When(wall=kind, zone=start.zone, floating=start.floating, unknown_zone=start.unknown_zone)


def _midnight(wall: Moment) -> datetime:
    return wall if isinstance(wall, datetime) else datetime.combine(wall, time())


def starts_in(when: When, window: Window) -> bool:
    """Whether something starts in a window; a day does when it begins there, in the zone assumed."""
    try:
        return window[0] <= when.zone.moment(_midnight(when.wall)) <= window[1]
    except OverflowError:
        return False
