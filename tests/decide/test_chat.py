"""Hello, thanks, goodbye, an insult, something else, something not to be understood."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.decide.chat import bye, hello, insult, off_topic, thanks, unclear
from bot.decide.question import Question
from bot.decide.questions import QUESTIONS
from bot.hear.act import Act
from bot.respond import respond
from bot.turn import Incoming, Kind, Message
from tests.conftest import NOON
from tests.decide import rows
from tests.decide.rows import done, keys, ledger, said


def test_hello_is_answered_with_the_name_and_what_matters_most() -> None:
    made = done(rows.two(), hello, Act("hello"))
    assert keys(made) == ["small.hello_named", "stand.only_thank_you"]
    assert said(made).startswith("Hello Ana.")
    nameless = replace(rows.stranger(), person=replace(rows.stranger().person, name=""))
    assert keys(done(nameless, hello, Act("hello"))) == ["small.hello_unnamed", "small.tell_me"]


@pytest.mark.parametrize("language", ["en", "de"])
def test_thanks_and_goodbye(language: str) -> None:
    assert said(done(rows.acme(), thanks, Act("thanks")), language)
    until = done(rows.ahead(), bye, Act("bye"))
    assert keys(until) == ["small.bye_until"]
    assert said(until, language)
    assert keys(done(rows.stranger(), bye, Act("bye"))) == ["small.bye"]
    paused = replace(rows.ahead(), person=replace(rows.ahead().person, paused=True))
    assert keys(done(paused, bye, Act("bye"))) == ["small.bye"]


def test_beside_anything_else_a_greeting_needs_no_answer() -> None:
    for do, name in ((hello, "hello"), (thanks, "thanks"), (bye, "bye")):
        assert keys(done(rows.acme(), do, Act(name), Act("felt"))) == []
        assert keys(done(rows.acme(), do, Act(name), Act("worry"))) == []


def test_of_a_thanks_and_a_goodbye_the_last_is_answered() -> None:
    first, last = Act("thanks"), Act("bye")
    made = ledger(rows.acme(), first, last)
    thanks(made, first)
    bye(made, last)
    assert keys(made) == ["small.bye_until"]


def test_calm_stays_calm() -> None:
    assert keys(done(rows.acme(), insult, Act("insult"))) == ["small.insult"]
    assert keys(done(rows.acme(), insult, Act("insult"), Act("ask_next"))) == []


def test_what_is_not_ours_is_said_so() -> None:
    assert keys(done(rows.acme(), off_topic, Act("off_topic"))) == ["small.off_topic"]
    assert keys(done(rows.acme(), off_topic, Act("off_topic"), Act("felt"))) == []


def test_not_to_be_understood() -> None:
    assert keys(done(rows.acme(), unclear, Act("unclear"))) == ["unclear.example"]
    assert keys(done(rows.acme(), unclear, Act("unclear"), Act("felt"))) == []
    assert keys(done(rows.acme(), unclear, Act("unclear"), Act("off_topic"))) == []


def test_an_open_question_is_put_once_more() -> None:
    known = rows.acme()
    asked = replace(known, person=replace(known.person, asking="own_text", asking_about=1, asking_text="thank_you"))
    made = done(asked, unclear, Act("unclear"))
    assert keys(made) == ["unclear.asked", "ask.own_text"]
    assert made.person.asking_text == "thank_you"


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.name)
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_question_can_be_put_once_more(question: Question, language: str) -> None:
    """Also one that a message has put which was sent unasked, in words of its own."""
    known = rows.acme()
    person = replace(
        known.person, asking=question.name, asking_about=1, asking_text="1", heard_at=NOON, language=language
    )
    typed = Incoming(kind=Kind.TEXT, person_id=person.id, chat_id=1, text="zxcv")
    turn = respond(typed, replace(known, person=person), NOON)
    assert all(isinstance(one, Message) and one.text for one in turn.say)
