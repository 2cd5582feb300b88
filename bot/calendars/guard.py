"""Reading strangers' calendar files without being hurt by them: in a child process with limits, while the bot goes on.

Noisy: it starts, asks and ends the child. This is the only door to the reading for what strangers send.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path
from types import TracebackType

from bot.calendars import sniffing, wire
from bot.calendars.events import LONGEST_FILE, Reading, Reason, Rejected, Wanted

PATIENCE_SECONDS = 15.0
"""For an answer. The child ends a file that is too heavy far earlier; this is for a child that is not well itself."""
IDLE_SECONDS = 120.0
LONGEST_ANSWER = 50_000_000
ROOT = Path(__file__).parents[2]


class Guard:
    """A child that reads calendar files, one at a time. It starts when it is needed and ends when it is idle."""

    def __init__(self) -> None:
        self._child: Process | None = None
        self._turn = asyncio.Lock()
        self._leaving: asyncio.TimerHandle | None = None
        self._closing: asyncio.Future[None] | None = None

    async def __aenter__(self) -> Guard:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def read(self, data: bytes, wanted: Wanted) -> Reading | Rejected:
        """What a file says. Others are answered meanwhile; never raises for what stands in the bytes."""
        if len(data) > LONGEST_FILE:
            return Rejected(Reason.TOO_BIG)
        if sniffing.kind(data) is not Reason.NOT_A_CALENDAR:
            return Rejected(sniffing.kind(data))
        async with self._turn:
            try:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    return await self._asked(data, wanted)
            except TimeoutError:
                await self._end()
                return Rejected(Reason.TOO_HEAVY)
            except (OSError, EOFError, ValueError, KeyError, TypeError):
                await self._end()
                return Rejected(Reason.FAILED)
            except asyncio.CancelledError:
                await self._end()
                raise

    async def close(self) -> None:
        """End the child."""
        async with self._turn:
            await self._end()

    async def _asked(self, data: bytes, wanted: Wanted) -> Reading | Rejected:
        child = self._child = self._child or await _start()
        self._stay()
        assert child.stdin
        assert child.stdout
        question = wire.pack(wanted)
        child.stdin.write(b"%d %d\n" % (len(question), len(data)) + question + data)
        await child.stdin.drain()
        size = int(await child.stdout.readline())
        if size > LONGEST_ANSWER:
            raise ValueError(size)
        return wire.unpack_answer(await child.stdout.readexactly(size))

    def _stay(self) -> None:
        """Leave later than planned."""
        if self._leaving:
            self._leaving.cancel()
        self._leaving = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._leave)

    def _leave(self) -> None:
        """Nothing was asked for a while."""
        self._closing = asyncio.ensure_future(self.close())

    async def _end(self) -> None:
        if self._leaving:
            self._leaving.cancel()
        child, self._child = self._child, None
        if child:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            await child.wait()


async def _start() -> Process:
    """The child, with nothing of ours: no token in its environment, no output of its own, a group to be ended by."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.calendars.worker",
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        start_new_session=True,
    )
