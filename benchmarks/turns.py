"""Updates a second through the whole bot, beside bots that only echo: `python -m benchmarks.turns`.

Each bot runs in a process of its own against a local Telegram in another, all with the same texts. Afterword does
what it does in production: getUpdates, inbox commit, recall, decision, facts and outbox commit, send, marked sent, in a
fresh SQLite file with WAL and synchronous FULL. The others answer with the text they got and keep nothing:
python-telegram-bot and aiogram as their documentation shows them, and a bare loop that fetches, sends and does nothing
else. aiogram is no dependency of ours: `pip install --target FOLDER aiogram`, then `--others FOLDER`.

First all updates wait at once, which gives updates a second. Then some come at half of Afterword's rate, at random
moments, which gives the time from an update to its reply.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.machinery
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

from benchmarks.common import Child, Connection, child, machine, of_children, percentile, table
from benchmarks.stopwatch import Stopwatch
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
    "I live in London",
    "Interview with Globex on Monday at 10:30 for an hour, product designer",
    "they said they would decide by the end of next week",
)
EARLY = 25
"""People who say every text before anything is measured, so that whatever a process loads at first use is there."""
WARM_UP = EARLY * len(TEXTS)
REPLIES = ("sendMessage", "sendPhoto")
STUCK_S = 15.0
"""With no call for so long, a bot has finished, whatever is missing."""
LONGEST_START_S = 30.0
ENDLESS = 10**9
HEAD = ("bot", "updates/s", "updates/CPU-s", "Telegram's", "replies each", "then at /s", "p50 ms", "p99 ms", "missing")


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
        if method in REPLIES and reply.status == 200:
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
        before = self._replies()
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
        replies = self._replies() - before
        return Load(self._last - began, replies, self._waits, max(0, count - replies))

    def _replies(self) -> int:
        return sum(self.counts[method, 200] for method in REPLIES)

    def _finished(self, replies: int, quiet: float) -> bool:
        silence = time.perf_counter() - self._last
        return silence > STUCK_S or (silence > quiet and self._replies() >= replies)

    def _say_next(self) -> None:
        if self._said < WARM_UP:
            chat, line = self._said % EARLY, self._said // EARLY
            name = f"early{chat}"
        else:
            chat, line = (self._said - WARM_UP) % self._chats, (self._said - WARM_UP) // self._chats
            name = f"person{chat}"
        self._said += 1
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


def run_afterword(url: str, folder: str, listener: str) -> None:
    """The bot that `afterword run` starts, with a store in `folder`; `listener` is who hears beside the rules."""
    from bot import app, logs
    from bot.settings import Settings

    logs.set_up("ERROR")
    values = {"token": TOKEN, "data_dir": folder, "store_url": store_url(folder), "telegram_url": url}
    values["listener"] = listener
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


def run_aiogram(url: str, others: str) -> None:
    """An echo bot on aiogram, which handles updates side by side."""
    sys.path.insert(0, others)
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    dispatcher = Dispatcher()

    async def answer(message: Any) -> None:
        await message.answer(message.text or "")

    async def run() -> None:
        session = AiohttpSession(api=TelegramAPIServer.from_base(url))
        await dispatcher.start_polling(Bot(TOKEN, session=session), handle_signals=False)

    dispatcher.message.register(answer)
    asyncio.run(run())


def run_bare(url: str) -> None:
    """No library for bots at all: fetch, then answer one by one."""
    asyncio.run(_run_bare(url))


async def _run_bare(url: str) -> None:
    import aiohttp

    async with aiohttp.ClientSession() as session:

        async def call(method: str, **body: Any) -> Any:
            async with session.post(f"{url}/bot{TOKEN}/{method}", json=body) as answer:
                return (await answer.json())["result"]

        offset = 0
        while True:
            for update in await call("getUpdates", offset=offset, timeout=50):
                offset = update["update_id"] + 1
                await call("sendMessage", chat_id=update["message"]["chat"]["id"], text=update["message"]["text"])


def has_aiogram(others: str) -> bool:
    """Whether it can be imported, with `others` before everything else."""
    return importlib.machinery.PathFinder.find_spec("aiogram", [others, *sys.path]) is not None


AFTERWORD = "Afterword, whole turns"
WITH_HEADS = "Afterword, with the trained listener"
AIOGRAM = "aiogram echo"
BOTS: dict[str, Callable[[str, str, str], None]] = {
    AFTERWORD: lambda url, folder, _: run_afterword(url, folder, "rules"),
    WITH_HEADS: lambda url, folder, _: run_afterword(url, folder, "heads"),
    "python-telegram-bot echo, sequential": lambda url, *_: run_echo(url, 1),
    "python-telegram-bot echo, concurrent": lambda url, *_: run_echo(url, 256),
    AIOGRAM: lambda url, _, others: run_aiogram(url, others),
    "bare loop over aiohttp": lambda url, *_: run_bare(url),
}


def be_bot(line: Connection, name: str, url: str, folder: str, others: str, profiled: bool) -> None:
    """Run the bot of that name; a thread beside it tells its CPU time, and where it went, to whoever asks."""
    watch = Stopwatch() if profiled else None
    threading.Thread(target=_tell, args=(line, watch), daemon=True).start()
    BOTS[name](url, folder, others)


def _tell(line: Connection, watch: Stopwatch | None) -> None:
    while question := line.recv():
        line.send(time.process_time() + of_children() if question == ("cpu",) else watch.take() if watch else {})


def store_url(folder: str) -> str:
    """Where Afterword's store lies."""
    return f"sqlite:///{Path(folder) / 'afterword.db'}"


