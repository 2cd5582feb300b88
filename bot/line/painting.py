"""Pictures from SVG text, drawn in a child process: the library that draws holds Python's lock for as long as it draws.

Noisy: it starts, asks and ends the child, which lives only while pictures are wanted. What was drawn lately is not
drawn again. Whoever would have to wait long goes without: a picture is never worth a late answer.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections import OrderedDict
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

log = logging.getLogger(__name__)

PATIENCE_S = 3.0
"""From being asked to the picture, with the wait for others before it; the start of the child takes a tenth of it."""
IDLE_S = 120.0
MOST_WAITING = 2
"""Pictures that are waited for at once: where more are wanted, nobody's answer waits for them."""
MOST_KEPT = 32
LARGEST = 2_000_000
LIBRARY = "resvg_py"
NO_LIBRARY, BUSY = "no library", "busy"
"""Why there is no picture, where nothing has gone wrong with this one."""
MISSING = "Pictures: resvg-py is not installed, so everything comes in words. Install it as requirements.lock says."
ROOT = Path(__file__).parents[2]


class NotPainted(Exception):  # noqa: N818  it says what has happened
    """There is no picture; the text says why, and nothing of what was to be drawn."""


def is_able() -> bool:
    """Whether the library that draws is there."""
    return find_spec(LIBRARY) is not None


class Painter:
    """Draws one picture at a time."""

    def __init__(self) -> None:
        self._child: Process | None = None
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._leaving: asyncio.TimerHandle | None = None
        self._closing: asyncio.Future[None] | None = None
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self._is_able = is_able()
        if not self._is_able:
            log.warning(MISSING)

    async def paint(self, svg: str) -> bytes:
        """The picture as PNG. Raises NotPainted."""
        key = blake2b(svg.encode(), digest_size=16).digest()
        if (kept := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return kept
        if not self._is_able:
            raise NotPainted(NO_LIBRARY)
        if self._waiting >= MOST_WAITING:
            raise NotPainted(BUSY)
        self._waiting += 1
        try:
            async with asyncio.timeout(PATIENCE_S), self._turn:
                png = await self._asked(svg.encode())
        except TimeoutError:
            raise NotPainted("too late") from None
        finally:
            self._waiting -= 1
        self._kept[key] = png
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return png

    async def close(self) -> None:
        """End the child."""
        async with self._turn:
            await self._end()

    async def _asked(self, svg: bytes) -> bytes:
        """Ask the child; whatever goes wrong ends it, so that the next one begins anew."""
        try:
            child = self._child = self._child or await _start()
            self._stay()
            assert child.stdin
            assert child.stdout
            child.stdin.write(b"%d\n" % len(svg) + svg)
            await child.stdin.drain()
            size = int(await child.stdout.readline())
            if not 0 < size <= LARGEST:
                raise ValueError(size)
            return await child.stdout.readexactly(size)
        except (OSError, EOFError, ValueError) as error:
            await self._end()
            raise NotPainted(type(error).__name__) from None
        except asyncio.CancelledError:
            await self._end()
            raise

    def _stay(self) -> None:
        """Leave later than planned."""
        if self._leaving:
            self._leaving.cancel()
        self._leaving = asyncio.get_running_loop().call_later(IDLE_S, self._leave)

    def _leave(self) -> None:
        """Nothing was asked for a while."""
        self._closing = asyncio.ensure_future(self.close())

    async def _end(self) -> None:
        if self._leaving:
            self._leaving.cancel()
        child, self._child = self._child, None
        if child:
            with contextlib.suppress(ProcessLookupError):
                child.kill()
            await child.wait()


async def _start() -> Process:
    """The child, with nothing of ours: no token in its environment, no output of its own."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.line.brush",
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        start_new_session=True,
    )
