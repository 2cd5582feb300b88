"""The shape of a language's table of answers. Only shapes here; the words stand in the module of each language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from storage.facts import Answer, Channel, Mood


class Facet(StrEnum):
    """What a clause can tell about an Interview; each is a question of the check-in."""

    MOOD = "mood"
    SAID = "said"
    NEXT_STEP = "next_step"
    WINDOW = "window"
    CHANNEL = "channel"
    MET = "met"
    PROMISED = "promised"
    DETAIL = "detail"
    WANTED = "wanted"


@dataclass(frozen=True, slots=True)
class Clause:
    """One way in which a clause tells something.

    `value` is what it tells; None: it is read from the group `what` of the pattern, or from the whole clause.
    """

    facet: Facet
    value: Answer | Channel | None
    sounds: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleTable:
    """How a language says who was there."""

    head: re.Pattern[str]
    """What may stand before the list: "I met …"."""
    apart: re.Pattern[str]
    """What stands between two people of a list."""
    name_first: re.Pattern[str]
    """Name, then role: "Ben from HR"; groups `name`, and `role` or `inside`."""
    role_first: re.Pattern[str]
    """Role, then name: "the CTO Anna Kim"."""
    counted: re.Pattern[str]
    """What makes a role somebody of their own: "a developer", "two engineers"."""
    nameless: re.Pattern[str]
    """Somebody without a name."""
    no_name: re.Pattern[str]
    """What keeps a few bare words from being a name."""
    role_alone: re.Pattern[str]
    """A role that belongs to the name before it: "Anna, the CTO"."""
    article: re.Pattern[str]
    """What stands before a role and does not belong to it."""
    role_end: re.Pattern[str]
    """What no longer belongs to a role: "the CTO at the office"."""
    titles: re.Pattern[str]
    """Words for what people do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTable:
    """What answers sound like in one language. Patterns are searched for unless they are anchored."""

    yes: re.Pattern[str]
    no: re.Pattern[str]
    unsure: re.Pattern[str]
    skip: re.Pattern[str]
    enough: re.Pattern[str]
    """ "That's all": the Person wants no more questions now."""
    nothing: re.Pattern[str]
    """A whole answer that says that there is nothing to tell."""
    moods: tuple[tuple[Mood, re.Pattern[str]], ...]
    mood_clause: re.Pattern[str]
    """A clause that speaks of how it went; what it says of that is its group `what`."""
    filler: re.Pattern[str]
    """A word that opens a story and says nothing: "Well, …"."""
    not_held: re.Pattern[str]
    phone: re.Pattern[str]
    mail: re.Pattern[str]
    not_said: re.Pattern[str]
    today: re.Pattern[str]
    date_tail: re.Pattern[str]
    """The day at the end of a promise."""
    promise_head: re.Pattern[str]
    boundary: re.Pattern[str]
    """Where one clause ends and the next begins, with or without a comma."""
    doubtful: re.Pattern[str]
    """A hope, a question or a condition: nothing is taken from such a clause."""
    clauses: tuple[Clause, ...]
    people: PeopleTable
    reproach: re.Pattern[str]
    lengths: tuple[tuple[str, re.Pattern[str]], ...]
    """Answers that were too long, too short, or right."""
    numbers: Mapping[str, int]
    topics: tuple[tuple[str, re.Pattern[str]], ...]
    """What interview questions are about."""
