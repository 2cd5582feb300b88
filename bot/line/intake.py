"""The intake: updates from Telegram into the inbox, and only then an acknowledgement."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import DatabaseError
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.calendars.feeds.seal import NO_KEY, Seal
from bot.line.causes import cause
from bot.line.hiding import hidden
from bot.line.telegram import LONG_POLL_S, Telegram, is_page
from bot.line.trouble import Trouble
from bot.line.updates import is_number, person_of
from scheduler.clock import Clock
from storage import inbox
from storage.backoff import seconds_before
from storage.store import Store

log = logging.getLogger(__name__)

LONGEST_PAUSE_S = 30.0
LONGEST_PAUSE_TO_TELL_S = 60.0
SHORTEST_POLL_S, SHORTEST_PAUSE_S = 1.0, 0.1
"""An answer that brings nothing and comes sooner was none to wait for."""
CONFLICTS_TO_GIVE_UP = 3
NEWCOMER_FOR_S = 60.0
"""Of two pollers the one that came last gives up; the one that has been here for longer goes on."""


class SecondPoller(Exception):  # noqa: N818  it is said to a person
    """Another process fetches the updates of this token."""


class WebhookInTheWay(Exception):  # noqa: N818  it is said to a person
    """Telegram brings this token's updates to a webhook, and lets nobody fetch them."""


async def poll(
    telegram: Telegram, store: Store, clock: Clock, arrived: Callable[[], None], *, seal: Seal = NO_KEY
) -> None:
    """Fetch updates until cancelled. Raises SecondPoller when another process keeps fetching with this token, and
    WebhookInTheWay when they are brought elsewhere.

    The offset moves only after the commit: what Telegram is told we have, we have. `seal` closes addresses of feeds.
    """
    offset: int | None = None
    conflicts = idle = 0
    time, trouble = asyncio.get_running_loop().time, Trouble(f"fetching updates from {telegram.address}")
    began = time()
    while True:
        await _be_the_only_one(telegram, store, clock)
        asked = time()
        try:
            # After a failure an answer at once tells that it is over; else nothing might for as long as a poll waits.
            updates = await telegram.poll(offset, 0 if trouble.failures else LONG_POLL_S)
        except TelegramError as error:
            if isinstance(error, InvalidToken) and not is_page(error):
                raise
            if isinstance(error, Conflict) and "webhook" in error.message:
                raise WebhookInTheWay from error
            conflicts += isinstance(error, Conflict)
            newcomer = time() - began < NEWCOMER_FOR_S
            if newcomer and conflicts >= CONFLICTS_TO_GIVE_UP:
                raise SecondPoller from error
            trouble.met(cause(error))
            await clock.pause(seconds_before(trouble.failures, 1.0, LONGEST_PAUSE_S))
            continue
        trouble.over()
        before = offset
        numbered = [raw for raw in updates if is_number(raw.get("update_id"))]
        if numbered:
            kept = [(person_of(raw), hidden(raw, seal)) for raw in numbered]
            await store.insist(clock.pause, inbox.admit, kept, clock.now())
            offset = max(raw["update_id"] for raw in numbered) + 1
            arrived()
        elif updates:  # without a number nothing can be acknowledged, nor known again
            log.error("%d updates without a number", len(updates))
            await clock.pause(LONGEST_PAUSE_S)
        is_idle = offset == before and time() - asked < SHORTEST_POLL_S
        idle = idle + 1 if is_idle else 0
        if is_idle:  # it is asked to wait, and does not: it is not asked without pause
            await clock.pause(seconds_before(idle, SHORTEST_PAUSE_S, LONGEST_PAUSE_S))


async def leave_to_others(telegram: Telegram, clock: Clock) -> None:
    """Take nothing in until cancelled: another process does. Raises InvalidToken."""
    await tell(telegram, clock, "getMe", {})
    await asyncio.Event().wait()


async def tell(telegram: Telegram, clock: Clock, method: str, body: dict[str, Any]) -> None:
    """Make a call again and again until Telegram has heard it. Raises InvalidToken."""
    trouble = Trouble(f"{method} at {telegram.address}")
    while True:
        try:
            await telegram.call(method, body)
        except TelegramError as error:
            if isinstance(error, InvalidToken) and not is_page(error):
                raise
            trouble.met(cause(error))
            await clock.pause(seconds_before(trouble.failures, 1.0, LONGEST_PAUSE_TO_TELL_S))
        else:
            trouble.over()
            return


async def _be_the_only_one(telegram: Telegram, store: Store, clock: Clock) -> None:
    """Raises SecondPoller when a process on the same store fetches already; what is held is lost with a connection."""
    while True:
        try:
            if await store.hold(f"updates of {telegram.token.partition(':')[0]}"):
                return
        except DatabaseError as error:
            log.warning("the store does not say who fetches updates: %s", type(error.orig).__name__)
            await clock.pause(1.0)
        else:
            raise SecondPoller
