"""The practice list, and the applications of a week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from storage.facts import Answer, Known, Mood, Note, NoteKind, Nudged, Week
from tests.conftest import NOON
from tests.in_place import Chat, at_noon

LOOKED_BACK = {
    "mood": Mood.FINE,
    "interest_said": Answer.YES,
    "window_answer": Answer.NO,
    "promise_answer": Answer.NO,
    "debrief": Answer.NO,
}
"""All is told of the interview, so that nothing else is asked."""

WHY = "Why do you leave?"


def with_questions(*texts: str, **changes: object) -> Chat:
    """Ana, with these questions on her practice list."""
    known = at_noon(**LOOKED_BACK)
    notes = tuple(
        Note(id=10 + n, opportunity_id=1, interview_id=2, kind=NoteKind.UNPREPARED, text=text, at=NOON, **changes)  # type: ignore[arg-type]
        for n, text in enumerate(texts)
    )
    return Chat(replace(known, notes=notes, person=replace(known.person, serial=30)), NOON + timedelta(days=1))


def test_the_list_shows_what_is_open_with_a_button_each_and_how_many_are_solid() -> None:
    chat = with_questions(WHY, "And your weakness?")
    done = replace(chat.known.notes[1], solid_at=NOON)
    chat = Chat(replace(chat.known, notes=(chat.known.notes[0], done)), chat.now).say("/practice")
    assert WHY in chat.said
    assert "1 answer is solid" in chat.said
    assert "weakness" not in chat.said
    assert WHY in chat.buttons


def test_a_first_answer_is_kept() -> None:
    chat = with_questions(WHY).say("/practice").tap(WHY)
    assert chat.said == f"{WHY}\n\nWhat would you say now? Type it as you would say it."
    chat.say("I want to build things again, and I can't call them mine there.")
    (note,) = chat.known.notes
    assert note.answer == "I want to build things again, and I can't call them mine there."
    assert note.practised_at == chat.now
    assert chat.known.contacts == ()


def test_a_second_answer_stands_under_the_first() -> None:
    chat = with_questions(WHY, answer="Because.", practised_at=NOON).press("practice.again", 10)
    chat.say("Because I want to build.")
    assert chat.said.index("Before: Because.") < chat.said.index("Now: Because I want to build.")
    assert chat.tap("Once more").known.person.asking == "practice"


def test_a_solid_answer_leaves_the_list() -> None:
    chat = with_questions(WHY).press("practice.try", 10).say("To build.").press("practice.solid", 10)
    assert chat.known.notes[0].solid_at == chat.now
    assert "Your practice list is done" in chat.said
    assert chat.press("practice.solid", 10).toast
    assert chat.asked is None


def test_not_today_keeps_the_question() -> None:
    for typed in (None, "skip"):
        chat = with_questions(WHY).press("practice.try", 10)
        chat = chat.say(typed) if typed else chat.press("practice.skip", 10)
        assert chat.known.notes[0].practised_at is None
        assert chat.asked is None
    assert chat.press("practice.skip", 10).toast


@pytest.mark.parametrize(
    "text",
    ["/practice where in five years?"],
)
def test_a_question_can_be_added_in_words(text: str) -> None:
    chat = with_questions(WHY).say(text)
    assert chat.notes(NoteKind.UNPREPARED) == [WHY, "where in five years?"]
    assert "2 questions" in chat.said


def test_without_an_interview_a_question_has_no_place_yet() -> None:
    nobody = Known(person=at_noon(**LOOKED_BACK).person)
    assert "interview first" in Chat(nobody).say("/practice where in five years?").said
    assert "empty" in Chat(nobody).say("practice").said


def test_a_button_about_somebody_elses_question_finds_nothing() -> None:
    for verb in ("try", "again", "solid", "skip"):
        assert with_questions(WHY).press(f"practice.{verb}", 99).toast


# The applications of a week


def asked_for_applications(at: timedelta = timedelta()) -> Chat:
    """Ana was asked on Friday 4 December, and answers so long after."""
    friday = NOON + timedelta(days=4)
    known = at_noon(**LOOKED_BACK)
    nudged = Nudged(id=3, once="applications:2026-11-30", name="applications", opportunity_id=None, at=friday)
    person = replace(known.person, asking="applications", serial=5)
    return Chat(replace(known, person=person, nudged=(nudged,)), friday + at)


@pytest.mark.parametrize(("text", "number"), [("4", 4), ("three", 3), ("none", 0)])
def test_a_number_is_kept_for_its_week(text: str, number: int) -> None:
    chat = asked_for_applications().say(text)
    assert [(w.monday, w.applications) for w in chat.known.weeks] == [(date(2026, 11, 30), number)]
    assert chat.asked is None


def test_a_button_does_the_same_and_a_later_count_takes_its_place() -> None:
    chat = asked_for_applications().press("apps.3", 0).press("apps.5", 0)
    assert [week.applications for week in chat.known.weeks] == [5]


def test_an_answer_on_monday_is_about_the_week_that_was_asked_about() -> None:
    chat = asked_for_applications(timedelta(days=3)).say("4")
    assert chat.known.weeks[0].monday == date(2026, 11, 30)


def test_a_count_may_be_told_unasked() -> None:
    chat = Chat(at_noon(**LOOKED_BACK), NOON).say("I sent 4 applications this week")
    assert chat.known.weeks == (Week(id=chat.known.weeks[0].id, monday=date(2026, 11, 30), applications=4),)
    assert chat.known.contacts == ()


def test_it_may_be_skipped_and_what_is_no_number_ends_it() -> None:
    chat = asked_for_applications().say("skip")
    assert (chat.known.weeks, chat.asked) == ((), None)
    assert asked_for_applications().say("some").known.weeks == ()


@pytest.mark.parametrize("news", ["they called. I got it!!!", "remind me tomorrow at 8"])
def test_news_is_no_number_of_applications(news: str) -> None:
    assert asked_for_applications().say(news).known.weeks == ()
