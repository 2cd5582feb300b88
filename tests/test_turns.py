"""The way of one update: applied once, in order, whole or not at all, and never in anybody's way."""

from __future__ import annotations

import asyncio
import contextlib
import copy
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from bot import turns
from bot.applied import TOAST_LIVES
from bot.line.updates import NOBODY, person_of, translate
from bot.respond import respond
from bot.turn import Incoming, Kind, Message, Toast, Turn
from bot.turns import Turns
from bot.words import Html, say
from storage import inbox, known, outbox
from storage.facts import Known, Person
from storage.inbox import Arrived
from tests.conftest import NOON
from tests.wired import ANA, BEN, NAMES, Line, open_line, until

Decide = Callable[[Incoming, Known | None, datetime], Turn]


@pytest.fixture
async def line(tmp_path: Path, store_url: str) -> AsyncIterator[Line]:
    async with open_line(tmp_path, store_url) as opened:
        yield opened


def text(update_id: int, said: str, person: int = ANA) -> tuple[int, dict[str, Any]]:
    """A text message, with whose it is, as the intake hands it over."""
    sender = {"id": person, "is_bot": False, "first_name": NAMES.get(person, "dora").title(), "language_code": "en"}
    chat = {"id": person, "type": "private", "first_name": sender["first_name"]}
    message = {"message_id": update_id, "from": sender, "chat": chat, "date": 0, "text": said}
    return person, {"update_id": update_id, "message": message}


def unreadable(update_id: int, person: int = ANA) -> tuple[int, dict[str, Any]]:
    """An update from which Telegram has left out what the library cannot do without."""
    return person, {"update_id": update_id, "message": {"from": {"id": person}, "text": "hello"}}


async def arrive(line: Line, *updates: tuple[int, dict[str, Any]]) -> None:
    await line.store.run(inbox.admit, updates, line.clock.now())


@contextlib.asynccontextmanager
async def at_work(line: Line) -> AsyncIterator[list[bool]]:
    """Turns at work while inside; what is given grows with everything they have applied."""
    applied: list[bool] = []
    worker = Turns(line.store, line.telegram, line.clock, lambda _: applied.append(True))
    running = asyncio.create_task(worker.run())
    yield applied
    running.cancel()
    await asyncio.wait([running])


async def work_off(line: Line) -> None:
    """Apply everything that waits."""
    async with at_work(line):
        async with asyncio.timeout(20):
            while not await line.store.run(inbox.is_empty):
                continue


async def waiting_texts(line: Line, chat: int = ANA) -> list[str]:
    """What is on its way to a chat."""
    texts = []
    while rows := await line.store.run(outbox.claim, line.clock.now(), (), 10):
        for row in rows:
            await line.store.run(outbox.sent, row.id, line.clock.now(), 1)
            texts += [row.body["text"]] if row.chat_id == chat else []
    return texts


def deciding(patch: pytest.MonkeyPatch, decide: Decide) -> None:
    """Let another conversation take the place of ours."""
    patch.setattr(turns, "respond", decide)


def echo(incoming: Incoming, before: Known | None, _now: datetime) -> Turn:
    """Says what was said, and counts."""
    person = before.person if before else Person(id=incoming.person_id)
    heard = Person(id=person.id, name=f"{person.name}{incoming.text} ")
    return Turn(known=Known(person=heard), say=(Message(text=Html(incoming.text)),))


# Applying


async def test_an_update_becomes_facts_and_messages_and_is_done(line: Line) -> None:
    await arrive(line, text(1, "/start"))

    await work_off(line)

    assert (await line.recall()).person.name == "Ana"
    assert await line.store.run(inbox.counts) == {"done": 1}
    assert "Afterword" in (await waiting_texts(line))[0]


