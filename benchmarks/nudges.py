"""Nudges that are all due at one instant, through the whole bot and through others: `python -m benchmarks.nudges`.

Each bot runs in a process of its own against a local Telegram in another, whose
record tells when each message arrived. Afterword is the bot that `afterword run` starts, with a fresh SQLite file (WAL,
synchronous FULL) of people whose interview has just ended; the others (`benchmarks.nudges_bots`) send one text through
python-telegram-bot's `Bot.send_message`. huey and procrastinate are no dependencies of ours: `pip install --target
FOLDER huey procrastinate`, then `--others FOLDER`.

Three parts: how fast and how late; what is lost and doubled when the bot is killed in the middle and started again; and
how soon the first nudge leaves, and in how much memory, when many people wait.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a file or as a module

from benchmarks.common import Child, child, machine, percentile, table
from benchmarks.nudges_bots import AFTERWORD, NUDGERS, PROCRASTINATE, Work, has, store_url
from benchmarks.nudges_processes import Record, Spent, be_nudger, be_telegram, now
from benchmarks.nudges_start import start_rows
from benchmarks.turns import where_the_time_goes

T = TypeVar("T")

LEAD_S = 4.0
"""From the start of a bot to the instant at which all is due; more for each nudge, which has to be stored first."""
LEAD_FOR_EACH_S = 0.006
WARM_S = 1.0
"""A bot has to be ready so long before that instant."""
QUIET_S = 1.0
"""Silence after which a bot is believed to send nothing twice."""
STUCK_S = 60.0
"""Silence after which a bot has finished, whatever is missing: with a thousand sends at once the library's client sends
its first after half a minute."""
HEAD = ("bot", "sent/s", "sent/CPU-s", "late p50 ms", "late p99 ms", "loop stall ms", "missing", "doubled")
KILL_HEAD = ("bot", "nudges", "kills", "lost", "worst run", "doubled", "worst run")
START_HEAD = ("people waiting", "file MB", "first nudge s", "CPU s", "RSS MB")
NO_POSTGRES = "no PostgreSQL"


class NotReadyError(Exception):
    """A bot has taken longer to start and to store its nudges than until they were due."""


@dataclass(slots=True)
class Figures:
    """What was measured of one bot in one round."""

    due: float
    record: Record
    spent: Spent

    @property
    def seconds(self) -> float:
        """From the instant at which all was due to the last message."""
        return self.record.last - self.due

    @property
    def rate(self) -> float:
        """Messages a second of that time."""
        return self.record.sent / self.seconds if self.record.sent else 0.0

    def row(self, name: str) -> list[str]:
        """Its line of the table."""
        if not self.record.sent:
            return [name, "0", "-", "-", "-", f"{self.spent.stall * 1000:.0f}", f"{self.record.lost}", "0"]
        late = [moment - self.due for moment in self.record.first]
        return [
            name,
            f"{self.rate:.0f}",
            f"{self.record.sent / self.spent.cpu:.0f}",
            f"{percentile(late, 0.5) * 1000:.0f}",
            f"{percentile(late, 0.99) * 1000:.0f}",
            f"{self.spent.stall * 1000:.0f}",
            f"{self.record.lost}",
            f"{self.record.doubled}",
        ]


@dataclass(slots=True)
class Bench:
    """One bot, its Telegram, and the folder of its store, which outlive its lives."""

    name: str
    chosen: argparse.Namespace
    telegram: Child
    work: Work

    @property
    def due(self) -> float:
        """The instant at which all is due, in unix seconds."""
        return self.work.due.timestamp()

    @contextmanager
    def life(self, *, first: bool, profiled: bool = False) -> Iterator[Child]:
        """The bot's process, ready for the instant if it is its first life."""
        work = self.work if first else self.work.again()
        with child(be_nudger, self.name, work, self.chosen, profiled) as bot:
            ready = bot.answer()
            if first and ready > self.due - WARM_S:
                raise NotReadyError
            yield bot

    def drained(self) -> Record:
        """What has arrived once everything has, or nothing comes any more."""
        self.telegram.ask("drained", len(self.work.chats), self.due, STUCK_S)
        record: Record = self.telegram.ask("record", QUIET_S)
        return record


