"""Several processes on one PostgreSQL: who does what, who fetches, and what happens when the server goes away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from bot.line import intake
from bot.line.courier import Courier
from scheduler.clock import SystemClock
from storage import inbox, outbox
from storage.store import Store
from tests.commands import TOKEN, afterword
from tests.conftest import NOON, postgres_only
from tests.wired import Line, message, open_line, until

pytestmark = postgres_only


@pytest.fixture
async def line(tmp_path: Path, store_url: str) -> AsyncIterator[Line]:
    async with open_line(tmp_path, store_url) as opened:
        yield opened


@pytest.fixture
async def other(store_url: str) -> AsyncIterator[Store]:
    """The store as another process sees it."""
    opened = Store(store_url)
    yield opened
    opened.close()


def cut(session: Session) -> None:
    """Send everybody away who is connected to the database."""
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    session.connection().execute(sa.text(f"{others} AND pid <> pg_backend_pid()"))


# Who does what


async def test_two_couriers_never_take_the_same_call(store: Store, other: Store) -> None:
    await store.run(outbox.post, [message("hello", chat) for chat in range(1, 201)], NOON)

    claims = [one.run(outbox.claim, NOON, (), 5) for one in (store, other) * 20]
    taken = [row.id for rows in await asyncio.gather(*claims) for row in rows]

    assert sorted(taken) == sorted(set(taken))
    rest = await store.run(outbox.claim, NOON, (), 200)
    assert sorted([*taken, *(row.id for row in rest)]) == list(range(1, 201))


async def test_an_update_that_another_is_just_applying_is_left_to_it(store: Store, other: Store) -> None:
    await store.run(inbox.admit, [(1, {"update_id": 1})], NOON)
    finished: list[bool] = []

    def apply_slowly(session: Session) -> None:
        finished.append(inbox.is_mine(session, 1) and inbox.finish(session, 1))
        theirs = asyncio.run_coroutine_threadsafe(other.run(inbox.is_mine, 1), loop)
        finished.append(theirs.result(10))

    loop = asyncio.get_running_loop()
    await store.run(apply_slowly)

    assert finished == [True, False]
    assert await other.run(inbox.finish, 1) is False


async def test_a_courier_that_starts_leaves_alone_what_another_is_sending(line: Line) -> None:
    await line.post(message("hello"))
    await line.store.run(outbox.claim, line.clock.now(), (), 1)
    courier = line.courier()
    running = asyncio.create_task(courier.run())

    await line.post(message("for ben", 1002))
    courier.ring()

    await until(lambda: line.shown(1002) == ["for ben"])
    running.cancel()
    await asyncio.wait([running])
    assert (line.shown(), await line.counts()) == ([], {"sending": 1, "sent": 1})


async def test_what_one_process_posts_another_sends_without_being_told(line: Line, other: Store) -> None:
    running = asyncio.create_task(Courier(other, line.telegram, line.clock, 4).run())
    await asyncio.sleep(0.1)

    await line.post(message("hello"))

    await until(lambda: line.shown() == ["hello"])
    running.cancel()


# One fetches


async def test_a_second_process_that_fetches_gives_up(line: Line, other: Store) -> None:
    first = asyncio.create_task(intake.poll(line.telegram, line.store, line.clock, lambda: None))
    await until(lambda: line.local.updates.polled)

    with pytest.raises(intake.SecondPoller):
        await intake.poll(line.telegram, other, line.clock, lambda: None)

    first.cancel()
    await asyncio.wait([first])


async def test_it_says_so_in_one_line_and_ends_with_code_2(line: Line, tmp_path: Path, store_url: str) -> None:
    await line.store.hold(f"updates of {TOKEN.partition(':')[0]}")
    run = {"token": TOKEN, "store_url": store_url, "telegram_url": line.url}

    done = await asyncio.to_thread(lambda: afterword("run", folder=tmp_path, **run))

    told = [line for line in done.stderr.splitlines() if line.startswith("afterword: ")]
    assert (done.returncode, len(told)) == (2, 1)
    assert "Another process fetches the updates" in told[0]


async def test_what_was_held_is_free_when_its_process_has_ended(store_url: str, store: Store) -> None:
    first = Store(store_url)
    assert (await first.hold("x"), await first.hold("x"), await store.hold("x")) == (True, True, False)

    first.close()

    async with asyncio.timeout(5):  # the server notices a little later
        while not await store.hold("x"):
            continue


# The server goes away


async def test_after_the_connections_were_cut_it_goes_on(store: Store, other: Store) -> None:
    clock = SystemClock()
    for number in range(20):
        await asyncio.gather(*(store.run(inbox.is_empty) for _ in range(8)))  # every hand has a connection
        await other.run(cut)
        await store.insist(clock.pause, inbox.admit, [(1, {"update_id": number})], NOON)

    assert await store.run(inbox.counts) == {"new": 20}
    assert store.trouble is None


async def test_while_the_server_is_away_the_store_says_so(store: Store, other: Store) -> None:
    told = []

    async def look(_seconds: float) -> None:
        told.append(store.trouble)

    await asyncio.gather(*(store.run(inbox.is_empty) for _ in range(8)))
    await other.run(cut)
    await asyncio.gather(*(store.insist(look, inbox.is_empty) for _ in range(8)))

    assert set(told) == {"AdminShutdown"}
    assert store.trouble is None


async def test_what_was_held_is_held_again_after_its_connection_was_cut(store: Store, other: Store) -> None:
    await store.hold("x")
    await other.run(cut)

    with pytest.raises(sa.exc.DatabaseError):
        await store.hold("x")

    assert (await store.hold("x"), await other.hold("x")) == (True, False)
