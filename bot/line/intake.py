"""The intake: updates from Telegram into the inbox, and only then an acknowledgement."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import DatabaseError
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.line.telegram import Telegram, is_page
from bot.line.updates import is_number, person_of
from scheduler.clock import Clock
from storage import inbox
from storage.store import Store

log = logging.getLogger(__name__)

LONGEST_PAUSE_S = 30.0
LONGEST_PAUSE_TO_TELL_S = 60.0
CONFLICTS_TO_GIVE_UP = 3
NEWCOMER_FOR_S = 60.0
"""Of two pollers the one that came last gives up; the one that has been here for longer goes on."""


class SecondPoller(Exception):  # noqa: N818  it is said to a person
    """Another process fetches the updates of this token."""


class WebhookInTheWay(Exception):  # noqa: N818  it is said to a person
    """Telegram brings this token's updates to a webhook, and lets nobody fetch them."""


async def poll(telegram: Telegram, store: Store, clock: Clock, arrived: Callable[[], None]) -> None:
    """Fetch updates until cancelled. Raises SecondPoller when another process keeps fetching with this token, and
    WebhookInTheWay when they are brought elsewhere.

    The offset moves only after the commit: what Telegram is told we have, we have.
    """
    offset: int | None = None
    failures = conflicts = 0
    began = asyncio.get_running_loop().time()
    while True:
        await _be_the_only_one(telegram, store, clock)
        try:
            updates = await telegram.poll(offset)
        except TelegramError as error:
            if isinstance(error, InvalidToken) and not is_page(error):
                raise
            if isinstance(error, Conflict) and "webhook" in error.message:
                raise WebhookInTheWay from error
            conflicts += isinstance(error, Conflict)
            newcomer = asyncio.get_running_loop().time() - began < NEWCOMER_FOR_S
            if newcomer and conflicts >= CONFLICTS_TO_GIVE_UP:
                raise SecondPoller from error
            failures += 1
            log.warning("getUpdates failed %d times in a row: %s", failures, type(error).__name__)
            await clock.pause(min(0.5 * 2**failures, LONGEST_PAUSE_S))
            continue
        failures = 0
        numbered = [raw for raw in updates if is_number(raw.get("update_id"))]
        if numbered:
            await store.insist(clock.pause, inbox.admit, [(person_of(raw), raw) for raw in numbered], clock.now())
            offset = max(raw["update_id"] for raw in numbered) + 1
            arrived()
        elif updates:  # without a number nothing can be acknowledged, nor known again
            log.error("%d updates without a number", len(updates))
            await clock.pause(LONGEST_PAUSE_S)


async def leave_to_others(telegram: Telegram, clock: Clock) -> None:
    """Take nothing in until cancelled: another process does. Raises InvalidToken."""
    await tell(telegram, clock, "getMe", {})
    await asyncio.Event().wait()


async def tell(telegram: Telegram, clock: Clock, method: str, body: dict[str, Any]) -> None:
    """Make a call again and again until Telegram has heard it. Raises InvalidToken."""
    pause = 1.0
    while True:
        try:
            await telegram.call(method, body)
        except TelegramError as error:
            if isinstance(error, InvalidToken) and not is_page(error):
                raise
            log.warning("Telegram has not heard %s yet: %s", method, type(error).__name__)
            await clock.pause(pause)
            pause = min(pause * 2, LONGEST_PAUSE_TO_TELL_S)
        else:
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
