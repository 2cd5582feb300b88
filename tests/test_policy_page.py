"""The page for people, the sentences and the code say the same."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from scheduler.policy import parameters
from scheduler.policy.judge import STEPS

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "contact-policy.md").read_text("utf-8")
CODE = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "scheduler" / "policy").glob("*.py")))
RULES = [f"R{number}" for number in range(1, 45)]
TOLD_ELSEWHERE = {"R43"}
"""How a text is written belongs to `bot`."""


def in_words(value: object) -> str:
    if isinstance(value, timedelta):
        hours, minutes = divmod(int(value.total_seconds()) // 60, 60)
        if minutes:
            return f"{minutes} minutes"
        return f"{hours} hours" if hours <= 48 else f"{value.days} days"
    if isinstance(value, dict):
        return ", ".join(f"{stage} {int(days)}" for stage, days in value.items()) + " business days"
    return str(value)


def sentences() -> dict[str, str]:
    with (ROOT / "bot" / "words" / "en" / "verdicts.po").open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


def test_every_number_stands_on_the_page_as_it_is_in_the_code() -> None:
    on_the_page = dict(re.findall(r"^\| ([A-Z_]+) \| (.+?) \|", PAGE, re.MULTILINE))
    in_the_code = {name: in_words(getattr(parameters, name)) for name in on_the_page}

    assert on_the_page == in_the_code

    code = Path(parameters.__file__).read_text("utf-8")
    assert set(on_the_page) == set(re.findall(r"^([A-Z_]+) = ", code, re.MULTILINE))


def test_steps_stand_in_the_order_of_the_page() -> None:
    assert re.findall(r"^\d+\. `(\w+)`", PAGE, re.MULTILINE) == [*(step.__name__ for step in STEPS), "state"]


def test_every_rule_stands_on_the_page_once() -> None:
    assert re.findall(r"^\| (R\d+) \|", PAGE, re.MULTILINE) == RULES


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_said_with_its_source(rule: str) -> None:
    assert "Source:" in sentences()[f"rule.{rule}"]


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule not in TOLD_ELSEWHERE])
def test_every_rule_is_found_in_the_code_by_its_number(rule: str) -> None:
    assert re.search(rf"\b{rule}\b", CODE)
