"""A text in the pieces that the encoder knows, with their places: the likeliest way to cut it (a unigram model)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

BLANK = "\u2581"
LONGEST = 16
"""Characters of a piece that is looked for."""
UNKNOWN_COSTS = 10.0
"""How much worse than the rarest piece a character is that no piece holds."""


class Piece(NamedTuple):
    """A piece by its number, and its place in the text."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The pieces with their numbers and log likelihoods, and how characters are written."""

    pieces: Mapping[str, tuple[int, float]]
    written: Mapping[str, str]
    """Characters that stand for others: a full-width letter for the plain one."""
    first: int
    last: int
    unknown: int
    rarest: float

    def cut(self, text: str) -> list[Piece]:
        """The text in pieces, without the marks of its beginning and end."""
        typed, places = self._typed(text)
        best = _best(typed, self)
        found: list[Piece] = []
        at = len(typed)
        while at > 0:
            number, since = best[at]
            found.append(_placed(number, places[since], places[at], text))
            at = since
        return found[::-1]

    def _typed(self, text: str) -> tuple[str, list[int]]:
        """The text as the pieces are written, and the place in it of each character."""
        chars, places = [BLANK], [0]
        for at, char in enumerate(text):
            for written in self.written.get(char, char):
                blank = BLANK if written.isspace() else written
                if blank == BLANK and chars[-1] == BLANK:
                    continue
                chars.append(blank)
                places.append(at)
        return "".join(chars), [*places, len(text)]


def _best(typed: str, known: Vocabulary) -> list[tuple[int, int]]:
    """For each place the last piece of the likeliest way there, and where it begins."""
    size, pieces, unknown = len(typed), known.pieces, known.rarest - UNKNOWN_COSTS
    likely = [0.0] + [float("-inf")] * size
    back = [(known.unknown, 0)] * (size + 1)
    for since in range(size):
        here = likely[since]
        for at in range(since + 1, min(size, since + LONGEST) + 1):
            found = pieces.get(typed[since:at])
            if found is not None and here + found[1] > likely[at]:
                likely[at], back[at] = here + found[1], (found[0], since)
        if here + unknown > likely[since + 1]:
            likely[since + 1], back[since + 1] = here + unknown, (known.unknown, since)
    return back


def _placed(number: int, start: int, end: int, text: str) -> Piece:
    while start < end and text[start].isspace():
        start += 1
    return Piece(number, start, end)
