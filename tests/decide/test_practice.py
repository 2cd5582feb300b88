"""The practice list: shown, added to, answered, marked as solid, put off; with buttons and in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.decide.practice import practise, unsolid
from bot.hear.act import Act
from bot.learn.ledger import Stale
from storage.facts import Answer, Known, Note, NoteKind
from tests.decide.rows import NOW, acme, bare, done, keys, said, stranger, two
from tests.decide.test_debrief import at_acme
from tests.decide.turns import Turns

WHY = "Why do you leave?"


def with_questions(*texts: str, **changes: object) -> Known:
    """Ana, with these questions on her practice list."""
    notes = tuple(
        Note(id=50 + n, opportunity_id=1, interview_id=2, kind=NoteKind.UNPREPARED, text=words, at=NOW, **changes)  # type: ignore[arg-type]
        for n, words in enumerate(texts)
    )
    known = at_acme(debrief=Answer.NO)
    return replace(known, notes=notes, person=replace(known.person, serial=60))


def do(what: str, **slots: str) -> Act:
    return Act("practise", {"do": what, **slots})


def test_the_list_shows_what_is_open_with_a_button_each_and_how_many_are_solid() -> None:
    known = with_questions(WHY, "And your weakness?")
    known = replace(known, notes=(known.notes[0], replace(known.notes[1], solid_at=NOW)))
    made = done(known, practise, do("list"))
    assert WHY in said(made)
    assert "1 answer is solid" in said(made)
    assert "weakness" not in said(made)
    assert made.reply.answers[0].presses[0][0].label == WHY


def test_a_long_question_is_shortened_on_its_button() -> None:
    made = done(with_questions("Why " * 20), practise, do("list"))
    assert len(str(made.reply.answers[0].presses[0][0].label)) == 40


def test_a_first_answer_is_kept_and_a_second_stands_under_it() -> None:
    turns = Turns(with_questions(WHY)).tap("practice.try", "practise", 50, do="try")
    assert (turns.asked, WHY in turns.said) == ("practice", True)
    turns.say("To build.")
    assert (turns.known.notes[0].answer, turns.known.notes[0].practised_at) == ("To build.", turns.now)
    assert turns.verbs == ["practice.solid", "practice.again"]
    turns.tap("practice.again", "practise", 50, do="try").say("Because I want to build.")
    assert turns.said.index("Before: To build.") < turns.said.index("Now: Because I want to build.")


def test_once_more_and_solid_can_be_typed_about_the_one_just_answered() -> None:
    turns = Turns(with_questions("And now?", WHY)).tap("practice.try", "practise", 51, do="try").say("To build.")
    assert turns.hear(do("try")).known.person.asking_about == 51
    turns.say("To build things.").hear(do("solid"))
    assert [note.solid_at is not None for note in turns.known.notes] == [False, True]
    assert "1 question is left" in turns.said


def test_whether_it_stands_is_answered_with_yes_or_no() -> None:
    turns = Turns(with_questions(WHY)).tap("practice.try", "practise", 50, do="try").say("To build.")
    assert turns.asked == "practice_stands"
    assert turns.hear(bare("no")).asked == "practice"
    turns.say("Because I want to build.").hear(bare("yes"))
    assert turns.known.notes[0].solid_at == turns.now
    turns = Turns(with_questions(WHY)).tap("practice.try", "practise", 50, do="try").say("To build.")
    assert turns.say("once more").asked == "practice"
    assert turns.say("To build things.").say("To build things again.").known.notes[0].answer == "To build things again."
    assert turns.say("I've got this one").known.notes[0].solid_at == turns.now
    turns = Turns(with_questions(WHY)).tap("practice.try", "practise", 50, do="try").say("To build.").skip()
    assert (turns.known.notes[0].solid_at, turns.keys) == (None, ["practice.later"])


def test_try_without_a_name_takes_the_one_that_waits_longest_and_without_any_shows_the_list() -> None:
    known = with_questions("And now?", WHY)
    known = replace(known, notes=(replace(known.notes[0], practised_at=NOW - timedelta(days=2)), known.notes[1]))
    assert done(known, practise, do("try")).person.asking_about == 51
    assert keys(done(acme(), practise, do("try"))) == ["practice.empty"]
    assert keys(done(acme(), practise, do("solid"))) == ["practice.empty"]


def test_a_solid_answer_leaves_the_list_once() -> None:
    turns = Turns(with_questions(WHY)).tap("practice.try", "practise", 50, do="try")
    turns.tap("practice.solid", "practise", 50, do="solid")
    assert turns.known.notes[0].solid_at == turns.now
    assert "Your practice list is done" in turns.said
    assert turns.asked is None
    with pytest.raises(Stale):
        turns.tap("practice.solid", "practise", 50, do="solid")


def test_not_today_keeps_the_question() -> None:
    for skips in (lambda turns: turns.skip(), lambda turns: turns.tap("practice.skip", "practise", 50, do="skip")):
        turns = skips(Turns(with_questions(WHY)).tap("practice.try", "practise", 50, do="try"))
        assert (turns.known.notes[0].practised_at, turns.asked) == (None, None)
    with pytest.raises(Stale):
        turns.tap("practice.skip", "practise", 50, do="skip")


def test_news_is_no_answer() -> None:
    turns = Turns(with_questions(WHY)).tap("practice.try", "practise", 50, do="try")
    turns.hear(Act("felt", {"mood": "great"}))
    assert turns.known.notes[0].answer is None


def test_a_question_can_be_added_under_the_one_that_is_on_ones_mind() -> None:
    made = done(with_questions(WHY), practise, do("add", text=" where  in five years? "))
    assert [note.text for note in made.known.notes] == [WHY, "where in five years?"]
    assert "2 questions" in said(made)
    spoken_of = Turns(two()).known
    made = done(replace(spoken_of, interviews=()), practise, do("add", text="why us?"))
    assert made.known.notes[0].opportunity_id == 11


def test_without_an_interview_a_question_has_no_place_yet() -> None:
    assert keys(done(stranger(), practise, do("add", text="why us?"))) == ["practice.nowhere"]
    assert keys(done(stranger(), practise, Act("practise"))) == ["practice.empty"]
    assert keys(done(stranger(), practise, do("add"))) == ["practice.empty"]


def test_buttons_about_what_is_no_question_find_nothing() -> None:
    known = with_questions(WHY)
    other = Note(id=59, opportunity_id=1, kind=NoteKind.WELL, text="calm", at=NOW)
    turns = Turns(replace(known, notes=(*known.notes, other)))
    for what in ("try", "solid", "skip"):
        for row in (59, 99):
            with pytest.raises(Stale):
                turns.tap(f"practice.{what}", "practise", row, do=what)


def test_the_longest_unpractised_comes_first() -> None:
    known = with_questions("a", "b", "c")
    old, older = (
        replace(n, practised_at=NOW - timedelta(days=d)) for n, d in ((known.notes[0], 1), (known.notes[1], 2))
    )
    assert [n.text for n in unsolid(replace(known, notes=(old, older, known.notes[2])))] == ["c", "b", "a"]


def test_a_bare_word_is_an_answer_only_while_it_is_asked() -> None:
    turns = Turns(with_questions(WHY)).tap("practice.try", "practise", 50, do="try").hear(bare("enough"))
    assert turns.keys == ["practice.later"]
