"""Putting the acts of all clauses together: who each is about, one interview an employer, nothing twice."""

from __future__ import annotations

from collections.abc import Iterable

from bot.hear.act import Act
from bot.hear.clause import Context


def grounded(acts: Iterable[Act], context: Context) -> tuple[Act, ...]:
    """The acts of a message, each once."""
    found: list[Act] = []
    for act in acts:
        if not any(one.name == act.name and one.slots == act.slots for one in found):
            found.append(act)
    return tuple(found)
