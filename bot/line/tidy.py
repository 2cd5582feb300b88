"""What a stranger typed, before anything reads it: as every store can hold it, no longer than three messages of
Telegram, and without the long runs of one mark that say nothing and keep whoever reads them busy."""

from __future__ import annotations

import re

from bot.line.pieces import LONGEST_TEXT, MOST_PIECES

LONGEST = MOST_PIECES * LONGEST_TEXT
"""Characters of a message, put together from pieces where it came in some."""
LONGEST_RUN = 20
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL, and halves of what UTF-16 writes in two."""
_RUNS = re.compile(rf"([^\d])\1{{{LONGEST_RUN},}}+|\s{{{LONGEST_RUN},}}+")


def tidied(text: str) -> str:
    """The text without what cannot be kept; what stands in it often in a row stands LONGEST_RUN times."""
    return _RUNS.sub(lambda run: run.group()[:LONGEST_RUN], _UNSTORABLE.sub(" ", text[:LONGEST]))
