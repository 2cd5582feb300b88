"""A reply as one message: what was kept, what was asked for, one question; and its buttons."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.learn.ledger import Ledger
from bot.say.rendering import messages
from bot.turn import Message
from bot.words.named import Press
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
