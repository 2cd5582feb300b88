"""Which of the Person's notes a Draft may use: what was said, what the reader does there, what the Person would do."""

from __future__ import annotations

from dataclasses import dataclass

from bot.coaching.drafts import told
from bot.coaching.drafts.composing import Facts
from storage.facts import Note, NoteKind


@dataclass(frozen=True, slots=True)
class Detail:
    """Something that was said, and by whom; None: by nobody in particular."""

    text: str
    said_by: str | None


def details(facts: Facts) -> list[Detail]:
    """What they told the Person and is fit to repeat (advice 19), in the order in which it was noted."""
    to_them = not facts.opportunity.via_agency
    found = []
    for note in notes(facts, NoteKind.DETAIL):
        text = told.detail(note.text, facts.language, to_them=to_them)
        if text is not None:
            found.append(Detail(text, note.about or told.speaker(note.text, facts.language)))
    return found


def detail_for(facts: Facts, name: str | None, panel: tuple[str, ...]) -> Detail | None:
    """What may be repeated to one of a panel: their own word, else one that nobody of the others said or gets."""
    known = details(facts)
    own = {who: [said for said in known if said.said_by and told.same_name(who, said.said_by)] for who in panel}
    if name is not None and own.get(name):
        return own[name][0]
    open_to_all = [said for said in known if not any(said in theirs for theirs in own.values())]
    without = [who for who in panel if not own[who]]
    place = without.index(name) if name in without else 0
    return open_to_all[place] if place < len(open_to_all) else None


def position(facts: Facts, name: str | None) -> str | None:
    """What the reader does there, when it was noted as a title."""
    about = (n for n in notes(facts, NoteKind.POSITION) if name and n.about and told.same_name(n.about, name))
    titles = (told.position(note.text, facts.language) for note in about)
    return next((title for title in titles if title), None)


def idea(facts: Facts) -> str | None:
    """What the Person would do first in this job (advice 26); the latest counts."""
    to_them = not facts.opportunity.via_agency
    ideas = (told.idea(n.text, facts.language, to_them=to_them) for n in reversed(notes(facts, NoteKind.IDEA)))
    return next((text for text in ideas if text), None)


def notes(facts: Facts, kind: NoteKind) -> list[Note]:
    """The notes of this Interview; those that belong to none count for each."""
    at = facts.interview
    return [
        note
        for note in facts.known.notes
        if note.opportunity_id == facts.opportunity.id
        and note.kind is kind
        and (at is None or note.interview_id in (None, at.id))
    ]
