"""The words of a picture: in whose language they are is the business of whoever asks for one."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from bot.words.named import Text


class Said(Protocol):
    """How something is said to the Person, without any mark-up."""

    def text(self, text: Text) -> str:
        """A sentence."""

    def day(self, day: date, style: str) -> str:
        """A day as it stands over a week (`axis`), near a mark (`near`), far off (`far`), or as one letter."""
