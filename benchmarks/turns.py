"""Updates a second through the whole bot, beside a bare echo bot: `python -m benchmarks.turns`.

Each bot runs in a process of its own against a local Telegram in another, all with the same texts. Afterword does
what it does in production: getUpdates, inbox commit, decision, facts and outbox commit, send, marked sent, in a fresh
SQLite file with WAL and synchronous FULL. The echo bots are python-telegram-bot as its documentation shows it: they
answer with the text they got and remember nothing.

First all updates wait at once, which gives updates a second. Then some come at half that rate, at random moments,
which gives the time from an update to its reply.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a file or as a module

from benchmarks.common import Child, Connection, child, machine, percentile, table
from bot.rehearsal.api import api_app
from bot.rehearsal.serving import serve
from bot.rehearsal.telegram import LocalTelegram, Reply
from scheduler.clock import SystemClock

TOKEN = "1000000001:a-token-that-opens-nothing"
TEXTS = (
    "Interview with Acme tomorrow at 3pm",
    "/status",
    "thanks, that helps",
    "they said by Friday",
    "I am a bit nervous about it",
    "/status",
    "Interview with Globex on Monday at 10:30 for an hour, product designer",
    "they said they would decide by the end of next week",
)
WARM_UP = 200
STUCK_S = 15.0
"""With no call for so long, a bot has finished, whatever is missing."""
LONGEST_START_S = 30.0
ENDLESS = 10**9
HEAD = ("bot", "updates/s", "CPU-s/1000", "Telegram's", "replies each", "half load/s", "p50 ms", "p99 ms", "missing")


# Telegram, in a process of its own


@dataclass(frozen=True, slots=True)
class Load:
    """What a load of updates came to."""

    seconds: float
    """From the first update to the last reply."""
    replies: int
    waits: list[float]
    """Seconds from an update to the first reply in its chat."""
    missing: int
    """Replies that never came: each update is owed one."""


class Target(LocalTelegram):
    """The local Telegram, and when what happened. A chat that still waits for a reply keeps its first moment."""

    def __init__(self, chats: int, latency: float) -> None:
        super().__init__(SystemClock().now, for_load=True)
        self._chats, self._said = chats, 0
        self._last = 0.0
        self._asked: dict[int, float] = {}
        self._waits: list[float] = []
        if latency:
            self.fault("slow", seconds=latency, times=ENDLESS)

    def call(self, token: str, method: str, raw: Mapping[str, Any]) -> Reply:
        """Answer a call; a message that was accepted is a reply."""
        reply = super().call(token, method, raw)
        if method == "sendMessage" and reply.status == 200:
            self._last = time.perf_counter()
            asked = self._asked.pop(int(raw["chat_id"]), None)
            if asked is not None:
                self._waits.append(self._last - asked)
        return reply

    async def ready(self) -> None:
        """Return once the bot waits for updates."""
        async with asyncio.timeout(LONGEST_START_S):
            while not self.updates.polled:  # noqa: ASYNC110  nothing tells of it
                await asyncio.sleep(0.01)

    async def load(self, count: int, rate: float | None, quiet: float) -> Load:
        """Queue `count` updates, at once or at `rate` a second, and wait until the bot has dealt with them.

        It has when there is a reply for each and no more has come for `quiet` seconds.
        """
        before = self.counts["sendMessage", 200]
        self._asked.clear()
        self._waits = []
        began = self._last = time.perf_counter()
        for moment in _moments(count, rate):
            pause = began + moment - time.perf_counter()
            if pause > 0:
                await asyncio.sleep(pause)
            self._say_next()
        while not self._finished(before + count, quiet):  # noqa: ASYNC110  silence cannot be waited for
            await asyncio.sleep(0.02)
        replies = self.counts["sendMessage", 200] - before
        return Load(self._last - began, replies, self._waits, max(0, count - replies))

    def _finished(self, replies: int, quiet: float) -> bool:
        silence = time.perf_counter() - self._last
        return silence > STUCK_S or (silence > quiet and self.counts["sendMessage", 200] >= replies)

    def _say_next(self) -> None:
        chat, line = self._said % self._chats, self._said // self._chats
        self._said += 1
        name = f"person{chat}"
        self._asked.setdefault(self.person(name).id, time.perf_counter())
        self.say(name, TEXTS[(chat + line) % len(TEXTS)])


def _moments(count: int, rate: float | None) -> Iterator[float]:
    """Seconds from the start; at a rate, as independent people come, and the same in each run."""
    chance, at = random.Random(7), 0.0
    for _ in range(count):
        at += chance.expovariate(rate) if rate else 0.0
        yield at


def be_telegram(line: Connection, chats: int, latency: float) -> None:
    """Tell the address, then do what `line` asks for: methods of Target by name, and `cpu`."""
    asyncio.run(_be_telegram(line, chats, latency))


async def _be_telegram(line: Connection, chats: int, latency: float) -> None:
    target = Target(chats, latency)
    serving, _ = await serve(api_app(target))
    line.send(serving.url)
    while True:
        name, *arguments = await asyncio.to_thread(line.recv)
        line.send(time.process_time() if name == "cpu" else await getattr(target, name)(*arguments))


# The bots, each in a process of its own


def run_afterword(url: str, folder: str) -> None:
    """The bot that `afterword run` starts, with a store in `folder`."""
    from bot import app, logs
    from bot.settings import Settings

    logs.set_up("ERROR")
    values = {"token": TOKEN, "data_dir": folder, "store_url": store_url(folder), "telegram_url": url}
    built = app.build(Settings.model_validate(values), SystemClock())
    asyncio.run(app.run(built, asyncio.Event()))


def run_echo(url: str, concurrent: int) -> None:
    """An echo bot on python-telegram-bot with so many updates at once."""
    from telegram import Update
    from telegram.ext import Application, CallbackContext, MessageHandler, filters

    async def answer(update: Update, _: CallbackContext[Any, Any, Any, Any]) -> None:
        assert update.message is not None
        await update.message.reply_text(update.message.text or "")

    bot = Application.builder().token(TOKEN).base_url(f"{url}/bot").concurrent_updates(concurrent).build()
    bot.add_handler(MessageHandler(filters.TEXT, answer))
    bot.run_polling(stop_signals=None)


AFTERWORD = "Afterword, whole stack"
BOTS: dict[str, Callable[[str, str], None]] = {
    AFTERWORD: run_afterword,
    "echo, one by one": lambda url, _: run_echo(url, 1),
    "echo, concurrent_updates=256": lambda url, _: run_echo(url, 256),
}


def be_bot(line: Connection, name: str, url: str, folder: str) -> None:
    """Run the bot of that name; a thread beside it tells its CPU time to whoever asks."""
    threading.Thread(target=_tell_cpu, args=(line,), daemon=True).start()
    BOTS[name](url, folder)


def _tell_cpu(line: Connection) -> None:
    while line.recv():
        line.send(time.process_time())


def store_url(folder: str) -> str:
    """Where Afterword's store lies."""
    return f"sqlite:///{Path(folder) / 'afterword.db'}"


