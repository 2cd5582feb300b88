"""Which of the times in a text belongs to the reply: by the words around each, clause by clause.

A clause ends at a mark, an "and" or a "but". In it the nearest word before a time says what happens then:

- TOUCH, TELL: they tell the person. DECIDE: they make up their minds. WRAP: something comes to its end.
- OTHER, INTERVIEW: something else happens. MINE: the person does something.
- ONCE, after, before: what follows is an event that the reply hangs on. IF: a condition. SO: a conclusion.
- NOT turns a bound round ("not until Friday") or rules a time out ("not next week"). FIX: the person corrects
  what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from itertools import islice, pairwise

from bot.hear.times.answers import Reason
from bot.hear.times.days import plus
from bot.hear.times.lexicon import UNKNOWN
from bot.hear.times.line import Item, Line
from bot.hear.times.rules.bounds import as_window
from bot.hear.times.values import CLOCK_UNITS, Length, Span, Trouble, Unit, Window
from storage.values import dataclass

BOUNDARIES = frozenset({",", "¶", "CUT", "and", "SO", "ONCE", "IF", "FIX", "after", "until", "before", "bytime"})
FILLERS = frozenset({UNKNOWN, "the", "a"})
TELLING = frozenset({"TELL", "TOUCH"})
ACTING = TELLING | {"DECIDE", "MINE", "WRAP"}
ELSEWHERE = frozenset({"OTHER", "INTERVIEW"})


MOST = 50
"""Times that are looked at; nobody's answer has more."""


class Role(IntEnum):
    """What happens at a time; of several the highest is the answer."""

    RULED_OUT = 0
    OTHER = 1
    MIXED = 2
    EVENT = 3
    WRAP = 4
    NEUTRAL = 5
    DECIDE = 6
    TELL = 7


@dataclass(frozen=True, slots=True)
class Mention:
    """A time in the text and what happens then. `bare`: a day or a length without a bound."""

    said: Window | Trouble
    role: Role
    index: int
    bare: bool = False


def mentions(line: Line) -> list[Mention]:
    """Every time in the text, in order; those before a correction are left out."""
    found = list(islice(_every(line), MOST))
    fixes = [index for index, item in enumerate(line.items) if item.symbol == "FIX"]
    fix = max((index for index in fixes if any(one.index > index and one.role for one in found)), default=-1)
    return [mention for mention in found if mention.index > fix]


def _every(line: Line) -> Iterator[Mention]:
    """The times clause by clause. One that only adds to the clause before ("and two on Friday") speaks of the same."""
    last, negated = Role.NEUTRAL, False
    for start, end in _clauses(line.items):
        adds = line.items[start].symbol == "and" if start < len(line.items) else False
        found = list(_in_clause(line, start, end))
        for mention in found:
            if adds and mention.role is Role.NEUTRAL and last is Role.OTHER:
                mention = replace(mention, role=last)  # noqa: PLW2901
            if negated and mention.bare and line.items[start].symbol == "until" and isinstance(mention.said, Window):
                # Nothing until she is back on the 19th.
                mention = replace(mention, said=Window(mention.said.earliest, None), role=Role.EVENT)  # noqa: PLW2901
            yield mention
        last = found[-1].role if found else Role.NEUTRAL
        negated = any(item.symbol == "NOT" for item in line.items[start:end])


def _clauses(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    start = 0
    for index, item in enumerate(items):
        if item.symbol in BOUNDARIES:
            yield start, index
            start = index
    yield start, len(items)


def _in_clause(line: Line, start: int, end: int) -> Iterator[Mention]:
    symbols = [item.symbol for item in line.items[start:end]]
    for index in range(start, end):
        value = line.items[index].value
        said = _said(line, index)
        if said is None:
            continue
        before, behind = symbols[: index - start], symbols[index - start + 1 :]
        yield _mention(said, before, behind, index, bare=isinstance(value, Span | Length))


def _said(line: Line, index: int) -> Window | Trouble | None:
    """The window that a value stands for when it is left alone; minutes and hours alone are how long it took."""
    value = line.items[index].value
    if isinstance(value, Window | Trouble):
        return value
    if isinstance(value, Span):
        return as_window(value)
    if isinstance(value, Length) and _stands_alone(line, index):
        today, at = line.context.today, line.context
        return Window(at.shift(today, value.low), at.shift(today, value.high))
    return None


def _stands_alone(line: Line, index: int) -> bool:
    """Is a bare length an answer? Not "45 minutes" in a longer text, and not "two weeks notice"."""
    length = line.items[index].value
    assert isinstance(length, Length)
    behind = line.items[index + 1].symbol if index + 1 < len(line.items) else ","
    return behind not in ("OTHER", "TERM") and (not _short(length) or len(line.items) <= 2)


def _short(length: Length) -> bool:
    """Under a day: how long a talk lasts rather than how long an answer takes."""
    return length.high.unit in CLOCK_UNITS and not (length.high.unit is Unit.HOUR and length.high.n >= 24)


def _mention(said: Window | Trouble, before: list[str], behind: list[str], index: int, *, bare: bool) -> Mention:
    role = _role(before, behind)
    negated = "NOT" in before and "IF" not in before
    ruled_out = negated and _plain_not(before)
    if isinstance(said, Trouble):
        return Mention(said, Role.RULED_OUT if ruled_out else role, index, bare)
    if said.negated and "NOT" in before and "IF" in before:
        return Mention(Trouble(Reason.AMBIGUOUS), role, index)
    if negated and said.negated:
        return Mention(said.negated, role, index)
    if bare and not negated:
        said = _bounded(said, before[-4:])
    if said.only_negated or (ruled_out and said.latest is not None):
        return Mention(said, Role.RULED_OUT, index, bare)
    if bare and role is not Role.TELL:
        if before[:1] == ["ONCE"]:
            return Mention(Window(said.earliest or said.latest, None), Role.EVENT, index)
        if before[:1] in (["before"], ["bytime"]):
            return Mention(Window(None, said.latest), Role.EVENT, index)
        if before[:1] == ["after"] and said.latest and role is not Role.DECIDE:
            return Mention(Window(plus(said.latest, 1), None), Role.EVENT, index)
    return Mention(said, role, index, bare)


def _plain_not(before: list[str]) -> bool:
    """Is there a "not" that is no part of "not sure" or "don't know"?"""
    return any(word == "NOT" and behind != "VAGUE" for word, behind in pairwise([*before, ""]))


def _bounded(said: Window, before: list[str]) -> Window:
    """A bound that stands a few words before its time, with nothing known between: "by close Friday"."""
    bound = next((word for word in reversed(before) if word not in FILLERS), "")
    if bound in ("by", "upto") or before == ["to"]:
        return Window(None, said.latest)
    return Window(said.earliest or said.latest, None) if bound == "notbefore" else said


def _role(before: list[str], behind: list[str]) -> Role:
    acting = next((word for word in reversed(before) if word in ACTING), None)
    if acting and not (acting == "WRAP" and ELSEWHERE & set(before)):
        return _role_of(acting)
    later = next((word for word in behind if word in ACTING or word in ELSEWHERE), None)
    if any(word in ELSEWHERE for word in before):
        if later == "DECIDE":
            return Role.DECIDE
        return Role.MIXED if later in TELLING else Role.OTHER
    return _role_of(later) if later else Role.NEUTRAL


def _role_of(word: str) -> Role:
    if word in TELLING:
        return Role.TELL
    return Role[word] if word in ("DECIDE", "WRAP") else Role.OTHER
