"""What is looked for in a feed, and whose feed is looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.watching import wanted_of
from bot.words import plain
from storage import known
from storage.facts import Known, Opportunity
from storage.store import Store
from tests.conftest import sqlite_only
from tests.learn.events import fed, planned
from tests.learn.rows import NOW


async def wanted(store: Store, told: Known) -> tuple[str, ...] | None:
    """The employers that are looked for; None: the feed is not looked at."""
    await store.run(known.keep, None, told, None)
    found = await store.run(wanted_of, told.person.id, NOW)
    return None if found is None or found.interest is None else found.interest.employers


@sqlite_only
async def test_the_employers_that_are_pursued_are_looked_for_by_name(store: Store) -> None:
    told = planned()
    let_go = Opportunity(id=31, employer="Globex", closed_at=NOW)
    nameless = Opportunity(id=32, employer=plain("employer.unnamed", "en"))
    told = replace(told, opportunities=(*told.opportunities, let_go, nameless))
    assert await wanted(store, told) == ("Acme",)


@sqlite_only
async def test_whoever_wants_quiet_is_not_looked_at(store: Store) -> None:
    told = planned()
    quiet = replace(told.person, paused=True, paused_until=NOW + timedelta(days=1))
    assert await wanted(store, replace(told, person=quiet)) is None


@sqlite_only
async def test_of_whom_no_waking_hour_is_known_only_the_first_look_is_taken(store: Store) -> None:
    told = planned()
    unplaced = replace(told.person, zone_confirmed=False)
    assert await wanted(store, replace(told, person=unplaced)) is None


@sqlite_only
async def test_the_first_look_is_awaited_by_whoever_sent_the_address(store: Store) -> None:
    told = fed(planned(), seen_at=None)
    unplaced = replace(told.person, zone_confirmed=False)
    assert await wanted(store, replace(told, person=unplaced)) == ("Acme",)
    assert await store.run(wanted_of, 999, NOW) is None
