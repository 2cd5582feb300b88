"""The labelled messages as examples: which outputs are right for the whole text, for each piece, and for each name."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.hear.acts import KINDS
from bot.hear.fold import fold
from bot.hear.heads.pieces import Vocabulary

Message = dict[str, Any]
OURS = Path("tests/data/hearing")
ACTS_ONLY = "acts_only.jsonl"
"""A file of which only the acts are labelled, no slots and no spans."""
KEPT_BACK = 10
"""One message of so many is kept back: bars are found on these, and the report is about them."""
VALUES = {
    **dict.fromkeys(("sent", "heard"), ("what", "channel")),
    **dict.fromkeys(("note", "ask_may_write", "ask_draft"), ("kind",)),
    **dict.fromkeys(("channel", "channel_preferred"), ("channel",)),
    "felt": ("mood",),
    "interest": ("said",),
    "wanted": ("value",),
    "offer": ("form",),
    "interview": ("stage", "over", "via_agency"),
    "invited": ("stage",),
    "window": ("none",),
    "forget": ("all",),
    "interview_called_off": ("by",),
}
"""The slots whose values are outputs of their own."""
NAMES = ("", "employer", "role", "person", "agency")
MOMENTS = {
    "stranger": "first",
    "before": "before",
    "just_over": "after",
    "told": "told",
    "waiting": "waiting",
    "overdue": "late",
    "two": "two",
    "offer": "offer",
    "after_no": "rejected",
}
"""The scenes of the corpus in the words of `bot.hear.heads.moment`."""
MOST_PIECES = 150
NO_TOPIC = -1
"""Of a message whose topic is not labelled."""


def messages() -> list[Message]:
    """All labelled messages, in the order of their files."""
    files = sorted(OURS.glob("**/*.jsonl"))
    told = ((file.name, line) for file in files for line in file.read_text("utf-8").splitlines())
    return [{**json.loads(line), "file": name} for name, line in told]


def has_slots(message: Message) -> bool:
    """Whether the values of its acts are labelled, and its names."""
    return message["file"] != ACTS_ONLY


def is_kept_back(message: Message) -> bool:
    """Whether it is never trained on. Messages without spans are no measure of anything, and all trained on."""
    return has_spans(message) and is_one_of_ten(message["text"])


def is_one_of_ten(text: str) -> bool:
    """Whether a text is one of those that are kept back, by a sum over it: the same ones whoever asks."""
    return zlib.crc32(text.encode()) % KEPT_BACK == 0


def has_spans(message: Message) -> bool:
    """Whether the words that bear each act are marked."""
    return message["file"] != ACTS_ONLY and all("span" in act for act in message["acts"])


def labels(found: Iterable[Message]) -> list[str]:
    """The outputs: every act that the corpus knows, and every value of its slots."""
    acts = sorted({act["act"] for one in found for act in one["acts"]})
    return [*acts, *(f"{name}.{told}" for name in acts for slot in VALUES.get(name, ()) for told in _told(name, slot))]


def _told(name: str, slot: str) -> list[str]:
    choices = KINDS[name].slots[slot].choices
    return [f"{slot}={choice}" for choice in choices] if choices else [slot]


def outputs_of(act: Message) -> Iterator[str]:
    """The outputs that a labelled act asks for."""
    yield act["act"]
    for slot in VALUES.get(act["act"], ()):
        if slot in act:
            yield f"{act['act']}.{slot}" if act[slot] is True else f"{act['act']}.{slot}={act[slot]}"


@dataclass
class Example:
    """A message in numbers. `*_counts` is 0 where either answer is right, or none is known."""

    ids: list[int]
    first: int
    """Where its own pieces begin, behind the word for the moment."""
    text: np.ndarray
    text_counts: np.ndarray
    pieces: np.ndarray
    pieces_count: np.ndarray
    names: np.ndarray
    names_count: float
    topic: int = NO_TOPIC
    """What it asks about, by its number."""


def example(message: Message, vocabulary: Vocabulary, outputs: dict[str, int]) -> Example:
    """A message as an example."""
    typed = fold(message["text"])
    own = vocabulary.cut(typed)[:MOST_PIECES]
    moment = vocabulary.cut(f"query: {MOMENTS[message['scene']]}:")
    ids = [vocabulary.first, *(one.number for one in (*moment, *own)), vocabulary.last]
    size = len(outputs)
    found = Example(
        ids,
        1 + len(moment),
        np.zeros(size, np.float32),
        np.ones(size, np.float32),
        np.zeros((len(own), size), np.float32),
        np.full((len(own), size), float(has_spans(message)), np.float32),
        np.zeros(len(own), np.int64),
        float(has_slots(message)),
    )
    for act in message["acts"]:
        told = [outputs[one] for one in outputs_of(act) if one in outputs]
        _mark_text(found, told, act)
        if not has_slots(message):
            found.text_counts[[at for name, at in outputs.items() if name.startswith(f"{act['act']}.")]] = 0
        for words in (act.get("span"), *act.get("also", ())):
            if words:
                _mark_pieces(found, told, _places(own, typed.find(fold(words)), len(fold(words))), act)
    for start, end, kind in _names(message, typed):
        at = [row for row in _places(own, start, end - start) if not found.names[row]]
        found.names[at] = kind
    return found


def question(text: str, topic: int, moment: str, vocabulary: Vocabulary, outputs: int) -> Example:
    """A question of which only the topic is labelled, as an example."""
    before, own = vocabulary.cut(f"query: {moment}:"), vocabulary.cut(fold(text))[:MOST_PIECES]
    ids = [vocabulary.first, *(one.number for one in (*before, *own)), vocabulary.last]
    nothing, of_pieces = np.zeros(outputs, np.float32), np.zeros((len(own), outputs), np.float32)
    return Example(
        ids, 1 + len(before), nothing, nothing, of_pieces, of_pieces, np.zeros(len(own), np.int64), 0.0, topic
    )


def _mark_text(found: Example, told: list[int], act: Message) -> None:
    if act.get("optional"):
        found.text_counts[[one for one in told if not found.text[one]]] = 0
    else:
        found.text[told], found.text_counts[told] = 1, 1


def _mark_pieces(found: Example, told: list[int], rows: list[int], act: Message) -> None:
    for one in told:
        if act.get("optional"):
            found.pieces_count[rows, one] = found.pieces[rows, one]
        else:
            found.pieces[rows, one], found.pieces_count[rows, one] = 1, 1


def _places(own: list[Any], start: int, length: int) -> list[int]:
    return [row for row, one in enumerate(own) if start >= 0 and one.start < start + length and one.end > start]


def _names(message: Message, typed: str) -> Iterator[tuple[int, int, int]]:
    for act in message["acts"]:
        for slot, kind in (("about", 1), ("role", 2), ("name", 4)):
            if isinstance(act.get(slot), str):
                yield from ((*place, kind) for place in _found(typed, act[slot]))
        for slot in ("with", "names", "to", "who"):
            told = act.get(slot) or ()
            for name in (told,) if isinstance(told, str) else told:
                if slot != "who" or name[:1].isupper():
                    places = _found(typed, name) or _found(typed, name.split()[0])
                    yield from ((*place, 3) for place in places)


def _found(typed: str, name: str) -> list[tuple[int, int]]:
    pattern = rf"(?<!\w){re.escape(fold(name))}(?!\w)"
    return [match.span() for match in re.finditer(pattern, typed, re.IGNORECASE)]
