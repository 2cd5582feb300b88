"""The noisy half on a local Telegram, in one process: what a test does to either side, and when all is quiet again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from bot import nudging
from bot.line.courier import Courier
from bot.line.telegram import Telegram, connect
from bot.rehearsal.api import api_app
from bot.rehearsal.serving import serve
from bot.rehearsal.telegram import LocalTelegram
from scheduler.clock import MovedClock
from storage import known, outbox
from storage.facts import Interview, Known, Opportunity, Person
from storage.migrate import migrate
from storage.outbox import Outgoing
from storage.pacing import Bulk
from storage.store import Store
from tests.conftest import NOON

TOKEN = "123456:ABCDEF_ghijkl"
ANA, BEN, CLEO = 1001, 1002, 1003
NAMES = {ANA: "ana", BEN: "ben", CLEO: "cleo"}
SECOND = timedelta(seconds=1)


Caller = Callable[[str, dict[str, Any]], Awaitable[Any]]


@dataclass(slots=True)
class Line:
    """A bot's line to a local Telegram on which Ana, Ben and Cleo have started it."""

    local: LocalTelegram
    telegram: Telegram
    store: Store
    clock: MovedClock
    url: str

    def courier(self, in_flight: int = 4) -> Courier:
        return Courier(self.store, self.telegram, self.clock, in_flight, per_second=1000)

    async def post(self, *messages: Outgoing) -> None:
        await self.store.run(outbox.post, messages, self.clock.now())

    async def decide(self) -> int:
        """Look at the next few whose moment has come; what is due waits to be sent. How many they were."""
        now, bulk = self.clock.now(), Bulk(1000, 1000)

        def look(session: Session) -> int:
            said = nudging.say_all_due(session, now, bulk)
            for row in said.claimed:
                outbox.put_back(session, row.id, now, counts=False)
            return said.looked_at

        return await self.store.insist(self.clock.pause, look)

    async def counts(self) -> dict[str, int]:
        return await self.store.run(outbox.counts)

    async def recall(self, person_id: int = ANA) -> Known:
        found = await self.store.run(known.recall, person_id)
        assert found is not None
        return found

    async def keep(self, who: Known, wake_at: datetime | None = None) -> None:
        before = await self.store.run(known.recall, who.person.id)
        await self.store.run(known.keep, before, who, wake_at)

    def call_with(self, patch: pytest.MonkeyPatch, make: Caller) -> None:
        """Make the bot's calls in another way."""
        patch.setattr(Telegram, "call", lambda _self, method, parameters: make(method, parameters))

    def shown(self, person: int = ANA) -> list[str]:
        """What the bot has said to somebody, as they saw it."""
        return [e.text for e in self.local.transcript if e.sender == "bot" and e.person == NAMES[person]]

    def calls(self, *statuses: int) -> list[int]:
        """The chats of all calls of the bot that were answered with one of these statuses; 0: not at all."""
        return [int(call.parameters["chat_id"]) for call in self.local.calls if call.status in statuses]

    async def live_until(self, moment: datetime) -> None:
        """Move the clock to `moment`; on the way everybody is looked at when they wanted to be, and heard from."""
        courier = self.courier()
        await deliver(courier)
        while (following := await self.store.run(known.smallest_wake)) is not None and following <= moment:
            self.clock.set(max(following, self.clock.now()))
            while await self.decide():
                continue
            await deliver(courier)
        self.clock.set(moment)
        await deliver(courier)


@asynccontextmanager
async def open_line(folder: Path, store_url: str | None = None, start: datetime = NOON) -> AsyncIterator[Line]:
    """A line with the clock at `start`, and its store at `store_url` or in `folder`."""
    clock = MovedClock(start)
    local = LocalTelegram(clock.now, token=TOKEN)
    for name in NAMES.values():
        local.say(name, "/start")
    local.updates.drop()
    serving, _ = await serve(api_app(local))
    store = Store(store_url or f"sqlite:///{folder / 'line.db'}")
    migrate(store.engine)
    telegram = connect(TOKEN, serving.url, 4)
    await telegram.open()
    try:
        yield Line(local, telegram, store, clock, serving.url)
    finally:
        await telegram.shut()
        store.close()
        await serving.stop()


def message(text: str, chat: int = ANA, lane: int = outbox.REPLY, **more: Any) -> Outgoing:
    """A text on its way to a private chat."""
    return Outgoing(person_id=chat, chat_id=chat, method="sendMessage", body=body(text, chat), lane=lane, **more)


def body(text: str, chat: int = ANA, **more: Any) -> dict[str, Any]:
    return {"chat_id": chat, "text": text, "parse_mode": "HTML", **more}


@asynccontextmanager
async def at_work(courier: Courier) -> AsyncIterator[None]:
    """The courier at work while inside."""
    running = asyncio.create_task(courier.run())
    await until(lambda: courier.hands > 0)
    yield
    running.cancel()
    await asyncio.wait([running])


async def deliver(courier: Courier) -> None:
    """Send everything that can be sent at this moment."""
    async with asyncio.timeout(20):
        courier.ring()
        while await courier._take():
            await asyncio.gather(*courier._tasks)
            courier.ring()


async def until(condition: Callable[[], bool]) -> None:
    """Return once the condition holds; what is waited for happens in another task or process."""
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.001)


def after_an_interview(end: datetime, person: int = ANA, **changes: Any) -> Known:
    """Somebody in London whose first interview, at Acme, ends then."""
    return Known(
        person=Person(
            id=person, name=NAMES.get(person, "dora").title(), zone="Europe/London", zone_confirmed=True, serial=2
        ),
        opportunities=(Opportunity(id=1, employer="Acme", role="designer"),),
        interviews=(replace(Interview(id=2, opportunity_id=1, start=end - timedelta(hours=1), end=end), **changes),),
    )
