"""The corpus of calendar files, where it can be found: what others' programs wrote, with the answers expected."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from bot.calendars import command
from bot.calendars.titles import label
from tests.calendars.examples import CORPUS

Record = dict[str, Any]
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="corpus not found")


@cache
def records(name: str) -> list[Record]:
    return [json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]


@cache
def answers() -> list[tuple[Record, Record]]:
    """What is expected of each file, and what is told."""
    expected = records("expected.jsonl")
    told = command.files(str(CORPUS / record["file"]) for record in expected)
    return [(record, json.loads(line)) for record, line in zip(expected, told, strict=True)]


def of_kind(kind: str) -> list[tuple[Record, Record]]:
    return [(expected, told) for expected, told in answers() if expected["expect"] == kind]


def as_compared(event: Record, beside: Record) -> Record:
    """An event without what its expectation leaves open."""
    compared = {**event, "summary": (event["summary"] or "").strip() or None}
    return {name: value for name, value in compared.items() if beside[name] is not None or name in ("uid", "status")}


def is_right(expected: Record, told: Record) -> bool:
    wanted, events = expected["events"], told.get("events", [])
    return (
        told["expect"] == "events"
        and expected["more"] in (None, told["more"])
        and len(events) == len(wanted)
        and all(set(want) == set(event) for want, event in zip(wanted, events, strict=True))
        and all(as_compared(event, w) == as_compared(w, w) for w, event in zip(wanted, events, strict=True))
    )


def test_nearly_every_file_is_read_exactly() -> None:
    events = of_kind("events")
    wrong = [expected["file"] for expected, told in events if not is_right(expected, told)]
    assert len(wrong) <= 0.03 * len(events), wrong


def test_what_is_to_be_refused_is_refused_in_one_sentence() -> None:
    assert [expected["file"] for expected, told in of_kind("reject") if not told.get("why")] == []


def test_a_cancellation_is_told() -> None:
    for expected, told in of_kind("cancel"):
        assert (told["expect"], told["uid"], told["sequence"]) == ("cancel", expected["uid"], expected["sequence"])


def test_every_other_file_ends_without_a_mistake_of_ours() -> None:
    for expected, told in [*of_kind("bounded"), *of_kind("any")]:
        assert told.get("reason") != "failed", expected["file"]
        assert "error" not in told


def test_every_story_is_told_as_expected() -> None:
    stories = records("flows.jsonl")
    for story, line in zip(stories, command.flows(map(json.dumps, stories)), strict=True):
        for step, told in zip(story["steps"], json.loads(line)["steps"], strict=True):
            expected = {name: value for name, value in step["expect"].items() if value is not None}
            assert {name: told[name] for name in expected} == expected, story["id"]


def test_titles_are_labelled_and_nothing_else_is_planned() -> None:
    right, false_plans = 0, []
    titles = records("titles.jsonl")
    for one in titles:
        found = label(one["title"], one["description"], one["organizer"], one["location"])
        right += found == one["label"] or (one["borderline"] and found == "ask")
        false_plans += [one["title"]] if (found, one["label"]) == ("interview", "not") else []
    assert false_plans == []
    assert right >= len(titles) - 2
