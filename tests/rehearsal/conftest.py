"""What these tests share: a clock to move, a Telegram that one person has started, calls without HTTP."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from telegram import Bot

from bot.rehearsal.api import api_app
from bot.rehearsal.serving import Serving, serve
from bot.rehearsal.telegram import LocalTelegram
from tests.rehearsal.browser import CHROMIUM, Browser, browser

TOKEN = "123456:ABCDEF_ghijkl"
SPEC = Path(__file__).parents[2].parent / "shared" / "bot-api-spec.json"
Ask = Callable[..., dict[str, Any]]


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.shown = datetime(2026, 12, 1, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.shown

    def move(self, **by: float) -> None:
        self.shown += timedelta(**by)


class FakeStage:
    """A stage without a bot behind it: it notes what it was asked."""

    def __init__(self, telegram: LocalTelegram, clock: Clock) -> None:
        self.telegram, self.clock = telegram, clock
        self.zone = "UTC"
        self.ready = True
        self.language: str | None = None
        self.asked: list[Any] = []
        self.nudge: datetime | None = None

    def now(self) -> datetime:
        return self.clock()

    async def advance(self, by: timedelta) -> None:
        self.asked.append(by)
        self.clock.shown += by

    def next_nudge(self) -> datetime | None:
        return self.nudge

    async def to_next_nudge(self) -> datetime | None:
        at, self.nudge = self.nudge, None
        assert at is not None
        self.clock.shown = at
        self.telegram.call(TOKEN, "sendMessage", {"chat_id": 1001, "text": "Time to write to them."})
        return at

    async def settle(self) -> None:
        """Nobody is behind it."""

    async def restart(self) -> None:
        self.asked.append("restart")

    async def start_over(self, at: datetime | None = None) -> None:
        self.clock.shown = at or self.clock.shown
        self.telegram.start_over()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    """A browser for all tests of a file."""
    if CHROMIUM is None:
        pytest.skip("no Chromium found; `make browser` brings one")
    async with browser() as tab:
        yield tab


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tg(clock: Clock) -> LocalTelegram:
    """A Telegram in which Ana has started the bot, and the bot knows."""
    telegram = LocalTelegram(clock)
    telegram.say("ana", "/start")
    telegram.updates.drop()
    return telegram


@pytest.fixture
def ana(tg: LocalTelegram) -> int:
    return tg.person("ana").id


@pytest.fixture
def ask(tg: LocalTelegram) -> Ask:
    """Make a call as a bot would; the answer as a dict."""

    def call(method: str, **parameters: Any) -> dict[str, Any]:
        return json.loads(tg.call(TOKEN, method, parameters).body)

    return call


@pytest.fixture
async def served(tg: LocalTelegram) -> AsyncIterator[Serving]:
    serving, _ = await serve(api_app(tg))
    yield serving
    await serving.stop()


@pytest.fixture
async def bot(served: Serving) -> AsyncIterator[Bot]:
    """The library's own Bot, talking HTTP to the local Telegram."""
    async with Bot(TOKEN, base_url=f"{served.url}/bot", base_file_url=f"{served.url}/file/bot") as bot:
        yield bot


@pytest.fixture(scope="session")
def spec() -> dict[str, Any]:
    """The Bot API as data."""
    if not SPEC.exists():
        pytest.skip("corpus not found")
    return json.loads(SPEC.read_text())


async def until(condition: Callable[[], bool]) -> None:
    """Return once the condition holds."""
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110  what is waited for happens in another task
            await asyncio.sleep(0.001)


def png(width: int = 640, height: int = 320) -> bytes:
    """Enough of a PNG to have a size."""
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x06"
