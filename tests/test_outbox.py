"""The outbox: replies first, one call a chat at a time, none lost with its courier, none sent twice by two of them."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from storage import inbox, known, outbox
from storage.outbox import LEASE, NUDGE, REPLY, Claimed, Outgoing
from storage.store import Store
from tests.conftest import NOON, sqlite_only

ANA, BEN, CLEO = 1001, 1002, 1003
SECOND = timedelta(seconds=1)


def message(text: str, chat: int = ANA, lane: int = REPLY, **more: Any) -> Outgoing:
    return Outgoing(person_id=chat, chat_id=chat, method="sendMessage", body={"text": text}, lane=lane, **more)


async def post(store: Store, *messages: Outgoing, now: datetime = NOON) -> None:
    await store.run(outbox.post, messages, now)


async def claim(store: Store, now: datetime = NOON, busy: tuple[int, ...] = (), limit: int = 10) -> list[Claimed]:
    return await store.run(outbox.claim, now, busy, limit)


async def one(store: Store, now: datetime = NOON) -> Claimed:
    """The one row that can be taken now."""
    (row,) = await claim(store, now)
    return row


async def sent_in_turn(store: Store, now: datetime = NOON, limit: int = 10) -> list[str]:
    """Send everything that can be sent at `now`; the texts in the order in which that happened."""
    order = []
    while rows := await claim(store, now, limit=limit):
        for row in rows:
            await store.run(outbox.sent, row.id, now, 1)
            order.append(row.body["text"])
    return order


async def counts(store: Store) -> dict[str, int]:
    return await store.run(outbox.counts)


# What is taken, and in which order


async def test_a_chats_messages_go_in_the_order_in_which_they_were_posted(store: Store) -> None:
    await post(store, message("one"), message("two"))
    await post(store, message("three"))

    assert await sent_in_turn(store) == ["one", "two", "three"]


async def test_replies_go_before_nudges_in_one_chat_and_across_all(store: Store) -> None:
    await post(store, message("nudge ana", ANA, NUDGE), message("nudge ben", BEN, NUDGE))
    await post(store, message("reply cleo", CLEO), message("reply ana", ANA))

    assert await sent_in_turn(store, limit=1) == ["reply cleo", "reply ana", "nudge ana", "nudge ben"]


async def test_a_chat_is_served_one_call_at_a_time(store: Store) -> None:
    await post(store, message("one"), message("two"), message("one for ben", BEN))

    assert [row.body["text"] for row in await claim(store)] == ["one", "one for ben"]
    assert await claim(store) == []


async def test_a_reply_waits_for_the_nudge_that_is_being_sent(store: Store) -> None:
    await post(store, message("nudge", lane=NUDGE))
    nudge = await one(store)
    await post(store, message("reply"))

    assert await claim(store) == []
    await store.run(outbox.sent, nudge.id, NOON, 1)
    assert (await one(store)).body == {"text": "reply"}


async def test_no_more_are_taken_than_there_are_hands(store: Store) -> None:
    await post(store, *(message("hello", chat) for chat in range(1, 6)))

    assert len(await claim(store, limit=2)) == 2
    assert len(await claim(store, limit=2)) == 2


async def test_a_busy_chat_is_passed_over(store: Store) -> None:
    await post(store, message("hello"), message("hello", BEN))

    assert [row.chat_id for row in await claim(store, busy=(ANA,))] == [BEN]


async def test_what_is_put_back_holds_its_chat_and_no_other_until_then(store: Store) -> None:
    await post(store, message("one"), message("nudge", lane=NUDGE), message("one for ben", BEN))
    first = (await claim(store, busy=(BEN,)))[0]

    await store.run(outbox.put_back, first.id, NOON + 30 * SECOND, counts=False)

    assert await sent_in_turn(store, NOON + 29 * SECOND) == ["one for ben"]
    assert await sent_in_turn(store, NOON + 30 * SECOND) == ["one", "nudge"]


async def test_putting_back_counts_what_it_is_told_to_count(store: Store) -> None:
    await post(store, message("one"))

    for counts_, doubtful in ((False, False), (True, False), (True, True)):
        await store.run(outbox.put_back, (await one(store)).id, NOON, counts=counts_, doubtful=doubtful)

    row = await one(store)
    assert (row.attempts, row.doubts) == (2, 1)


# Once


async def test_what_was_posted_under_a_key_is_not_posted_again_whatever_became_of_it(store: Store) -> None:
    await post(store, message("ready", once="1"), message("sent", BEN, once="1"), message("dropped", CLEO, once="1"))
    await store.run(outbox.sent, (await claim(store, busy=(ANA, CLEO)))[0].id, NOON, 1)
    await store.run(outbox.dropped, (await claim(store, busy=(ANA,)))[0].id, "no use")

    await post(store, *(message("again", chat, once="1") for chat in (ANA, BEN, CLEO)))

    assert await counts(store) == {"ready": 1, "sent": 1, "dropped": 1}


async def test_a_key_is_used_up_within_one_posting_too(store: Store) -> None:
    await post(store, message("first", once="1"), message("second", once="1"))

    assert await sent_in_turn(store) == ["first"]


async def test_the_database_itself_refuses_a_second_row_under_a_key(store: Store) -> None:
    def insert_past_the_check(session: Session) -> None:
        for _ in range(2):
            row = outbox.posting._row(message("twice", once="1"), NOON)
            session.connection().execute(
                outbox.rows.OUTBOX.insert(), {**row, "state": "ready", "attempts": 0, "doubts": 0}
            )

    with pytest.raises(sa.exc.IntegrityError, match=r"(?i)unique"):
        await store.run(insert_past_the_check)


async def test_without_a_key_the_same_words_may_be_said_again(store: Store) -> None:
    await post(store, message("hello"), message("hello"))

    assert await sent_in_turn(store) == ["hello", "hello"]


async def test_what_was_taken_back_can_be_posted_again(store: Store) -> None:
    await post(store, message("nudge", once="1", nudge="hold"))

    await store.run(outbox.take_back, (await one(store)).id)
    await post(store, message("nudge", once="1", nudge="hold"))

    assert await sent_in_turn(store) == ["nudge"]


# Leases


async def test_a_row_is_held_until_its_lease_ends_and_then_taken_again(store: Store) -> None:
    await post(store, message("hello"))
    await one(store)

    assert await claim(store, NOON + LEASE - SECOND) == []
    again = await one(store, NOON + LEASE)
    assert (again.body, again.attempts) == ({"text": "hello"}, 1)


async def test_a_courier_that_is_still_at_work_keeps_its_rows(store: Store) -> None:
    await post(store, message("hello"))
    await one(store)

    assert await claim(store, NOON + 2 * LEASE, busy=(ANA,)) == []
    assert await counts(store) == {"sending": 1}


@sqlite_only
async def test_at_the_start_nobody_holds_anything(store: Store) -> None:
    await post(store, message("hello"), message("hello", BEN))
    await claim(store)

    await store.run(outbox.release_all)

    assert [row.attempts for row in await claim(store)] == [1, 1]


@pytest.mark.parametrize(
    "late",
    [
        lambda session, row: outbox.sent(session, row, NOON, 1),
        lambda session, row: outbox.dropped(session, row, "no use"),
        lambda session, row: outbox.put_back(session, row, NOON, counts=True),
        lambda session, row: outbox.replace_call(session, row, "sendMessage", {}),
    ],
    ids=["sent", "dropped", "put back", "replaced"],
)
async def test_what_is_sent_stays_sent_whoever_comes_late(store: Store, late: Any) -> None:
    await post(store, message("hello"))
    row = await one(store)
    await store.run(outbox.sent, row.id, NOON, 42)

    await store.run(late, row.id)

    assert await counts(store) == {"sent": 1}


async def test_what_was_said_is_forgotten_once_it_is_sent_or_dropped(store: Store) -> None:
    await post(store, message("canary"), message("canary", BEN))
    first, second = await claim(store)

    await store.run(outbox.sent, first.id, NOON, 1)
    await store.run(outbox.dropped, second.id, "no use")

    def bodies(session: Session) -> list[object]:
        return list(session.connection().exec_driver_sql("SELECT body FROM outbox").scalars())

    assert await store.run(bodies) == [None, None]


async def test_another_call_goes_out_in_the_place_of_one_that_cannot_work(store: Store) -> None:
    await post(store, message("edit"), message("next"))
    row = await one(store)

    await store.run(outbox.replace_call, row.id, "sendMessage", {"text": "anew"})

    assert await sent_in_turn(store) == ["anew", "next"]


async def test_replies_to_somebody_who_is_gone_are_dropped_and_their_nudges_left_to_be_asked_about(
    store: Store,
) -> None:
    await post(store, message("reply"), message("nudge", lane=NUDGE, once="1"), message("reply", BEN))

    await store.run(outbox.drop_replies, ANA, "blocked")

    assert await counts(store) == {"ready": 2, "dropped": 1}
    assert [(row.chat_id, row.lane) for row in await claim(store)] == [(BEN, REPLY), (ANA, NUDGE)]


# When to look again


async def test_there_is_nothing_to_wait_for_in_an_empty_outbox(store: Store) -> None:
    await post(store, message("hello"))
    await sent_in_turn(store)

    assert await store.run(outbox.next_moment) is None


async def test_the_next_moment_is_when_the_first_held_chat_is_free(store: Store) -> None:
    await post(store, message("hello"), message("hello", BEN))
    for row, seconds in zip(await claim(store), (30, 20), strict=True):
        await store.run(outbox.put_back, row.id, NOON + seconds * SECOND, counts=False)

    assert await store.run(outbox.next_moment) == NOON + 20 * SECOND


async def test_what_waits_behind_a_held_message_has_no_moment_of_its_own(store: Store) -> None:
    await post(store, message("held"), message("behind"), message("nudge", lane=NUDGE))
    await store.run(outbox.put_back, (await one(store)).id, NOON + 30 * SECOND, counts=False)

    assert await store.run(outbox.next_moment) == NOON + 30 * SECOND


async def test_what_waits_behind_a_call_that_is_being_made_is_looked_at_when_its_lease_ends(store: Store) -> None:
    await post(store, message("being sent"), message("behind"))
    await one(store)

    assert await store.run(outbox.is_sending)
    assert await store.run(outbox.next_moment) == NOON + LEASE


async def test_nudges_that_went_out_are_told_in_order(store: Store) -> None:
    await post(store, message("nudge", lane=NUDGE, once="1", nudge="hold"), message("reply", BEN))
    await post(store, message("waits", CLEO, lane=NUDGE, once="1", nudge="hold"), now=NOON + SECOND)
    for row in await claim(store, busy=(CLEO,)):
        await store.run(outbox.sent, row.id, NOON, 40 + row.id)

    assert await store.run(outbox.nudges_sent, NOON) == [(NOON, ANA, 41, "hold")]
    assert await store.run(outbox.nudges_sent, NOON + SECOND) == []


async def test_a_nudge_that_had_to_wait_is_told_after_a_later_one(store: Store) -> None:
    await post(store, *(message("nudge", chat, lane=NUDGE, once="1", nudge="hold") for chat in (ANA, BEN)))
    first, second = await claim(store)

    await store.run(outbox.sent, second.id, NOON, 42)
    await store.run(outbox.sent, first.id, NOON + SECOND, 41)

    assert await store.run(outbox.nudges_sent, NOON + SECOND) == [(NOON + SECOND, ANA, 41, "hold")]


# What is done with is never read again: the history grows, the work does not


@pytest.mark.parametrize(
    ("unit", "arguments", "index"),
    [
        (outbox.claim, (NOON, (1, 2), 8), "ix_outbox_"),
        (outbox.next_moment, (), "ix_outbox_"),
        (outbox.is_sending, (), "ix_outbox_sending"),
        (outbox.release_all, (), "ix_outbox_sending"),
        (inbox.next_updates, ((1, 2), 8), "ix_inbox_new"),
        (inbox.is_empty, (), "ix_inbox_new"),
        (known.due_people, (NOON, 8), "ix_person_wake_at"),
        (known.smallest_wake, (), "ix_person_wake_at"),
    ],
)
@sqlite_only
async def test_only_what_is_live_is_looked_through(
    store: Store, unit: Any, arguments: tuple[Any, ...], index: str
) -> None:
    def scans(session: Session) -> list[str]:
        """How SQLite goes through tables as it runs the unit, where it does not go by a key."""
        made: list[str] = []
        driver = session.connection().connection.dbapi_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.set_trace_callback(made.append)
        unit(session, *arguments)
        driver.set_trace_callback(None)
        plans = [driver.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall() for statement in made]
        return [row[3] for plan in plans for row in plan if row[3].startswith("SCAN") or index in row[3]]

    found = await store.run(scans)

    assert found != []
    few = "ix_hold_told_at"  # the newest of them alone
    assert [line for line in found if index not in line and few not in line] == []
