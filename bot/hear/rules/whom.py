"""Somebody of theirs whom a clause speaks of: by name, by what they do, by "she"."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.hear.clause import Clause, Context
from bot.hear.role import Role
from bot.hear.vocabulary import vocabulary

SHE_OR_HE = frozenset({"she", "he", "er"})
MOST_OF_A_TITLE = 3


def whom(clause: Clause, context: Context) -> str | None:
    """The person that is named, here or right before: "Tom emailed, he's off until Tuesday"; else their title."""
    if clause.people:
        return clause.people[0]
    return by_title(clause) or (antecedent(clause, context) if says_she(clause) else None)


def speaks_of_somebody(clause: Clause, context: Context) -> bool:
    """Whether one person of theirs is spoken of, with or without a name."""
    return whom(clause, context) is not None or says_she(clause)


def says_she(clause: Clause) -> bool:
    """ "She", "he"; in German "sie" is them too, unless the verb is that of one: "sie ist", "sie hat"."""
    words = [word.text for word in clause.words]
    one = any(first == "sie" and verb in ("ist", "hat", "war", "wird") for first, verb in pairwise(words))
    return one or not SHE_OR_HE.isdisjoint(words)


def antecedent(clause: Clause, context: Context) -> str | None:
    """Whom "she" stands for: somebody named right before, else the only one who is known there."""
    before = context.before(clause)
    if before is not None and before.people:
        return before.people[0]
    scene = context.scene
    meant = [one for one in scene.employers if one.is_open and scene.about in (None, one.name)]
    people = meant[0].people if len(meant) == 1 else ()
    return people[0] if len(people) == 1 else None


def by_title(clause: Clause) -> str | None:
    """Somebody who is told by what they do: "the manager is on holiday", "my recruiter has left", "HR quit"."""
    place = clause.where("title_word")
    if place is None:
        return None
    if place[0] == 0:
        return clause.text_of(*place) if clause.words[0].text == "hr" else None
    meant = vocabulary(clause.language)
    for at in range(place[0] - 1, max(-1, place[0] - MOST_OF_A_TITLE), -1):
        word = clause.words[at].text
        if meant["article"].holds(word) or meant["name_article"].holds(word):
            return clause.text_of(at + 1, place[1])
        if not (meant["title_word"].holds(word) or meant["job_part"].holds(word) or meant["of_a_title"].holds(word)):
            return None
    return None


def not_denied(clause: Clause) -> tuple[str, ...]:
    """The people of a clause without those behind a "not": "it was Thomas, not Tom"."""
    place = clause.where("not_them")
    if place is None or place[0] == 0:
        return clause.people
    at = clause.words[place[0]].start
    return tuple(name.text for name in clause.names if name.role is Role.PERSON and name.start < at) or clause.people


SEVERAL = 2
JOINED = re.compile(
    r"\s{0,3}(?:,|&|\+|and|und|sowie|as well as|,\s{0,3}and)\s{0,3}(?:to|an)?"
    r"\s{0,3}(?:herrn?|frau|mrs?|ms|dr)?\.?\s{0,3}",
    re.IGNORECASE,
)
"""What stands between two to whom one letter went."""


def readers(clause: Clause) -> tuple[str | None, ...]:
    """All to whom it went, joined to each other: "sent it to Maria and Ben"; nobody where others are only named."""
    named = [name for name in clause.names if name.role is Role.PERSON]
    between = (clause.text[one.end - clause.start : two.start - clause.start] for one, two in pairwise(named))
    if len(named) < SEVERAL or not all(JOINED.fullmatch(text) for text in between):
        return (None,)
    return tuple(name.text for name in named)
