"""What a listener believes to be in a message: candidates, with the words that bear them. Nothing of it is a fact yet.

Several listeners give the same: the trained heads, and a language model where the operator has one. What becomes of it
is decided in `bot.hear.weighing`, in one way for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.hear.act import By, Slot
from bot.hear.role import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of `Listened.text`: the places of its first character and of the one behind its last."""

    start: int
    end: int

    def meets(self, start: int, end: int) -> bool:
        """Whether it has a character in common with another piece."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHeard:
    """A piece of the text that is believed to be a name."""

    role: Role
    at: Stretch
    sure: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An act that is believed to be in the message."""

    name: str
    at: Stretch
    """The words that bear it."""
    slots: Mapping[str, Slot] = field(default_factory=dict)
    """Values that the table lists, and free text; never a time, which is read from the words by `bot.hear.times`."""
    sure_of: Mapping[str, float] = field(default_factory=dict)
    """How likely the value of a slot is, from 0 to 1, where the listener weighs each by itself."""
    when: Stretch | None = None
    """The words that tell its time, where the listener knows them apart."""
    about: str = ""
    """The employer that it is about: words of the text, or one that is known."""
    sure: float = 1.0
    """From 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listened:
    """All that a listener has to say of one text."""

    by: By
    text: str
    """The folded text that it has heard: places are places in it."""
    candidates: tuple[Candidate, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict)
    """How likely each act is to be in the message, from 0 to 1, whether or not it is a candidate."""
    names: tuple[NameHeard, ...] = ()
    may_employ: tuple[Stretch, ...] | None = None
    """The only pieces that may name an employer or an agency; None where the listener does not look at every word."""
    topics: Mapping[str, float] = field(default_factory=dict)
    """What a question in it is about (see `bot.hear.asked`), and how likely, from 0 to 1; the likeliest few."""

    def score(self, name: str) -> float:
        """How likely an act is to be in the message."""
        return self.scores.get(name, 0.0)

    def may_be_employer(self, start: int, end: int) -> bool:
        """Whether a piece of the text may name an employer or an agency."""
        return self.may_employ is None or any(one.meets(start, end) for one in self.may_employ)
