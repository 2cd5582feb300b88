"""Sentences that promise to come back: to somebody who has not said where they live, no such promise is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from bot.words.named import Lines, Text, Value
from scheduler import nudges
from storage.facts import Person

PROMISES = frozenset(
    {
        *("stand.until", "worry.until", "worry.held", "anger.held", "draft_note.on_its_day", "parked.kept"),
        *("plan.hold", "later.thank_you", "echo.promise", "event_said.invited_follow_up.dated", "worry.dates_held"),
        *("kept.interview.coming.when", "kept.may_ask_from.dated", "kept.promised", "kept.they_promised.undated"),
        *("kept.note.learned", "kept.feedback", "own_sentence.kept"),
    }
)
"""Each of them has a twin that asks for the city instead, and a bare one that does neither."""
ASKS, BARE = "unplaced", "bare"


def kept_promise(key: str, person: Person, twin: str = ASKS) -> str:
    """The sentence, or its twin while nothing can be said unasked."""
    stem = _stem(key)
    return f"{stem}.{twin}" if stem in PROMISES and nudges.is_unplaced(person) else key


def asking_once(parts: Iterable[Value], person: Person, now: datetime) -> Iterator[Value]:
    """What is said in one message: the city is asked for in one of its sentences, or by the question at its end."""
    if not nudges.is_unplaced(person):
        return (yield from parts)
    asks = person.asking != "zone" or person.zone_asked_at != now
    for part in parts:
        said, asks = _with_twins(part, person, asks)
        yield said


def _with_twins(value: Value, person: Person, asks: bool) -> tuple[Value, bool]:
    """The same with no promise in it, and whether the city may be asked for behind it."""
    match value:
        case Text(key=key) if _stem(key) in PROMISES:
            return replace(value, key=kept_promise(key, person, ASKS if asks else BARE)), False
        case Lines(parts=parts):
            told = []
            for part in parts:
                said, asks = _with_twins(part, person, asks)
                told.append(said)
            return replace(value, parts=tuple(told)), asks
        case _:
            return value, asks


def _stem(key: str) -> str:
    return key.rstrip(".0123456789")
