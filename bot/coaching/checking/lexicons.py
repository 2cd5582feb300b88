"""The languages whose detection words are known."""

from __future__ import annotations

from bot.coaching.checking.lexicon import Lexicon
from bot.coaching.checking.lexicon_en import ENGLISH


def lexicon_for(language: str) -> Lexicon:
    """The table of a language; English where there is none."""
    return {"en": ENGLISH}.get(language, ENGLISH)
