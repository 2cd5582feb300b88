"""What one stranger's flood costs somebody else: `python -m benchmarks.fairness`.

A stranger types so many interviews at once, another person asks for /help once a second, for a while: alone, beside
the flood with the quotas that every bot has, and beside it without any. The bot is the whole one, with its defaults, in
a process of its own; the time runs from an update to its reply.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a file or as a module

from benchmarks.common import Connection, child, machine, percentile, table
from bot import app, logs, quotas
from bot.rehearsal.api import api_app
from bot.rehearsal.serving import serve
from bot.rehearsal.telegram import LocalTelegram, Reply
from bot.settings import Settings
from scheduler.clock import SystemClock

TOKEN = "1000000001:a-token-that-opens-nothing"
ANA, STRANGER = "ana", "stranger"
WARM_UP = 5
EVERY_S = 1.0
LONGEST_WAIT_S, LONGEST_START_S = 120.0, 60.0
ENDLESS = 10**9
ALONE, WITH, WITHOUT = "alone", "beside it, with quotas", "beside it, without"
HEAD = ("/help", "asked", "p50 ms", "p99 ms", "longest ms", "the stranger's taken", "load")


class Target(LocalTelegram):
    """The local Telegram, which tells when Ana was answered and counts what the stranger was."""

    def __init__(self) -> None:
        super().__init__(SystemClock().now, for_load=True)
        self._ana, self._stranger = self.person(ANA).id, self.person(STRANGER).id
        self._answered = asyncio.Event()
        self._taken = 0

    def call(self, token: str, method: str, raw: Mapping[str, Any]) -> Reply:
        """Answer a call; a message that was accepted is a reply."""
        reply = super().call(token, method, raw)
        if method in ("sendMessage", "sendPhoto") and reply.status == 200:
            self._taken += int(raw["chat_id"]) == self._stranger
            if int(raw["chat_id"]) == self._ana:
                self._answered.set()
        return reply

    async def ready(self) -> None:
        """Return once the bot answers, and has loaded whatever it loads at first use."""
        async with asyncio.timeout(LONGEST_START_S):
            while not self.updates.polled:  # noqa: ASYNC110  nothing tells of it
                await asyncio.sleep(0.01)
        for _ in range(WARM_UP):
            await self._help()

    async def beside(self, interviews: int, seconds: float) -> tuple[list[float], int]:
        """How long Ana waited each time, in seconds, beside so many of a stranger; how often that one was answered."""
        for number in range(interviews):
            self.say(STRANGER, f"Interview with Acme{number} Works on Monday at 10:30 for an hour, product designer")
        waits, began = [], time.perf_counter()
        while time.perf_counter() - began < seconds:
            waits.append(await self._help())
            await asyncio.sleep(max(0.0, EVERY_S - waits[-1]))
        return waits, self._taken

    async def _help(self) -> float:
        self._answered.clear()
        began = time.perf_counter()
        self.say(ANA, "/help")
        await asyncio.wait_for(self._answered.wait(), LONGEST_WAIT_S)
        return time.perf_counter() - began


def be_telegram(line: Connection) -> None:
    """Tell the address, then do what `line` asks for: methods of Target by name."""
    asyncio.run(_be_telegram(line))


async def _be_telegram(line: Connection) -> None:
    target = Target()
    serving, _ = await serve(api_app(target))
    line.send(serving.url)
    while True:
        name, *arguments = await asyncio.to_thread(line.recv)
        line.send(await getattr(target, name)(*arguments))


def be_bot(_line: Connection, url: str, folder: str, has_quotas: bool) -> None:
    """The bot that `afterword run` starts."""
    logs.set_up("ERROR")
    values = {"token": TOKEN, "data_dir": folder, "store_url": f"sqlite:///{Path(folder) / 'afterword.db'}"}
    if not has_quotas:
        values["updates_per_minute"] = str(ENDLESS)
        quotas.MOST_OPEN = quotas.MOST_ROWS = quotas.MOST_CHARACTERS = ENDLESS
    built = app.build(Settings.model_validate({**values, "telegram_url": url}), SystemClock())
    asyncio.run(app.run(built, asyncio.Event()))


def row(name: str, interviews: int, seconds: float) -> list[str]:
    """A line of the table, from a bot and a Telegram that are started for it."""
    with (
        tempfile.TemporaryDirectory(prefix="afterword-") as folder,
        child(be_telegram) as telegram,
        child(be_bot, telegram.answer(), folder, name != WITHOUT),
    ):
        telegram.ask("ready")
        waits, taken = telegram.ask("beside", 0 if name == ALONE else interviews, seconds)
    told = (f"{1000 * wait:.0f}" for wait in (percentile(waits, 0.5), percentile(waits, 0.99), max(waits)))
    return [name, str(len(waits)), *told, f"{taken:,}", machine().partition("load ")[2].partition(",")[0]]


def main(words: list[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.fairness", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--interviews", type=int, default=3000, help="what the stranger sends at once (default: 3000)")
    parser.add_argument("--seconds", type=float, default=120, help="how long somebody else asks (default: 120)")
    chosen = parser.parse_args(words)
    print(machine(), end="\n\n")
    print(table(HEAD, [row(name, chosen.interviews, chosen.seconds) for name in (ALONE, WITH, WITHOUT)]))


if __name__ == "__main__":
    main()
