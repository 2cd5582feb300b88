"""What a question is about: each topic is weighed by all the words of it that a message says.

The words stand in tables, one a language: a topic, the weight of some words, the words, written as in
`bot.hear.vocabulary`. A line counts once, however often it is said. What weighs less than the bar is no topic.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bot.hear.clause import Word
from bot.hear.vocabulary import LANGUAGES, UMLAUTS, Meaning

TABLES = Path(__file__).parent
BAR = 3
"""What the words of a topic weigh together at least."""


class Line(NamedTuple):
    """Some words of a topic, and what they weigh."""

    topic: str
    weight: int
    meaning: Meaning


@cache
def _lines(language: str) -> Sequence[Line]:
    rows = (TABLES / f"{language}.tsv").read_text(encoding="utf-8").casefold().translate(UMLAUTS).splitlines()
    return tuple(_line(row) for row in rows if row and not row.startswith("#"))


def _line(row: str) -> Line:
    topic, weight, alternatives = row.split("\t")
    return Line(topic, int(weight), Meaning([one.strip() for one in alternatives.split("|")]))


@cache
def topics() -> tuple[str, ...]:
    """All topics that the tables know, in their order."""
    return tuple(dict.fromkeys(line.topic for language in LANGUAGES for line in _lines(language)))


def weights(words: Sequence[Word], language: str) -> dict[str, int]:
    """What each topic weighs in these words; those of which nothing is said are left out."""
    found: dict[str, int] = {}
    for topic, weight, meaning in _lines(language):
        if meaning.find(words) is not None:
            found[topic] = found.get(topic, 0) + weight
    return found


def topic_in(words: Sequence[Word], language: str) -> str | None:
    """The topic that weighs most; of two that weigh the same the one that stands first; None below the bar."""
    found = weights(words, language)
    best = max(found, key=lambda topic: found[topic], default=None)
    return best if best is not None and found[best] >= BAR else None
