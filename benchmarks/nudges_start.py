"""The start of Afterword when many people wait: how soon its first nudge arrives, and in how much memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

from benchmarks.common import child
from benchmarks.nudges_bots import TOKEN, store_people, store_url
from benchmarks.nudges_processes import be_telegram, now, unix
from benchmarks.waiting import END, WAITING, at_follow_up, copy_to_all, make_one
from storage.migrate import migrate
from storage.store import Store

ROOT = Path(__file__).parents[1]
A_DAY = timedelta(days=1)
SETTLED_S = 1.0
LONGEST_START_S = 60.0


def start_rows(sizes: Iterable[int], starts: int) -> Iterator[list[str]]:
    """A line for each store: of its starts, the one in the middle by its time."""
    for people in sizes:
        with tempfile.TemporaryDirectory(prefix="afterword-") as folder:
            path = fill(folder, people)
            figures = sorted(start(folder, people + number) for number in range(1, starts + 1))
            seconds, cpu, megabytes = figures[len(figures) // 2]
            size = path.stat().st_size / 1e6
            yield [f"{people:,}", f"{size:,.1f}", f"{seconds:.2f}", f"{cpu:.2f}", f"{megabytes:.0f}"]


def fill(folder: str, people: int) -> Path:
    """A store in which so many people wait for tomorrow."""
    path = Path(folder) / "afterword.db"
    facts, then = at_follow_up(WAITING, END)
    store = Store(store_url(folder))
    migrate(store.engine)
    make_one(store, facts, max(then, now()) + A_DAY)
    store.close()
    copy_to_all(path, people, max(then, now()) + A_DAY)
    return path


def start(folder: str, person_id: int) -> tuple[float, float, float]:
    """Seconds from the command line of `afterword run` to the first nudge, which has been due; and what it has taken
    a second later, in CPU seconds and MB."""
    with child(be_telegram, 0.0, False) as telegram:
        url = telegram.answer()
        telegram.ask("crowd", 1, person_id)
        due = now().replace(microsecond=0)
        store_people(store_url(folder), [person_id], due)
        given = {"AFTERWORD_TOKEN": TOKEN, "AFTERWORD_DATA_DIR": folder, "AFTERWORD_TELEGRAM_URL": url}
        command = [sys.executable, "-m", "bot", "run"]
        began = unix()
        bot = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **given, "AFTERWORD_LOG_LEVEL": "ERROR"})
        try:
            telegram.ask("drained", 1, began, LONGEST_START_S)
            time.sleep(SETTLED_S)
            cpu, megabytes = cpu_seconds(bot.pid), resident(bot.pid)
            record = telegram.ask("record", 0.0)
        finally:
            bot.kill()
            bot.wait()
    return record.last - began, cpu, megabytes


def cpu_seconds(process_id: int) -> float:
    """What a process has spent; NaN where the system does not tell."""
    stat = Path(f"/proc/{process_id}/stat")
    if not stat.exists():
        return float("nan")
    user, system = stat.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def resident(process_id: int) -> float:
    """The memory of a process in MB; NaN where the system does not tell."""
    status = Path(f"/proc/{process_id}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), float("nan"))
