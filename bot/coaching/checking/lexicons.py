"""The languages whose detection words are known."""

from __future__ import annotations

from bot.coaching.checking.lexicon import Lexicon


def lexicon_for(language: str) -> Lexicon:
    """The table of a language; English where there is none.

    Loaded when the first text is checked: its patterns take a third of a second, and no start should wait for them.
    """
    from bot.coaching.checking.lexicon_en import ENGLISH

    return {"en": ENGLISH}.get(language, ENGLISH)
