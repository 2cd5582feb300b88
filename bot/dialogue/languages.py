"""Whether a text is written in a language that is not understood here: by its small words, or by its letters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib import resources

UNDERSTOOD = ("en", "de")
FEWEST_LETTERS = 4
FEWEST_WORDS = 3
FEWEST_SMALL_WORDS = 2


@cache
def small_words() -> dict[str, frozenset[str]]:
    """The words that every text of a language is full of, by language."""
    text = resources.files(__package__).joinpath("small_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {language: frozenset(words.split()) for language, words in rows}


def is_foreign(text: str) -> bool:
    """Whether it is neither English nor German. What is short, or could be a name, is not called foreign."""
    letters = [char for char in text if char.isalpha()]
    if len(letters) >= FEWEST_LETTERS and sum(_is_latin(char) for char in letters) * 2 < len(letters):
        return True
    said = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.casefold())
    if len(said) < FEWEST_WORDS:
        return False
    counts = {language: sum(word in words for word in said) for language, words in small_words().items()}
    ours = sum(counts.pop(language) for language in UNDERSTOOD)
    most = max(counts.values())
    return most >= FEWEST_SMALL_WORDS and most > ours and most * 4 >= len(said)


def _is_latin(char: str) -> bool:
    return "LATIN" in unicodedata.name(char, "")
