"""A Draft in a model's words is asked for once, shown as such, and never needed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.coaching.lettering.telling import TASK
from storage import asked
from storage.asked import Said
from storage.facts import Known
from storage.tables import What
from tests.conftest import NOON
from tests.model.endpoint import FAULTS
from tests.model.test_lettering import GOOD, KNOWN, answer
from tests.model.test_listening import Bench, bench, rows
from tests.test_turns import arrive, text
from tests.wired import ANA, BEN, Line, deliver, open_line, until

WISH = "can you write the follow-up for Acme, but less stiff and mention the dog"
OURS = "Warmer, for Acme."


@pytest.fixture
async def line(tmp_path: Path, store_url: str) -> AsyncIterator[Line]:
    async with open_line(tmp_path, store_url) as opened:
        await opened.keep(known_to(ANA))
        yield opened


def known_to(person: int, **more: Any) -> Known:
    """Two talks that were twelve days ago: nobody has said by when they answer."""
    shift = NOON - timedelta(days=12) - KNOWN.interviews[0].start
    talks = [replace(one, start=one.start + shift, end=one.end + shift) for one in KNOWN.interviews]
    notes = [replace(note, at=NOON - timedelta(days=12)) for note in KNOWN.notes]
    kept = replace(KNOWN.person, id=person, zone_confirmed=True, serial=9, **more)
    return replace(KNOWN, person=kept, interviews=tuple(talks), notes=tuple(notes))


def good(told: dict[str, Any]) -> str:
    """The first sentence names no day."""
    return answer("I enjoyed our talk, and I'm still really keen on the data engineer role at Acme.", *GOOD[1:])


def bad(_told: dict[str, Any]) -> str:
    return answer("Marcus and I led 12 teams.", *GOOD[1:])


async def told(at: Bench, *words: str, writes: Callable[[dict[str, Any]], str] = good) -> str:
    at.endpoint.answers = lambda _: '{"acts": []}'
    at.endpoint.writes = writes
    for number, one in enumerate(words, 1):
        await at.tell(text(number, one))
        await at.rest()
    return await shown(at.line)


async def shown(line: Line, person: int = ANA) -> str:
    """What was said last."""
    await deliver(line.courier())
    return line.shown(person)[-1]


async def test_a_draft_comes_in_the_words_of_the_model(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    async with bench(line, monkeypatch, decides=False) as at:
        last = await told(at, WISH)

    assert "written with m" in last
    assert GOOD[1] in last
    assert last.rstrip().endswith("Best wishes\nAna")
    assert await rows(line, "what, said, answer, tokens") == [
        ("acts", "answered", None, 4000),
        ("letter", "answered", None, 4000),
    ]
    assert "Read it through" in last


async def test_a_change_in_own_words_begins_with_what_it_wrote_before(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with bench(line, monkeypatch, decides=False) as at:
        last = await told(at, WISH, "mention the tour")

    assert [one.get("before", "")[:9] for one in at.endpoint.letters] == ["", "I enjoyed"]
    assert "written with" in last


async def test_words_that_were_not_told_are_asked_for_once_more(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter((bad, good))

    def in_turn(told: dict[str, Any]) -> str:
        return next(answers)(told)

    async with bench(line, monkeypatch, decides=False) as at:
        last = await told(at, WISH, writes=in_turn)

    assert at.endpoint.letters[1]["cannot be used, because"] == "untold: Marcus, led, 12"
    assert "written with" in last
    assert (await rows(line, "said, tokens"))[1] == ("answered", 8000)


async def test_after_two_such_answers_the_draft_is_ours(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    async with bench(line, monkeypatch, decides=False) as at:
        last = await told(at, WISH, writes=bad)

    assert len(at.endpoint.letters) == 2
    assert OURS in last
    assert "Marcus" not in last
    assert (await rows(line, "said, answer"))[1] == ("untold", None)


@pytest.mark.parametrize("fault", ["is nested", "refuses", "other acts"])
async def test_whatever_a_model_does_there_is_a_draft(line: Line, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    async with bench(line, monkeypatch, FAULTS[fault], decides=False, timeout_s=1) as at:
        last = await told(at, WISH)

    assert OURS in last
    assert "written with" not in last


async def test_who_wants_no_model_gets_ours(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    await line.keep(known_to(ANA, no_model=True))
    async with bench(line, monkeypatch, decides=False) as at:
        last = await told(at, WISH)

    assert (at.endpoint.letters, OURS in last) == ([], True)


async def test_who_has_cost_enough_for_a_day_gets_ours(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    async with bench(line, monkeypatch, decides=False, tokens=3000) as at:
        last = await told(at, WISH)

    assert (len(at.endpoint.asked), at.endpoint.letters, OURS in last) == (1, [], True)


async def test_a_slow_letter_keeps_nobody_waiting(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    async with bench(line, monkeypatch, decides=False) as at:
        at.endpoint.answers, at.endpoint.writes = (lambda _: '{"acts": []}'), good
        await at.tell(text(1, WISH))
        await until(lambda: len(at.endpoint.asked) == 1)
        at.endpoint.delay_s = 3
        await at.tell(text(2, "/help", BEN))
        await until(lambda: at.listener.others.asking == 1)
        async with asyncio.timeout(2):  # a second less than the letter takes
            while not line.shown(BEN):
                await deliver(line.courier())
        await at.rest()

    assert "written with" in await shown(line)


async def test_a_letter_that_is_kept_is_not_asked_for_again(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    await arrive(line, text(1, WISH))
    await line.store.run(asked.mark, 1, What.LETTER, NOON)
    await line.store.run(asked.keep, 1, What.LETTER, Said(asked.ANSWERED, good({}), 900, 4000))
    async with bench(line, monkeypatch, decides=False) as at:
        at.endpoint.answers = lambda _: '{"acts": []}'
        await at.rest()

    assert at.endpoint.letters == []
    assert "written with" in await shown(line)


async def test_a_letter_that_was_lost_is_not_asked_for_again(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    await arrive(line, text(1, WISH))
    await line.store.run(asked.mark, 1, What.LETTER, NOON - timedelta(minutes=1))
    async with bench(line, monkeypatch, decides=False) as at:
        at.endpoint.answers = lambda _: '{"acts": []}'
        await at.rest()

    assert at.endpoint.letters == []
    assert OURS in await shown(line)


async def test_what_decides_something_is_written_by_us(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    async with bench(line, monkeypatch, decides=False) as at:
        last = await told(at, "please write a withdrawal for Acme that sounds friendly and warm")

    assert at.endpoint.letters == []
    assert "written with" not in last


async def test_nothing_of_others_goes_out(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    async with bench(line, monkeypatch, decides=False) as at:
        await told(at, WISH)

    sent = json.dumps(at.endpoint.letters)
    assert "Bruno" in sent
    assert not any(name in sent for name in ("Globex", "Dana", "analyst"))
    assert at.endpoint.bodies[-1]["messages"][0]["content"] == TASK
