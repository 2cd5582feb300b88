"""Sentences with the acts that they bear, and near misses: one file a language. Examples for people, and tests.

A line is `act <tab> + or - <tab> sentence`; `-` stands before what sounds like it and does not bear it.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

LANGUAGES = ("en", "de")


@cache
def _lines(language: str) -> tuple[tuple[str, bool, str], ...]:
    text = resources.files(__package__).joinpath(f"{language}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((act, sign == "+", sentence) for act, sign, sentence in rows)


def acts(language: str) -> frozenset[str]:
    """Every act that has a sentence."""
    return frozenset(act for act, _, _ in _lines(language))


def sentences(language: str, act: str, *, bears: bool) -> tuple[str, ...]:
    """The sentences of one act that bear it, or the near misses."""
    return tuple(sentence for name, sign, sentence in _lines(language) if name == act and sign is bears)
