"""Talks with several employers in one clause: each has its own day, its own hour, its own stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

from bot.hear import when
from bot.hear.act import Act, Doubt
from bot.hear.clause import Clause, Context, Keyed, Name, Rule, Word
from bot.hear.role import Role
from bot.hear.rules.interviews import interview
from bot.hear.vocabulary import NOWHERE, said_in


def talk(clause: Clause, context: Context) -> Iterator[Act | Doubt]:
    """The talk of a clause, or each: "two last week, Tuesday at Harlow Motors and Thursday at Trafford Council"."""
    parts = _parts(clause, context)
    days = when.days(clause, context) if len(parts) > 1 else ()
    for part in parts:
        for one in interview(part, context):
            if isinstance(one, Act) and len(days) == 1:
                one = _on_day(one, days[0], part, context)  # noqa: PLW2901
            yield one


def _on_day(act: Act, day: date, part: Clause, context: Context) -> Act:
    """A talk of which the part tells the hour alone, on the one day that the clause names."""
    told = when.moment(part, context, past=False)
    if told is None or told.start is None:
        return act
    start = datetime.combine(day, told.start.timetz())
    dated = act.without("day").with_slots(start=start)
    return dated.with_slots(over=True) if start <= context.scene.now else dated


def _parts(clause: Clause, context: Context) -> Sequence[Clause]:
    """What a clause tells of each of its employers; all of it where it is one, or not each has a day."""
    parts = by_house(clause)
    if len(parts) == 1 or len(when.days(clause, context)) >= len(parts):
        return parts
    return [_as_a_talk(part, clause) for part in parts] if all(_has_clock(p, context) for p in parts) else (clause,)


def _as_a_talk(part: Clause, clause: Clause) -> Clause:
    """A part with its hour, where the clause says what all of them are: "two calls: at 1 Quantek, at 3 the bank"."""
    return replace(part, keys=part.keys | {"interview"}) if clause.says("interview", "a_talk", "talk") else part


def by_house(clause: Clause) -> Sequence[Clause]:
    """A clause cut where it goes on about another employer; all of it where it names one, or nothing joins them."""
    houses = _houses(clause)
    cuts = [_joint(clause, one, other) for one, other in pairwise(houses)]
    if not cuts or None in cuts:
        return (clause,)
    starts = [clause.start, *(word.start for word in cuts if word is not None)]
    return [_part(clause, *ends) for ends in zip(starts, (*starts[1:], clause.end), strict=True)]


def _houses(clause: Clause) -> list[Name]:
    """The employers of a clause, each once: "the bank, Volksbank Hellweg," is one."""
    found: dict[str, Name] = {}
    for name in clause.names:
        if name.role in (Role.EMPLOYER, Role.HOUSE):
            found.setdefault(name.text, name)
    return list(found.values())


def _has_clock(part: Clause, context: Context) -> bool:
    """Whether a part has its own hour: "two calls today, at 1 Quantek and at 3 the bank"."""
    told = when.moment(part, context, past=False)
    return told is not None and told.clock


def _joint(clause: Clause, one: Name, other: Name) -> Word | None:
    """The word that joins what is told of two employers, or the first behind a comma."""
    for word in clause.words:
        mark = clause.text[: word.start - clause.start].rstrip()[-1:]
        if one.end <= word.start <= other.start and (word.text in JOINTS or mark == ","):
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
