"""Where decisions are handed to a child process while many people wait, so that a second core works for them, too.

Noisy: it starts, asks and ends the child. A decision is pure, so it may be made anywhere; what it keeps and says is
written where it always is, and only if nothing about the Person has changed meanwhile. What the child does not answer
is decided here.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from asyncio.subprocess import Process
from collections import deque
from collections.abc import AsyncIterator
from datetime import datetime

from bot.children import start
from bot.deputy import wire
from bot.deputy.wire import Decision
from bot.turn import Incoming, Kind
from storage.facts import Known

log = logging.getLogger(__name__)

MANY = 16
"""So many people who wait at the same time are worth a process: a quarter of those who are served at once."""
MOST_ASKED = 24
"""Questions that the child has in hand: it is never idle, and nobody waits long behind others."""
PATIENCE_S, IDLE_S = 10.0, 120.0
"""For an answer, which takes a few milliseconds; and for a question."""
_Answer = asyncio.Future[Decision | None]


class Desk:
    """Hands out decisions: one at a time to whoever asks, others to a child. The child starts when many wait, and ends
    when it is idle."""

    def __init__(self, cores: int | None = None) -> None:
        self._cores = cores if cores is not None else _cores()
        self._child: Process | None = None
        """Set while it answers."""
        self._work: asyncio.Task[None] | None = None
        self._is_ending = False
        self._here = 0
        """Decisions that are being made here; while there is one, others go to the child, so that the event loop comes
        back to it soon."""
        self._asked: dict[int, tuple[Known | None, _Answer]] = {}
        self._last = 0
        self._queue: deque[asyncio.Future[None]] = deque()

    @property
    def is_open(self) -> bool:
        """Whether there is a child that answers."""
        return self._child is not None

    def many_wait(self) -> None:
        """Start the child, if there is a core for it and it is not there yet."""
        if self._work is None and self._cores > 1:
            self._work = asyncio.create_task(self._run(), name="deputy")

    @contextlib.asynccontextmanager
    async def decided(self, incoming: Incoming, known: Known | None, now: datetime) -> AsyncIterator[Decision | None]:
        """What the child decides of a text, from what is `known` (None: nothing yet); None: it is to be decided here,
        while this is open."""
        while self._child is not None and self._here and len(self._asked) >= MOST_ASKED:
            place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._queue.append(place)
            await place
        if self._child is not None and self._here and incoming.kind is Kind.TEXT and not incoming.is_owner:
            yield await self._answer(self._child, incoming, known, now)
            return
        self._here += 1
        try:
            yield None
        finally:
            self._here -= 1
            self._call_next()

    async def close(self) -> None:
        """End the child."""
        if self._work is not None:
            if not self._is_ending:
                self._work.cancel()
            await asyncio.wait([self._work])

    async def _answer(self, child: Process, incoming: Incoming, known: Known | None, now: datetime) -> Decision | None:
        assert child.stdin is not None
        self._last += 1
        answer: _Answer = asyncio.get_running_loop().create_future()
        self._asked[self._last] = known, answer
        child.stdin.write(wire.question(self._last, incoming, known, now))
        return await answer

    def _call_next(self) -> None:
        """There is a place for somebody who waits for one."""
        while self._queue:
            place = self._queue.popleft()
            if not place.done():
                place.set_result(None)
                return

    async def _run(self) -> None:
        """Start the child, take its answers, and end it when it is idle or not well."""
        try:
            child = await start("bot.deputy.child")
        except OSError as error:
            log.warning("no child that decides could be started: %s", error.strerror)
            self._work = None
            return
        try:
            await self._take_answers(child)
        except (TimeoutError, OSError, EOFError) as error:
            log.warning("the child that decides has ended (%s): all is decided here", type(error).__name__)
        finally:
            self._child, self._is_ending = None, True
            self._give_back()
            with contextlib.suppress(ProcessLookupError):
                child.kill()
            await child.communicate()  # its pipes are closed with it
            self._work, self._is_ending = None, False

    async def _take_answers(self, child: Process) -> None:
        assert child.stdout is not None
        while size := await self._size(child.stdout):
            number, told = wire.answered(await child.stdout.readexactly(size))
            self._child = child  # the first one only says that it is ready
            known, answer = self._asked.pop(number, (None, None))
            if answer is not None and not answer.done():
                answer.set_result(wire.decision(known, told) if told is not None else None)
            self._call_next()

    async def _size(self, answers: asyncio.StreamReader) -> int:
        """How long the next answer is; 0: none has been asked for in a while. Raises TimeoutError when one is that does
        not come."""
        for _ in range(int(IDLE_S / PATIENCE_S)):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE_S):
                    return int.from_bytes(await answers.readexactly(wire.SIZE), "big")
            if self._asked:
                raise TimeoutError
        return 0

    def _give_back(self) -> None:
        """What is not answered is decided here."""
        for _, answer in self._asked.values():
            if not answer.done():
                answer.set_result(None)
        self._asked.clear()
        while self._queue:
            self._call_next()


def _cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
