"""How the German patterns are made: "für" is also typed "fuer", "heißt" also "heisst". Data only."""

from __future__ import annotations

import re

from bot.dialogue.answers.patterns import pattern as _plain

_ALSO = {"ä": "(?:ä|ae)", "ö": "(?:ö|oe)", "ü": "(?:ü|ue)", "ß": "(?:ß|ss)"}


def also_without_umlauts(text: str) -> str:
    """A pattern that takes both spellings. No umlaut may stand in a set of characters."""
    return re.sub("[äöüß]", lambda found: _ALSO[found[0]], text)


def pattern(text: str) -> re.Pattern[str]:
    """A pattern that ignores case, reads across lines, and takes both spellings."""
    return _plain(also_without_umlauts(text))
