"""Forgiving one slip of the fingers in a long word: a letter wrong, missing, doubled or swapped.

A word is only corrected when it is nothing that the language's table knows already.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator


class Typos:
    """Right words found by what is left of them when one letter is taken out."""

    def __init__(self, words: Iterable[str], known: Container[str]) -> None:
        self._known = known
        self._by_rest: dict[str, str] = {}
        for word in sorted(words):
            for rest in _rests(word):
                self._by_rest.setdefault(rest, word)

    def right(self, word: str) -> str | None:
        """The word that was meant, or None."""
        if not 5 <= len(word) <= 14 or word in self._known:
            return None
        for rest in _rests(word):
            meant = self._by_rest.get(rest)
            if meant and meant[0] == word[0] and one_slip(word, meant):
                return meant
        return None


def _rests(word: str) -> Iterator[str]:
    yield word
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]


def one_slip(typed: str, meant: str) -> bool:
    """Are two different words one letter, or one swap of neighbours, apart?"""
    short, long = sorted((typed, meant), key=len)
    if len(long) - len(short) > 1 or typed == meant:
        return False
    index = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[index:] == long[index + 1 :]
    swapped = short[index + 1 : index + 2] + short[index : index + 1] + short[index + 2 :]
    return short[index + 1 :] == long[index + 1 :] or swapped == long[index:]
