"""Notes of one Interview, in the Person's own words: which there are, how one is kept, and who of them said what."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.learn.going import LONGEST_NOTE
from bot.learn.ledger import Ledger
from bot.learn.people import named_in
from storage.facts import Interview, Known, Note, NoteKind

_SENTENCE_END = re.compile(r"(?<=[.!;])(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bProf\.)\s+|\n")


def notes_of(known: Known, interview: Interview, kind: NoteKind) -> list[Note]:
    """Its Notes of one kind, in the order in which they were written."""
    return [note for note in known.notes if note.interview_id == interview.id and note.kind is kind]


def add_note(ledger: Ledger, interview: Interview, kind: NoteKind, text: str, about: str | None = None) -> Note:
    """Keep one Note."""
    return ledger.add(
        Note,
        opportunity_id=interview.opportunity_id,
        interview_id=interview.id,
        kind=kind,
        text=" ".join(text.split())[:LONGEST_NOTE],
        at=ledger.now,
        about=about,
    )


def replace_notes(ledger: Ledger, interview: Interview, kind: NoteKind, said: Iterable[tuple[str, str | None]]) -> None:
    """Keep these Notes, each a text and whom it is about, instead of those of the same kind."""
    ledger.remove(Note, *(note.id for note in notes_of(ledger.known, interview, kind)))
    for text, about in said:
        add_note(ledger, interview, kind, text, about)


def said_by(text: str, names: tuple[str, ...]) -> list[tuple[str, str | None]]:
    """What each of them said: a sentence that names another of them begins what that one said."""
    told: list[tuple[str, str | None]] = []
    for sentence in _SENTENCE_END.split(text.strip()):
        about = named_in(sentence, names)
        if told and (about is None or about == told[-1][1]):
            told[-1] = (f"{told[-1][0]} {sentence}", told[-1][1])
        elif sentence:
            told.append((sentence, about))
    return told
