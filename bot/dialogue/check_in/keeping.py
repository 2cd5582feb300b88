"""Keeping Notes about an Interview."""

from __future__ import annotations

from collections.abc import Iterable

from bot.dialogue.talk import Talk
from storage.facts import Interview, Note, NoteKind

LONGEST_NOTE = 600
"""Characters: ten notes fit into one message of Telegram."""


def notes_of(talk: Talk, interview: Interview, kind: NoteKind) -> list[Note]:
    """Its Notes of one kind, in the order in which they were written."""
    return [note for note in talk.known.notes if note.interview_id == interview.id and note.kind is kind]


def add_note(talk: Talk, interview: Interview, kind: NoteKind, text: str, about: str | None = None) -> Note:
    """Keep one Note."""
    return talk.add(
        Note,
        opportunity_id=interview.opportunity_id,
        interview_id=interview.id,
        kind=kind,
        text=" ".join(text.split())[:LONGEST_NOTE],
        at=talk.now,
        about=about,
    )


def replace_notes(talk: Talk, interview: Interview, kind: NoteKind, said: Iterable[tuple[str, str | None]]) -> None:
    """Keep these Notes, each a text and whom it is about, instead of those of the same kind."""
    old = notes_of(talk, interview, kind)
    talk.remove("notes", *(note.id for note in old))
    for text, about in said:
        add_note(talk, interview, kind, text, about)
