"""What a check is asked and what it answers. Frozen values; nothing is read here and nothing is said here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from storage.facts import Channel


class Purpose(StrEnum):
    """What the text is for."""

    THANK_YOU = "thank_you"
    FOLLOW_UP = "follow_up"
    SECOND_FOLLOW_UP = "second_follow_up"
    DEADLINE = "deadline"
    AFTER_NO = "after_no"
    WITHDRAWAL = "withdrawal"
    REPLY = "reply"
    OTHER = "other"


FOLLOW_UPS = frozenset((Purpose.FOLLOW_UP, Purpose.SECOND_FOLLOW_UP))


class Kind(StrEnum):
    """What can be found, the gravest first: findings come in this order."""

    EMPTY = "empty"
    PLACEHOLDER = "placeholder"
    PERSON_NAME = "person_name"
    EMPLOYER_NAME = "employer_name"
    PRESSURE = "pressure"
    REPROACH = "reproach"
    STATUS_QUESTION = "status_question"
    DESPERATION = "desperation"
    ARGUING = "arguing"
    NO_GREETING = "no_greeting"
    NO_INTEREST = "no_interest"
    NO_DETAIL = "no_detail"
    NO_QUESTION = "no_question"
    SEVERAL_QUESTIONS = "several_questions"
    TOO_LONG = "too_long"
    TOO_MANY_LINES = "too_many_lines"
    SUPERLATIVE = "superlative"
    STOCK_PHRASE = "stock_phrase"
    APOLOGY = "apology"
    SLANG = "slang"
    SHOUTING = "shouting"
    MISSPELLING = "misspelling"
    DOUBLED_WORD = "doubled_word"
    OTHER_LANGUAGE = "other_language"
    """The text is in a language that has no lexicon: only names, gaps and length were looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known about the text: what it is for, and the facts that it should agree with."""

    purpose: Purpose
    employer: str
    role: str | None = None
    interviewers: tuple[str, ...] = ()
    detail: str | None = None
    """What they told the Person that stuck (advice 19)."""
    may_ask: bool = False
    """A status question may be asked now, as the contact policy says."""
    channel: Channel | None = None
    language: str = "en"
    """The language of the text, as a two-letter code; without a lexicon, English is tried."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend. `quote` is the piece of the text it is about, or empty when something is missing."""

    kind: Kind
    quote: str = ""
    params: Mapping[str, str | int] = field(default_factory=dict)
    """What the words need: `right`, `better` (a name in the catalogue), `words`, `lines`, `limit`, `detail`."""
