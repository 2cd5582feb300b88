"""Settings of whoever runs the bot for others: for whom it is, who they are, what they may do, and the daily copy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings

NUMBERS = r"^[\d, ]*$"
"""People by their numbers at Telegram, with commas or blanks between them."""


def _is_line(said: str) -> str:
    if not said.isprintable():
        raise ValueError("must be one line of text")
    return said.strip()


Line = Annotated[str, AfterValidator(_is_line), Field(max_length=200)]


class Running(BaseSettings):
    """What is set for a bot that others use, too."""

    operator: Line = Field(default="", description="Who runs this bot; people see it in /privacy.")
    contact: Line = Field(default="", description="How to reach whoever runs it; people see it in /privacy.")
    updates_per_minute: int = Field(
        default=60, ge=1, description="What a person may send a minute; more of it waits, and nobody else does."
    )
    allowed: str = Field(
        default="", pattern=NUMBERS, description="The numbers of those whom this bot is for; empty: everybody."
    )

    owners: str = Field(
        default="", pattern=NUMBERS, description="The numbers of those who run it: /owner and /notice are theirs."
    )
    backup_dir: Path | None = Field(default=None, description="Where a copy of the SQLite store is put each day.")
    backup_keep: int = Field(default=7, ge=1, le=10_000, description="So many daily copies are kept.")

    @property
    def allowed_numbers(self) -> frozenset[int]:
        """Whom this bot is for, by Telegram's numbers; empty: everybody."""
        return numbers(self.allowed)

    @property
    def owner_numbers(self) -> frozenset[int]:
        """Who may see counts and tell everybody something, by Telegram's numbers."""
        return numbers(self.owners)

    @property
    def run_by(self) -> str:
        """Who runs the bot and how to reach them, as people are told; empty where neither is set."""
        return ", ".join(filter(None, (self.operator, self.contact)))


def numbers(said: str) -> frozenset[int]:
    """People by their numbers."""
    return frozenset(map(int, said.replace(",", " ").split()))
