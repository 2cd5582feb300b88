"""How fast the bot writes: what Telegram refused waits as long as told, and nudges go at their pace."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot import nudging
from storage import outbox, pacing
from storage.outbox import NUDGE, REPLY
from storage.pacing import Bulk
from storage.store import Store
from tests.conftest import NOON
from tests.wired import ANA, BEN, CLEO, SECOND, Line, after_an_interview, at_work, deliver, message, open_line

NAMELESS = range(5001, 5101)
MILLISECOND = timedelta(milliseconds=1)


@pytest.fixture
async def line(tmp_path: Path, store_url: str) -> AsyncIterator[Line]:
    async with open_line(tmp_path, store_url) as opened:
        yield opened


async def taken(store: Store, now: datetime, bulk: Bulk | None = None, limit: int = 100) -> list[int]:
    """The chats of the rows that may go now; they count as sent."""
    rows = await store.run(outbox.claim, now, (), limit, bulk)
    for row in rows:
        await store.run(outbox.sent, row.id, now, None)
    return [row.chat_id for row in rows]


# Told to wait


async def test_a_chat_that_was_told_to_wait_waits_with_what_is_posted_meanwhile_too(store: Store) -> None:
    await store.run(outbox.post, [message("one")], NOON)
    await store.run(pacing.hold, ANA, NOON, NOON + 30 * SECOND)

    await store.run(outbox.post, [message("two"), message("for ben", BEN)], NOON + SECOND)

    assert await taken(store, NOON + 29 * SECOND) == [BEN]
    assert await store.run(outbox.next_moment) == NOON + 30 * SECOND
    assert await taken(store, NOON + 30 * SECOND) == [ANA]


async def test_who_was_too_fast_is_a_second_apart_for_a_minute_and_then_as_before(store: Store) -> None:
    await store.run(outbox.post, [message("one"), message("two"), message("three")], NOON)
    await store.run(pacing.hold, ANA, NOON, NOON)

    assert await taken(store, NOON) == [ANA]
    assert await taken(store, NOON + 0.9 * SECOND) == []
    assert await taken(store, NOON + SECOND) == [ANA]
    assert await taken(store, NOON + 62 * SECOND) == [ANA]
    await store.run(outbox.post, [message("four"), message("five")], NOON + 62 * SECOND)
    assert await taken(store, NOON + 62 * SECOND) == [ANA]
    assert await taken(store, NOON + 62 * SECOND) == [ANA]


async def test_when_several_chats_are_refused_at_once_nobody_is_asked_before_the_pause_is_over(line: Line) -> None:
    everybody = [ANA, BEN, CLEO]
    line.local.fault("429", seconds=60)
    await line.post(*(message("hello", chat) for chat in everybody))
    courier = line.courier()
    await deliver(courier)
    line.local.start_over()
    for name in ("ana", "ben", "cleo", "dora"):
        line.local.say(name, "/start")

    line.clock.set(NOON + 30 * SECOND)
    dora = line.local.person("dora").id
    await line.post(message("a reply", dora))
    await deliver(courier)

    assert dora not in line.calls(200, 429)
    assert await line.store.run(outbox.next_moment) == NOON + 60 * SECOND
    line.clock.set(NOON + 60 * SECOND)
    await deliver(courier)
    assert dora in line.calls(200)


async def test_one_chat_that_floods_keeps_nobody_else_waiting(store: Store) -> None:
    for refusal in range(10):
        await store.run(pacing.hold, ANA, NOON, NOON + (refusal + 1) * SECOND)
    await store.run(outbox.post, [message("for ben", BEN)], NOON)

    assert await taken(store, NOON) == [BEN]


async def test_what_was_told_long_ago_is_forgotten(store: Store) -> None:
    await store.run(pacing.hold, ANA, NOON, NOON + SECOND)

    await store.run(pacing.forget_old, NOON + timedelta(hours=1))
    await store.run(outbox.post, [message("one"), message("two")], NOON)

    assert await taken(store, NOON) == [ANA]
    assert await taken(store, NOON) == [ANA]


# The pace of nudges


@pytest.mark.parametrize(("per_second", "seconds"), [(25, 4), (30, 3), (5, 10), (100, 1)])
async def test_nudges_go_at_their_pace_and_none_of_it_is_given_away(
    store: Store, per_second: float, seconds: int
) -> None:
    await store.run(outbox.post, [message("nudge", chat, NUDGE) for chat in NAMELESS], NOON)
    bulk, now, gone = Bulk(100, per_second), NOON, 0
    while gone < per_second * seconds and now < NOON + timedelta(minutes=1):
        gone += len(await taken(store, now, bulk))
        following = await store.run(outbox.next_moment)
        now = max(now + MILLISECOND, following or now)

    assert abs((now - NOON).total_seconds() - seconds) < 0.3


async def test_replies_do_not_wait_for_the_pace(store: Store) -> None:
    nudges = [message("nudge", chat, NUDGE) for chat in NAMELESS]
    replies = [message("reply", chat, REPLY) for chat in range(7001, 7051)]
    await store.run(outbox.post, [*nudges, *replies], NOON)

    assert [chat for chat in await taken(store, NOON, Bulk(100, 25)) if chat not in NAMELESS] == list(range(7001, 7051))


async def test_a_clock_that_was_set_back_holds_up_no_nudge(store: Store) -> None:
    await store.run(outbox.post, [message("nudge", chat, NUDGE) for chat in NAMELESS], NOON)
    await taken(store, NOON + timedelta(hours=2), Bulk(100, 25))
    await store.run(outbox.post, [message("nudge", 9001, NUDGE)], NOON - timedelta(hours=1))

    assert await taken(store, NOON, Bulk(100, 25)) != []


@pytest.mark.parametrize(("hands", "for_nudges"), [(8, 6), (1, 1)])
async def test_a_quarter_of_the_hands_is_kept_for_replies(line: Line, hands: int, for_nudges: int) -> None:
    courier = line.courier(hands)
    async with at_work(courier):
        assert (courier.hands, courier.bulk.most) == (hands, for_nudges)


async def test_a_courier_that_does_not_work_has_no_hands(line: Line) -> None:
    courier = line.courier()
    async with at_work(courier):
        pass
    assert (courier.hands, courier.bulk.most) == (0, 0)


async def test_no_more_is_decided_than_may_be_sent_now(line: Line) -> None:
    for chat in NAMELESS:
        await line.keep(after_an_interview(NOON, chat), NOON + timedelta(minutes=5))
    now = NOON + timedelta(minutes=5)

    said = await line.store.run(nudging.say_all_due, now, Bulk(20, 50))

    assert len(said.claimed) == 5, "as many as go in a tenth of a second"
    assert await line.counts() == {"sending": 5}
    later = await line.store.run(nudging.say_all_due, now, Bulk(20, 50))
    assert (later.looked_at, later.following) == (0, now + timedelta(seconds=0.1))


async def test_nobody_is_spoken_to_while_the_whole_bot_was_told_to_wait(line: Line) -> None:
    await line.keep(after_an_interview(NOON), NOON + timedelta(minutes=5))
    now = NOON + timedelta(minutes=5)
    for chat in (ANA, BEN, CLEO):
        await line.store.run(pacing.hold, chat, now, now + 30 * SECOND)

    said = await line.store.run(nudging.say_all_due, now, Bulk(20, 50))

    assert (said.looked_at, said.following) == (0, now + 30 * SECOND)


# Claimed as it is posted


async def test_what_nothing_stands_before_is_claimed_as_it_is_posted(store: Store) -> None:
    posted = [message("one"), message("two"), message("for ben", BEN), message("for cleo", CLEO)]

    claimed = await store.run(outbox.post, posted, NOON, 2)

    assert [row.chat_id for row in claimed] == [ANA, BEN]
    assert await taken(store, NOON) == [CLEO]
    for row in claimed:
        await store.run(outbox.sent, row.id, NOON, None)
    assert await taken(store, NOON) == [ANA]


async def test_what_is_claimed_as_it_is_posted_is_as_it_would_be_claimed_later(store: Store) -> None:
    (at_once,) = await store.run(outbox.post, [message("one", once="a", nudge="hold")], NOON, 1)
    await store.run(outbox.put_back, at_once.id, NOON, counts=False)

    assert await store.run(outbox.claim, NOON, (), 1) == [at_once]


async def test_nothing_is_claimed_in_a_chat_that_was_refused_lately(store: Store) -> None:
    await store.run(pacing.hold, ANA, NOON, NOON)

    assert await store.run(outbox.post, [message("one")], NOON + SECOND, 1) == []
    assert await taken(store, NOON + SECOND) == [ANA]


async def test_what_was_posted_before_is_not_claimed_again(store: Store) -> None:
    await store.run(outbox.post, [message("one", once="a")], NOON, 1)

    assert await store.run(outbox.post, [message("one", once="a")], NOON, 1) == []
