"""Words without which a pattern cannot fit, so that of a hundred patterns only a few are tried on a text.

A pattern that is tried in vain costs time, one that is not tried a meaning: what cannot be told beforehand counts as
anything goes. Read from the pattern as it is written; nothing here knows a word of any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import add

Cues = frozenset[str] | None
"""Folded strings of letters, one of which stands in every text that fits; None: there are none."""

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


def fold(text: str) -> str:
    """A text as cues are looked for in it."""
    return text.translate(_ALSO_I).casefold()


def cues(pattern: str) -> Cues:
    """The cues of a regular expression."""
    pieces = list(_PIECE.finditer(pattern))
    assert sum(len(piece[0]) for piece in pieces) == len(pattern), f"cannot be read: {pattern}"
    return _of_group(piece for piece in pieces if piece.lastgroup != "flags")


def _of_group(pieces: Iterator[re.Match[str]]) -> Cues:
    """The cues of everything up to the closing bracket."""
    alternatives: list[list[Cues]] = [[]]
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
                alternatives[-1].append(None)
            case "group", _:
                alternatives[-1].append(_of_group(pieces))
            case "letters", letters:
                alternatives[-1].append(frozenset({fold(letters)}))
            case "other", _:
                alternatives[-1].append(None)
    return _of_any(_most_telling(alternative) for alternative in alternatives)


def _most_telling(parts: Iterable[Cues]) -> Cues:
    """Of what stands one behind the other any will do: the one whose words are long and few."""
    known = [part for part in parts if part is not None]
    return max(known, key=lambda part: (min(map(len, part)), -len(part)), default=None)


def _of_any(parts: Iterable[Cues]) -> Cues:
    united: frozenset[str] = frozenset()
    for part in parts:
        if part is None:
            return None
        united |= part
    return united


class Cued:
    """Rows of patterns, each row by its place; a row is worth a try where any of its patterns may fit."""

    def __init__(self, rows: Sequence[Iterable[str]]) -> None:
        self._always = 0
        """As bits, one a row."""
        self._by_start: dict[str, dict[str, int]] = {}
        """By the first two letters, by cue."""
        for bit, patterns in enumerate(rows):
            found = _of_any(map(cues, patterns))
            if found is None:
                self._always |= 1 << bit
            for cue in found or ():
                known = self._by_start.setdefault(cue[:2], {})
                known[cue] = known.get(cue, 0) | 1 << bit

    def worth_a_try(self, text: str) -> Iterator[int]:
        """The places of the rows that may fit, in order."""
        folded, left = fold(text), self._always
        starts = {*folded, *map(add, folded, folded[1:])}
        for start in starts & self._by_start.keys():
            for cue, rows in self._by_start[start].items():
                if cue in folded:
                    left |= rows
        while left:
            first = left & -left
            yield first.bit_length() - 1
            left ^= first
