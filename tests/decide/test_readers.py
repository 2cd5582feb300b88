"""To whom it goes, when several were there: by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from storage.facts import Known
from tests.in_place import NOW, Chat, acme


def met(*names: str) -> Known:
    known = acme()
    return replace(known, interviews=(replace(known.interviews[0], interviewers=names),))


def test_each_of_them_is_thanked() -> None:
    said = Chat(met("Orla", "Piet")).say("who do i send the thank you note to, both of them?").said
    assert "Orla and Piet" in said
    assert "One to each" in said


def test_the_question_goes_to_one_of_them_who_arranges_the_talks() -> None:
    chat = Chat(met(), NOW + timedelta(days=20)).say("I met Orla (head of design) and Tom (recruiter)")
    assert "To Tom" in chat.say("whom do I write to then, to her or to him?").said


def test_one_who_was_there_alone_is_meant() -> None:
    assert "To Orla" in Chat(met("Orla")).say("who should I send my thank-you to?").said


def test_where_nobody_is_known_the_answer_holds_for_everybody() -> None:
    assert "address you have" in Chat(met()).say("who do i send it to, both of them?").said


def test_when_both_questions_are_used_nobody_is_told_to_send_one_more() -> None:
    chat = Chat(met("Orla"), NOW + timedelta(days=20)).say("I sent them a follow-up")
    chat.later(days=14).say("I sent Acme a second follow-up").later(days=9)
    assert "One more" not in chat.say("should I give up?").said


@pytest.mark.parametrize("words", ["can they sue me if I back out?", "is my spoken yes legally binding?"])
def test_a_question_of_law_is_left_to_those_who_know(words: str) -> None:
    assert "lawyer" in Chat(met("Orla")).say(words).said


def test_a_question_sent_on_a_weekend_after_its_day_was_not_early() -> None:
    chat = Chat(acme(), NOW + timedelta(days=17))  # a Saturday, and their time was up in the week before
    assert chat.now.weekday() == 5
    assert "early" not in chat.say("I just emailed them to ask how things stand").said
