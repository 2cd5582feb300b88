"""Bare answers that are names: the employer that is meant, the job, who was there."""

from __future__ import annotations

import re

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Word
from bot.hear.names import shown_name
from bot.hear.scene import Employer
from bot.hear.vocabulary import vocabulary

MOST_WORDS = 6
"""Words of a name."""
ORDINALS = ("which_first", "which_second", "which_third", "which_fourth")
BETWEEN = re.compile(r"\s*(?:,|;|\n|&|\+|/|\band\b|\bund\b|\bplus\b|\bsowie\b)\s*", re.IGNORECASE)


def employer(context: Context) -> Act | None:
    """The employer that is meant: by its name, by a part of it, by its place in the list."""
    clause = context.clauses[0]
    if clause.says("which_none"):
        return clause.act("which", none=True)
    if clause.says("which_other"):
        return clause.act("which", new=True)
    known = _known(context)
    if known is not None:
        return clause.act("which", about=known.name)
    if any(one.says("no_name") for one in context.clauses):
        return None
    name = clause.employer or _name_in(clause)
    return clause.act("which", about=shown_name(name)) if name else None


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
    if len(context.clauses) > 1 or clause.says("no_name"):
        return None
    name = _name_in(clause)
    return clause.act("interview", role=name) if name else None


def names(context: Context) -> Act | None:
    """Who was there: names, and what those are who have none here."""
    clause = context.clauses[0]
    if any(one.says("no_name") for one in context.clauses):
        return None
    parts = [part for part in BETWEEN.split(context.text.rstrip(" .!")) if part.strip()]
    roles = tuple(part.strip() for part in parts if _is_role(context, part))
    found = tuple(dict.fromkeys(name for one in context.clauses for name in one.people))
    if not found:
        named = [_name_in(clause, part) for part in parts if part.strip() not in roles]
        if not all(named):
            return None
        found = tuple(shown_name(one) for one in named if one)
    return clause.act("met", names=found, roles=roles) if found or roles else None


def _is_role(context: Context, part: str) -> bool:
    """ "The recruiter", "der VP": what somebody is who has no name here."""
    words = part.casefold().split()
    named = any(name.text.casefold().split()[-1] in words for one in context.clauses for name in one.names)
    return len(words) in (2, 3, 4) and words[0] in ARTICLES and not named


ARTICLES = frozenset("the a an der die das ein eine".split())  # noqa: SIM905


def _name_in(clause: Clause, part: str | None = None) -> str | None:
    """The text without what stands around an answer, when what is left can be a name."""
    inside = [word for word in clause.words if part is None or word.text in part.casefold()]
    meant = vocabulary(clause.language)
    around = meant["around_a_name"].alone
    while inside and inside[0].text in around:
        inside = inside[1:]
    while inside and inside[-1].text in meant["behind_a_name"].alone:
        inside = inside[:-1]
    if not inside or len(inside) > MOST_WORDS or any(word.text in meant["verb"].alone for word in inside):
        return None
    return _as_typed(clause, inside)


def _as_typed(clause: Clause, words: list[Word]) -> str:
    text = clause.text[words[0].start - clause.start : words[-1].end - clause.start]
    return f"{text})" if "(" in text and ")" not in text else text
