"""Patterns that cannot run away: whatever they repeat ends somewhere, so that a text takes as long as it is.

A pattern that is looked for everywhere and repeats without end looks from each place of a hostile text to its end. No
word has more than sixty letters, and nobody says "really" thirty times before "glad".
"""

from __future__ import annotations

import re

MOST_CHARACTERS, MOST_GROUPS = 60, 30
_PIECE = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\]){0,200}+\]|(\(\?P?<\w{0,40}+>|\(\?[#:=!]|\(\?)|(?P<endless>[*+]|\{\d+,\})(?P<how>[?+]?)|.",
    re.DOTALL,
)


def bounded(pattern: str, characters: int = MOST_CHARACTERS, groups: int = MOST_GROUPS) -> str:
    """The pattern, in which a character comes so often at most where it said "any number", and a group so often.

    What is possessive stays: it never looks back.
    """
    made: list[str] = []
    for piece in _PIECE.finditer(pattern):
        endless = piece["endless"]
        if endless is None or piece["how"] == "+":
            made.append(piece.group())
            continue
        fewest = {"*": "0", "+": "1"}.get(endless) or endless[1:-2]
        made.append(f"{{{fewest},{groups if made[-1] == ')' else characters}}}{piece['how']}")
    return "".join(made)
