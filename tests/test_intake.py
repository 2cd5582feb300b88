"""The intake: nothing is acknowledged before it is kept, and of two who fetch the newcomer gives up."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError
from telegram.error import InvalidToken

from bot.line import intake
from bot.line.intake import SecondPoller
from bot.line.telegram import connect
from bot.line.updates import NOBODY, person_of
from bot.rehearsal.telegram import Reply
from storage import inbox
from storage.store import Store
from tests.commands import ended, only_line, running
from tests.conftest import postgres_only
from tests.wired import ANA, BEN, TOKEN, Line, open_line, until


@pytest.fixture
async def line(tmp_path: Path, store_url: str) -> AsyncIterator[Line]:
    async with open_line(tmp_path, store_url) as opened:
        yield opened


class Polling:
    """An intake at work: how often it rang, and what came of it."""

    def __init__(self, line: Line, url: str | None = None) -> None:
        self.rung = 0
        self.telegram = connect(TOKEN, url or line.url, 1)
        self.task = asyncio.create_task(self._run(line))

    async def _run(self, line: Line) -> None:
        await self.telegram.open()
        try:
            await intake.poll(self.telegram, line.store, line.clock, self._ring)
        finally:
            await self.telegram.shut()

    def _ring(self) -> None:
        self.rung += 1


@contextlib.asynccontextmanager
async def polling(line: Line) -> AsyncIterator[Polling]:
    """An intake that is ended with the test."""
    made = Polling(line)
    yield made
    made.task.cancel()
    await asyncio.wait([made.task])


async def kept(line: Line) -> int:
    """How many updates the store holds."""
    return sum((await line.store.run(inbox.counts)).values())


async def test_updates_are_kept_rung_for_and_then_acknowledged(line: Line) -> None:
    async with polling(line) as one:
        last = line.local.say("ana", "hello")
        await line.local.wait_until_confirmed(last)

        assert (await kept(line), one.rung) == (1, 1)


async def test_an_update_is_kept_as_telegram_gave_it(line: Line) -> None:
    async with polling(line):
        await line.local.wait_until_confirmed(line.local.say("ana", "naïve 🙂"))

    ((update,), _) = await line.store.run(inbox.next_updates, (), 10)
    assert (update.person_id, update.raw["message"]["text"]) == (ANA, "naïve 🙂")


class Held:
    """A store that comes to nothing before `go` is set."""

    def __init__(self, store: Store, patch: pytest.MonkeyPatch) -> None:
        self.go, self.waiting = asyncio.Event(), 0
        run = store.run

        async def wait(*unit: Any) -> Any:
            self.waiting += 1
            await self.go.wait()
            return await run(*unit)

        patch.setattr(store, "run", wait)


@pytest.fixture
def held(line: Line, monkeypatch: pytest.MonkeyPatch) -> Held:
    return Held(line.store, monkeypatch)


async def test_nothing_is_acknowledged_before_it_is_committed(line: Line, held: Held) -> None:
    async with polling(line) as one:
        line.local.say("ana", "hello")
        await until(lambda: not line.local.updates.polled and held.waiting == 1)
        assert (line.local.pending(), one.rung) == (1, 0)

        held.go.set()

        await until(lambda: line.local.pending() == 0)
        assert one.rung == 1


async def test_what_was_fetched_and_not_kept_when_the_bot_died_comes_again(line: Line, held: Held) -> None:
    async with polling(line):
        line.local.say("ana", "hello")
        await until(lambda: held.waiting == 1)
    held.go.set()
    assert await kept(line) == 0

    async with polling(line):
        await until(lambda: line.local.pending() == 0)

    assert await kept(line) == 1


async def test_what_was_kept_and_not_acknowledged_when_the_bot_died_is_kept_once(line: Line) -> None:
    line.local.say("ana", "hello")
    line.local.fault("reset_after", method="getUpdates")
    async with polling(line):
        await until(lambda: line.local.pending() == 0)
    for update in (await line.store.run(inbox.next_updates, (), 10))[0]:
        await line.store.run(inbox.admit, [(update.person_id, update.raw)], line.clock.now())

    assert await kept(line) == 1


async def test_a_full_disk_keeps_the_updates_at_telegram_until_there_is_room(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    admit, refusals = inbox.admit, iter([line.local.pending] * 3)
    waiting: list[int] = []

    def refuse_at_first(*arguments: Any) -> int:
        for pending in refusals:
            waiting.append(pending())
            raise OperationalError("INSERT", {}, Exception("database or disk is full"))
        return admit(*arguments)

    monkeypatch.setattr(inbox, "admit", refuse_at_first)
    line.local.say("ana", "hello")

    async with polling(line) as one:
        await until(lambda: line.local.pending() == 0)

    assert (waiting, await kept(line), one.rung) == ([1, 1, 1], 1, 1)


@pytest.mark.parametrize("fault", ["5xx", "reset_before", "reset_after"])
async def test_a_fetch_that_fails_is_made_again(line: Line, fault: str) -> None:
    line.local.fault(fault, method="getUpdates", times=5)
    async with polling(line):
        await line.local.wait_until_confirmed(line.local.say("ana", "hello"))

    assert await kept(line) == 1


async def test_an_outage_is_waited_out(line: Line) -> None:
    line.local.fault("down")
    async with polling(line):
        line.local.say("ana", "hello")
        line.local.fault("up")
        await until(lambda: line.local.pending() == 0)

    assert await kept(line) == 1


async def test_a_refused_token_ends_the_intake(line: Line) -> None:
    line.local.token = "654321:another_bots_token"

    with pytest.raises(InvalidToken):
        await Polling(line).task


async def test_a_proxys_404_does_not(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    pages, poll = iter([Reply(404, b"<html>no such page</html>")] * 3), line.local.poll

    async def answer(*given: Any) -> Reply:
        return next(pages, None) or await poll(*given)

    monkeypatch.setattr(line.local, "poll", answer)
    async with polling(line):
        await line.local.wait_until_confirmed(line.local.say("ana", "hello"))

    assert await kept(line) == 1


# Two who fetch with the same token


async def test_of_two_newcomers_one_gives_up_and_the_other_goes_on(line: Line) -> None:
    both = [Polling(line), Polling(line)]

    gone, left = await asyncio.wait([one.task for one in both], return_when=asyncio.FIRST_COMPLETED, timeout=20)

    (loser,), (winner,) = gone, left
    assert isinstance(loser.exception(), SecondPoller)
    await line.local.wait_until_confirmed(line.local.say("ana", "hello"))
    assert await kept(line) == 1
    winner.cancel()
    await asyncio.wait([winner])


async def test_who_has_fetched_for_long_goes_on_through_any_number_of_conflicts(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "NEWCOMER_FOR_S", 0.0)
    async with polling(line) as established:
        for _ in range(2 * intake.CONFLICTS_TO_GIVE_UP):
            await until(lambda: line.local.updates.polled)
            line.local.updates._end_poll(True)  # somebody else has begun to fetch

        await line.local.wait_until_confirmed(line.local.say("ana", "hello"))
        assert not established.task.done()


async def test_a_second_poller_ends_with_code_2_and_one_line(line: Line, tmp_path: Path) -> None:
    data = str(tmp_path / "second")
    second = await running("run", folder=tmp_path, token=TOKEN, telegram_url=line.url, data_dir=data, log_level="error")
    theirs: set[asyncio.Task[Any]] = set()
    ending = asyncio.create_task(ended(second))
    while not ending.done():  # the first one is back as soon as it is thrown out
        theirs.add(asyncio.create_task(line.local.poll(TOKEN, {"timeout": 50})))
        await asyncio.wait([ending, *theirs], return_when=asyncio.FIRST_COMPLETED)
        theirs = {poll for poll in theirs if not poll.done()}
    for poll in theirs:
        poll.cancel()

    told = only_line(await ending)
    assert "Another process fetches the updates" in told
    assert "AFTERWORD_TOKEN" in told


async def test_a_refused_token_ends_with_code_2_and_one_line(line: Line, tmp_path: Path) -> None:
    other = "654321:another_bots_token"

    process = await running("run", folder=tmp_path, token=other, telegram_url=line.url, log_level="error")

    told = only_line(await ended(process))
    assert "refuses the token" in told
    assert "AFTERWORD_TOKEN" in told
    assert other not in told


# Who takes nothing in


async def test_a_worker_leaves_updates_to_others(line: Line) -> None:
    line.local.say("ana", "hello")
    working = asyncio.create_task(intake.leave_to_others(line.telegram, line.clock))

    await until(lambda: bool(line.local.counts["getMe", 200]))

    assert not working.done()
    assert (line.local.pending(), await kept(line)) == (1, 0)
    working.cancel()


async def test_a_worker_whose_token_is_refused_ends(line: Line) -> None:
    line.local.token = "654321:another_bots_token"

    with pytest.raises(InvalidToken):
        await intake.leave_to_others(line.telegram, line.clock)


async def test_what_telegram_has_to_hear_is_said_until_it_does(line: Line) -> None:
    line.local.fault("5xx", method="deleteWebhook", times=3)

    await intake.tell(line.telegram, line.clock, "deleteWebhook", {})

    assert line.local.counts["deleteWebhook", 200] == 1


@postgres_only
async def test_a_worker_applies_and_sends_what_another_process_has_taken_in(
    line: Line, store_url: str, tmp_path: Path
) -> None:
    run = {"token": TOKEN, "store_url": store_url, "telegram_url": line.url, "log_level": "error"}
    worker = await running("run", folder=tmp_path, worker="true", **run)
    async with polling(line):
        line.local.say("ana", "/start")
        await until(lambda: any("Afterword" in text for text in line.shown()))
    worker.terminate()

    assert (await ended(worker)).returncode == 0
    assert line.local.counts["getUpdates", 409] == 0


# Whose update it is


@pytest.mark.parametrize(
    ("raw", "person"),
    [
        ({"message": {"from": {"id": ANA}, "chat": {"id": -5}}}, ANA),
        ({"edited_message": {"from": {"id": ANA}}}, ANA),
        ({"callback_query": {"from": {"id": BEN}, "message": {"from": {"id": 7}}}}, BEN),
        ({"my_chat_member": {"from": {"id": BEN}}}, BEN),
        ({"message": {"chat": {"id": -5}}}, NOBODY),
        ({"message": {"from": {"id": "ana"}}}, NOBODY),
        ({"message": {"from": {}}}, NOBODY),
        ({"message": {"from": None}}, NOBODY),
        ({"message": "nonsense"}, NOBODY),
        ({"message": None}, NOBODY),
        ({"something_new": {"from": {"id": ANA}}}, NOBODY),
        ({}, NOBODY),
    ],
)
def test_an_update_belongs_to_whoever_sent_it_and_else_to_nobody(raw: dict[str, Any], person: int) -> None:
    assert person_of({"update_id": 1, **raw}) == person
