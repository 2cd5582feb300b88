"""Housekeeping: what is done with and old goes; what still means something stays."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from bot.housekeeping import Housekeeper
from scheduler.clock import MovedClock
from storage import inbox, outbox, tidying
from storage.store import Store
from storage.tidying import KEPT_FOR
from tests.conftest import NOON
from tests.wired import ANA, BEN, message

LATER = NOON + KEPT_FOR + timedelta(seconds=1)


async def arrive(store: Store, *update_ids: int, at: datetime = NOON) -> None:
    await store.run(inbox.admit, [(ANA, {"update_id": number}) for number in update_ids], at)


async def tidy(store: Store, now: datetime = LATER) -> None:
    await Housekeeper(store, MovedClock(now)).tidy(now)


async def test_an_applied_update_goes_after_a_week_and_one_that_waits_stays(store: Store) -> None:
    await arrive(store, 1, 2)
    await arrive(store, 3, at=LATER)
    for number in (1, 3):
        await store.run(inbox.finish, number)

    await tidy(store)

    assert await store.run(inbox.counts) == {"new": 1, "done": 1}


async def test_an_update_that_was_set_aside_stays(store: Store) -> None:
    await arrive(store, 1)
    for _ in range(inbox.MOST_ATTEMPTS):
        await store.run(inbox.failed, 1, "KeyError")

    await tidy(store)

    assert await store.run(inbox.counts) == {"aside": 1}


async def test_a_sent_call_goes_and_what_must_not_be_repeated_stays(store: Store) -> None:
    await store.run(outbox.post, [message("reply"), message("nudge", BEN, once="hold:1")], NOON)
    for row in await store.run(outbox.claim, NOON, (), 2):
        await store.run(outbox.sent, row.id, NOON, 1)
    await store.run(outbox.post, [message("waits")], NOON)

    await tidy(store)
    await store.run(outbox.post, [message("again", BEN, once="hold:1")], LATER)

    assert await store.run(outbox.counts) == {"ready": 1, "sent": 1}


async def test_all_is_gone_through_a_few_at_a_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    await arrive(store, *range(1, 2 * tidying.AT_ONCE + 2))

    def finish_all(session: Session) -> None:
        for number in range(1, 2 * tidying.AT_ONCE + 2):
            inbox.finish(session, number)

    await store.run(finish_all)
    await tidy(store)

    assert await store.run(inbox.counts) == {}


async def test_it_is_done_every_day(store: Store) -> None:
    clock = MovedClock(NOON)
    running = asyncio.create_task(Housekeeper(store, clock).run())
    await arrive(store, 1)
    await store.run(inbox.finish, 1)

    for day in range(1, KEPT_FOR.days + 2):
        clock.set(NOON + timedelta(days=day, seconds=1))
        await asyncio.sleep(0.05)

    async with asyncio.timeout(20):
        while await store.run(inbox.counts) and not running.done():  # noqa: ASYNC110  another task is at it
            await asyncio.sleep(0.01)
    running.cancel()
    assert await store.run(inbox.counts) == {}
