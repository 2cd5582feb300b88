"""The command `afterword read`: JSON Lines in, JSON Lines out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.hear.times import command


def answers(*lines: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in command.main(lines)]


def asked(**fields: Any) -> str:
    return json.dumps(
        {"id": "x", "kind": "window", "text": "by Friday", "now": "2026-06-10T12:00", "tz": "UTC"} | fields
    )


def test_each_kind_is_answered_in_its_own_form() -> None:
    read = answers(
        asked(kind="window", text="by Friday"),
        asked(kind="window", text="soon"),
        asked(kind="window", text="yes"),
        asked(kind="interview_time", text="tomorrow 3-4pm"),
        asked(kind="time", text="tomorrow 3pm"),
        asked(kind="snooze", text="in an hour"),
        asked(kind="place", text="Berlin"),
        asked(kind="place", text="Portland"),
    )
    assert [one["answer"] for one in read] == [
        {"earliest": None, "latest": "2026-06-12"},
        {"unknown": True},
        {"ask": True},
        {"start": "2026-06-11T15:00", "end": "2026-06-11T16:00"},
        {"start": "2026-06-11T15:00", "end": None},
        {"at": "2026-06-10T13:00"},
        {"zone": "Europe/Berlin", "name": "Berlin"},
        {
            "choose": [
                {"zone": "America/New_York", "name": "Portland (Maine)"},
                {"zone": "America/Los_Angeles", "name": "Portland (Oregon)"},
            ]
        },
    ]


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[]",
        '{"id": "x"}',
        asked(kind="colour"),
        asked(tz="Mars/Olympus"),
        asked(now="tomorrow"),
        asked(text=7),
        asked(tz="../etc/passwd"),
    ],
)
def test_a_line_that_cannot_be_read_says_why_and_the_others_go_on(line: str) -> None:
    first, second = answers(line, asked())
    assert first["error"]
    assert second["answer"] == {"earliest": None, "latest": "2026-06-12"}


def test_a_time_with_an_offset_is_put_into_the_zone() -> None:
    read = answers(asked(kind="snooze", text="tomorrow", now="2026-06-10T23:30+00:00", tz="Asia/Tokyo"))
    assert read == [{"id": "x", "answer": {"at": "2026-06-12T09:00"}}]


def test_the_language_may_be_named() -> None:
    assert answers(asked(text="bis Freitag", language="de"))[0]["answer"] == {"earliest": None, "latest": "2026-06-12"}
