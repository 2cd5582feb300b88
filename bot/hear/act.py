"""An act: one thing that the Person told or wants, with its slots. Whatever comes in becomes acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from storage.changing import changed
from storage.values import dataclass

Slot = str | bool | int | date | datetime | tuple[str, ...]


class By(StrEnum):
    """What heard an act."""

    RULES = "rules"
    HEADS = "heads"
    """The trained listener."""
    MODEL = "model"
    """A language model."""
    BARE = "bare"
    """A bare answer, which has its meaning from the open question."""
    BUTTON = "button"
    COMMAND = "command"
    FILE = "file"
    CHOSEN = "chosen"
    """The Person chose it among the readings that were offered."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act. The table of names and slots is `bot.hear.acts`."""

    name: str
    slots: Mapping[str, Slot] = field(default_factory=dict)
    span: str = ""
    """The words that bear it."""
    by: By = By.RULES
    sure: float = 1.0
    """How sure the listener is, from 0 to 1."""
    row: int = 0
    """From a button: the number of the row that it is about, and that row's version."""
    version: int = 0
    verb: str = ""
    """From a button: its verb, as it stands in the message."""

    def get(self, slot: str, default: Any = None) -> Any:
        """The value of a slot."""
        return self.slots.get(slot, default)

    def has(self, *slots: str) -> bool:
        """Whether any of these slots was given."""
        return any(slot in self.slots for slot in slots)

    def with_slots(self, **slots: Slot) -> Act:
        """The same act with other values in some slots."""
        return changed(self, slots={**self.slots, **slots})

    def without(self, *slots: str) -> Act:
        """The same act without some slots."""
        return changed(self, slots={name: value for name, value in self.slots.items() if name not in slots})


@dataclass(frozen=True, slots=True)
class Doubt:
    """An act that can be read in several ways, each a whole act; the Person is asked which, and nothing is kept yet."""

    readings: tuple[Act, ...]
    without: Act | None = None
    """What can be kept whichever reading is right."""


def first_reading(one: Act | Doubt) -> Act:
    """The act, or the likeliest reading of what is in doubt."""
    return one if isinstance(one, Act) else one.readings[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was heard in one message."""

    acts: tuple[Act, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    rest: tuple[str, ...] = ()
    """Clauses that say something and from which nothing was taken."""
    likely: tuple[Act, ...] = ()
    """What may be meant where nothing was understood, the likeliest in front; it is asked."""
    foreign: str | None = None
    """The language it is written in, as a code, when that is one that is not understood here."""
    in_language: str | None = None
    """The language it is written in, when that is clear: `en` or `de`."""
    asking: tuple[Act, ...] = ()
    """The acts instead of these, where the message asks something whose topic is known."""
    nearly: tuple[str, ...] = ()
    """Topics that it may ask about instead, the likeliest in front, where it is in doubt."""

    def as_asked(self) -> Heard:
        """The same as a question, where it is one: then nothing in it was left unheard."""
        return replace(self, acts=self.asking, rest=(), asking=()) if self.asking else self
