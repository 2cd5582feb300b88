"""Whether the bot can do its work at this moment: the store answers and can be written, Telegram answers."""

from __future__ import annotations

import asyncio

from bot.line.trouble import STANDING
from storage import inbox
from storage.room import lacks_room
from storage.store import Store

LONGEST_LOOK_S = 2.0
"""How long the store may take until it is said that it does not answer; whoever asks has no more patience."""


class Readiness:
    """Looks at the store once at a time, however often it is asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._looking: asyncio.Future[bool] | None = None

    async def of_store(self) -> str | None:
        """What keeps the store from its work; None when all is well."""
        trouble = self._store.trouble or await self._look() or ("its disk is full" if self._lacks_room() else None)
        return None if trouble is None else f"the store is in trouble: {trouble}"

    async def troubles(self) -> list[str]:
        """All that keeps the bot from its work."""
        of_store = await self.of_store()
        return [*([of_store] if of_store else []), *(f"{what} fails: {why}" for what, why in STANDING.items())]

    def _lacks_room(self) -> bool:
        return lacks_room(self._store.url) is not None

    async def _look(self) -> str | None:
        if self._looking is None:
            self._looking = asyncio.ensure_future(self._store.run(inbox.is_empty))
        looking = self._looking
        await asyncio.wait([looking], timeout=LONGEST_LOOK_S)
        if not looking.done():
            return "it does not answer"
        self._looking = None
        return None if (error := looking.exception()) is None else type(error).__name__
