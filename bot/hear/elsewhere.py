"""News of somebody else: "another company rejected me" is no news of the one that is known, and "I rang back, it was
only the dentist" no call with it."""

from __future__ import annotations

from bot.hear.act import Act
from bot.hear.clause import Clause, Context
from bot.hear.role import Role
from bot.hear.settle import FROM_THEM

OF_THEM = FROM_THEM | {"rejected", "heard", "nothing_heard", "window", "felt", "met", "sent", "interest"}
"""What is told of an employer: that of one without a name is kept for nobody."""


def told_of_nobody(act: Act, clause: Clause, context: Context) -> bool:
    """Whether an act is about an employer that is told of without its name, where another one is known."""
    if act.name in CALLS and clause.says("by_phone", "missed_call") and _is_anothers_call(act, clause, context):
        return True
    return act.name in OF_THEM and bool(context.scene.employers) and is_elsewhere(clause)


CALLS = frozenset({"sent", "heard"})
"""What a call may be kept as."""


def _is_anothers_call(act: Act, clause: Clause, context: Context) -> bool:
    """Whether it is told beside a call that it was somebody else's, or nobody knows whose: "called back, was spam"."""
    if act.get("what") == "missed_call" and clause.says("nothing_new"):
        return True
    if _are_ruled_out(clause):
        return True
    if clause.employer or clause.people or clause.says("of_theirs"):
        return False
    if any(one is not None and tells_of_another(one) for one in _near(clause, context)):
        return True
    return act.get("what") == "missed_call" and _is_guessed(clause, context)


def _are_ruled_out(clause: Clause) -> bool:
    """ "I rang the dentist, not Acme": the only one that is named stands behind a "not"."""
    if len(clause.names) != 1 or clause.names[0].role is not Role.EMPLOYER:
        return False
    before = [word.text for word in clause.words if word.end <= clause.names[0].start]
    return before[-1:] in (["not"], ["nicht"])


def _near(clause: Clause, context: Context) -> tuple[Clause | None, ...]:
    return clause, context.before(clause), context.after(clause)


def tells_of_another(clause: Clause) -> bool:
    """Whether a clause says that somebody called who is none of theirs: "it was only the dentist"."""
    if clause.employer or clause.people or clause.says("a_call_thing"):
        return False
    return clause.says("another_called") or (
        clause.says("only_somebody") and not clause.says("title_word", "agency_word")
    )


def _is_guessed(clause: Clause, context: Context) -> bool:
    """Whether nobody knows whose call it was, or it is told beside it that nothing came from them."""
    if any(one.says("nothing_new") for one in context.clauses):
        return True
    return any(one is not None and one.says("guessed_caller") for one in _near(clause, context))


def is_elsewhere(clause: Clause) -> bool:
    """Whether a clause speaks of another employer than those that are known, without its name."""
    return clause.says("another_house") and not clause.employer


def marked(act: Act, clause: Clause, context: Context) -> Act:
    """A talk with an employer without a name: it is none of a known one's."""
    if act.name == "interview" and context.scene.employers and is_elsewhere(clause):
        return act.with_slots(elsewhere=True)
    return act
