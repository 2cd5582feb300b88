"""Bare answers that are a number: how many applications, how interested they seemed."""

from __future__ import annotations

import re

from bot.hear import when
from bot.hear.act import Act
from bot.hear.clause import Clause, Context
from bot.hear.rules.counting import counted

LEVEL = range(1, 6)
MOST_WORDS = 6
"""Words of "I sent 12 of them"."""


def number(context: Context) -> Act | None:
    """The number that was asked for."""
    clause = context.clauses[0]
    if len(context.clauses) > 1:
        return None
    found = counted(clause)
    if not found or _is_a_moment(clause, context):
        return None
    if context.scene.asked == "shown":
        return clause.act("shown", value=found[0]) if found[0] in LEVEL else None
    return clause.act("applications", count=found[-1])


def _is_a_moment(clause: Clause, context: Context) -> bool:
    """Whether the figures are those of a day with its hour: "next one is Wednesday at 14"."""
    told = when.moment(clause, context)
    return told is not None and told.clock and told.day is not None


def counts_sent(context: Context) -> bool:
    """ "I sent 12 of them", where it was asked how many: no news of a letter to anybody."""
    clause = context.clauses[0] if len(context.clauses) == 1 else None
    if clause is None or context.scene.asked == "shown" or len(clause.words) > MOST_WORDS:
        return False
    return bool(counted(clause)) and clause.says("applied") and not clause.names and not clause.says("letter")


def mood_by_mark(text: str) -> str | None:
    """How it went, by a mark: "5.5 out of 10", "7/10"."""
    told = OF_TEN.search(text)
    mark = float(told[1].replace(",", ".")) if told is not None else 0
    return "great" if mark >= GREAT else "fine" if mark >= FINE else "rough" if told is not None else None


OF_TEN = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d)?) ?(?:/|von|out of|of) ?10\b", re.IGNORECASE)
GREAT, FINE = 8, 5
"""Marks out of ten from which on it went great, or fine."""
