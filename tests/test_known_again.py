"""A name or a day that is ruled out gives place to the right one, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from storage.facts import Answer, Known, Note, NoteKind
from tests.in_place import NOW, Chat, acme


def met(*names: str, **changes: object) -> Chat:
    known = acme()
    talk = replace(known.interviews[0], interviewers=names, mood=None, **changes)  # type: ignore[arg-type]
    role = Note(id=19, opportunity_id=1, interview_id=2, kind=NoteKind.POSITION, text="CTO", at=NOW, about=names[0])
    return Chat(replace(known, interviews=(talk,), notes=(role,)))


def people(known: Known) -> tuple[str, ...]:
    return known.interviews[0].interviewers


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("sorry it's not Lindt, it's Lind", ("Ada Lind", "Bram")),
        ("her name is Lind, not Lindt", ("Ada Lind", "Bram")),
        ("it was Bruno not Bram btw", ("Ada Lindt", "Bruno")),
        ("nicht Bram, sondern Bruno", ("Ada Lindt", "Bruno")),
        ("not Bram but Mary Ann", ("Ada Lindt", "Mary Ann")),
    ],
)
def test_only_the_name_that_is_ruled_out_is_replaced(words: str, left: tuple[str, ...]) -> None:
    chat = met("Ada Lindt", "Bram").say("/status")
    assert people(chat.say(words).known) == left
    assert chat.known.notes[0].about == left[0]


def test_somebody_who_was_never_told_of_is_not_there_instead_of_the_others() -> None:
    assert people(met("Ada Lindt", "Bram").say("it was Sanne, not Susan").known) == ("Ada Lindt", "Bram", "Sanne")


@pytest.mark.parametrize("words", ["no wait, the 18th not the 11th", "the 18th, not the 11th sorry"])
def test_their_day_is_put_right_though_something_else_was_told_since(words: str) -> None:
    chat = met("Ada", window_answer=Answer.YES, window_latest=date(2026, 12, 11)).say("it went great")
    assert chat.say(words).known.interviews[0].window_latest == date(2026, 12, 18)


def test_a_day_that_is_not_known_puts_nothing_right() -> None:
    chat = met("Ada", window_answer=Answer.YES, window_latest=date(2026, 12, 11)).say("it went great")
    assert chat.say("the 18th not the 14th").known.interviews[0].window_latest == date(2026, 12, 11)
