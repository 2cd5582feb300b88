"""Whether a text is written in a language that is not understood here: by its small words, or by its letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from importlib import resources
from itertools import chain

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
    if not (text.isascii() or _is_mostly_latin(text)):
        return True
    said = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.casefold())
    if len(said) < FEWEST_WORDS:
        return False
    counts = Counter(chain.from_iterable(_languages_of().get(word, ()) for word in said))
    ours = sum(counts.pop(language, 0) for language in UNDERSTOOD)
    most = max(counts.values(), default=0)
    return most >= FEWEST_SMALL_WORDS and most > ours and most * 4 >= len(said)


@cache
def _languages_of() -> dict[str, list[str]]:
    """In which languages each small word is one."""
    found: dict[str, list[str]] = {}
    for language, words in small_words().items():
        for word in words:
            found.setdefault(word, []).append(language)
    return found


def _is_mostly_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) < FEWEST_LETTERS or sum(map(_is_latin, letters)) * 2 >= len(letters)


def _is_latin(char: str) -> bool:
    return "LATIN" in unicodedata.name(char, "")
