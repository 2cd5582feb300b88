"""What a language gives to the check: its greetings, its stock phrases, its slang, its slips. One table a language.

A new language is one module with a `Lexicon` and one row in `lexicons.lexicon_for`. Every pattern is searched without
regard to capitals, in a text whose apostrophes are straight.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from bot.coaching.checking.values import Kind, Purpose
from bot.hear.bounded import bounded

Pattern = re.Pattern[str]


def pattern(*ways: str) -> Pattern:
    """Any of the ways, as whole words."""
    return re.compile(bounded(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)"), re.IGNORECASE)


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as data is best read."""
    return frozenset(text.split())


def pairs(file: str) -> Mapping[str, str]:
    """What a file in this folder tells, two columns a line."""
    table = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
    return dict(csv.reader(table.splitlines(), delimiter="\t"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that should not stand there. `better` names the better wording in the catalogue."""

    kind: Kind
    better: str
    ways: Pattern
    purposes: frozenset[Purpose] | None = None
    """The texts in which it is a fault; None: in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The detection words of one language."""

    greeting: Pattern
    greeting_words: frozenset[str]
    """Words of a greeting that are nobody's name, titles included."""
    sign_off: frozenset[str]
    """One of these words makes a short line the sign-off."""
    sign_off_too: frozenset[str]
    """Words that may stand beside them."""
    abbreviations: frozenset[str]
    """Words after which a full stop ends no sentence, in small letters and without the stop."""
    introduction: Pattern
    """"This is", before the writer's own name."""
    postscript: Pattern
    function_words: frozenset[str]
    stock_words: frozenset[str]
    """Words that any note of this kind may hold: they make nothing concrete."""
    names_too: frozenset[str]
    """Ordinary words that are also names of people or companies, and capitalised words that are no names."""
    at_employer: frozenset[str]
    """Words right before the name of an employer: "at", "join"."""
    told: Pattern
    """A reference to what they said or showed: "you mentioned"."""
    interest: Pattern
    no_interest: Pattern
    """Looks like interest and is none; taken out before looking."""
    verdict_question: Pattern
    """Asks how it went or what they decided; no thank-you may (R13)."""
    status_question: Pattern
    timeline_question: Pattern
    """Asks when; a thank-you may, when nobody said (R13)."""
    indirect_question: Pattern
    pleasantry: Pattern
    """A question that asks nothing."""
    and_question: Pattern
    """Where a second question begins inside a sentence."""
    phrases: tuple[Phrase, ...]
    slang: Mapping[str, str]
    """Small-letter word or words to the right ones."""
    misspelt: Mapping[str, str]
    long_words: frozenset[str]
    """Common words of eight letters or more: what is one slip away from one is misspelt."""
    neighbours: frozenset[str]
    """Right words that are one slip away from another one."""
    may_double: frozenset[str]
    placeholder_words: Pattern
    """What stands between brackets in a text that was not filled in."""
