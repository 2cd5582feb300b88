"""The logs: where and what kind, never what somebody wrote and never the token."""

from __future__ import annotations

import asyncio
import gc
import io
import json
import logging
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from bot import logs, nudging, turns
from bot.line import intake
from bot.rehearsal.telegram import Reply
from bot.turn import Incoming, Turn
from bot.turns import Turns
from storage import inbox
from storage.facts import Known, Opportunity, Person
from tests import commands
from tests.commands import ended, running
from tests.conftest import NOON
from tests.wired import ANA, NAMES, TOKEN, Line, after_an_interview, deliver, message, open_line, until

CANARY = "my salary at Acme is 4711"


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What is logged, at the most talkative level."""
    names = ["", *logging.Logger.manager.loggerDict]
    levels = {name: logging.getLogger(name).level for name in names}
    root = logging.getLogger()
    handlers = root.handlers[:]
    root.handlers = []
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    logs.set_up("debug")
    yield written
    root.handlers = handlers
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.fixture
async def line(tmp_path: Path, log: io.StringIO) -> AsyncIterator[Line]:
    async with open_line(tmp_path) as opened:
        yield opened


def discreet(log: io.StringIO) -> str:
    """What was logged, if it betrays nothing."""
    written = log.getvalue()
    assert CANARY not in written
    assert "4711" not in written
    assert TOKEN not in written
    assert TOKEN.partition(":")[2] not in written
    return written


async def fail_at(line: Line, decide: Any, patch: pytest.MonkeyPatch) -> None:
    """Let a text with the canary meet a conversation that fails, until the update is set aside."""
    patch.setattr(turns, "respond", decide)
    sender = {"id": ANA, "is_bot": False, "first_name": NAMES[ANA]}
    chat = {"id": ANA, "type": "private", "first_name": NAMES[ANA]}
    update = {"message_id": 1, "from": sender, "chat": chat, "date": 0, "text": CANARY}
    await line.store.run(inbox.admit, [(ANA, {"update_id": 1, "message": update})], NOON)
    set_aside = asyncio.Event()
    working = asyncio.create_task(Turns(line.store, line.telegram, line.clock, lambda _: set_aside.set()).run())
    async with asyncio.timeout(20):
        await set_aside.wait()
    working.cancel()


async def test_an_error_that_quotes_a_person_is_shown_without_its_text(
    line: Line, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def quote(incoming: Incoming, _before: Known | None, _now: datetime) -> Turn:
        try:
            raise KeyError(incoming.text)
        except KeyError as error:
            raise ValueError(f"cannot read {incoming.text}") from error

    await fail_at(line, quote, monkeypatch)

    written = discreet(log)
    assert "set aside" in written
    assert "ValueError" in written
    assert "KeyError" in written
    assert "test_logs.py" in written, "the place of the error is shown"


async def test_what_the_database_refuses_is_not_repeated(
    line: Line, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def impossible(incoming: Incoming, _before: Known | None, _now: datetime) -> Turn:
        both = tuple(Opportunity(id=1, employer=incoming.text) for _ in range(2))
        return Turn(known=Known(person=Person(id=ANA, name=incoming.text), opportunities=both))

    await fail_at(line, impossible, monkeypatch)

    assert IntegrityError.__name__ in discreet(log)


async def test_a_nudge_that_cannot_be_made_tells_no_facts(
    line: Line, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def quote(*_: Any) -> None:
        raise ValueError(CANARY)

    monkeypatch.setattr(nudging, "say_due", quote)
    await line.keep(after_an_interview(NOON), NOON)

    await line.decide()

    assert "ValueError" in discreet(log)


@pytest.mark.parametrize("fault", ["down", "5xx", "reset_after", "429"])
async def test_a_call_that_fails_tells_neither_its_text_nor_its_address(
    line: Line, log: io.StringIO, fault: str
) -> None:
    line.local.fault(fault)
    await line.post(message(CANARY))

    await deliver(line.courier())

    assert "outbox 1 (sendMessage)" in discreet(log)


async def test_an_answer_that_came_in_half_is_not_repeated(
    line: Line, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line.local, "call", lambda *_: Reply(200, f'{{"ok": true, "result": "{CANARY}'.encode()))
    await line.post(message("hello"))

    await deliver(line.courier())

    assert "TRY_AGAIN" in discreet(log)


async def test_a_call_that_telegram_refuses_tells_nothing_of_it(line: Line, log: io.StringIO) -> None:
    await line.post(message(f"<b>{CANARY}"))

    await deliver(line.courier())

    assert "BadRequest" in discreet(log)


async def test_a_mistake_in_making_a_call_tells_nothing_of_it(
    line: Line, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def quote(_method: str, parameters: dict[str, Any]) -> None:
        raise ZeroDivisionError(parameters["text"])

    line.call_with(monkeypatch, quote)
    await line.post(message(CANARY))

    await deliver(line.courier())

    assert "ZeroDivisionError" in discreet(log)


async def test_a_fetch_that_fails_tells_no_address(line: Line, log: io.StringIO) -> None:
    line.local.fault("down")
    polling = asyncio.create_task(intake.poll(line.telegram, line.store, line.clock, lambda: None))

    await until(lambda: "fails: " in log.getvalue())
    line.local.fault("up")
    line.local.say("ana", "/start")
    await until(lambda: "works again, after " in log.getvalue())

    polling.cancel()
    written = discreet(log)
    assert written.count(f"fetching updates from {line.telegram.address} fails: connection refused") == 1


async def test_a_task_nobody_waits_for_ends_without_telling_why(log: io.StringIO) -> None:
    async def fail() -> None:
        raise ValueError(CANARY)

    task = asyncio.create_task(fail())
    await asyncio.wait([task])
    del task
    gc.collect()

    written = discreet(log)
    assert "Task exception was never retrieved" in written
    assert "ValueError" in written


def test_at_the_most_talkative_level_the_libraries_stay_quiet(log: io.StringIO) -> None:
    for name in ("httpx", "httpcore.connection", "telegram.Bot", "apscheduler.scheduler", "alembic.runtime"):
        logging.getLogger(name).info("https://api.telegram.org/bot%s/getMe", TOKEN)

    assert discreet(log) == ""


def test_errors_are_shown_from_the_first_cause_on_and_each_once(log: io.StringIO) -> None:
    try:
        try:
            raise KeyError("first")
        except KeyError as first:
            raise ValueError("second") from first
    except ValueError:
        logging.getLogger("bot").exception("it failed")

    kinds = [part.strip() for part in log.getvalue().splitlines() if part.strip().endswith("Error")]
    assert kinds == ["ValueError", "KeyError"]


def test_machines_get_one_object_a_line_and_no_text_of_an_error(
    log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", log)
    logs.set_up("debug", "json")
    try:
        raise ValueError(CANARY)
    except ValueError:
        logging.getLogger("bot").exception("outbox %d could not be sent", 7)
    logging.getLogger("asyncio").error("Task exception\n%s", CANARY)

    first, second = map(json.loads, discreet(log).splitlines())
    assert (first["event"], first["level"], first["logger"]) == ("outbox 7 could not be sent", "error", "bot")
    assert first["error"][-1].strip() == "ValueError"
    assert second["event"] == "Task exception"
    assert first["timestamp"].endswith("Z")


FAILING = """
import sys
from bot import __main__, app

