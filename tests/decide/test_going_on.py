"""Whether a question follows an answer: none for whoever asked for help or told a feeling."""

from __future__ import annotations

import pytest

from bot.decide import questions
from bot.decide.table import may_go_on
from bot.hear.act import Act, By
from bot.learn.ledger import Ledger
from storage.facts import OpenKind
from tests.decide import rows
from tests.decide.rows import ledger

FELT = Act("felt", {"mood": "fine"})


def told(*acts: Act) -> Ledger:
    """After a message of these acts, of which something was kept."""
    made = ledger(rows.acme(), *acts)
    made.change_person(journal="{}")
    return made


def test_after_facts_a_question_may_follow() -> None:
    assert may_go_on(told(FELT), (FELT,), waits=False)


@pytest.mark.parametrize("name", ["ask_advice", "ask_meaning", "ask_may_write", "ask_draft", "worry", "anger"])
def test_nothing_is_asked_of_whoever_asked_for_help_or_told_a_feeling(name: str) -> None:
    acts = (FELT, Act(name))
    assert not may_go_on(told(*acts), acts, waits=False)
    bare = (Act(name), Act("felt", {"mood": "fine"}, by=By.BARE))
    assert not may_go_on(told(*bare), bare, waits=False)


@pytest.mark.parametrize("name", ["ask_may_write", "worry"])
@pytest.mark.parametrize("kind", [OpenKind.WHICH, OpenKind.READING])
def test_what_has_to_be_placed_is_asked_all_the_same(kind: OpenKind, name: str) -> None:
    acts = (FELT, Act(name))
    made = told(*acts)
    made.leave_open(kind, "they said no")
    assert may_go_on(made, acts, waits=False)


def test_where_they_live_is_asked_once_even_then() -> None:
    """Before that nothing can be said unasked, and whoever is afraid of tomorrow has an interview tomorrow."""
    acts = (FELT, Act("worry"))
    made = told(*acts)
    made.change_person(zone_confirmed=False)
    assert may_go_on(made, acts, waits=False)
    questions.go_on(made, acts)
    assert made.person.asking == "zone"
    made.reply.question = None
    assert not may_go_on(made, acts, waits=False)


@pytest.mark.parametrize("name", ["worry", "anger"])
def test_after_a_feeling_alone_not_even_that_is_asked(name: str) -> None:
    made = told(Act(name))
    made.change_person(zone_confirmed=False, journal=None)
    assert not may_go_on(made, (Act(name),), waits=False)


def test_where_they_live_comes_before_what_only_helps_to_tell_more() -> None:
    made = told(FELT)
    questions.go_on(made, (FELT,))
    assert made.person.asking == "mood"
    unplaced = told(FELT)
    unplaced.change_person(zone_confirmed=False)
    questions.go_on(unplaced, (FELT,))
    assert unplaced.person.asking == "zone"
