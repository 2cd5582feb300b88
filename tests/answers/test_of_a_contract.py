"""A thing that is sent in German stands behind its article; an answer that tells to write is not taken back."""

from __future__ import annotations

import pytest

from bot.coaching.answers import WRITES
from bot.coaching.answers.rows import ROWS
from bot.coaching.drafts.sending import sent


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        ("letztes Arbeitszeugnis", "mein letztes Arbeitszeugnis"),
        ("letzter Lohnzettel", "meinen letzten Lohnzettel"),
        ("letzte Abrechnung", "meine letzte Abrechnung"),
        ("weitere Unterlagen", "weitere Unterlagen"),
        ("unser Konzept", "unser Konzept"),
    ],
)
def test_one_thing_behind_an_adjective_is_the_persons_own(thing: str, said: str) -> None:
    assert sent(thing, "de") == said


def test_topics_that_tell_to_write_have_their_day() -> None:
    assert {topic for topic in WRITES if not ROWS[topic].has_day} == set()
