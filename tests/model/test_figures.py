"""How much is heard with a model: a careful one, and one that misbehaves in every way that we know of.

`SHOW=1 python -m pytest tests/model/test_figures.py -s` prints the figures that stand in docs/hearing.md.
"""

from __future__ import annotations

import importlib.util
import json
import os
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from bot.hear import command
from bot.hear import model as answers
from bot.hear.listened import Listened
from bot.hear.prompt import instructions, question, schema
from bot.hear.scenes import SCENES
from bot.line import model as wire
from bot.line.completions import NoAnswerError
from bot.line.model import Model
from tests.model.endpoint import FAULTS, SHARED, Act, careful, standing

pytestmark = pytest.mark.skipif(not (SHARED / "model-answers.jsonl").exists(), reason="corpus not found")
Figures = dict[str, float]
SOME = 5
"""Of so many messages one is tried with each fault."""


@cache
def messages() -> tuple[dict[str, Any], ...]:
    """The shared messages to which there is a careful answer."""
    told = (json.loads(line) for line in (SHARED / "messages.jsonl").read_text(encoding="utf-8").splitlines())
    return tuple(one for one in told if one["text"] in careful())


@cache
def grade() -> Callable[..., tuple[str, Any]]:
    spec = importlib.util.spec_from_file_location("score_hearing", SHARED / "score_hearing.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made: Callable[..., tuple[str, Any]] = module.grade
    return made


async def asked(model: Model, text: str, scene: str) -> Listened | None:
    """What the model hears; None: the rules hear alone."""
    try:
        said = await model.ask(instructions(), question(text, SCENES[scene]), schema())
        return answers.listened(said.text, text, SCENES[scene])
    except (NoAnswerError, answers.Unusable):
        return None


async def figures(act: Act | None, which: tuple[dict[str, Any], ...], timeout_s: float = 5.0) -> Figures:
    """The shares of messages heard whole, wrong and so on, in percent."""
    tally: Counter[str] = Counter()
    async with standing(careful().__getitem__, act) as at, wire.opened(Model(at.url, "m", None, timeout_s)) as model:
        for one in which:
            heard = await asked(model, one["text"], one["scene"])
            told = command.one(one["text"], one["scene"], one["lang"], hears=lambda *_, heard=heard: heard)
            tally[grade()(one, told, False, defaultdict(Counter))[0]] += 1
    return {name: 100 * tally[name] / len(which) for name in ("whole", "part", "asked", "missed", "wrong")}


def by_rules(which: tuple[dict[str, Any], ...]) -> Figures:
    """The same, with no model."""
    told = ((one, command.one(one["text"], one["scene"], one["lang"])) for one in which)
    tally = Counter(grade()(one, answer, False, defaultdict(Counter))[0] for one, answer in told)
    return {name: 100 * tally[name] / len(which) for name in ("whole", "part", "asked", "missed", "wrong")}


def show(name: str, found: Figures) -> None:
    if os.environ.get("SHOW"):
        print(f"| {name} | {found['whole']:.1f} | {found['wrong']:.1f} |")


async def test_with_a_careful_model_nine_of_ten_messages_are_heard_whole() -> None:
    found = await figures(None, messages())
    show("rules alone", by_rules(messages()))
    show("a careful model", found)

    assert found["whole"] >= 90
    assert found["wrong"] <= 2


@pytest.mark.parametrize("fault", FAULTS)
async def test_with_one_that_misbehaves_no_less_is_heard_than_without_one(fault: str) -> None:
    some = messages()[::SOME]
    found, alone = await figures(FAULTS[fault], some, timeout_s=0.1), by_rules(some)
    show(f"one that misbehaves: {fault}", found)

    assert found == alone
