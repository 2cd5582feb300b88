"""The trained listener at work: beside the loop, on a thread of its own, and on all texts that wait at once."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bot.hear.heads.engine import Heads, heads
from bot.hear.listened import Listened
from bot.hear.scene import Scene

MOST = 16
"""Texts that are handed over at once."""
Typed = tuple[str, Scene]


class Batches:
    """Hears texts with the trained listener, in the order in which they came."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="heads")
        self._waiting: list[tuple[Typed, asyncio.Future[Listened]]] = []
        self._worker: asyncio.Task[None] | None = None
        self.heard = 0

    def warm_up(self) -> None:
        """Load it before the first text comes."""
        self._thread.submit(heads)

    async def listen(self, text: str, scene: Scene) -> Listened:
        """What is in a text. Raises what the listener raises."""
        found: asyncio.Future[Listened] = asyncio.get_running_loop().create_future()
        self._waiting.append(((text, scene), found))
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())
        return await found

    async def _work(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
            try:
                read = await loop.run_in_executor(self._thread, _listen, [typed for typed, _ in batch])
            except Exception as error:  # noqa: BLE001  whoever waits gets it
                for _, found in batch:
                    _fail(found, error)
                continue
            self.heard += len(read)
            for (_, found), one in zip(batch, read, strict=True):
                if not found.done():
                    found.set_result(one)

    def end(self) -> None:
        """Hear nothing more."""
        self._thread.shutdown(wait=False, cancel_futures=True)


def _listen(typed: list[Typed]) -> list[Listened]:
    loaded: Heads = heads()
    return loaded.listen(typed)


def _fail(found: asyncio.Future[Listened], error: Exception) -> None:
    if not found.done():
        found.set_exception(error)
