"""What is typed where the employer was asked for, and names none: work, a stage, a contract, a sentence without a verb.

"All documents uploaded on 13th", "line cook", "Minijob": people go on telling, whatever was asked.
"""

from __future__ import annotations

import re

from bot.hear.clause import Clause
from bot.hear.clauses import is_participle
from bot.hear.naming.beside import is_work
from bot.hear.naming.row import Row
from bot.hear.vocabulary import LANGUAGES
from storage.changing import changed

STAGES = ("round", "interview", "trial", "gespräch", "gespraech", "gesprach")
"""What words of a stage hold, which no name does."""
OF_NAMES = frozenset({"united", "allied", "advanced", "associated", "applied", "limited", "integrated", "unlimited"})
"""Participles that houses are called by."""
_DATED = re.compile(r"\b(?:on|am|the|vom|by|bis) (?:the |zum )?\d{1,2}(?:st|nd|rd|th|\.)", re.IGNORECASE)


def names_no_house(clause: Clause) -> bool:
    """Whether an answer tells something else than the name of a house, in any language that is heard."""
    return any(_tells_else(Row(changed(clause, language=language))) for language in LANGUAGES)


def _tells_else(row: Row) -> bool:
    places = range(len(row))
    telling = [at for at in places if not row.is_a(at, "name_joint", "name_article", "at", "of_kind")]
    if telling and all(is_work(row, at) or row.is_a(at, "job_part") for at in telling):
        return True
    plain = not any(row.words[at].is_capital for at in places if at)
    if plain and row.clause.language == "en" and any(is_work(row, at) for at in places):
        return not row.is_a(len(row) - 1, "kind", "place_tail", "house_tail")
    return plain and (any(_is_done(row, at) for at in places) or bool(_DATED.search(row.clause.text)))


def _is_done(row: Row, at: int) -> bool:
    """Whether a word in small letters tells a deed or a stage: "uploaded", "nachgereicht", "trial"."""
    low = row.words[at].low
    deed = at > 0 and low not in OF_NAMES and is_participle(low, row.clause.language)
    return deed or any(stage in low for stage in STAGES)
