"""What the Person reports that somebody of them said, cut out of what was typed: "Carol talked about the move"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.coaching.drafts import told
from bot.hear.fold import fold, words_of
from bot.hear.language import language_of

LED = re.compile(r"^(?:(?:oh|ah|and|also|btw|well|so|then|und|aber|ach|also|übrigens)\b[ ,]*)+", re.IGNORECASE)
"""What joins it to what was said before."""


def reported(clause: str, names: Iterable[str], language: str) -> list[str]:
    """The parts of a clause that tell what they said of their work, with the names of those who were met as they are
    written: "sara said" is Sara's."""
    people = tuple(names)
    parts = [_with_names(LED.sub("", part).strip(), people) for part in _parts(clause, people)]
    return [part for part in parts if told.is_reported(part, language_of(words_of(fold(part))) or language)]


def _parts(clause: str, names: tuple[str, ...]) -> list[str]:
    """What is told of one of them, and of the next one: "Carol talked about the move and Lucy knows Leeds"."""
    called = "|".join(re.escape(name.split()[0]) for name in names)
    return re.split(rf",? (?:and|und) (?=(?:{called})\b)", clause, flags=re.IGNORECASE) if called else [clause]


def _with_names(text: str, names: tuple[str, ...]) -> str:
    for part in dict.fromkeys(part for name in names for part in name.split() if part[:1].isupper()):
        text = re.sub(rf"\b{re.escape(part)}\b", part, text, flags=re.IGNORECASE)
    return text
