"""What a word of praise or a doubt is of: of the whole talk or one part of it, the Person's own or what they ask."""

from __future__ import annotations

from bot.hear.clause import Clause, Context


def is_of_the_whole(clause: Clause, mood: str) -> bool:
    """ "It could have gone better" tells it all; so does one part beside the other: "whiteboard task not so much"."""
    first, since = clause.where(mood) or (0, 0)
    return since - first >= A_PHRASE or (mood == "great" and clause.says("not_so_much"))


A_PHRASE = 4
"""Words of "could have gone better"."""


def is_their_question(clause: Clause, context: Context) -> bool:
    """ "They just rang, first choice dropped out and do I still want it": they ask, and the Person knows well."""
    before = [one for one in context.clauses[: clause.index] if one.sentence == clause.sentence]
    return any(one.says("they_contacted", "they_question", "reopened") for one in before)
