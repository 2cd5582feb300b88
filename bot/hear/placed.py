"""A city in a sentence of its own beside other things: "Chicago. And no, it was on Tuesday"."""

from __future__ import annotations

from bot.hear.act import Act
from bot.hear.clause import Clause, Context
from bot.hear.times import PlaceRead, read_place

MOST_WORDS = 3


def with_place(acts: tuple[Act, ...], context: Context) -> tuple[Act, ...]:
    """The acts, with where the Person lives while that is not known and a sentence is nothing but a place."""
    if not context.scene.unplaced or len(context.clauses) < 2 or any(act.name == "place" for act in acts):
        return acts
    told = (_place(clause, context) for clause in context.clauses if _is_alone(clause, context))
    place = next(filter(None, told), None)
    return (*acts, place) if place is not None else acts


def _is_alone(clause: Clause, context: Context) -> bool:
    beside = [one for one in context.clauses if one.sentence == clause.sentence]
    return len(beside) == 1 and 0 < len(clause.words) <= MOST_WORDS


def _place(clause: Clause, context: Context) -> Act | None:
    read = read_place(clause.text.strip(" .,!"), context.scene.now)
    known = {one.name.casefold() for one in context.scene.employers}
    is_place = isinstance(read, PlaceRead) and clause.text.strip(" .,!").casefold() not in known
    return clause.act("place", zone=read.zone, city=read.name) if is_place and isinstance(read, PlaceRead) else None
