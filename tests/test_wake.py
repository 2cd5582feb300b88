"""Waking: a ring at the right moment, after every jump of the clock, and after a while without either.

And whoever is woken by it: the nudger, who puts what is due on its way.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from apscheduler.job import Job
from apscheduler.triggers.date import DateTrigger
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from bot import nudging
from bot.line.staleness import AFTER_AN_ERROR
from bot.nudging import Nudger
from scheduler import wake
from scheduler.clock import MovedClock, SystemClock
from scheduler.wake import Wake
from storage import known
from storage.outbox import Outgoing
from tests.conftest import NOON
from tests.wired import ANA, BEN, Line, after_an_interview, open_line, until

HOUR = timedelta(hours=1)


@pytest.fixture
async def bell() -> AsyncIterator[Wake]:
    """A bell on the machine's own clock."""
    made = Wake(SystemClock())
    made.start()
    yield made
    made.stop()


def alarm(bell: Wake) -> datetime | None:
    """What the scheduler is set to, on the machine's clock."""
    job: Job | None = bell._timer.get_job(wake._JOB)
    return None if job is None else job.next_run_time


def rings(bell: Wake) -> bool:
    return bell._bell.is_set()


def soon() -> datetime:
    return SystemClock().now() + timedelta(milliseconds=20)


async def test_it_rings_at_the_moment_and_not_before(bell: Wake) -> None:
    moment = soon()
    bell.arm(moment)
    bell.hush()

    await bell.wait()

    assert SystemClock().now() >= moment


async def test_a_ring_before_the_wait_is_not_lost(bell: Wake) -> None:
    bell.hush()
    bell.ring()

    async with asyncio.timeout(5):
        await bell.wait()


async def test_rings_of_before_are_forgotten_when_hushed(bell: Wake) -> None:
    bell.ring()

    bell.hush()

    assert not rings(bell)


async def test_the_smaller_moment_takes_the_place_of_the_larger(bell: Wake) -> None:
    later = SystemClock().now() + 2 * HOUR
    bell.arm(later)

    bell.arm(later - HOUR)

    assert alarm(bell) == later - HOUR


async def test_a_moment_that_has_gone_away_takes_its_alarm_along(bell: Wake) -> None:
    bell.arm(SystemClock().now() + HOUR)

    bell.arm(None)

    assert alarm(bell) is None


async def test_a_moment_that_is_over_already_rings_at_once(bell: Wake) -> None:
    bell.hush()
    bell.arm(SystemClock().now() - HOUR)

    async with asyncio.timeout(5):
        await bell.wait()


async def test_whoever_was_woken_can_arm_it_again(bell: Wake) -> None:
    moments = [soon() + timedelta(milliseconds=5) * number for number in range(3)]

    for moment in moments:
        bell.arm(moment)
        bell.hush()
        await bell.wait()
        assert SystemClock().now() >= moment


async def test_it_rings_in_the_thread_of_those_who_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    rung: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    loop = asyncio.get_running_loop()
    bell = Wake(SystemClock())
    here = threading.get_ident
    monkeypatch.setattr(bell, "ring", lambda: loop.call_soon_threadsafe(rung.set_result, here()))
    bell.start()

    bell.arm(soon())

    assert await rung == here()
    bell.stop()


async def test_arming_from_inside_the_ring_is_not_undone_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    done = asyncio.Event()
    bell = Wake(SystemClock())
    later = SystemClock().now() + HOUR

    def arm_again() -> None:
        bell.arm(later)
        asyncio.get_running_loop().call_soon(done.set)

    monkeypatch.setattr(bell, "ring", arm_again)
    bell.start()
    bell.arm(soon())
    await done.wait()

    assert alarm(bell) == later
    bell.stop()


async def test_it_can_be_armed_before_it_is_started() -> None:
    bell = Wake(SystemClock())
    moment = SystemClock().now() + HOUR

    bell.arm(moment)
    bell.start()

    assert alarm(bell) == moment
    bell.stop()


async def test_lateness_drops_nothing(bell: Wake) -> None:
    bell.arm(SystemClock().now() + HOUR)

    graces = {type(job.trigger): job.misfire_grace_time for job in bell._timer.get_jobs()}
    assert graces == {DateTrigger: None}


async def test_nobody_waits_for_longer_than_a_heartbeat_whatever_the_machines_clock_does() -> None:
    bell = Wake(SystemClock(), heartbeat_s=0)
    bell.hush()

    await bell.wait()

    assert not rings(bell)


# On a clock that is moved


async def test_every_jump_of_a_moved_clock_rings() -> None:
    clock = MovedClock(NOON)
    bell = Wake(clock)
    bell.hush()

    clock.set(NOON + HOUR)

    assert rings(bell)


