"""Once a day what is done with and old is deleted, a little at a time, so that nobody waits for it."""

from __future__ import annotations

from datetime import datetime, timedelta

from scheduler.clock import Clock
from scheduler.wake import Wake
from storage import pacing, tidying
from storage.store import Store

EVERY = timedelta(days=1)
BETWEEN_S = 0.05


class Housekeeper:
    """Tidies the store at the start, and every day after that."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._wake = Wake(clock)

    async def run(self) -> None:
        """Tidy until cancelled."""
        self._wake.start()
        following = self._clock.now()
        try:
            while True:
                self._wake.hush()
                now = self._clock.now()
                if now >= following:
                    await self.tidy(now)
                    following = now + EVERY
                await self._wake.wait()
        finally:
            self._wake.stop()

    async def tidy(self, now: datetime) -> None:
        """Go through inbox and outbox once, and forget who was too fast long ago."""
        await self._store.insist(self._clock.pause, pacing.forget_old, now)
        for step in (tidying.tidy_inbox, tidying.tidy_outbox):
            after: int | None = tidying.BEGINNING
            while after is not None:
                after = await self._store.insist(self._clock.pause, step, after, now)
                await self._clock.pause(BETWEEN_S)
