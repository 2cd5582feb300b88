"""Bare answers that are names: the employer that is meant, the job."""

from __future__ import annotations

import re

from bot.hear.act import Act
from bot.hear.bare_talks import length, start
from bot.hear.bare_times import only_time
from bot.hear.clause import Clause, Context, Word
from bot.hear.names import shown_name, shown_role
from bot.hear.naming.answers import names_no_house
from bot.hear.role import closed
from bot.hear.scene import Employer
from bot.hear.times.context import Kind
from bot.hear.vocabulary import vocabulary

MOST_WORDS = 6
"""Words of a name."""
_MARKS_BEFORE = re.compile(r"(?:[\"“„«]|(?<![^\s])\.)$")
_MARKS_BEHIND = re.compile(r"\+{1,2}|#|[\"”»]")
ORDINALS = ("which_first", "which_second", "which_third", "which_fourth")


def employer(context: Context) -> Act | None:
    """The employer that is meant. When the talk is, or how long, is no name: that answers a later question."""
    chosen = _chosen(context)
    if chosen is not None:
        return chosen
    if not any(one.names for one in context.clauses) and only_time(context, Kind.TIME, most=0):
        return start(context) or length(context)
    if names_nobody(context):
        return None
    clause = context.clauses[0]
    name = clause.employer or (None if names_no_house(clause) else _name_in(clause))
    return clause.act("which", about=shown_name(name)) if name else None


def _chosen(context: Context) -> Act | None:
    """One of those that are known, by its name, by a part of it, by its place in the list; or none of them."""
    clause = context.clauses[0]
    if clause.says("which_none"):
        return clause.act("which", none=True)
    if clause.says("which_other"):
        return clause.act("which", new=True)
    known = _known(context)
    return clause.act("which", about=known.name) if known is not None else None


def names_nobody(context: Context) -> bool:
    """Whether a word stands there that is in no name: "no idea"; in German also an English one."""
    words = [word for clause in context.clauses for word in clause.words]
    return any(vocabulary(language)["no_name"].find(words) for language in {context.language, "en"})


def _known(context: Context) -> Employer | None:
    """One of the employers that are known, when exactly one is meant."""
    clause, there = (
        context.clauses[0],
        [one for one in context.scene.employers if one.is_open] or list(context.scene.employers),
    )
    for at, key in enumerate(ORDINALS):
        if clause.says(key) and at < len(there):
            return there[at]
    if clause.says("which_last") and there:
        return there[-1]
    words = {word.text for one in context.clauses for word in one.words}
    named = [one for one in context.scene.employers if words & _parts(one.name)]
    return named[0] if len(named) == 1 else None


def _parts(name: str) -> set[str]:
    """The words by which an employer may be called."""
    return {word for word in re.findall(r"\w+", name.casefold()) if len(word) > 2 and word not in SMALL}


SMALL = frozenset("the and und for gmbh ltd inc llc plc ag der die das von group company firma".split())  # noqa: SIM905


def role(context: Context) -> Act | None:
    """The job."""
    clause = context.clauses[0]
    if len(context.clauses) > 1 or names_nobody(context):
        return None
    name = _name_in(clause)
    return clause.act("interview", role=shown_role(name, clause.language)) if name else None


def _name_in(clause: Clause) -> str | None:
    """The text without what stands around an answer, when what is left can be a name."""
    inside = list(clause.words)
    meant = vocabulary(clause.language)
    around = meant["around_a_name"].alone
    while inside and inside[0].text in around and not _is_short_form(clause, inside[0]):
        inside = inside[1:]
    while inside and inside[-1].text in meant["behind_a_name"].alone:
        inside = inside[:-1]
    long = sum(len(word.text) > 1 for word in inside)
    if not inside or long > MOST_WORDS or any(word.text in meant["verb"].alone for word in inside):
        return None
    return _as_typed(clause, inside)


def _is_short_form(clause: Clause, word: Word) -> bool:
    """Whether a word is written in capitals alone: "IT support", where "it" is no part of a name."""
    typed = clause.text[word.start - clause.start : word.end - clause.start]
    return len(typed) > 1 and typed.isupper() and not clause.text.isupper()


def _as_typed(clause: Clause, words: list[Word]) -> str:
    """With the marks that belong to it: .NET developer, "Happiness" hero, C++ engineer, Designer (m/f/d)."""
    start, end = words[0].start - clause.start, words[-1].end - clause.start
    before, behind = _MARKS_BEFORE.search(clause.text[:start]), _MARKS_BEHIND.match(clause.text[end:])
    return closed(f"{before[0] if before else ''}{clause.text[start:end]}{behind[0] if behind else ''}")
