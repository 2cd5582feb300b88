"""The language of a text that is neither English nor German: by its letters, or by its small words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from importlib import resources
from itertools import chain

UNDERSTOOD = ("en", "de")
UNKNOWN = "und"
"""The code of a language that nobody here can name."""
FEWEST_LETTERS = 4
FEWEST_WORDS = 3
FEWEST_SMALL_WORDS = 2
SCRIPTS = {
    "HEBREW": "he",
    "GREEK": "el",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "THAI": "th",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
}
"""The language that most who write in these letters write."""
UKRAINIAN = frozenset("іїєґ")
PERSIAN = frozenset("پچژگ")
"""Letters by which a language is told from the other one in its script."""


@cache
def small_words() -> dict[str, frozenset[str]]:
    """The words that every text of a language is full of, by language."""
    text = resources.files(__package__).joinpath("small_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {language: frozenset(words.split()) for language, words in rows}


def language_of(text: str) -> str | None:
    """The code of its language, when that is one that is not understood here. What is short is not called foreign."""
    if not text.isascii() and (script := _script(text)) != "LATIN":
        return _by_letters(text, script)
    said = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.casefold())
    foreign = _foreign_words()
    if len(said) < FEWEST_WORDS or len([word for word in said if word in foreign]) < FEWEST_SMALL_WORDS:
        return None
    counts = Counter(chain.from_iterable(_languages_of().get(word, ()) for word in said))
    ours = sum(counts.pop(language, 0) for language in UNDERSTOOD)
    language, most = max(counts.items(), key=lambda item: item[1], default=("", 0))
    return language if most >= FEWEST_SMALL_WORDS and most > ours and most * 4 >= len(said) else None


def is_foreign(text: str) -> bool:
    """Whether it is neither English nor German."""
    return language_of(text) is not None


@cache
def _languages_of() -> dict[str, list[str]]:
    """In which languages each small word is one."""
    found: dict[str, list[str]] = {}
    for language, words in small_words().items():
        for word in words:
            found.setdefault(word, []).append(language)
    return found


@cache
def _foreign_words() -> frozenset[str]:
    """The small words of all languages that are not understood."""
    return frozenset().union(*(words for language, words in small_words().items() if language not in UNDERSTOOD))


def _script(text: str) -> str:
    """The letters that most of it is written in; Latin ones when it has hardly any."""
    letters = [char for char in text if char.isalpha()]
    scripts = Counter(unicodedata.name(char, "LATIN").split()[0].partition("-")[0] for char in letters)
    latin = scripts.get("LATIN", 0)
    if len(letters) < FEWEST_LETTERS or latin * 2 >= len(letters):
        return "LATIN"
    return max(scripts, key=scripts.__getitem__)


def _by_letters(text: str, script: str) -> str:
    if script == "CYRILLIC":
        return "uk" if UKRAINIAN & set(text.casefold()) else "ru"
    if script == "ARABIC":
        return "fa" if PERSIAN & set(text) else "ar"
    if script == "CJK" and any("HIRAGANA" in unicodedata.name(char, "") for char in text):
        return "ja"
    return SCRIPTS.get(script, UNKNOWN)
