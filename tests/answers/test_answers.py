"""Questions of people after an interview, in their scenes: each answer holds what it should and changes nothing."""

from __future__ import annotations

import re

import pytest

from bot.coaching.answers.rows import ROWS
from bot.hear.asked import topics
from bot.hear.topics import TOPICS
from storage.facts import Known
from tests.answers.scenes import FILES, TRANSCRIPT, Row, answered, rows, transcript

ASKED = rows("questions")
TELLING = frozenset({"q07", "q25", "q59"})
"""Questions beside which something is told: a request, an offer, what was sent."""
FACTS = ("opportunities", "interviews", "contacts", "promises", "events", "notes")


def told_before(known: Known, row: Row) -> bool:
    """Whether nothing is known but what was, except where the message tells it."""
    return row["id"] in TELLING or not any(fact.id > 20 for name in FACTS for fact in getattr(known, name))


@pytest.mark.parametrize("heads", [True, False], ids=["heads", "rules"])
@pytest.mark.parametrize("row", ASKED, ids=[row["id"] for row in ASKED])
def test_an_answer_holds_what_it_should(row: Row, *, heads: bool) -> None:
    got = answered(row, heads=heads)
    assert [words for words in row["holds"] if not re.search(words, got.words)] == [], got.words
    assert told_before(got.known, row), got.words


def test_the_answers_read_as_they_are_written_down() -> None:
    assert TRANSCRIPT.read_text(encoding="utf-8").startswith(transcript(FILES[0])), "python -m tests.answers"


@pytest.mark.parametrize("name", FILES)
def test_no_answer_opens_with_a_yes_that_nobody_asked_for(name: str) -> None:
    for row in rows(name):
        got = answered(row)
        asks = re.search(r"\b(can|may|should|could|is it ok|kann|darf|soll|sollte)\b", row["say"], re.IGNORECASE)
        assert asks or not re.match(r"(Yes|Ja)\b", got.words), (row["say"], got.words)


def test_every_topic_that_is_heard_has_its_row() -> None:
    assert {*topics(), *TOPICS} == ROWS.keys()
