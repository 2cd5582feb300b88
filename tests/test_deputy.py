"""A decision of the child process is the one that is made here, and what it does not answer is decided here."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.deputy import child, desk, wire
from bot.deputy.desk import Desk
from bot.deputy.wire import Decision
from bot.respond import respond
from bot.turn import Incoming, Kind, Turn
from bot.turns import Turns, apply
from scheduler import nudges
from storage import inbox, known, outbox
from storage.facts import Known
from storage.inbox import Arrived
from tests.conftest import NOON
from tests.test_turns import text, waiting_texts
from tests.wired import ANA, Line, open_line, until

SAID = (
    "hey, just had an interview with Monzo for a data analyst job, it went ok. they said early next week",
    "I live in London",
    "Gespräch bei Globex am Montag um 10:30",
    "they said by Friday",
    "I am a bit nervous about it",
    "/status",
    "no, Thursday",
    "undo",
    "Acme rejected me",
    "thanks, that helps",
)


def texts(said: tuple[str, ...] = SAID) -> Iterator[Incoming]:
    for number, one in enumerate(said):
        yield Incoming(kind=Kind.TEXT, person_id=ANA, chat_id=ANA, name="Ana", text=one, message_id=number)


def by_the_child(incoming: Incoming, before: Known | None) -> Decision | None:
    """What the child answers, on its way there and back."""
    packed = child.answered(wire.question(7, incoming, before, NOON)[wire.SIZE :])
    assert int.from_bytes(packed[: wire.SIZE], "big") == len(packed) - wire.SIZE
    number, told = wire.answered(packed[wire.SIZE :])
    assert number == 7
    return wire.decision(before, told) if told is not None else None


def begun() -> Known:
    (first,) = texts(SAID[:1])
    turn = respond(first, None, NOON)
    assert turn.known is not None
    return turn.known


def test_it_decides_what_would_be_decided_here() -> None:
    before = begun()
    for incoming in texts(SAID[1:]):
        here, there = respond(incoming, before, NOON), by_the_child(incoming, before)
        assert there is not None
        assert here.known is not None
        assert there.turn == here
        assert there.before is before
        assert there.wake_at == nudges.next_wake(here.known, NOON)
        before = here.known


def test_whoever_comes_for_the_first_time_is_decided_on_too() -> None:
    for incoming in texts():
        there = by_the_child(incoming, None)
        assert there is not None
        assert there.turn == respond(incoming, None, NOON)


def test_facts_that_stay_as_they_are_are_the_very_same() -> None:
    before = begun()
    (incoming,) = texts(("Interview with Globex on Monday at 10:30",))
    there = by_the_child(incoming, before)
    assert there is not None
    after = there.turn.known
    assert after is not None
    assert len(after.opportunities) == len(before.opportunities) + 1
    old = {
        id(row) for field in fields(before) if isinstance(rows := getattr(before, field.name), tuple) for row in rows
    }
    assert all(id(row) in old for row in after.opportunities[:-1])
    assert after.contacts is before.contacts


def test_what_fails_or_waits_for_a_model_is_left_to_be_decided_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> Turn:
        raise RuntimeError

    before = begun()
    (incoming,) = texts(("thanks",))
    monkeypatch.setattr(child, "respond", fails)
    assert by_the_child(incoming, before) is None


@asynccontextmanager
async def with_child() -> AsyncIterator[Desk]:
    """A desk whose child is ready, with a decision being made here, so that the next one goes to the child."""
    opened = Desk(cores=2)
    opened.many_wait()
    before = begun()
    (incoming,) = texts(("thanks",))
    try:
        async with asyncio.timeout(60), opened.decided(incoming, before, NOON) as nothing:
            assert nothing is None
            ready = None
            while ready is None:
                await asyncio.sleep(0.05)
                async with opened.decided(incoming, before, NOON) as ready:
                    pass
            yield opened
    finally:
        await opened.close()


async def test_a_real_child_answers_several_at_once_and_each_gets_its_own() -> None:
    before = begun()

    async def ask(opened: Desk, incoming: Incoming) -> Decision | None:
        async with opened.decided(incoming, before, NOON) as decision:
            return decision

    async with with_child() as opened:
        many = [*texts(SAID[1:]), *texts(SAID[1:])]
        answers = await asyncio.gather(*(ask(opened, incoming) for incoming in many))
    assert [one.turn for one in answers if one] == [respond(incoming, before, NOON) for incoming in many]


async def test_when_the_child_dies_all_is_decided_here(caplog: pytest.LogCaptureFixture) -> None:
    before = begun()
    (incoming,) = texts(("thanks",))
    async with with_child() as opened:
        process = opened._child
        assert process is not None
        os.kill(process.pid, signal.SIGSTOP)
        async with asyncio.TaskGroup() as group:
            asked = group.create_task(_first(opened, incoming, before))
            await asyncio.sleep(0.05)
            os.kill(process.pid, signal.SIGKILL)
        assert asked.result() is None
        assert await _first(opened, incoming, before) is None
    assert "all is decided here" in caplog.text


async def _first(opened: Desk, incoming: Incoming, before: Known) -> Decision | None:
    async with opened.decided(incoming, before, NOON) as decision:
        return decision


async def test_one_that_is_silent_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "PATIENCE_S", 3.0)
    before = begun()
    (incoming,) = texts(("thanks",))
    async with with_child() as opened:
        process = opened._child
        assert process is not None
        os.kill(process.pid, signal.SIGSTOP)
        assert await _first(opened, incoming, before) is None
        assert opened._child is None


async def test_one_that_is_idle_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    async with with_child() as opened:
        monkeypatch.setattr(desk, "IDLE_S", 0.0)
        monkeypatch.setattr(desk, "PATIENCE_S", 0.05)
        before = begun()
        await _first(opened, next(texts(("thanks",))), before)
        await until(lambda: opened._child is None)


async def test_with_one_core_there_is_no_child() -> None:
    opened = Desk(cores=1)
    opened.many_wait()
    await asyncio.sleep(0)
    assert opened._work is None
    await opened.close()


async def test_what_changed_meanwhile_is_decided_anew(tmp_path: Path, store_url: str) -> None:
    async with open_line(tmp_path, store_url) as line:
        person, raw = text(1, "they said by Friday")
        await line.store.run(inbox.admit, [(person, raw)], NOON)
        (incoming,) = texts(("they said by Friday",))
        wrong = begun()
        decision = Decision(wrong, Turn(known=replace(wrong, contacts=())), NOON + timedelta(days=9))
        done = await line.store.run(apply, Arrived(1, person, raw), incoming, NOON, decision=decision)
        assert done.counts
        assert done.wake_at != NOON + timedelta(days=9)
        assert await waiting_texts(line)


async def _all_said(folder: Path, cores: int) -> tuple[dict[int, Known | None], list[object]]:
    """What is known of forty people who say everything, and what they are told, with so many cores."""
    people = range(2001, 2041)
    async with open_line(folder, f"sqlite:///{folder / 'store.db'}") as line:
        arrived = [text(at * 100 + n, said, who) for n, said in enumerate(SAID) for at, who in enumerate(people, 1)]
        await line.store.run(inbox.admit, arrived, NOON)
        opened = Desk(cores)
        opened.many_wait()
        await until(lambda: cores == 1 or opened._child is not None)
        worker = Turns(line.store, line.telegram, line.clock, lambda _: None, desk=opened)
        running = asyncio.create_task(worker.run())
        async with asyncio.timeout(120):
            while not await line.store.run(inbox.is_empty):
                continue
        running.cancel()
        await asyncio.wait([running])
        assert opened._last >= 40 * (cores - 1)  # so many went to the child
        kept = {who: await line.store.run(known.recall, who) for who in people}
        rows = [(row.chat_id, row.body) for row in await _claimed(line)]
        return kept, sorted(rows, key=str)


async def _claimed(line: Line) -> list[outbox.Claimed]:
    found: list[outbox.Claimed] = []
    while rows := await line.store.run(outbox.claim, NOON, (), 100):
        for row in rows:
            await line.store.run(outbox.sent, row.id, NOON, 1)
        found += rows
    return found


async def test_forty_people_keep_and_hear_the_same_with_two_cores_as_with_one(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    assert await _all_said(tmp_path / "two", 2) == await _all_said(tmp_path / "one", 1)
