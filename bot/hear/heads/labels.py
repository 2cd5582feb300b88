"""What the heads were trained to tell: acts, the values of their slots, in the order of their outputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.hear.act import Slot
from bot.hear.acts import KINDS


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a slot, and the output that tells it."""

    slot: str
    value: Slot
    at: int
    is_needed: bool


@dataclass(frozen=True, slots=True)
class Labels:
    """The outputs: `act`, `act.slot=value` and `act.flag`."""

    acts: dict[str, int] = field(default_factory=dict)
    values: dict[str, list[Value]] = field(default_factory=dict)


def labels_of(names: Sequence[str]) -> Labels:
    """The outputs by what they mean; those of acts or values that the table does not know are left out."""
    found = Labels()
    for at, label in enumerate(names):
        name, dot, told = label.partition(".")
        kind = KINDS.get(name)
        if kind is None:
            continue
        if not dot:
            found.acts[name] = at
            continue
        slot, equals, text = told.partition("=")
        value: Slot = text if equals else True
        if slot in kind.slots and kind.slots[slot].takes(value):
            found.values.setdefault(name, []).append(Value(slot, value, at, slot in kind.needs))
    return found
