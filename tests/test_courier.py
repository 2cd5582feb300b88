"""The courier: what becomes of a message under each of Telegram's errors, and of a nudge that is not due any more."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import Session
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.line.failures import MOST_UNKNOWN, backoff
from bot.line.telegram import Remedy, understand
from bot.line.transport import NotSent
from bot.rehearsal.telegram import CUT, Reply
from storage import known, outbox
from storage.facts import Mood
from storage.outbox import NUDGE, Outgoing
from tests.conftest import NOON, steps, transcript_of
from tests.wired import ANA, BEN, CLEO, SECOND, Line, after_an_interview, body, deliver, message, open_line, until

FIVE = timedelta(minutes=5)


@pytest.fixture
async def line(tmp_path: Path, store_url: str) -> AsyncIterator[Line]:
    async with open_line(tmp_path, store_url) as opened:
        yield opened


def at(line: Line, **after: float) -> None:
    """Move the clock to so long after noon."""
    line.clock.set(NOON + timedelta(**after))


async def persist(line: Line, most: int = 40) -> int:
    """Deliver, and move the clock to every retry until nothing is on its way; how often it was moved."""
    courier = line.courier()
    for moved in range(most):
        await deliver(courier)
        following = await line.store.run(outbox.next_moment)
        if following is None:
            return moved
        line.clock.set(max(following, line.clock.now()))
    return most


def edit(message_id: int, text: str) -> Outgoing:
    parameters = body(text, message_id=message_id)
    return Outgoing(person_id=ANA, chat_id=ANA, method="editMessageText", body=parameters)


async def said(line: Line, text: str) -> int:
    """Say something to Ana; the number of the message."""
    await line.post(message(text))
    await deliver(line.courier())
    return max(number for chat, number in line.local.messages if chat == ANA)


# When all is well


async def test_messages_arrive_in_order_and_are_marked_with_their_numbers(line: Line) -> None:
    await line.post(message("one"), message("two"), message("for ben", BEN))

    await deliver(line.courier())

    assert (line.shown(ANA), line.shown(BEN)) == (["one", "two"], ["for ben"])
    assert await line.counts() == {"sent": 3}

    def numbers(session: Session) -> list[int]:
        return list(session.connection().exec_driver_sql("SELECT message_id FROM outbox").scalars())

    assert {
        (ANA, n) in line.local.messages or (BEN, n) in line.local.messages for n in await line.store.run(numbers)
    } == {True}


async def test_a_running_courier_sends_what_is_posted_when_it_is_rung(line: Line) -> None:
    courier = line.courier()
    running = asyncio.create_task(courier.run())
    await line.post(message("hello"))

    courier.ring()

    await until(lambda: line.shown() == ["hello"])
    running.cancel()


async def test_a_running_courier_tries_again_when_the_clock_has_moved_there(line: Line) -> None:
    line.local.fault("429", seconds=30)
    await line.post(message("hello"), message("again"))
    courier = line.courier()
    running = asyncio.create_task(courier.run())
    await until(lambda: line.calls(429) == [ANA] and not courier.is_busy)

    at(line, seconds=30)

    await until(lambda: line.shown() == ["hello"] and not courier.is_busy)
    at(line, seconds=31)  # who was too fast goes on a little slower

    await until(lambda: line.shown() == ["hello", "again"])
    running.cancel()


async def test_no_more_calls_are_made_at_once_than_allowed_and_one_a_chat(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way: list[int] = []
    most: list[list[int]] = []
    go = asyncio.Event()

    async def slowly(_method: str, parameters: dict[str, Any]) -> dict[str, int]:
        under_way.append(parameters["chat_id"])
        most.append(list(under_way))
        await go.wait()
        under_way.remove(parameters["chat_id"])
        return {"message_id": 1}

    line.call_with(monkeypatch, slowly)
    await line.post(*(message(text, chat) for text in ("one", "two") for chat in range(1, 6)))
    courier = line.courier(in_flight=3)
    running = asyncio.create_task(courier.run())
    await until(lambda: len(under_way) == 3)

    go.set()

    await until(lambda: len(most) == 10 and not courier.is_busy)
    running.cancel()
    assert max(map(len, most)) == 3
    assert all(len(set(chats)) == len(chats) for chats in most)


async def test_a_courier_that_is_ended_finishes_the_call_it_is_making(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    called, go = asyncio.Event(), asyncio.Event()

    async def slowly(_method: str, _parameters: dict[str, Any]) -> dict[str, int]:
        called.set()
        await go.wait()
        return {"message_id": 1}

    line.call_with(monkeypatch, slowly)
    await line.post(message("hello"))
    running = asyncio.create_task(line.courier().run())
    await called.wait()

    running.cancel()
    go.set()
    await asyncio.wait([running])

    assert await line.counts() == {"sent": 1}


async def test_a_courier_that_is_ended_as_it_claims_gives_back_what_it_gets(line: Line) -> None:
    await line.post(message("hello"))
    taking = asyncio.create_task(line.courier()._take())
    await asyncio.sleep(0)  # it has asked, and was not answered yet

    taking.cancel()
    await asyncio.wait([taking])

    assert await line.counts() == {"ready": 1}


# Flood control


async def test_429_in_one_chat_holds_that_chat_alone_and_for_as_long_as_told(line: Line) -> None:
    line.local.fault("429", seconds=30, chat=ANA)
    await line.post(message("one"), message("two"), message("for ben", BEN))
    courier = line.courier()

    await deliver(courier)
    at(line, seconds=29.9)
    await deliver(courier)

    assert (line.calls(429), line.shown(ANA), line.shown(BEN)) == ([ANA], [], ["for ben"])
    at(line, seconds=30)
    await deliver(courier)
    assert line.shown(ANA) == ["one"], "who was too fast goes on a little slower"
    at(line, seconds=31)
    await deliver(courier)
    assert line.shown(ANA) == ["one", "two"]


async def test_429_everywhere_asks_each_chat_once_and_then_goes_on_with_replies_first(line: Line) -> None:
    line.local.fault("429", seconds=60)
    await line.post(message("nudge", ANA, NUDGE), message("reply", BEN), message("nudge", CLEO, NUDGE))
    courier = line.courier(in_flight=1)

    await deliver(courier)
    at(line, seconds=59)
    await deliver(courier)
    assert sorted(line.calls(429)) == [ANA, BEN, CLEO]

    at(line, seconds=60)
    await deliver(courier)
    assert line.calls(200) == [BEN, ANA, CLEO]


async def test_429_is_no_attempt_that_counts(line: Line) -> None:
    await line.post(message("hello"))
    for _ in range(MOST_UNKNOWN + 3):
        line.local.fault("429", seconds=10)
        await deliver(line.courier())
        line.clock.set(line.clock.now() + 10 * SECOND)

    await deliver(line.courier())

    assert line.shown() == ["hello"]


# Outages


async def test_a_message_outlives_any_number_of_5xx_and_comes_once(line: Line) -> None:
    line.local.fault("5xx", times=20)
    await line.post(message("hello"), message("next"))

    await persist(line)

    assert line.shown() == ["hello", "next"]


async def test_a_message_outlives_an_outage_and_comes_once(line: Line) -> None:
    line.local.fault("down")
    await line.post(message("one"), message("two"), message("for ben", BEN))
    assert await persist(line, most=15) == 15
    assert await line.counts() == {"ready": 3}

    line.local.fault("up")
    await persist(line)

    assert (line.shown(ANA), line.shown(BEN)) == (["one", "two"], ["for ben"])


async def test_while_telegram_is_down_it_is_asked_less_and_less_often(line: Line) -> None:
    for attempts, seconds in ((0, 1), (1, 2), (2, 4), (4, 16), (20, 30), (10**6, 30)):
        waits = [backoff(attempts) / SECOND for _ in range(50)]
        assert min(waits) >= 0.75 * seconds
        assert max(waits) <= seconds
        assert len(set(waits)) > 1, "not all try again at the same moment"


async def test_a_line_cut_before_the_call_counted_loses_nothing(line: Line) -> None:
    line.local.fault("reset_before")
    await line.post(message("hello"))

    await persist(line)

    assert line.shown() == ["hello"]


async def test_a_line_cut_after_the_call_counted_repeats_the_message_once(line: Line) -> None:
    line.local.fault("reset_after")
    await line.post(message("hello"), message("next"))

    await persist(line)

    assert line.shown() == ["hello", "hello", "next"]


async def test_a_message_whose_fate_stays_unknown_is_given_up_and_blocks_nobody(line: Line) -> None:
    line.local.fault("reset_after", times=MOST_UNKNOWN + 1, method="sendMessage")
    await line.post(message("hello"), message("next"))

    await persist(line)

    assert line.shown() == ["hello"] * (MOST_UNKNOWN + 1) + ["next"]
    assert await line.counts() == {"dropped": 1, "sent": 1}


async def test_what_may_have_arrived_is_not_repeated_while_nothing_gets_through(line: Line) -> None:
    line.local.fault("reset_after", times=1, method="sendMessage")
    line.local.fault("reset_before", times=50, method="getMe")
    await line.post(message("hello"))
    await persist(line, most=20)
    assert line.shown() == ["hello"]

    line.local.faults.clear()
    await persist(line)

    assert line.shown() == ["hello", "hello"]


async def test_a_text_that_is_too_long_comes_in_pieces_with_its_buttons_at_the_end(line: Line) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "1:yes:0:0"}]]}
    words = " ".join(f"word{number}" for number in range(1000))
    call = message(f"<b>{words}</b>")
    await line.post(replace(call, body={**call.body, "reply_markup": keyboard}), message("for ben", BEN))

    await persist(line)

    assert " ".join(line.shown()) == words
    assert all(len(text) <= 4096 for text in line.shown())
    assert [bool(e.buttons) for e in line.local.transcript if e.sender == "bot" and e.person == "ana"] == [False, True]


@pytest.mark.parametrize("words", ["\N{WAVING HAND SIGN}" * 3000, "\N{WAVING HAND SIGN} hello " * 600])
async def test_a_text_of_emoji_is_cut_as_telegram_counts(line: Line, words: str) -> None:
    await line.post(message(words))

    await persist(line)

    assert "".join(line.shown()).replace(" ", "") == words.replace(" ", "")
    assert all(len(text.encode("utf-16-le")) <= 2 * 4096 for text in line.shown())


async def test_an_answer_that_is_refused_for_good_is_told_to_both(line: Line, caplog: pytest.LogCaptureFixture) -> None:
    await line.post(message(" "), message("next"))

    await persist(line)

    assert [text[:20] for text in line.shown()] == ["next", "I had an answer for "]
    assert "is dropped" in caplog.text


async def test_a_long_outage_does_not_use_up_the_tries_of_one_that_ends_in_a_cut_line(line: Line) -> None:
    line.local.fault("5xx", times=MOST_UNKNOWN + 5)
    line.local.fault("reset_before")
    await line.post(message("hello"))

    await persist(line)

    assert line.shown() == ["hello"]


async def test_an_edit_whose_fate_is_unknown_is_made_again_until_it_is_known(line: Line) -> None:
    number = await said(line, "hello")
    line.local.fault("reset_before", times=MOST_UNKNOWN + 5)
    await line.post(edit(number, "goodbye"))

    await persist(line)

    assert line.local.messages[ANA, number]["text"] == "goodbye"


async def test_an_edit_that_never_gets_through_is_given_up_and_blocks_nobody(line: Line) -> None:
    number = await said(line, "hello")
    line.local.fault("reset_before", times=10**6, method="editMessageText")
    await line.post(edit(number, "goodbye"), message("next"))

    await persist(line, most=100)

    assert line.shown() == ["hello", "next"]
    assert await line.counts() == {"dropped": 1, "sent": 2}


async def test_an_edit_that_counted_before_the_line_was_cut_is_done(line: Line) -> None:
    number = await said(line, "hello")
    line.local.fault("reset_after")
    await line.post(edit(number, "goodbye"))

    await persist(line)

    assert line.shown() == ["hello", "goodbye"]
    assert await line.counts() == {"sent": 2}


# People who are gone, and who come back


async def test_after_a_403_nothing_further_is_sent_to_that_person(line: Line) -> None:
    await line.keep(after_an_interview(NOON), NOON + FIVE)
    line.local.block("ana")
    await line.post(message("one"), message("two"), message("for ben", BEN))

    await deliver(line.courier())

    assert line.calls(403) == [ANA]
    assert line.shown(BEN) == ["for ben"]
    assert await line.counts() == {"dropped": 2, "sent": 1}
    assert (await line.recall()).person.blocked
    assert await line.store.run(known.smallest_wake) is None


async def test_somebody_who_never_started_the_bot_is_as_good_as_gone(line: Line) -> None:
    await line.post(message("hello", 999_999))

    await deliver(line.courier())

    assert await line.counts() == {"dropped": 1}


async def test_being_thrown_out_of_a_group_says_nothing_about_the_person_who_brought_the_bot(line: Line) -> None:
    await line.keep(after_an_interview(NOON), NOON + FIVE)
    group = line.local.add_to_group("ana", "Job seekers")
    line.local.chats[group].left = True  # type: ignore[union-attr]
    in_group = Outgoing(person_id=ANA, chat_id=group, method="sendMessage", body=body("hello", group))
    await line.post(in_group, message("for ana"))

    await deliver(line.courier())

    assert line.shown(ANA) == ["for ana"]
    assert not (await line.recall()).person.blocked
    assert await line.store.run(known.smallest_wake) == NOON + FIVE


async def test_a_nudge_refused_by_somebody_who_is_gone_comes_when_they_are_back(line: Line) -> None:
    await line.keep(after_an_interview(NOON), NOON + FIVE)
    at(line, minutes=5)
    await line.decide()
    line.local.block("ana")
    await deliver(line.courier())
    assert line.calls(403) == [ANA]
    assert await line.counts() == {}

    line.local.unblock("ana")
    back = await line.recall()
    at(line, hours=3)
    await line.keep(replace(back, person=replace(back.person, blocked=False)), line.clock.now())
    await line.decide()
    await deliver(line.courier())

    assert len(line.shown()) == 1


# Mistakes


async def test_an_edit_that_changes_nothing_counts_as_made(line: Line) -> None:
    number = await said(line, "hello")
    await line.post(edit(number, "hello"))

    await deliver(line.courier())

    assert (await line.counts(), line.shown()) == ({"sent": 2}, ["hello"])


async def test_when_the_message_to_edit_is_gone_a_new_one_takes_its_place(line: Line) -> None:
    number = await said(line, "hello")
    del line.local.messages[ANA, number]
    await line.post(edit(number, "goodbye"), message("next"))

    await deliver(line.courier())

    assert line.shown() == ["hello", "goodbye", "next"]


async def test_when_a_message_may_not_be_edited_a_new_one_takes_its_place(line: Line) -> None:
    number = await said(line, "hello")
    line.local.uneditable.add((ANA, number))
    await line.post(edit(number, "goodbye"))

    await deliver(line.courier())

    assert line.shown() == ["hello", "goodbye"]


async def test_a_mark_on_a_message_that_is_gone_is_dropped(line: Line) -> None:
    parameters = {"chat_id": ANA, "message_id": 4711, "reply_markup": {"inline_keyboard": []}}
    await line.post(Outgoing(person_id=ANA, chat_id=ANA, method="editMessageReplyMarkup", body=parameters))

    await deliver(line.courier())

    assert await line.counts() == {"dropped": 1}


async def test_html_that_telegram_refuses_goes_out_as_plain_text(line: Line) -> None:
    await line.post(message("Fish &amp; <b>chips"), message("next"))

    await deliver(line.courier())

    assert line.shown() == ["Fish & chips", "next"]
    assert line.calls(400) == [ANA]


async def test_a_press_answered_too_late_counts_as_answered(line: Line) -> None:
    toast = Outgoing(person_id=ANA, chat_id=ANA, method="answerCallbackQuery", body={"callback_query_id": "4711"})
    await line.post(toast, message("next"))

    await deliver(line.courier())

    assert (line.shown(), await line.counts()) == (["next"], {"sent": 2})


async def test_a_press_that_telegram_has_forgotten_is_not_answered_at_all(line: Line) -> None:
    parameters = {"callback_query_id": "4711"}
    until_then = NOON + timedelta(seconds=150)
    toast = Outgoing(person_id=ANA, chat_id=ANA, method="answerCallbackQuery", body=parameters, expires_at=until_then)
    await line.post(toast, message("next"))
    at(line, seconds=150)

    await deliver(line.courier())

    assert [call.method for call in line.local.calls] == ["sendMessage"]
    assert await line.counts() == {"dropped": 1, "sent": 1}


async def test_a_call_that_telegram_will_never_take_is_dropped_at_once_and_the_next_one_made(line: Line) -> None:
    await line.post(message(""), message("next"))

    await deliver(line.courier())

    assert (line.calls(400), line.shown()[0]) == ([ANA], "next")
    assert (await line.counts())["dropped"] == 1


async def test_a_refused_token_loses_nothing(line: Line) -> None:
    await line.post(message("hello"))
    line.local.token = "654321:another_bots_token"
    await deliver(line.courier())

    line.local.token = None
    await persist(line)

    assert line.shown() == ["hello"]


async def test_a_mistake_of_our_own_is_tried_again_given_up_and_blocks_nobody_for_good(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = line.telegram.call

    async def stumble(method: str, parameters: dict[str, Any]) -> Any:
        if parameters.get("text") == "odd":
            raise ZeroDivisionError
        return await call(method, parameters)

    line.call_with(monkeypatch, stumble)
    await line.post(message("odd"), message("next"), message("for ben", BEN))

    await persist(line)

    assert (line.shown(ANA)[0], line.shown(BEN)) == ("next", ["for ben"])
    assert "I had an answer" in line.shown(ANA)[1]
    assert await line.counts() == {"dropped": 1, "sent": 3}


async def test_a_store_that_is_locked_for_a_while_doubles_nothing(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    mark, refusals = outbox.sent, iter([True, True])

    def refuse_twice(session: Session, row_id: int, now: datetime, message_id: int | None) -> None:
        if next(refusals, False):
            raise OperationalError("UPDATE", {}, Exception("database is locked"))
        mark(session, row_id, now, message_id)

    monkeypatch.setattr(outbox, "sent", refuse_twice)
    await line.post(message("hello"))

    await persist(line)

    assert (line.shown(), await line.counts()) == (["hello"], {"sent": 1})


# Nudges that are not due any more


async def test_a_nudge_that_facts_have_overtaken_is_taken_back_right_before_it_is_sent(line: Line) -> None:
    await line.keep(after_an_interview(NOON), NOON + FIVE)
    at(line, minutes=5)
    await line.decide()
    assert await line.counts() == {"ready": 1}
    told = await line.recall()
    await line.keep(replace(told, interviews=(replace(told.interviews[0], mood=Mood.GREAT),)))
    courier, rung = line.courier(), []
    courier.taken_back = lambda: rung.append(True)

    await deliver(courier)

    assert (line.shown(), await line.counts(), rung) == ([], {}, [True])
    assert (await line.recall()).nudged == ()
    assert await line.store.run(known.smallest_wake) is not None


async def test_a_nudge_held_up_until_the_night_comes_in_the_morning(line: Line) -> None:
    evening = datetime(2026, 11, 30, 20, 50, tzinfo=UTC)
    await line.keep(after_an_interview(evening), evening + FIVE)
    line.clock.set(datetime(2026, 11, 30, 20, 59, tzinfo=UTC))
    await line.decide()
    line.local.fault("down")
    await deliver(line.courier())
    assert await line.counts() == {"ready": 1}

    line.clock.set(datetime(2026, 11, 30, 21, 30, tzinfo=UTC))
    line.local.fault("up")
    await line.live_until(datetime(2026, 12, 1, 8, tzinfo=UTC))

    assert [entry.at.hour for entry in line.local.transcript if entry.sender == "bot"] == [8]
    assert len((await line.recall()).nudged) == 1


async def test_a_nudge_that_is_still_due_is_sent_however_late(line: Line) -> None:
    await line.keep(after_an_interview(NOON), NOON + FIVE)
    at(line, minutes=5)
    await line.decide()

    at(line, hours=5)
    await deliver(line.courier())

    assert len(line.shown()) == 1


async def test_a_nudge_to_somebody_who_has_been_forgotten_is_taken_back(line: Line) -> None:
    await line.post(message("nudge", lane=NUDGE, once="hold:1", nudge="hold"))

    await deliver(line.courier())

    assert (line.shown(), await line.counts()) == ([], {})


# The whole bot, in a process of its own


def heard(transcript: list[dict[str, Any]]) -> list[str]:
    """When the bot was heard, on the person's clock."""
    return [line["at"][11:19] for line in transcript if line["from"] == "bot"]


