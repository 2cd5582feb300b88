"""Slips of the fingers: common misspellings from a table, and long words that are one letter off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.coaching.checking.letter import Letter
from bot.coaching.checking.lexicon import Lexicon, Pattern, pattern
from bot.coaching.checking.values import Finding, Kind
from bot.hear.times.typos import one_slip

LONG = 8
"""Letters: in shorter words one slip makes another word."""
LONG_WORD = re.compile(rf"(?<![\w'-])[a-z]{{{LONG},}}(?![\w'-])")
DOUBLED = re.compile(r"(?<![\w'-])([^\W\d_]+)(?:[ \t]+|[ \t]*\n[ \t]*)\1(?![\w'-])", re.IGNORECASE)


def slips(letter: Letter, lexicon: Lexicon) -> Iterator[Finding]:
    """Misspelt words, with the right one."""
    said = letter.addressed()
    for match in any_of(tuple(lexicon.misspelt)).finditer(said):
        wrong = match.group()
        right = lexicon.misspelt.get(wrong.casefold())
        if right is None:  # a letter that only looks alike: the dotted capital I
            continue
        if wrong.casefold() != right.casefold() or wrong.islower():
            yield Finding(Kind.MISSPELLING, letter.quote(*match.span()), {"right": right})
    for match in LONG_WORD.finditer(said):
        meant = _meant(match.group(), lexicon)
        if meant:
            yield Finding(Kind.MISSPELLING, match.group(), {"right": meant})


def _meant(word: str, lexicon: Lexicon) -> str | None:
    """The common long word that lacks a letter here, or has one too many or two swapped; endings are left alone."""
    if word in lexicon.long_words or word in lexicon.neighbours or word in lexicon.stock_words:
        return None
    near = _by_ends(lexicon.long_words).get((word[0], word[-2:]), ())
    return next((right for right in near if one_slip(word, right)), None)


@cache
def _by_ends(long_words: frozenset[str]) -> dict[tuple[str, str], list[str]]:
    ends: dict[tuple[str, str], list[str]] = {}
    for word in sorted(long_words):
        ends.setdefault((word[0], word[-2:]), []).append(word)
    return ends


@cache
def any_of(entries: tuple[str, ...]) -> Pattern:
    """Any of the entries as whole words, the longest first."""
    return pattern(*sorted(map(re.escape, entries), key=len, reverse=True))


def doubled_words(letter: Letter, lexicon: Lexicon) -> Iterator[Finding]:
    """A word typed twice; a name may be doubled."""
    for match in DOUBLED.finditer(letter.prose):
        first, second = match.group(1), match.group().split()[-1]
        if first.casefold() not in lexicon.may_double and not (first[0].isupper() and second[0].isupper()):
            yield Finding(Kind.DOUBLED_WORD, letter.quote(*match.span()), {"right": first})
