"""A model is asked once about what is worth it; what it says is kept first; nobody waits for it but who wrote."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from bot import inquiry, turns
from bot.hear.act import By
from bot.hear.listened import Listened
from bot.line import model as wire
from bot.line.model import Model
from bot.listening import Listener
from bot.turn import Incoming, Message, Turn
from bot.turns import Turns
from bot.words import Html
from storage import asked, inbox, known
from storage.asked import Said
from storage.facts import Known, Person
from storage.tables import What
from tests.conftest import NOON
from tests.model.endpoint import FAULTS, Act, Endpoint, act_of, standing
from tests.test_turns import arrive, text
from tests.wired import ANA, BEN, Line, open_line, until

TOLD = "they said they'd let me know by Friday"


def window(message: str) -> str:
    return json.dumps({"acts": [act_of("window", message, when="by Friday")]})


@pytest.fixture
async def line(tmp_path: Path, store_url: str) -> AsyncIterator[Line]:
    async with open_line(tmp_path, store_url) as opened:
        yield opened


@dataclass(slots=True)
class Bench:
    """Turns at work with a model, and what their decisions were made from."""

    line: Line
    endpoint: Endpoint
    listener: Listener
    turns: Turns
    heard: list[tuple[int, str, Listened | None]] = field(default_factory=list)

    async def tell(self, *updates: tuple[int, dict[str, Any]]) -> None:
        await arrive(self.line, *updates)
        self.turns.ring()

    async def rest(self) -> None:
        async with asyncio.timeout(20):
            while not await self.line.store.run(inbox.is_empty):  # noqa: ASYNC110
                await asyncio.sleep(0.002)

    def of(self, person: int) -> list[str]:
        return [said for whose, said, _ in self.heard if whose == person]


@asynccontextmanager
async def bench(
    line: Line,
    patch: pytest.MonkeyPatch,
    act: Act | None = None,
    *,
    timeout_s: float = 5,
    tokens: int = 1_000_000,
    decides: bool = True,
) -> AsyncIterator[Bench]:
    """Turns at work while inside, on a model that tells a window of every message, or misbehaves."""
    async with standing(window, act) as endpoint, wire.opened(Model(endpoint.url, "m", None, timeout_s)) as model:
        listener = Listener(line.store, line.telegram, line.clock, model, tokens_a_day=tokens)
        worker = Turns(line.store, line.telegram, line.clock, lambda _: None, listener=listener)
        made = Bench(line, endpoint, listener, worker)

        def decide(incoming: Incoming, before: Known | None, _now: datetime) -> Turn:
            made.heard.append((incoming.person_id, incoming.text, incoming.listened))
            person = before.person if before else Person(id=incoming.person_id)
            return Turn(known=Known(person=person), say=(Message(text=Html("said")),))

        if decides:
            patch.setattr(turns, "respond", decide)
        running = asyncio.create_task(worker.run())
        yield made
        running.cancel()
        await asyncio.wait([running])


async def rows(line: Line, columns: str) -> list[Any]:
    def ask(session: Session) -> list[Any]:
        found = session.connection().execute(
            sa.text(f"SELECT {columns} FROM inbox LEFT JOIN question USING (update_id) ORDER BY update_id")
        )
        return [tuple(row) for row in found]

    return await line.store.run(ask)


async def test_a_text_is_decided_with_what_the_model_heard(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    async with bench(line, monkeypatch) as at:
        await at.tell(text(1, TOLD))
        await at.rest()

    ((_, _, heard),) = at.heard
    assert heard is not None
    assert (heard.by, [one.name for one in heard.candidates]) == (By.MODEL, ["window"])
    assert await rows(line, "answer, body, said, tokens") == [(None, None, "answered", 4000)]


@pytest.mark.parametrize("said", ["/status", "hi", "thanks", "I want to die", "/interview Acme tomorrow at 3pm"])
async def test_what_needs_no_model_is_not_shown_to_one(line: Line, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    async with bench(line, monkeypatch) as at:
        await at.tell(text(1, said))
        await at.rest()

    assert at.endpoint.asked == []
    assert [heard for _, _, heard in at.heard] == [None]


async def test_a_bare_answer_is_not_shown_to_one(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    await line.keep(Known(person=Person(id=ANA, asking="interview", asking_about=0)))
    async with bench(line, monkeypatch) as at:
        await at.tell(text(1, "Acme"), text(2, TOLD))
        await at.rest()

    assert at.endpoint.asked == [TOLD]


async def test_what_others_have_written_is_not_shown_to_one(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    person, update = text(1, TOLD)
    origin = {"type": "hidden_user", "sender_user_name": "Priya", "date": 0}
    letter = (
        "Dear Ana,\nthank you for your time. Unfortunately we have chosen somebody else.\nKind regards,\nPriya Shah"
    )
    async with bench(line, monkeypatch) as at:
        await at.tell((person, {**update, "message": {**update["message"], "forward_origin": origin}}))
        await at.tell(text(2, letter))
        await at.rest()

    assert len(at.heard) == 2
    assert at.endpoint.asked == []


async def test_who_wants_no_model_is_not_shown_to_one(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    await line.keep(Known(person=Person(id=ANA, no_model=True)))
    async with bench(line, monkeypatch) as at:
        await at.tell(text(1, TOLD), text(2, TOLD, BEN))
        await at.rest()

    assert at.endpoint.asked == [TOLD]
    assert {whose: heard is None for whose, _, heard in at.heard} == {ANA: True, BEN: False}


async def test_nothing_goes_out_but_the_message_and_the_names_that_it_may_mean(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with bench(line, monkeypatch, decides=False) as at:
        await at.tell(text(1, "Interview with Acme tomorrow at 3pm, product designer"))
        await at.tell(text(2, "Interview with Globex on Friday at 11, with Dana Reed"))
        await at.tell(text(3, "Acme have moved it to Thursday"))
        await at.rest()

    last = json.loads(at.endpoint.bodies[-1]["messages"][-1]["content"])
    assert last["message"] == "Acme have moved it to Thursday"
    assert set(last["employers known"]) <= {"Acme", "Globex"}
    assert not {"Dana", "designer", "15:00"} & set(json.dumps(last).replace('"', " ").split())


async def test_a_person_costs_no_more_a_day_than_they_may(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    async with bench(line, monkeypatch, tokens=6000) as at:
        await at.tell(*(text(n, TOLD) for n in range(1, 5)), text(5, TOLD, BEN))
        await at.rest()
        line.clock.set(NOON + timedelta(days=1, seconds=1))
        await at.tell(text(6, TOLD))
        await at.rest()

    asked_about = [heard is not None for whose, _, heard in at.heard if whose == ANA]
    assert asked_about == [True, True, False, False, True]
    assert [heard is not None for whose, _, heard in at.heard if whose == BEN] == [True]


async def test_somebody_is_seen_to_type_meanwhile(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    async with bench(line, monkeypatch) as at:
        at.endpoint.delay_s = 0.2
        await at.tell(text(1, TOLD))
        await at.rest()

    assert [call.method for call in line.local.calls] == ["sendChatAction"]


# What goes wrong


@pytest.mark.parametrize("fault", [name for name in FAULTS if name not in ("says nothing", "drips", "never ends")])
async def test_a_model_that_misbehaves_costs_one_message_nothing_but_the_wait(
    line: Line, monkeypatch: pytest.MonkeyPatch, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with bench(line, monkeypatch, FAULTS[fault], timeout_s=1) as at:
        await at.tell(text(1, TOLD))
        await at.rest()

    assert [heard for _, _, heard in at.heard] == [None]
    assert await rows(line, "state, attempts") == [("done", 0)]
    assert "Friday" not in caplog.text


async def test_a_model_that_says_nothing_is_waited_for_no_longer_than_it_may_take(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with bench(line, monkeypatch, FAULTS["says nothing"], timeout_s=1) as at:
        began = asyncio.get_running_loop().time()
        await at.tell(text(1, TOLD), text(2, "/status", BEN))
        await until(lambda: bool(at.of(BEN)))
        first = list(at.heard)
        await at.rest()
        whole = asyncio.get_running_loop().time() - began

    assert [whose for whose, _, _ in first] == [BEN]
    assert 1 <= whole < 10
    assert await rows(line, "said") == [("timeout",), (None,)]


async def test_a_slow_model_takes_nobodys_place(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PEOPLE_AT_ONCE", 2)
    async with bench(line, monkeypatch, timeout_s=5) as at:
        at.endpoint.delay_s = 3.0
        slow = [text(n, TOLD, 2000 + n) for n in range(1, 9)]
        await at.tell(*slow)
        await until(lambda: at.listener.others.asking == 8)
        await at.tell(text(20, "/status", BEN))
        await until(lambda: bool(at.of(BEN)))

        assert len(at.heard) == 1
        await at.rest()
    assert len(at.heard) == 9


async def test_the_order_of_one_person_holds(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    said = [TOLD if n % 2 else f"/n{n}" for n in range(1, 9)]
    async with bench(line, monkeypatch) as at:
        at.endpoint.delay_s = 0.05
        await at.tell(*(text(n, one) for n, one in enumerate(said, 1)))
        await at.rest()

    assert at.of(ANA) == said


async def test_whoever_is_told_to_end_waits_for_no_answer(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    async with bench(line, monkeypatch, FAULTS["says nothing"], timeout_s=30) as at:
        await at.tell(text(1, TOLD))
        await until(lambda: at.listener.others.asking == 1)

    assert [heard for _, _, heard in at.heard] == [None]
    assert await rows(line, "state, said") == [("done", "ending")]


# What is written down


async def test_an_answer_that_is_kept_is_not_asked_for_again(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    await arrive(line, text(1, TOLD))
    await line.store.run(asked.mark, 1, What.ACTS, NOON)
    await line.store.run(asked.keep, 1, What.ACTS, Said(asked.ANSWERED, window(TOLD), 900, 4000))
    async with bench(line, monkeypatch) as at:
        await at.rest()

    assert at.endpoint.asked == []
    assert [heard is not None for _, _, heard in at.heard] == [True]


async def test_a_question_whose_answer_was_lost_is_not_asked_again(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    await arrive(line, text(1, TOLD))
    await line.store.run(asked.mark, 1, What.ACTS, NOON - timedelta(minutes=1))
    async with bench(line, monkeypatch) as at:
        await at.rest()

    assert at.endpoint.asked == []
    assert [heard for _, _, heard in at.heard] == [None]
    assert await rows(line, "said") == [("interrupted",)]


async def test_what_another_process_asks_about_is_left_to_it(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    if not line.store.is_shared:
        pytest.skip("there is one process on SQLite")
    await arrive(line, text(1, TOLD))
    await line.store.run(asked.mark, 1, What.ACTS, NOON)
    async with bench(line, monkeypatch, timeout_s=1) as at:
        await at.tell(text(2, TOLD, BEN))
        await until(lambda: bool(at.of(BEN)))
        assert at.of(ANA) == []
        line.clock.set(NOON + timedelta(seconds=1) + inquiry.SLACK)
        await at.rest()

    assert at.of(ANA) == [TOLD]
    assert at.endpoint.asked == [TOLD]


async def test_of_two_readings_one_counts(line: Line) -> None:
    await arrive(line, text(1, TOLD))
    await line.store.run(asked.mark, 1, What.ACTS, NOON)

    first = await line.store.run(asked.keep, 1, What.ACTS, Said("interrupted"))
    late = await line.store.run(asked.keep, 1, What.ACTS, Said(asked.ANSWERED, window(TOLD), 9000, 4000))

    assert (first, late) == (True, False)
    assert (await line.store.run(asked.look, 1, What.ACTS)).answer is None


async def test_a_decision_that_fails_is_made_again_from_the_same_answer(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with bench(line, monkeypatch) as at:
        decide, stumbles = turns.respond, iter([True])

        def stumble_once(incoming: Incoming, before: Known | None, now: datetime) -> Turn:
            turn = decide(incoming, before, now)
            if next(stumbles, False):
                raise ZeroDivisionError
            return turn

        monkeypatch.setattr(turns, "respond", stumble_once)
        await at.tell(text(1, TOLD))
        await at.rest()

    assert [heard is not None for _, _, heard in at.heard] == [True, True]
    assert at.endpoint.asked == [TOLD]


async def test_the_whole_turn_is_told_by_what_it_was_heard(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    async with bench(line, monkeypatch, FAULTS["is broken"], decides=False) as at:
        await at.tell(text(1, "Interview with Acme tomorrow at 3pm"), text(2, "blorb the frumious"), text(3, "/status"))
        await at.rest()

    assert await rows(line, "heard") == [("rules",), ("nothing",), (None,)]
    assert (await line.store.run(known.recall, ANA)) is not None
