"""Several processes on one PostgreSQL: each update is applied once and in order, nothing is lost when one is killed."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import random
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from bot import intake
from bot.courier import Courier
from bot.rehearsal.api import api_app
from bot.rehearsal.serving import serve
from bot.rehearsal.telegram import LocalTelegram
from bot.telegram import connect
from scheduler.clock import SystemClock
from storage import inbox, outbox
from storage.store import Store
from tests import worker
from tests.commands import TOKEN, afterword, only_line
from tests.conftest import NOON, postgres_only
from tests.wired import Line, message, open_line, until

UPDATES = int(os.environ.get("UPDATES", "120"))
PEOPLE = 20
REPLIES = 2
"""To an unknown command: that it is unknown, and the list of those that are known."""
KILLS = 4
LONGEST_S = 300
SPAWN = multiprocessing.get_context("spawn")

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
        finished.append(inbox.finish(session, 1))
        theirs = asyncio.run_coroutine_threadsafe(other.run(inbox.finish, 1), loop)
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

    assert "Another process fetches the updates" in only_line(done)


async def test_what_was_held_is_free_when_its_process_has_ended(store_url: str, store: Store) -> None:
    first = Store(store_url)
    assert (await first.hold("x"), await first.hold("x"), await store.hold("x")) == (True, True, False)

    first.close()

    assert await store.hold("x")


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


# Several at work, and killed


class Workers:
    """Processes on one store that are killed and replaced."""

    def __init__(self, number: int, *where: str) -> None:
        self._where = where
        self._all = [self._start() for _ in range(number)]

    def _start(self) -> Any:
        process = SPAWN.Process(target=worker.work, args=self._where, daemon=True)
        process.start()
        return process

    def replace_one(self, chance: random.Random) -> None:
        """Kill one with signal 9 and start another."""
        place = chance.randrange(len(self._all))
        self._end(self._all[place])
        self._all[place] = self._start()

    def _end(self, process: Any) -> None:
        os.kill(process.pid, signal.SIGKILL)
        process.join()

    def end(self) -> None:
        for process in self._all:
            self._end(process)


@asynccontextmanager
async def at_work(number: int, store_url: str, local: LocalTelegram) -> AsyncIterator[Workers]:
    serving, _ = await serve(api_app(local))
    workers = Workers(number, store_url, serving.url, TOKEN)
    telegram, store = connect(TOKEN, serving.url, 4), Store(store_url)
    await telegram.open()
    fetching = asyncio.create_task(intake.poll(telegram, store, SystemClock(), lambda: None))
    try:
        yield workers
    finally:
        workers.end()
        fetching.cancel()
        await asyncio.wait([fetching])
        await telegram.shut()
        store.close()
        await serving.stop()


def answered(local: LocalTelegram, person: str) -> list[str]:
    """Which of their messages were answered, in the order of the first answers."""
    heard = [e.text for e in local.transcript if (e.sender, e.person, e.kind) == ("bot", person, "message")]
    words = [word.strip(".,:;!“”\"'") for text in heard for word in text.split()]
    return list(dict.fromkeys(word for word in words if word.startswith(f"/{person}n")))


def versions(session: Session) -> list[int]:
    return list(session.connection().execute(sa.text("SELECT version FROM person ORDER BY id")).scalars())


@pytest.mark.parametrize("number", [2, 4])
async def test_processes_that_are_killed_lose_nothing_and_apply_nothing_twice(
    store: Store, store_url: str, number: int
) -> None:
    chance = random.Random(int(os.environ.get("SEED", "1")))
    local = LocalTelegram(SystemClock().now, token=TOKEN)
    each = UPDATES // PEOPLE
    names = [f"p{person}" for person in range(PEOPLE)]
    in_doubt = 0
    async with at_work(number, store_url, local) as workers:
        for turn in range(1, each + 1):
            for name in names:
                local.say(name, f"/{name}n{turn}")
        began = time.monotonic()
        for kill in range(1, KILLS + 1):
            enough = PEOPLE * each * REPLIES * kill // (KILLS + 1)
            while local.counts["sendMessage", 200] < enough:
                assert time.monotonic() - began < LONGEST_S
                await asyncio.sleep(0.01)
            in_doubt += (await store.run(outbox.counts)).get("sending", 0)
            workers.replace_one(chance)
        while await store.run(outbox.counts) != {"sent": PEOPLE * each * REPLIES}:
            assert time.monotonic() - began < LONGEST_S, await store.run(outbox.counts)
            await asyncio.sleep(0.05)
        took = time.monotonic() - began

    assert await store.run(inbox.counts) == {"done": PEOPLE * each}
    assert [answered(local, name) for name in names] == [[f"/{name}n{n}" for n in range(1, each + 1)] for name in names]
    assert await store.run(versions) == [each] * PEOPLE, "not applied once"
    doubled = local.counts["sendMessage", 200] - PEOPLE * each * REPLIES
    assert 0 <= doubled <= in_doubt
    print(f"\n{number} processes, {KILLS} kills, {PEOPLE * each} updates in {took:.1f} s: 0 lost, 0 twice, "
          f"{doubled} messages said twice")  # fmt: skip
