"""The form of a language's table of words. No word of any language stands here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Words:
    """What people type, by what the rules call it. Alternatives stand between bars, in lower case.

    `phrases` name the words of the rules; `cues` name in capitals what a clause is about (`bot.hear.times.clauses`
    says what each means). `hedges` are dropped. A word of `doubtful` counts only beside a word of `evidence`. A word
    that is in no table, not even in `plain`, is a content word: "the 2nd question" is no date.
    """

    numbers: Mapping[str, tuple[float, float]]
    tens: Mapping[str, int]
    ordinals: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    phrases: Mapping[str, str]
    holidays: Mapping[str, str]
    hedges: str
    vague_hedges: str
    cues: Mapping[str, str]
    plain: str
    doubtful: str
    evidence: str
    respelled: Mapping[str, str] = field(default_factory=dict)
    """Letters that are also written otherwise: ä as ae."""
    plural_weekdays: tuple[str, ...] = ()
    """On Mondays; left empty, an s is added."""
    abbreviations: str = ""
    """Words behind which a dot ends no sentence, besides short weekdays, months and units."""
    dot_is_ordinal: bool = False
    """Is "15." the 15th?"""
