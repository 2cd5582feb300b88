"""Who was there, read from words: names and roles. Quiet: a text in, values out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.dialogue.answers.table import PeopleTable

MOST_PEOPLE = 12
LONGEST_ROLE = 60
LONGEST_NAME_WORDS = 3
_EDGES = " .,;:!\t"


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody who was there; None: the name, or the role, was not said."""

    name: str | None
    role: str | None


def people_in(text: str, table: PeopleTable, *, strict: bool = False) -> tuple[Met, ...]:
    """The people a text names: "Anna Kim (CTO), Ben from HR and a developer".

    `strict`: what has neither a capital nor a role is no person, and the list ends there; otherwise the text is the
    answer to "who was there?", and a bare "anna" is a name.
    """
    found: list[Met] = []
    for separator, piece in _pieces(text, table):
        lacks_role = bool(found) and found[-1].name is not None and found[-1].role is None
        if lacks_role and _is_role_of_the_last(separator, piece, table):
            found[-1] = Met(found[-1].name, _role(piece, table))
            continue
        met = _person(piece, table, strict=strict)
        if met is None and strict:
            break
        if met is not None:
            found.append(met)
    return tuple(found[:MOST_PEOPLE])


def _pieces(text: str, table: PeopleTable) -> list[tuple[str, str]]:
    """The list taken apart, each with what stood before it; what stands in brackets stays with its name."""
    plain = table.head.sub("", text.strip(), count=1)
    brackets = re.findall(r"\([^()]*\)", plain)
    held = re.sub(r"\([^()]*\)", "\0", plain)
    pieces, start, separator = [], 0, ""
    for cut in (*table.apart.finditer(held), None):
        piece = held[start : cut.start() if cut else len(held)]
        while "\0" in piece:
            piece = piece.replace("\0", brackets.pop(0), 1)
        pieces.append((separator.strip(), piece.strip(_EDGES)))
        if cut:
            start, separator = cut.end(), cut[0]
    return [(separator, piece) for separator, piece in pieces if piece]


def _is_role_of_the_last(separator: str, piece: str, table: PeopleTable) -> bool:
    """ "Anna, the CTO"; after an "and", "a developer" is somebody else."""
    own = table.counted.match(piece) is not None and separator != ","
    is_role = table.role_alone.match(piece) or (separator == "," and table.counted.match(piece))
    return bool(is_role) and not own and _role_first(piece, table) is None and not _has_name_and_role(piece, table)


def _has_name_and_role(piece: str, table: PeopleTable) -> bool:
    found = table.name_first.match(piece)
    return bool(found and (found["role"] or found["inside"]) and not table.titles.fullmatch(found["name"].split()[0]))


def _role_first(piece: str, table: PeopleTable) -> Met | None:
    found = table.role_first.match(piece)
    if found is None or not table.titles.search(found["role"]) or table.titles.fullmatch(found["name"]):
        return None
    return Met(found["name"], _role(found["role"], table))


def _person(piece: str, table: PeopleTable, *, strict: bool) -> Met | None:
    by_role = _role_first(piece, table)
    if by_role is not None:
        return by_role
    found = table.name_first.match(piece)
    if found and not table.titles.fullmatch(found["name"].split()[0]):
        role = found["inside"] or found["role"]
        return Met(found["name"], _role(role, table) if role else None)
    if table.nameless.match(piece) and table.titles.search(piece):
        return Met(None, piece[:LONGEST_ROLE])
    if strict or len(piece.split()) > LONGEST_NAME_WORDS or table.no_name.search(piece):
        return None
    return Met(piece.title(), None)


def _role(text: str, table: PeopleTable) -> str:
    """A role without its article and without what follows it."""
    plain = table.role_end.sub("", table.article.sub("", text.strip(_EDGES)))
    return plain[:LONGEST_ROLE].strip(_EDGES)
