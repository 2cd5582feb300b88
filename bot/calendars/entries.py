"""One VEVENT, understood: property by property, so that a bad one spoils nothing but itself.

Quiet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.calendars.events import UNNUMBERED, Moment, Version
from bot.calendars.rules import MOST_RULES, TooHeavy, plain_rule
from bot.calendars.text import Component, Line, lines, plainly_written
from bot.calendars.times import Length, Surroundings, When, length_between, no_length, read_duration, read_when
from bot.calendars.titles import is_called_off

MOST_DATES = 500
LONGEST_DESCRIPTION = 10_000
LARGEST_SEQUENCE = 2**53
_KNOWN = (
    *("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "ORGANIZER", "STATUS", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED"),
    *("DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A VEVENT. `start` is None only where something is taken back, which needs no start (RFC 5546 section 3.2.5)."""

    uid: str | None
    start: When | None
    length: Length
    recurrence: When | None = None
    onwards: bool = False
    """RANGE=THISANDFUTURE: what it says of one occurrence holds for those after it."""
    rules: tuple[str, ...] = ()
    refused: bool = False
    """It has rules that are not followed."""
    added: tuple[tuple[When, Length | None], ...] = ()
    left_out: tuple[When, ...] = ()
    version: Version = UNNUMBERED
    summary: str | None = None
    description: str = ""
    location: str = ""
    organizer: str = ""
    status: str | None = None
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class _Properties:
    """The properties of a VEVENT that matter here, by name, in the order of the file."""

    around: Surroundings
    by_name: Mapping[str, list[Line]] = field(default_factory=dict)

    def first(self, name: str) -> Line | None:
        return next(iter(self.by_name.get(name, ())), None)

    def text(self, name: str) -> str:
        line = self.first(name)
        return line.text.strip() if line else ""

    def when(self, name: str, beside: When | None = None) -> When | None:
        line = self.first(name)
        try:
            return _existing(read_when(line, line.value, self.around, beside)) if line else None
        except (ValueError, OverflowError):
            return None

    def moment(self, name: str) -> Moment | None:
        when = self.when(name)
        return when.moment if when else None

    def many(self, name: str, beside: When) -> list[tuple[When, Length | None]]:
        found = []
        for line in self.by_name.get(name, ()):
            for value in re.split("[,;]", line.value)[:MOST_DATES]:
                try:
                    found.append(_date_or_period(line, value, self.around, beside))
                except (ValueError, OverflowError):
                    continue
        return found[:MOST_DATES]


def read_entry(component: Component, around: Surroundings, *, cancelling: bool) -> Entry | None:
    """What a VEVENT says; None when it has no start that can be used. `cancelling`: its calendar takes things back."""
    properties = _Properties(around, _by_name(component))
    start = properties.when("DTSTART")
    status = properties.text("STATUS").upper() or None
    summary = properties.first("SUMMARY")
    title = plainly_written(summary.text) if summary else None
    cancelled = cancelling or status in ("CANCELLED", "CANCELED") or is_called_off(title or "")
    uid = properties.first("UID")
    if start is None and not (cancelled and uid):
        return None
    rules, refused = _rules(properties)
    repeats = start is not None and (rules or "RDATE" in properties.by_name)
    identity = properties.first("RECURRENCE-ID")
    return Entry(
        uid=uid.text if uid else None,
        start=start,
        length=_length(properties, start) if start else Length(known=False),
        recurrence=properties.when("RECURRENCE-ID", start),
        onwards=identity is not None and identity.params.get("RANGE", "").upper() == "THISANDFUTURE",
        rules=rules,
        refused=refused,
        added=tuple(properties.many("RDATE", start)) if start else (),
        left_out=tuple(when for when, _ in properties.many("EXDATE", start)) if start and repeats else (),
        version=_version(properties),
        summary=title,
        description=properties.text("DESCRIPTION")[:LONGEST_DESCRIPTION],
        location=properties.text("LOCATION")[:LONGEST_DESCRIPTION],
        organizer=_organizer(properties.first("ORGANIZER")),
        status=status,
        cancelled=cancelled,
    )


def _by_name(component: Component) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines(component.text, _KNOWN):
        found.setdefault(line.name, []).append(line)
    return found


def _rules(properties: _Properties) -> tuple[tuple[str, ...], bool]:
    """The rules to follow, and whether they are refused. One that cannot be read is passed over (rule 5)."""
    found = []
    written = properties.by_name.get("RRULE", [])
    if len(written) > MOST_RULES or (written and "EXRULE" in properties.by_name):
        return (), True
    for line in written:
        try:
            found.append(plain_rule(line.value))
        except TooHeavy:
            return (), True
        except ValueError:
            continue
    return tuple(found), False


def _length(properties: _Properties, start: When) -> Length:
    end = properties.when("DTEND", start)
    if end:
        return length_between(start, end)
    duration = properties.first("DURATION")
    try:
        return read_duration(duration.value) if duration else no_length(start)
    except ValueError:
        return no_length(start)


def _date_or_period(line: Line, value: str, around: Surroundings, beside: When) -> tuple[When, Length | None]:
    first, slash, second = value.partition("/")
    start = _existing(read_when(line, first, around, beside))
    if not slash:
        return start, None
    if second.strip().upper().lstrip("+").startswith("P"):
        return start, read_duration(second)
    return start, length_between(start, read_when(line, second, around, start))


def _existing(when: When) -> When:
    """Raises OverflowError when there is no such moment in UTC."""
    _ = when.moment
    return when


def _version(properties: _Properties) -> Version:
    stamp, modified = properties.moment("DTSTAMP"), properties.moment("LAST-MODIFIED")
    return Version(
        sequence=_sequence(properties.text("SEQUENCE")),
        stamp=_timed(stamp),
        modified=_timed(modified),
    )


def _sequence(text: str) -> int:
    """A number of any size: some programs put a moment there, in seconds or less."""
    found = re.fullmatch(r"\+?(\d{1,40})(?:\.0*)?", text, re.ASCII)
    return min(int(found[1]), LARGEST_SEQUENCE) if found else 0


def _timed(moment: Moment | None) -> datetime | None:
    return moment if isinstance(moment, datetime) else None


def _organizer(line: Line | None) -> str:
    """The address, or the name where there is none."""
    if line is None:
        return ""
    address = re.sub("^mailto:", "", line.value.strip(), flags=re.IGNORECASE)
    return address if "@" in address else line.params.get("EMAIL") or line.params.get("CN") or address
