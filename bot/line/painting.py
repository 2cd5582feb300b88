"""Pictures from SVG text, drawn in a child process: the library that draws holds Python's lock for as long as it draws.

Noisy: it starts, asks and ends the child, which lives only while pictures are wanted. What was drawn lately is not
drawn again. Whoever would have to wait long goes without: a picture is never worth a late answer.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from hashlib import blake2b
from importlib.util import find_spec

from bot.children import Child

log = logging.getLogger(__name__)

PATIENCE_S = 3.0
"""From being asked to the picture, with the wait for others before it; the start of the child takes a tenth of it."""
MOST_WAITING = 2
"""Pictures that are waited for at once: where more are wanted, nobody's answer waits for them."""
MOST_KEPT = 32
LARGEST = 2_000_000
LIBRARY = "resvg_py"
NO_LIBRARY, BUSY = "no library", "busy"
"""Why there is no picture, where nothing has gone wrong with this one."""
MISSING = "Pictures: resvg-py is not installed, so everything comes in words. Install it as requirements.lock says."


class NotPainted(Exception):  # noqa: N818  it says what has happened
    """There is no picture; the text says why, and nothing of what was to be drawn."""


def is_able() -> bool:
    """Whether the library that draws is there."""
    return find_spec(LIBRARY) is not None


class Painter:
    """Draws one picture at a time."""

    def __init__(self) -> None:
        self._child = Child("bot.line.brush")
        self._waiting = 0
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self._is_able = is_able()
        if not self._is_able:
            log.warning(MISSING)

    async def paint(self, svg: str, *, draws: bool = True) -> bytes:
        """The picture as PNG, without `draws` only if it is there. Raises NotPainted."""
        key = blake2b(svg.encode(), digest_size=16).digest()
        if (kept := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return kept
        if not self._is_able:
            raise NotPainted(NO_LIBRARY)
        if self._waiting >= MOST_WAITING or not draws:
            raise NotPainted(BUSY)
        self._waiting += 1
        try:
            async with asyncio.timeout(PATIENCE_S), self._child.turn:
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
        await self._child.close()

    async def _asked(self, svg: bytes) -> bytes:
        """Ask the child; whatever goes wrong ends it, so that the next one begins anew."""
        try:
            return await self._child.ask(b"%d\n" % len(svg) + svg, LARGEST)
        except (OSError, EOFError, ValueError) as error:
            await self._child.end()
            raise NotPainted(type(error).__name__) from None
        except asyncio.CancelledError:
            await self._child.end()
            raise
