"""How well a message is heard: whole, wrong, or neither. Stricter than a person, and the same for all bars."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

Told = Mapping[str, Any]
FREE = frozenset("text topic sign style how what roles minutes".split())  # noqa: SIM905
"""Slots that hold the Person's words, or of which more or less may be told."""
ABOUT = "about"
SMALL = re.compile(r"\b(?:the|der|die|das|den|dem|mr|mrs|ms|dr|herr|herrn|frau)\b|[^\w\s]", re.IGNORECASE)
COLOUR = frozenset("hello bye thanks joy worry anger off_topic unclear".split())  # noqa: SIM905
"""Acts that keep nothing: heard where they are not, they are no falsehood."""
WORTH, COST = 1.0, 2.5
"""What a message heard whole is worth, and what one that is heard wrongly costs."""


def value(labelled: Sequence[Told], heard: Sequence[Told]) -> float:
    """What it is worth to hear a message so."""
    false = [one for one in heard if one["act"] not in COLOUR and not any(_agree(one, other) for other in labelled)]
    missed = [one for one in labelled if not one.get("optional") and not any(_same(one, other) for other in heard)]
    if false:
        return -COST
    return WORTH if not missed else 0.0


def _agree(heard: Told, labelled: Told) -> bool:
    """Whether nothing that was heard contradicts what is labelled."""
    return heard["act"] == labelled["act"] and all(
        _is_one(told, labelled[slot]) for slot, told in _slots(heard).items() if slot in labelled
    )


def _same(labelled: Told, heard: Told) -> bool:
    """Whether all that is labelled was heard."""
    wanted = {slot: told for slot, told in _slots(labelled).items() if slot != ABOUT}
    return _agree(heard, labelled) and wanted.keys() <= heard.keys()


def _slots(act: Told) -> dict[str, Any]:
    ours = FREE - {"what"} if act["act"] in ("sent", "heard") else FREE
    ours |= {"act", "optional", "span", "also"} | ({"earliest"} if _is_one_day(act) else set())
    return {slot: told for slot, told in act.items() if slot not in ours}


def _is_one_day(act: Told) -> bool:
    """Whether it is a window that opens and ends on one day, which need not be told twice."""
    return "earliest" in act and act["earliest"] == act.get("latest")


def _is_one(heard: Any, labelled: Any) -> bool:
    if isinstance(heard, str) and isinstance(labelled, str):
        return _words(heard) == _words(labelled)
    if isinstance(heard, list) and isinstance(labelled, list):
        return {_words(one) for one in heard} <= {_words(one) for one in labelled}
    return bool(heard == labelled)


def _words(text: str) -> str:
    return " ".join(SMALL.sub(" ", text).casefold().split())
