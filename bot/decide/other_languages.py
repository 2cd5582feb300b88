"""What is known of languages that are not understood here: the sentence that says so, and words for days and months."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib import resources

from bot.hear.fold import fold
from bot.words import languages


@cache
def sentences() -> dict[str, str]:
    """What is said to somebody who writes in a language that is not understood, by its code."""
    return dict(_rows("other_languages.tsv"))


def is_other(code: str) -> bool:
    """Whether it is the code of one of them, with or without a country."""
    language = code.lower().partition("-")[0]
    return language in sentences() and language not in languages()


@cache
def days() -> dict[str, str]:
    """Words for today and tomorrow, and the English one that each stands for."""
    return _english("other_days.tsv")


@cache
def months() -> dict[str, str]:
    """How months begin, and the English one that each stands for."""
    return _english("other_months.tsv")


@cache
def words_for(language: str, kind: str) -> frozenset[str]:
    """The words of a kind in one of these languages: those before an hour, for a week, for Friday."""
    return frozenset(
        word
        for code, what, told in _rows("other_words.tsv")
        if (code, what) == (language, kind)
        for word in told.split("|")
    )


def _english(name: str) -> dict[str, str]:
    return {fold(word): english for english, words in _rows(name) for word in words.split("|")}


def _rows(name: str) -> Iterator[list[str]]:
    told = resources.files("bot.decide").joinpath(name).read_text(encoding="utf-8")
    return csv.reader(told.splitlines(), delimiter="\t")
