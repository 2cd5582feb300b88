"""A child process of this program, for work that would stall the bot or might harm it.

Noisy: it starts, asks and ends the child, which has nothing of ours, lives while it is asked, and ends with any fault.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

IDLE_S = 120.0
"""So long nothing is asked until it ends."""
ROOT = Path(__file__).parents[1]


async def start(module: str) -> Process:
    """The child, with nothing of ours: no token in its environment, no output of its own, a group to be ended by."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        start_new_session=True,
    )


class Child:
    """One that answers one question at a time: whoever asks holds `turn`, and ends it after any fault."""

    def __init__(self, module: str) -> None:
        self.turn = asyncio.Lock()
        self._module = module
        self.process: Process | None = None
        """None while it does not run."""
        self._leaving: asyncio.TimerHandle | None = None
        self.closing: asyncio.Future[None] | None = None
        """Its end, where nothing was asked for a while."""

    async def ask(self, question: bytes, longest: int) -> bytes:
        """Its answer, which it opens with its length in bytes.

        Raises OSError or EOFError when it is gone, ValueError when the answer is empty, or larger than `longest` bytes.
        """
        child = self.process = self.process or await start(self._module)
        self._stay()
        assert child.stdin
        assert child.stdout
        child.stdin.write(question)
        await child.stdin.drain()
        size = int(await child.stdout.readline())
        if not 0 < size <= longest:
            raise ValueError(size)
        return await child.stdout.readexactly(size)

    async def close(self) -> None:
        """End it as soon as nothing is asked."""
        async with self.turn:
            await self.end()

    async def end(self) -> None:
        """End it now; the next question starts another."""
        if self._leaving:
            self._leaving.cancel()
        child, self.process = self.process, None
        if child:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            await child.wait()

    def _stay(self) -> None:
        """Leave later than planned."""
        if self._leaving:
            self._leaving.cancel()
        self._leaving = asyncio.get_running_loop().call_later(IDLE_S, self._leave)

    def _leave(self) -> None:
        """Nothing was asked for a while."""
        self.closing = asyncio.ensure_future(self.close())
