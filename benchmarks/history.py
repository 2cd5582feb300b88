"""What a turn costs somebody with a long history: `python -m benchmarks.history`.

People who have told of so many interviews write to the bot: of all but one the employer has said no and was let go of,
or all wait still. Each is looked at once and then says every text once, to the functions that the bot runs, through
`Store.run`, commit included; sending costs nothing here. The time is that of the processor, the median of `--rounds`.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a file or as a module

from benchmarks.common import machine, percentile, table
from bot import turns
from bot.turn import Incoming, Kind
from scheduler import nudges
from storage import inbox, known
from storage.facts import (
    Contact,
    ContactKind,
    Direction,
    Event,
    EventType,
    Interview,
    Known,
    Note,
    NoteKind,
    Nudged,
    Opportunity,
    Person,
)
from storage.inbox import Arrived
from storage.migrate import migrate
from storage.store import Store

NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
TEXTS = ("thanks, that helps", "they said by Friday", "/status", "Interview with Globex on Monday at 10:30")
A_DAY, AN_HOUR = timedelta(days=1), timedelta(hours=1)
LONG = 19
CLOSED, OPEN = (1, 10, 100, 1000), (1, 10, 100)


def history(person_id: int, interviews: int, *, closed: bool) -> Known:
    """Somebody with so many interviews behind them, of which all but the last are over and done with, or none is."""
    rows: dict[str, list[Any]] = {name: [] for name in ("opportunities", "interviews", "contacts", "events", "notes")}
    rows["nudged"] = []
    for at in range(interviews):
        first, is_closed = 10 * at, closed and at < interviews - 1
        end = NOW - (20 + 2 * (interviews - at) if is_closed else 5) * A_DAY
        for name, row in _rows(first, f"Acme{at} Works", end, is_closed=is_closed):
            rows[name].append(row)
    person = Person(id=person_id, name="Ana", zone="Europe/London", zone_confirmed=True, serial=10 * interviews)
    return Known(person=person, **{name: tuple(made) for name, made in rows.items()})


def _rows(first: int, employer: str, end: datetime, *, is_closed: bool) -> Iterator[tuple[str, Any]]:
    """What is known of one of them, numbered from `first` on; it ended at `end`."""
    closed_at = end + 10 * A_DAY if is_closed else None
    yield "opportunities", Opportunity(id=first, employer=employer, role="designer", closed_at=closed_at)
    talk = Interview(id=first + 1, opportunity_id=first, start=end - AN_HOUR, end=end, interviewers=("Marta",))
    yield "interviews", talk
    thanks = Contact(
        id=first + 2, opportunity_id=first, at=end + AN_HOUR, kind=ContactKind.THANK_YOU, direction=Direction.OUT
    )
    yield "contacts", thanks
    if is_closed:
        yield "events", Event(id=first + 3, opportunity_id=first, type=EventType.REJECTED, at=end + 9 * A_DAY)
    yield "notes", Note(id=first + 4, opportunity_id=first, kind=NoteKind.DETAIL, text="their roadmap", at=end)
    for more, name in enumerate(("check_in", "thank_you"), 5):
        once = f"{name}:{first + 1}:0"
        yield "nudged", Nudged(id=first + more, once=once, name=name, opportunity_id=first, at=end + more * AN_HOUR)


class Measured:
    """Seconds of CPU by what they were spent on."""

    def __init__(self) -> None:
        self.spent: dict[str, list[float]] = {}

    def note(self, what: str, began: float) -> None:
        """It took from `began` until now."""
        self.spent.setdefault(what, []).append(time.process_time() - began)

    def row(self, label: str) -> list[str]:
        """Its line of the table, in milliseconds."""
        return [label, *(f"{percentile(spent, 0.5) * 1000:.1f}" for spent in self.spent.values())]


async def measure(store: Store, people: range, interviews: int, *, closed: bool) -> Measured:
    """Let these people, who are new to the store, be looked at and say every text."""
    measured = Measured()
    for person_id in people:
        somebody = history(person_id, interviews, closed=closed)
        await store.run(known.keep, None, somebody, None)
        began = time.process_time()
        nudges.next_wake(somebody, NOW)
        measured.note("next wake-up", began)
        for number, text in enumerate(TEXTS):
            await _say(store, person_id, number, text, measured)
    return measured


async def _say(store: Store, person_id: int, number: int, text: str, measured: Measured) -> None:
    raw = {"update_id": person_id * 10 + number}
    await store.run(inbox.admit, [(person_id, raw)], NOW)
    arrived = Arrived(raw["update_id"], person_id, raw)
    incoming = Incoming(kind=Kind.TEXT, person_id=person_id, chat_id=person_id, name="Ana", text=text)
    began = time.process_time()
    await store.run(turns.apply, arrived, incoming, NOW + number * timedelta(minutes=1))
    measured.note(text if len(text) < LONG else f"{text[:16]}…", began)


async def run(rounds: int) -> None:
    """Measure both kinds of history and print the curve."""
    with tempfile.TemporaryDirectory(prefix="afterword-") as folder:
        url = f"sqlite:///{Path(folder) / 'afterword.db'}"
        store = Store(url)
        migrate(store.engine)
        await measure(store, range(1, 4), 1, closed=True)  # what a process loads at first use is there
        rows, first = [], 100
        for closed, numbers in ((True, CLOSED), (False, OPEN)):
            for interviews in numbers:
                people = range(first, first + rounds)
                measured = await measure(store, people, interviews, closed=closed)
                rows.append(measured.row(f"{interviews:,} {'closed but one' if closed else 'that wait'}"))
                first += rounds
        store.close()
    print(table(("interviews; CPU ms of", *measured.spent), rows))


def main(words: list[str] | None = None) -> None:
    """Print the curve."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.history", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--rounds", type=int, default=5, help="people of each kind (default: 5)")
    chosen = parser.parse_args(words)
    print(machine(), end="\n\n")
    asyncio.run(run(chosen.rounds))


if __name__ == "__main__":
    main()
