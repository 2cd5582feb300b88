"""Updates wait in order until they are confirmed; one poll at a time, woken by what happens."""

import asyncio

import pytest

from bot.rehearsal.errors import RefusedError
from bot.rehearsal.telegram import LocalTelegram
from tests.rehearsal.conftest import Ask, Clock


async def polled(tg: LocalTelegram, offset: int = 0, limit: int = 100, seconds: float = 0) -> list[int]:
    return [update["update_id"] for update in await tg.updates.poll(offset, limit, seconds)]


async def test_updates_are_given_again_until_an_offset_confirms_them(tg: LocalTelegram) -> None:
    first, second = tg.say("ana", "one"), tg.say("ana", "two")
    assert await polled(tg) == [first, second]
    assert await polled(tg, limit=1) == [first]
    assert tg.pending() == 2
    assert await polled(tg, offset=second) == [second]
    assert tg.pending() == 1
    assert await polled(tg, offset=second + 1) == []


async def test_a_negative_offset_keeps_the_newest(tg: LocalTelegram) -> None:
    newest = [tg.say("ana", str(number)) for number in range(5)][-2:]
    assert await polled(tg, offset=-2) == newest


async def test_a_long_poll_is_woken_by_an_update(tg: LocalTelegram) -> None:
    poll = asyncio.ensure_future(polled(tg, seconds=50))
    await asyncio.sleep(0)
    update_id = tg.say("ana", "hello")
    assert await poll == [update_id]


async def test_a_second_poll_ends_the_first(tg: LocalTelegram) -> None:
    first = asyncio.ensure_future(polled(tg, seconds=50))
    await asyncio.sleep(0)
    second = asyncio.ensure_future(polled(tg, seconds=50))
    with pytest.raises(RefusedError, match="terminated by other getUpdates request") as refused:
        await first
    assert refused.value.code == 409
    update_id = tg.say("ana", "hello")
    assert await second == [update_id]


async def test_no_poll_while_a_webhook_is_set(tg: LocalTelegram, ask: Ask) -> None:
    ask("setWebhook", url="https://example.org/hook")
    with pytest.raises(RefusedError, match="webhook is active"):
        await polled(tg)
    ask("deleteWebhook")
    assert await polled(tg) == []


async def test_only_the_kinds_asked_for_are_queued(tg: LocalTelegram) -> None:
    tg.updates.allow(["message"])
    tg.block("ana")
    assert tg.pending() == 0
    tg.updates.allow([])
    tg.unblock("ana")
    assert tg.pending() == 1


async def test_a_press_waits_150_seconds_and_a_message_a_day(tg: LocalTelegram, ask: Ask, clock: Clock) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    number = ask("sendMessage", chat_id=tg.person("ana").id, text="?", reply_markup=keyboard)["result"]["message_id"]
    text, _ = tg.say("ana", "yes"), tg.press("ana", number, "y")
    clock.move(seconds=151)
    assert await polled(tg) == [text]
    clock.move(days=1)
    assert await polled(tg) == []


async def test_one_can_wait_for_a_confirmation(tg: LocalTelegram) -> None:
    first, second = tg.say("ana", "one"), tg.say("ana", "two")
    waiting = asyncio.ensure_future(tg.wait_until_confirmed(first))
    await polled(tg)
    await asyncio.sleep(0)
    assert not waiting.done()
    await polled(tg, offset=second)
    await waiting


async def test_dropped_updates_count_as_gone(tg: LocalTelegram, ask: Ask) -> None:
    update_id = tg.say("ana", "one")
    waiting = asyncio.ensure_future(tg.wait_until_confirmed(update_id))
    await asyncio.sleep(0)
    ask("deleteWebhook", drop_pending_updates=True)
    await waiting
    assert tg.pending() == 0
