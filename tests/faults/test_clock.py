"""A machine's clock that is set forward and back while the bot runs, and a machine that sleeps."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator
from datetime import timedelta

from scheduler.wake import HEARTBEAT_S
from storage import known
from tests.conftest import NOON
from tests.faults.conftest import Report, size
from tests.faults.figures import Figures
from tests.faults.mortals import after_a_talk
from tests.faults.simulator import World, opened
from tests.faults.virtual import VirtualClock, virtually

PEOPLE = size(10, 20)
HOUR = timedelta(hours=1)
STEP_S = 1.0
JUMPS = (2 * HOUR, -2 * HOUR, None, 8 * HOUR)
"""Set forward, set back, a small step by the time server, and a night asleep: a machine's timers sleep with it."""


def turn(clock: VirtualClock, by: timedelta) -> None:
    """The clock shows another time at once; timers that run go on as they were."""
    clock._start += by


async def meet(world: World, chance: random.Random) -> None:
    """Everybody has an interview in these hours; each is looked at when it has ended."""
    assert world.app is not None
    for number in range(PEOPLE):
        someone = world.local.person(f"met{number}")
        someone.started = True
        end = NOON + chance.uniform(-0.5, 9) * HOUR
        await world.app.store.run(known.keep, None, after_a_talk(someone.id, "Europe/London", end), end)
    world.app.nudger.ring()


@contextlib.asynccontextmanager
async def watched(world: World) -> AsyncIterator[list[float]]:
    """For how long anybody had to wait after their moment had come, in seconds of a clock that nobody turns."""
    found = [0.0]

    async def watch() -> None:
        since: dict[int, float] = {}
        while True:
            now = asyncio.get_running_loop().time()
            late = world.ask(known.due_people, world.clock.now(), 1000)
            since = {person: since.get(person, now) for person in late}
            found.append(max((now - began for began in since.values()), default=0.0))
            await asyncio.sleep(STEP_S)

    watching = asyncio.create_task(watch())
    yield found
    watching.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await watching


async def suffer(clock: VirtualClock, seed: int, store_url: str, jumps: int) -> Figures:
    """What so many jumps did."""
    chance = random.Random(seed)
    async with opened(clock, seed, store_url) as world:
        await asyncio.sleep(1)
        await meet(world, chance)
        async with watched(world) as late:
            for _ in range(jumps):
                await asyncio.sleep(chance.uniform(5, 90))
                turn(clock, chance.choice(JUMPS) or timedelta(seconds=chance.uniform(-30, 30)))
            turn(clock, NOON + timedelta(days=2) - clock.now())
            await asyncio.sleep(2 * HEARTBEAT_S)
        await world.live(HOUR)  # after so long an absence not everybody is written to at once
        await world.settle()
        verdict = world.verdict()
        said = {row[0] for row in world.rows("SELECT person_id FROM nudged WHERE name = 'check_in'")}
    assert verdict.broken == []
    return Figures(
        fault="16 clock set forward and back, and sleep",
        store="sqlite" if store_url.startswith("sqlite") else "postgresql",
        trials=jumps,
        lost=PEOPLE - len(said) + verdict.lost,
        applied_twice=verdict.applied_twice,
        sent_twice=verdict.sent_twice,
        lateness=timedelta(seconds=max(late)),
    )


def test_whatever_the_clock_does_all_is_said_once_and_soon(store_url: str, report: Report, seed: int) -> None:
    figures = virtually(lambda clock: suffer(clock, seed, store_url, size(4, 15)), NOON)

    report(figures)
    assert (figures.lost, figures.applied_twice, figures.sent_twice) == (0, 0, 0)
    assert figures.lateness is not None
    assert figures.lateness.total_seconds() <= HEARTBEAT_S
