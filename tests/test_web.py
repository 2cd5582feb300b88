"""The webhook: kept before it is acknowledged, closed to whoever does not know the secret, never filled up."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy.exc import OperationalError

from bot.line import readiness, web
from bot.line.web import HEALTH, LARGEST_UPDATE, SECRET_HEADER, Webhook
from bot.settings import Settings, SettingsUnusable
from storage import inbox
from storage.inbox import Arrived
from tests.wired import ANA, TOKEN, Line, open_line, until

SECRET = "s3cret-" + "x" * 40
URL = "https://bot.example/hook"
UPDATE: dict[str, Any] = {"update_id": 7, "message": {"message_id": 1, "from": {"id": ANA}, "text": "hello"}}


@pytest.fixture
async def line(tmp_path: Path, store_url: str) -> AsyncIterator[Line]:
    async with open_line(tmp_path, store_url) as opened:
        yield opened


class Caller:
    """Whoever calls the webhook, and how often it rang."""

    def __init__(self, line: Line) -> None:
        self.rung = 0
        webhook = Webhook(line.store, line.clock, self._ring, URL, SECRET)
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(webhook.app), base_url="https://bot.example")

    def _ring(self) -> None:
        self.rung += 1

    async def post(self, content: bytes, secret: str | None = SECRET) -> int:
        headers = {} if secret is None else {SECRET_HEADER: secret.encode("latin-1")}
        return (await self.http.post("/hook", content=content, headers=headers)).status_code


async def kept(line: Line) -> list[Arrived]:
    return (await line.store.run(inbox.next_updates, (), 10))[0]


async def test_an_update_is_in_the_inbox_when_telegram_hears_that_we_have_it(line: Line) -> None:
    caller = Caller(line)

    assert await caller.post(json.dumps(UPDATE).encode()) == 200
    assert [(update.update_id, update.person_id) for update in await kept(line)] == [(7, ANA)]
    assert caller.rung == 1


async def test_an_update_that_is_brought_twice_is_kept_once(line: Line) -> None:
    caller = Caller(line)

    assert [await caller.post(json.dumps(UPDATE).encode()) for _ in range(2)] == [200, 200]
    assert len(await kept(line)) == 1


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET[:-1], SECRET + "x", "naïve"])
async def test_whoever_does_not_know_the_secret_brings_nothing(line: Line, secret: str | None) -> None:
    assert await Caller(line).post(json.dumps(UPDATE).encode(), secret) == 403
    assert await kept(line) == []


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"7", b'{"update_id": "7"}', b"\xff\xfe", b"[" * 99_999])
async def test_what_is_no_update_is_refused(line: Line, content: bytes) -> None:
    assert await Caller(line).post(content) == 400
    assert await kept(line) == []


async def test_a_body_without_end_is_given_up(line: Line) -> None:
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while True:
            read += 65536
            yield b" " * 65536

    caller = Caller(line)
    headers = {SECRET_HEADER: SECRET}

    assert await caller.post(b" " * (LARGEST_UPDATE + 1)) == 413
    with contextlib.suppress(httpx.HTTPError):
        assert (await caller.http.post("/hook", content=endless(), headers=headers)).status_code == 413
    assert read <= 2 * LARGEST_UPDATE


async def test_what_cannot_be_kept_is_brought_again(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: Any) -> None:
        raise OperationalError("INSERT", {}, Exception("database or disk is full"))

    monkeypatch.setattr(inbox, "admit", full)

    caller = Caller(line)
    assert await caller.post(json.dumps(UPDATE).encode()) == 503
    assert caller.rung == 0


async def test_health_says_whether_updates_can_be_kept(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_args: Any) -> None:
        raise OperationalError("SELECT", {}, Exception("gone"))

    http = Caller(line).http
    assert (await http.get(HEALTH)).status_code == 200
    monkeypatch.setattr(inbox, "is_empty", gone)
    assert (await http.get(HEALTH)).status_code == 503


async def test_health_does_not_ask_a_store_that_is_known_to_be_in_trouble(line: Line) -> None:
    line.store.outage.why = "SQLITE_FULL"

    answer = await Caller(line).http.get(HEALTH)

    assert (answer.status_code, answer.text) == (503, "the store is in trouble: SQLITE_FULL\n")


async def test_health_does_not_wait_for_a_store_that_hangs_and_asks_it_once(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, asked = asyncio.Event(), []

    async def hang(_unit: Any) -> bool:
        asked.append(1)
        return await go.wait()

    monkeypatch.setattr(readiness, "LONGEST_LOOK_S", 0.05)
    monkeypatch.setattr(line.store, "run", hang)
    http = Caller(line).http

    answers = [await http.get(HEALTH) for _ in range(3)]

    assert {(answer.status_code, answer.text) for answer in answers} == {
        (503, "the store is in trouble: it does not answer\n")
    }
    assert len(asked) == 1
    go.set()
    monkeypatch.setattr(readiness, "LONGEST_LOOK_S", 20)
    assert (await http.get(HEALTH)).status_code == 200


async def test_there_is_nothing_at_any_other_address(line: Line) -> None:
    http = Caller(line).http

    assert (await http.post("/", headers={SECRET_HEADER: SECRET})).status_code == 404
    assert (await http.get("/hook")).status_code == 405


def settings(port: int, **more: Any) -> Settings:
    given = {"token": TOKEN, "webhook_url": URL, "webhook_secret": SECRET, "webhook_port": port}
    return Settings.model_validate(given | more)


@contextlib.asynccontextmanager
async def listening(line: Line) -> AsyncIterator[int]:
    """A webhook that really listens, on this port."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = int(taken.getsockname()[1])
    task = asyncio.create_task(web.listen(settings(port), line.telegram, line.store, line.clock, lambda: None))
    await until(lambda: bool(line.local.counts["setWebhook", 200]) or task.done())
    yield port
    task.cancel()
    await asyncio.wait([task])


async def test_telegram_is_told_the_address_and_the_secret(line: Line) -> None:
    async with listening(line) as port, httpx.AsyncClient() as http:
        told = next(call.parameters for call in line.local.calls if call.method == "setWebhook")
        answer = await http.post(f"http://127.0.0.1:{port}/hook", json=UPDATE, headers={SECRET_HEADER: SECRET})

    assert (told["url"], told["secret_token"]) == (URL, SECRET)
    assert answer.status_code == 200
    assert len(await kept(line)) == 1


async def test_a_port_that_is_taken_is_told_in_one_line(line: Line) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingsUnusable, match="AFTERWORD_WEBHOOK_PORT"):
            await web.listen(settings(port), line.telegram, line.store, line.clock, lambda: None)


@pytest.mark.parametrize("secret", [None, "short", "with spaces in it, however long it may be, it is none"])
def test_a_webhook_without_a_good_secret_is_refused(secret: str | None) -> None:
    with pytest.raises(ValueError, match="must be set beside AFTERWORD_WEBHOOK_URL"):
        settings(0, webhook_secret=secret)


def test_a_webhook_without_tls_is_refused() -> None:
    with pytest.raises(ValueError, match="https"):
        settings(0, webhook_url="http://bot.example/hook")
