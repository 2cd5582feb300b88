"""What one stranger may bring: above it a kind sentence, nothing lost, and nobody else waits."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot import quotas
from bot.patience import respond
from bot.quotas import Pace, within
from bot.respond import respond as decide
from bot.settings import Settings
from bot.turn import Incoming, Kind, Message, Turn
from storage.facts import Known
from tests.conftest import NOON
from tests.wired import TOKEN

TEXT = Incoming(kind=Kind.TEXT, person_id=1, chat_id=1, name="Ana", language_code="en", text="/help")


def heard(text: str, known: Known | None) -> Turn:
    return respond(replace(TEXT, text=text), known, NOON)


def said(turn: Turn) -> str:
    return " ".join(str(one.text) for one in turn.say if isinstance(one, Message))


def test_one_application_too_many_is_not_taken_and_those_there_are_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotas, "MOST_OPEN", 1)
    one = heard("I had an interview at Acme today", None).known
    turn = heard("I had an interview at Globex today", one)
    assert turn.known == one
    assert "can't follow more" in said(turn)
    assert "can't follow" not in said(heard("They said by Friday", one))


def test_more_facts_than_anybody_needs_are_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    one = heard("I had an interview at Acme today", None).known
    assert one is not None
    monkeypatch.setattr(quotas, "MOST_ROWS", quotas.rows(one))
    turn = heard("I had an interview at Globex today", one)
    assert turn.known == one
    assert "/export" in said(turn)
    assert "/export" not in said(heard("/help me", one)) or heard("/help", one).known is not None


def test_what_takes_nothing_more_is_never_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    one = heard("I had an interview at Acme today", None).known
    for name in ("MOST_OPEN", "MOST_ROWS", "MOST_CHARACTERS"):
        monkeypatch.setattr(quotas, name, 0)
    turn = decide(TEXT, one, NOON)
    assert within(TEXT, one, turn) is turn


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.VOICE, Kind.LOCATION])
def test_nothing_is_kept_of_who_is_not_on_the_list(kind: Kind) -> None:
    turn = decide(replace(TEXT, kind=kind, is_welcome=False, person_id=77), None, NOON)
    assert turn.known is None
    assert "77" in said(turn)


@pytest.mark.parametrize(("written", "numbers"), [("", set()), ("7", {7}), ("7, 8 9", {7, 8, 9})])
def test_who_is_allowed_is_a_list_of_numbers(written: str, numbers: set[int]) -> None:
    assert Settings.model_validate({"token": TOKEN, "allowed": written}).allowed_numbers == numbers


async def test_whoever_is_too_fast_rests_and_goes_on() -> None:
    pace = Pace(1200)
    rested = asyncio.Event()
    pace.rested = rested.set
    fast = [pace.rests(1) for _ in range(1201)]
    assert fast[:1200] == [False] * 1200
    assert fast[-1] or pace.rests(1)
    assert pace.resting == {1}
    assert not pace.rests(2), "nobody else has to"
    assert [pace.is_to_be_told(1) for _ in range(3)] == [True, False, False]
    await asyncio.wait_for(rested.wait(), 5)
    assert pace.resting == set()
