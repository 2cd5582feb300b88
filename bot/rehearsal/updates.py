"""The queue of updates as Telegram keeps it: confirmed by offset, one poll at a time, each kind for a while.

A long poll waits in real seconds, how long an update is kept counts by the moved clock.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from bot.rehearsal.errors import conflict

Json = dict[str, Any]

KINDS: Final = frozenset({"message", "edited_message", "callback_query", "my_chat_member"})
"""What a bot gets unless it asks for something else, as far as it is played here."""
KEPT: Final = timedelta(hours=24)
KEPT_PRESS: Final = timedelta(seconds=150)
LONGEST_POLL_S: Final = 50
MOST_AT_ONCE: Final = 100
FIRST_ID: Final = 100_000_001


@dataclass(frozen=True, slots=True)
class Waiting:
    """One update that has not been confirmed."""

    id: int
    until: datetime
    body: Json


class UpdateQueue:
    """Updates in order, from the moment they happen until the bot confirms them or they are too old."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._next_id = FIRST_ID
        self._waiting: deque[Waiting] = deque()
        self._first_to_go: datetime | None = None
        self._poll: asyncio.Future[bool] | None = None
        self._changed: set[asyncio.Future[None]] = set()
        self.allowed: frozenset[str] = KINDS
        self.webhook: Json = {}

    def put(self, kind: str, content: Json) -> int:
        """Queue an update and wake the poll; kinds nobody asked for are dropped. Returns its update_id."""
        update_id = self._next_id
        self._next_id += 1
        if kind in self.allowed:
            until = self._now() + (KEPT_PRESS if kind == "callback_query" else KEPT)
            self._waiting.append(Waiting(update_id, until, {"update_id": update_id, kind: content}))
            self._first_to_go = min(until, self._first_to_go or until)
            self._end_poll(False)
        return update_id

    def allow(self, kinds: Sequence[str]) -> None:
        """What to queue from now on; nothing named means the usual. What is queued already stays."""
        self.allowed = frozenset(kinds) if kinds else KINDS

    def pending(self) -> int:
        """How many updates have not been confirmed."""
        self._forget_old()
        return len(self._waiting)

    @property
    def polled(self) -> bool:
        """Whether a bot waits for updates at this moment."""
        return self._poll is not None and not self._poll.done()

    def drop(self) -> None:
        """Forget everything that waits."""
        self._waiting.clear()
        self._tell()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Confirm everything before `offset`, then wait up to so many seconds for something.

        A negative offset counts from the end. Raises RefusedError (409) when another poll takes over or a
        webhook is set.
        """
        self.refuse_webhook()
        self._end_poll(True)
        self._confirm(offset)
        if not self._waiting and seconds > 0:
            await self._wait(min(seconds, LONGEST_POLL_S))
        return self._batch(limit)

    def refuse_webhook(self) -> None:
        """Raises RefusedError (409) where a webhook takes the updates."""
        if self.webhook.get("url"):
            told = "use deleteWebhook to delete the webhook first"
            raise conflict(f"can't use getUpdates method while webhook is active; {told}")

    async def wait_until_confirmed(self, update_id: int) -> None:
        """Return once `update_id` waits no longer: the bot has confirmed it, or it got too old."""
        while self._waiting and self._waiting[0].id <= update_id:
            changed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._changed.add(changed)
            try:
                await changed
            finally:
                self._changed.discard(changed)

    def _batch(self, limit: int) -> list[Json]:
        self._forget_old()
        count = limit if 1 <= limit <= MOST_AT_ONCE else MOST_AT_ONCE
        return [self._waiting[index].body for index in range(min(count, len(self._waiting)))]

    def _confirm(self, offset: int) -> None:
        keep = -offset if offset < 0 else len(self._waiting)
        while self._waiting and (self._waiting[0].id < offset or len(self._waiting) > keep):
            self._waiting.popleft()
        self._forget_old()
        self._tell()

    def _forget_old(self) -> None:
        now = self._now()
        if self._first_to_go is not None and self._first_to_go < now:
            self._waiting = deque(update for update in self._waiting if update.until >= now)
            self._first_to_go = min((update.until for update in self._waiting), default=None)
            self._tell()

    def _tell(self) -> None:
        for changed in self._changed:
            if not changed.done():
                changed.set_result(None)

    def _end_poll(self, taken_over: bool) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(taken_over)

    async def _wait(self, seconds: float) -> None:
        poll: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._poll = poll
        try:
            async with asyncio.timeout(seconds):
                taken_over = await poll
        except TimeoutError:
            return
        if taken_over:
            told = "make sure that only one bot instance is running"
            raise conflict(f"terminated by other getUpdates request; {told}")