async def test_a_bot_held_up_by_flood_control_goes_on_at_the_second_it_was_told() -> None:
    flood = {"telegram": "429", "seconds": 30}

    transcript = await transcript_of(steps(flood, {"say": "/help"}, {"say": "/help"}, {"wait": "PT5M"}))

    assert heard(transcript) == ["09:00:30", "09:00:31"]


async def test_a_bot_without_telegram_answers_when_it_is_back() -> None:
    down, up = {"telegram": "down"}, {"telegram": "up"}

    transcript = await transcript_of(steps(down, {"say": "/help"}, {"wait": "PT2H"}, up, {"wait": "PT10M"}))

    assert heard(transcript) == ["11:00:00"]


async def test_who_has_blocked_the_bot_is_answered_when_they_write_again() -> None:
    blocked = {"telegram": "blocked"}

    transcript = await transcript_of(steps({"say": "/help"}, blocked, {"wait": "P1D"}, {"say": "/help"}))

    assert heard(transcript) == ["09:00:00", "09:00:00"]


# How Telegram's errors are read


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "remedy"),
    [
        (RetryAfter(timedelta(seconds=3)), Remedy.HOLD_CHAT),
        (Forbidden("Forbidden: user is deactivated"), Remedy.PERSON_GONE),
        (BadRequest("Chat not found"), Remedy.PERSON_GONE),
        (BadRequest("Message is not modified: specified new message content"), Remedy.COUNT_AS_SENT),
        (BadRequest("Query is too old and response timeout expired"), Remedy.COUNT_AS_SENT),
        (BadRequest("Message to edit not found"), Remedy.SEND_ANEW),
        (BadRequest("Message can't be edited"), Remedy.SEND_ANEW),
        (BadRequest("Can't parse entities: unclosed tag"), Remedy.SEND_PLAIN),
        (BadRequest("Message is too long"), Remedy.SPLIT),
        (NetworkError("Too Many Requests"), Remedy.TRY_AGAIN),
        (NetworkError("Bad Gateway (502)"), Remedy.TRY_AGAIN),
        (caused(NetworkError("Bad Gateway (502)"), TelegramError("Invalid server response")), Remedy.TRY_AGAIN),
        (caused(NetworkError("x"), NotSent("ClientConnectorError")), Remedy.TRY_AGAIN),
        (caused(TimedOut(), NotSent("ConnectionTimeoutError")), Remedy.TRY_AGAIN),
        (caused(TimedOut(), aiohttp.SocketTimeoutError("x")), Remedy.UNKNOWN),
        (caused(TimedOut(), TimeoutError()), Remedy.UNKNOWN),
        (caused(NetworkError("x"), aiohttp.ServerDisconnectedError("x")), Remedy.UNKNOWN),
        (caused(NetworkError("x"), aiohttp.ClientOSError("x")), Remedy.UNKNOWN),
        (caused(NetworkError("x"), aiohttp.ClientPayloadError("x")), Remedy.UNKNOWN),
        (InvalidToken(), Remedy.TOKEN_REFUSED),
        (TelegramError("anything else"), Remedy.GIVE_UP),
        (caused(Forbidden("Forbidden (403)"), TelegramError("Invalid server response")), Remedy.TRY_AGAIN),
        (caused(TelegramError("Invalid server response"), ValueError("no JSON")), Remedy.TRY_AGAIN),
    ],
)
def test_an_error_is_read_as(error: TelegramError, remedy: Remedy) -> None:
    assert understand(error).remedy is remedy


def test_the_wait_is_the_one_that_telegram_named() -> None:
    assert understand(RetryAfter(timedelta(seconds=3))).wait == timedelta(seconds=3)


async def test_a_proxys_page_is_no_word_about_the_token_the_person_or_the_message(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = iter([*(Reply(status, b"<html>not today</html>") for status in (200, 400, 403, 404, 502, 503)), CUT])
    call = line.local.call
    monkeypatch.setattr(line.local, "call", lambda *given: next(pages, None) or call(*given))
    await line.keep(after_an_interview(NOON))
    await line.post(message("hello"), message("next"))

    await persist(line)

    assert line.shown() == ["hello", "next"]
    assert not (await line.recall()).person.blocked
