"""The letters of the font that comes with us: how wide a text is, what is cut to fit, and which names it cannot write.

Latin, Greek and Cyrillic are written; a name in other letters stands in the picture as a number, and in the words below
it as it is.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib import resources

WIDTHS = "widths.json"
CUT = "…"
MISSING = (600, 640)


@cache
def _widths() -> dict[str, list[int]]:
    """How wide each letter is, plain and bold, in thousandths of the size."""
    text = resources.files(__package__).joinpath("font", WIDTHS).read_text(encoding="utf-8")
    found: dict[str, list[int]] = json.loads(text)
    return found


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is when it is written in that size."""
    widths = _widths()
    return sum(widths.get(letter, MISSING)[bold] for letter in text) * size / 1000


def fitting(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, or as much of its beginning as there is room for."""
    if width(text, size, bold=bold) <= room:
        return text
    cut = text
    while cut and width(cut + CUT, size, bold=bold) > room:
        cut = cut[:-1]
    return cut.rstrip(" ,.:;-–") + CUT


def written(text: str) -> str:
    """A text as it is written here: without the signs that are no letters and that the font does not have."""
    whole = unicodedata.normalize("NFC", text)
    return " ".join("".join(letter for letter in whole if letter in _widths() or _counts(letter)).split())


def is_written(text: str) -> bool:
    """Whether the font has every letter of it."""
    found = written(text)
    return bool(found) and all(letter in _widths() for letter in found)


def _counts(letter: str) -> bool:
    """Whether a name without it would be another one."""
    return unicodedata.category(letter)[0] in "LMN"
