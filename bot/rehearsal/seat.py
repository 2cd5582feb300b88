"""One person at the rehearsal page: what they see, as events, and what they can do. No HTTP.

What happens, happens in LocalTelegram and on the Stage.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable
from datetime import datetime, timedelta
from typing import Any, Final, Protocol, runtime_checkable

from bot.rehearsal.about import commands_for, shown_about
from bot.rehearsal.state import Someone
from bot.rehearsal.telegram import LocalTelegram
from bot.rehearsal.transcript import Entry

Json = dict[str, Any]

FIRST_NAME: Final = "Alex"
LONGEST_MOVE: Final = timedelta(days=366)
STATUS_EVERY_S: Final = 1.0


class Stage(Protocol):
    """The bot and its clock, as far as the page moves them."""

    zone: str
    """IANA name of the zone in which the person lives; the page sets it."""

    @property
    def ready(self) -> bool:
        """Whether the bot runs."""

    def now(self) -> datetime:
        """The moved clock (aware)."""

    async def advance(self, by: timedelta) -> None:
        """Move the clock on; what falls due on the way is sent at its own time."""

    def next_nudge(self) -> datetime | None:
        """When the bot will next speak by itself (aware); None when nothing is planned."""

    async def to_next_nudge(self) -> datetime | None:
        """Move the clock to the next nudge; returns when that was."""

    async def settle(self) -> None:
        """Return when everything that people did has been answered; only then is `next_nudge` fresh."""

    async def restart(self) -> None:
        """Kill the bot with signal 9 and start it again."""


@runtime_checkable
class StartsOver(Protocol):
    """A stage that can forget everything: the bot's data, and the chat with `LocalTelegram.start_over()`."""

    async def start_over(self) -> None:
        """Begin again with nothing."""


class Seat:
    """What one person sees and does."""

    def __init__(self, telegram: LocalTelegram, stage: Stage, name: str) -> None:
        self.telegram, self.stage, self.name = telegram, stage, name
        self._moving = asyncio.Lock()
        self._listeners: set[asyncio.Queue[Entry | None]] = set()
        """One for each open page; None: look at the status."""
        self._catching_up: set[asyncio.Task[None]] = set()
        telegram.faults.listeners.append(lambda down: self.look())
        telegram.subscribe(self._heard)

    @property
    def someone(self) -> Someone:
        """Who sits here."""
        return self.telegram.person(self.name, FIRST_NAME)

    def state(self) -> Json:
        """Everything there is to see."""
        return {
            **self.profile(),
            "entries": [entry.as_json() for entry in self.telegram.transcript if entry.person == self.name],
            "can_start_over": isinstance(self.stage, StartsOver),
            "status": self.status(),
        }

    def profile(self) -> Json:
        """What the bot says of itself."""
        language = self.someone.language_code or ""
        return {
            "bot": shown_about(self.telegram, "name", language),
            "description": shown_about(self.telegram, "description", language),
            "commands": commands_for(self.telegram, self.someone),
        }

    def status(self) -> Json:
        """What changes without a word in the chat."""
        nudge = self.stage.next_nudge()
        return {
            "now": self.stage.now().isoformat(),
            "next_nudge": nudge.isoformat() if nudge else None,
            "ready": self.stage.ready,
            "moving": self._moving.locked(),
            "down": self.telegram.faults.down,
            "blocked": self.someone.blocked,
            "keyboard": self.someone.keyboard,
            "pending": self.telegram.pending(),
        }

    async def events(self) -> AsyncIterator[str]:
        """Server-sent events: the state, then every change, and the status at least once a second."""
        queue: asyncio.Queue[Entry | None] = asyncio.Queue()
        stop = self.telegram.subscribe(queue.put_nowait)
        self._listeners.add(queue)
        self.catch_up()
        try:
            yield _event("state", self.state())
            while True:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(STATUS_EVERY_S):
                        yield self._change(await queue.get())
                if queue.empty():
                    yield _event("status", self.status())
        finally:
            self._listeners.discard(queue)
            stop()

    def look(self) -> None:
        """Something may have changed without a word in the chat."""
        for queue in self._listeners:
            queue.put_nowait(None)

    def catch_up(self) -> None:
        """Look again when the bot has answered: only then is known when it will speak next."""
        if self.stage.ready and not self.telegram.faults.down:
            task = asyncio.ensure_future(self._settle())
            self._catching_up.add(task)
            task.add_done_callback(self._catching_up.discard)

    async def hello(self, asked: Json) -> None:
        """The browser tells where and in which language the person lives."""
        self.stage.zone = str(asked["zone"])
        if not self.someone.started:
            self.someone.language_code = str(asked["language"])[:2].lower()

    async def say(self, asked: Json) -> None:
        """Send a text."""
        self.telegram.say(self.someone.name, str(asked["text"]))

    async def press(self, asked: Json) -> None:
        """Press a button."""
        self.telegram.press(self.someone.name, int(asked["id"]), str(asked["data"]))

    async def location(self, asked: Json) -> None:
        """Share a place."""
        self.telegram.location(self.someone.name, float(asked["lat"]), float(asked["lon"]))

    async def advance(self, asked: Json) -> None:
        """Move the clock by `seconds`."""
        by = timedelta(seconds=float(asked["seconds"]))
        if not timedelta() < by <= LONGEST_MOVE:
            raise ValueError("the clock moves forward, a year at most")
        await self._alone(self.stage.advance(by))

    async def next_nudge(self, _: Json) -> None:
        """Move the clock to the next nudge."""
        if self.stage.next_nudge() is None:
            raise ValueError("no nudge is planned")
        await self._alone(self.stage.to_next_nudge())

    async def restart(self, _: Json) -> None:
        """Kill the bot and start it again."""
        await self._alone(self.stage.restart())

    async def outage(self, asked: Json) -> None:
        """Take Telegram down or bring it back."""
        self.telegram.fault("down" if asked["down"] else "up")

    async def block(self, asked: Json) -> None:
        """Block the bot or let it write again."""
        (self.telegram.block if asked["blocked"] else self.telegram.unblock)(self.someone.name)

    async def start_over(self, _: Json) -> None:
        """Begin again with nothing."""
        if isinstance(self.stage, StartsOver):
            await self._alone(self.stage.start_over())

    async def _alone(self, move: Awaitable[Any]) -> None:
        """One move of the stage at a time."""
        async with self._moving:
            self.look()
            await move

    async def _settle(self) -> None:
        # A bot that was killed meanwhile has nothing to tell; the next start catches up.
        with contextlib.suppress(ConnectionError):
            await self.stage.settle()
        self.look()

    def _heard(self, entry: Entry) -> None:
        if entry.sender == "bot" and entry.kind == "message" and not self._moving.locked():
            self.catch_up()

    def _change(self, entry: Entry | None) -> str:
        """One thing that happened, as the page hears of it."""
        if entry is None:
            return ""
        if entry.kind == "profile":
            return _event("profile", self.profile())
        if entry.kind == "start_over":
            return _event("state", self.state())
        return _event("entry", entry.as_json()) if entry.person == self.name else ""


def _event(name: str, data: Json) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
