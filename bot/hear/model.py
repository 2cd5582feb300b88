"""What a language model has answered about one message, taken as no more than a claim: candidates, words, names.

Nothing counts that does not stand in the message word for word: not the words that bear an act, no time, no name, no
free text. What is left is weighed like that of any other listener.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.hear.act import By, Slot
from bot.hear.acts import KINDS, Kind
from bot.hear.fold import fold
from bot.hear.listened import Candidate, Listened, NameHeard, Stretch
from bot.hear.prompt import TOLD, told_slots
from bot.hear.role import Role
from bot.hear.said_json import Unusable, object_in
from bot.hear.scene import Scene
from bot.hear.slots import COUNT, LEVEL, TEXT, TRUE, SlotKind

__all__ = ["Unusable", "listened"]
MOST_ACTS = 24
MOST_OF_THE_SAME = 3
"""Acts that the very same words can bear; who claims more has understood nothing."""
MOST_SPAN = 2500
"""Characters of anything that is said to stand in the message."""
SURE = 0.9
"""Where a model does not say how sure it is."""
_EDGES = " \t\n.,;:!?\"'"
_YES = ("true", "yes", "1")
_NAMED_SLOTS = {"role": Role.JOB, "name": Role.AGENCY}


def listened(answer: str, text: str, scene: Scene) -> Listened:
    """What an answer claims about the message `text`. Raises Unusable."""
    claims = _claims(answer)
    heard = fold(text)
    read = [one for one in (_read(claim, heard, scene) for claim in claims) if one is not None]
    if claims and not read:
        raise Unusable("words")
    if any(number > MOST_OF_THE_SAME for number in Counter(candidate.at for candidate, _ in read).values()):
        raise Unusable("everything")
    scores = dict.fromkeys(TOLD, 0.0)  # what it does not list, it does not believe
    for candidate, _ in read:
        scores[candidate.name] = max(candidate.sure, scores[candidate.name])
    return Listened(
        by=By.MODEL,
        text=heard,
        candidates=tuple(candidate for candidate, _ in read),
        scores=scores,
        names=tuple(dict.fromkeys(name for _, names in read for name in names)),
    )


def _claims(answer: str) -> list[Mapping[str, Any]]:
    """The acts that an answer lists."""
    acts = object_in(answer).get("acts")
    if not isinstance(acts, list) or not all(isinstance(one, dict) for one in acts):
        raise Unusable("form")
    return acts[:MOST_ACTS]


def _read(claim: Mapping[str, Any], heard: str, scene: Scene) -> tuple[Candidate, list[NameHeard]] | None:
    """One act with the names in it; None where there is no such act, or its words do not stand in the message."""
    name = claim.get("act")
    at = _place(claim.get("span"), heard)
    if name not in TOLD or at is None:
        return None
    kind, sure = KINDS[str(name)], _sure(claim.get("sure"))
    pairs = dict(_pairs(claim.get("slots")))
    about, named = _about(claim.get("about"), heard, scene, at)
    names = [NameHeard(role=Role.EMPLOYER, at=named, sure=sure)] if named is not None else []
    people = claim.get("people")
    names += _names(Role.PERSON, people if isinstance(people, list) else (), heard, at, sure)
    for slot in _NAMED_SLOTS.keys() & kind.slots.keys():
        told = _names(_NAMED_SLOTS[slot], [pairs.get(slot)], heard, at, sure)
        names += [one for one in told if at.meets(one.at.start, one.at.end)]
    candidate = Candidate(
        name=kind.name,
        at=at,
        slots=dict(_slots(kind, pairs, heard, at)),
        when=_place(claim.get("when"), heard, near=at),
        about=about,
        sure=sure,
    )
    return candidate, names


def _place(said: Any, heard: str, near: Stretch | None = None) -> Stretch | None:
    """Where words stand in the message: within `near` or closest to it, where they stand more than once."""
    if not isinstance(said, str) or not said or len(said) > MOST_SPAN:
        return None
    words = fold(said).strip(_EDGES).split()
    if not words:
        return None
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
    found = [Stretch(start=m.start(), end=m.end()) for m in re.finditer(pattern, heard, re.IGNORECASE)]
    return min(found, key=lambda one: _away(one, near), default=None)


def _away(one: Stretch, near: Stretch | None) -> int:
    """How many characters lie between them."""
    return 0 if near is None else max(near.start - one.end, one.start - near.end, 0)


def _about(said: Any, heard: str, scene: Scene, at: Stretch) -> tuple[str, Stretch | None]:
    """The employer as it stands in the message, and where; or one that is known."""
    place = _place(said, heard, near=at)
    if place is not None:
        return heard[place.start : place.end], place
    told = fold(said).casefold() if isinstance(said, str) else ""
    return next((one.name for one in scene.employers if fold(one.name).casefold() == told), ""), None


def _names(role: Role, said: Iterable[Any], heard: str, at: Stretch, sure: float) -> Iterator[NameHeard]:
    for one in said:
        place = _place(one, heard, near=at)
        if place is not None:
            yield NameHeard(role=role, at=place, sure=sure)


def _sure(said: Any) -> float:
    if isinstance(said, bool) or not isinstance(said, int | float) or not math.isfinite(said):
        return SURE
    return min(max(float(said), 0.0), 1.0)


def _pairs(said: Any) -> Iterator[tuple[str, Any]]:
    """Slots as an object, or as a list of pairs, which is all that some endpoints can be held to."""
    if isinstance(said, dict):
        yield from said.items()
    elif isinstance(said, list):
        for one in said:
            if isinstance(one, dict) and isinstance(one.get("slot"), str):
                yield one["slot"], one.get("value")


def _slots(kind: Kind, pairs: Mapping[str, Any], heard: str, at: Stretch) -> Iterator[tuple[str, Slot]]:
    """The values that the table knows; a free text only in words of the message."""
    for name, slot in told_slots(kind).items():
        value = _value(slot, pairs.get(name), heard, at, is_needed=name in kind.needs)
        if name in _NAMED_SLOTS:
            value = None  # its name is heard, and shown as names are
        if value is not None and slot.takes(value):
            yield name, value


def _value(slot: SlotKind, said: Any, heard: str, at: Stretch, *, is_needed: bool) -> Slot | None:
    if said is None or isinstance(said, list | dict):
        return None
    if slot.choices:
        return str(said).strip().lower()
    if slot is TRUE:
        return True if str(said).strip().lower() in _YES else None
    if slot in (COUNT, LEVEL):
        return int(str(said)) if str(said).isascii() and str(said).isdigit() and len(str(said)) < 5 else None
    if slot is TEXT:
        place = _place(said, heard, near=at) or (at if is_needed else None)
        return heard[place.start : place.end] if place is not None else None
    return None
