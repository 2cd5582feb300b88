"""/settings and /privacy: what is set, who sees what is told, and the way to have no model asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.respond import respond
from bot.turn import Incoming, Kind, Message, Turn
from storage.facts import Known
from tests.decide.rows import NOW, acme


def typed(known: Known, text: str, *, has_model: bool = True) -> Turn:
    one = known.person.id
    return respond(Incoming(kind=Kind.TEXT, person_id=one, chat_id=one, text=text, has_model=has_model), known, NOW)


def pressed(known: Known, verb: str, version: int = 0) -> Turn:
    one, data = known.person.id, f"1:{verb}:0:{version}"
    incoming = Incoming(
        kind=Kind.PRESS, person_id=one, chat_id=one, data=data, press_id="1", message_id=7, has_model=True
    )
    return respond(incoming, known, NOW)


def shown(turn: Turn) -> tuple[str, list[str]]:
    """The words of a turn, and the labels of its buttons."""
    said = [one for one in turn.say if isinstance(one, Message)]
    return " ".join(one.text for one in said), [b.label for one in said for row in one.buttons for b in row]


def with_no_model(known: Known) -> Known:
    return replace(known, person=replace(known.person, no_model=True))


@pytest.mark.parametrize("command", ["/settings", "/privacy"])
def test_both_say_whether_a_model_is_asked_and_offer_the_other_way(command: str) -> None:
    asked, labels = shown(typed(acme(), command))
    assert ("language model" in asked, "No model" in labels) == (True, True)

    not_asked, labels = shown(typed(with_no_model(acme()), command))
    assert (asked != not_asked, "Ask the model" in labels) == (True, True)


@pytest.mark.parametrize("command", ["/settings", "/privacy"])
def test_where_there_is_no_model_there_is_no_choice(command: str) -> None:
    words, labels = shown(typed(acme(), command, has_model=False))
    assert not any("model" in label.casefold() for label in labels)
    assert "helps" not in words


def test_a_button_says_no_to_the_model_and_another_one_yes() -> None:
    turn = pressed(acme(), "model.none")
    assert turn.known is not None
    assert turn.known.person.no_model

    back = pressed(turn.known, "model.ask")
    assert back.known is not None
    assert not back.known.person.no_model


def test_the_choice_can_be_taken_back() -> None:
    turn = pressed(acme(), "model.none")
    assert turn.known is not None
    known = replace(turn.known, person=replace(turn.known.person, heard_at=NOW - timedelta(minutes=1)))
    undone = typed(known, "/undo")
    assert undone.known is not None
    assert not undone.known.person.no_model


def test_a_no_to_the_model_outlives_everything_else() -> None:
    asked = typed(with_no_model(acme()), "/forget").known
    assert asked is not None
    forgotten = pressed(asked, "forget.yes", asked.person.serial).known
    assert forgotten is not None
    assert (forgotten.opportunities, forgotten.person.no_model) == ((), True)


def test_what_is_set_is_told_in_lines_of_its_own() -> None:
    words, _ = shown(typed(acme(), "/settings", has_model=False))
    assert "21:00" in words
    assert "London" in words
    assert "English" in words
