"""Rows before an Interview: the lessons of earlier ones the evening before, the card for the pocket an hour before.

Quiet.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from scheduler.nudges.look import Look
from scheduler.nudges.looking import is_muted
from scheduler.nudges.plan import Plan, clock_at, stamp
from scheduler.nudges.quiet_hours import waking_before
from storage.facts import Interview, Known, Mood, Note, NoteKind

POCKET_CARD_AHEAD = timedelta(hours=1)
LESSONS_AT = time(18, 30)
EVENING_BEFORE = timedelta(days=2)
"""No earlier than so long before an Interview is the evening before it."""
LESSONS = (NoteKind.LEARNED, NoteKind.BADLY, NoteKind.UNPREPARED, NoteKind.FEEDBACK)
"""Notes that are worth another look before the next Interview, the most telling first."""


def pocket_card(look: Look) -> Iterator[Plan]:
    """An hour before; the evening before, when that hour is at night (advice 1 to 11). Not before an hour that nobody
    has named."""
    for interview in look.interviews:
        if interview.start > look.now and interview.start_known and interview.day_known:
            at = waking_before(interview.start - POCKET_CARD_AHEAD, look.known.person)
            once = f"pocket_card:{interview.id}:{stamp(interview.start)}"
            yield look.plan("pocket_card", once, interview.id, at, pointless_from=interview.start)


def lessons(look: Look) -> Iterator[Plan]:
    """The evening before the first Interview of a day, when there is something to learn from (advice 36, 61)."""
    ahead = (i for i in look.interviews if i.start > look.now and i.day_known)
    for interview in ahead if look.known.notes else ():
        if lessons_for(look.known, interview) and _is_first_of_its_day(look, interview):
            evening = _day(look, interview) - timedelta(days=1)
            once = f"lessons:{interview.id}:{stamp(interview.start)}"
            at, until = (clock_at(evening, wall, look.zone) for wall in (LESSONS_AT, time(23, 59)))
            yield look.plan("lessons", once, interview.id, at, until=until, pointless_from=interview.start)


def lessons_for(known: Known, interview: Interview) -> list[Note]:
    """What was learned before this Interview: the newest of each kind first, then the others, the newest first. What
    went wrong in a talk that was rough is no help on the evening before."""
    rough = {i.id for i in known.interviews if i.mood is Mood.ROUGH}
    muted = {o.id for o in known.opportunities if is_muted(o, interview.start - EVENING_BEFORE)}
    found = [
        note
        for note in known.notes
        if note.kind in LESSONS
        and note.interview_id != interview.id
        and not (note.kind is NoteKind.BADLY and note.interview_id in rough)
        and note.solid_at is None
        and note.opportunity_id not in muted
        and note.at < interview.start
    ]
    found.sort(key=lambda note: (note.at, note.id), reverse=True)
    firsts = (next((note for note in found if note.kind is kind), None) for kind in LESSONS)
    newest = [note for note in firsts if note is not None]
    return [*newest, *(note for note in found if note not in newest)]


def _is_first_of_its_day(look: Look, interview: Interview) -> bool:
    others = (i for i in look.known.interviews if not i.cancelled and i.day_known and i.start < interview.start)
    return all(_day(look, other) != _day(look, interview) for other in others)


def _day(look: Look, interview: Interview) -> date:
    return interview.start.astimezone(look.zone).date()
