"""The whole bot in virtual time, on a Telegram that misbehaves by seed; what must hold is checked at the end.

The real turns, nudger, courier and intake over a real store, wired by `bot.app`: only the transport, the clock and the
store's threads are others. Every chance comes from one seed, so a run can be run again.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import json
import logging
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable, Collection
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
import sqlalchemy as sa
from sqlmodel import Session
from telegram.request import BaseRequest, RequestData

from bot import app as bot_app
from bot import turns
from bot.app import App
from bot.line import painting
from bot.line.telegram import Telegram
from bot.rehearsal.telegram import LocalTelegram, Reply
from bot.settings import Settings
from scheduler import nudges
from storage import known, outbox, tidying
from storage.migrate import migrate
from storage.statements import Statement
from storage.store import Store
from storage.tables import in_state
from tests.faults.conftest import ALL
from tests.faults.record import Call, Posted, Verdict, judge, kind_of
from tests.faults.virtual import InlineStore, VirtualClock
from tests.faults.weather import DELIVERED_UNHEARD, FATES, PAGES, drawn, suffer

TOKEN = "123456:ABCDEF_ghijkl"
READ_TIMEOUT_S = 5.0
A_CALL = timedelta(seconds=READ_TIMEOUT_S)
"""Between the bot's last look at its facts and the arrival of a call."""
_NAMES = ("id", "person_id", "chat_id", "method", "once", "nudge", "expires_at", "created_at")
_T = outbox.rows.OUTBOX
_LIVE = Statement(sa.select(*(_T.c[n] for n in _NAMES)).where(in_state(_T, *outbox.rows.LIVE)).order_by(_T.c.id))


