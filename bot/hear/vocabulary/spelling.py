"""Long words with a slip of the fingers, as they are spelled."""

from __future__ import annotations

from collections.abc import Set
from functools import cache, lru_cache

from bot.hear.times.typos import Typos
from bot.hear.vocabulary import LANGUAGES, given_names, vocabulary

LONG = 7
"""Letters of a word in which a slip of the fingers is forgiven."""


@lru_cache(maxsize=4096)
def spelled(word: str) -> str:
    """A long word as it is spelled, when one letter of it is wrong and it is no word that is known."""
    if len(word) < LONG or word.endswith("ing"):
        return word
    return _typos().right(word) or word


@cache
def _typos() -> Typos:
    meanings = [meaning for language in LANGUAGES for meaning in vocabulary(language).values()]
    alone = {word for meaning in meanings for word in meaning.alone}
    parts = {part for meaning in meanings for rows in meaning.by_first.values() for row in rows for part in row}
    return Typos({word for word in alone | parts if len(word) >= LONG and word.isalpha()}, _Known(alone | parts))


class _Known:
    """The words that are spelled as they should be: those of the tables, and their plurals and participles."""

    def __init__(self, words: Set[str]) -> None:
        self._words = words | frozenset().union(*given_names().values())

    def __contains__(self, word: object) -> bool:
        text = str(word)
        stems = (text.removesuffix(end) for end in ENDINGS if text.endswith(end))
        return text in self._words or any(stem in self._words for stem in stems)


ENDINGS = ("s", "d", "ed", "r", "er", "ing", "en", "e", "n", "t", "es")
