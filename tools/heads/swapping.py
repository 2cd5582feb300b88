"""The same messages with other names: what is a name shows in the words around it, not in having been seen before.

In every round each message stands once, half of them with other employers, roles, people and agencies of the corpus,
and one in eight as if typed without capitals. Always the same for the same round.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator

from tools.heads.examples import Message

SWAPPED, SMALL = 0.5, 0.12
"""How many messages get other names, and how many are written small."""
SLOTS = {"about": "employer", "role": "role", "name": "agency", "with": "person", "names": "person", "to": "person"}
KNOWN = frozenset("acme globex priya tom dana".split())  # noqa: SIM905
"""Names of the scenes: they stay."""
MOST_WORDS = 5
Pool = dict[str, list[str]]


def names_of(messages: Iterable[Message]) -> Pool:
    """The names of the corpus, by what they are names of; roles are words of one language."""
    found: dict[str, set[str]] = {}
    for message in messages:
        for kind, name in _told(message):
            if len(name.split()) <= MOST_WORDS:
                found.setdefault(kind, set()).add(name)
    return {key: sorted(names) for key, names in found.items()}


def varied(messages: Iterable[Message], pool: Pool, number: int) -> Iterator[Message]:
    """The messages as they are learned in one round."""
    dice = random.Random(number)  # noqa: S311  nothing is secret here
    for message in messages:
        chance, small = dice.random() < SWAPPED, dice.random() < SMALL
        seen = _with_others(message, pool, dice) if chance else message
        yield {**seen, "text": seen["text"].lower()} if small else seen


def _told(message: Message) -> Iterator[tuple[str, str]]:
    """The names in a message that are not known from its scene, each with what it is the name of."""
    for act in message["acts"]:
        for slot, kind in SLOTS.items():
            kind = f"role in {message['lang']}" if kind == "role" else kind  # noqa: PLW2901
            told = act.get(slot) or ()
            for name in (told,) if isinstance(told, str) else told:
                if not KNOWN & set(name.casefold().split()):
                    yield kind, name


def _with_others(message: Message, pool: Pool, dice: random.Random) -> Message:
    others: dict[str, str] = {}
    for kind, name in _told(message):
        if name not in others and name.casefold() in message["text"].casefold():
            others[name] = dice.choice(pool[kind])
    if not others:
        return message
    # One pass, the longest first: no name is put into another that has just been put in.
    any_of = "|".join(re.escape(name) for name in sorted(others, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", re.IGNORECASE)
    by_name = {name.casefold(): other for name, other in others.items()}

    def other(match: re.Match[str]) -> str:
        new = by_name[match.group().casefold()]
        return new.lower() if match.group().islower() else new

    def swapped(value: object) -> object:
        if isinstance(value, str):
            return pattern.sub(other, value)
        if isinstance(value, list):
            return [swapped(one) for one in value]
        return {key: swapped(one) for key, one in value.items()} if isinstance(value, dict) else value

    text, acts = swapped(message["text"]), swapped(message["acts"])
    return {**message, "text": text, "acts": acts}
