"""A second talk that is told in one breath with the first: "an interview at X and one on Thursday at Y"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.hear.clause import Word
from bot.hear.vocabulary import vocabulary

FEWEST = 4
"""Words of "and one on Thursday"."""


def begins_anew(words: Sequence[Word], before: Sequence[Word], language: str) -> bool:
    """Whether these words begin something of their own behind those before them: a second talk, or a question."""
    return _asks(words, language) or is_another(words, before, language)


def is_another(words: Sequence[Word], before: Sequence[Word], language: str) -> bool:
    """Whether these words tell of a second talk, where those before them have told of one."""
    meant = vocabulary(language)
    if len(words) < FEWEST or words[0].text not in meant["joint"].alone:
        return False
    timed = any(word.text[:1].isdigit() or meant["day_word"].holds(word.text) for word in words)
    of_talks = any(meant[key].find(before) for key in ("interview", "interviewed"))
    return timed and of_talks and meant["another_one"].find(words) is not None


def _asks(words: Sequence[Word], language: str) -> bool:
    """Whether it begins as a question does, and names who is to do it: ", wie bereite ich mich vor"."""
    meant = vocabulary(language)
    begins = meant["ask_start"].find(words)
    return begins is not None and begins[0] == 0 and any(word.text in meant["i_do"].alone for word in words)
