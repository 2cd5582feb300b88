"""What a question is about: each topic is weighed by all the words of it that a message says.

The words stand in tables, one a language: a topic, the weight of some words, the words, written as in
`bot.hear.vocabulary`. A line counts once, and
each word once for a topic. What weighs less than the bar is no topic.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
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
    lines = (_line(row) for row in rows if row and not row.startswith("#"))
    return tuple(sorted(lines, key=lambda line: -line.weight))


def _line(row: str) -> Line:
    topic, weight, alternatives = row.split("\t")
    return Line(topic, int(weight), Meaning([one.strip() for one in alternatives.split("|")]))


@cache
def topics() -> tuple[str, ...]:
    """All topics that the tables know, in their order."""
    rows = (row for language in LANGUAGES for row in (TABLES / f"{language}.tsv").read_text("utf-8").splitlines())
    return tuple(dict.fromkeys(row.partition("\t")[0] for row in rows if row and not row.startswith("#")))


def weights(words: Sequence[Word], language: str) -> dict[str, int]:
    """What each topic weighs in these words; those of which nothing is said are left out."""
    found: dict[str, int] = {}
    heard: dict[str, set[int]] = {}
    for topic, weight, meaning in _lines(language):
        place = _unheard(words, meaning, heard.setdefault(topic, set()))
        if place is not None:
            heard[topic].update(range(*place))
            found[topic] = found.get(topic, 0) + weight
    return found


def _unheard(words: Sequence[Word], meaning: Meaning, heard: Set[int]) -> tuple[int, int] | None:
    """The first place where it is said in words that have not counted for the topic yet."""
    place = meaning.find(words)
    while place is not None and not heard.isdisjoint(range(*place)):
        place = meaning.find(words, place[0] + 1)
    return place


def topic_in(words: Sequence[Word], language: str) -> str | None:
    """The topic that weighs most; of two that weigh the same the one that stands first; None below the bar."""
    found = weights(words, language)
    best = max(sorted(found, key=topics().index), key=lambda topic: found[topic], default=None)
    return best if best is not None and found[best] >= BAR else None
