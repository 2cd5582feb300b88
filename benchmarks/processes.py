"""What more processes carry on one PostgreSQL, beside one on SQLite: `python -m benchmarks.processes`.

The first process fetches the updates, the others work beside it, as `afterword run` does with AFTERWORD_WORKER. All
wait at once: first `--updates` texts of `--chats` people (those of `benchmarks.turns`), then as many people with a
nudge that is due. The PostgreSQL is the one that AFTERWORD_TEST_POSTGRES names, or the one that the tests bring along,
with fsync on; it runs on the same machine, and so does the local Telegram: what they take is missing for the bots.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a file or as a module

from benchmarks import nudges_processes, turns
from benchmarks.common import Child, Connection, child, machine, of_children, table
from benchmarks.nudges_bots import store_people, store_url

HEAD = ("store", "processes", "turns/s", "CPU ms a turn", "missing", "nudges/s", "CPU ms a nudge", "lost")
SOON = timedelta(seconds=4)
"""From the start of the bots until the nudges are due."""
STUCK_S, READY_S = 20.0, 4.0


def be_bot(line: Connection, url: str, store: str, folder: str, worker: bool) -> None:
    """Run one process of Afterword; a thread beside it tells its CPU time to whoever asks."""
    from bot import app, logs
    from bot.settings import Settings
    from scheduler.clock import SystemClock

    def tell() -> None:
        while line.recv():
            line.send(time.process_time() + of_children())

    logs.set_up("ERROR")
    threading.Thread(target=tell, daemon=True).start()
    values: dict[str, Any] = {"token": turns.TOKEN, "data_dir": folder, "store_url": store, "telegram_url": url}
    values |= {"listener": "rules", "worker": worker}
    for name in ("nudges_per_second", "sends_in_flight"):
        values[name] = next(limit.le for limit in Settings.model_fields[name].metadata if hasattr(limit, "le"))
    built = app.build(Settings.model_validate(values), SystemClock())
    line.send("ready")
    asyncio.run(app.run(built, asyncio.Event()))


@contextmanager
def bots(url: str, store: str, folder: str, count: int) -> Iterator[Sequence[Child]]:
    """So many processes on one store."""
    with ExitStack() as stack:
        started: list[Child] = []
        for number in range(count):
            started.append(stack.enter_context(child(be_bot, url, store, folder, number > 0)))
            started[-1].answer()
        yield started


def cpu(started: Sequence[Child]) -> float:
    """What they have spent, in seconds."""
    return sum(one.ask("cpu") for one in started)


def turns_of(store: str, folder: str, count: int, chosen: argparse.Namespace) -> list[str]:
    """The columns about turns."""
    with ExitStack() as stack:
        telegram = stack.enter_context(child(turns.be_telegram, chosen.chats, 0.0))
        started = stack.enter_context(bots(telegram.answer(), store, folder, count))
        telegram.ask("ready")
        telegram.ask("load", turns.WARM_UP, None, 1.0)
        before = cpu(started)
        load: turns.Load = telegram.ask("load", chosen.updates, None, 1.0)
        spent = cpu(started) - before
    return [f"{chosen.updates / load.seconds:.0f}", f"{spent / chosen.updates * 1000:.2f}", str(load.missing)]


def nudges_of(store: str, folder: str, count: int, chosen: argparse.Namespace) -> list[str]:
    """The columns about nudges: people who are asked how their talk went."""
    with child(nudges_processes.be_telegram, 0.0, False) as telegram:
        url = telegram.answer()
        chats = telegram.ask("crowd", chosen.updates)
        due = (nudges_processes.now() + count * READY_S * timedelta(seconds=1) + SOON).replace(microsecond=0)
        store_people(store, chats, due)
        with bots(url, store, folder, count) as started:
            telegram.ask("sleep_until", due.timestamp() - 0.2)
            before = cpu(started)
            telegram.ask("drained", len(chats), due.timestamp(), STUCK_S)
            spent = cpu(started) - before
            record: nudges_processes.Record = telegram.ask("record", 1.0)
    seconds = record.last - due.timestamp()
    return [f"{record.sent / seconds:.0f}", f"{spent / max(1, record.sent) * 1000:.2f}", str(record.lost)]


def rows(chosen: argparse.Namespace) -> Iterator[list[str]]:
    """A line for SQLite, and one for each number of processes on PostgreSQL."""
    with tempfile.TemporaryDirectory(prefix="afterword-") as folder:
        one, other = Path(folder) / "turns", Path(folder) / "nudges"
        one.mkdir()
        other.mkdir()
        sqlite = turns_of(store_url(str(one)), str(one), 1, chosen)
        yield ["SQLite", "1", *sqlite, *nudges_of(store_url(str(other)), str(other), 1, chosen)]
    from tests import postgres

    with postgres.running(durable=True) as url, tempfile.TemporaryDirectory(prefix="afterword-") as folder:
        postgres.prepare(url)
        for count in (int(number) for number in chosen.processes.split(",")):
            postgres.empty(url)
            measured = turns_of(url, folder, count, chosen)
            postgres.empty(url)
            yield ["PostgreSQL", str(count), *measured, *nudges_of(url, folder, count, chosen)]


def main(words: list[str] | None = None) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.processes", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--updates", type=int, default=2000, help="updates, and nudges, that wait (default: 2000)")
    parser.add_argument("--chats", type=int, default=500, help="people who write in turn (default: 500)")
    parser.add_argument("--processes", default="1,2,4", help="how many on PostgreSQL (default: 1,2,4)")
    chosen = parser.parse_args(words)
    print(machine(), end="\n\n")
    print(table(HEAD, list(rows(chosen))))


if __name__ == "__main__":
    main()
