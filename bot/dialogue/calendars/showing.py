"""Appointments as the Person sees them: when they are, here and there, and the proposals to plan them.

Quiet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from bot.dialogue import adding
from bot.dialogue.calendars.naming import employer_in
from bot.dialogue.place import city
from bot.dialogue.talk import Talk
from bot.turn import Rows
from bot.words import Html, clock
from storage.facts import Appointment, Decision, Interview

MOST_SHOWN = 5
LONGEST_LABEL = 40
WAITING = (Decision.OPEN, Decision.DOUBTFUL)


def when(talk: Talk, row: Appointment) -> Html:
    """ "Thu 10 Sep, 14:00–15:00 your time (09:00 in New York)"."""
    if row.all_day:
        return talk.words("calendar.when_day", day=talk.day(row.start.date()))
    same_day = row.start.astimezone(talk.zone).date() == row.end.astimezone(talk.zone).date()
    until = f"–{talk.when(row.end, 't' if same_day else 'wDt')}" if row.end > row.start else ""
    here = talk.words("calendar.when", span=Html(f"{talk.when(row.start)}{until}"))
    there = _there(talk, row)
    return talk.join((here, there), " ") if there else here


def _there(talk: Talk, row: Appointment) -> Html | None:
    """The start on the clock that the calendar names, where that shows something else."""
    if row.zone is None:
        return talk.words("calendar.no_zone")
    try:
        there = row.start.astimezone(ZoneInfo(row.zone))
    except (ValueError, LookupError, OSError):
        return None
    here = row.start.astimezone(talk.zone)
    if there.utcoffset() == here.utcoffset() or "/" not in row.zone or row.zone.startswith("Etc/"):
        return None
    shown = clock(there) if there.date() == here.date() else f"{talk.day(there.date())}, {clock(there)}"
    return talk.words("calendar.there", time=shown, place=city(row.zone))


def employer_of(talk: Talk, row: Appointment) -> str | None:
    """The employer that it is probably with: one that is being pursued, if it is named."""
    text = f"{row.title} {row.organizer}".casefold()
    known = (o.employer for o in talk.open_opportunities if o.employer.casefold() in text)
    return next(known, None) or employer_in(row.title, row.organizer, talk.person.name)


def waiting(talk: Talk) -> list[Appointment]:
    """What has been proposed, is not over, and was not answered."""
    rows = [row for row in talk.known.appointments if row.decision in WAITING and not row.cancelled]
    return sorted((row for row in rows if row.end > talk.now or row.all_day), key=lambda row: row.start)


def propose(talk: Talk, rows: Sequence[Appointment], more: int = 0) -> None:
    """Propose to plan them: one with its own words, several as a list with a button each."""
    if len(rows) == 1 and not more:
        row = rows[0]
        buttons = ((talk.button("cal.plan", row.id), talk.button("cal.not", row.id)),)
        talk.tell(_alone(talk, row), buttons)
    elif rows:
        talk.tell(as_list(talk, rows, more), list_buttons(talk, rows))


def _alone(talk: Talk, row: Appointment) -> Html:
    employer = employer_of(talk, row)
    key = "calendar.found" if row.decision is Decision.OPEN else "calendar.doubtful"
    lines = [when(talk, row), *([talk.words("calendar.company", employer=employer)] if employer else [])]
    return talk.words(key, title=name(talk, row), when=talk.join(lines))


def name(talk: Talk, row: Appointment) -> Html:
    """What the calendar calls it."""
    return talk.words("title.plain", employer=row.title) if row.title else talk.words("calendar.untitled")


def as_list(talk: Talk, rows: Iterable[Appointment], more: int = 0) -> Html:
    """Name and time of each, and how many did not fit."""
    each = [talk.words("calendar.line", title=name(talk, row), when=when(talk, row)) for row in rows]
    rest = [talk.words("calendar.more", n=more)] if more else []
    return talk.words("calendar.several", lines=talk.join((*each, *rest), "\n\n"))


def list_buttons(talk: Talk, rows: Iterable[Appointment]) -> Rows:
    """A button for each, and one for none of them."""
    each = tuple((talk.button("cal.pick", row.id, label=_label(talk, row)),) for row in rows)
    return (*each, (talk.button("cal.none"),))


def _label(talk: Talk, row: Appointment) -> str:
    day = talk.day(row.start.date() if row.all_day else row.start.astimezone(talk.zone).date())
    text = f"{day}: {employer_of(talk, row) or row.title}"
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1] + "…"


def interview_of(talk: Talk, row: Appointment | None) -> Interview | None:
    """The Interview that is planned for it and has not been called off."""
    interview = talk.find(Interview, row.interview_id) if row and row.decision is Decision.PLANNED else None
    return interview if interview and not interview.cancelled else None


def card(talk: Talk, interview: Interview) -> Html:
    """The card of an Interview, which can be corrected by a word from now on."""
    talk.may_amend("new_start", interview.id)
    return adding.card(talk, interview)
