"""What may stand in a slot of an act."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

LONGEST_TEXT = 4_096
MOST_MINUTES = 720
MOST_APPLICATIONS = 999
NOBODY = "-"
"""Stands among names for somebody who has none here, and among roles for somebody of whom none is told."""
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class SlotKind:
    """A kind of value: what it is called, and which values are of it."""

    name: str
    takes: Callable[[Any], bool]
    choices: tuple[str, ...] = ()
    """All values there are, when they can be counted."""


def one_of(*choices: str) -> SlotKind:
    """One of these words."""
    return SlotKind("|".join(choices), lambda value: value in choices, choices)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= LONGEST_TEXT


def _is_number(least: int, most: int) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and least <= value <= most


def _is_names(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and all(map(_is_text, value))


TEXT = SlotKind("text", _is_text)
DATE = SlotKind("date", lambda value: isinstance(value, date) and not isinstance(value, datetime))
MOMENT = SlotKind("moment", lambda value: isinstance(value, datetime) and value.tzinfo is not None)
CLOCK = SlotKind("clock", lambda value: isinstance(value, str) and _CLOCK.fullmatch(value) is not None)
TRUE = SlotKind("true", lambda value: value is True)
COUNT = SlotKind("count", _is_number(0, MOST_APPLICATIONS))
LEVEL = SlotKind("1..5", _is_number(1, 5))
MINUTES = SlotKind("minutes", _is_number(1, MOST_MINUTES))
NAMES = SlotKind("names", _is_names)
CHANNEL = one_of("email", "phone", "linkedin", "text")
YES_NO_UNSURE = one_of("yes", "no", "unsure")
STAGE = one_of("phone_screen", "first", "second", "panel", "technical", "final")
KINDS: Mapping[str, SlotKind] = {
    "text": TEXT,
    "date": DATE,
    "moment": MOMENT,
    "clock": CLOCK,
    "true": TRUE,
    "names": NAMES,
    "level": LEVEL,
    "answer": YES_NO_UNSURE,
}
"""By the word that stands for them in a row of the table."""
SLOTS: Mapping[str, SlotKind] = {
    **dict.fromkeys(
        ("about", "house", "role", "text", "what", "style", "how", "sign", "who", "to", "name", "mention", "thing"),
        TEXT,
    ),
    **dict.fromkeys(("city", "zone", "code", "asked", "rule", "when"), TEXT),
    **dict.fromkeys(("day", "earliest", "latest", "due", "deadline", "from", "until"), DATE),
    **dict.fromkeys(("start", "end"), MOMENT),
    **dict.fromkeys(("over", "via_agency", "none", "all", "fixed", "approximate", "confirmed", "told"), TRUE),
    **dict.fromkeys(("elsewhere", "somebody", "contact", "new", "shorter", "warmer", "less_formal"), TRUE),
    **dict.fromkeys(("with", "names", "roles"), NAMES),
    "channel": CHANNEL,
    "stage": STAGE,
    "minutes": MINUTES,
    "count": COUNT,
}
"""What stands in a slot of that name wherever a row of the table says nothing else."""


def slots_of(row: str) -> dict[str, SlotKind]:
    """The slots that a row of the table names: `about what=a|b until:moment`."""
    return dict(_slot(word) for word in row.split())


def _slot(word: str) -> tuple[str, SlotKind]:
    name, _, choices = word.partition("=")
    if choices:
        return name, one_of(*choices.split("|"))
    name, _, kind = word.partition(":")
    return name, KINDS[kind] if kind else SLOTS[name]
