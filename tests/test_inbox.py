"""The inbox: every update once, each Person's in order, nobody starved by anybody, and no update in the way."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import Session

from storage import inbox
from storage.store import Store
from tests.conftest import NOON

ANA, BEN, CLEO = 1001, 1002, 1003


def raw(update_id: int, text: str = "hello") -> dict[str, Any]:
    return {"update_id": update_id, "message": {"text": text}}


async def arrive(store: Store, *updates: tuple[int, int]) -> int:
    """Admit updates given as (person, number); how many were new."""
    return await store.run(inbox.admit, [(person, raw(number)) for person, number in updates], NOON)


async def waiting(store: Store, busy: tuple[int, ...] = (), limit: int = 10) -> list[tuple[int, int]]:
    """What would be applied next, as (person, number)."""
    return [(update.person_id, update.update_id) for update in (await store.run(inbox.next_updates, busy, limit))[0]]


async def applied_in_turn(store: Store, limit: int) -> list[int]:
    """Apply everything, `limit` at a time; the numbers in the order in which that happened."""
    order = []
    while batch := (await store.run(inbox.next_updates, (), limit))[0]:
        for update in batch:
            assert await store.run(inbox.finish, update.update_id)
            order.append(update.update_id)
    return order


async def test_an_update_comes_out_as_it_went_in(store: Store) -> None:
    odd = {"update_id": 7, "message": {"text": "naïve 🙂 \\u0000 \x1b", "n": [1, None, 2.5]}}

    await store.run(inbox.admit, [(ANA, odd)], NOON)

    assert [update.raw for update in (await store.run(inbox.next_updates, (), 1))[0]] == [odd]


async def test_letters_that_no_store_can_hold_are_replaced_one_by_one(store: Store) -> None:
    odd = {"update_id": 7, "message": {"text": "a\x00b \ud83d 🙂 \udc00", "entities": [{"url": "\x00", "offset": 2}]}}

    await store.run(inbox.admit, [(ANA, odd)], NOON)

    ((update,), _) = await store.run(inbox.next_updates, (), 1)
    assert update.raw["message"] == {"text": "a�b � 🙂 �", "entities": [{"url": "�", "offset": 2}]}


async def test_an_update_that_is_here_already_changes_nothing(store: Store) -> None:
    assert await arrive(store, (ANA, 1), (ANA, 2)) == 2

    assert await store.run(inbox.admit, [(ANA, raw(2, "another text")), (ANA, raw(3))], NOON) == 1

    assert await store.run(inbox.counts) == {"new": 3}
    await store.run(inbox.finish, 1)
    assert [update.raw for update in (await store.run(inbox.next_updates, (), 1))[0]] == [raw(2)]


async def test_an_update_that_comes_twice_in_one_batch_is_kept_once(store: Store) -> None:
    assert await arrive(store, (ANA, 1), (ANA, 1)) == 1


@pytest.mark.parametrize("end", [inbox.finish, lambda session, number: inbox.failed(session, number, "ValueError")])
async def test_an_update_that_is_done_with_is_not_taken_in_again(store: Store, end: Any) -> None:
    await arrive(store, (ANA, 1))
    for _ in range(inbox.MOST_ATTEMPTS):
        await store.run(end, 1)

    assert await arrive(store, (ANA, 1)) == 0
    assert await waiting(store) == []


async def test_only_the_first_update_of_each_person_waits_at_the_door(store: Store) -> None:
    await arrive(store, (ANA, 1), (ANA, 2), (BEN, 3), (ANA, 4), (BEN, 5))

    assert await waiting(store) == [(ANA, 1), (BEN, 3)]


async def test_a_persons_updates_come_in_order_even_if_they_arrived_in_disorder(store: Store) -> None:
    await arrive(store, (ANA, 5), (ANA, 3))
    await arrive(store, (ANA, 4))

    assert await applied_in_turn(store, limit=10) == [3, 4, 5]


async def test_who_is_busy_is_passed_over(store: Store) -> None:
    await arrive(store, (ANA, 1), (BEN, 2), (CLEO, 3))

    assert await waiting(store, busy=(ANA, CLEO)) == [(BEN, 2)]


async def test_somebody_who_floods_does_not_keep_anybody_waiting(store: Store) -> None:
    await arrive(store, *((ANA, number) for number in range(1, 50)), (BEN, 50), (CLEO, 51))

    order = await applied_in_turn(store, limit=3)

    assert order[:3] == [1, 50, 51]


async def test_with_too_few_hands_for_all_the_one_who_waits_longest_is_served_first(store: Store) -> None:
    await arrive(store, (CLEO, 1), (BEN, 2), (ANA, 3), (ANA, 4), (ANA, 5))

    assert await applied_in_turn(store, limit=1) == [1, 2, 3, 4, 5]


async def test_an_update_is_applied_once(store: Store) -> None:
    await arrive(store, (ANA, 1))

    assert await store.run(inbox.finish, 1) is True
    assert await store.run(inbox.finish, 1) is False
    assert await store.run(inbox.is_empty)


async def test_what_somebody_wrote_is_forgotten_once_it_is_applied(store: Store) -> None:
    await store.run(inbox.admit, [(ANA, raw(1, "canary"))], NOON)

    await store.run(inbox.finish, 1)

    def bodies(session: Session) -> list[object]:
        return list(session.connection().exec_driver_sql("SELECT body FROM inbox").scalars())

    assert await store.run(bodies) == [None]


async def test_after_three_tries_an_update_is_set_aside_and_the_next_one_is_served(store: Store) -> None:
    await arrive(store, (ANA, 1), (ANA, 2))

    tries = [await store.run(inbox.failed, 1, "ValueError") for _ in range(3)]

    assert tries == [False, False, True]
    assert await waiting(store) == [(ANA, 2)]
    assert await store.run(inbox.counts) == {"aside": 1, "new": 1}


async def test_an_update_keeps_its_place_while_it_is_tried_again(store: Store) -> None:
    await arrive(store, (ANA, 1), (ANA, 2))

    await store.run(inbox.failed, 1, "ValueError")

    assert await waiting(store) == [(ANA, 1)]


async def test_what_is_set_aside_is_kept_whole_with_the_kind_of_its_error(store: Store) -> None:
    await arrive(store, (ANA, 1))
    for _ in range(3):
        await store.run(inbox.failed, 1, "ValueError")

    def row(session: Session) -> tuple[Any, ...]:
        return tuple(session.connection().exec_driver_sql("SELECT body, attempts, error FROM inbox").one())

    assert await store.run(row) == ('{"update_id": 1, "message": {"text": "hello"}}', 3, "ValueError")


async def test_a_failure_told_after_the_update_was_applied_is_none(store: Store) -> None:
    await arrive(store, (ANA, 1))
    await store.run(inbox.finish, 1)

    assert await store.run(inbox.failed, 1, "ValueError") is False
    assert await store.run(inbox.counts) == {"done": 1}
