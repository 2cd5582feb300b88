"""Appointments as the Person sees them: what the calendar calls them, and when they are, here and there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.learn.calendar import employer_of
from bot.learn.ledger import Ledger
from bot.learn.places import city
from bot.words import clock
from bot.words.named import Lines, Moment, Press, Presses, Text, Value, lines, text
from storage.facts import Appointment, Interview

LONGEST_LABEL = 26
"""Of a name on a button, beside the day."""


def when(ledger: Ledger, row: Appointment) -> Value:
    """ "Thu 10 Sep, 14:00–15:00 your time (09:00 in New York)"."""
    if row.all_day:
        return text("calendar.when_day", day=row.start.date())
    here = text("calendar.when", span=from_until(ledger, row.start, row.end))
    there = _there(ledger, row)
    return lines((here, there), " ") if there else here


def from_until(ledger: Ledger, start: datetime, end: datetime) -> Value:
    """Day, start and end on the Person's clock."""
    if end <= start:
        return Moment(start)
    same_day = start.astimezone(ledger.zone).date() == end.astimezone(ledger.zone).date()
    return Lines((Moment(start), Moment(end, "t" if same_day else "wDt")), "–")


def when_it_was(ledger: Ledger, talk: Interview) -> Value:
    """When an Interview was to take place, as far as that was known."""
    if talk.start_known:
        return from_until(ledger, talk.start, talk.end)
    return talk.start.astimezone(ledger.zone).date() if talk.day_known else text("when.unknown")


def _there(ledger: Ledger, row: Appointment) -> Text | None:
    """The start on the clock that the calendar names, where that shows something else."""
    if row.zone is None:
        return text("calendar.no_zone")
    try:
        there = row.start.astimezone(ZoneInfo(row.zone))
    except (ValueError, LookupError, OSError):
        return None
    here = row.start.astimezone(ledger.zone)
    if there.utcoffset() == here.utcoffset() or "/" not in row.zone or row.zone.startswith("Etc/"):
        return None
    time: Value = clock(there) if there.date() == here.date() else lines((there.date(), clock(there)), ", ")
    return text("calendar.there", time=time, place=city(row.zone, ledger.person.language))


def name(row: Appointment) -> Text:
    """What the calendar calls it."""
    return text("title.plain", employer=row.title) if row.title else text("calendar.untitled")


def details(ledger: Ledger, row: Appointment) -> Value:
    """When it is, and the employer as it is guessed, on a line of its own."""
    employer = employer_of(ledger, row)
    company = [text("calendar.company", employer=employer)] if employer else []
    return lines((when(ledger, row), *company))


def as_list(ledger: Ledger, rows: Iterable[Appointment], more: int = 0) -> Text:
    """Name and time of each, and how many did not fit."""
    each = [text("calendar.line", title=name(row), when=when(ledger, row)) for row in rows]
    rest = [text("calendar.more", n=more)] if more else []
    return text("calendar.several", lines=lines((*each, *rest), "\n\n"))


def list_presses(ledger: Ledger, rows: Sequence[Appointment]) -> Presses:
    """A button for each, and one for none of them: its version is the newest row that the list shows."""
    each = tuple((Press("cal.pick", row.id, row.version, _label(ledger, row)),) for row in rows)
    return (*each, (Press("cal.none", 0, max(row.id for row in rows)),))


def _label(ledger: Ledger, row: Appointment) -> Text:
    day = row.start.date() if row.all_day else row.start.astimezone(ledger.zone).date()
    called = employer_of(ledger, row) or row.title
    if not called:
        return text("calendar.label_day", day=day)
    short = called if len(called) <= LONGEST_LABEL else called[: LONGEST_LABEL - 1] + "…"
    return text("calendar.label", day=day, name=short)
