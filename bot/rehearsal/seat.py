"""One person at the rehearsal page: what they see, as events, and what they can do. No HTTP.

What happens, happens in LocalTelegram and on the Stage.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable
from datetime import datetime, timedelta
from time import perf_counter
from typing import Any, Final, Literal
from zoneinfo import ZoneInfo

from bot import words
from bot.hear.times.gazetteer import zones
from bot.rehearsal.about import commands_for, shown_about
from bot.rehearsal.files import picture_size
from bot.rehearsal.staging import Stage
from bot.rehearsal.state import Someone
from bot.rehearsal.telegram import LocalTelegram
from bot.rehearsal.transcript import Entry, Kind

Json = dict[str, Any]

FIRST_NAME: Final = "Alex"
LONGEST_MOVE: Final = timedelta(days=366)
STATUS_EVERY_S: Final = 1.0


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

    @property
    def language(self) -> str:
        """The language of the page: the one that the bot speaks with them, before that their browser's."""
        return words.language_for(self.stage.language or self.someone.language_code or "")

    def state(self) -> Json:
        """Everything there is to see."""
        return {
            **self.profile(),
            "entries": [self._shown(entry) for entry in self.telegram.transcript if entry.person == self.name],
            "words": {language: words.beginning("page.", language) for language in words.languages()},
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
            "language": self.language,
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
        self.stage.zone = zones()[str(asked["zone"]).casefold()]
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
            raise ValueError(words.plain("page.error.too_far", self.language))
        await self._alone(self.stage.advance(by))

    async def set_clock(self, asked: Json) -> None:
        """Set the clock to the moment `at`, in the person's zone; `anew`: the chat begins again there.

        No clock runs back over a chat that has lived on, so an earlier moment needs `anew`.
        """
        at = datetime.fromisoformat(str(asked["at"]))
        at = at if at.tzinfo else at.replace(tzinfo=ZoneInfo(self.stage.zone))
        if asked.get("anew"):
            await self._alone(self.stage.start_over(at))
        else:
            await self.advance({"seconds": (at - self.stage.now()).total_seconds()})

    async def next_nudge(self, _: Json) -> None:
        """Move the clock to the next nudge."""
        if self.stage.next_nudge() is None:
            raise ValueError("no nudge is planned")
        await self._alone(self.stage.to_next_nudge())

    async def restart(self, _: Json) -> None:
        """Kill the bot and start it again."""
        self._note("killed")
        started = perf_counter()
        await self._alone(self.stage.restart())
        self._note("back", f"{perf_counter() - started:.1f}")

    async def outage(self, asked: Json) -> None:
        """Take Telegram down or bring it back."""
        change: Literal["down", "up"] = "down" if asked["down"] else "up"
        self.telegram.fault(change)
        self._note(change)

    async def block(self, asked: Json) -> None:
        """Block the bot or let it write again."""
        (self.telegram.block if asked["blocked"] else self.telegram.unblock)(self.someone.name)

    async def start_over(self, _: Json) -> None:
        """Begin again with nothing."""
        await self._alone(self.stage.start_over())

    def _shown(self, entry: Entry) -> Json:
        """An entry as the page draws it, with the width and height of its picture in pixels."""
        if entry.picture is None:
            return entry.as_json()
        return {**entry.as_json(), "picture_size": picture_size(self.telegram.file(entry.picture))}

    def _note(self, kind: Kind, text: str = "") -> None:
        """Keep with the chat what was done to the bot."""
        self.telegram.transcript.note(self.name, "person", kind, text)

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
        return _event("entry", self._shown(entry)) if entry.person == self.name else ""


def _event(name: str, data: Json) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
