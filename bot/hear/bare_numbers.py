"""Bare answers that are a number: how many applications, how interested they seemed."""

from __future__ import annotations

from bot.hear.act import Act
from bot.hear.clause import Context
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
    if not found:
        return None
    if context.scene.asked == "shown":
        return clause.act("shown", value=found[0]) if found[0] in LEVEL else None
    return clause.act("applications", count=found[-1])


def counts_sent(context: Context) -> bool:
    """ "I sent 12 of them", where it was asked how many: no news of a letter to anybody."""
    clause = context.clauses[0] if len(context.clauses) == 1 else None
    if clause is None or context.scene.asked == "shown" or len(clause.words) > MOST_WORDS:
        return False
    return bool(counted(clause)) and clause.says("applied") and not clause.names and not clause.says("letter")
