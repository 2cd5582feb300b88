"""What a question is about: each topic is weighed by all the words of it that a message says.

The words stand in tables, one a language: a topic, the weight of some words, the words, written as in
`bot.hear.vocabulary`. A line counts once, and
each word once for a topic. What weighs less than the bar is no topic.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from bot.hear.clause import Word
from bot.hear.vocabulary import ANY, LANGUAGES, Meaning, is_plain
from bot.hear.vocabulary.letters import UMLAUTS

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
    begun: dict[int, list[int]] = {}
    texts = frozenset([ANY, *[word.text for word in words]])
    for at, word in enumerate(words):
        for number, needed in _begun_with(word.text, language):
            if not needed.isdisjoint(texts):
                begun.setdefault(number, []).append(at)
    lines = _lines(language)
    for number in sorted(begun):
        topic, weight, meaning = lines[number]
        place = _unheard(words, meaning, begun[number], heard.setdefault(topic, set()))
        if place is not None:
            heard[topic].update(range(*place))
            found[topic] = found.get(topic, 0) + weight
    return found


def may_be_about(words: Sequence[Word], language: str, topics: frozenset[str]) -> bool:
    """Whether these words may say anything of one of these topics."""
    return any(not topics.isdisjoint(_topics_begun_with(word.text, language)) for word in words)


@lru_cache(maxsize=8192)
def _topics_begun_with(word: str, language: str) -> frozenset[str]:
    lines = _lines(language)
    return frozenset(lines[number].topic for number, _ in _begun_with(word, language))


@lru_cache(maxsize=8192)
def _begun_with(word: str, language: str) -> Sequence[tuple[int, Set[str]]]:
    """The lines of which an alternative may begin with this word, of two hundred a few, and words of which one must
    stand in a text that says one of those; ANY among them: there is one that needs none."""
    index, letters = _index(language), range(len(word) + 1)
    parts = {word, *(f"{word[:count]}*" for count in letters), *(f"*{word[count:]}" for count in letters)}
    found: dict[int, set[str]] = {}
    for part in parts & index.keys():
        for number, needed in index[part].items():
            found.setdefault(number, set()).update(needed)
    return tuple(found.items())


@cache
def _index(language: str) -> Mapping[str, Mapping[int, Set[str]]]:
    """From the first part of an alternative to the lines that hold it, and what else those need."""
    found: dict[str, dict[int, set[str]]] = {}
    for number, line in enumerate(_lines(language)):
        for first, *rest in line.meaning.alternatives():
            needed = max(filter(is_plain, rest), key=len, default=ANY)  # a long word stands in few texts
            found.setdefault(first, {}).setdefault(number, set()).add(needed)
    return found


def _unheard(words: Sequence[Word], meaning: Meaning, begun: Iterable[int], heard: Set[int]) -> tuple[int, int] | None:
    """The first of the places where it may begin at which it is said in words that have not counted for the topic."""
    places = ((at, meaning.end_at(words, at)) for at in begun)
    return next((place for place in places if place[1] and heard.isdisjoint(range(*place))), None)


def topic_in(words: Sequence[Word], language: str, out: Set[str] = frozenset()) -> str | None:
    """The topic that weighs most, `out` left out; of two that weigh the same the one that stands first; None below the
    bar."""
    found = {topic: weight for topic, weight in weights(words, language).items() if topic not in out}
    best = max(sorted(found, key=topics().index), key=lambda topic: found[topic], default=None)
    return best if best is not None and found[best] >= BAR else None
