"""Virtual time: a loop that waits for nothing, its clock, and a store that runs in the loop itself.

Nothing here takes real time but work, and nothing depends on a thread: the same beginning has the same end.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from contextvars import Context
from datetime import datetime, timedelta, tzinfo
from time import perf_counter
from typing import Any, Concatenate, ParamSpec, TypeVar
from unittest import mock

from sqlmodel import Session

from storage.store import Store
from storage.units import Unit, commit, session_on

SELDOM_S = 15.0
"""How often processes that share a store look for what others have left: here are none, and looking takes time."""
P = ParamSpec("P")
T = TypeVar("T")


class EverybodyWaitsError(RuntimeError):
    """Nobody will ever do anything again."""


class _Leaping(selectors.DefaultSelector):
    """Where a loop would sleep, time passes at once."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready and timeout is None:
            raise EverybodyWaitsError
        if not ready and timeout is not None:
            self.passed += max(timeout, 0.0)
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop whose time passes only when all wait."""

    def __init__(self) -> None:
        self.leaping = _Leaping()
        super().__init__(self.leaping)

    def time(self) -> float:
        """Virtual seconds since the beginning."""
        return self.leaping.passed

    def call_soon_threadsafe(  # type: ignore[override]
        self, callback: Any, *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        """There are no other threads to wake it."""
        return self.call_soon(callback, *args, context=context)


class VirtualClock:
    """The clock of a virtual loop, as the bot sees it."""

    def __init__(self, start: datetime, loop: VirtualLoop) -> None:
        self._start, self._loop = start, loop

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return self._start + timedelta(seconds=self._loop.time())

    def alarm_for(self, moment: datetime) -> datetime | None:
        """The moment itself: the timer reads this clock, too."""
        return moment

    async def pause(self, seconds: float) -> None:
        """Sleep."""
        await asyncio.sleep(seconds)

    def on_move(self, callback: Callable[[], None]) -> None:
        """Leaps are not announced."""

    def leap(self, by: timedelta) -> None:
        """Time passes while nobody lives, as for a machine that is suspended: every timer on the way is late."""
        self._loop.leaping.passed += max(by.total_seconds(), 0.0)


class InlineStore(Store):
    """The real store, whose units are run in the loop instead of in threads; `delay()` says for how long.

    `watch` sees the session after every unit, `noted` gets what it saw once the unit is committed.
    """

    def __init__(self, url: str, delay: Callable[[], float]) -> None:
        super().__init__(url)
        self._delay = delay
        self._in_line = asyncio.Lock()
        self._session = session_on(self.engine, {})
        self.is_dead = False
        self.longest_s = 0.0
        """Real seconds that the longest unit has taken, in which the loop does nothing else."""
        self.watch: Callable[[Session], Any] = lambda _session: None
        self.noted: Callable[[Any, Any, tuple[Any, ...], Any], None] = lambda *_: None

    async def run(self, unit: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a unit after those before it. Whoever does not wait for it any more does not end it, as with a thread."""
        return await asyncio.shield(asyncio.ensure_future(self._run(unit, args, kwargs)))

    async def _run(self, unit: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        loop = asyncio.get_running_loop()
        done: asyncio.Future[tuple[T, Any]] = loop.create_future()

        def work(session: Session) -> tuple[T, Any]:
            return unit(session, *args, **kwargs), self.watch(session)

        async with self._in_line:
            await asyncio.sleep(self._delay())
            if self.is_dead:
                await loop.create_future()
            began = perf_counter()
            asked = Unit(work, done, loop)
            commit(self._session, [asked])
            asked.settle()
            self.longest_s = max(self.longest_s, perf_counter() - began)
        result, seen = await done
        self.noted(seen, unit, args, result)
        await asyncio.sleep(self._delay())
        if self.is_dead:
            await loop.create_future()
        return result

    async def hold(self, name: str) -> bool:
        """As the real one, without its thread."""
        return True if not self.is_shared else self._hold(name)

    def close(self) -> None:
        """Let go of the database."""
        self._session.close()
        super().close()


def virtually(live: Callable[[VirtualClock], Coroutine[Any, Any, T]], start: datetime) -> T:
    """Run `live` in a virtual loop, whose clock begins at `start`; the library's timers read that clock, too."""
    loop = VirtualLoop()
    clock = VirtualClock(start, loop)

    class _Now(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return clock.now().astimezone(tz)

    with (
        mock.patch("apscheduler.schedulers.base.datetime", _Now),
        mock.patch("apscheduler.triggers.interval.datetime", _Now),
        mock.patch("scheduler.wake.SHARED_HEARTBEAT_S", SELDOM_S),
        mock.patch("bot.turns.SHARED_HEARTBEAT_S", SELDOM_S),
        asyncio.Runner(loop_factory=lambda: loop) as runner,
    ):
        return runner.run(live(clock))
