"""`curl` of health, readiness and figures beside a bot that runs, fetching or being brought its updates, while
everything fails at once: Telegram is down, the disk is full, a nudge is overdue."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import re
import signal
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.line.lookout import HEALTH, METRICS, READY
from bot.line.web import SECRET_HEADER
from bot.rehearsal.api import api_app
from bot.rehearsal.serving import serve
from bot.rehearsal.telegram import LocalTelegram
from scheduler.clock import SystemClock
from storage import known
from storage.migrate import migrate
from storage.store import Store
from tests.commands import ended, running
from tests.disks import fill, small_disk
from tests.faults.test_balancer import HOOK, SECRET, free_ports
from tests.wired import ANA, TOKEN, after_an_interview, until

CLOCK, OVERDUE = SystemClock(), timedelta(hours=1)
Told = tuple[int, str]
MODES = ["fetching", "brought"]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk"):
        yield tmp_path / "disk"


async def somebody_waits(store: Path) -> None:
    """Ana, whose interview is over, is to be looked at tomorrow."""
    now = CLOCK.now()
    opened = Store(f"sqlite:///{store}")
    migrate(opened.engine)
    await opened.run(known.keep, None, after_an_interview(now - timedelta(hours=2)), now + timedelta(days=1))
    opened.close()


async def curl(port: int, path: str) -> Told:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=10) as client:
        answer = await client.get(path)
    return answer.status_code, answer.text


async def until_told(port: int, *words: str) -> Told:
    """What /ready tells, once all of these words stand in it."""
    async with asyncio.timeout(20):
        while True:
            with contextlib.suppress(httpx.TransportError):
                told = await curl(port, READY)
                if all(word in told[1] for word in words):
                    return told
            await asyncio.sleep(0.1)


async def say_help(port: int) -> None:
    """What Telegram brings."""
    sender = {"id": ANA, "is_bot": False, "first_name": "Ana"}
    text = {"message_id": 9, "date": 0, "chat": {"id": ANA, "type": "private"}, "from": sender, "text": "/help"}
    async with httpx.AsyncClient(trust_env=False, headers={SECRET_HEADER: SECRET}) as client:
        answer = await client.post(f"http://127.0.0.1:{port}/hook", json={"update_id": 9, "message": text})
    assert answer.status_code == 200


def fill_up_with_a_nudge_overdue(bot: int, store: Path) -> None:
    """While the process `bot` is held, so that it has no time to look at whose moment has come."""
    os.kill(bot, signal.SIGSTOP)
    try:
        with contextlib.closing(sqlite3.connect(store, timeout=10)) as opened, opened:
            opened.execute("UPDATE person SET wake_at = ?", [str(CLOCK.now().replace(tzinfo=None) - OVERDUE)])
        fill(store.parent / "ballast")
    finally:
        os.kill(bot, signal.SIGCONT)


@asynccontextmanager
async def a_bot(mode: str, disk: Path) -> AsyncIterator[tuple[int, int, int, LocalTelegram]]:
    """Its process, the port it is asked at, the one it is brought updates at, and its Telegram."""
    local = LocalTelegram(CLOCK.now, token=TOKEN)
    serving, telegram = await serve(api_app(local))
    health, hook = free_ports(2, random.Random())
    settings: dict[str, Any] = {"token": TOKEN, "telegram_url": f"http://127.0.0.1:{telegram}", "listener": "rules"}
    settings |= {"data_dir": str(disk), "health_port": str(health)}
    if mode == "brought":
        settings |= {"webhook_url": HOOK, "webhook_secret": SECRET, "webhook_port": str(hook)}
    bot = await running("run", folder=disk.parent, **settings)
    try:
        yield bot.pid, health, hook, local
    finally:
        bot.kill()
        await ended(bot)
        await serving.stop()


@pytest.mark.parametrize("mode", MODES)
async def test_whatever_fails_is_told_at_its_address(mode: str, disk: Path) -> None:
    await somebody_waits(disk / "afterword.db")
    async with a_bot(mode, disk) as (bot, health, hook, local):
        await until(lambda: any(call.method.endswith("ChatMenuButton") for call in local.calls))
        assert await until_told(health, "ok") == (200, "ok\n")
        assert figure("people_due", await curl(health, METRICS)) == 0

        local.fault("down")
        if mode == "brought":
            await say_help(hook)
        away = ("sending to" if mode == "brought" else "fetching updates from", "fails: ")
        assert (await until_told(health, *away))[0] == 503
        fill_up_with_a_nudge_overdue(bot, disk / "afterword.db")
        assert (await until_told(health, *away, "the store is in trouble: "))[0] == 503
        assert await curl(health, HEALTH) == (200, "ok\n")
        figures = await curl(health, METRICS)
        assert figure("troubles", figures) == 2
        assert figure("people_due", figures) == 1
        assert OVERDUE.total_seconds() <= figure("people_due_oldest_seconds", figures) < OVERDUE.total_seconds() + 60
        if mode == "brought":
            assert (await curl(hook, HEALTH))[0] == 503, "what stands in front brings no more meanwhile"

        (disk / "ballast").unlink()
        local.fault("up")
        assert await until_told(health, "ok") == (200, "ok\n")


def figure(name: str, told: Told) -> float:
    """One figure of /metrics."""
    assert told[0] == 200
    found = re.search(rf"^afterword_{name} (\S+)$", told[1], re.MULTILINE)
    assert found, told[1]
    return float(found[1])
