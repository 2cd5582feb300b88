"""What a statement is: a way something sounds when people say it between the questions, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.dialogue.talk import Talk
from bot.dialogue.which import about
from storage.facts import Opportunity


@dataclass(frozen=True, slots=True)
class Guarded:
    """A pattern that counts only where its guards hold, too: looks ahead from the start of the text."""

    guards: tuple[re.Pattern[str], ...]
    pattern: re.Pattern[str]

    def search(self, text: str) -> re.Match[str] | None:
        """The match, or None, as of a pattern. The guards come last: they hold in most texts, and take the longest."""
        found = self.pattern.search(text)
        return found if found and all(guard.match(text) for guard in self.guards) else None


@dataclass(frozen=True, slots=True)
class Statement:
    """Something people say, and what to do about it. `run` answers False when the text does not mean that after all."""

    name: str
    sounds: re.Pattern[str] | Guarded
    run: Callable[[Talk, str], bool]
    weak: bool = False
    needs_opportunity: bool = True
    german: re.Pattern[str] | None = None
    """How it sounds in German, for who is spoken to in German; many of them write a word of English, too."""

    def is_heard_in(self, text: str, language: str) -> bool:
        """Whether the text sounds like it to somebody who is spoken to in that language."""
        if language == "de" and self.german is not None and self.german.search(text):
            return True
        return self.sounds.search(text) is not None

    def patterns(self, language: str) -> Iterator[str]:
        """All by which it may be heard by somebody who is spoken to in that language, as they are written."""
        yield (self.sounds.pattern if isinstance(self.sounds, Guarded) else self.sounds).pattern
        if language == "de" and self.german is not None:
            yield self.german.pattern


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


def guarded(pattern: str, *guards: str) -> Guarded:
    """A pattern that ignores case, found anywhere in a text in which the guards hold."""
    return Guarded(tuple(sounds(f"(?s){guard}") for guard in guards), sounds(f"(?s){pattern}"))
