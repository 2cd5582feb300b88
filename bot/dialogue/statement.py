"""What a statement is: a way something sounds when people say it between the questions, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.dialogue.talk import Talk
from bot.dialogue.which import about
from storage.facts import Opportunity


@dataclass(frozen=True, slots=True)
class Statement:
    """Something people say, and what to do about it. `run` answers False when the text does not mean that after all."""

    name: str
    sounds: re.Pattern[str]
    run: Callable[[Talk, str], bool]
    weak: bool = False
    needs_opportunity: bool = True


def concerning(
    name: str,
) -> Callable[[Callable[[Talk, Opportunity, str], bool | None]], Callable[[Talk, str], bool]]:
    """The statement needs to know which Opportunity it is about; it is asked for when that is not clear."""

    def wrap(run: Callable[[Talk, Opportunity, str], bool | None]) -> Callable[[Talk, str], bool]:
        def heard(talk: Talk, text: str) -> bool:
            opportunity = about(talk, text, name)
            return opportunity is None or run(talk, opportunity, text) is not False

        return heard

    return wrap


def sounds(pattern: str) -> re.Pattern[str]:
    """A pattern that ignores case."""
    return re.compile(pattern, re.IGNORECASE)
