"""The tables: they hold what the facts hold, refuse what cannot be, and give back what was kept."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_type_hints

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session
from sqlmodel.sql.sqltypes import UTCDateTime

from storage import facts, known, tables
from storage.facts import (
    Appointment,
    Contact,
    ContactKind,
    Event,
    EventType,
    Feed,
    Interview,
    Known,
    Note,
    NoteKind,
    Nudged,
    OpenKind,
    OpenPoint,
    Opportunity,
    Parked,
    Person,
    Promise,
    Week,
)
from storage.store import Store
from tests.any_facts import KATHMANDU, anybody, may_be_none
from tests.conftest import NOON

FACTS = [(facts.Person, tables.PersonRow), (facts.Sketch, tables.SketchRow)] + [
    (fact, row) for _, fact, row in known.COLLECTIONS
]
KEYS = {"person_id", "wake_at"}
"""What a row has besides its fact."""

EARLY, LATE = date(2026, 12, 8), date(2026, 12, 9)
ACME = Opportunity(id=1, employer="Acme")
TALK = Interview(id=2, opportunity_id=1, start=NOON, end=NOON + timedelta(hours=1))
ANA = Known(person=Person(id=1001, name="Ana"), opportunities=(ACME,), interviews=(TALK,))


def table_of(row: type[Any]) -> sa.Table:
    table: sa.Table = row.__table__
    return table


@pytest.mark.parametrize(("fact", "row"), FACTS, ids=lambda kind: kind.__name__)
def test_a_fact_and_its_table_have_the_same_fields(fact: type[Any], row: type[Any]) -> None:
    names = {field.name for field in dataclasses.fields(fact)}

    assert set(table_of(row).columns.keys()) - KEYS == names


@pytest.mark.parametrize(("fact", "row"), FACTS, ids=lambda kind: kind.__name__)
def test_a_column_may_be_empty_where_the_fact_may_say_none_and_nowhere_else(fact: type[Any], row: type[Any]) -> None:
    said = {name: may_be_none(kind) for name, kind in get_type_hints(fact).items()}

    assert {name: column.nullable for name, column in table_of(row).columns.items() if name not in KEYS} == said


ROWS = [row for _, row in FACTS] + [tables.InboxRow, tables.OutboxRow]


@pytest.mark.parametrize("row", ROWS, ids=lambda kind: kind.__name__)
def test_every_moment_is_kept_by_the_type_that_refuses_naive_ones(row: type[Any]) -> None:
    kept = {name for name, column in table_of(row).columns.items() if isinstance(column.type, UTCDateTime)}

    assert kept == {name for name, kind in get_type_hints(row).items() if kind in (datetime, datetime | None)}


async def test_a_naive_moment_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="timezone"):
        await store.run(known.keep, None, replace(ANA, interviews=()), datetime(2026, 12, 1, 9))


async def test_a_moment_comes_back_as_the_same_instant_in_utc(store: Store) -> None:
    there = datetime(2026, 12, 1, 9, 0, 0, 123456, KATHMANDU)
    await store.run(known.keep, None, replace(ANA, interviews=()), there)

    back = await store.run(known.smallest_wake)

    assert back == there
    assert back is not None
    assert back.tzinfo is UTC


# What cannot be is refused by the database itself


def insert(session: Session, row: type[Any], /, **values: object) -> None:
    session.connection().execute(table_of(row).insert(), values)


OUTBOX: dict[str, Any] = {
    "person_id": 1001, "chat_id": 1001, "lane": 0, "method": "sendMessage", "body": "{}", "once": None, "nudge": None,
    "state": "ready", "not_before": NOON, "attempts": 0, "doubts": 0, "created_at": NOON,
}  # fmt: skip
INBOX: dict[str, Any] = {
    "update_id": 1, "person_id": 1001, "received_at": NOON, "body": "{}", "state": "new", "attempts": 0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "check"),
    [
        ({"state": "sent"}, "sent_has_a_moment"),
        ({"sent_at": NOON}, "sent_has_a_moment"),
        ({"state": "sending"}, "sending_has_a_lease"),
        ({"lease_until": NOON}, "sending_has_a_lease"),
        ({"state": "dropped"}, "dropped_has_a_reason"),
        ({"error": "no reason to be here"}, "dropped_has_a_reason"),
        ({"lane": 2}, "known_lane"),
    ],
)
async def test_a_call_that_contradicts_itself_is_refused(store: Store, wrong: dict[str, Any], check: str) -> None:
    with pytest.raises(IntegrityError, match=check):
        await store.run(insert, tables.OutboxRow, **OUTBOX | wrong)


async def test_a_call_in_an_unknown_state_is_refused(store: Store) -> None:
    def spell_it_wrong(session: Session) -> None:
        insert(session, tables.OutboxRow, **OUTBOX)
        session.connection().exec_driver_sql("UPDATE outbox SET state = 'sended'")

    with pytest.raises(IntegrityError, match="outboxstate"):
        await store.run(spell_it_wrong)


async def test_an_update_keeps_its_body_until_it_is_applied(store: Store) -> None:
    with pytest.raises(IntegrityError, match="body_until_done"):
        await store.run(insert, tables.InboxRow, **INBOX | {"body": None})


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ({"interviews": (replace(TALK, end=TALK.start),)}, "end_after_start"),
        ({"interviews": (replace(TALK, window_earliest=LATE, window_latest=EARLY),)}, "window_in_order"),
        ({"opportunities": (replace(ACME, employer=""),)}, "employer_named"),
        ({"sketch": facts.Sketch(id=2)}, "only_one"),
        ({"interviews": (replace(TALK, interest_shown=6),)}, "interest_on_the_scale"),
        ({"notes": (Note(id=3, opportunity_id=1, kind=NoteKind.WELL, text="", at=NOON),)}, "text_not_empty"),
        ({"weeks": (Week(id=3, monday=EARLY, applications=-1),)}, "applications_counted"),
        ({"interviews": (replace(TALK, opportunity_id=7),)}, "(?i)foreign key"),
        ({"opportunities": (ACME, ACME)}, "(?i)unique"),
        (
            {"nudged": tuple(Nudged(id=n, once="hold:1", name="hold", opportunity_id=1, at=NOON) for n in (3, 4))},
            "nudged.person_id, nudged.once|uq_nudged_person_id",
        ),
    ],
)  # fmt: skip
async def test_facts_that_cannot_be_are_refused(store: Store, change: dict[str, Any], check: str) -> None:
    with pytest.raises(IntegrityError, match=check):
        await store.run(known.keep, None, replace(ANA, **change), None)

    assert await store.run(known.recall, 1001) is None


async def test_a_note_of_every_kind_can_be_kept(store: Store) -> None:
    notes = tuple(Note(id=n, opportunity_id=1, kind=kind, text="x", at=NOON) for n, kind in enumerate(NoteKind, 3))
    await store.run(known.keep, None, replace(ANA, notes=notes), None)

    assert await store.run(known.recall, 1001) == replace(ANA, notes=notes)


async def test_one_windows_end_alone_is_fine(store: Store) -> None:
    half = replace(ANA, interviews=(replace(TALK, window_latest=EARLY),))
    await store.run(known.keep, None, half, None)

    assert await store.run(known.recall, 1001) == half


# Recall and keep


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    """A session in memory, for many examples."""
    engine = sa.create_engine("sqlite://")
    sa.event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys = ON"))
    tables.METADATA.create_all(engine)
    with Session(engine) as opened:
        yield opened
    engine.dispose()


OFTEN = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


@OFTEN
@given(person=anybody())
def test_whatever_is_kept_is_recalled(session: Session, person: Known) -> None:
    known.keep(session, None, person, None)

    try:
        assert known.recall(session, 1001) == person
    finally:
        session.rollback()


@OFTEN
@given(before=anybody(), after=anybody())
def test_whatever_it_was_before_what_is_kept_last_is_recalled(session: Session, before: Known, after: Known) -> None:
    known.keep(session, None, before, None)

    known.keep(session, before, after, None)

    try:
        version = before.person.version + 1
        assert known.recall(session, 1001) == replace(after, person=replace(after.person, version=version))
    finally:
        session.rollback()


def test_somebody_who_was_never_here_is_not_known(session: Session) -> None:
    assert known.recall(session, 5) is None


ANOTHER_TALK = replace(TALK, id=8)
FULL = replace(
    ANA,
    interviews=(TALK, ANOTHER_TALK),
    contacts=(Contact(id=3, opportunity_id=1, at=NOON, kind=ContactKind.THANK_YOU),),
    promises=(Promise(id=4, opportunity_id=1, what="references", due=date(2026, 12, 4)),),
    events=(Event(id=5, opportunity_id=1, type=EventType.OFFER, at=NOON),),
    parked=(Parked(id=6, opportunity_id=1, text="Any news?", at=NOON),),
    notes=(Note(id=9, opportunity_id=1, kind=NoteKind.WELL, text="the case study", at=NOON),),
    open_points=(OpenPoint(id=13, kind=OpenKind.WHICH, at=NOON, text="they said no", acts="[]", opportunity_id=1),),
    weeks=(Week(id=10, monday=date(2026, 11, 30), applications=4),),
    appointments=(Appointment(id=11, uid="a@b", start=NOON, end=NOON),),
    feeds=(Feed(id=12, host="feed.example", sealed="…", since=NOON, look_at=NOON),),
    nudged=(Nudged(id=7, once="check_in:2", name="check_in", opportunity_id=1, at=NOON),),
)


def statements(session: Session) -> list[str]:
    """Writes from here on: the first two words and the table."""
    seen: list[str] = []

    def note(statement: str) -> None:
        if not statement.startswith("SELECT"):
            seen.append(" ".join(statement.split()[:3]))

    driver = session.connection().connection.dbapi_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.set_trace_callback(note)
    return seen


@pytest.fixture
def full(session: Session) -> Iterator[Session]:
    """A session in which Ana is known, with one fact of each kind; undone afterwards."""
    known.keep(session, None, FULL, None)
    yield session
    session.rollback()


def test_only_what_differs_is_written(full: Session) -> None:
    seen = statements(full)

    known.keep(full, FULL, replace(FULL, contacts=(), interviews=(replace(TALK, version=2), ANOTHER_TALK)), None)

    assert seen == ["UPDATE person SET", "UPDATE interview SET", "DELETE FROM contact"]


def test_letting_an_opportunity_go_takes_everything_in_it_along(full: Session) -> None:
    assert all(getattr(FULL, name) for name, _, _ in known.COLLECTIONS)

    known.keep(full, FULL, Known(person=FULL.person), None)

    left = known.recall(full, 1001)
    assert left is not None
    assert [getattr(left, name) for name, _, _ in known.COLLECTIONS] == [()] * len(known.COLLECTIONS)


def test_deleting_a_person_leaves_nothing_of_them_behind(full: Session) -> None:
    full.connection().execute(table_of(tables.PersonRow).delete())

    counts = [
        full.connection().execute(sa.select(sa.func.count()).select_from(table_of(row))).scalar() for _, row in FACTS
    ]
    assert counts == [0] * len(FACTS)


def test_one_persons_rows_are_not_another_persons(full: Session) -> None:
    ben = replace(FULL, person=Person(id=1002, name="Ben"))
    known.keep(full, None, ben, None)

    known.keep(full, ben, Known(person=ben.person), None)

    assert known.recall(full, 1001) == FULL


# Whose moment has come


def waiting(session: Session, /, **minutes: int | None) -> None:
    for number, wait in enumerate(minutes.values(), 1):
        known.keep(
            session, None, Known(person=Person(id=number)), None if wait is None else NOON + timedelta(minutes=wait)
        )


async def test_whoever_waits_longest_is_looked_at_first(store: Store) -> None:
    await store.run(waiting, ana=-1, ben=-3, cleo=0, dan=1, eve=None)

    assert [person for person, _ in await store.run(known.due_people, NOON, 10)] == [2, 1, 3]
    assert [person for person, _ in await store.run(known.due_people, NOON, 2)] == [2, 1]
    assert await store.run(known.smallest_wake) == NOON - timedelta(minutes=3)


async def test_nobody_waits_where_nobody_is_to_be_looked_at(store: Store) -> None:
    await store.run(waiting, eve=None)

    assert await store.run(known.smallest_wake) is None
    assert await store.run(known.due_people, NOON, 10) == []


async def test_who_blocked_the_bot_is_not_looked_at_and_stays_known(store: Store) -> None:
    await store.run(known.keep, None, ANA, NOON)

    await store.run(known.block, 1001)

    assert await store.run(known.smallest_wake) is None
    blocked = replace(ANA.person, blocked=True, version=2)
    assert await store.run(known.recall, 1001) == replace(ANA, person=blocked)


async def test_looking_again_later_changes_nothing_else(store: Store) -> None:
    await store.run(known.keep, None, ANA, NOON)

    await store.run(known.look_again, 1001, NOON + timedelta(hours=1))

    assert await store.run(known.smallest_wake) == NOON + timedelta(hours=1)
    assert await store.run(known.recall, 1001) == ANA
