"""What comes unasked in whole conversations, beside what a careful judge said of it: right, wrong, needless, missing.

A nudge that was judged wrong or needless does not come at that moment again, unless what was wrong were its words; and
each that was missing comes. The conversations stand beside the repository; without them nothing is played.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.rehearsal.play import Player, StoryUnplayable
from bot.rehearsal.stage import open_stage

CORPUS = Path(__file__).parents[2] / "shared" / "hearing" / "conversations.jsonl"
AT_A_MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d) (\w+)")
Said = set[tuple[str, str]]
"""The moment on the clock of the scene, and the name."""
IN_OTHER_WORDS: dict[str, Said] = {
    "long-1-two-offers": {("2026-11-17T09:00", "thank_you_again"), ("2026-11-18T09:00", "promise")},
    "long-7-ten-days-silent": {("2027-05-14T16:05", "thank_you_again"), ("2027-06-08T02:00", "hold")},
}
"""What was wrong with these were their words or their dates: another role in the mail, "this morning" at four."""
STILL_WRONG: dict[str, Said] = {
    "long-5-agency": {("2027-03-17T09:00", "follow_up")},
}
"""Nobody has said that the clock of London is one of Dublin, where that day is a holiday."""
NEVER: dict[str, set[str]] = {
    "de1-reworded": {"pocket_card", "check_in", "thank_you", "thank_you_again", "hold"},
    "de6-reworded": {"second_follow_up", "follow_up_again"},
    "de8-reworded": {"clean_end_unasked"},
}
"""Judged wrong whenever they come: of a talk weeks ago, of a question that was never sent, before their time."""
MISSING: dict[str, Said] = {
    "long-1-two-offers": {("2026-11-17T19:00", "promise"), ("2026-11-25T09:30", "offer_deadline")},
    "long-5-agency": {("2027-03-08T09:00", "promise"), ("2027-04-02T09:00", "second_follow_up")},
    "long-7-ten-days-silent": {("2027-06-07T01:00", "reply_owed"), ("2027-06-12T09:30", "offer_deadline")},
    "de4-reworded": {("2026-12-03T09:00", "reply_owed")},
    "mx9": {("2026-12-03T16:35", "check_in"), ("2026-12-03T18:30", "thank_you")},
}
"""What was missing, as far as it has a moment: something due, an answer owed, a talk that was over."""
PLAYED = sorted({"long-3-reopened", *IN_OTHER_WORDS, *STILL_WRONG, *NEVER, *MISSING})


def conversations() -> dict[str, Any]:
    lines = CORPUS.read_text().splitlines() if CORPUS.exists() else []
    return {told["id"]: told for told in map(json.loads, lines)}


async def played(story: list[dict[str, Any]]) -> Said:
    """What comes unasked. What was pressed then and has no button now is passed over."""
    scene, *steps = story
    zone = ZoneInfo(scene["tz"])
    begins = datetime.fromisoformat(scene["now"]).replace(tzinfo=zone)
    said: Said = set()
    async with open_stage(begins) as stage:
        player = Player(stage, zone, scene["language"], scene["person"], Path())
        player.enter(player.person)
        for step in steps:
            try:
                await player.step(step)
            except StoryUnplayable:
                assert "press" in step, step
            lines = (line for line in player.new_lines() if line["nudge"])
            said |= {(line["at"][:16], line["nudge"]) for line in lines}
    return said


def judged(told: dict[str, Any], *verdicts: str) -> Said:
    """What the judge said of those that have a moment."""
    found = ((AT_A_MOMENT.match(one["nudge"]), one["verdict"]) for one in told["nudges"])
    return {(moment[1], moment[2]) for moment, verdict in found if moment is not None and verdict in verdicts}


@pytest.mark.parametrize("name", PLAYED)
async def test_what_comes_unasked_is_what_was_right(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = conversations().get(name)
    if told is None:
        pytest.skip("corpus not found")
    monkeypatch.setenv("AFTERWORD_LISTENER", "heads")
    said = await played(told["story"])
    again = said & judged(told, "wrong", "needless") - IN_OTHER_WORDS.get(name, set())
    assert again == STILL_WRONG.get(name, set())
    assert {nudge for _, nudge in said} & NEVER.get(name, set()) == set()
    assert MISSING.get(name, set()) <= said
    asked = [nudge for _, nudge in said].count("any_word")
    assert asked <= 1, "asked for a word on the eve of a question alone"
