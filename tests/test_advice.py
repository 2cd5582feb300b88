"""Each of the 61 pieces of advice is given by a row that exists (`docs/advice.md`)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.coaching.checks import Kind
from bot.coaching.drafts import DRAFTS
from bot.decide.questions import QUESTIONS
from bot.say.unasked import WORDS
from tests.test_words import catalogue

PAGE = (Path(__file__).parents[1] / "docs" / "advice.md").read_text()
PIECE = re.compile(r"^\| (\d+) \| (.+) \| (.+) \|$", re.MULTILINE)
ROW = re.compile(r"(\w+) `([\w.]+)`")
PIECES = {int(number): ROW.findall(rows) for number, _, rows in PIECE.findall(PAGE)}
TABLES = {
    "nudge": set(WORDS),
    "question": {question.name for question in QUESTIONS},
    "draft": set(DRAFTS),
    "check": {str(kind) for kind in Kind},
    "rule": {key.removeprefix("rule.") for key in catalogue("en") if key.startswith("rule.")},
    "words": set(catalogue("en")),
}


def test_no_piece_of_advice_is_forgotten() -> None:
    assert sorted(PIECES) == list(range(1, 62))


@pytest.mark.parametrize("number", sorted(PIECES))
def test_every_piece_is_given_by_a_row_that_exists(number: int) -> None:
    assert PIECES[number]
    assert [f"{table} {row}" for table, row in PIECES[number] if row not in TABLES[table]] == []


@pytest.mark.parametrize("table", ["nudge", "draft"])
def test_no_row_is_there_without_a_piece_of_advice_or_a_rule(table: str) -> None:
    """What the articles do not advise stands on a rule of the contact policy or repeats another row."""
    used = {row for rows in PIECES.values() for kind, row in rows if kind == table}
    assert TABLES[table] - used <= OF_RULES[table]


OF_RULES = {
    "nudge": {"absence", "check_in", "check_in_again", "your_move", "second_follow_up", "follow_up_again", "parked",
              "clean_end", "clean_end_unasked", "any_word", "offer_deadline", "reminder"},
    "draft": {"acceptance", "deadline", "decline", "late_call", "message", "more_time", "offer_received", "promised",
              "reply_invitation"},
}  # fmt: skip