@contextmanager
def bench(name: str, chosen: argparse.Namespace, postgres: str, latency: float, patience: int) -> Iterator[Bench]:
    """A fresh Telegram and a fresh store, with everything due a moment from now, the longer the more patience."""
    with (
        tempfile.TemporaryDirectory(prefix="afterword-") as folder,
        child(be_telegram, latency, chosen.pin) as telegram,
    ):
        url = telegram.answer()
        chats = telegram.ask("crowd", chosen.nudges)
        due = now() + timedelta(seconds=patience * (LEAD_S + LEAD_FOR_EACH_S * chosen.nudges))
        work = Work(
            url=url,
            folder=folder,
            postgres=postgres,
            due=due.replace(microsecond=0),
            chats=chats,
            is_first=True,
        )
        yield Bench(name, chosen, telegram, work)


def patiently(trial: Callable[[int], T]) -> T:
    """The first trial in which the bot was ready in time: on a busy machine it may need longer."""
    for patience in (1, 2, 4):
        try:
            return trial(patience)
        except NotReadyError:
            continue
    raise SystemExit("a bot is not ready in time: try fewer nudges, or a machine with less to do")


# How fast, how late


def measure(name: str, chosen: argparse.Namespace, postgres: str, patience: int = 1) -> Figures:
    """One drain without a fault."""
    with bench(name, chosen, postgres, chosen.latency, patience) as each:
        with each.life(first=True, profiled=chosen.profile) as bot:
            bot.ask("begin", each.due)
            record = each.drained()
            spent: Spent = bot.ask("spent", each.due, record.last)
        if name == AFTERWORD:
            refuse_unfinished(each.work.folder, chosen.nudges)
    return Figures(each.due, record, spent)


def refuse_unfinished(folder: str, nudges: int) -> None:
    """Raises AssertionError unless Afterword's store says that all nudges were sent."""
    from sqlmodel import Session

    from storage import outbox
    from storage.store import Store

    store = Store(store_url(folder))
    with Session(store.engine) as session:
        counts = outbox.counts(session)
    store.close()
    assert counts == {"sent": nudges}, f"nudges left over: {counts}"


