"""A button is an act already heard: one table from the verb that a button carries to the act that it means.

What a button carries is `1:verb:row:version`. The table of verbs is `bot.hear.verbs`.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.hear.act import Act, By, Slot
from bot.hear.asked import topics
from bot.hear.topics import DRAFTS, TOPICS
from bot.hear.verbs import CARRYING, VERBS, Meaning

DATA_VERSION = "1"
LONGEST_NUMBER = 20
LONGEST_MINUTES = 720
LONGEST_CARRIED = 48
"""A button holds 64 bytes."""
_WITH_DRAFT = ("show.draft=", "style.plain=", "style.shorter=", "style.warmer=", "own.draft=")


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a button carries: a verb, the number of one of the Person's rows, and that row's version."""

    verb: str
    row: int = 0
    version: int = 0

    def data(self) -> str:
        """As it stands in the button."""
        return f"{DATA_VERSION}:{self.verb}:{self.row}:{self.version}"


def parse(data: str) -> Pressed | None:
    """What a pressed button carries; None for what no button of ours would hold."""
    match data.split(":"):
        case [version, verb, row, seen] if version == DATA_VERSION and _is_number(row) and _is_number(seen):
            return Pressed(verb, int(row), int(seen))
    return None


def act_of(data: str) -> Act | None:
    """The act that a press means; None for what no button of ours would hold."""
    pressed = parse(data)
    meaning = meaning_of(pressed.verb) if pressed else None
    if pressed is None or meaning is None:
        return None
    name, slots = meaning
    return Act(name, dict(slots), by=By.BUTTON, row=pressed.row, version=pressed.version, verb=pressed.verb)


def meaning_of(verb: str) -> Meaning | None:
    """The act that a verb stands for, with its slots."""
    if verb in VERBS:
        return VERBS[verb]
    for start, (name, slot, fixed) in CARRYING.items():
        carried = verb.removeprefix(start)
        if carried != verb:
            value = _carried(start, carried)
            return None if value is None else (name, {**fixed, slot: value})
    return None


def _carried(start: str, text: str) -> Slot | None:
    """What stands behind the beginning of a verb, when that is something we would have put there."""
    if start == "length.":
        return int(text) if _is_number(text) and 0 < int(text) <= LONGEST_MINUTES else None
    if start.endswith(tuple(_WITH_DRAFT)):
        return text if text in DRAFTS else None
    if start == "topic=":
        return text if text in (*topics(), *TOPICS) else None
    return text if text and len(text) <= LONGEST_CARRIED and text.isprintable() else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
