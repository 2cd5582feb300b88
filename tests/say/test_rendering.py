"""A reply as one message: what was kept, what was asked for, one question; and its buttons."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot import words
from bot.learn.ledger import Ledger
from bot.say.promising import ASKS, BARE, PROMISES, kept_promise
from bot.say.rendering import messages
from bot.turn import Message
from bot.words.named import Press, lines, text
from storage.facts import Known
from tests.say.facts import life

NOW = datetime(2026, 12, 2, 12, tzinfo=UTC)


def test_the_answers_to_a_question_stand_above_not_right() -> None:
    ledger = Ledger(life(), NOW)
    ledger.keep("kept.felt.great")
    ledger.pose("ask.said", ((Press("said.yes", 2), Press("said.no", 2)),))
    (message,) = messages(ledger, ((Press("wrong"),),))
    assert isinstance(message, Message)
    assert [[button.label for button in line] for line in message.buttons] == [["Yes, I said it", "No"], ["Not right"]]


def test_what_two_parts_offer_stands_there_once() -> None:
    ledger = Ledger(life(), NOW)
    for key in ("kept.felt.great", "kept.felt.fine"):
        ledger.keep(key, ((Press("said.yes", 2),), (Press("said.no", 2),)))
    (message,) = messages(ledger)
    assert isinstance(message, Message)
    assert [button.data for line in message.buttons for button in line] == ["1:said.yes:2:0", "1:said.no:2:0"]


def test_the_same_answer_is_given_once() -> None:
    ledger = Ledger(life(), NOW)
    for _ in range(2):
        ledger.answer("worry.until", employer="Acme", opens=date(2026, 12, 15))
    (message,) = messages(ledger)
    assert isinstance(message, Message)
    assert message.text.count("You may ask Acme") == 1


def unplaced(**more: Any) -> Known:
    """Ana, of whom only the language is known: nothing can be said to her unasked."""
    known = life()
    return replace(known, person=replace(known.person, zone_confirmed=False, **more))


def told(known: Known) -> str:
    ledger = Ledger(known, NOW)
    ledger.answer("worry.until", employer="Acme", opens=date(2026, 12, 15))
    (message,) = messages(ledger)
    assert isinstance(message, Message)
    return message.text


def test_nobody_is_promised_a_word_who_can_be_told_nothing() -> None:
    assert "I'll tell you on that day" in told(life())
    assert "Tell me your city, and I'll say so that day." in told(unplaced())
    asked = told(unplaced(asking="zone", zone_asked_at=NOW))
    assert asked == "You may ask Acme from <b>Tue 15 Dec</b>.", "the city is being asked for anyway"


def test_the_city_is_asked_for_once_a_message() -> None:
    ledger = Ledger(unplaced(), NOW)
    for employer in ("Acme", "Globex"):
        ledger.answer("worry.until", employer=employer, opens=date(2026, 12, 15))
    ledger.tell(lines([text("worry.held.2", employer="Acme", opens=date(2026, 12, 15))]))
    (message,) = messages(ledger)
    assert isinstance(message, Message)
    assert message.text.count("Tell me your city") == 1
    assert "I hold" not in message.text
    assert "safe with me" not in message.text


@pytest.mark.parametrize("key", sorted(PROMISES))
def test_every_promise_has_a_twin_that_says_the_same(key: str) -> None:
    """And so have all the ways to say it."""
    said = {one: words._catalogue("en").gettext(one) for one in (key, *(f"{key}.{way}" for way in range(1, 9)))}
    ways = [words_of_it for one, words_of_it in said.items() if words_of_it != one]
    twin, bare = (set(re.findall(r"{(\w+)}", words._catalogue("en").gettext(f"{key}.{one}"))) for one in (ASKS, BARE))
    assert ways
    assert all(set(re.findall(r"{(\w+)}", one)) == twin for one in ways)
    assert bare <= twin


def test_a_promise_in_one_of_several_ways_has_the_twin_of_all() -> None:
    assert kept_promise("worry.held.3", unplaced().person) == "worry.held.unplaced"
    assert kept_promise("worry.wait.3", unplaced().person) == "worry.wait.3"
