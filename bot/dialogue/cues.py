"""Words without which a pattern cannot fit, so that of a hundred patterns only a few are tried on a text.

A pattern that is tried in vain costs time, one that is not tried a meaning: what cannot be told beforehand counts as
anything goes. Read from the pattern as it is written; nothing here knows a word of any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from itertools import chain, product
from math import prod
from operator import add, and_, or_

Cues = frozenset[str]
"""Folded strings of letters, one of which stands in every text that fits."""
Way = tuple[Cues, ...]
"""Cues that are all met by every text that fits in this way; empty: anything goes."""
MOST_WAYS = 300
"""Of one part of a pattern; where there would be more, they are taken as one."""
MOST_CUES = 3
"""Of one way that are looked at: further ones leave out hardly any text."""
MOST_WORDS = 5000
"""That are remembered with the cues in them: people use the same ones again and again."""

_PIECE = re.compile(
    r"""
      (?P<flags> \(\?[a-z]+\) )
    | (?P<never> \(\?<?! )                   # what must not stand there
    | (?P<group> \((?!\?) | \(\?(?:[a-z]*:|<?=|P<\w+>) )
    | (?P<perhaps> [?*] | \{0?,?\d*\} )      # what stands before it may be left out
    | (?P<often> \+ | \{[\d,]+\} )
    | (?P<letters> [^\W\d_]+ (?![?*{]) )
    | (?P<other> \\. | \[ (?:\\.|[^\]])+ \] | [|)] | [^(] )
    """,
    re.VERBOSE | re.DOTALL,
)
_ALSO_I = str.maketrans("İı", "ii")
"""Patterns that ignore case take these for an i."""
_WORD = re.compile(r"[^\W\d_]+")
_ANYTHING: tuple[Way, ...] = ((),)


def fold(text: str) -> str:
    """A text as cues are looked for in it."""
    return text.casefold() if text.isascii() else text.translate(_ALSO_I).casefold()


def ways(pattern: str) -> tuple[Way, ...]:
    """The ways in which a text may fit a regular expression."""
    pieces = list(_PIECE.finditer(pattern))
    assert sum(len(piece[0]) for piece in pieces) == len(pattern), f"cannot be read: {pattern}"
    return _of_group(piece for piece in pieces if piece.lastgroup != "flags")


def _of_group(pieces: Iterator[re.Match[str]]) -> tuple[Way, ...]:
    """The ways of everything up to the closing bracket."""
    alternatives: list[list[tuple[Way, ...]]] = [[]]
    for piece in pieces:
        match piece.lastgroup, piece[0]:
            case _, ")":
                break
            case _, "|":
                alternatives.append([])
            case "perhaps", _:
                alternatives[-1].pop()
            case "never", _:
                _of_group(pieces)
                alternatives[-1].append(_ANYTHING)
            case "group", _:
                alternatives[-1].append(_of_group(pieces))
            case "letters", letters:
                alternatives[-1].append(((frozenset({fold(letters)}),),))
            case "other", _:
                alternatives[-1].append(_ANYTHING)
    return _of_any(map(_in_a_row, alternatives))


def _in_a_row(parts: list[tuple[Way, ...]]) -> tuple[Way, ...]:
    """Of what stands one behind the other, every part is met."""
    if prod(map(len, parts)) > MOST_WAYS:
        parts = [_as_one(part) for part in parts]
    return tuple(_most_telling(chain(*choice)) for choice in product(*parts))


def _as_one(part: tuple[Way, ...]) -> tuple[Way, ...]:
    """All ways as one: any of the best cues of each."""
    return ((frozenset(chain.from_iterable(way[0] for way in part)),),) if all(part) else _ANYTHING


def _most_telling(cues: Iterable[Cues]) -> Way:
    """The cues whose strings are long and few, the best first."""
    return tuple(sorted(dict.fromkeys(cues), key=_telling, reverse=True)[:MOST_CUES])


def _telling(cues: Cues) -> tuple[int, int]:
    return min(map(len, cues)), -len(cues)


def _of_any(parts: Iterable[tuple[Way, ...]]) -> tuple[Way, ...]:
    """The ways of all alternatives; those with a single need are one way together."""
    every = dict.fromkeys(chain(*parts))
    if () in every:
        return _ANYTHING
    single = frozenset(chain.from_iterable(way[0] for way in every if len(way) == 1))
    more = [way for way in every if len(way) > 1]
    return ((single,), *more) if single else tuple(more)


class Cued:
    """Rows of patterns, each row by its place; a row is worth a try where any of its patterns may fit.

    What is met is kept as bits: one for each way and its first cues, then as many for the second cues, and so on.
    """

    def __init__(self, rows: Sequence[Iterable[str]]) -> None:
        every = [(row, way) for row, patterns in enumerate(rows) for way in _of_any(map(ways, patterns))]
        self._rows = [row for row, _ in every]
        """The place of the row, by way."""
        self._without = 0
        """The cues that a way does not have."""
        self._by_start: dict[str, dict[str, int]] = {}
        """By the first two letters, by string: the cues that it meets."""
        for at, (_, way) in enumerate(every):
            for number in range(MOST_CUES):
                self._add(way[number] if number < len(way) else None, 1 << at + number * len(every))
        self._met_by = lru_cache(MOST_WORDS)(self._look_through)

    def _add(self, cues: Cues | None, bit: int) -> None:
        if cues is None:
            self._without |= bit
        for cue in cues or ():
            known = self._by_start.setdefault(cue[:2], {})
            known[cue] = known.get(cue, 0) | bit

    def worth_a_try(self, text: str) -> Iterator[int]:
        """The places of the rows that may fit, in order."""
        met = reduce(or_, map(self._met_by, set(_WORD.findall(fold(text)))), self._without)
        count, before = len(self._rows), -1
        left = reduce(and_, (met >> number * count for number in range(MOST_CUES))) & ((1 << count) - 1)
        while left:
            first = left & -left
            row = self._rows[first.bit_length() - 1]
            if row != before:
                yield row
            left, before = left ^ first, row

    def _look_through(self, word: str) -> int:
        """The cues that a word meets."""
        met = 0
        for start in {*word, *map(add, word, word[1:])} & self._by_start.keys():
            for cue, bits in self._by_start[start].items():
                if cue in word:
                    met |= bits
        return met
