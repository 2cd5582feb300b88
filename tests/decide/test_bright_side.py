"""No exam: after three self-reproaches one thing that went well is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.decide import bright_side
from bot.hear.act import Act
from bot.learn.ledger import Stale
from storage.facts import NoteKind
from tests.decide.rows import NOW, acme, bare, done, keys, ledger, press, stranger
from tests.decide.test_debrief import ONLY_NOTES, begun
from tests.decide.turns import Turns

REPROACHES = ("I rambled. I'm so stupid", "I always mess up the money question", "I was terrible at that")


def test_after_the_third_it_is_asked_at_once_and_the_debrief_goes_on_afterwards() -> None:
    turns = begun(**ONLY_NOTES)
    for words in REPROACHES:
        turns.say(words)
    assert (turns.asked, turns.known.person.reproaches) == ("bright_side", 0)
    assert len(turns.known.notes) == 3
    turns.say("they laughed at my joke")
    assert turns.notes(NoteKind.WELL)[-1] == "they laughed at my joke"
    assert turns.asked == "debrief_example"
    assert turns.keys[0] == "echo.bright_side"


@pytest.mark.parametrize(
    "passed",
    [bare("skip"), bare("no"), bare("note", text="nothing"), press("pass.bright_side", "skip", 2, asked="bright_side")],
)
def test_it_may_be_passed(passed: Act) -> None:
    turns = begun(**ONLY_NOTES)
    for words in REPROACHES:
        turns.say(words)
    turns.hear(passed)
    assert (turns.asked, turns.keys[0]) == ("debrief_example", "echo.bright_side.none")
    assert len(turns.known.notes) == 3


def test_two_are_only_counted_and_once_a_message() -> None:
    made = ledger(acme())
    bright_side.count(made, "I'm so stupid")
    bright_side.count(made, "I blew it")
    assert (made.person.reproaches, made.reply.question) == (1, None)
    bright_side.count(made, "the coffee was terrible")
    assert made.person.reproaches == 1


def test_before_any_interview_there_is_nothing_to_ask_for() -> None:
    known = stranger()
    made = ledger(replace(known, person=replace(known.person, reproaches=5)))
    bright_side.count(made, "I'm so stupid")
    assert (made.reply.question, made.person.reproaches) == (None, 6)


def test_an_old_button_says_so() -> None:
    with pytest.raises(Stale):
        done(acme(), bright_side.bright_side, press("pass.bright_side", "bright_side", 2))


def test_news_in_between_is_no_answer() -> None:
    known = acme()
    asked = replace(known, person=replace(known.person, asking="bright_side", asking_about=2, heard_at=NOW))
    turns = Turns(asked).hear(Act("felt", {"mood": "great"}), after=timedelta(minutes=2))
    assert turns.known.notes == ()
    assert bright_side.QUESTION.means is not None
    assert bright_side.QUESTION.means(turns.last, Act("felt", {"mood": "great"})) is None
    assert "echo.bright_side" not in keys(turns.last)
