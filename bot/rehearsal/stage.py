"""The stage of a rehearsal: a local Telegram, the bot in its own process, and one clock that is moved for both."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlmodel import Session

from bot.rehearsal.api import api_app
from bot.rehearsal.process import BotProcess, warm_up
from bot.rehearsal.serving import serve
from bot.rehearsal.telegram import LocalTelegram
from bot.settings import STORE_FILE
from scheduler.clock import MovedClock
from storage import known
from storage.engine import make_reader, read_url
from storage.plain import known_as_plain

UNHURRIED = 1_000_000
"""Updates a minute: a story of weeks is told in a moment."""
TOKEN = "1000000001:rehearsal-token-of-no-bot-at-all"  # noqa: S105  opens nothing but the local Telegram


@dataclass(frozen=True, slots=True)
class NudgeSent:
    """A message that the bot sent by itself."""

    chat: int
    message: int
    name: str


class Stage:
    """Telegram, bot and clock together. Whoever plays moves the clock; what falls due on the way is sent then."""

    def __init__(self, telegram: LocalTelegram, clock: MovedClock, bot: BotProcess, folder: Path) -> None:
        self.telegram, self.clock = telegram, clock
        self.zone = "UTC"
        """Where the person's clock stands; the page sets it."""
        self._folder = folder
        self.url = ""
        self.nudges: list[NudgeSent] = []
        self.ready = False
        self._bot = bot
        self._told_until = clock.now()
        self._next: datetime | None = None
        self._planned: datetime | None = None
        self.language: str | None = None
        """The language that the bot speaks with the person (ISO 639); None before they have met."""
        self._moving = asyncio.Lock()

    def now(self) -> datetime:
        """The moment that the rehearsal has reached (UTC)."""
        return self.clock.now()

    async def facts(self, person_id: int) -> dict[str, Any]:
        """What the bot knows of a person at this moment, in the form of their export; empty for a stranger."""
        await self.settle()
        engine = make_reader(read_url(f"sqlite:///{self._folder / STORE_FILE}"))
        with Session(engine) as session:
            found = known.recall(session, person_id)
        engine.dispose()
        return known_as_plain(found) if found else {}

    def next_nudge(self) -> datetime | None:
        """When the bot will next speak by itself; None when nothing is planned."""
        return self._planned

    async def start(self) -> None:
        """Start the bot."""
        await self._bot.start(self.now())
        await self._settled()
        self.ready = True

    async def restart(self, after: timedelta = timedelta()) -> None:
        """Kill the bot with signal 9 and start it again, so much later on the clock."""
        async with self._moving:
            await self.stop()
            self.clock.set(self.now() + after)
            await self.start()

    async def start_over(self, at: datetime | None = None) -> None:
        """Begin again with nothing: no chat, no facts; with the clock `at` any moment, else where it is."""
        async with self._moving:
            await self.stop()
            self.clock.set(at or self.now())
            shutil.rmtree(self._folder, ignore_errors=True)
            self.telegram.start_over()
            self.nudges.clear()
            self._told_until = self.now()
            await self.start()

    async def stop(self) -> None:
        """End the bot."""
        self.ready = False
        await self._bot.kill()

    async def settle(self) -> None:
        """Return when everything that people did has been answered."""
        async with self._moving:
            await self._settled()

    async def until(self, moment: datetime) -> None:
        """Move the clock to `moment`; what falls due before is sent at its own time. Never moves back."""
        async with self._moving:
            await self._settled()
            while self._next is not None and self._next <= moment:
                await self._set(max(self._next, self.now()))
                await self._settled()
            if moment > self.now():
                await self._set(moment)
                await self._settled()

    async def advance(self, by: timedelta) -> None:
        """Move the clock on."""
        await self.until(self.now() + by)

    async def to_next_nudge(self) -> datetime | None:
        """Move the clock until the bot has spoken by itself; None when it has nothing more to say."""
        before = len(self.nudges)
        await self.settle()
        while len(self.nudges) == before and self._next is not None:
            await self.until(self._next)
        return self.now() if len(self.nudges) > before else None

    async def _set(self, moment: datetime) -> None:
        self.clock.set(moment)
        await self._bot.move(moment)

    async def _settled(self) -> None:
        while self.telegram.pending() and not self.telegram.faults.down:
            if not self._bot.is_alive:
                raise ConnectionError("the bot has ended")
            await asyncio.sleep(0.001)  # the other side of it is a process of its own
        answer = await self._bot.settle(self._told_until)
        self._next = datetime.fromisoformat(answer["next"]) if answer["next"] else None
        self._planned = datetime.fromisoformat(answer["planned"]) if answer.get("planned") else None
        self.language = answer.get("language")
        for at, chat, message, name in answer["nudges"]:
            self._told_until = datetime.fromisoformat(at)
            nudge = NudgeSent(chat, message, name)
            if nudge not in self.nudges:  # those of the last moment are told again
                self.nudges.append(nudge)


@contextlib.asynccontextmanager
async def open_stage(start: datetime, *, running: bool = False, app: Any = None, port: int = 0) -> AsyncIterator[Stage]:
    """A stage with the clock at `start`, ready to play on. Nothing of it is left behind.

    `app` makes the page of the stage, served on `port`; the Bot API has a port of its own, so that an outage is one.
    `running`: the clock runs on by itself.
    """
    warm_up()
    clock = MovedClock(start, running=running)
    telegram = LocalTelegram(clock.now)
    folder = Path(tempfile.mkdtemp(prefix="afterword-"))
    key = base64.urlsafe_b64encode(os.urandom(32)).decode()
    settings: dict[str, Any] = {"token": TOKEN, "key": key, "data_dir": str(folder), "log_level": "ERROR"}
    settings["updates_per_minute"] = UNHURRIED
    settings["listener"] = os.environ.get("AFTERWORD_LISTENER", "heads")
    stage = Stage(telegram, clock, BotProcess(settings, running=running), folder)
    page = await serve(app(stage), port) if app else None
    serving, taken = await serve(api_app(telegram))
    settings["telegram_url"] = f"http://127.0.0.1:{taken}"
    stage.url = page[0].url if page else ""
    try:
        await stage.start()
        yield stage
    finally:
        await stage.stop()
        await serving.stop()
        if page:
            await page[0].stop()
        shutil.rmtree(folder, ignore_errors=True)
