"""What whoever runs the bot can do in the chat: counts, health, a notice to all; and nobody else can."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from bot import owners
from bot.line.failures import person_gone
from bot.respond import respond
from bot.turn import Incoming, Kind, Message, Toast, Turn
from storage import known, outbox
from storage.facts import Known, Person
from storage.pacing import Bulk
from storage.store import Store
from tests.conftest import NOON

OWNER, ANA, BEN, CLEO, DORA, EVE = 1, 11, 12, 13, 14, 15
BULK = Bulk(50, 1000)
SECRET = "Canary words that nobody may see"


def person(number: int, **more: object) -> Known:
    values = {"name": SECRET, "zone": "Europe/London", "zone_confirmed": True, "sentence": SECRET, **more}
    return Known(person=Person(id=number, **values))  # type: ignore[arg-type]


PEOPLE = (
    person(OWNER),
    person(ANA, heard_at=NOON),
    person(BEN, paused=True),
    person(CLEO, blocked=True),
    person(DORA, zone="Asia/Tokyo"),
    person(EVE),
)


@pytest.fixture
async def full(store: Store) -> Store:
    for one in PEOPLE:
        await store.run(_keep, one)
    return store


def _keep(session: Session, one: Known) -> None:
    known.keep(session, None, one, None)


async def owner_says(store: Store, text: str, message_id: int = 7, who: int = OWNER) -> Turn | None:
    incoming = Incoming(kind=Kind.TEXT, person_id=who, chat_id=who, text=text, message_id=message_id, is_owner=True)
    return await store.run(owners.turn, incoming, None, NOON)


async def owner_presses(store: Store, data: str, now: datetime = NOON, who: int = OWNER) -> Turn | None:
    incoming = Incoming(kind=Kind.PRESS, person_id=who, chat_id=who, data=data, message_id=9, press_id="1")
    return await store.run(owners.turn, incoming, None, now)


def words(turn: Turn | None) -> str:
    assert turn is not None
    return " ".join(str(getattr(one, "text", "")) for one in turn.say)


async def sent_by(store: Store, now: datetime) -> list[int]:
    """Whose rows a courier gets at that moment; it sends them all."""
    got = []
    while rows := await store.run(outbox.claim, now, (), 50, BULK):
        for row in rows:
            await store.run(outbox.sent, row.id, now, 1)
            got.append(row.person_id)
    return got


async def test_counts_name_nobody_and_quote_nothing(full: Store) -> None:
    told = words(await owner_says(full, "/owner"))
    assert "6 people, 1 of them this week. 1 paused, 1 blocked me." in told
    assert SECRET not in told
    assert "Canary" not in told


async def test_a_notice_is_seen_first_and_sent_to_nobody_yet(full: Store) -> None:
    turn = await owner_says(full, "/notice We move on <Sunday>.")
    assert "It goes to 4 people" in words(turn)
    assert await sent_by(full, NOON) == [OWNER]  # as it will look


async def test_it_goes_once_to_those_who_may_hear_it_and_to_each_when_it_is_day(full: Store) -> None:
    await owner_says(full, "/notice We move on Sunday.")
    await sent_by(full, NOON)
    assert "Waiting: 4" in words(await owner_presses(full, "own:go:7"))
    await owner_presses(full, "own:go:7")

    by_day = await sent_by(full, NOON)
    assert (sorted(by_day), DORA in by_day) == ([OWNER, ANA, EVE], False)
    await owner_presses(full, "own:go:7", NOON + timedelta(minutes=1))
    assert await sent_by(full, NOON + timedelta(hours=20)) == [DORA]
    assert "Sent: 4. Waiting: 0. Not reached: 0. Stopped: 0." in words(await owner_presses(full, "own:look:7"))


async def test_it_can_be_stopped_and_who_blocked_the_bot_is_counted(full: Store) -> None:
    await owner_says(full, "/notice Hello")
    await sent_by(full, NOON)
    await owner_presses(full, "own:go:7")
    (row,) = await full.run(outbox.claim, NOON, (), 1, BULK)
    await full.run(person_gone, row, "Forbidden", NOON)

    told = words(await owner_presses(full, "own:stop:7"))

    assert "Sent: 0. Waiting: 0. Not reached: 1. Stopped: 3." in told
    assert await sent_by(full, NOON + timedelta(days=1)) == []
    await owner_presses(full, "own:go:7")
    assert await sent_by(full, NOON + timedelta(days=1)) == []


async def test_it_outlives_a_restart(tmp_path: Path, full: Store) -> None:
    await owner_says(full, "/notice Hello")
    await sent_by(full, NOON)
    await owner_presses(full, "own:go:7")
    rows = await full.run(outbox.claim, NOON, (), 2, BULK)  # and the bot dies
    await full.run(outbox.release_all)
    later = NOON + timedelta(minutes=2)
    assert sorted(await sent_by(full, later)) == [OWNER, ANA, EVE]
    assert len(rows) == 2


async def test_two_owners_have_notices_of_their_own(full: Store) -> None:
    await owner_says(full, "/notice One")
    await owner_says(full, "/notice Two", who=ANA)
    await sent_by(full, NOON)
    await owner_presses(full, "own:go:7")
    assert "Waiting: 4" in words(await owner_presses(full, "own:go:7", who=ANA))
    assert "Not sent" in words(await owner_presses(full, "own:go:8"))


async def test_a_notice_without_words_or_with_too_many_says_how(full: Store) -> None:
    assert "/notice" in words(await owner_says(full, "/notice"))
    assert "at most 2000" in words(await owner_says(full, "/notice " + "x" * 2001))


async def test_what_is_no_command_of_theirs_is_heard_like_anybodys(full: Store) -> None:
    assert await owner_says(full, "interview at Acme tomorrow") is None
    assert await owner_presses(full, "own:go:x") is None
    assert await owner_presses(full, "own:go:" + "9" * 50) is None
    assert await owner_presses(full, "1:export:0:0") is None


@pytest.mark.parametrize("command", ["/owner", "/notice Hello all"])
def test_for_others_it_is_an_unknown_command(command: str) -> None:
    def answer(text: str) -> str:
        incoming = Incoming(kind=Kind.TEXT, person_id=ANA, chat_id=ANA, text=text)
        (said,) = [one for one in respond(incoming, PEOPLE[1], NOON).say if isinstance(one, Message)]
        return said.text.replace(text.split(maxsplit=1)[0], "/x")

    assert answer(command) == answer("/dance")


def test_for_others_its_buttons_are_nothing() -> None:
    incoming = Incoming(kind=Kind.PRESS, person_id=ANA, chat_id=ANA, data="own:go:7", press_id="1", message_id=3)
    (said,) = respond(incoming, PEOPLE[1], NOON).say
    assert isinstance(said, Toast)