async def test_a_clock_that_stands_still_sets_no_alarm() -> None:
    clock = MovedClock(NOON)
    bell = Wake(clock)
    bell.start()

    bell.arm(NOON + HOUR)

    assert alarm(bell) is None
    bell.stop()


async def test_after_a_jump_the_same_moment_is_nearer() -> None:
    clock = MovedClock(NOON, running=True)
    bell = Wake(clock)
    bell.start()
    bell.arm(NOON + 2 * HOUR)
    before = alarm(bell)

    clock.set(NOON + HOUR)
    bell.arm(NOON + 2 * HOUR)

    after = alarm(bell)
    assert before is not None
    assert after is not None
    assert before - after > HOUR - timedelta(minutes=1)
    bell.stop()


async def test_a_jump_with_nothing_ahead_leaves_no_alarm_behind() -> None:
    clock = MovedClock(NOON, running=True)
    bell = Wake(clock)
    bell.start()
    bell.arm(NOON + HOUR)

    clock.set(NOON + 2 * HOUR)
    bell.arm(None)

    assert alarm(bell) is None
    bell.stop()


async def test_a_moved_clock_stands_still_until_it_is_moved() -> None:
    clock = MovedClock(NOON.astimezone())

    assert clock.now() == clock.now() == NOON
    assert clock.now().tzinfo is UTC


async def test_a_running_clock_goes_on_from_where_it_was_set() -> None:
    clock = MovedClock(NOON, running=True)
    clock.set(NOON + HOUR)

    first, second = clock.now(), clock.now()

    assert NOON + HOUR <= first <= second < NOON + 2 * HOUR


async def test_a_pause_on_a_moved_clock_is_a_short_one() -> None:
    async with asyncio.timeout(5):
        await MovedClock(NOON).pause(3600)


# The nudger

FIVE = timedelta(minutes=5)


@pytest.fixture
async def line(tmp_path: Path, store_url: str) -> AsyncIterator[Line]:
    async with open_line(tmp_path, store_url) as opened:
        yield opened


async def test_the_nudger_speaks_when_the_clock_has_come_to_the_moment(line: Line) -> None:
    await line.keep(after_an_interview(NOON), NOON + FIVE)
    courier = line.courier()
    running = [asyncio.create_task(each.run()) for each in (courier, Nudger(line.store, line.clock, courier))]
    await line.store.run(known.smallest_wake)
    assert line.shown() == []

    line.clock.set(NOON + FIVE)

    await until(lambda: len(line.shown()) == 1)
    for each in running:
        each.cancel()


async def test_a_person_about_whom_nothing_can_be_said_keeps_nobody_else_waiting(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    say_due = nudging.say_due

    def stumble(session: Session, person_id: int, now: datetime, wake_at: datetime) -> Outgoing | None:
        if person_id == ANA:
            raise ZeroDivisionError
        return say_due(session, person_id, now, wake_at)

    monkeypatch.setattr(nudging, "say_due", stumble)
    for person in (ANA, BEN):
        await line.keep(after_an_interview(NOON, person), NOON + FIVE)
    line.clock.set(NOON + FIVE)

    await line.decide()

    assert len((await line.recall(BEN)).nudged) == 1
    assert await line.store.run(known.due_people, line.clock.now(), 10) == []
    assert await line.store.run(known.smallest_wake) == NOON + FIVE + AFTER_AN_ERROR


async def test_a_nudge_is_put_on_its_way_once_however_often_it_is_looked_for(line: Line) -> None:
    await line.keep(after_an_interview(NOON), NOON + FIVE)

    line.clock.set(NOON + FIVE)
    for _ in range(3):
        await line.decide()

    assert await line.counts() == {"ready": 1}


async def test_after_looking_the_next_look_lies_ahead(line: Line) -> None:
    await line.keep(after_an_interview(NOON), NOON + FIVE)

    line.clock.set(NOON + FIVE)
    await line.decide()

    following = await line.store.run(known.smallest_wake)
    assert following is not None
    assert following > NOON + FIVE


async def test_trouble_with_the_store_delays_a_nudge_and_loses_none(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    say_due, refusals = nudging.say_due, iter([True] * 3)

    def refuse_at_first(session: Session, person_id: int, now: datetime, wake_at: datetime) -> Outgoing | None:
        if next(refusals, False):
            raise OperationalError("UPDATE", {}, Exception("database is locked"))
        return say_due(session, person_id, now, wake_at)

    monkeypatch.setattr(nudging, "say_due", refuse_at_first)
    await line.keep(after_an_interview(NOON), NOON + FIVE)
    line.clock.set(NOON + FIVE)

    await line.decide()

    assert await line.counts() == {"ready": 1}
