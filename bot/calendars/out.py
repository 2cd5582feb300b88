"""The coach's own dates as a calendar file that people import, and import again to bring it up to date.

Quiet: values in, bytes out. A calendar knows a date again by its UID, and takes a change when SEQUENCE is higher
(RFC 5545 section 3.8.7.4).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachDate:
    """A day in the Person's calendar. The UID stays while it means the same; `sequence` grows with each change."""

    uid: str
    day: date
    title: str
    sequence: int = 0
    note: str = ""
    cancelled: bool = False
    """It no longer holds: calendars that keep up with the file strike it out."""


def calendar_file(dates: Iterable[CoachDate], now: datetime) -> bytes:
    """The file (METHOD:PUBLISH), as whole days that block nothing. `now` is when it is made."""
    from icalendar import Calendar  # here, so that a bot that writes none does not load it

    made = Calendar()
    made.add("prodid", "-//Afterword//Coach dates//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    for one in dates:
        made.add_component(_event(one, now.astimezone(UTC).replace(microsecond=0)))
    content: bytes = made.to_ical()
    return content


def _event(one: CoachDate, now: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", one.uid)
    event.add("sequence", one.sequence)
    event.add("dtstamp", now)
    event.add("last-modified", now)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", one.title)
    if one.note:
        event.add("description", one.note)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event
