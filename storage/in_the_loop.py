"""Who runs units of work on SQLite: the event loop itself, those that wait one after another, with one commit.

There is one writer anyway, and a thread for the units would fight with the loop for the interpreter, which costs more
than it spares. Only the commit is made in a thread: it is all waiting for the disk, some milliseconds in which the loop
sends, hears and decides, and in which those units gather that come with the next commit. None of them runs meanwhile.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import sqlalchemy as sa

from storage.statements import changes_of
from storage.units import Unit, commit, end, fail, finish, session_on, work_off

MOST_UNITS_A_COMMIT = 16
"""More would spare few disk writes, and keep the event loop for longer."""


class InTheLoop:
    """Runs units in the event loop of whoever brings them."""

    def __init__(self, engine: sa.Engine, memory: dict[int, Any]) -> None:
        self._session = session_on(engine, memory)
        self._waiting: deque[Unit] = deque()
        self._loop: asyncio.AbstractEventLoop | None = None
        """Where units will be run in a moment, or when the commit is done that is under way."""
        self._disk = ThreadPoolExecutor(1, "commit")
        self._under_way: tuple[list[Unit], Future[None]] | None = None
        """What is being committed."""

    def put(self, unit: Unit) -> None:
        """Run it soon, after those that wait already."""
        self._waiting.append(unit)
        if self._loop is not unit.loop:
            self._loop = unit.loop
            unit.loop.call_soon(self._run)

    def close(self) -> None:
        """Finish the units that wait."""
        self._settle()
        while self._waiting:
            units = self._next()
            commit(self._session, units)
            _tell(units)
        self._disk.shutdown()
        self._session.close()

    def _run(self) -> None:
        """Run some of those that wait, and commit them; the others come after."""
        self._settle()  # what another loop has left that has ended
        units, before = self._next(), changes_of(self._session)
        if units and work_off(self._session, units):
            if changes_of(self._session) != before and self._loop is not None:
                self._commit(units, self._loop)
                return
            finish(self._session, units)  # nothing is written, so no disk is waited for
        _tell(units)
        self._go_on()

    def _commit(self, units: list[Unit], loop: asyncio.AbstractEventLoop) -> None:
        """Let the disk be waited for elsewhere, and go on when it is done."""
        self._under_way = units, self._disk.submit(end, self._session)
        self._under_way[1].add_done_callback(lambda _: _call(loop, self._committed))

    def _committed(self) -> None:
        self._settle()
        self._go_on()

    def _go_on(self) -> None:
        """With the next few, once those who have waited for these have had their turn."""
        if self._waiting and self._loop is not None:
            self._loop.call_soon(self._run)
        else:
            self._loop = None

    def _next(self) -> list[Unit]:
        return [self._waiting.popleft() for _ in range(min(len(self._waiting), MOST_UNITS_A_COMMIT))]

    def _settle(self) -> None:
        """Wait until what is being committed is, and tell whoever waits for it."""
        if self._under_way is None:
            return
        (units, done), self._under_way = self._under_way, None
        if error := done.exception():
            fail(self._session, units, error)
        _tell(units)


def _tell(units: Iterable[Unit]) -> None:
    for unit in units:
        with contextlib.suppress(RuntimeError):  # the loop has ended; nobody is waiting any more
            unit.settle()


def _call(loop: asyncio.AbstractEventLoop, function: Callable[[], None]) -> None:
    with contextlib.suppress(RuntimeError):  # the loop has ended: whoever comes next finds what it has left
        loop.call_soon_threadsafe(function)
