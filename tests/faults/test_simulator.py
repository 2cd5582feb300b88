"""Seeded runs of the whole bot in virtual time: everything goes wrong at once, and what must hold holds.

A failure prints its seed; SEED=… repeats the run.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import NOON
from tests.faults.conftest import Report, size
from tests.faults.crowd import NAMES, act
from tests.faults.record import Verdict, kind_of
from tests.faults.simulator import World, opened, whole_on_both
from tests.faults.virtual import VirtualClock, virtually
from tests.faults.weather import FATES
from tests.postgres import empty

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""A crash leaves connections open, as a crash does."""

MINUTE = timedelta(minutes=1)


def worsen(world: World) -> None:
    """Other weather: mostly fair, sometimes foul in one way or in several."""
    chance = world.chance
    world.weather = {kind: 0.08 for kind in FATES if chance.random() < 0.2}
    world.poll_weather = {kind: 0.1 for kind in (*FATES, "repeated", "shuffled") if chance.random() < 0.25}
    if chance.random() < 0.1:
        chat = chance.choice([None, *(world.local.person(name).id for name in NAMES)])
        world.local.fault("429", seconds=chance.choice([3, 30, 600]), chat=chat)
    world.local.fault("down" if chance.random() < 0.04 else "up")


async def step(world: World) -> None:
    """One thing that happens: people act, time passes or leaps, the bot dies or is ended."""
    chance = world.chance
    for _ in range(chance.randint(1, 4)):
        act(world, chance.choice(NAMES))
    worsen(world)
    drawn = chance.random()
    if drawn < 0.12:
        await asyncio.sleep(chance.uniform(0, 0.6))
        await world.crash()
        world.start()
    elif drawn < 0.15:
        await world.end()
        world.start()
    elif drawn < 0.20:
        world.clock.leap(chance.uniform(1, 600) * MINUTE)
    elif drawn < 0.60:
        await asyncio.sleep(chance.uniform(0, 5))
    else:
        await world.live(chance.uniform(0, 400) * MINUTE)


async def run(clock: VirtualClock, seed: int, store_url: str, steps: int) -> tuple[World, Verdict]:
    """A whole run, and what it has shown."""
    async with opened(clock, seed, store_url) as world:
        for name in NAMES:
            world.local.say(name, "/start")
            world.local.say(name, "I live in London")
        await world.live(MINUTE)
        for _ in range(steps):
            await step(world)
        await world.settle()
        return world, world.verdict()


def simulate(seed: int, store_url: str, steps: int) -> tuple[World, Verdict]:
    """The same in a loop of its own."""
    return virtually(lambda clock: run(clock, seed, store_url, steps), NOON)


@whole_on_both
def test_whatever_goes_wrong_nothing_is_lost_nor_done_twice(
    seed: int, store_url: str, tmp_path: Path, report: Report
) -> None:
    for number in range(seed, seed + size(2, 5)):
        url = store_url if kind_of(store_url) == "postgresql" else f"sqlite:///{tmp_path / str(number)}.db"
        if url == store_url:
            empty(store_url)

        world, verdict = simulate(number, url, size(8, 30))

        faults = sum(bool(call.fate) or call.retry_after > 0 for call in world.calls) + world.lives - 1
        report(verdict.figures(world, "00 everything at once, by seed", faults))
        assert not verdict.broken, f"SEED={number}\n" + "\n".join(verdict.broken)
        assert (verdict.lost, verdict.applied_twice) == (0, 0), f"SEED={number}"


def test_the_same_seed_gives_the_same_run(seed: int, tmp_path: Path) -> None:
    runs = [simulate(seed, f"sqlite:///{tmp_path / name}.db", 5)[0].transcript() for name in ("one", "two")]

    assert runs[0] == runs[1]


def test_another_seed_gives_another_run(seed: int, tmp_path: Path) -> None:
    runs = [simulate(seed + n, f"sqlite:///{tmp_path / str(n)}.db", 3)[0].transcript() for n in range(2)]

    assert runs[0] != runs[1]
