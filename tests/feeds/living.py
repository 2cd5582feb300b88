"""The whole bot in one process: a local Telegram, a feed server reached through the guard, and one clock for all."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from cryptography.fernet import Fernet
from sqlmodel import Session

from bot import app as bot_app
from bot.app import App
from bot.rehearsal.api import api_app
from bot.rehearsal.serving import serve
from bot.rehearsal.telegram import LocalTelegram
from bot.settings import Settings
from scheduler.clock import MovedClock
from storage.tables import METADATA
from tests.feeds.server import FeedServer, feed_server
from tests.wired import TOKEN

LONDON = ZoneInfo("Europe/London")


@dataclass(slots=True)
class Life:
    """What a test does, and what is seen of it. Times are London's."""

    local: LocalTelegram
    app: App
    clock: MovedClock
    server: FeedServer

    async def say(self, text: str) -> None:
        """Ana writes."""
        self.local.say("ana", text)
        await self.settle()

    async def press(self, label: str) -> None:
        """Ana presses the newest button of that label."""
        chat = self.local.person("ana").id
        for number in sorted((n for of, n in self.local.messages if of == chat), reverse=True):
            for row in self.local.messages[chat, number].get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if label in button["text"]:
                        self.local.press("ana", number, button["callback_data"])
                        await self.settle()
                        return
        raise AssertionError(f"no button {label!r}")

    async def settle(self) -> datetime | None:
        """Return when nothing is left to do now; the next moment at which there will be."""
        async with asyncio.timeout(30):
            while True:
                idle, following = await self.app.store.run(bot_app.at_rest, self.clock.now())
                busy = any(part.is_busy for part in (self.app.turns, self.app.watcher, self.app.courier))
                if idle and not busy and not self.local.pending():
                    return following
                await asyncio.sleep(0.001)

    async def until(self, moment: str) -> None:
        """Live until then; what falls due on the way is done at its own time."""
        end = datetime.fromisoformat(moment).replace(tzinfo=LONDON).astimezone(UTC)
        while (following := await self.settle()) is not None and following <= end:
            self.clock.set(max(following, self.clock.now()))
        self.clock.set(end)
        await self.settle()

    def told(self) -> list[str]:
        """What the bot has said to Ana, with the London time."""
        entries = [e for e in self.local.transcript if e.sender == "bot" and e.kind == "message" and e.person == "ana"]
        return [f"{e.at.astimezone(LONDON):%d %H:%M} {e.text}" for e in entries]

    async def rows(self) -> str:
        """Everything that stands in any table."""
        return await self.app.store.run(_dump)


def _dump(session: Session) -> str:
    return "\n".join(
        str(row) for table in METADATA.sorted_tables for row in session.connection().execute(sa.select(table))
    )


@contextlib.asynccontextmanager
async def living(folder: Path, start: str, **settings: Any) -> AsyncIterator[Life]:
    """The bot at work, with Ana in London having said hello."""
    clock = MovedClock(datetime.fromisoformat(start).replace(tzinfo=LONDON))
    local = LocalTelegram(clock.now, token=TOKEN)
    serving, _ = await serve(api_app(local))
    given = {"token": TOKEN, "telegram_url": serving.url, "data_dir": folder, "key": Fernet.generate_key().decode()}
    app = bot_app.build(Settings.model_validate(given | settings), clock)
    stop = asyncio.Event()
    async with feed_server() as server:
        app.watcher.reader = server.reader
        running = asyncio.create_task(bot_app.run(app, stop))
        life = Life(local, app, clock, server)
        try:
            await life.say("/start")
            await life.press("Yes")
            yield life
        finally:
            stop.set()
            await running
            await serving.stop()
