"""Names that a listener has heard, beside those that the words around them tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.hear.clause import Clause, Name
from bot.hear.listened import Listened, NameHeard

SURE, SURER = 0.6, 0.9
"""How sure a listener has to be of a name where no other stands, and where the words around it tell another role."""


def with_heard(clauses: Sequence[Clause], listened: Listened) -> tuple[Clause, ...]:
    """The clauses with the names that were heard in them."""
    return tuple(_with(clause, listened) for clause in clauses)


def _with(clause: Clause, listened: Listened) -> Clause:
    heard = [one for one in listened.names if clause.start <= one.at.start < clause.end and one.sure >= SURE]
    if not heard:
        return clause
    names = list(clause.names)
    for one in heard:
        names = _beside(names, one, listened.text)
    return replace(clause, names=tuple(sorted(names, key=_place)))


def _beside(names: list[Name], heard: NameHeard, text: str) -> list[Name]:
    """The names with one more, or with one in another role."""
    met = [name for name in names if heard.at.meets(name.start, name.end)]
    if any(name.known or name.role is heard.role for name in met) or (met and heard.sure < SURER):
        return names
    spoken = text[heard.at.start : heard.at.end]
    return [*_without(names, met), Name(heard.role, spoken, heard.at.start, heard.at.end)]


def _without(names: Iterable[Name], fallen: Sequence[Name]) -> list[Name]:
    return [name for name in names if name not in fallen]


def _place(name: Name) -> int:
    return name.start
