"""Whether Telegram answers what is sent: nobody who only brings updates, or applies them, would notice else."""

from __future__ import annotations

from telegram.error import TelegramError

from bot.line.causes import cause
from bot.line.trouble import Trouble

OUT_OF_REACH = 3
"""So many calls in a row that Telegram did not answer, and one call a second finds out when it is back."""


class Reach:
    """Counts the calls in a row to `address` that were not answered."""

    def __init__(self, address: str) -> None:
        self._unanswered, self._trouble = 0, Trouble(f"sending to {address}")

    @property
    def is_out(self) -> bool:
        """Whether so many were not answered that the next would not be."""
        return self._unanswered >= OUT_OF_REACH

    def missed(self, error: TelegramError) -> None:
        """A call was not answered; one alone is no trouble yet."""
        self._unanswered += 1
        if self.is_out:
            self._trouble.met(cause(error))

    def answered(self) -> None:
        """A call was answered, whatever the answer."""
        self._unanswered = 0
        self._trouble.over()
