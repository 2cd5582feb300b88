"""Once a day what is done with and old is deleted, a little at a time, so that nobody waits for it; and the store is
copied, where that is wanted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.copying import Copies
from scheduler.clock import Clock
from scheduler.wake import Wake
from storage import pacing, tidying
from storage.store import Store

EVERY = timedelta(days=1)
BETWEEN_S = 0.05


class Housekeeper:
    """Tidies and copies the store at the start, and every day after that."""

    def __init__(self, store: Store, clock: Clock, copies: Copies | None = None) -> None:
        self._store, self._clock, self._copies = store, clock, copies
        self._wake, self._following = Wake(clock), datetime.min.replace(tzinfo=UTC)

    async def run(self) -> None:
        """Tidy until cancelled."""
        self._wake.start()
        try:
            while True:
                self._wake.hush()
                await self.look(self._clock.now())
                await self._wake.wait()
        finally:
            self._wake.stop()

    async def look(self, now: datetime) -> None:
        """Do what is to be done once a day, where a day is over."""
        if now >= self._following:
            await self.tidy(now)
            self._following = now + EVERY
        if self._copies is not None:
            await self._copies.make(now)

    async def tidy(self, now: datetime) -> None:
        """Go through inbox and outbox once, and forget who was too fast long ago."""
        await self._store.insist(self._clock.pause, pacing.forget_old, now)
        for step in (tidying.tidy_inbox, tidying.tidy_outbox):
            after: int | None = tidying.BEGINNING
            while after is not None:
                after = await self._store.insist(self._clock.pause, step, after, now)
                await self._clock.pause(BETWEEN_S)
