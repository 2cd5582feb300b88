"""Who does what is told without a subject: in "the recruiter ghosted me, then emailed today" the recruiter writes.

A clause that goes on with "then", "and" or "but" and its verb has the subject of the clause in front of it.
"""

from __future__ import annotations

from bot.hear.clause import Clause, Modality, Subject
from bot.hear.role import Role
from bot.hear.vocabulary import vocabulary
from storage.changing import changed

CONTACTS = ("they_contacted", "wrote")
"""What they may have done as well as the Person."""
MOST_LEAD = 4
"""Words of "and then today finally"."""


def with_carried(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses, in which those without a subject of their own have that of the clause in front."""
    found: list[Clause] = []
    for clause in clauses:
        before = found[-1] if found and found[-1].sentence == clause.sentence else None
        carries = before is not None and _is_of_them(before) and _goes_on(clause)
        found.append(changed(clause, subject=Subject.THEY, carried=True) if carries else clause)
    return tuple(found)


def _is_of_them(clause: Clause) -> bool:
    """Whether they do what it tells: a word for them, or the name of one of theirs, stands in front."""
    if clause.carried:
        return True
    if clause.modality is not Modality.FACT or clause.subject not in (Subject.THEY, Subject.NONE) or not clause.words:
        return False
    first = _first(clause)
    at_front = any(name.start == first for name in clause.names if name.role in (Role.PERSON, Role.EMPLOYER))
    return at_front or clause.subject is Subject.THEY


def _first(clause: Clause) -> int:
    """Where the first word stands that is no article and no joining word."""
    meant = vocabulary(clause.language)
    return next((word.start for word in clause.words if word.text not in meant["polite"].alone), -1)


def _goes_on(clause: Clause) -> bool:
    """ "Then emailed today", "but texted me": a joining word, and right behind it what somebody did."""
    place = next(filter(None, map(clause.where, CONTACTS)), None)
    if place is None or not 0 < place[0] <= MOST_LEAD or clause.words[0].text not in JOINING:
        return False
    meant, behind = vocabulary(clause.language), clause.words[place[1] : place[1] + 1]
    lead = all(meant["lead"].holds(word.text) or word.text in JOINING for word in clause.words[1 : place[0]])
    to_them = bool(behind) and (
        behind[0].text in OBJECTS or any(name.start == behind[0].start for name in clause.names)
    )
    return lead and not to_them and not clause.says("thanks_letter")


JOINING = frozenset({"then", "and", "but", "dann", "und", "aber"})
OBJECTS = frozenset({"them", "her", "him", "back", "ihr", "ihm", "ihnen"})
"""Whom the Person writes to, where it is not told who writes."""
