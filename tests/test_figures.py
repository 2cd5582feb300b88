"""Figures for whoever runs the bot: right on both stores, and read from the few rows that they are about."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from storage import asked, figures, inbox, known, outbox
from storage.facts import Known, Person
from storage.figures import OnTheirWay, Waiting
from storage.migrate import migrate
from storage.statements import Statement
from storage.store import Store
from tests.commands import afterword
from tests.conftest import NOON, sqlite_only
from tests.wired import ANA, BEN, CLEO, message

SECOND = timedelta(seconds=1)


async def take_in(store: Store, *numbers: int) -> None:
    """Updates of one person each, a second apart."""
    for number in numbers:
        await store.run(inbox.admit, [(number, {"update_id": number})], NOON + number * SECOND)


async def fail(store: Store, number: int, kind: str, times: int = 1) -> None:
    for _ in range(times):
        await store.run(inbox.failed, number, kind)


async def test_of_the_updates_those_that_wait_are_counted(store: Store) -> None:
    await take_in(store, 1, 2, 3)
    await store.run(inbox.finish, 1)
    await fail(store, 3, "ValueError")

    assert await store.run(figures.updates_waiting) == Waiting(2, 1, NOON + 2 * SECOND)


async def test_updates_set_aside_are_counted_by_the_kind_of_their_error(store: Store) -> None:
    await take_in(store, 1, 2, 3, 4)
    for number, kind in ((1, "KeyError"), (2, "ValueError"), (3, "ValueError")):
        await fail(store, number, kind, inbox.MOST_ATTEMPTS)

    assert await store.run(figures.updates_set_aside) == {"ValueError": 2, "KeyError": 1}


async def test_of_the_messages_those_are_told_apart_that_wait_are_held_up_and_are_being_sent(store: Store) -> None:
    await store.run(outbox.post, [message("a", ANA), message("b", BEN), message("c", CLEO)], NOON)
    one, other = await store.run(outbox.claim, NOON, (), 2)
    await store.run(outbox.put_back, other.id, NOON + 60 * SECOND, counts=True)

    assert await store.run(figures.messages_on_their_way, NOON) == OnTheirWay(Waiting(1, 1, NOON), held_up=1, sending=1)
    await store.run(outbox.sent, one.id, NOON, 7)
    assert (await store.run(figures.messages_on_their_way, NOON)).sending == 0


async def test_messages_that_were_given_up_are_counted_by_reason(store: Store) -> None:
    await store.run(outbox.post, [message("a", chat) for chat in (ANA, BEN, CLEO)], NOON)
    for row, reason in zip(
        await store.run(outbox.claim, NOON, (), 3), ("Forbidden", "too late", "Forbidden"), strict=True
    ):
        await store.run(outbox.dropped, row.id, reason)

    assert await store.run(figures.messages_dropped) == {"Forbidden": 2, "too late": 1}


async def test_people_whose_moment_has_come_are_counted_with_the_longest_wait(store: Store) -> None:
    for number, late in ((ANA, 60), (BEN, 5), (CLEO, -5)):
        await store.run(known.keep, None, Known(person=Person(id=number, name="x")), NOON - late * SECOND)

    assert await store.run(figures.people_due, NOON) == Waiting(2, 0, NOON - 60 * SECOND)


async def test_where_there_is_nothing_nothing_is_counted(store: Store) -> None:
    assert await store.run(figures.updates_waiting) == Waiting(0, 0, None)
    assert await store.run(figures.updates_set_aside) == {}
    assert await store.run(figures.messages_on_their_way, NOON) == OnTheirWay(Waiting(0, 0, None), 0, 0)
    assert await store.run(figures.messages_dropped) == {}
    assert await store.run(figures.people_due, NOON) == Waiting(0, 0, None)


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (figures._NEW, "ix_inbox_new"),
        (figures._READY, "ix_outbox_"),
        (figures._SENDING, "ix_outbox_sending"),
        (figures._DUE, "ix_person_wake_at"),
        (inbox._ANY_NEW, "ix_inbox_new"),
        (figures._HEARD, "ix_inbox_heard"),
        (figures._ASKED, "ix_question_asked_at"),
        (asked._SPENT, "ix_question_spent"),
    ],
)
@sqlite_only
async def test_what_is_done_with_is_not_read(store: Store, statement: Statement, index: str) -> None:
    def plan(session: Session) -> list[str]:
        """As the driver is given it, with its values apart: SQLite must not need them to choose the index."""
        compiled, cursor = statement._prepare(session)
        cursor.execute(f"EXPLAIN QUERY PLAN {compiled.sql}", [None] * compiled.sql.count("?"))
        return [row[3] for row in cursor.fetchall() if row[3].startswith(("SCAN", "SEARCH"))]

    found = await store.run(plan)

    assert found != []
    assert [line for line in found if index not in line] == []


# What an operator sees of them


async def test_check_shows_what_is_kept_tried_again_and_given_up(store: Store, store_url: str, tmp_path: Path) -> None:
    await take_in(store, 1, 2, 3)
    await fail(store, 1, "ValueError", inbox.MOST_ATTEMPTS)
    await fail(store, 2, "KeyError")
    await store.run(outbox.post, [message("a canary", ANA), message("b", BEN)], NOON)
    (row,) = await store.run(outbox.claim, NOON, (), 1)
    await store.run(outbox.dropped, row.id, "Forbidden")
    await store.run(known.keep, None, Known(person=Person(id=ANA, name="Canary")), NOON - timedelta(days=9999))

    done = afterword("check", folder=tmp_path, store_url=store_url)

    told = dict(line.split(": ", 1) for line in done.stdout.splitlines() if ": " in line)
    assert done.returncode == 0, done.stdout
    assert told["updates waiting"].startswith("2")
    assert told["updates waiting"].endswith("tried before: 1")
    assert told["updates set aside"] == "1 (ValueError 1)"
    assert told["messages dropped"] == "1 (Forbidden 1)"
    assert "being sent: 0" in told["messages ready"]
    assert told["people due"].startswith("1, the oldest for ")
    assert told["people due"].endswith(" days")
    assert "canary" not in done.stdout.casefold()


def test_check_in_a_running_store_waits_for_nobody(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'afterword.db'}"
    assert afterword("check", folder=tmp_path, store_url=url).returncode == 0
    store = Store(url)
    migrate(store.engine)
    with sqlite3.connect(tmp_path / "afterword.db", isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        done = afterword("check", folder=tmp_path, store_url=url)
    writer.close()
    store.close()

    assert done.returncode == 0, done.stdout
    assert "updates waiting: 0" in done.stdout
