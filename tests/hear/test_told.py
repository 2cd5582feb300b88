"""Six hundred sentences as people type them: what they tell is heard, and nothing is made of what tells nothing."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import timedelta

from bot.decide.scene import scene_of
from bot.hear.listen import listen
from bot.learn import table
from bot.learn.ledger import Ledger
from storage.facts import Interview, Known
from tests.conftest import HERE
from tests.in_place import NOW, acme, with_gamma

TOLD = [json.loads(line) for line in (HERE / "data" / "told.jsonl").read_text().splitlines()]
"""Any of these acts is right; where there is none, no fact may come of it."""
LEAST_HEARD = {"en": 0.88, "de": 0.95}
MOST_MADE_UP = 4
NO_FACTS = frozenset({"nothing_heard", "snooze", "mute", "pause", "resume", "unmute", "quiet_hours", "place"})
"""Acts that are learned and tell nothing about an employer."""


def in_the_middle() -> Known:
    """Acme yesterday and again in two weeks; Gamma is closed."""
    known = with_gamma(acme())
    start = NOW + timedelta(days=13)
    ahead = Interview(id=4, opportunity_id=1, start=start, end=start + timedelta(hours=1))
    return replace(known, interviews=(*known.interviews, ahead))


def heard(text: str) -> set[str]:
    """The names of the acts of a text, those of its doubts among them."""
    found = listen(text, scene_of(Ledger(in_the_middle(), NOW)))
    return {act.name for act in found.acts} | {act.name for doubt in found.doubts for act in doubt.readings}


def test_most_of_what_people_tell_is_heard() -> None:
    right, of = Counter[str](), Counter[str]()
    for line in TOLD:
        if line["any"]:
            of[line["lang"]] += 1
            right[line["lang"]] += bool(heard(line["text"]) & set(line["any"]))
    assert {lang: right[lang] / of[lang] >= LEAST_HEARD[lang] for lang in of} == {"en": True, "de": True}, right


def test_nothing_is_made_of_what_tells_nothing() -> None:
    told = [line["text"] for line in TOLD if not line["any"]]
    made_up = [text for text in told if heard(text) & (table.TABLE.keys() - NO_FACTS)]
    assert len(made_up) <= MOST_MADE_UP, made_up
