"""The bot in a process of its own, so that a rehearsal can kill it.

It is started from a warm server process and is the bot that `afterword run` starts, built by the same function; only
Telegram's address and the clock differ. A socket carries two requests as JSON lines: `move` the clock, and `settle`,
answered when nothing is left to do.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import multiprocessing
import os
import pkgutil
import signal
import socket
from datetime import datetime
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from typing import Any

PERFORMANCE = "bot.rehearsal.performance"
_CONTEXT = multiprocessing.get_context("forkserver")


def warm_up() -> None:
    """Begin to load the bot's code, beside whatever the player does, so that each start takes a moment only."""
    _CONTEXT.set_forkserver_preload([PERFORMANCE])
    forkserver.ensure_running()


class BotProcess:
    """A running bot, as the rehearsal sees it."""

    def __init__(self, settings: dict[str, Any], *, running: bool) -> None:
        self._settings, self._running = settings, running
        self._process: BaseProcess | None = None
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._turn = asyncio.Lock()

    async def start(self, now: datetime) -> None:
        """Start the bot with its clock at `now`; returns when it answers."""
        ours, theirs = socket.socketpair()
        arguments = (theirs, self._settings, now.isoformat(), self._running)
        self._process = _CONTEXT.Process(target=_perform, args=arguments, daemon=True)
        await asyncio.get_running_loop().run_in_executor(None, self._process.start)
        theirs.close()
        self._reader, self._writer = await asyncio.open_connection(sock=ours)

    async def kill(self) -> None:
        """End it with signal 9, whatever it is doing."""
        process, writer = self._process, self._writer
        if process is None or writer is None:
            return
        assert process.pid is not None
        with contextlib.suppress(ProcessLookupError):  # it has ended by itself
            os.kill(process.pid, signal.SIGKILL)
        await asyncio.get_running_loop().run_in_executor(None, process.join)
        process.close()
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()
        self._process = self._reader = self._writer = None

    @property
    def is_alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.is_alive()

    async def move(self, now: datetime) -> None:
        """Set its clock."""
        await self._ask({"do": "move", "to": now.isoformat()})

    async def settle(self, since: datetime) -> dict[str, Any]:
        """Wait until it has nothing left to do.

        Answers with the `next` moment at which it will, the nudges sent at `since` or later, and, when the clock
        runs on by itself, the moment for which the next nudge is `planned` and the `language` spoken.
        """
        return await self._ask({"do": "settle", "since": since.isoformat(), "plan": self._running})

    async def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        async with self._turn:
            if self._reader is None or self._writer is None:
                raise ConnectionError("the bot is not running")
            self._writer.write(json.dumps(request).encode() + b"\n")
            line = await self._reader.readline()
        if not line:
            raise ConnectionError("the bot has ended")
        answer: dict[str, Any] = json.loads(line)
        return answer


def _perform(control: socket.socket, settings: dict[str, Any], now: str, running: bool) -> None:
    """What the bot's process does. It is found there by its name: the player needs none of what it loads."""
    pkgutil.resolve_name(f"{PERFORMANCE}:perform")(control, settings, now, running)
