"""The labelled messages of our own keep to the table of acts, and their spans to their texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.hear.acts import KINDS
from bot.hear.scenes import SCENES

FILES = sorted((Path(__file__).parents[1] / "data" / "hearing").glob("*.jsonl"))


def messages(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_acts_and_scenes_are_known_and_spans_stand_in_the_text(path: Path) -> None:
    for message in messages(path):
        assert message["scene"] in SCENES
        for act in message["acts"]:
            assert act["act"] in KINDS, message["id"]
            assert act["span"] in message["text"], message["id"]


def test_no_text_and_no_id_comes_twice_in_a_file() -> None:
    for path in FILES:
        told = messages(path)
        assert len({one["id"] for one in told}) == len(told), path.stem
        assert len({one["text"].casefold() for one in told}) == len(told), path.stem
