"""How well and how fast phrases about time are read: `python -m benchmarks.reading [FILE ...] [--rounds N]`.

Without files it reads our own phrases (JSON Lines, as `afterword read` takes them). Afterword is measured
beside dateparser, parsedatetime and recognizers-text, where they can be imported; each gets what it needs to know (the
moment, the zone, the order of day and month), and a single date from it counts as a window of one day.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a file or as a module

from benchmarks.common import machine, table
from bot.reading import command, read_interview_time, read_place, read_snooze, read_window
from bot.reading.context import Context, Kind, Order

OWN = Path(__file__).parents[1] / "tests" / "data" / "phrases_own.jsonl"
Answer = dict[str, Any]
Reader = Callable[[dict[str, Any]], Answer]
ASK: Answer = {"ask": True}
LONG = {
    "a chatty letter": "They said they'd let me know by the end of next week, but the boss is away until the 15th. ",
    "digits": "1 2 3 4 5 6 7 8 9 10 11 12 ",
    "dates": "1/2 14.8. 2026-12-14 ",
    "clock times": "10:30 3pm to 4pm ",
    "weekdays": "monday or tuesday ",
    "emoji": "🤞🎉",
    "marks of direction": "\u202e\u200ffri\u200b ",
}


def afterword(record: dict[str, Any]) -> Answer:
    return command.one(record["kind"], record["text"], record["now"], record["tz"], record.get("language", "en"))


def with_dateparser() -> Reader:
    from dateparser import search

    def read(record: dict[str, Any]) -> Answer:
        found = search.search_dates(
            record["text"],
            languages=[record.get("language", "en")],
            settings={
                "RELATIVE_BASE": datetime.fromisoformat(record["now"]),
                "PREFER_DATES_FROM": "future",
                "DATE_ORDER": "MDY" if month_first(record) else "DMY",
            },
        )
        return as_answer(record, found[-1][1] if found else None)

    return read


def with_parsedatetime() -> Reader:
    import parsedatetime

    calendar = parsedatetime.Calendar()

    def read(record: dict[str, Any]) -> Answer:
        found, status = calendar.parseDT(record["text"], sourceTime=datetime.fromisoformat(record["now"]))
        return as_answer(record, found if status else None)

    return read


def with_recognizers() -> Reader:
    from recognizers_date_time import Culture, recognize_datetime

    def read(record: dict[str, Any]) -> Answer:
        found = recognize_datetime(record["text"], Culture.English, reference=datetime.fromisoformat(record["now"]))
        values = [value for one in found for value in (one.resolution or {}).get("values", ())]
        return from_recognizers(record, values[-1] if values else {})

    return read


OTHERS = {"dateparser": with_dateparser, "parsedatetime": with_parsedatetime, "recognizers-text": with_recognizers}


def month_first(record: dict[str, Any]) -> bool:
    moment = datetime.fromisoformat(record["now"]).replace(tzinfo=ZoneInfo(record["tz"]))
    return Context(moment, Kind.WINDOW).order is not Order.DAY_FIRST


def as_answer(record: dict[str, Any], moment: datetime | None) -> Answer:
    """One moment in the form of the phrase files."""
    if moment is None:
        return ASK
    if record["kind"] == "window":
        return {"earliest": str(moment.date()), "latest": str(moment.date())}
    if record["kind"] == "snooze":
        return {"at": f"{moment:%Y-%m-%dT%H:%M}"}
    return {"start": f"{moment:%Y-%m-%dT%H:%M}", "end": None}


def from_recognizers(record: dict[str, Any], value: dict[str, str]) -> Answer:
    """A period has two ends, a moment one value."""
    if record["kind"] == "window" and ("start" in value or "end" in value):
        return {"earliest": value.get("start", "")[:10] or None, "latest": value.get("end", "")[:10] or None}
    try:
        return as_answer(record, datetime.fromisoformat(value["value"]))
    except (KeyError, ValueError):
        return ASK


def readers() -> tuple[dict[str, Reader], list[str]]:
    """Every reader that can be had, and the names of those that cannot."""
    found: dict[str, Reader] = {"Afterword": afterword}
    missing = []
    for name, make in OTHERS.items():
        try:
            found[name] = make()
        except ImportError:
            missing.append(name)
    return found, missing


def score(read: Reader, records: Sequence[dict[str, Any]]) -> list[str]:
    """Share read as expected, share answered wrongly (not asked), and milliseconds for a phrase."""
    exact = wrong = 0
    began = time.perf_counter()
    for record in records:
        answer = read(record)
        exact += answer == record["expect"]
        wrong += answer != record["expect"] and answer != ASK
    each = (time.perf_counter() - began) / max(1, len(records))
    return [f"{100 * exact / len(records):.1f} %", f"{100 * wrong / len(records):.1f} %", f"{1000 * each:.2f}"]


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
    found, missing = readers()
    for file in options.files or [OWN]:
        records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        print(f"\n{file.name}\n{scores(found, records)}")
    if missing:
        print(f"\nCannot be imported here: {', '.join(missing)}")
    print("\nMilliseconds for 4096 characters")
    print(table(["of", "window", "interview", "reminder", "place"], longest(options.rounds)))


def scores(found: dict[str, Reader], records: Iterable[dict[str, Any]]) -> str:
    """A row for each reader and kind."""
    every = list(records)
    rows = []
    for kind in ("window", "interview_time", "snooze"):
        of_kind = [record for record in every if record["kind"] == kind]
        if of_kind:
            rows += [[f"{name}, {len(of_kind)} {kind}", *score(read, of_kind)] for name, read in found.items()]
    return table(["", "exact", "wrong", "ms each"], rows)


if __name__ == "__main__":
    main()
