"""What a pattern cannot do without, so that a rule is tried only where it may apply.

A need is a set of symbols; a line meets it by holding any of them. What cannot be told beforehand is no need: a
rule that is tried in vain costs time, one that is not tried a meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, product

Need = frozenset[str]

PIECE = re.compile(r"\(\?[=!]|[()|?*+]|\{[\d,]+\}|[^()|?*+{} ]+")
WORD = re.compile(r"<\w+>|[^<>\\\[\]$.^]+")


def needs(pattern: str) -> tuple[Need, ...]:
    """The needs of a pattern in the notation of `bot.hear.times.rule`, its sets written out."""
    tags = re.sub(r"<\(([\w|]+)\)>", lambda found: "(<" + found[1].replace("|", ">|<") + ">)", pattern)
    return _of_group(iter(PIECE.findall(tags)))


def _of_group(pieces: Iterator[str]) -> tuple[Need, ...]:
    """What everything up to the closing bracket needs."""
    alternatives: list[list[tuple[Need, ...]]] = [[]]
    for piece in pieces:
        if piece == ")":
            break
        if piece == "|":
            alternatives.append([])
        elif piece in "?*" or piece.startswith("{"):
            alternatives[-1].pop()  # may be left out
        elif piece == "(":
            alternatives[-1].append(_of_group(pieces))
        elif piece.startswith("("):
            _of_group(pieces)  # what stands behind, or must not
            alternatives[-1].append(())
        elif piece != "+":
            alternatives[-1].append((frozenset({piece}),) if WORD.fullmatch(piece) else ())
    return _of_either([tuple(chain(*sequence)) for sequence in alternatives])


def _of_either(alternatives: Iterable[tuple[Need, ...]]) -> tuple[Need, ...]:
    """A need of each alternative makes one of all of them; those that another one implies are left out."""
    united = {frozenset(chain(*choice)) for choice in product(*alternatives)}
    return tuple(one for one in united if not any(other < one for other in united))