@dataclass(slots=True)
class World:
    """One bot, one Telegram, and the record of all that happened between them."""

    clock: VirtualClock
    chance: random.Random
    local: LocalTelegram
    settings: Settings
    weather: dict[str, float] = field(default_factory=dict)
    """How likely a call has which fate."""
    poll_weather: dict[str, float] = field(default_factory=dict)
    latency: tuple[float, float] = (0.02, 0.12)
    delay: tuple[float, float] = (0.0, 0.004)
    calls: list[Call] = field(default_factory=list)
    applied: list[tuple[int, int]] = field(default_factory=list)
    handed: dict[int, dict[str, Any]] = field(default_factory=dict)
    """Updates that Telegram has handed out, and been heard."""
    posted: dict[int, Posted] = field(default_factory=dict)
    """Every row there has ever been, by a number of its own: the store uses the numbers of deleted rows again."""
    serials: dict[int, int] = field(default_factory=dict)
    """By the number that a row has in the store."""
    watched: bool = True
    doubts: Counter[int] = field(default_factory=Counter)
    """Rows that were being sent when the bot died."""
    broken: list[str] = field(default_factory=list)
    lives: int = 0
    app: App | None = None
    line: _Line | None = None
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    running: asyncio.Future[None] | None = None

    # The bot's life

    def build(self) -> App:
        """Wire the bot on the store as it is."""
        self.line = line = _Line(self)
        made: list[InlineStore] = []

        def open_store(url: str) -> InlineStore:
            made.append(InlineStore(url, lambda: self.chance.uniform(*self.delay)))
            return made[0]

        with (
            mock.patch.object(bot_app, "Store", open_store),
            mock.patch.object(bot_app, "connect", lambda token, url, _: _telegram(token, url, line)),
            mock.patch.object(bot_app, "migrate"),
            mock.patch.object(painting, "is_able", return_value=False),  # a child that draws has a clock of its own
        ):
            self.app = bot_app.build(self.settings, self.clock)
        made[0].watch, made[0].noted = self._watch, self._noted
        self.lives += 1
        return self.app

    def start(self) -> None:
        """Build the bot and let it run."""
        self.stop = asyncio.Event()
        self.running = asyncio.ensure_future(bot_app.run(self.build(), self.stop))

    async def crash(self) -> None:
        """Nothing that is under way goes on, and nothing is written any more, as after kill -9."""
        assert self.app is not None
        assert self.line is not None
        store = self.app.store
        assert isinstance(store, InlineStore)
        store.is_dead = self.line.is_dead = True
        for (row,) in self.rows("SELECT id FROM outbox WHERE state = 'sending'"):
            self.doubts[self.serials[row]] += 1
        while others := asyncio.all_tasks() - {asyncio.current_task()}:
            for task in others:
                task.cancel()
            await asyncio.sleep(0)
        store.close()

    async def end(self) -> None:
        """Ask the bot to end, as SIGTERM does."""
        assert self.running is not None
        self.stop.set()
        await self.running

    def rows(self, query: str) -> list[Any]:
        """What is in the store."""
        assert self.app is not None
        with self.app.store.engine.connect() as connection:
            return list(connection.exec_driver_sql(query))

    def ask(self, unit: Callable[..., Any], *given: Any) -> Any:
        """Run a unit of work beside the bot; it must not write."""
        assert self.app is not None
        with Session(self.app.store.engine) as session:
            return unit(session, *given)

    # What is seen of it

    def _watch(self, session: Session) -> list[Posted]:
        return [Posted(*row) for row in _LIVE.rows(session, {})] if self.watched else []

    def _noted(self, seen: list[Posted], unit: Any, given: tuple[Any, ...], result: Any) -> None:
        for one in seen:
            before = self.posted.get(self.serials.get(one.id, 0))
            if before is None or (before.person, before.once, before.created_at) != (
                one.person,
                one.once,
                one.created_at,
            ):
                self.serials[one.id] = len(self.posted) + 1
                self.posted[len(self.posted) + 1] = one
        if unit is turns.apply and result.counts:
            self.applied.append((given[0].update_id, given[0].person_id))

    async def answer(self, line: _Line, method: str, raw: dict[str, Any], patience: float) -> tuple[int, bytes]:
        """Answer one call, in the weather of the moment."""
        if method == "getUpdates":
            return await self._hand_out(raw, patience)
        chat = self._chat(raw)
        call = Call(self.clock.now(), method, chat, self._row_of(chat, method))
        self.calls.append(call)
        self._inspect(call)
        call.fate = drawn(self.chance, self.weather)
        await asyncio.sleep(self.chance.uniform(*self.latency))
        if call.fate not in ("", *DELIVERED_UNHEARD):
            call.status = PAGES.get(call.fate, (0, b""))[0]
            return await suffer(call.fate, patience)
        reply = self._call(method, raw)
        call.delivered = reply.status == 200
        await asyncio.sleep(self.chance.uniform(*self.latency))
        if line.is_dead:
            await asyncio.Event().wait()
        if call.fate or reply.cut:
            return await suffer(call.fate or "refused", patience)
        call.status, call.answered_at, call.retry_after = reply.status, self.clock.now(), reply.retry_after or 0
        return reply.status, reply.body

    def _call(self, method: str, raw: dict[str, Any]) -> Reply:
        try:
            return self.local.call(TOKEN, method, raw)
        except UnicodeEncodeError:
            told = "Bad Request: strings must be encoded in UTF-8"
            return Reply(400, json.dumps({"ok": False, "error_code": 400, "description": told}).encode())

    async def _hand_out(self, raw: dict[str, Any], patience: float) -> tuple[int, bytes]:
        fate = drawn(self.chance, self.poll_weather)
        if fate in FATES and fate not in DELIVERED_UNHEARD:
            await asyncio.sleep(0.05)
            return await suffer(fate, patience)
        if self.local.faults.down:
            return await suffer("refused", patience)
        # Not by `local.poll`, which speaks UTF-8 alone: JSON may hold what has no UTF-8.
        updates = await self.local.updates.poll(raw.get("offset", 0), raw["limit"], raw["timeout"])
        await asyncio.sleep(self.chance.uniform(*self.latency))
        if fate in DELIVERED_UNHEARD or self.local.faults.down:
            return await suffer(fate or "refused", patience)
        again = [update for update in list(self.handed.values())[-8:] if self._happens("repeated")]
        self.handed |= {update["update_id"]: update for update in updates}
        batch = [*updates, *again]
        if self._happens("shuffled"):
            self.chance.shuffle(batch)
        return 200, json.dumps({"ok": True, "result": batch}).encode()

    def _happens(self, name: str) -> bool:
        return self.chance.random() < self.poll_weather.get(name, 0)

    def _chat(self, raw: dict[str, Any]) -> int | None:
        if "callback_query_id" in raw:
            press = self.local.presses.get(raw["callback_query_id"])
            return self.local.person(press.person).id if press else None
        return raw.get("chat_id")

    def _row_of(self, chat: int | None, method: str) -> int | None:
        if chat is None:
            return None
        found = self.rows(f"SELECT id FROM outbox WHERE state = 'sending' AND chat_id = {chat} AND method = '{method}'")
        return self.serials.get(found[0][0]) if len(found) == 1 else None

    def _inspect(self, call: Call) -> None:
        """What must hold of a call at the moment it is made."""
        told = f"{call.at:%d %H:%M:%S} {call.method} to {call.chat}"
        for earlier in reversed(self.calls[-200:-1]):
            if earlier.chat == call.chat and earlier.retry_after and earlier.answered_at is not None:
                until = earlier.answered_at + timedelta(seconds=earlier.retry_after)
                if call.at < until and earlier.row not in self.doubts:
                    self.broken.append(f"{told}: earlier than Telegram had asked for, {until:%H:%M:%S}")
        posted = self.posted.get(call.row or 0)
        if posted is None or posted.nudge is None:
            return
        person = self.ask(known.recall, posted.person)
        if nudges.is_quiet(call.at, person.person) and nudges.is_quiet(call.at - A_CALL, person.person):
            self.broken.append(f"{told}: {posted.nudge} in the quiet hours of {person.person.zone}")
        if posted.expires_at is not None and call.at - A_CALL > posted.expires_at:
            self.broken.append(f"{told}: {posted.nudge} past its window, {posted.expires_at}")

    # Time

    async def live(self, by: timedelta) -> None:
        """Let time pass: step by step while something happens, at once to the next moment while nothing does."""
        end = self.clock.now() + by
        while (now := self.clock.now()) < end:
            pace = 10.0 if self.poll_weather and self.local.pending() else 0.5
            await asyncio.sleep(min(pace, (end - now).total_seconds()))
            resting, following = self.ask(bot_app.at_rest, self.clock.now())
            if resting and self._is_idle() and (self.local.faults.down or not self.local.pending()):
                self.clock.leap(min(following or end, end) - self.clock.now())

    def _is_idle(self) -> bool:
        assert self.app is not None
        return not any(part.is_busy for part in (self.app.turns, self.app.watcher, self.app.courier))

    # The end

    async def settle(self, most: timedelta = timedelta(hours=2)) -> None:
        """Clear the sky, and let time pass until nothing is on its way."""
        self.weather, self.poll_weather = {}, {}
        self.local.faults.clear()
        limit = self.clock.now() + most
        while not self._is_quiet():
            assert self.clock.now() < limit, (
                f"not at rest: {self.rows('SELECT state, count(*) FROM outbox GROUP BY 1')}"
            )
            await self.live(timedelta(seconds=5))

    def _is_quiet(self) -> bool:
        waits = self.rows("SELECT 1 FROM outbox WHERE state IN ('ready', 'sending') LIMIT 1")
        new = self.rows("SELECT 1 FROM inbox WHERE state = 'new' LIMIT 1")
        return self._is_idle() and not (waits or new or self.local.pending())

    def verdict(self, only: Collection[int] | None = None) -> Verdict:
        """What was lost, applied twice and sent twice, of `only` these people's; to be asked once all is at rest."""
        return judge(self, only)

    def transcript(self) -> list[str]:
        """Everything that was seen and every call, as lines."""
        seen = [f"{e.at} {e.person} {e.sender} {e.kind} {e.text}" for e in self.local.transcript]
        return [*seen, *map(str, self.calls)]


