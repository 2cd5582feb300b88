"""The command `afterword calendar`: files, stories and titles in, JSON Lines out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.calendars import command
from tests.calendars.examples import START, calendar, event

INVITATION = calendar(event(START, "DTEND:20260910T130000Z", "SUMMARY:Interview"), head=("METHOD:REQUEST",))


def told(tmp_path: Path, data: bytes, zone: str = "Europe/Berlin") -> dict[str, Any]:
    path = tmp_path / "invite.ics"
    path.write_bytes(data)
    (line,) = command.files([str(path)], zone)
    answer: dict[str, Any] = json.loads(line)
    assert answer.pop("file") == str(path)
    return answer


def flowed(*steps: dict[str, Any], **fields: Any) -> dict[str, Any]:
    (line,) = command.flows([json.dumps({"id": "x", "kind": "file", "steps": steps} | fields)])
    answer: dict[str, Any] = json.loads(line)
    return answer


def test_a_file_is_told_with_its_events(tmp_path: Path) -> None:
    event_told = {"uid": "a@example.com", "start": "2026-09-10T12:00:00Z", "end": "2026-09-10T13:00:00Z"}
    event_told |= {"all_day": False, "summary": "Interview", "status": None, "sequence": 0}  # type: ignore[dict-item]
    assert told(tmp_path, INVITATION) == {
        "expect": "events",
        "method": "REQUEST",
        "events": [event_told],
        "more": False,
    }


def test_days_and_times_without_a_zone_are_marked(tmp_path: Path) -> None:
    data = calendar(event("DTSTART:20260910"), event("DTSTART;TZID=Mars:20260911T120000", uid="b"))
    day, floating = told(tmp_path, data, "Asia/Tokyo")["events"]
    assert (day["start"], day["end"], day["all_day"]) == ("2026-09-10", "2026-09-11", True)
    assert (floating["start"], floating["floating"], floating["unknown_tzid"]) == ("2026-09-11T03:00:00Z", True, "Mars")


def test_six_of_many_events_are_told(tmp_path: Path) -> None:
    answer = told(tmp_path, calendar(event(START, "RRULE:FREQ=DAILY")))
    assert (len(answer["events"]), answer["more"]) == (6, True)


def test_a_cancellation_is_told_by_its_uid(tmp_path: Path) -> None:
    answer = told(tmp_path, calendar(event("SEQUENCE:3"), head=("METHOD:CANCEL",)))
    assert answer == {"expect": "cancel", "method": "CANCEL", "uid": "a@example.com", "sequence": 3}


def test_a_file_that_gives_nothing_is_told_in_one_sentence(tmp_path: Path) -> None:
    answer = told(tmp_path, b"\x89PNG")
    assert (answer["expect"], answer["reason"]) == ("reject", "picture")
    assert answer["why"].startswith("This is a picture")


def test_a_file_that_is_not_there_is_told_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "invite.ics").write_bytes(INVITATION)
    lines = command.files([str(tmp_path / "nothing.ics"), "nul\0", str(tmp_path / "invite.ics")])
    assert ["error" in json.loads(next(lines)) for _ in range(3)] == [True, True, False]
    with pytest.raises(command.Unreadable, match="2 of the files"):
        next(lines)


def test_a_zone_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="Mars"):
        next(command.files([], "Mars"))


def test_a_story_is_told_step_by_step() -> None:
    off = calendar(event("SEQUENCE:1"), head=("METHOD:CANCEL",)).decode()
    answer = flowed(
        {"now": "2026-09-02T08:00:00Z", "ics": INVITATION.decode()},
        {"now": "2026-09-03T08:00:00Z", "ics": "<html>"},
        {"now": "2026-09-04T08:00:00Z", "ics": off},
    )
    planned = [{"uid": "a@example.com", "start": "2026-09-10T12:00:00Z", "end": "2026-09-10T13:00:00Z"}]
    assert answer["steps"] == [
        {"planned": planned, "changed": True, "ask": None},
        {"planned": planned, "changed": False, "ask": None},
        {"planned": [], "changed": True, "ask": None},
    ]


def test_a_story_of_a_feed_may_end_in_a_question() -> None:
    answer = flowed(
        {"now": "2026-09-02T08:00:00Z", "ics": INVITATION.decode()},
        {"now": "2026-09-03T08:00:00Z", "ics": calendar().decode()},
        kind="feed",
    )
    assert [step["ask"] for step in answer["steps"]] == [None, "gone"]


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "mail"},
        {"steps": None},
        {"steps": [{"now": "soon", "ics": ""}]},
        {"steps": [{"now": "2026-09-02T08:00:00Z"}]},
        {"steps": [{"now": "2026-09-02T08:00:00", "ics": ""}]},
        {"steps": [3]},
        {"tz": "Mars"},
    ],
)
def test_a_story_that_cannot_be_read_is_answered_in_its_place(fields: dict[str, Any]) -> None:
    answer = flowed(**fields)
    assert answer["id"] == "x"
    assert answer["error"]


def test_titles_are_told_by_their_id_or_line() -> None:
    lines = ['{"title": "Interview with Acme"}', "", '{"id": "d", "title": "Dentist", "description": null}']
    assert [json.loads(line) for line in command.titles(lines)] == [
        {"id": 1, "label": "interview"},
        {"id": "d", "label": "not"},
    ]


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"title": 3}', '{"title": "x", "location": 3}'])
def test_a_title_that_cannot_be_read_is_answered_in_its_place(line: str) -> None:
    lines = [json.loads(answer) for answer in command.titles([line, '{"title": "x"}'])]
    assert [set(answer) for answer in lines] == [{"id", "error"}, {"id", "label"}]