# Measuring


def measure(name: str, chosen: argparse.Namespace) -> list[str]:
    """Start Telegram and the bot of that name, load it, end both; its line of the table."""
    with tempfile.TemporaryDirectory(prefix="afterword-") as folder:
        with (
            child(be_telegram, chosen.chats, chosen.latency) as telegram,
            child(be_bot, name, telegram.answer(), folder) as bot,
        ):
            figures = _loads(bot, telegram, chosen.updates, chosen.quiet)
        if name == AFTERWORD:
            _refuse_unfinished(folder)
    return [name, *figures]


def _loads(bot: Child, telegram: Child, updates: int, quiet: float) -> list[str]:
    telegram.ask("ready")
    telegram.ask("load", min(WARM_UP, updates), None, quiet)
    bot_cpu, telegram_cpu = bot.ask("cpu"), telegram.ask("cpu")
    burst: Load = telegram.ask("load", updates, None, quiet)
    bot_cpu, telegram_cpu = bot.ask("cpu") - bot_cpu, telegram.ask("cpu") - telegram_cpu
    rate = updates / burst.seconds
    half: Load = telegram.ask("load", updates // 2, rate / 2, quiet)
    return [
        f"{rate:.0f}",
        f"{bot_cpu / updates * 1000:.2f}",
        f"{telegram_cpu / updates * 1000:.2f}",
        f"{burst.replies / updates:.2f}",
        f"{rate / 2:.0f}",
        f"{percentile(half.waits, 0.5) * 1000:.1f}",
        f"{percentile(half.waits, 0.99) * 1000:.1f}",
        f"{burst.missing + half.missing}",
    ]


def _refuse_unfinished(folder: str) -> None:
    """Raises AssertionError unless Afterword's store says that all was applied and marked sent."""
    from sqlmodel import Session

    from storage import inbox, outbox
    from storage.store import Store

    store = Store(store_url(folder))
    with Session(store.engine) as session:
        updates, messages = inbox.counts(session), outbox.counts(session)
    store.close()
    assert set(updates) == {"done"}, f"updates left over: {updates}"
    assert set(messages) == {"sent"}, f"messages left over: {messages}"


def main(words: list[str] | None = None) -> None:
    """Measure every bot and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.turns", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--updates", type=int, default=4000, help="updates that wait at once (default: 4000)")
    parser.add_argument("--chats", type=int, default=500, help="people who write in turn (default: 500)")
    parser.add_argument("--latency", type=float, default=0, help="seconds that Telegram takes to answer (default: 0)")
    parser.add_argument(
        "--quiet", type=float, default=1, help="seconds of silence after which a bot is done (default: 1)"
    )
    chosen = parser.parse_args(words)
    print(machine())
    print(f"{chosen.updates} updates of {chosen.chats} people, Telegram answers in {chosen.latency} s\n")
    print(table(HEAD, [measure(name, chosen) for name in BOTS]))


if __name__ == "__main__":
    main()
