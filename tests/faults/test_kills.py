"""The real bot, killed: every update is applied once and in order, every nudge is said, and few messages twice.

A message may come twice only if its bot died after Telegram had taken it and before that was written down.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from tests.faults.conftest import ALL, Report, size
from tests.faults.databases import databases
from tests.faults.mortals import Crowd, crowd, until
from tests.postgres import empty, prepare

SIDE_BY_SIDE = size(2, 4)
"""Bots that die at the same time, each on a store of its own: they mostly wait."""
SHORT = timedelta(seconds=0.5)
AT_WORK = (("sqlite", 1), ("postgresql", 1), ("postgresql", 2), ("postgresql", 4))


@pytest.fixture(scope="module")
def kept_empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite store with its tables, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "afterword.db"
    prepare(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="module")
def spare(postgres: str) -> Iterator[list[str]]:
    """PostgreSQL databases with our tables."""
    with databases(postgres, SIDE_BY_SIDE, prepare) as urls:
        yield urls


@pytest.fixture(params=["sqlite", "postgresql"])
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> list[Callable[[], str]]:
    """Several ways to an empty store with its tables, to be taken side by side."""
    if request.param == "postgresql":
        return [partial(emptied, url) for url in request.getfixturevalue("spare")]
    return [partial(copied, request.getfixturevalue("kept_empty"), tmp_path, count())] * SIDE_BY_SIDE


@pytest.fixture(params=["before", "after"] if ALL else ["by seed"])
def when(request: pytest.FixtureRequest, seed: int) -> str:
    """Whether a bot dies before a point or after it."""
    return str(request.param) if ALL else ("before", "after")[seed // 30 % 2]


def emptied(url: str) -> str:
    """The same store, with nothing in it."""
    empty(url)
    return url


def copied(kept_empty: Path, folder: Path, numbers: Iterator[int]) -> str:
    """A new store."""
    path = folder / f"{next(numbers)}.db"
    path.write_bytes(kept_empty.read_bytes())
    return f"sqlite:///{path}"


async def converse(people: Crowd) -> bool:
    """A short conversation of two people with a bot that is doomed; whether it died. In the end all is said."""
    bot = people.bots[0]
    people.say("ana")
    people.say("ben")
    await bot.rise()
    await until(lambda: bot.is_dead or people.is_over())
    died = bot.is_dead
    if died:
        bot.life = replace(bot.life, dies=None)
        await bot.rise()
        await people.finish()
    return died


async def at_every_point(
    stores: list[Callable[[], str]], die: Callable[[str, int], Awaitable[bool]], first: int, step: int
) -> None:
    """Let bots die at their first point, their second, and so on until one has fewer and lives."""
    points = iter(range(first, 10_000, step))
    is_over, deaths = False, 0

    async def one_after_another(store: Callable[[], str]) -> None:
        nonlocal is_over, deaths
        while not is_over:
            died = await die(await asyncio.to_thread(store), next(points))
            is_over, deaths = is_over or not died, deaths + died

    async with asyncio.TaskGroup() as tasks:
        for store in stores:
            tasks.create_task(one_after_another(store))
    assert deaths, "there is no such point"


async def test_killed_at_any_commit_it_loses_nothing(
    stores: list[Callable[[], str]], report: Report, seed: int, when: str
) -> None:
    async def die(store_url: str, number: int) -> bool:
        async with crowd(store_url, lease=SHORT, dies=(number, when)) as people:
            died = await converse(people)
            report(figures := people.figures("01 killed at every commit", int(died)))
            people.check(figures)
            return died

    step = size(5, 1)
    await at_every_point(stores, die, 1 + seed % step, step)


async def test_killed_at_any_call_it_repeats_no_more_than_was_under_way(
    stores: list[Callable[[], str]], report: Report, seed: int, when: str
) -> None:
    async def die(store_url: str, number: int) -> bool:
        async with crowd(store_url, lease=SHORT) as people:
            people.telegram.doom(people.bots[0].strike, number, after=when == "after")
            died = await converse(people)
            report(figures := people.figures("01 killed at every call", int(died)))
            people.check(figures)
            return died

    step = size(6, 1)
    await at_every_point(stores, die, 1 + seed % step, step)


async def test_killed_at_random_in_the_middle_of_bursts_it_loses_nothing(
    store_url: str, report: Report, seed: int
) -> None:
    chance, kills = random.Random(seed), size(2, 30)
    prepare(store_url)
    async with crowd(store_url, lease=SHORT) as people:
        bot = people.bots[0]
        await bot.rise()
        for _ in range(kills):
            for _ in range(chance.randint(1, 6)):
                people.say(chance.choice(["ana", "ben", "cleo"]))
            people.telegram.doom(bot.strike, chance.randint(1, 12), after=chance.random() < 0.5)
            await until(lambda: bot.is_dead or people.is_over())
            people.telegram.strike = None
            await bot.rise()
        await people.finish()

        report(figures := people.figures("01 killed in bursts", kills))
        people.check(figures)


@pytest.mark.parametrize(("store_url", "number"), AT_WORK[1:] if ALL else AT_WORK[::2], indirect=["store_url"])
async def test_killed_during_updates_and_due_nudges_they_lose_nothing(
    store_url: str, number: int, report: Report, seed: int
) -> None:
    chance, kills = random.Random(seed), size(2, 20)
    updates, due = size(40, 2000), size(40, 2000)
    prepare(store_url)
    async with crowd(store_url, number, lease=size(1, 3) * timedelta(seconds=1)) as people:
        people.meet(due)
        people.say_in_turn(updates, updates // 10)
        for bot in people.bots:
            await bot.rise()
        await people.die_by_turns(kills, chance)
        await people.finish(0.1)

        report(figures := people.figures(f"01 killed by turns, {number} at work", kills))
        people.check(figures)
