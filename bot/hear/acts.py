"""The table of acts: what a Person can tell or want, by name, with its slots and what it means.

What is not in this table is not heard. Which modalities an act takes says when a clause bears it: "they rejected me" is
a fact, "what if they reject me" is none. The rows stand in `inventory` and `house`; sentences that bear an act, and
near misses, stand in `corpus`, one file a language, and are tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.hear import corpus, house, inventory
from bot.hear.act import Act, By
from bot.hear.clause import Modality
from bot.hear.slots import SlotKind, slots_of


@dataclass(frozen=True, slots=True)
class Kind:
    """One act: its name, its slots, what it means, and what a clause that bears it may do with what it speaks of."""

    name: str
    slots: Mapping[str, SlotKind]
    meaning: str
    modalities: frozenset[Modality]
    needs: frozenset[str] = frozenset()
    """Slots without which nothing was heard. A button may leave them open: then they are asked for."""

    def examples(self, language: str) -> tuple[str, ...]:
        """Sentences that bear it."""
        return corpus.sentences(language, self.name, bears=True)

    def near_misses(self, language: str) -> tuple[str, ...]:
        """Sentences that sound like it and do not bear it."""
        return corpus.sentences(language, self.name, bears=False)


OF_WHOM = " house somebody"
"""What tells of which employer an act is, where it is not its name: its kind, or only that it is one that is known."""


def _kind(row: inventory.Row) -> Kind:
    names = row.slots.replace("!", "")
    names += OF_WHOM if "about" in names.split() else ""
    needs = frozenset(slots_of(" ".join(word[:-1] for word in row.slots.split() if word.endswith("!"))))
    return Kind(row.name, slots_of(names), row.meaning, row.modalities, needs)


KINDS: Mapping[str, Kind] = {row.name: _kind(row) for row in (*inventory.ROWS, *house.ROWS)}
"""Every act by name."""


def valid(act: Act) -> Act | None:
    """The act with what the table knows of it; None when there is no such act, or nothing of it is left."""
    kind = KINDS.get(act.name)
    if kind is None:
        return None
    slots = {name: value for name, value in act.slots.items() if name in kind.slots and kind.slots[name].takes(value)}
    if act.by not in (By.BUTTON, By.COMMAND) and not kind.needs <= slots.keys():
        return None
    return act if slots.keys() == act.slots.keys() else replace(act, slots=slots)
