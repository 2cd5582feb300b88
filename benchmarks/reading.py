"""How well and how fast phrases about time are read: `python -m benchmarks.reading [FILE ...] [--rounds N]`.

Without files it reads our own phrases (JSON Lines, as `afterword read` takes them), with Afterword and with every
library of `benchmarks.readers` that can be imported. Each reader first reads all phrases once, unmeasured. Then they
take turns, so that whatever else the machine does slows all alike; the time of a phrase is the median of its rounds.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a file or as a module

from benchmarks.common import machine, percentile, table
from benchmarks.readers import ASK, Answer, Reader, at_hand
from bot.hear.times import read_interview_time, read_place, read_snooze, read_window

OWN = Path(__file__).parents[1] / "tests" / "data" / "phrases_own.jsonl"
KINDS = ("window", "interview_time", "snooze")
LONG = {
    "a chatty letter": "They said they'd let me know by the end of next week, but the boss is away until the 15th. ",
    "digits": "1 2 3 4 5 6 7 8 9 10 11 12 ",
    "dates": "1/2 14.8. 2026-12-14 ",
    "clock times": "10:30 3pm to 4pm ",
    "weekdays": "monday or tuesday ",
    "emoji": "🤞🎉",
    "marks of direction": "\u202e\u200ffri\u200b ",
}


def scores(readers: dict[str, Reader], records: Sequence[dict[str, Any]], rounds: int) -> str:
    """A row for each reader and kind of phrase."""
    answers = {name: [read(record) for record in records] for name, read in readers.items()}
    times = timed(readers, records, rounds)
    rows = []
    for kind in ("", *KINDS):
        of_kind = [index for index, record in enumerate(records) if not kind or record["kind"] == kind]
        ours = speed(times["Afterword"], of_kind) if of_kind else (0.0, 0.0)
        for name in readers if of_kind else ():
            expected = [(answers[name][index], records[index]["expect"]) for index in of_kind]
            its = speed(times[name], of_kind)
            slower = " / ".join(f"{one / mine:.1f}" for one, mine in zip(its, ours, strict=True))
            rows.append(
                [f"{name}, {len(of_kind)} {kind}".rstrip(), *shares(expected), *map("{:.3f}".format, its), slower]
            )
    return table(["", "exact", "wrong", "median ms", "p99 ms", "times ours"], rows)


def timed(readers: dict[str, Reader], records: Sequence[dict[str, Any]], rounds: int) -> dict[str, list[float]]:
    """Seconds for each phrase, by reader."""
    taken: dict[str, list[list[float]]] = {name: [[] for _ in records] for name in readers}
    for _ in range(rounds):
        for name, read in readers.items():
            for record, seen in zip(records, taken[name], strict=True):
                began = time.perf_counter()
                read(record)
                seen.append(time.perf_counter() - began)
    return {name: [median(seen) for seen in all_seen] for name, all_seen in taken.items()}


def speed(times: Sequence[float], chosen: Sequence[int]) -> tuple[float, float]:
    """Median and 99th percentile of the chosen phrases, in milliseconds."""
    several = [1000 * times[index] for index in chosen]
    return median(several), percentile(several, 0.99)


def shares(answers: Sequence[tuple[Answer, Answer]]) -> list[str]:
    """How many are read as expected, and how many wrongly instead of being asked again."""
    exact = sum(answer == expected for answer, expected in answers)
    wrong = sum(answer not in (expected, ASK) for answer, expected in answers)
    return [f"{100 * count / len(answers):.1f} %" for count in (exact, wrong)]


def longest(rounds: int) -> list[list[str]]:
    """The best of several rounds for texts of 4096 characters, in milliseconds."""
    now = datetime(2026, 6, 10, 12, tzinfo=ZoneInfo("Europe/London"))
    rows = []
    for name, text in LONG.items():
        full = (text * 4096)[:4096]
        cells = [
            best(lambda read=read, full=full: read(full, now), rounds) for read in (read_window, read_interview_time)
        ]
        cells += [best(lambda read=read, full=full: read(full, now), rounds) for read in (read_snooze, read_place)]
        rows.append([name, *(f"{1000 * cell:.1f}" for cell in cells)])
    return rows


def best(call: Callable[[], object], rounds: int) -> float:
    found = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        call()
        found = min(found, time.perf_counter() - began)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    print(machine())
    readers, missing = at_hand()
    for file in options.files or [OWN]:
        records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        print(f"\n{file.name}\n{scores(readers, records, options.rounds)}")
    for reason in missing:
        print(f"\nCannot be imported here: {reason}")
    print("\nMilliseconds for 4096 characters")
    print(table(["of", "window", "interview", "reminder", "place"], longest(options.rounds)))


if __name__ == "__main__":
    main()
