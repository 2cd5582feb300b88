"""The bot's process in a rehearsal: the real bot, a clock that is moved from outside, and a socket to do it by."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
from datetime import datetime
from typing import Any

import alembic.command  # noqa: F401  loaded before the first start, which makes the tables
from sqlmodel import Session

from bot import app as bot_app
from bot import logs
from bot.app import App
from bot.settings import Given
from scheduler import nudges
from scheduler.clock import MovedClock
from storage import known, outbox

LOOK_AGAIN_S = 0.002


def perform(control: socket.socket, settings: dict[str, Any], now: str, running: bool) -> None:
    """Run the bot until the rehearsal ends or kills it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logs.set_up(settings.get("log_level", "ERROR"))
    clock = MovedClock(datetime.fromisoformat(now), running=running)
    asyncio.run(_perform(control, bot_app.build(Given.model_validate(settings), clock), clock))


async def _perform(control: socket.socket, app: App, clock: MovedClock) -> None:
    stop = asyncio.Event()
    listening = asyncio.create_task(_listen(control, app, clock, stop))
    await bot_app.run(app, stop)
    await listening


async def _listen(control: socket.socket, app: App, clock: MovedClock, stop: asyncio.Event) -> None:
    reader, writer = await asyncio.open_connection(sock=control)
    while line := await reader.readline():
        request = json.loads(line)
        if request["do"] == "move":
            clock.set(datetime.fromisoformat(request["to"]))
            answer: dict[str, Any] = {}
        else:
            answer = await _settled(app, clock, datetime.fromisoformat(request["since"]))
            if request["plan"]:
                answer |= await app.store.run(_outlook, clock.now())
        writer.write(json.dumps(answer).encode() + b"\n")
    stop.set()


async def _settled(app: App, clock: MovedClock, since: datetime) -> dict[str, Any]:
    while True:
        at_rest, following = await app.store.run(bot_app.at_rest, clock.now())
        if at_rest and not any(part.is_busy for part in (app.turns, app.watcher, app.courier)):
            break
        await asyncio.sleep(LOOK_AGAIN_S)
    nudges = await app.store.run(_nudges_sent, since)
    return {"next": following and following.isoformat(), "nudges": nudges}


def _outlook(session: Session, now: datetime) -> dict[str, Any]:
    """When somebody will hear from the bot next, if nothing else happens, and the language it speaks with the first."""
    everybody = [found for person_id in known.everybody(session) if (found := known.recall(session, person_id))]
    first = min((at for found in everybody for at, _ in nudges.coming(found, now).values()), default=None)
    language = next((found.person.language for found in everybody), None)
    return {"planned": None if first is None else first.isoformat(), "language": language}


def _nudges_sent(session: Session, since: datetime) -> list[list[Any]]:
    return [[at.isoformat(), *rest] for at, *rest in outbox.nudges_sent(session, since)]
