"""Waking at the right moment: APScheduler holds one date job, set to the next wake-up.

The job only sets an event. (A job that re-arms its own id while it runs is deleted unrun, and the scheduler's
default grace of one second drops what is late.) Nobody waits for longer than a heartbeat, by the event loop's own
clock, which nobody sets: it finds clock jumps, a suspended machine, and what other replicas have changed. The waiter
clears the event, looks, then waits: looking first would lose a ring.
"""

from __future__ import annotations

import asyncio
import contextlib
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger

from scheduler.clock import Clock
from storage.store import Store

HEARTBEAT_S = 30.0
SHARED_HEARTBEAT_S = 1.0
"""Where several processes share the work, each looks so often for what another has left or made."""
_JOB = "next-wake-up"


def heartbeat_for(store: Store) -> float:
    """How often to look without being rung, in seconds."""
    return SHARED_HEARTBEAT_S if store.is_shared else HEARTBEAT_S


class Wake:
    """A bell that rings at the next wake-up and whenever somebody rings it."""

    def __init__(self, clock: Clock, heartbeat_s: float = HEARTBEAT_S) -> None:
        self._clock, self._heartbeat_s = clock, heartbeat_s
        self._bell = asyncio.Event()
        self._armed: datetime | None = None
        self._timer = AsyncIOScheduler(timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True})
        clock.on_move(self._jumped)

    def start(self) -> None:
        """Begin to keep time; needs a running event loop."""
        self._timer.start()

    def stop(self) -> None:
        """Stop keeping time."""
        self._timer.shutdown(wait=False)

    def ring(self) -> None:
        """Wake whoever waits."""
        self._bell.set()

    async def _on_time(self) -> None:
        """What the timer runs: in the event loop, for a plain function would be run in a thread of its own."""
        self.ring()

    def _jumped(self) -> None:
        """Time has jumped: the alarm stands at a moment of the clock as it was."""
        self.arm(None)
        self.ring()

    def arm(self, moment: datetime | None) -> None:
        """Ring at `moment` (UTC) and no more at the one armed before."""
        if moment == self._armed:
            return
        self._armed = moment
        alarm = None if moment is None else self._clock.alarm_for(moment)
        if alarm is not None:
            self._timer.add_job(self._on_time, DateTrigger(alarm, UTC), id=_JOB, replace_existing=True)
        else:
            with contextlib.suppress(LookupError):  # no job of that id: nothing was armed
                self._timer.remove_job(_JOB)

    def arm_by(self, moment: datetime) -> None:
        """Ring at `moment` (UTC) at the latest."""
        if self._armed is None or moment < self._armed:
            self.arm(moment)

    def hush(self) -> None:
        """Forget earlier rings; call it before looking, never after."""
        self._bell.clear()

    async def wait(self) -> None:
        """Return at the next ring, and after a heartbeat without one."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._heartbeat_s):
                await self._bell.wait()
