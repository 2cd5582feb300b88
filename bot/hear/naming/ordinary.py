"""Ordinary words: one of them is the name of an employer only where its place marks it, or where it is known already.

The lists hold what people type about their talks (the corpus of messages), the words of letters, and what a sentence
is opened with: "Achso", "ANYWAY", "hmm". Only words that are the name of nobody stand in them.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from bot.hear.vocabulary import LANGUAGES, vocabulary
from bot.hear.vocabulary.letters import UMLAUTS

LISTS = Path(__file__).parent
COMMON = ("common", "nobodys_name", "before_subject")


@lru_cache(maxsize=8192)
def is_ordinary(word: str) -> bool:
    """Whether a word, in any case, is one of a language that is heard."""
    low = word.casefold().translate(UMLAUTS).partition("'")[0]
    said = any(low in vocabulary(language)[key].alone for language in LANGUAGES for key in COMMON)
    return said or low.isdigit() or any(low in _listed(language) for language in LANGUAGES)


@cache
def _listed(language: str) -> frozenset[str]:
    rows = (LISTS / f"ordinary_{language}.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(word for row in rows for word in row.partition("\t")[2].split("|"))
