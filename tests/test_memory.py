"""Those who were here lately are remembered: never as they were before, never as they would have been."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from storage import known
from storage.facts import Contact, ContactKind, Known, Opportunity, Person
from storage.store import Store
from tests.conftest import NOON, postgres_only

ACME = Opportunity(id=1, employer="Acme")
ANA = Known(person=Person(id=1001, name="Ana", serial=3), opportunities=(ACME,))
CONTACTS = tuple(Contact(id=n, opportunity_id=1, at=NOON, kind=ContactKind.FOLLOW_UP) for n in (2, 3))


@pytest.fixture(autouse=True)
async def ana_is_known(store: Store) -> None:
    await store.run(known.keep, None, ANA, None)


@pytest.fixture
async def other(store_url: str) -> AsyncIterator[Store]:
    """The store as another process sees it."""
    opened = Store(store_url)
    yield opened
    opened.close()


async def recall(store: Store) -> Known:
    found = await store.run(known.recall, 1001)
    assert found is not None
    return found


async def rename(store: Store, name: str) -> Known:
    """Ana under another name, as she was known before."""
    before = await recall(store)
    await store.run(known.keep, before, replace(before, person=replace(before.person, name=name)), None)
    return before


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kinds of facts whose rows are read from here on."""
    seen: list[str] = []
    recall_rows = known.Rows.recall

    def note(rows: known.Rows, session: Session, person_id: int) -> tuple[object, ...]:
        seen.append(rows._fact.__name__)
        return recall_rows(rows, session, person_id)

    monkeypatch.setattr(known.Rows, "recall", note)
    return seen


async def test_whoever_was_kept_and_recalled_is_not_read_again(store: Store, read: list[str]) -> None:
    await recall(store)
    await rename(store, "Anna")
    read.clear()

    assert (await recall(store)).person.name == "Anna"
    assert read == []


async def test_the_memory_holds_what_the_store_holds(store: Store) -> None:
    before = await recall(store)
    after = replace(before, contacts=tuple(reversed(CONTACTS)))
    await store.run(known.keep, before, after, NOON)

    remembered = await recall(store)
    store._memory.clear()

    assert repr(remembered) == repr(await recall(store))


async def test_what_was_undone_is_not_remembered(store: Store) -> None:
    def keep_and_fail(session: Session, before: Known) -> None:
        known.keep(session, before, replace(before, contacts=CONTACTS), None)
        raise LookupError("after the write")

    before = await recall(store)
    with pytest.raises(LookupError):
        await store.run(keep_and_fail, before)

    assert await recall(store) == before


async def test_whoever_blocked_the_bot_is_remembered_so(store: Store) -> None:
    await recall(store)
    await store.run(known.block, 1001)

    assert (await recall(store)).person.blocked


async def test_looking_again_later_does_not_bring_back_older_facts(store: Store) -> None:
    await rename(store, "Anna")
    await store.run(known.look_again, 1001, NOON + timedelta(days=1))

    assert (await recall(store)).person.name == "Anna"


async def test_only_so_many_are_remembered(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "MOST_REMEMBERED", 3)
    for number in range(1, 9):
        await store.run(known.keep, None, Known(person=Person(id=number)), None)
        await store.run(known.recall, number)

    assert len(store._memory) == 3
    assert await store.run(known.recall, 1) == Known(person=Person(id=1))


@postgres_only
async def test_what_another_process_kept_is_seen_at_once(store: Store, other: Store) -> None:
    for name in ("Anna", "Hannah", "Joanna"):
        await rename(other, name)
        assert (await recall(store)).person.name == name
        await rename(store, name.upper())
        assert (await recall(other)).person.name == name.upper()


@postgres_only
async def test_who_was_erased_elsewhere_and_came_back_is_somebody_new(store: Store, other: Store) -> None:
    def erase(session: Session) -> None:
        session.connection().execute(sa.text("DELETE FROM person WHERE id = 1001"))

    await recall(store)
    await other.run(erase)
    assert await store.run(known.recall, 1001) is None
    await other.run(known.keep, None, Known(person=Person(id=1001, name="Ana")), None)

    assert (await recall(store)).opportunities == ()


@postgres_only
async def test_two_processes_that_change_the_same_person_lose_nothing(store: Store, other: Store) -> None:
    def count(session: Session) -> None:
        before = known.recall(session, 1001)
        assert before is not None
        known.keep(
            session, before, replace(before, person=replace(before.person, serial=before.person.serial + 1)), None
        )

    await asyncio.gather(*(each.run(count) for each in (store, other) * 25))

    assert (await recall(store)).person.serial == ANA.person.serial + 50