# Measuring


@dataclass(slots=True)
class Figures:
    """What was measured of one bot."""

    burst: Load
    then: Load
    rate: float
    """Updates a second with all waiting at once."""
    cpu: float
    telegram_cpu: float
    later_rate: float
    profile: dict[str, float]

    def row(self, name: str) -> list[str]:
        """Its line of the table."""
        updates = self.rate * self.burst.seconds
        return [
            name,
            f"{self.rate:.0f}",
            f"{updates / self.cpu:.0f}",
            f"{updates / self.telegram_cpu:.0f}",
            f"{self.burst.replies / updates:.2f}",
            f"{self.later_rate:.0f}",
            f"{percentile(self.then.waits, 0.5) * 1000:.1f}",
            f"{percentile(self.then.waits, 0.99) * 1000:.1f}",
            f"{self.burst.missing + self.then.missing}",
        ]


def measure(name: str, chosen: argparse.Namespace, later_rate: float | None) -> Figures:
    """Start Telegram and the bot of that name, load it, end both. Without `later_rate` it is half of its own."""
    with tempfile.TemporaryDirectory(prefix="afterword-") as folder:
        with (
            child(be_telegram, chosen.chats, chosen.latency) as telegram,
            child(be_bot, name, telegram.answer(), folder, chosen.others, chosen.profile) as bot,
        ):
            figures = _loads(bot, telegram, chosen, later_rate)
        if name in (AFTERWORD, WITH_HEADS):
            _refuse_unfinished(folder)
    return figures


def _loads(bot: Child, telegram: Child, chosen: argparse.Namespace, later_rate: float | None) -> Figures:
    updates, quiet = chosen.updates, chosen.quiet
    telegram.ask("ready")
    telegram.ask("load", min(WARM_UP, updates), None, quiet)
    bot.ask("profile")
    bot_cpu, telegram_cpu = bot.ask("cpu"), telegram.ask("cpu")
    burst: Load = telegram.ask("load", updates, None, quiet)
    bot_cpu, telegram_cpu = bot.ask("cpu") - bot_cpu, telegram.ask("cpu") - telegram_cpu
    profile = bot.ask("profile")
    rate = updates / burst.seconds
    later_rate = later_rate or rate / 2
    then: Load = telegram.ask("load", updates // 2, later_rate, quiet)
    return Figures(burst, then, rate, bot_cpu, telegram_cpu, later_rate, profile)


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
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured, in turns (default: 3)")
    parser.add_argument("--others", default="", help="folder in which aiogram is installed")
    parser.add_argument("--profile", action="store_true", help="Afterword alone, and where its CPU time goes")
    chosen = parser.parse_args(words)
    print(machine())
    print(f"{chosen.updates} updates of {chosen.chats} people, Telegram answers in {chosen.latency} s\n")
    if chosen.profile:
        ours = measure(AFTERWORD, chosen, None)
        print(table(HEAD, [ours.row(AFTERWORD)]), end="\n\n")
        print(where_the_time_goes(ours.profile, chosen.updates))
    else:
        print(table(HEAD, list(_rows(chosen))))


def _rows(chosen: argparse.Namespace) -> Iterator[list[str]]:
    """A line for each bot. They take turns, so that a machine that is busy for a while slows all of them; of the rounds
    of each, the one in the middle by its updates a second is told."""
    measured: dict[str, list[Figures]] = {name: [] for name in BOTS}
    for _ in range(chosen.rounds):
        later_rate = None
        for name in BOTS:
            if name != AIOGRAM or has_aiogram(chosen.others):
                measured[name].append(measure(name, chosen, None if name == WITH_HEADS else later_rate))
                later_rate = measured[AFTERWORD][-1].rate / 2
    for name, rounds in measured.items():
        middle = sorted(rounds, key=lambda figures: figures.rate)[len(rounds) // 2 :]
        yield middle[0].row(name) if middle else [name, "not installed", *("" for _ in HEAD[2:])]


def where_the_time_goes(profile: dict[str, float], updates: int) -> str:
    """Milliseconds of CPU for an update, by place, the largest first."""
    places = sorted(profile.items(), key=lambda item: -item[1])
    whole = sum(profile.values())
    lines = [[name, f"{spent / updates * 1000:.2f}", f"{spent / whole:.0%}"] for name, spent in places if spent]
    return table(("where the CPU time goes", "ms an update", "share"), lines)


if __name__ == "__main__":
    main()