class _Line(BaseRequest):
    """The library's way to Telegram, in the same process."""

    def __init__(self, world: World) -> None:
        self.world, self.is_dead = world, False

    @property
    def read_timeout(self) -> float:
        """Seconds."""
        return READ_TIMEOUT_S

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        """Status and body, or the library's error."""
        if self.is_dead:
            await asyncio.Event().wait()
        raw = json.loads(json.dumps(request_data.parameters)) if request_data else {}
        seconds = read_timeout if isinstance(read_timeout, int | float) else READ_TIMEOUT_S
        return await self.world.answer(self, url.rpartition("/")[2], raw, seconds)


whole_on_both = pytest.mark.parametrize("store_url", ["sqlite", "postgresql"] if ALL else ["sqlite"], indirect=True)
"""For what takes long: on both stores for the table, on one in every run."""


def some(*values: Any) -> Any:
    """All of them for the table, the first in every run."""
    return values if ALL else values[:1]


@cache
def _empty() -> Path:
    """An empty store with its tables, to be copied: to make one takes longer than many a scene."""
    path = Path(tempfile.mkdtemp()) / "empty.db"
    atexit.register(shutil.rmtree, path.parent, ignore_errors=True)
    store = Store(f"sqlite:///{path}")
    migrate(store.engine)
    store.close()
    return path


def _telegram(token: str, url: str, line: _Line) -> Telegram:
    return Telegram(
        token, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot", request=line, get_updates_request=line
    )


@contextlib.asynccontextmanager
async def opened(clock: VirtualClock, seed: int, store_url: str, **settings: Any) -> AsyncIterator[World]:
    """A world whose bot runs; it is ended in the end, whatever happened."""
    random.seed(seed)
    patch = pytest.MonkeyPatch()
    patch.setattr(tidying, "KEPT_FOR", timedelta(days=10_000))  # what was done with is there to be counted in the end
    loggers = [logging.getLogger(name) for name in ("bot", "storage", "scheduler", "apscheduler", "telegram")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    given = {
        "token": TOKEN,
        "store_url": store_url,
        "telegram_url": "http://127.0.0.1:1",
        "data_dir": "nowhere",
        **settings,
    }
    if kind_of(store_url) == "sqlite":
        shutil.copy(_empty(), store_url.removeprefix("sqlite:///"))
    local = LocalTelegram(clock.now, token=TOKEN)
    world = World(clock, random.Random(seed), local, Settings.model_validate(given))
    world.start()
    try:
        yield world
    finally:
        patch.undo()
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
        with contextlib.suppress(Exception):
            await world.crash()
