"""What one wake-up and one turn cost while many people wait: `python -m benchmarks.waiting`.

Each store holds so many people, all in the middle of a real wait: an opportunity, an interview that is over, the
check-in answered, a thank-you sent, some nudges said, an update applied and a message sent; and a moment ahead at which
to look at them again. Then people scattered through it fall due one at a time, and others ask for /status. What is
timed are the functions that the bot runs, through `Store.run`, commit included; sending costs nothing here.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a file or as a module

from benchmarks.common import machine, percentile, table
from bot import nudging, turns
from bot.line import courier
from bot.turn import Incoming, Kind
from scheduler import nudges
from storage import inbox, known, outbox
from storage.facts import Answer, Contact, ContactKind, Interview, Known, Mood, Opportunity, Person
from storage.migrate import migrate
from storage.outbox import Accepted, Claimed, Outgoing
from storage.pacing import Bulk
from storage.statements import cursor_of
from storage.store import Store

END = datetime(2026, 12, 1, 16, tzinfo=UTC)
WAITING = Known(
    person=Person(id=1, name="Ana", zone="Europe/London", zone_confirmed=True, serial=3),
    opportunities=(Opportunity(id=1, employer="Acme", role="product designer", country="GB"),),
    interviews=(
        Interview(
            id=2,
            opportunity_id=1,
            start=END - timedelta(hours=1),
            end=END,
            mood=Mood.GREAT,
            interest_said=Answer.YES,
            window_answer=Answer.YES,
            window_latest=date(2026, 12, 11),
            window_words="by the end of next week",
            channel_answer=Answer.SKIPPED,
            promise_answer=Answer.NO,
        ),
    ),
    contacts=(Contact(id=3, opportunity_id=1, at=END + timedelta(hours=2), kind=ContactKind.THANK_YOU),),
)
WARM_UP = 20
FIRST_COPY = 2
FIRST_UPDATE = 10**9
COURIER_HANDS = 8
BULK = Bulk(COURIER_HANDS, 1000)
SHOWN = 160
"""Characters of a statement."""
FILLING = ("foreign_keys = OFF", "synchronous = OFF", "cache_size = -400000")


# Filling a store


def at_follow_up(facts: Known, now: datetime) -> tuple[Known, datetime]:
    """`facts` with everything said that is due before the follow-up, and the moment at which that is due."""
    while True:
        plan = nudges.due(facts, now)
        if plan is not None and plan.name == "follow_up":
            return facts, now
        if plan is not None:
            facts = nudges.note_said(facts, plan, now)
        following = nudges.next_wake(facts, now)
        assert following is not None, "a follow-up lies ahead"
        now = following


def make_one(store: Store, facts: Known, now: datetime) -> None:
    """One person with `facts`, an update that was applied and a message that was sent."""
    with Session(store.engine) as session:
        known.keep(session, None, facts, now)
        inbox.admit(session, [(facts.person.id, update(1, facts.person.id))], now)
        inbox.finish(session, 1)
        outbox.post(session, [Outgoing(person_id=1, chat_id=1, method="sendMessage", body={}, once="hold:1")], now)
        outbox.sent(session, outbox.claim(session, now, (), 1)[0].id, now, 1)
        session.commit()


def copy_to_all(path: Path, people: int, later: datetime) -> None:
    """Copy every row of that one person for all others, who wait in a mixed order from `later` on, a second apart."""
    with sqlite3.connect(path) as connection:
        for pragma in FILLING:
            connection.execute(f"PRAGMA {pragma}")
        for each in SQLModel.metadata.sorted_tables:
            columns = ", ".join(f'"{column.name}"' for column in each.columns)
            copied = ", ".join(_copied(each, column.name) for column in each.columns)
            connection.execute(
                f"WITH RECURSIVE n(i) AS (SELECT {FIRST_COPY} UNION ALL SELECT i + 1 FROM n WHERE i < :people) "
                f"INSERT INTO {each.name} ({columns}) SELECT {copied} FROM n, {each.name} AS one",
                {"people": people, "later": later.strftime("%Y-%m-%d %H:%M:%S")},
            )
    connection.close()


def _copied(of: sa.Table, column: str) -> str:
    """What stands in this column of a copy: all is alike but the numbers and the moment to wake."""
    if (of.name, column) == ("outbox", "id"):
        return "NULL"
    if column in ("person_id", "chat_id", "update_id") or (of.name, column) == ("person", "id"):
        return "n.i"
    if column == "wake_at":
        # 7919 is a prime: neighbours in the table are no neighbours in time.
        return "strftime('%Y-%m-%d %H:%M:%S.000000', :later, '+' || (n.i * 7919 % :people) || ' seconds')"
    return f'one."{column}"'


def make_due(store: Store, chosen: list[int], now: datetime) -> None:
    """Let them fall due one after the other, a second apart, the first a second after `now`."""
    with Session(store.engine) as session:
        for number, person_id in enumerate(chosen, 1):
            known.look_again(session, person_id, now + timedelta(seconds=number))
        session.commit()


def update(update_id: int, person_id: int) -> dict[str, Any]:
    """A /status as Telegram gives it."""
    sender = {"id": person_id, "is_bot": False, "first_name": "Ana", "language_code": "en"}
    chat = {"id": person_id, "type": "private", "first_name": "Ana"}
    message = {"message_id": update_id, "from": sender, "chat": chat, "date": 0, "text": "/status"}
    return {"update_id": update_id, "message": message}


# Measuring


async def wake_up(store: Store, _person_id: int, now: datetime) -> None:
    """What nudger and courier do when one person's moment has come, but for the call itself: a round, one that finds
    nobody and says when to look again, and the mark."""
    said = await store.run(nudging.say_all_due, now, BULK)
    assert said.looked_at == len(said.claimed) == 1, "one person is due"
    assert not (await store.run(nudging.say_all_due, now, BULK)).looked_at
    await mark(store, said.claimed, now)


async def turn(store: Store, person_id: int, now: datetime) -> None:
    """What the intake, the worker and the courier do with one /status, but for the call itself."""
    update_id = FIRST_UPDATE + person_id
    await store.run(inbox.admit, [(person_id, update(update_id, person_id))], now)
    arrived, _ = await store.run(inbox.next_updates, (), turns.PEOPLE_AT_ONCE)
    incoming = Incoming(kind=Kind.TEXT, person_id=person_id, chat_id=person_id, name="Ana", text="/status")
    done = await store.run(turns.apply, arrived[0], incoming, now, COURIER_HANDS)
    assert len(done.claimed) == 1, "one message is on its way"
    await mark(store, done.claimed, now)


async def mark(store: Store, claimed: Sequence[Claimed], now: datetime) -> None:
    """What the courier does once Telegram has accepted these: it finds nothing else to send."""
    accepted = [Accepted(row.id, now, 1) for row in claimed]
    found, _, _ = await store.run(courier.exchange, accepted, now, busy_chats=(), free=COURIER_HANDS, bulk=BULK)
    assert not found


async def start(store: Store) -> None:
    """What a start asks the store before it does anything."""
    await store.run(outbox.release_all)
    await store.run(inbox.next_updates, (), turns.PEOPLE_AT_ONCE)
    await store.run(known.smallest_wake)


Step = Callable[[Store, int, datetime], Awaitable[None]]
PHASES: tuple[tuple[tuple[str, Step], ...], ...] = (
    # One after the other: whoever asks for /status falls due at once, for all are told the same.
    (("wake-up", wake_up),),
    (("/status turn", turn),),
)
NAMES = tuple(name for phase in PHASES for name, _ in phase)


@dataclass(slots=True)
class Crowd:
    """A store in which so many people wait, and what was measured in it."""

    people: int
    store: Store
    now: datetime
    filled_in: float
    megabytes: float
    asking: list[int]
    start: float = 0.0
    spent: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in NAMES})

    async def round(self, phase: tuple[tuple[str, Step], ...], number: int) -> None:
        """One wake-up or one turn."""
        now = self.now + timedelta(seconds=number + 1)
        for name, step in phase:
            self.spent[name].append(await _timed(step(self.store, self.asking[number], now)))


async def _timed(step: Awaitable[None]) -> float:
    began = time.perf_counter()
    await step
    return time.perf_counter() - began


def gather(folder: Path, people: int, rounds: int) -> Crowd:
    """Fill a store. Those who fall due and those who ask are other people, scattered through all."""
    began = time.perf_counter()
    path = folder / f"{people}.db"
    facts, now = at_follow_up(WAITING, END)
    store = Store(f"sqlite:///{path}")
    migrate(store.engine)
    make_one(store, facts, now + timedelta(days=1))
    copy_to_all(path, people, now + timedelta(days=1))
    chosen = random.Random(people).sample(range(FIRST_COPY, people + 1), 2 * rounds)
    make_due(store, chosen[:rounds], now)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    filled_in = time.perf_counter() - began
    return Crowd(people, store, now, filled_in, path.stat().st_size / 1e6, chosen[rounds:])


async def measure(crowds: list[Crowd], rounds: int) -> None:
    """The rounds, in all stores by turns, so that a machine that is busy for a while slows them alike."""
    for crowd in crowds:
        crowd.start = await _timed(start(crowd.store))
    for phase in PHASES:
        for number in range(rounds):
            for crowd in crowds:
                await crowd.round(phase, number)
    for crowd in crowds:
        crowd.spent = {name: spent[WARM_UP:] for name, spent in crowd.spent.items()}


async def scans(crowd: Crowd, person_id: int) -> list[str]:
    """The statements of a turn and a wake-up that read through a table or an index instead of searching."""
    seen: set[str] = set()
    await crowd.store.run(_trace, seen.add)
    now = crowd.now + timedelta(days=1)
    await turn(crowd.store, person_id, now)
    await crowd.store.run(nudging.say_all_due, now, BULK)
    await crowd.store.run(_trace, None)
    return await crowd.store.run(_explain, sorted(seen))


def _trace(session: Session, note: Callable[[str], None] | None) -> None:
    """Hand over every statement from here on, with its values."""
    driver: Any = session.connection().connection.dbapi_connection
    driver.set_trace_callback(note)


def _explain(session: Session, statements: list[str]) -> list[str]:
    found: dict[str, None] = {}
    for statement in statements:
        if statement.startswith(("SELECT", "INSERT", "UPDATE", "DELETE")):
            plan = cursor_of(session).execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
            through = [row[3] for row in plan if row[3].startswith("SCAN") and row[3][5] not in "C("]
            line = f"{', '.join(through)}: {' '.join(statement.split())[:SHOWN]} …"
            found |= {line: None} if through else {}
    return list(found)


def report(crowds: list[Crowd]) -> str:
    """Both tables: the stores, and what was timed in them."""
    stores = [[f"{c.people:,}", f"{c.megabytes:,.1f}", f"{c.filled_in:.1f}", f"{c.start * 1000:.1f}"] for c in crowds]
    head = ["median / p99 in ms", *(f"{crowd.people:,}" for crowd in crowds), "most : fewest"]
    rows = [[name, *(_figures(crowd.spent[name]) for crowd in crowds), _ratio(crowds, name)] for name in NAMES]
    return f"{table(('people', 'file MB', 'filled in s', 'start ms'), stores)}\n\n{table(head, rows)}"


def _figures(spent: list[float]) -> str:
    return f"{percentile(spent, 0.5) * 1000:.2f} / {percentile(spent, 0.99) * 1000:.2f}"


def _ratio(crowds: list[Crowd], name: str) -> str:
    return f"{percentile(crowds[-1].spent[name], 0.5) / percentile(crowds[0].spent[name], 0.5):.2f}"


async def run(people: list[int], rounds: int) -> None:
    """Fill, measure, print."""
    print(f"{machine()}; {rounds} rounds in each store, {WARM_UP} more before that do not count")
    rounds += WARM_UP
    with tempfile.TemporaryDirectory(prefix="afterword-") as folder:
        crowds = [gather(Path(folder), each, rounds + 1) for each in sorted(people)]
        try:
            await measure(crowds, rounds)
            through = await scans(crowds[-1], crowds[-1].asking[-1])
        finally:
            for crowd in crowds:
                crowd.store.close()
    print(report(crowds))
    print("\nStatements that read through a table or an index:", *(through or ["none"]), sep="\n  ")


def main(words: list[str] | None = None) -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.waiting", description=(__doc__ or "").partition("\n")[0]
    )
    sizes = "1000,100000,1000000"
    parser.add_argument("--people", default=sizes, help=f"how many wait in each store (default: {sizes})")
    parser.add_argument("--rounds", type=int, default=300, help="wake-ups and turns in each store (default: 300)")
    chosen = parser.parse_args(words)
    asyncio.run(run([int(part) for part in chosen.people.split(",")], chosen.rounds))


if __name__ == "__main__":
    main()
