"""What is still unclear about all that the Person has told, and what was only kept as a note: the end of /status."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.decide.open_points import LIVES, label_of
from bot.learn.called import is_unnamed
from bot.learn.waiting_acts import from_json
from bot.say.cards import day_of
from bot.words.named import Press, Presses, Text, Value, lines, text
from scheduler import nudges
from storage.facts import Known, NoteKind, OpenKind, OpenPoint, Opportunity

MOST_POINTS = 5
MOST_BUTTONS = 3
LONGEST = 120
"""Characters of what the Person said, as it is quoted."""
LONGEST_NAME = 20
_ASKED = {OpenKind.WHICH: "unclear.which", OpenKind.READING: "unclear.reading"}


def unclear(known: Known, now: datetime) -> Iterator[Text]:
    """What the Person could settle with a word, and what was kept as it was told. Nothing where all is clear."""
    points = [*_told(known, now), *_missing(known, now)][:MOST_POINTS]
    if points:
        yield text("status.open", lines=lines(points))
    notes = _notes(known, now)
    if notes:
        yield text("status.notes", n=len(notes))


def _told(known: Known, now: datetime) -> Iterator[Value]:
    for point in _waiting(known, now):
        yield text(_ASKED[point.kind], said=quoted(point.text))


def _waiting(known: Known, now: datetime) -> list[OpenPoint]:
    """What waits for a word of the Person's, the newest first."""
    return [point for point in reversed(known.open_points) if point.kind in _ASKED and now - point.at <= LIVES]


def _missing(known: Known, now: datetime) -> Iterator[Value]:
    """What the coach had to assume, about the Person and about those who are still being pursued."""
    if nudges.is_unplaced(known.person):
        yield text("unclear.zone")
    for opportunity in known.opportunities:
        if opportunity.closed_at is None and not nudges.has_ended(known, opportunity):
            if is_unnamed(opportunity):
                yield text("unclear.name")
            yield from _missing_times(known, now, opportunity)


def _missing_times(known: Known, now: datetime, opportunity: Opportunity) -> Iterator[Value]:
    for interview in known.interviews:
        if interview.opportunity_id == opportunity.id and not interview.cancelled:
            if not interview.day_known:
                key = "unclear.day_over" if interview.end <= now else "unclear.day"
                yield text(key, employer=opportunity.employer)
            elif not interview.start_known and interview.end > now:
                yield text("unclear.time", employer=opportunity.employer, day=day_of(known, interview))


def _notes(known: Known, now: datetime) -> set[str]:
    """What was kept as it was told, and not long ago; a list of all of it is for the export."""
    points = {point.text for point in known.open_points if point.kind is OpenKind.NOTE and now - point.at <= LIVES}
    return points | {note.text for note in known.notes if note.kind is NoteKind.DAY and now - note.at <= LIVES}


def quoted(said: str) -> str:
    """The Person's own words on one line, cut at the end of a word."""
    line = " ".join(said.split())
    if len(line) <= LONGEST:
        return line
    return line[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:.-–—") + "…"


def settling(known: Known, now: datetime) -> Presses:
    """Buttons that settle the first of what waits."""
    point = next(iter(_waiting(known, now)), None)
    if point is None:
        return ()
    return _employers(known, point) if point.kind is OpenKind.WHICH else _readings(point)


def _employers(known: Known, point: OpenPoint) -> Presses:
    named = [o for o in known.opportunities if o.closed_at is None and not is_unnamed(o)][-MOST_BUTTONS:]
    labels = (text("unclear.it_was", answer=o.employer[:LONGEST_NAME]) for o in named)
    return tuple((Press("which", o.id, point.id, label),) for o, label in zip(named, labels, strict=True))


def _readings(point: OpenPoint) -> Presses:
    labels = [text("unclear.meant", answer=label_of(act)) for act in from_json(point.acts)[:MOST_BUTTONS]]
    return tuple((Press("reading", point.id, index, label),) for index, label in enumerate(labels))
