"""Whom the Person writes to at an employer, where that is nobody who is known from a talk: a recruiter, a consultant.

They are Notes of a position that belong to no talk.
"""

from __future__ import annotations

from storage.facts import Interview, Known, Note, NoteKind, Opportunity


def contact_notes(known: Known, opportunity: Opportunity) -> list[Note]:
    """What was told of them, in the order in which it was told."""
    return [
        note
        for note in known.notes
        if note.opportunity_id == opportunity.id and note.kind is NoteKind.POSITION and note.interview_id is None
    ]


def contact_people(known: Known, opportunity: Opportunity) -> tuple[str, ...]:
    """Their names, the one told last in front; an agency has the same consultants for all that it brings about."""
    house = opportunity.agency
    same = [one for one in known.opportunities if house is not None and one.agency == house]
    notes = [note for one in same or [opportunity] for note in contact_notes(known, one)]
    told = sorted(notes, key=lambda note: (note.at, note.id), reverse=True)
    return tuple(dict.fromkeys(note.about for note in told if note.about))


def one_reader(known: Known, opportunity: Opportunity, interview: Interview | None) -> str:
    """Who reads what is written, where that is clear: the only one who was there, else the contact; else nobody."""
    met = interview.interviewers if interview and not opportunity.via_agency else ()
    names = met or contact_people(known, opportunity)[:1]
    return names[0] if len(names) == 1 else ""
