"""The language of words, as their small words tell it: a message, a sentence and a clause may each have its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from bot.hear.clause import Word
from bot.hear.vocabulary import LANGUAGES, vocabulary

MIXED = 2
"""Small words of another language that make a clause one of two languages."""


def language_of(words: Sequence[Word]) -> str | None:
    """The language whose small words are most; None when they do not tell."""
    small = list(chain.from_iterable([_small_in(word.text) for word in words]))
    counts = [small.count(language) for language in LANGUAGES]
    most = max(counts)
    return LANGUAGES[counts.index(most)] if counts.count(most) == 1 else None


def also_in(words: Sequence[Word], language: str) -> str | None:
    """The other language of a clause in two, where the first is `language`."""
    return next((one for one in LANGUAGES if one != language and _only_in(words, one) >= MIXED), None)


def _only_in(words: Sequence[Word], language: str) -> int:
    """How many small words are those of one language alone."""
    return sum(_small_only_in(word.text) == language for word in words)


@lru_cache(maxsize=8192)
def _small_in(word: str) -> tuple[str, ...]:
    """The languages in which it is one of the small words."""
    return tuple(language for language in LANGUAGES if word in vocabulary(language)["language"].alone)


@lru_cache(maxsize=8192)
def _small_only_in(word: str) -> str | None:
    """The one language in which it is a small word, when it is no verb of another."""
    found = _small_in(word)
    others = (one for one in LANGUAGES if one not in found)
    only = len(found) == 1 and not any(word in vocabulary(one)["verb"].alone for one in others)
    return found[0] if only else None