async def test_an_update_is_applied_once_however_often_it_is_tried(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    deciding(monkeypatch, echo)
    await arrive(line, text(1, "one"))
    incoming = Incoming(kind=Kind.TEXT, person_id=ANA, chat_id=ANA, text="one")

    for _ in range(2):
        await line.store.run(turns.apply, Arrived(1, ANA, {}), incoming, NOON)

    assert await waiting_texts(line) == ["one"]
    assert (await line.recall()).person.name == "one "


async def test_a_persons_updates_are_applied_in_order_and_others_beside_them(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    deciding(monkeypatch, echo)
    said = [str(number) for number in range(20)]
    await arrive(line, *(text(int(n), n, ANA if int(n) % 2 else BEN) for n in said))

    await work_off(line)

    assert await waiting_texts(line, ANA) == said[1::2]
    assert (await line.recall(ANA)).person.name == "".join(f"{n} " for n in said[1::2])
    assert (await line.recall(BEN)).person.name == "".join(f"{n} " for n in said[0::2])


async def test_a_bell_is_rung_once_something_was_applied(line: Line) -> None:
    await arrive(line, text(1, "/start"))

    async with at_work(line) as applied:
        await until(lambda: applied == [True])


async def test_what_arrives_while_nothing_is_to_be_done_is_applied_when_rung_for(line: Line) -> None:
    applied: list[bool] = []
    worker = Turns(line.store, line.telegram, line.clock, lambda _: applied.append(True))
    running = asyncio.create_task(worker.run())
    await line.store.run(inbox.is_empty)
    await arrive(line, text(1, "/start"))

    worker.ring()

    await until(lambda: applied == [True])
    running.cancel()


async def test_a_decision_that_fails_after_it_was_half_written_leaves_nothing(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    deciding(monkeypatch, echo)

    def post_and_fail(*arguments: Any) -> None:
        post(*arguments)
        raise ZeroDivisionError

    post = outbox.post
    monkeypatch.setattr(outbox, "post", post_and_fail)
    await arrive(line, text(1, "one"))
    incoming = Incoming(kind=Kind.TEXT, person_id=ANA, chat_id=ANA, text="one")

    with pytest.raises(ZeroDivisionError):
        await line.store.run(turns.apply, Arrived(1, ANA, {}), incoming, NOON)

    assert await line.store.run(known.recall, ANA) is None
    assert await line.counts() == {}
    assert await line.store.run(inbox.counts) == {"new": 1}


async def test_when_to_look_at_a_person_again_is_set_with_their_facts(line: Line) -> None:
    await arrive(line, text(1, "Interview with Acme tomorrow at 3pm for an hour, designer"), text(2, "skip"))
    await work_off(line)
    nobody = await line.store.run(known.smallest_wake)

    await arrive(line, text(3, "I live in London"))
    await work_off(line)

    assert nobody is None, "at which hour they may be spoken to is not known yet"
    assert await line.store.run(known.smallest_wake) == NOON + timedelta(days=1, hours=2)


async def test_a_toast_lives_no_longer_than_the_press_it_answers(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    deciding(monkeypatch, lambda *_: Turn(known=None, say=(Toast(press_id="1"), Message(text=Html("hello")))))
    await arrive(line, text(1, "one"))

    await work_off(line)

    def expiries(session: Session) -> dict[str, datetime | None]:
        rows = session.connection().execute(sa.select(outbox.rows.OUTBOX.c.method, outbox.rows.OUTBOX.c.expires_at))
        return {row.method: row.expires_at for row in rows}

    assert await line.store.run(expiries) == {"answerCallbackQuery": NOON + TOAST_LIVES, "sendMessage": None}
    assert timedelta(seconds=150) == TOAST_LIVES


# Updates that fail


async def test_an_update_that_cannot_be_read_is_set_aside_and_the_next_one_applied(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    deciding(monkeypatch, echo)
    await arrive(line, unreadable(1), text(2, "two"), text(3, "three", BEN))

    await work_off(line)

    assert await line.store.run(inbox.counts) == {"aside": 1, "done": 2}
    assert (await line.recall()).person.name == "two "


async def test_an_update_is_tried_three_times(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def stumble(incoming: Incoming, before: Known | None, now: datetime) -> Turn:
        tried.append(incoming.text)
        if incoming.text == "odd":
            raise ZeroDivisionError
        return echo(incoming, before, now)

    deciding(monkeypatch, stumble)
    await arrive(line, text(1, "odd"), text(2, "even"))

    await work_off(line)

    assert tried == ["odd", "odd", "odd", "even"]


async def test_an_update_that_succeeds_at_the_second_try_is_applied_and_nothing_is_said_of_it(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    stumbles = iter([True])

    def stumble_once(incoming: Incoming, before: Known | None, now: datetime) -> Turn:
        if next(stumbles, False):
            raise ZeroDivisionError
        return echo(incoming, before, now)

    deciding(monkeypatch, stumble_once)
    await arrive(line, text(1, "one"))

    await work_off(line)

    assert await waiting_texts(line) == ["one"]


async def test_a_person_whose_update_was_set_aside_is_told_without_delay(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    deciding(monkeypatch, lambda *_: 1 // 0)  # type: ignore[arg-type]
    await arrive(line, text(1, "odd"))

    async with at_work(line) as applied:
        await until(lambda: applied == [True])

    assert await waiting_texts(line) == [say("sorry.aside", "en")]


async def test_an_update_of_nobody_that_fails_is_told_to_nobody(line: Line) -> None:
    await arrive(line, (NOBODY, {"update_id": 1, "message": {"from": {}, "text": "hello"}}))

    await work_off(line)

    assert await line.store.run(inbox.counts) == {"aside": 1}
    assert await line.counts() == {}


async def test_a_sender_whose_id_is_no_number_is_not_taken_for_somebody(line: Line) -> None:
    _, odd = text(1, "hello")
    odd["message"]["from"]["id"] = True  # Python takes it for 1
    await arrive(line, (person_of(odd), odd), text(2, "/start"))

    await work_off(line)

    assert await line.store.run(inbox.counts) == {"aside": 1, "done": 1}
    assert await line.store.run(known.recall, 1) is None


async def test_what_follows_stands_in_the_same_queue_whomever_an_update_names(line: Line) -> None:
    await arrive(line, (BEN, text(1, "one")[1]), text(2, "two", BEN), text(3, "three", ANA))
    incoming = Incoming(kind=Kind.TEXT, person_id=ANA, chat_id=ANA, text="one")

    done = await line.store.run(turns.apply, Arrived(1, BEN, {}), incoming, NOON)

    assert done.following is not None
    assert done.following.update_id == 2


async def test_trouble_with_the_store_is_no_fault_of_the_update(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    finish, refusals = inbox.finish, iter([True] * 5)

    def refuse_at_first(*arguments: Any) -> bool:
        if next(refusals, False):
            raise OperationalError("UPDATE", {}, Exception("database is locked"))
        return finish(*arguments)

    monkeypatch.setattr(inbox, "finish", refuse_at_first)
    await arrive(line, text(1, "/start"))

    await work_off(line)

    assert await line.store.run(inbox.counts) == {"done": 1}


async def test_somebody_who_is_blocked_and_says_start_is_heard_again(line: Line) -> None:
    await arrive(line, text(1, "/start"))
    await work_off(line)
    await line.store.run(known.block, ANA)

    await arrive(line, text(2, "/start"))
    await work_off(line)

    assert not (await line.recall()).person.blocked


# What an update is


PRIVATE = {"id": ANA, "type": "private", "first_name": "Ana"}
GROUP = {"id": -5, "type": "supergroup", "title": "Job seekers"}
ANA_USER = {"id": ANA, "is_bot": False, "first_name": "Ana"}
BOT_USER = {"id": 7, "is_bot": True, "first_name": "Afterword"}
HELLO = {"message_id": 3, "from": ANA_USER, "chat": PRIVATE, "date": 1, "text": "hello"}
FILE = {"file_id": "f", "file_unique_id": "u"}


def press(message: dict[str, Any] | None) -> dict[str, Any]:
    query = {"id": "9", "from": ANA_USER, "chat_instance": "1", "data": "1:yes:2:3"}
    return {"callback_query": query | ({"message": message} if message else {})}


def member(chat: dict[str, Any], status: str) -> dict[str, Any]:
    new = {"status": status, "user": BOT_USER} | ({"until_date": 0} if status == "kicked" else {})
    change = {"chat": chat, "from": ANA_USER, "date": 1, "old_chat_member": {"status": "left", "user": BOT_USER}}
    return {"my_chat_member": change | {"new_chat_member": new}}


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ({"message": HELLO}, Kind.TEXT),
        ({"edited_message": HELLO | {"edit_date": 2}}, Kind.EDITED),
        ({"message": HELLO | {"chat": GROUP}}, Kind.GROUP),
        ({"message": HELLO | {"text": None, "voice": FILE | {"duration": 1}}}, Kind.VOICE),
        ({"message": HELLO | {"text": None, "document": FILE}}, Kind.FILE),
        ({"message": HELLO | {"text": None, "photo": [FILE | {"width": 1, "height": 1}]}}, Kind.PHOTO),
        ({"message": HELLO | {"text": None, "location": {"latitude": 1.5, "longitude": 2.5}}}, Kind.LOCATION),
        ({"message": HELLO | {"text": None, "dice": {"emoji": "🎲", "value": 3}}}, Kind.OTHER_MESSAGE),
        (press(HELLO), Kind.PRESS),
        (press({"chat": PRIVATE, "message_id": 3, "date": 0}), Kind.PRESS),
        (press(HELLO | {"chat": GROUP}), Kind.IGNORED),
        (press(None), Kind.IGNORED),
        (member(PRIVATE, "kicked"), Kind.BLOCKED),
        (member(PRIVATE, "member"), Kind.UNBLOCKED),
        (member(GROUP, "member"), Kind.GROUP),
        (member(GROUP, "left"), Kind.IGNORED),
        ({"channel_post": HELLO}, Kind.IGNORED),
        ({"something_new": {}}, Kind.IGNORED),
    ],
)
async def test_an_update_is_understood_as(line: Line, raw: dict[str, Any], kind: Kind) -> None:
    assert translate({"update_id": 1, **raw}).kind is kind


WRONG: tuple[Any, ...] = (None, True, 0.5, 10**30, "x" * 5000, [], {}, ["x"], {"id": 1})


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: type(wrong).__name__)
@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ({"message": HELLO}, "message.chat.id"),
        ({"message": HELLO}, "message.from.id"),
        ({"message": HELLO}, "message.message_id"),
        ({"message": HELLO | {"document": FILE}}, "message.document.file_size"),
        (press(HELLO), "callback_query.message.message_id"),
        (press(HELLO), "callback_query.from.id"),
        (member(PRIVATE, "member"), "my_chat_member.chat.id"),
    ],
)
def test_what_stands_where_a_number_should_is_not_let_through(raw: dict[str, Any], place: str, wrong: Any) -> None:
    with pytest.raises((TypeError, LookupError)):
        translate(spoilt(raw, place, wrong))


@pytest.mark.parametrize("wrong", [None, True, "north", [], {}], ids=lambda wrong: type(wrong).__name__)
def test_a_place_is_two_numbers(wrong: Any) -> None:
    there = {"message": HELLO | {"text": None, "location": {"latitude": 1.5, "longitude": 2.5}}}
    with pytest.raises(TypeError):
        translate(spoilt(there, "message.location.latitude", wrong))


@pytest.mark.parametrize("wrong", [True, 7, 0.5, 10**30, ["x"], {"id": 1}], ids=lambda wrong: type(wrong).__name__)
@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ({"message": HELLO}, "message.text"),
        ({"message": HELLO | {"text": None}}, "message.caption"),
        ({"message": HELLO}, "message.from.first_name"),
        ({"message": HELLO}, "message.from.language_code"),
        ({"message": HELLO | {"document": FILE}}, "message.document.file_id"),
        ({"message": HELLO | {"document": FILE}}, "message.document.file_name"),
        (press(HELLO), "callback_query.id"),
        (press(HELLO), "callback_query.data"),
    ],
)
def test_what_stands_where_a_text_should_is_not_let_through(raw: dict[str, Any], place: str, wrong: Any) -> None:
    with pytest.raises(TypeError):
        translate(spoilt(raw, place, wrong))


def spoilt(raw: dict[str, Any], place: str, wrong: Any) -> dict[str, Any]:
    """The update with something else at this place."""
    found = spoiling = copy.deepcopy({"update_id": 1, **raw})
    *way, last = place.split(".")
    for name in way:
        found = found[name]
    found[last] = wrong
    return spoiling


async def test_an_old_press_carries_all_that_is_needed_to_answer_it(line: Line) -> None:
    old = translate({"update_id": 1, **press({"chat": PRIVATE, "message_id": 3, "date": 0})})

    assert (old.person_id, old.chat_id, old.message_id, old.press_id, old.data) == (ANA, ANA, 3, "9", "1:yes:2:3")


@pytest.mark.parametrize("kind", list(Kind))
def test_the_conversation_has_an_answer_to_every_kind_of_update(kind: Kind) -> None:
    incoming = Incoming(kind=kind, person_id=ANA, chat_id=ANA, name="Ana", text="hello", press_id="9", message_id=3)

    assert isinstance(respond(incoming, None, NOON), Turn)


async def test_everybody_has_their_turn_without_another_ring(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    deciding(monkeypatch, echo)
    people = range(7001, 7001 + 2 * turns.PEOPLE_AT_ONCE + 3)
    await arrive(line, *(text(number, "hello", person) for number, person in enumerate([*people, *people], 1)))

    await work_off(line)

    assert await line.store.run(inbox.counts) == {"done": 2 * len(people)}


async def test_where_many_wait_nothing_is_drawn(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    in_haste: list[bool] = []

    def note(incoming: Incoming, before: Known | None, now: datetime) -> Turn:
        in_haste.append(incoming.in_haste)
        return echo(incoming, before, now)

    deciding(monkeypatch, note)
    await arrive(line, text(1, "hello"))
    await work_off(line)
    await arrive(line, *(text(number, "hello", 7000 + number) for number in range(2, 2 + turns.PEOPLE_AT_ONCE)))
    await work_off(line)

    assert in_haste[0] is False
    assert in_haste[1] is True
