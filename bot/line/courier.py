"""The courier: takes calls from the outbox, makes them, and knows what each of Telegram's errors means.

A call is marked after Telegram has answered; a crash between the two may repeat one message and never loses one.
Right before a nudge goes out it is asked again whether it is still due.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from telegram.error import TelegramError

from bot.line.exchange import exchange
from bot.line.failures import is_too_long, settle
from bot.line.reach import Reach
from bot.line.sending import Sending
from bot.line.telegram import Failure, Remedy, Telegram, understand
from bot.tally import TALLY
from scheduler.clock import Clock
from scheduler.wake import Wake, heartbeat_for
from storage import outbox
from storage.outbox import Accepted, Claimed
from storage.pacing import NUDGES_PER_SECOND, Bulk
from storage.store import Store

log = logging.getLogger(__name__)

PROBE_S = 1.0
LINGER_S = 0.01
"""So long at most what was sent waits to be written down, so that several are written down together: each time costs a
disk write, which everybody else waits for."""
UNANSWERED = (Remedy.TRY_AGAIN, Remedy.UNKNOWN)


class Courier:
    """Empties the outbox, a few calls at a time, one a chat; nudges leave hands free for replies."""

    def __init__(
        self, store: Store, telegram: Telegram, clock: Clock, in_flight: int, per_second: float = NUDGES_PER_SECOND
    ) -> None:
        self._store, self._telegram, self._clock, self._in_flight = store, telegram, clock, in_flight
        self._per_second = per_second
        self._bell = Wake(clock, heartbeat_for(store))
        self._is_working = False
        self._accepted: list[Accepted] = []
        self._lingering: asyncio.TimerHandle | None = None
        self._has_lingered = False
        self._reach = Reach(telegram.address)
        self._sending = Sending(store, telegram)
        self._tasks: dict[asyncio.Task[None], Claimed] = {}
        """Calls that are being made."""
        self._is_asked = False
        """Whether somebody has rung since the store was asked."""
        self._left_some = False
        """Whether there were more calls to make than hands when it was asked."""
        self.taken_back: Callable[[], None] = lambda: None
        """Called when a nudge was taken back, so that its next moment is looked for."""
        self.drained: Callable[[], None] = lambda: None
        """Called when hands are free for nudges and none waits that could be sent."""

    def ring(self) -> None:
        """To be called when something was put on its way."""
        self._is_asked = True
        self._bell.ring()

    @property
    def is_busy(self) -> bool:
        """Whether a call is being made, or has been and that is not written down yet."""
        return bool(self._tasks or self._accepted)

    @property
    def hands(self) -> int:
        """How many more calls could be made at this moment; none while Telegram is out of reach."""
        return self._in_flight - len(self._tasks) if self._is_working and not self._reach.is_out else 0

    @property
    def bulk(self) -> Bulk:
        """How many of them could be nudges, and their pace. A quarter of all hands is kept for replies."""
        return self._bulk() if self._is_working else Bulk(0, self._per_second)

    def _bulk(self) -> Bulk:
        if self._reach.is_out:  # one may find out whether Telegram is back
            return Bulk(1 - len(self._tasks), self._per_second)
        busy = sum(row.lane == outbox.NUDGE for row in self._tasks.values())
        free = self._in_flight - max(len(self._tasks), self._in_flight // 4 + busy)
        return Bulk(free, self._per_second)

    def carry(self, rows: Iterable[Claimed], *, are_more: bool) -> None:
        """Make the calls of rows that were claimed for this courier when it had `hands` for them.

        `are_more`: others were left to be claimed in their turn. Once it has been ended it makes none: they are taken
        up when their lease is over.
        """
        for row in rows if self._is_working else ():
            self._take_up(row)
        if are_more:
            self.ring()

    def _take_up(self, row: Claimed) -> None:
        task = asyncio.create_task(self._deliver(row))
        self._tasks[task] = row
        task.add_done_callback(self._put_down)

    async def run(self) -> None:
        """Send until cancelled."""
        await self._store.insist(self._clock.pause, outbox.release_all)
        self._bell.start()
        self._is_working = True
        try:
            while True:
                self._bell.hush()
                if not await self._take():
                    await self._bell.wait()
        finally:
            self._is_working = False
            self._bell.stop()
            if self._lingering is not None:
                self._lingering.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            await self._store.run(outbox.sent_all, self._accepted)
            await self._sending.close()

    async def _take(self) -> bool:
        """Write down what was sent and start the calls there are free hands for. False: there was nothing to do."""
        free = self._in_flight - len(self._tasks)
        if self._reach.is_out:
            await self._clock.pause(PROBE_S)
            free = 1 - len(self._tasks)
        if (free <= 0 and not self._accepted) or self._lingers():
            return False
        bulk = self._bulk()
        claimed, stale, following = await self._exchange(free, bulk)
        self._left_some = len(claimed) + stale >= free
        for row in claimed:
            self._take_up(row)
        if stale:
            self.taken_back()
        if sum(row.lane == outbox.NUDGE for row in claimed) + stale < bulk.most:
            self.drained()
        if not claimed and not stale:
            if self._reach.is_out and following is None and not self._tasks and not await self._silence():
                self._reach.answered()  # nothing waits that would find it out
            self._bell.arm(following)
            return False
        return True

    def _lingers(self) -> bool:
        """Whether to wait a moment for more that was sent.

        Nobody waits for these marks, and for the hands only what was left when the store was asked last.
        """
        is_slack = self._left_some and len(self._tasks) <= self._in_flight // 2
        if self._is_asked or self._has_lingered or is_slack or not self._accepted:
            self._has_lingered = self._is_asked = False
            return False
        if self._lingering is None:
            self._lingering = asyncio.get_running_loop().call_later(LINGER_S, self._linger_no_more)
        return True

    def _linger_no_more(self) -> None:
        self._lingering, self._has_lingered = None, True
        self._bell.ring()

    async def _exchange(self, free: int, bulk: Bulk) -> tuple[list[Claimed], int, datetime | None]:
        """What is next, once what was sent is written down; how many nudges were due no more; when to ask again.

        Whoever is ended meanwhile gives back what they get.
        """
        accepted, self._accepted = self._accepted, []
        now, busy = self._clock.now(), tuple(row.chat_id for row in self._tasks.values())
        chosen: dict[str, Any] = {"busy_chats": busy, "free": free, "bulk": bulk}
        insist, pause = self._store.insist, self._clock.pause
        under_way = asyncio.ensure_future(insist(pause, exchange, accepted, now, **chosen))
        try:
            claimed, stale, following = await asyncio.shield(under_way)
        except asyncio.CancelledError:
            for row in (await under_way)[0]:
                await self._store.run(outbox.put_back, row.id, now, counts=False)
            raise
        for row_id, reason in stale.items():
            log.info("outbox %d is not sent: %s", row_id, reason)
        return claimed, len(stale), following

    def _put_down(self, task: asyncio.Task[None]) -> None:
        del self._tasks[task]
        if not task.cancelled() and (error := task.exception()):
            log.error("a delivery failed", exc_info=error)
        self._bell.ring()
        if not self._left_some and not self._reach.is_out and self.bulk.most >= self._in_flight // 2:
            self.drained()

    async def _deliver(self, row: Claimed) -> None:
        try:
            await self._call(row)
        except Exception as error:
            log.exception("outbox %d (%s) could not be sent", row.id, row.method)
            await self._write_down(row, Failure(Remedy.OUR_MISTAKE), type(error).__name__)

    async def _call(self, row: Claimed) -> None:
        if row.doubts and (silence := await self._silence()):
            # Nothing gets through: what may have arrived is not repeated into the dark.
            await self._write_down(row, Failure(Remedy.TRY_AGAIN), silence)
            return
        if is_too_long(row):
            await self._write_down(row, Failure(Remedy.SPLIT), "too_long")
            return
        try:
            result = await self._sending.call(row, draws=len(self._tasks) <= self._in_flight // 2)
        except TelegramError as error:
            failure = understand(error)
            if failure.remedy in UNANSWERED:
                self._reach.missed(error)
            else:
                self._reach.answered()
            await self._settle(row, error, failure)
        else:
            self._reach.answered()
            TALLY.count("sends", row.method, "sent")
            self._accepted.append(Accepted(row.id, self._clock.now(), _message_id(result)))

    async def _silence(self) -> str | None:
        """The kind of error with which Telegram does not answer even a harmless call; None when it does answer."""
        try:
            await self._telegram.call("getMe", {})
        except TelegramError as error:
            return type(error).__name__ if understand(error).remedy in UNANSWERED else None
        return None

    async def _settle(self, row: Claimed, error: TelegramError, failure: Failure) -> None:
        kind = type(error).__name__
        TALLY.count("sends", row.method, failure.remedy.name.lower())
        TALLY.told_to_wait_s += failure.wait.total_seconds()
        log.warning("outbox %d (%s): %s, so %s", row.id, row.method, kind, failure.remedy.name)
        await self._write_down(row, failure, kind)

    async def _write_down(self, row: Claimed, failure: Failure, kind: str) -> None:
        await self._store.insist(self._clock.pause, settle, row, failure, kind, self._clock.now())


def _message_id(result: Any) -> int | None:
    return result.get("message_id") if isinstance(result, dict) else None