async def fail(app, stop):
    raise ValueError(app.telegram.token)

app.run = fail
__main__.main(sys.argv[1:])
"""


async def test_a_bot_that_fails_ends_with_code_1_and_tells_no_secret(tmp_path: Path) -> None:
    settings = {"token": commands.TOKEN, "data_dir": str(tmp_path)}

    done = await ended(await running("run", folder=tmp_path, program=("-c", FAILING), **settings))

    assert done.returncode == 1
    assert "ValueError" in done.stderr
    assert commands.TOKEN not in done.stderr + done.stdout


async def test_a_bot_without_a_network_waits_and_ends_when_told_to(tmp_path: Path) -> None:
    data, nowhere = str(tmp_path / "data"), "http://127.0.0.1:9"
    process = await running(
        "run", folder=tmp_path, token=commands.TOKEN, data_dir=data, telegram_url=nowhere, log_level="debug"
    )
    assert process.stderr is not None
    first = await process.stderr.readuntil(b"fails: connection refused")
    process.terminate()

    done = await ended(process)

    assert done.returncode == 0
    assert commands.TOKEN not in first.decode() + done.stderr + done.stdout


def test_lines_that_are_alike_are_counted(log: io.StringIO) -> None:
    for number in range(500):
        logging.getLogger("bot.turns").warning("update %d failed", number)
        logging.getLogger("bot.turns").info("as often as you like: %d", number)
    logging.getLogger("bot.turns").warning("something else")
    assert log.getvalue().count(" failed") == logs.MOST_ALIKE
    assert log.getvalue().count("as often") == 500
    assert "something else" in log.getvalue()
    logging.getLogger().handlers[0].close()
    assert f"{500 - logs.MOST_ALIKE} more within a minute, not written: update %d failed" in log.getvalue()


def test_after_a_minute_they_are_told_again(log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "A_MINUTE_S", 0.0)
    for _ in range(100):
        logging.getLogger("bot.turns").warning("again")
    assert log.getvalue().count("again") == 100
