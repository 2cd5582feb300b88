"""The lookout: health, readiness and figures, whatever is wrong, and nobody named in them."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot import ready
from bot.line import lookout, metrics
from bot.line.lookout import Lookout
from bot.line.trouble import STANDING, Trouble
from bot.settings import Given, SettingsUnusable
from bot.tally import Tally
from bot.turns import Turns
from storage import inbox
from tests.conftest import NOON
from tests.wired import ANA, TOKEN, Line, after_an_interview, open_line, until


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[Line]:
    async with open_line(tmp_path) as opened:
        yield opened


@pytest.fixture(autouse=True)
def no_trouble() -> Iterator[None]:
    """Of this process, whatever other tests have met."""
    STANDING.clear()
    yield
    STANDING.clear()


async def told(line: Line, path: str) -> tuple[int, str]:
    transport = httpx.ASGITransport(Lookout(line.store, line.clock).app)
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
        answer = await client.get(path)
    return answer.status_code, answer.text


async def test_all_is_well(line: Line) -> None:
    assert await told(line, "/health") == (200, "ok\n")
    assert await told(line, "/ready") == (200, "ok\n")


async def test_a_trouble_with_telegram_is_told_until_it_is_over(line: Line) -> None:
    trouble = Trouble("fetching updates from https://api.telegram.org")
    trouble.met("connection refused")

    why = "fetching updates from https://api.telegram.org fails: connection refused\n"
    assert await told(line, "/ready") == (503, why)
    assert (await told(line, "/health"))[0] == 200
    assert "afterword_troubles 1.0" in (await told(line, "/metrics"))[1]

    trouble.over()

    assert await told(line, "/ready") == (200, "ok\n")


async def test_a_store_that_cannot_be_written_is_told(line: Line) -> None:
    line.store.outage.why = "SQLITE_FULL"

    assert await told(line, "/ready") == (503, "the store is in trouble: SQLITE_FULL\n")


async def test_a_nudge_that_is_overdue_shows_its_age(line: Line) -> None:
    await line.keep(after_an_interview(NOON), NOON - timedelta(hours=2))
    found = await line.store.run(metrics.depths, NOON)

    assert (found.due, found.oldest_due_s) == (1, 7200.0)
    assert b"afterword_people_due_oldest_seconds 7200.0" in metrics.exposition(Tally(), found, 0)


async def test_what_was_done_with_an_update_is_counted_and_nobody_is_named(line: Line) -> None:
    sender = {"id": ANA, "is_bot": False, "first_name": "Ana-Canary"}
    chat = {"id": ANA, "type": "private"}
    update = {"message_id": 1, "from": sender, "chat": chat, "date": 0, "text": "hello"}
    await line.store.run(inbox.admit, [(ANA, {"update_id": 1, "message": update})], NOON)
    done = asyncio.Event()
    working = asyncio.create_task(Turns(line.store, line.telegram, line.clock, lambda _: done.set()).run())
    async with asyncio.timeout(20):
        await done.wait()
    working.cancel()

    _, figures = await told(line, "/metrics")

    assert 'afterword_updates_total{kind="text",outcome="applied"}' in figures
    assert "afterword_heard_total{by=" in figures
    assert "afterword_outbox_ready 1.0" in figures
    assert str(ANA) not in figures
    assert "Canary" not in figures


async def test_it_answers_on_its_port_and_one_that_is_taken_is_told(line: Line) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingsUnusable, match=f"127.0.0.1:{port} .*AFTERWORD_HEALTH_PORT"):
            await lookout.stand(Given(token=TOKEN, health_port=port), line.store, line.clock)

    standing = asyncio.create_task(lookout.stand(Given(token=TOKEN, health_port=port), line.store, line.clock))
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(asyncio.shield(standing), 0.2)
    async with httpx.AsyncClient(trust_env=False) as client:
        assert (await client.get(f"http://127.0.0.1:{port}/ready")).text == "ok\n"
    settings = Given(token=TOKEN, health_port=port, health_host="0.0.0.0")
    assert await asyncio.to_thread(ready.troubles, settings) == ""
    STANDING["fetching updates"] = "connection refused"
    assert await asyncio.to_thread(ready.troubles, settings) == "fetching updates fails: connection refused"
    standing.cancel()
    await until(standing.done)
    assert "No bot answers" in await asyncio.to_thread(ready.troubles, settings)
    assert "AFTERWORD_HEALTH_PORT" in ready.troubles(Given(token=TOKEN))
