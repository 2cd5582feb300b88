"""Names that a listener has heard, beside those that the words around them tell.

What a listener takes for no name at all falls, unless it is known; where both have found one, the listener's is kept,
with its extent, when it is sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.hear.act import By
from bot.hear.clause import Clause, Name
from bot.hear.listened import Listened, NameHeard
from bot.hear.naming.extent import OF_TOWNS
from bot.hear.naming.headings import house_of_heading, is_heading
from bot.hear.naming.kinds import is_kind
from bot.hear.naming.ordinary import is_ordinary
from bot.hear.role import Role
from bot.hear.vocabulary import LANGUAGES, vocabulary
from bot.hear.vocabulary.letters import plain_letters

SURE, SURER = 0.9, 0.97
"""How sure a listener has to be of a name where no other stands, and where the words around it tell another."""
LETTERS = 4
"""So many capitals at most are a post, and nobody's name."""
EMPLOYING = frozenset({Role.EMPLOYER, Role.AGENCY})
TELLS_ALL: frozenset[By] = frozenset()
"""Listeners that look at every word: what they leave out, they take for no name."""


def with_heard(clauses: Sequence[Clause], listened: Listened) -> tuple[Clause, ...]:
    """The clauses with the names that were heard in them."""
    return tuple(_with(clause, listened, heads=is_heading(clause, clauses)) for clause in clauses)


def _with(clause: Clause, listened: Listened, *, heads: bool) -> Clause:
    heard = [one for one in listened.names if clause.start <= one.at.start < clause.end]
    if not heard and not clause.names:
        return clause
    placed = house_of_heading(clause) if heads else None
    kept = [
        name
        for name in clause.names
        if (name.start == placed and name.role in EMPLOYING)
        or _is_called(name, clause)
        or _stands(name, heard, listened)
    ]
    names = _without_jobs_inside([*kept, *_new(kept, heard, listened.text)])
    return replace(clause, names=tuple(sorted(names, key=_place)))


def _without_jobs_inside(names: Sequence[Name]) -> list[Name]:
    """Without a job that is only a word of a house's name: "Orchard Dental"."""
    houses = [name for name in names if name.role is Role.EMPLOYER]
    return [
        name
        for name in names
        if name.role is not Role.JOB or not any(one.start <= name.start and name.end <= one.end for one in houses)
    ]


def _is_called(name: Name, clause: Clause) -> bool:
    """Whether the words right before say that a house is called so: nobody has to take it for a name."""
    if (
        name.role is not Role.EMPLOYER
        or not clause.says("named_so")
        or not clause.says("kind", "house", "place_called")
    ):
        return False
    before = [word.text for word in clause.words if word.end <= name.start][-FEW_BETWEEN:]
    return any(vocabulary(clause.language)["named_so"].holds(word) for word in before)


FEW_BETWEEN = 3
"""Words back from a name at which "heißt" may stand: "heißt glaub ich Wurzelkinder"."""


def _stands(name: Name, heard: Iterable[NameHeard], listened: Listened) -> bool:
    """Whether a name that the words tell is one for the listener, too."""
    met = [one for one in heard if one.at.meets(name.start, name.end)]
    if name.known or name.role in (Role.HOUSE, Role.SOMEBODY):
        return True
    if any(_is_tail(one, name) for one in met):
        return True
    if name.role in EMPLOYING and not listened.may_be_employer(name.start, name.end):
        return False
    if not met:
        return listened.by not in TELLS_ALL
    if listened.by not in TELLS_ALL and all(one.role is name.role for one in met):
        return True
    return all(one.sure < SURER for one in met)


def _is_tail(heard: NameHeard, name: Name) -> bool:
    """Whether only the kind of house in front of it was not heard as part of the name: "Bezirksamt Lichtenberg"."""
    is_end = (
        heard.role is name.role and name.role in EMPLOYING and name.start < heard.at.start < heard.at.end == name.end
    )
    front = plain_letters(name.text.split()[0])
    return is_end and (is_kind(front) or front in OF_TOWNS)


def _new(kept: Sequence[Name], heard: Iterable[NameHeard], text: str) -> Iterator[Name]:
    for one in heard:
        taken = any(one.at.meets(name.start, name.end) for name in kept)
        none = _is_a_post(one, text) or _is_a_word(one, text) or _is_a_stage(one, text)
        if one.sure >= SURE and not taken and not none:
            end = end_of_heard(one, text)
            yield Name(one.role, text[one.at.start : end], one.at.start, end)


def end_of_heard(name: NameHeard, text: str) -> int:
    """Where a house's name ends that was heard with what it does behind it: "tesco rang", "Ballard & Sons funeral"."""
    words = list(_WORD.finditer(text, name.at.start, name.at.end)) if name.role in EMPLOYING else []
    capital = any(char.isupper() for char in text[name.at.start : name.at.end])
    while len(words) > 1 and _is_beside(words[-1].group(), beside_capitals=capital):
        words.pop()
    return words[-1].end() if words else name.at.end


def _is_beside(word: str, *, beside_capitals: bool) -> bool:
    """Whether a small word is hardly part of a name: a deed; behind capitals any ordinary word that is no kind."""
    low = plain_letters(word)
    if word != word.lower() or any(vocabulary(language)[key].holds(low) for language in LANGUAGES for key in KINDS):
        return False
    deed = any(vocabulary(language)[key].holds(low) for language in LANGUAGES for key in ("contact_verb", "verb"))
    return deed or (beside_capitals and is_ordinary(low))


KINDS = ("place_tail", "house_tail", "kind", "legal_form", "agency_word")
_WORD = re.compile(r"\S+")


def _is_a_word(name: NameHeard, text: str) -> bool:
    """ "ANYWAY", "achso": an ordinary word, and no "at" before it that makes a name of it."""
    said = text[name.at.start : name.at.end].split()
    before = text[: name.at.start].casefold().split()[-1:]
    placed = any(vocabulary(language)["at_lower"].holds(word) for word in before for language in LANGUAGES)
    return name.role in EMPLOYING and not placed and len(said) == 1 and is_ordinary(said[0])


def _is_a_post(name: NameHeard, text: str) -> bool:
    """ "HR", "CEO": letters in place of somebody."""
    said = text[name.at.start : name.at.end]
    return name.role is Role.PERSON and said.isupper() and len(said) <= LETTERS


def _is_a_stage(name: NameHeard, text: str) -> bool:
    """ "Schnupperlehre", "Probetag": a talk, and nobody's job."""
    low = plain_letters(text[name.at.start : name.at.end])
    return name.role is Role.JOB and any(low in vocabulary(language)["interview"].alone for language in LANGUAGES)


def _place(name: Name) -> int:
    return name.start
