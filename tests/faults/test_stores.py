"""Stores that are locked, full, or put back from a copy."""

from __future__ import annotations

import asyncio
import contextlib
import random
import resource
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from bot.app import App, build, run
from bot.settings import Settings
from scheduler.clock import MovedClock
from storage import backup
from storage.engine import read_url
from tests.conftest import postgres_only, sqlite_only
from tests.disks import fill, small_disk
from tests.faults.conftest import Report, size
from tests.faults.figures import Figures
from tests.faults.mortals import REPLIES, Crowd, crowd, until
from tests.postgres import TABLES, prepare


def file_of(store_url: str) -> Path:
    return Path(read_url(store_url).database or "")


# 13: locked


@contextlib.contextmanager
def locked(store_url: str, *statements: str) -> Iterator[None]:
    """A second writer holds what these statements lock."""
    url = read_url(store_url)
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
        yield
        connection.exec_driver_sql("ROLLBACK")


async def test_a_store_that_somebody_else_locks_loses_nothing(store_url: str, report: Report) -> None:
    lock = (
        ["BEGIN IMMEDIATE"] if store_url.startswith("sqlite") else ["BEGIN", f"LOCK TABLE {TABLES} IN EXCLUSIVE MODE"]
    )
    prepare(store_url)
    async with crowd(store_url) as people:
        await people.bots[0].rise()
        people.say("ana")
        await people.finish()
        with locked(store_url, *lock):
            for _ in range(5):
                people.say("ana")
                people.say("ben")
                await asyncio.sleep(size(1, 12) / 10)
        since = people.telegram.now()
        await people.finish()

        late = max(people.lateness(name, since) for name in ("ana", "ben"))
        report(figures := people.figures("13 database locked for 6 s", 1, late))
        people.check(figures)


@postgres_only
async def test_a_person_whose_row_is_locked_keeps_nobody_else_waiting(store_url: str, report: Report) -> None:
    async with crowd(store_url) as people:
        await people.bots[0].rise()
        people.say("ana")
        await people.finish()
        ana = people.telegram.person("ana").id
        with locked(store_url, "BEGIN", f"SELECT 1 FROM person WHERE id = {ana} FOR UPDATE"):
            for _ in range(5):
                people.say("ana")
                people.say("ben")
                await asyncio.sleep(size(1, 12) / 10)
        await people.finish()

        report(figures := people.figures("13 one person's row locked for 6 s", 1, people.lateness("ben")))
        people.check(figures)


# 14: full


async def at_work(app: App, act: Coroutine[Any, Any, None]) -> None:
    """Run the bot in this process while somebody acts. Raises at once what the bot ends with."""
    stop = asyncio.Event()

    async def act_and_stop() -> None:
        await act
        stop.set()

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(run(app, stop))
        tasks.create_task(act_and_stop())


def allow(session: Session, pages: int) -> None:
    """So many pages may the file have; fewer than it has means no more."""
    session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")


@sqlite_only
async def test_a_store_that_may_not_grow_goes_on_when_it_may(
    store_url: str, report: Report, caplog: pytest.LogCaptureFixture
) -> None:
    trials = size(1, 3)
    async with crowd(store_url) as people:
        app = build(Settings.model_validate(people.settings), MovedClock(people.telegram.now(), running=True))

        async def fill() -> None:
            for _ in range(trials):
                await app.store.run(allow, 1)
                caplog.clear()
                await talk_until(people, lambda: "SQLITE_FULL" in caplog.text)
                await app.store.insist(app.clock.pause, allow, 1 << 30)
                await until(people.is_over)
                told = [r.getMessage() for r in caplog.records if r.name == "storage.store"]
                assert [("Make room" in one, "can be written again" in one) for one in told] == [
                    (True, False),
                    (False, True),
                ]

        await at_work(app, fill())
        report(figures := people.figures("14 disk full (pages)", trials))
        people.check(figures)
        assert figures.sent_twice == 0


