"""Undo: exactly what the last message made is taken back, whatever it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.in_place import Chat, acme, facts, nudged


@pytest.mark.parametrize(
    "words", ["undo", "delete that", "no, delete that", "oops, undo", "take that back", "scratch that"]
)
def test_the_last_thing_is_taken_back_whatever_it_was_called(words: str) -> None:
    assert facts(Chat(acme()).say("they asked me to be patient").say(words).known) == facts(acme())


@pytest.mark.parametrize(
    "words",
    [
        "they said by Friday",
        "they made me an offer",
        "I emailed them",
        "I sent the thank-you",
        "it went great, they decide by Friday and I promised references by Thursday",
        "mute Acme",
        "I met Dana and Tom",
        "it's a university",
        "I withdrew",
        "they will answer by the 18th",
        "feedback: too junior",
        "I had an interview with Globex yesterday",
        "Acme rejected me",
    ],
)
def test_everything_that_was_just_kept_can_be_taken_back(words: str) -> None:
    chat = Chat(acme()).say(words)
    assert facts(chat.known) != facts(acme())
    assert facts(chat.say("undo").known) == facts(acme())
    assert "nothing to take back" in chat.say("undo").said


def test_what_was_taken_back_from_the_check_in_may_be_asked_again() -> None:
    known = nudged(acme(), "check_in")
    begun = replace(known, nudged=(replace(known.nudged[0], once="check_in:2:x"),))
    asked = replace(begun, person=replace(begun.person, asking="mood", asking_about=2))
    chat = Chat(asked).say("fine").say("undo")
    assert chat.known.interviews[0].mood is None
    assert "How did it go" in chat.say("/checkin").said


def test_a_button_that_keeps_nothing_leaves_what_the_message_kept_to_be_put_right() -> None:
    chat = Chat(acme()).say("they decide by Friday. should I thank them?")
    known = facts(chat.known)
    chat.tap("Show me a draft").press("wrong")
    assert "nothing to take back" not in chat.said
    assert any("Fri" in label for label in chat.buttons)
    assert facts(chat.known) == known
