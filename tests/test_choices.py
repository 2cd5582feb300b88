"""The answer to a choice opens with the choice, in both languages."""

from __future__ import annotations

import pytest

from bot.coaching.answers import answer
from bot.words import say
from storage.facts import Known
from tests.decide import rows
from tests.decide.rows import NOW


def opening(topic: str, known: Known, language: str) -> str:
    """How the answer begins."""
    said = answer(topic, known, known.opportunities[0], NOW).said[0]
    return say(said.key, language, **said.params)


@pytest.mark.parametrize(
    ("topic", "english", "german"),
    [
        ("signs_portal", "Neither bad nor good", "Weder schlecht noch gut"),
        ("low_number", "Yes, that can still move", "Ja, das lässt sich noch drehen"),
        ("explain_blank", "No, leave the reason out", "Nein, lass den Grund weg"),
        ("task_part", "Yes.", "Ja."),
    ],
)
def test_it_opens_with_the_choice(topic: str, english: str, german: str) -> None:
    assert opening(topic, rows.acme(), "en").startswith(english)
    assert opening(topic, rows.acme(), "de").startswith(german)
