"""Of which employer a clause tells: by its name, by its people, by what house it is; or only that it is a known one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from bot.hear.act import Act, Slot
from bot.hear.clause import Clause, Context, Name
from bot.hear.naming.kinds import called, is_stand_in
from bot.hear.role import Role
from bot.hear.scene import Employer
from bot.hear.vocabulary import vocabulary
from bot.hear.vocabulary.letters import plain_letters

Whom = Mapping[str, Slot]
"""The slots of an act that tell it: `about` a name, `house` a kind, `somebody` of those that are known."""
BESIDE = 3
"""Letters between a name and the kind of its house, at most, but for small words: "Fallowfield, the bank"."""


def of_whom(clause: Clause, context: Context) -> Whom:
    """What a clause tells of whom it is about; empty: nothing."""
    houses = [name for name in clause.names if name.role is Role.EMPLOYER]
    if houses:
        return _named(clause, houses, context)
    if clause.people and (whom := _by_people(clause, context)):
        return whom
    if any(name.role is Role.SOMEBODY for name in clause.names):
        return {"somebody": True}
    kinds = clause.named(Role.HOUSE)
    return by_kind(kinds[0], clause.language) if kinds else {}


def of_words(clause: Clause, act: Act, context: Context, *, told_before: bool) -> Whom:
    """What the words of an act tell of whom it is about, else its clause; a house that the clause only goes on to speak
    of, behind a mark, is none of theirs where another was told before."""
    at = clause.text.find(act.span) if act.span and act.span != clause.text else -1
    if at < 0 or len(clause.names) == 0:
        return of_whom(clause, context)
    first, last = clause.start + at, clause.start + at + len(act.span)
    inside = tuple(name for name in clause.names if first <= name.start < last)
    if whom := of_whom(replace(clause, names=inside), context):
        return whom
    telling = [name for name in clause.names if name.role in (Role.EMPLOYER, Role.HOUSE, Role.SOMEBODY)]
    goes_on = bool(telling) and all(_is_apart(clause, last, name.start) for name in telling)
    return {} if told_before and goes_on else of_whom(clause, context)


def _is_apart(clause: Clause, end: int, start: int) -> bool:
    """Whether a mark stands between the end of something told and a name."""
    return start > end and any(mark in clause.text[end - clause.start : start - clause.start] for mark in ",;:")


def by_kind(house: str, language: str) -> Whom:
    """An employer that is told by its kind; while a message is heard, what it is called stands for its name."""
    return {"about": called(house, language), "house": house}


def without_stand_ins(acts: Iterable[Act], context: Context) -> tuple[Act, ...]:
    """The acts, with names alone in the place of names: a kind is one where the Person calls a known one so."""
    known = {one.name.casefold() for one in context.scene.employers}
    return tuple(act.without("about") if _is_kind_alone(act, known) else act for act in acts)


def _is_kind_alone(act: Act, known: Set[str]) -> bool:
    name = act.get("about")
    return isinstance(name, str) and act.has("house") and is_stand_in(name) and name.casefold() not in known


def with_whom(act: Act, whom: Whom) -> Act:
    """An act with these, as far as it does not tell it itself; a kind that is told beside its name stays."""
    if act.has("about"):
        if is_stand_in(str(act.get("about"))) and "house" in whom:
            return act.with_slots(**whom)  # "die Kanzlei heißt Ahrens & Vogt"
        same = act.get("about") == whom.get("about") and "house" in whom
        return act.with_slots(house=whom["house"]) if same else act
    return act.with_slots(**whom)


def _named(clause: Clause, houses: list[Name], context: Context) -> Whom:
    """By the first name; with what house it is, where that is told beside it: "Fallowfield, a bank"."""
    new = next((name for name in houses if not is_stand_in(name.text)), houses[0])
    kind = _kind_of(clause, new, context)
    return {"about": new.text, "house": kind} if kind else {"about": houses[0].text}


def _kind_of(clause: Clause, house: Name, context: Context) -> str | None:
    """The kind that stands right beside a name, or of which the clause tells the name."""
    for other in clause.names:
        kind = other.text if other.role is Role.HOUSE else _kind_known(other, context)
        if other is not house and kind and (_stand_together(clause, house, other) or _is_called(clause)):
            return kind
    return None


def _kind_known(name: Name, context: Context) -> str | None:
    """The kind of a known one that is only called by it."""
    if name.role is not Role.EMPLOYER or not is_stand_in(name.text):
        return None
    return next((one.house for one in context.scene.employers if one.name == name.text), None)


def _is_called(clause: Clause) -> bool:
    return clause.says("so_called", "named_so", "place_called", "house_is")


def _stand_together(clause: Clause, one: Name, other: Name) -> bool:
    first, second = sorted((one, other), key=lambda name: name.start)
    between = clause.text[first.end - clause.start : second.start - clause.start]
    small = between.replace(",", " ").replace("(", " ").split()
    return between.strip()[:1] in (",", "(") and len(small) <= 1


# By its people


def _by_people(clause: Clause, context: Context) -> Whom:
    """The employer of somebody whom the clause names; where several have one of this name, one of them."""
    known = context.scene.employers
    if len(known) < 2:
        return {}
    for person in clause.people:
        found = whose_is(person, [one for one in known if one.is_open]) or whose_is(person, known)
        if len(found) == 1:
            return {"about": found[0].name}
        if found:
            return {"somebody": True}
    return {}


def whose_is(person: str, employers: list[Employer] | tuple[Employer, ...]) -> list[Employer]:
    """Where somebody of that name is: whoever is called just so, by a whole name, goes before who shares a part."""
    said = plain_letters(person)
    exact = [one for one in employers if any(plain_letters(name) == said for name in one.people)]
    if len(said.split()) > 1 and exact:
        return exact
    words = _telling(said)
    return [one for one in employers if any(_may_be(words, _telling(plain_letters(name))) for name in one.people)]


def _telling(name: str) -> list[str]:
    """The words of a name without titles: Frau, Dr."""
    words = [word.rstrip(".") for word in name.split()]
    told = [word for word in words if not any(vocabulary(one)["titles"].holds(word) for one in ("en", "de"))]
    return told or words


def _may_be(one: list[str], other: list[str]) -> bool:
    """Whether two names may be one person's: all words of one stand in the other."""
    return bool(one and other) and (set(one) <= set(other) or set(other) <= set(one))
