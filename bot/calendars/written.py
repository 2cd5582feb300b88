"""An event that is told in another form, written as the calendar file that it could have been.

Quiet: values in, bytes out, without the libraries; it is read again as every stranger's file is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

LONGEST_VALUE = 5_000
_SPECIAL = re.compile(r"([\\,;])")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was told of one event. A start of eight digits is a whole day; without `Z` it is on the clock of `zone`, or
    on the reader's own."""

    start: str
    end: str = ""
    title: str = ""
    place: str = ""
    note: str = ""
    uid: str = ""
    zone: str = ""
    sequence: int = 0
    method: str = "PUBLISH"


def stamp(moment: datetime) -> str:
    """A moment as calendars write it: in UTC, or on the reader's clock where it says no zone."""
    return f"{moment:%Y%m%dT%H%M%S}" if moment.tzinfo is None else f"{moment:%Y%m%dT%H%M%SZ}"


def calendar_of(told: Told) -> bytes:
    """The calendar file that says it."""
    texts = {"UID": told.uid, "SUMMARY": told.title, "LOCATION": told.place, "DESCRIPTION": told.note}
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", f"METHOD:{told.method}", "BEGIN:VEVENT", f"SEQUENCE:{told.sequence}"),
        *(f"{name}:{_escaped(value)}" for name, value in texts.items() if value),
        f"DTSTART{_kind(told.start, told.zone)}:{told.start}",
        *([f"DTEND{_kind(told.end, told.zone)}:{told.end}"] if told.end else []),
        *(["STATUS:CANCELLED"] if told.method == "CANCEL" else []),
        *("END:VEVENT", "END:VCALENDAR", ""),
    ]
    return "\r\n".join(lines).encode(errors="replace")


def _kind(moment: str, zone: str) -> str:
    if len(moment) == len("20260101"):
        return ";VALUE=DATE"
    return f';TZID="{_CONTROL.sub("", zone).replace(chr(34), "")}"' if zone and not moment.endswith("Z") else ""


def _escaped(value: str) -> str:
    clean = _CONTROL.sub(" ", value[:LONGEST_VALUE].replace("\r\n", "\n")).strip()
    return _SPECIAL.sub(r"\\\1", clean).replace("\n", "\\n")
