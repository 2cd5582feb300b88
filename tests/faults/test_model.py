"""A language model in the way of every message: bots that die around it, and models that misbehave."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.faults.conftest import ALL, Report, size
from tests.faults.mortals import MODEL_S, Crowd, crowd, until
from tests.faults.test_kills import (
    SHORT,
    at_every_point,
    converse,
    kept_empty,
    spare,
    stores,
    when,
)
from tests.model.endpoint import FAULTS, Act, Endpoint, answer, reply, standing
from tests.postgres import prepare

__all__ = ["kept_empty", "spare", "stores", "when"]  # fixtures
KILLED = "27 killed while a model is asked (none was asked twice)"


def check(people: Crowd, endpoint: Endpoint) -> int:
    """That no message was asked about twice, and that no answer is kept for longer; how many were asked about."""
    asked = Counter(endpoint.asked)
    assert [text for text, times in asked.items() if times > 1] == []
    assert people.ask("SELECT count(*) FROM question WHERE answer IS NOT NULL") == [(0,)]
    return asked.total()


async def test_killed_at_any_commit_it_asks_once_and_loses_nothing(
    stores: list[Callable[[], str]], report: Report, seed: int, when: str
) -> None:
    asked: list[int] = []

    async def die(store_url: str, number: int) -> bool:
        async with (
            standing() as endpoint,
            crowd(store_url, model_url=endpoint.url, lease=SHORT, dies=(number, when)) as people,
        ):
            died = await converse(people)
            report(figures := people.figures(KILLED, int(died)))
            people.check(figures)
            asked.append(check(people, endpoint))
            return died

    step = size(7, 1)
    await at_every_point(stores, die, 1 + seed % step, step)
    assert max(asked) == len(("ana", "ben"))


def striking(people: Crowd, endpoint: Endpoint, at: int, *, after: bool) -> Act:
    """Kill the bot with its question on the way, or with the answer."""

    async def act(told: Endpoint, writer: asyncio.StreamWriter, message: str) -> None:
        if endpoint.asked.index(message) + 1 != at:
            return await answer(told, writer, message)
        if after:
            await reply(writer, "{}")
        people.bots[0].strike()
        raise ConnectionError

    return act


@pytest.mark.parametrize("after", [False, True])
async def test_killed_at_any_question_it_asks_once_and_loses_nothing(
    stores: list[Callable[[], str]], report: Report, after: bool
) -> None:
    asked: list[int] = []

    async def die(store_url: str, number: int) -> bool:
        async with standing() as endpoint, crowd(store_url, model_url=endpoint.url, lease=SHORT) as people:
            endpoint.act = striking(people, endpoint, number, after=after)
            died = await converse(people)
            report(figures := people.figures(KILLED, int(died)))
            people.check(figures)
            asked.append(check(people, endpoint))
            return died

    await at_every_point(stores, die, 1, 1)
    assert max(asked) == len(("ana", "ben"))


@pytest.mark.parametrize("number", [1, 2] if ALL else [1])
async def test_with_a_model_that_misbehaves_all_is_heard_in_time(store_url: str, number: int, report: Report) -> None:
    if number > 1 and store_url.startswith("sqlite"):
        pytest.skip("there is one process on SQLite")
    prepare(store_url)
    names = list(FAULTS)[:: size(6, 1)]
    async with standing() as endpoint, crowd(store_url, number, model_url=endpoint.url, lease=SHORT) as people:
        for bot in people.bots:
            await bot.rise()
        worst = timedelta()
        for name in names:
            endpoint.act = FAULTS[name]
            began = people.telegram.now()
            for one in ("ana", "ben", "cleo"):
                people.say(one)
            await until(people.is_over)
            worst = max(worst, people.telegram.now() - began)

        report(
            figures := people.figures(
                "28 a model that misbehaves (each way once or twice; lateness: of three answers)", len(names), worst
            )
        )
        people.check(figures)
        assert check(people, endpoint) > 0
    assert worst < timedelta(seconds=MODEL_S) + timedelta(seconds=10)
