"""Every promise to a person, lived: they say and press, time passes, and this is what the bot said.

Each story in tests/stories has its transcript beside it, as a person would read it. When a change is wanted, look at
the difference, and write the new transcript with `python -m tests.test_stories NAME`.
"""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.rehearsal.play import StoryUnplayable
from tests.conftest import HERE, nudges_in, said, steps, story, transcript_of

FOLDER = HERE / "stories"
NAMES = sorted(path.stem for path in FOLDER.glob("*.jsonl"))


def readable(transcript: list[dict[str, Any]]) -> str:
    """A transcript as a script: when, who, what, and the buttons under it."""
    lines: list[str] = []
    for line in transcript:
        if line["from"] == "facts":
            continue
        when = datetime.fromisoformat(line["at"]).strftime("%a %d %b %H:%M")
        who = line["person"] if line["from"] == "person" else "bot"
        marks = [f"({line['nudge']})"] if line["nudge"] else []
        marks += [f"(instead of {line['edited']})"] if line["edited"] else []
        text = line["text"].replace("\n", "\n    ")
        lines.append(" ".join([f"{when} {who} #{line['id']}:", *marks, text]))
        lines += ["    " + " ".join(f"[{label}]" for label in row) for row in line["buttons"]]
    return "\n".join(line.rstrip() for line in lines) + "\n"


@pytest.mark.parametrize("name", NAMES)
async def test_story(name: str) -> None:
    told = await story(name)
    assert readable(told) == (FOLDER / f"{name}.txt").read_text()
    for at, nudge in nudges_in(told):
        assert "08:00" <= at[11:16] < "21:00", (nudge, at, "comes at night")


async def test_a_bot_killed_after_every_step_tells_the_same_story() -> None:
    lines = (FOLDER / "first-interview.jsonl").read_text().splitlines()
    scene, story_steps = lines[0], lines[1:]
    killed = [scene, *(line for step in story_steps for line in (step, json.dumps({"restart": True})))]
    assert readable(await transcript_of(killed)) == (FOLDER / "first-interview.txt").read_text()


async def test_while_telegram_is_down_nothing_is_lost_and_nothing_comes_twice() -> None:
    told = await transcript_of(
        steps(
            {"now": "2026-11-30T10:00", "tz": "Europe/London"},
            {"say": "/start"},
            {"press": "Yes"},
            {"say": "Interview with Acme today at 11am for an hour, designer"},
            {"wait": "PT20M"},
            {"telegram": "down"},
            {"until": "2026-11-30T12:30"},
            {"telegram": "up"},
            {"wait": "PT20M"},
        )
    )
    assert [name for _, name in nudges_in(told)] == ["pocket_card", "check_in"]


async def test_too_many_requests_delay_a_reply_and_lose_none() -> None:
    told = await transcript_of(
        steps({"say": "/start"}, {"telegram": "429", "seconds": 30}, {"say": "/help"}, {"wait": "PT1M"})
    )
    assert said(told)[-1].startswith("Talk to me")
    assert told[-1]["at"] > "2026-11-30T09:00:30"


async def test_whoever_blocks_the_bot_is_left_alone_and_finds_everything_on_return() -> None:
    told = await transcript_of(
        steps(
            {"now": "2026-11-30T10:00", "tz": "Europe/London"},
            {"say": "/start"},
            {"press": "Yes"},
            {"say": "Interview with Acme today at 11am for an hour, designer"},
            {"wait": "PT20M"},
            {"telegram": "blocked"},
            {"until": "2026-12-01T10:00"},
        )
    )
    assert [name for _, name in nudges_in(told)] == ["pocket_card"]


async def test_two_people_do_not_see_each_other() -> None:
    told = await transcript_of(
        steps(
            {"say": "/start"},
            {"press": "Yes"},
            {"say": "Interview with Zenith tomorrow at 3pm for an hour, designer"},
            {"as": "ben"},
            {"say": "/start"},
            {"press": "Yes"},
            {"say": "/status"},
        )
    )
    assert told[-1]["person"] == "ben"
    assert "Zenith" not in told[-1]["text"]


async def test_a_far_zone_hears_the_check_in_on_its_own_clock() -> None:
    told = await transcript_of(
        steps(
            {"now": "2026-11-30T10:00", "tz": "America/New_York"},
            {"say": "/start"},
            {"press": "No"},
            {"say": "New York"},
            {"say": "Interview with Acme today at 3pm for an hour, designer"},
            {"until": "2026-11-30T17:00"},
        )
    )
    assert nudges_in(told) == [("2026-11-30T14:00", "pocket_card"), ("2026-11-30T16:05", "check_in")]


@pytest.mark.parametrize(
    "step", [{"until": "garbage"}, {"say": ""}, {"location": [1]}, {"press": "nothing"}, {"wait": "soon"}, {"dance": 1}]
)
async def test_a_step_that_cannot_be_done_names_its_line(step: dict[str, Any]) -> None:
    with pytest.raises(StoryUnplayable, match="line 2"):
        await transcript_of(steps({"now": "2026-11-30T09:00", "tz": "Europe/London"}, step))


def _write(name: str) -> None:
    (FOLDER / f"{name}.txt").write_text(readable(asyncio.run(story(name))))


if __name__ == "__main__":
    for story_name in sys.argv[1:] or NAMES:
        _write(Path(story_name).stem)
