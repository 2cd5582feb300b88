"""The only reader of time. `now` is read once per update and once per wake-up and handed down as a value."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What the noisy half needs of time."""

    def now(self) -> datetime:
        """The present moment, in UTC."""

    def alarm_for(self, moment: datetime) -> datetime | None:
        """When the machine's own clock will show `moment` (UTC); None when it will not get there by itself."""

    async def pause(self, seconds: float) -> None:
        """Wait before trying something again."""

    def on_move(self, callback: Callable[[], None]) -> None:
        """Call back whenever time has jumped."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return datetime.now(UTC)  # noqa: TID251  this is the place

    def alarm_for(self, moment: datetime) -> datetime | None:
        """The moment itself."""
        return moment

    async def pause(self, seconds: float) -> None:
        """Sleep."""
        await asyncio.sleep(seconds)

    def on_move(self, callback: Callable[[], None]) -> None:
        """Jumps are not announced; the heartbeat of `scheduler.wake` finds them."""


class MovedClock:
    """A clock that a rehearsal moves: it stands still in a story, and runs on from where it was set on the page."""

    LONGEST_PAUSE_S = 0.02

    def __init__(self, start: datetime, *, running: bool = False) -> None:
        self._machine = SystemClock()
        self._running = running
        self._callbacks: list[Callable[[], None]] = []
        self._shown, self._set_at = start.astimezone(UTC), self._machine.now()

    def now(self) -> datetime:
        """The moment that the rehearsal has reached, in UTC."""
        if not self._running:
            return self._shown
        return self._shown + (self._machine.now() - self._set_at)

    def set(self, moment: datetime) -> None:
        """Jump to `moment` and tell everybody who waits."""
        self._shown, self._set_at = moment.astimezone(UTC), self._machine.now()
        for callback in self._callbacks:
            callback()

    def alarm_for(self, moment: datetime) -> datetime | None:
        """When the machine's clock will show it, if this clock runs on; None if it has to be moved there."""
        if not self._running:
            return None
        return self._machine.now() + max(moment - self.now(), timedelta())

    async def pause(self, seconds: float) -> None:
        """Wait a moment only: what is waited for comes when the clock is moved."""
        await asyncio.sleep(min(seconds, self.LONGEST_PAUSE_S))

    def on_move(self, callback: Callable[[], None]) -> None:
        """Call back at every jump."""
        self._callbacks.append(callback)
