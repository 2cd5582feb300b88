"""The names that the heads have marked, piece by piece, put together as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from bot.hear.heads.pieces import Piece
from bot.hear.heads.scores import Scores
from bot.hear.listened import NameHeard, Stretch
from bot.hear.role import Role

NAMED = 0.5
DOUBTED, SURE = 0.85, 0.9
"""Beside an employer that is as sure as this, one that is not falls: there is one that is meant."""
FAINTEST, SOMEBODY = 0.01, 0.5
"""What is hardly any name, or surely a person's, is no new employer, whatever the rules take it for."""
ROLES = (None, Role.EMPLOYER, Role.JOB, Role.PERSON, Role.AGENCY)
"""What the heads tell names apart by, in their order."""
EDGE = re.compile(r"(?:(?:of|at|with|the|a|an|bei|von|vom|beim|der|die|das)\s+)+", re.IGNORECASE)
"""Small words that a name does not begin with."""
JOINED = re.compile(r"['’ &-]{0,3}")
"""What may stand between two parts of one name."""
NEXT = re.compile(r" ([A-ZÄÖÜ][\w&'-]+)")
"""A further word in capitals, of which the heads have lost hold."""


def names(text: str, pieces: Sequence[Piece], scores: Scores) -> tuple[NameHeard, ...]:
    """The names in a text."""
    found: list[NameHeard] = []
    for one in _marked(text, pieces, scores):
        if found and _goes_on(found[-1], one, text):
            found[-1] = _both(found[-1], one)
        elif one.sure >= NAMED:
            found.append(one)
    cut = [one for one in (_without_edge(name, text) for name in found) if one.at.start < one.at.end]
    whole = [_with_next(one, text) if one.role is Role.EMPLOYER else one for one in cut]
    return tuple(_meant(whole))


def may_employ(text: str, pieces: Sequence[Piece], scores: Scores) -> tuple[Stretch, ...]:
    """The pieces that may name an employer or an agency, and all behind the last piece that was looked at."""
    person = scores.names[:, ROLES.index(Role.PERSON)]
    may = (1 - scores.names[:, 0] >= FAINTEST) & (person < SOMEBODY)
    found = [Stretch(start=one.start, end=one.end) for one, is_one in zip(pieces, may, strict=True) if is_one]
    behind = pieces[-1].end if pieces else 0
    return (*found, Stretch(start=behind, end=len(text)))


def _marked(text: str, pieces: Sequence[Piece], scores: Scores) -> Iterable[NameHeard]:
    at = 0
    for number, group in groupby(scores.names.argmax(axis=1)):
        rows = slice(at, at + len(list(group)))
        at = rows.stop
        role = ROLES[int(number)]
        if role is None:
            continue
        start, end = _whole_words(text, pieces[rows.start].start, pieces[rows.stop - 1].end)
        if end > start:
            yield NameHeard(
                role=role, at=Stretch(start=start, end=end), sure=float(scores.names[rows, int(number)].mean())
            )


def _goes_on(one: NameHeard, other: NameHeard, text: str) -> bool:
    between = text[one.at.end : other.at.start]
    return one.role is other.role and (other.at.start <= one.at.end or JOINED.fullmatch(between) is not None)


def _both(one: NameHeard, other: NameHeard) -> NameHeard:
    at = Stretch(start=one.at.start, end=max(one.at.end, other.at.end))
    return NameHeard(role=one.role, at=at, sure=max(one.sure, other.sure))


def _without_edge(name: NameHeard, text: str) -> NameHeard:
    edge = EDGE.match(text, name.at.start, name.at.end)
    start = edge.end() if edge and text[name.at.start].islower() else name.at.start
    return NameHeard(role=name.role, at=Stretch(start=start, end=name.at.end), sure=name.sure)


def _with_next(name: NameHeard, text: str) -> NameHeard:
    """A name in capitals with the word in capitals behind it."""
    behind = NEXT.match(text, name.at.end)
    if behind is None or not text[name.at.start].isupper():
        return name
    return NameHeard(role=name.role, at=Stretch(start=name.at.start, end=behind.end()), sure=name.sure)


def _meant(found: Sequence[NameHeard]) -> Iterable[NameHeard]:
    """Without employers that are hardly one, where another surely is."""
    best = max((one.sure for one in found if one.role is Role.EMPLOYER), default=0.0)
    return [one for one in found if one.role is not Role.EMPLOYER or best < SURE or one.sure >= DOUBTED]


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without marks at its edges, and with the whole of the words that it touches."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    while start > 0 and end > start and text[start - 1].isalnum():
        start -= 1
    while end > start and end < len(text) and text[end].isalnum():
        end += 1
    return start, end
