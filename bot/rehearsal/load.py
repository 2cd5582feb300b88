"""The local Telegram as a process of its own: a Bot API to measure against, steered under /rehearsal.

POST /rehearsal/updates?n=1000&chats=50    queue texts, numbered through all chats
POST /rehearsal/fault?kind=slow&seconds=0.05&times=1000000
GET  /rehearsal/stats                      calls by method and status, updates that wait
GET  /rehearsal/sent?after=0               the bot's messages: [message id, chat id, text]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import sys
from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import parse_qsl

from bot.rehearsal.api import BotApi, Receive, Scope, Send, headers_of
from bot.rehearsal.serving import HOST, serve
from bot.rehearsal.telegram import LocalTelegram, Reply
from scheduler.clock import SystemClock

Json = dict[str, Any]


class LoadApp:
    """The Bot API and what steers it."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self.telegram = telegram
        self.bot_api = BotApi(telegram)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        control = CONTROLS.get(scope.get("path", ""))
        if control is None:
            await self.bot_api(scope, receive, send)
            return
        query = dict(parse_qsl(scope["query_string"].decode()))
        reply = Reply(200, json.dumps(control(self.telegram, query)).encode())
        await send({"type": "http.response.start", "status": 200, "headers": headers_of(reply)})
        await send({"type": "http.response.body", "body": reply.body})


def queue_updates(telegram: LocalTelegram, query: Mapping[str, str]) -> Json:
    """Texts "1", "2", ... over so many chats in turn."""
    count, chats = int(query.get("n", "1")), int(query.get("chats", "1"))
    update_ids = [telegram.say(f"load{number % chats}", str(number + 1)) for number in range(count)]
    return {"first": update_ids[0], "last": update_ids[-1]} if update_ids else {}


def set_fault(telegram: LocalTelegram, query: Mapping[str, str]) -> Json:
    """The faults of `LocalTelegram.fault` that need no person."""
    chat, seconds = query.get("chat"), float(query.get("seconds", "30"))
    telegram.fault(
        query["kind"],
        seconds=seconds,
        chat=int(chat) if chat else None,
        times=int(query.get("times", "1")),
        method=query.get("method"),
    )
    return {"down": telegram.faults.down}


def stats(telegram: LocalTelegram, _: Mapping[str, str]) -> Json:
    """What was called and what waits."""
    calls: dict[str, dict[str, int]] = {}
    for (method, status), count in telegram.counts.items():
        calls.setdefault(method, {})[str(status)] = count
    return {"calls": calls, "pending": telegram.pending(), "messages": len(telegram.messages)}


def sent(telegram: LocalTelegram, query: Mapping[str, str]) -> list[list[Any]]:
    """The bot's messages after a message id, in order."""
    after = int(query.get("after", "0"))
    return [
        [number, chat, message.get("text", message.get("caption", ""))]
        for (chat, number), message in telegram.messages.items()
        if number > after and message["from"]["is_bot"]
    ]


CONTROLS: Final[Mapping[str, Callable[[LocalTelegram, Mapping[str, str]], Any]]] = {
    "/rehearsal/updates": queue_updates,
    "/rehearsal/fault": set_fault,
    "/rehearsal/stats": stats,
    "/rehearsal/sent": sent,
}


async def run(port: int, token: str | None) -> None:
    """Serve until a signal comes; the address goes to stdout once it answers."""
    telegram = LocalTelegram(SystemClock().now, token=token, for_load=True)
    serving, port = await serve(LoadApp(telegram), port)
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    sys.stdout.write(f"http://{HOST}:{port}\n")
    sys.stdout.flush()
    await stop.wait()
    await serving.stop()


def main() -> None:
    """The command line of `python -m bot.rehearsal.telegram`."""
    parser = argparse.ArgumentParser(description="A local Bot API to measure against.")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one (default)")
    parser.add_argument("--token", help="the only token that is let in (default: any)")
    arguments = parser.parse_args()
    asyncio.run(run(arguments.port, arguments.token))