@sqlite_only
async def test_a_file_that_cannot_be_written_to_its_end_is_whole_when_there_is_room(
    store_url: str, report: Report, seed: int
) -> None:
    chance, trials = random.Random(seed), size(2, 4)
    async with crowd(store_url) as people:
        bot = people.bots[0]
        await bot.rise()
        people.say("ana")
        await people.finish()
        _, most = resource.prlimit(bot.pid, resource.RLIMIT_FSIZE)
        for _ in range(trials):
            room = chance.randrange(file_of(store_url + "-wal").stat().st_size + 4096)
            resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (room, most))
            await talk_until(people, lambda: people.telegram.pending() > 3)
            await asyncio.sleep(chance.random() / 4)
            resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (most, most))
            await people.finish()

        report(figures := people.figures("14 disk full (bytes)", trials))
        people.check(figures)
        assert not bot.is_dead


async def test_a_disk_that_is_really_full_is_waited_for(tmp_path: Path, report: Report) -> None:
    folder, trials = tmp_path / "disk", size(1, 3)
    with small_disk(folder):
        async with crowd(f"sqlite:///{folder / 'afterword.db'}") as people:
            bot = people.bots[0]
            await bot.rise()
            people.say("ana")
            await people.finish()
            for _ in range(trials):
                fill(folder / "ballast")
                await talk_until(people, lambda: people.telegram.pending() > 3)
                (folder / "ballast").unlink()
                await people.finish()

            report(figures := people.figures("14 disk full (a real one)", trials))
            people.check(figures)
            assert not bot.is_dead
            await bot.bury()


async def talk_until(people: Crowd, condition: Callable[[], bool]) -> None:
    """People go on talking until the store can take no more."""
    async with asyncio.timeout(60):
        while not condition():
            people.say("ana")
            people.say("ben")
            await asyncio.sleep(0.05)


# 26: put back from a copy


@sqlite_only
async def test_a_copy_of_an_hour_ago_forgets_that_hour_and_nothing_after_it(
    store_url: str, tmp_path: Path, report: Report
) -> None:
    each, due = size(5, 100), size(5, 100)
    prepare(store_url)
    async with crowd(store_url) as people:
        bot = people.bots[0]
        await bot.rise()
        people.say_in_turn(each)
        await people.finish()
        people.meet(due)
        backup.backup(store_url, tmp_path / "copy.db")
        await bot.bury()
        bot.life = replace(bot.life, ahead=bot.life.ahead + HOUR)
        await bot.rise()
        people.say_in_turn(each)
        await people.finish()
        await bot.bury()
        backup.restore(store_url, tmp_path / "copy.db", people.telegram.now())
        await bot.rise()
        people.say_in_turn(each)
        await until(lambda: people.seen >= 3 * REPLIES * each + 2 * due)
        await until(lambda: people.ask(UNDER_WAY) == [(0,)])

        answered = sum(len(people.answers(name)) for name in people.said)
        ((known_of,),) = people.ask("SELECT sum(version) FROM person WHERE id NOT IN (SELECT person_id FROM interview)")
        ((said,),) = people.ask("SELECT count(*) FROM nudged")
    fault = "26 copy of an hour ago restored"
    after = Figures(fault=fault, store="sqlite", trials=each, lost=3 * each - answered + due - said)
    report(replace(after, applied_twice=max(known_of - 2 * each, 0), sent_twice=people.seen - 3 * REPLIES * each - due))
    report(Figures(fault="26 that hour itself, forgotten", store="sqlite", trials=each, lost=3 * each - known_of))
    assert (answered, known_of, said) == (3 * each, 2 * each, due)
    assert people.seen == 3 * REPLIES * each + 2 * due, "each nudge of that hour is said once more, and nothing else is"


HOUR = timedelta(hours=1)
UNDER_WAY = "SELECT count(*) FROM outbox WHERE state IN ('ready', 'sending')"
