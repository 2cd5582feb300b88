"""More silent connections than a process may have descriptors, opened again and again: updates still come in."""

from __future__ import annotations

import asyncio
import contextlib
import resource
import sys
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from random import Random

import httpx
import pytest

from bot.line.web import HEALTH, SECRET_HEADER
from bot.rehearsal.api import api_app
from bot.rehearsal.serving import serve
from bot.rehearsal.telegram import LocalTelegram
from tests.commands import environment
from tests.conftest import NOON
from tests.faults.conftest import Report, size
from tests.faults.figures import Figures
from tests.faults.test_balancer import HOOK, SECRET, free_ports
from tests.wired import ANA, TOKEN

SILENT, DESCRIPTORS = 1100, 512
MOST_S = 1.0
LONGEST_LOG = 100_000
"""Bytes."""


@pytest.fixture
async def port(tmp_path: Path, seed: int) -> AsyncIterator[int]:
    """Where `afterword run` listens, which may open few files; its log is `log` in the folder."""
    serving, telegram = await serve(api_app(LocalTelegram(lambda: NOON, token=TOKEN)))
    (port,) = free_ports(1, Random(seed))
    settings = {"token": TOKEN, "telegram_url": f"http://127.0.0.1:{telegram}", "listener": "rules"}
    settings |= {"webhook_url": HOOK, "webhook_secret": SECRET, "webhook_port": str(port)}
    command = f"ulimit -n {DESCRIPTORS}; exec {sys.executable} -m bot run 2>{tmp_path / 'log'}"
    bot = await asyncio.create_subprocess_shell(command, cwd=tmp_path, env=environment(**settings))
    yield port
    bot.terminate()
    await asyncio.wait_for(bot.wait(), 30)
    await serving.stop()


async def answered(http: httpx.AsyncClient, method: str, path: str, content: object = None) -> int:
    """The status of an answer. Whoever is cut asks again, as Telegram does."""
    while True:
        with contextlib.suppress(httpx.RemoteProtocolError, httpx.ReadError):
            return (await http.request(method, path, json=content)).status_code


async def asked(http: httpx.AsyncClient, number: int) -> float:
    """Seconds until an update is taken, and health is told."""
    began = time.monotonic()
    sender = {"id": ANA, "first_name": "Ana"}
    message = {"message_id": number, "date": 1, "chat": {"id": ANA, "type": "private"}, "from": sender, "text": "/help"}
    assert await answered(http, "POST", "/hook", {"update_id": number, "message": message}) == 200
    assert await answered(http, "GET", HEALTH) == 200
    return time.monotonic() - began


@pytest.mark.skipif(resource.getrlimit(resource.RLIMIT_NOFILE)[1] < 2 * SILENT, reason="nobody can open so many here")
async def test_silent_connections_keep_nothing_out(port: int, tmp_path: Path, report: Report) -> None:
    headers = {SECRET_HEADER: SECRET, "Connection": "close"}
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers=headers, timeout=20) as http:
        while True:
            with contextlib.suppress(httpx.TransportError):
                await http.get(HEALTH)
                break
            await asyncio.sleep(0.1)
        command = (sys.executable, "-m", "tests.faults.silence", str(port), str(SILENT))
        silent = await asyncio.create_subprocess_exec(*command, cwd=Path(__file__).parents[2])
        await asyncio.sleep(2)
        took = []
        for number in range(1, size(10, 100)):
            took.append(await asked(http, number))
            await asyncio.sleep(0.2)
        silent.kill()
        await silent.wait()
    log = (tmp_path / "log").read_bytes()
    p99 = timedelta(seconds=sorted(took)[int(0.99 * len(took))])
    name = f"30 {SILENT:,} silent connections (log {len(log) / 1000:.0f} kB; lateness: a post and /health, p99)"
    report(Figures(fault=name if size(0, 1) else "30 silent connections", store="-", trials=len(took), lateness=p99))
    assert p99 < timedelta(seconds=MOST_S)
    assert len(log) < LONGEST_LOG, log[:3000]
    assert b"Traceback" not in log
