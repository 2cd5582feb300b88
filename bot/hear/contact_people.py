"""Somebody of theirs who is named as the one to write to: nothing says that they were at the talk.

"The recruiter is Denise", "Mel at the agency", "her name is Siobhan". Who was there is told by other words, or at the
time when a talk has just been; an agency's consultant is never one of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.hear.act import Act
from bot.hear.clause import Clause, Context
from bot.hear.role import Role
from bot.hear.rules import talks
from bot.hear.scene import Expected

AT_THE_TALK = ("met_for_sure", "talked_to", "interview", "interviewed", "was_there")
"""What tells that somebody was there."""


def placed(acts: Iterable[Act], context: Context) -> tuple[Act, ...]:
    """The acts, with those whom one only writes to told from those who were there."""
    return tuple(
        act.with_slots(contact=True) if act.name == "met" and _is_contact(act, context) else act for act in acts
    )


def _is_contact(act: Act, context: Context) -> bool:
    named = {name.casefold() for name in act.get("names", ())}
    clauses = [one for one in context.clauses if _names_one(one, named) and one.text in act.span]
    return bool(clauses) and all(_names_a_contact(one, context) for one in clauses)


def _names_one(clause: Clause, names: set[str]) -> bool:
    return any(person.casefold() in names for person in clause.people)


def _names_a_contact(clause: Clause, context: Context) -> bool:
    if clause.says("of_the_agency") or clause.named(Role.AGENCY):
        return not clause.says("met_for_sure", "talked_to")
    if clause.says(*AT_THE_TALK) or context.scene.expects is Expected.NAMES or talks.told_over(context):
        return False
    return clause.says("contact_person") or (clause.says("their_name") and not talks.fresh(context))