def rounds(chosen: argparse.Namespace, names: list[str], postgres: str) -> dict[str, Figures]:
    """The middle round of each bot by its rate. They take turns, so that a busy machine slows all of them."""
    measured: dict[str, list[Figures]] = {name: [] for name in names}
    for _ in range(chosen.rounds):
        for name in names:
            measured[name].append(patiently(partial(measure, name, chosen, postgres)))
    return {name: sorted(all_, key=lambda figures: figures.rate)[len(all_) // 2] for name, all_ in measured.items()}


# Killed in the middle


def kill(name: str, chosen: argparse.Namespace, postgres: str, moment: float, patience: int = 1) -> Record:
    """What arrived of a drain in which the bot was killed `moment` seconds after its begin, and started again."""
    with bench(name, chosen, postgres, chosen.kill_latency, patience) as each:
        with each.life(first=True):
            each.telegram.ask("sleep_until", each.due + moment)
        with each.life(first=False):
            return each.drained()


def kill_row(name: str, chosen: argparse.Namespace, postgres: str, seconds: float) -> list[str]:
    """The line of a bot whose drain takes so long if nobody kills it."""
    whole = max(seconds, chosen.nudges * chosen.kill_latency / NUDGERS[name].at_once)
    chance = random.Random(7)
    moments = [chance.random() * whole for _ in range(chosen.kills)]
    records = [patiently(partial(kill, name, chosen, postgres, moment)) for moment in moments]
    lost, doubled = [record.lost for record in records], [record.doubled for record in records]
    nudges = chosen.nudges * chosen.kills
    return [name, *map(str, (nudges, chosen.kills, sum(lost), max(lost), sum(doubled), max(doubled)))]


# All


def lacks(name: str, others: str, postgres: str) -> str | None:
    """Why this bot cannot be measured here."""
    if not has(NUDGERS[name].needs, others):
        return "not installed"
    return NO_POSTGRES if name == PROCRASTINATE and not postgres else None


@contextmanager
def postgres_for(others: str, *, wanted: bool) -> Iterator[str]:
    """The address of a PostgreSQL, for procrastinate; empty where it is not wanted or none can be had."""
    with ExitStack() as stack:
        url = ""
        if wanted and has("procrastinate", others):
            try:
                import pytest

                from tests.postgres import running

                url = stack.enter_context(running())
            except (ImportError, pytest.skip.Exception) as why:
                print(f"{NO_POSTGRES}: {why}")
        yield url


def report(chosen: argparse.Namespace, postgres: str) -> None:
    """Measure every bot that is at hand and print the tables."""
    missing = {name: lacks(name, chosen.others, postgres) for name in NUDGERS if chosen.only in name}
    names = [name for name, reason in missing.items() if reason is None]
    measured = rounds(chosen, names, postgres)
    absent = [[name, reason] for name, reason in missing.items() if reason is not None]
    rows = [figures.row(name) for name, figures in measured.items()]
    print(table(HEAD, [*rows, *([*row, *[""] * (len(HEAD) - 2)] for row in absent)]), end="\n\n", flush=True)
    if chosen.kills:
        killed = [kill_row(name, chosen, postgres, measured[name].seconds) for name in names]
        print(f"killed in the middle and started again; Telegram answers in {chosen.kill_latency} s")
        print(table(KILL_HEAD, [*killed, *([*row, *[""] * (len(KILL_HEAD) - 2)] for row in absent)]), end="\n\n")


def main(words: list[str] | None = None) -> None:
    """Measure and print."""
    chosen = arguments().parse_args(words)
    print(machine())
    print(f"{chosen.nudges} nudges due at one instant, Telegram answers in {chosen.latency} s\n", flush=True)
    if chosen.profile:
        ours = patiently(partial(measure, AFTERWORD, chosen, ""))
        print(table(HEAD, [ours.row(AFTERWORD)]), end="\n\n")
        print(where_the_time_goes(ours.spent.profile, chosen.nudges).replace("ms an update", "  ms a nudge"))
        return
    with postgres_for(chosen.others, wanted=chosen.only in PROCRASTINATE) as postgres:
        report(chosen, postgres)
    if chosen.people:
        sizes = [int(part) for part in chosen.people.split(",")]
        print(table(START_HEAD, list(start_rows(sizes, chosen.rounds))))


def arguments() -> argparse.ArgumentParser:
    """What can be chosen."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.nudges", description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("--nudges", type=int, default=1000, help="how many are due at once (default: 1000)")
    add("--rounds", type=int, default=3, help="how often each bot is measured, in turns (default: 3)")
    add("--latency", type=float, default=0, help="seconds that Telegram takes to answer (default: 0)")
    add("--kills", type=int, default=3, help="how often each bot is killed (default: 3; 0: never)")
    add("--kill-latency", type=float, default=0.02, help="the latency when bots are killed (default: 0.02)")
    add("--people", default="10000,1000000", help="how many wait at a start (default: 10000,1000000; empty: none)")
    add("--others", default="", help="folder in which huey and procrastinate are installed")
    add("--only", default="", help="part of the names of the bots that are measured (default: all)")
    add("--pin", action="store_true", help="one core for the bot alone, the others for Telegram")
    add("--profile", action="store_true", help="Afterword alone, and where its CPU time goes")
    return parser


if __name__ == "__main__":
    main()
