"""Strangers' files are read in a child with limits, and the bot goes on meanwhile."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot import children
from bot.calendars import guard as guarding
from bot.calendars import wire
from bot.calendars.events import LONGEST_FILE, Interest, Reading, Rejected, Wanted
from bot.calendars.guard import Guard
from tests.calendars.examples import START, calendar, event, moment, opened

INVITATION = calendar(event(START, "SUMMARY:Interview"))
NEVER = calendar(event(START, "SUMMARY:Interview", "RRULE:FREQ=DAILY;BYYEARDAY=366;BYMONTH=6"))
"""Works until the year 9999, and finds nothing."""
HEAVY = b"MIME-Version: 1.0\n" + b"X-A: b\n" * 1_000_000
WANTED = Wanted(zone="Europe/Berlin")


@pytest_asyncio.fixture
async def guard() -> AsyncIterator[Guard]:
    async with Guard() as started:
        yield started


def child(guard: Guard) -> int:
    assert guard._child.process
    return guard._child.process.pid


async def test_a_file_is_read_as_it_would_be_here(guard: Guard) -> None:
    assert await guard.read(INVITATION, WANTED) == opened(INVITATION)


async def test_what_is_refused_is_told(guard: Guard) -> None:
    assert await guard.read(b"Hello", WANTED) == Rejected("not_a_calendar")  # type: ignore[arg-type]


@pytest.mark.parametrize(("data", "reason"), [(b"", "empty"), (b"x" * (LONGEST_FILE + 1), "too_big")])
async def test_what_is_clear_at_once_needs_no_child(guard: Guard, data: bytes, reason: str) -> None:
    assert await guard.read(data, WANTED) == Rejected(reason)  # type: ignore[arg-type]
    assert guard._child.process is None


async def test_a_rule_that_would_take_for_ever_costs_only_itself(guard: Guard) -> None:
    found = await guard.read(NEVER, WANTED)
    assert isinstance(found, Reading)
    assert (len(found.occurrences), found.more) == (1, True)


async def test_what_takes_too_much_is_refused(guard: Guard) -> None:
    assert await guard.read(HEAVY, WANTED) == Rejected("too_heavy")  # type: ignore[arg-type]
    assert isinstance(await guard.read(INVITATION, WANTED), Reading)


async def test_others_go_on_while_a_file_is_read(guard: Guard) -> None:
    reading = asyncio.create_task(guard.read(NEVER, WANTED))
    await asyncio.sleep(0.01)
    assert not reading.done()
    await reading


async def test_files_that_come_at_once_are_read_one_after_another(guard: Guard) -> None:
    found = await asyncio.gather(*(guard.read(data, WANTED) for data in (INVITATION, b"Hello", INVITATION)))
    assert [isinstance(one, Reading) for one in found] == [True, False, True]


async def test_a_child_that_was_ended_is_started_again(guard: Guard) -> None:
    await guard.read(INVITATION, WANTED)
    os.kill(child(guard), signal.SIGKILL)
    assert await guard.read(INVITATION, WANTED) == Rejected("failed")  # type: ignore[arg-type]
    assert isinstance(await guard.read(INVITATION, WANTED), Reading)


async def test_a_child_that_does_not_answer_is_ended(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    await guard.read(INVITATION, WANTED)
    os.kill(child(guard), signal.SIGSTOP)
    monkeypatch.setattr(guarding, "PATIENCE_SECONDS", 0.05)
    assert await guard.read(INVITATION, WANTED) == Rejected("too_heavy")  # type: ignore[arg-type]
    assert guard._child.process is None


async def test_whoever_stops_waiting_leaves_no_answer_for_the_next(guard: Guard) -> None:
    await guard.read(INVITATION, WANTED)
    reading = asyncio.create_task(guard.read(NEVER, WANTED))
    await asyncio.sleep(0.01)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert await guard.read(INVITATION, WANTED) == opened(INVITATION)


async def test_an_answer_that_is_none_is_a_mistake_of_ours(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarding, "LONGEST_ANSWER", 1)
    assert await guard.read(INVITATION, WANTED) == Rejected("failed")  # type: ignore[arg-type]


async def test_a_child_with_nothing_to_do_ends(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "IDLE_S", 0.01)
    await guard.read(INVITATION, WANTED)
    while not guard._child.closing:  # noqa: ASYNC110  the child tells nobody
        await asyncio.sleep(0.01)
    await guard._child.closing
    assert guard._child.process is None
    assert isinstance(await guard.read(INVITATION, WANTED), Reading)


async def test_the_child_knows_no_secret(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_TOKEN", "123:secret")
    await guard.read(INVITATION, WANTED)
    environment = _given_to(child(guard))
    if environment is None:
        pytest.skip("only Linux tells what a process was given")
    assert b"AFTERWORD" not in environment


def _given_to(process: int) -> bytes | None:
    path = Path(f"/proc/{process}/environ")
    return path.read_bytes() if path.exists() else None


# On the way between processes


def test_a_question_arrives_as_it_was_asked() -> None:
    window = (moment("2026-09-01 00:00"), moment("2026-10-01 00:00"))
    wanted = Wanted(zone="Asia/Tokyo", window=window, interest=Interest(employers=("Acme",), uids=("a",)), limit=7)
    assert wire.unpack_wanted(wire.pack(wanted)) == wanted
    assert wire.unpack_wanted(wire.pack(WANTED)) == WANTED


def test_an_answer_arrives_as_it_was_given() -> None:
    read = opened(
        calendar(
            event("DTSTART:20260910", "SUMMARY:\udce4"[:-1] + "x", "DTSTAMP:20260901T080000Z"),
            event(START, "RRULE:FREQ=DAILY;COUNT=2", "STATUS:CANCELLED", "LAST-MODIFIED:20260901T080000Z", uid="b"),
        )
    )
    assert wire.unpack_answer(wire.pack(read)) == read
