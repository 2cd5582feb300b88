"""Talks with several employers in one clause: each has its own day, its own hour, its own stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.hear import when
from bot.hear.act import Act, Doubt
from bot.hear.clause import Clause, Context, Keyed, Name, Rule, Word
from bot.hear.role import Role
from bot.hear.rules.interviews import interview
from bot.hear.vocabulary import NOWHERE, said_in


def talk(clause: Clause, context: Context) -> Iterator[Act | Doubt]:
    """The talk of a clause, or each: "two last week, Tuesday at Harlow Motors and Thursday at Trafford Council"."""
    for part in _parts(clause, context):
        yield from interview(part, context)


def _parts(clause: Clause, context: Context) -> Sequence[Clause]:
    """What a clause tells of each of its employers; all of it where it is one, or not each has a day."""
    houses = [name for name in clause.names if name.role is Role.EMPLOYER]
    if len(houses) < 2 or len(when.days(clause, context)) < len(houses):
        return (clause,)
    cuts = [_joint(clause, one, other) for one, other in pairwise(houses)]
    if None in cuts:
        return (clause,)
    starts = [clause.start, *(word.start for word in cuts if word is not None)]
    return [_part(clause, *ends) for ends in zip(starts, (*starts[1:], clause.end), strict=True)]


def _joint(clause: Clause, one: Name, other: Name) -> Word | None:
    """The word that joins what is told of two employers, or the first behind a comma."""
    for word in clause.words:
        mark = clause.text[: word.start - clause.start].rstrip()[-1:]
        if one.end <= word.start < other.start and (word.text in JOINTS or mark == ","):
            return word
    return None


JOINTS = frozenset({"and", "then", "und", "dann"})


def _part(clause: Clause, start: int, end: int) -> Clause:
    words = tuple(word for word in clause.words if start <= word.start < end)
    text = clause.text[start - clause.start : end - clause.start]
    names = tuple(name for name in clause.names if start <= name.start < end)
    said = said_in(words, clause.language)
    return replace(clause, text=text, start=start, end=end, words=words, names=names, said=said, said_also=NOWHERE)


RULES: tuple[Rule | Keyed, ...] = (talk,)
