"""The two processes of `benchmarks.nudges`: the local Telegram that notes arrivals, and a bot that is watched."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from benchmarks.common import Connection
from benchmarks.nudges_bots import NUDGERS, Work
from benchmarks.stopwatch import Stopwatch
from bot.rehearsal.api import api_app
from bot.rehearsal.serving import serve
from bot.rehearsal.state import FIRST_PERSON_ID, Someone
from bot.rehearsal.telegram import LocalTelegram, Reply
from scheduler.clock import SystemClock

ENDLESS = 10**9
TICK_S = 0.001
SAMPLE_S = 0.02


def now() -> datetime:
    """The machine's clock, which all processes share."""
    return SystemClock().now()


def unix() -> float:
    """The same in seconds."""
    return now().timestamp()


def pin(*, bot: bool) -> None:
    """The bot gets one core for itself and Telegram the others, where there are several."""
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        if len(cores) > 1:
            os.sched_setaffinity(0, cores[-1:] if bot else cores[:-1])


# Telegram


@dataclass(frozen=True, slots=True)
class Record:
    """What has arrived."""

    first: list[float]
    """When the first message came to each chat that got one, in unix seconds."""
    last: float
    """When the last first one came."""
    lost: int
    """Chats without a message."""
    doubled: int
    """Messages beyond the first one of a chat."""

    @property
    def sent(self) -> int:
        """Chats with a message."""
        return len(self.first)


class Receiver(LocalTelegram):
    """The local Telegram, and when which chat got a message."""

    def __init__(self, latency: float) -> None:
        super().__init__(now, for_load=True)
        self._first: dict[int, float] = {}
        self._got: Counter[int] = Counter()
        self._heard = 0.0
        if latency:
            self.fault("slow", seconds=latency, times=ENDLESS, method="sendMessage")

    def call(self, token: str, method: str, raw: Mapping[str, Any]) -> Reply:
        """Answer a call; a message that was accepted has arrived."""
        reply = super().call(token, method, raw)
        if method.lower() == "sendmessage" and reply.status == 200:
            chat, self._heard = int(raw["chat_id"]), unix()
            self._first.setdefault(chat, self._heard)
            self._got[chat] += 1
        return reply

    async def crowd(self, count: int, first: int = FIRST_PERSON_ID) -> list[int]:
        """The chats of so many people who have started the bot, numbered from `first` on."""
        for number in range(first, first + count):
            self.chats[number] = Someone(f"person{number}", number, "Ana", started=True)
        return list(self.chats)

    async def sleep_until(self, moment: float) -> None:
        """Return then (unix seconds)."""
        await asyncio.sleep(max(0.0, moment - unix()))

    async def drained(self, count: int, due: float, stuck: float) -> None:
        """Return when so many chats have a message, or none has come for `stuck` seconds since `due`."""
        while len(self._first) < count and unix() - max(due, self._heard) < stuck:  # noqa: ASYNC110  as below
            await asyncio.sleep(0.01)

    async def record(self, quiet: float) -> Record:
        """What has arrived once nothing has for `quiet` seconds."""
        while unix() - self._heard < quiet:  # noqa: ASYNC110  silence cannot be waited for
            await asyncio.sleep(0.02)
        first = list(self._first.values())
        doubled = self._got.total() - len(first)
        return Record(first, max(first, default=0.0), len(self.chats) - len(first), doubled)


def be_telegram(line: Connection, latency: float, pinned: bool) -> None:
    """Tell the address, then do what `line` asks for: methods of Receiver by name."""
    if pinned:
        pin(bot=False)
    asyncio.run(_be_telegram(line, latency))


async def _be_telegram(line: Connection, latency: float) -> None:
    receiver = Receiver(latency)
    serving, _ = await serve(api_app(receiver))
    line.send(serving.url)
    while True:
        name, *arguments = await asyncio.to_thread(line.recv)
        line.send(await getattr(receiver, name)(*arguments))


# A bot


@dataclass(frozen=True, slots=True)
class Spent:
    """What a drain has cost."""

    cpu: float
    """Seconds of the bot's process, both for Python and for what it calls."""
    stall: float
    """The longest time for which the bot's event loop did nothing else, in seconds."""
    profile: dict[str, float]


@dataclass(slots=True)
class Meter:
    """Watches the process it is in: its CPU time from a thread, its event loop from within."""

    samples: list[tuple[float, float]] = field(default_factory=list)
    """Moments (unix seconds), and the CPU seconds spent until then."""
    watch: Stopwatch | None = None
    _longest: float = 0.0

    def sample(self) -> None:
        """Note the CPU time for ever; for a thread of its own."""
        while True:
            self.samples.append((unix(), time.process_time()))
            time.sleep(SAMPLE_S)

    async def tick(self) -> None:
        """Note how long the loop lets a timer of a millisecond wait."""
        before = time.perf_counter()
        while True:
            await asyncio.sleep(TICK_S)
            after = time.perf_counter()
            if after - before > self._longest:
                self._longest = after - before
            before = after

    def begin(self, due: float) -> None:
        """Forget the time until shortly before `due` (unix seconds)."""
        time.sleep(max(0.0, due - 0.1 - unix()))
        self._longest = 0.0
        if self.watch is not None:
            self.watch.take()

    def spent(self, begin: float, end: float) -> Spent:
        """What was spent from the sample before `begin` to the one after `end` (unix seconds)."""
        profile = self.watch.take() if self.watch is not None else {}
        first = max((cpu for moment, cpu in self.samples if moment <= begin), default=0.0)
        last = min((cpu for moment, cpu in self.samples if moment >= end), default=time.process_time())
        return Spent(last - first, self._longest, profile)

    def answer(self, line: Connection) -> None:
        """Do what `line` asks for: methods by name; for a thread of its own."""
        while question := line.recv():
            name, *arguments = question
            line.send(getattr(self, name)(*arguments))


def be_nudger(line: Connection, name: str, work: Work, chosen: argparse.Namespace, profiled: bool) -> None:
    """Run the bot of that name; it tells when it is ready, and a thread beside it what it has spent."""
    if chosen.pin:
        pin(bot=True)
    if chosen.others:
        sys.path.append(chosen.others)  # our own libraries stay what they are
    meter = Meter(watch=Stopwatch() if profiled else None)
    for run in (meter.sample, lambda: meter.answer(line)):
        threading.Thread(target=run, daemon=True).start()
    asyncio.run(_be_nudger(line, name, work, meter))


async def _be_nudger(line: Connection, name: str, work: Work, meter: Meter) -> None:
    ticking = asyncio.create_task(meter.tick())
    await NUDGERS[name].run(work, lambda: line.send(unix()))
    ticking.cancel()
