"""Sentences that promise to come back: to somebody who has not said where they live, no such promise is made."""

from __future__ import annotations

from scheduler import nudges
from storage.facts import Person

PROMISES = frozenset(
    {
        *("stand.until", "worry.until", "worry.held", "anger.held", "draft_note.on_its_day", "parked.kept"),
        *("plan.hold", "later.thank_you", "echo.promise", "event_said.invited_follow_up.dated"),
        *("kept.interview.coming.when", "kept.may_ask_from.dated", "kept.promised", "kept.they_promised.undated"),
    }
)
"""Each of them has a twin that asks for the city instead."""


def kept_promise(key: str, person: Person) -> str:
    """The sentence, or its twin while nothing can be said unasked; not where the city is being asked for anyway."""
    stem = key.rstrip(".0123456789")
    if stem not in PROMISES or person.asking == "zone" or not nudges.is_unplaced(person):
        return key
    return f"{stem}.unplaced"
