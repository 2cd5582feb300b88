"""Reading strangers' calendar files without being hurt by them: in a child process with limits, while the bot goes on.

Noisy: it starts, asks and ends the child. This is the only door to the reading for what strangers send.
"""

from __future__ import annotations

import asyncio
from types import TracebackType

from bot.calendars import sniffing, wire
from bot.calendars.events import LONGEST_FILE, Reading, Reason, Rejected, Wanted
from bot.children import Child

PATIENCE_SECONDS = 15.0
"""For an answer. The child ends a file that is too heavy far earlier; this is for a child that is not well itself."""
LONGEST_ANSWER = 50_000_000


class Guard:
    """A child that reads calendar files, one at a time. It starts when it is needed and ends when it is idle."""

    def __init__(self) -> None:
        self._child = Child("bot.calendars.worker")

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
        async with self._child.turn:
            try:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    return await self._asked(data, wanted)
            except TimeoutError:
                await self._child.end()
                return Rejected(Reason.TOO_HEAVY)
            except (OSError, EOFError, ValueError, KeyError, TypeError):
                await self._child.end()
                return Rejected(Reason.FAILED)
            except asyncio.CancelledError:
                await self._child.end()
                raise

    async def close(self) -> None:
        """End the child."""
        await self._child.close()

    async def _asked(self, data: bytes, wanted: Wanted) -> Reading | Rejected:
        question = wire.pack(wanted)
        told = await self._child.ask(b"%d %d\n" % (len(question), len(data)) + question + data, LONGEST_ANSWER)
        return wire.unpack_answer(told)
