"""The line to a language model: bounded in bytes and time, in whatever form the endpoint takes a question."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic

import pytest

from bot.hear.prompt import instructions, schema
from bot.line import model as wire
from bot.line.completions import Answer, NoAnswerError, Why
from bot.line.model import Model
from tests.model.endpoint import FAULTS, Act, Endpoint, standing

QUESTION = '{"message": "they called"}'


@asynccontextmanager
async def line_to(
    act: Act | None = None, timeout_s: float = 5.0, refuses: tuple[str, ...] = ()
) -> AsyncIterator[tuple[Endpoint, Model]]:
    async with standing(act=act) as endpoint:
        endpoint.refuses = refuses
        model = Model(endpoint.url, "some-model", "a-key", timeout_s)
        async with wire.opened(model):
            yield endpoint, model


async def ask(model: Model) -> Answer:
    return await model.ask(instructions(), QUESTION, schema())


async def test_an_answer_comes_with_what_it_has_cost() -> None:
    async with line_to() as (endpoint, model):
        assert await ask(model) == Answer('{"acts": []}', 4000)
        assert "authorization: bearer a-key" in endpoint.heads[0].lower()
        assert endpoint.bodies[0]["response_format"]["type"] == "json_schema"
        assert endpoint.bodies[0]["model"] == "some-model"


REASONS = {
    "says nothing": Why.TIMEOUT,
    "drips": Why.TIMEOUT,
    "cuts the line": Why.UNREACHABLE,
    "stops half way": Why.UNREACHABLE,
    "never ends": Why.TOO_LONG,
    "is packed": Why.NO_JSON,
    "is busy": Why.BUSY,
    "is broken": Why.BROKEN,
    "is away": Why.BUSY,
    "refuses the key": Why.REFUSED_KEY,
    "is another page": Why.NO_JSON,
    "sends elsewhere": Why.BROKEN,
    "is nested": Why.NO_JSON,
    "refuses": Why.REFUSED,
    "is empty": Why.EMPTY,
    "is cut": Why.CUT,
}


@pytest.mark.parametrize("fault", REASONS)
async def test_whatever_is_no_answer_is_told_in_one_word_and_in_time(fault: str) -> None:
    async with line_to(FAULTS[fault], timeout_s=0.3) as (_, model):
        began = monotonic()
        with pytest.raises(NoAnswerError) as failed:
            await ask(model)

        assert failed.value.why is REASONS[fault]
        assert monotonic() - began < 10


async def test_where_nobody_listens_there_is_no_answer() -> None:
    async with wire.opened(Model("http://127.0.0.1:9/v1", "m", None, 1)) as model:
        with pytest.raises(NoAnswerError) as failed:
            await ask(model)
    assert failed.value.why is Why.UNREACHABLE


@pytest.mark.parametrize(
    ("refuses", "left"),
    [
        ((), "json_schema"),
        (("json_schema",), "json_object"),
        (("response_format",), None),
        (("response_format", "temperature"), None),
        (("temperature",), "json_schema"),
    ],
)
async def test_an_endpoint_is_asked_in_the_best_form_that_it_takes(refuses: tuple[str, ...], left: str | None) -> None:
    async with line_to(refuses=refuses) as (endpoint, model):
        for _ in range(2):
            assert (await ask(model)).text == '{"acts": []}'

        assert [body.get("response_format", {}).get("type") for body in endpoint.bodies] == [left, left]
        assert ("temperature" in endpoint.bodies[1]) is ("temperature" not in refuses)


async def test_one_that_takes_no_form_at_all_is_given_up() -> None:
    async with line_to(refuses=("model",)) as (_, model):
        with pytest.raises(NoAnswerError) as failed:
            await ask(model)
    assert failed.value.why is Why.NOT_TAKEN


async def test_one_that_fails_again_and_again_is_left_alone_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "REST_S", 0.2)
    async with line_to(FAULTS["is broken"]) as (endpoint, model):
        for _ in range(wire.FAILURES_BEFORE_REST + 3):
            with pytest.raises(NoAnswerError):
                await ask(model)
        assert len(endpoint.asked) == wire.FAILURES_BEFORE_REST
        assert model.is_resting

        endpoint.act = None
        await asyncio.sleep(0.25)
        assert await ask(model)


async def test_one_that_names_the_seconds_to_wait_is_left_alone_for_so_long() -> None:
    async with line_to(FAULTS["is busy"]) as (endpoint, model):
        for _ in range(2):
            with pytest.raises(NoAnswerError):
                await ask(model)
        assert len(endpoint.asked) == 1


async def test_waiting_for_a_place_counts_as_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    async with line_to(FAULTS["says nothing"], timeout_s=1) as (_, model):
        began = monotonic()
        asked = [ask(model) for _ in range(3 * wire.AT_ONCE)]
        ended = await asyncio.gather(*asked, return_exceptions=True)

        assert all(isinstance(one, NoAnswerError) for one in ended)
        assert monotonic() - began < 2.5


def test_the_address_may_be_given_whole() -> None:
    short, whole = Model("http://a/v1/", "m", None, 1), Model("http://a/v1/chat/completions", "m", None, 1)

    assert short.address == whole.address == "http://a/v1/chat/completions"
