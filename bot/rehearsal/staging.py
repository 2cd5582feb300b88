"""What the page asks of a stage: the bot and its clock, as far as a person at the page moves them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol


class Stage(Protocol):
    """The bot and its clock, as far as the page moves them."""

    zone: str
    """IANA name of the zone in which the person lives; the page sets it."""

    @property
    def ready(self) -> bool:
        """Whether the bot runs."""

    @property
    def language(self) -> str | None:
        """The language that the bot speaks with the person (ISO 639); None before they have met."""

    def now(self) -> datetime:
        """The moved clock (aware)."""

    async def advance(self, by: timedelta) -> None:
        """Move the clock on; what falls due on the way is sent at its own time."""

    def next_nudge(self) -> datetime | None:
        """When the bot will next speak by itself (aware); None when nothing is planned."""

    async def to_next_nudge(self) -> datetime | None:
        """Move the clock to the next nudge; returns when that was."""

    async def settle(self) -> None:
        """Return when everything that people did has been answered; only then is `next_nudge` fresh."""

    async def restart(self) -> None:
        """Kill the bot with signal 9 and start it again."""

    async def start_over(self, at: datetime | None = None) -> None:
        """Begin again with nothing: the bot's data and the chat; with the clock `at` any moment, else where it is."""
