"""News of somebody who is not named: "another company rejected me" is no news of the one that is known."""

from __future__ import annotations

from bot.hear.act import Act
from bot.hear.clause import Clause, Context
from bot.hear.settle import FROM_THEM

OF_THEM = FROM_THEM | {"rejected", "heard", "nothing_heard", "window", "felt", "met", "sent", "interest"}
"""What is told of an employer: that of one without a name is kept for nobody."""


def told_of_nobody(act: Act, clause: Clause, context: Context) -> bool:
    """Whether an act is about an employer that is told of without its name, where another one is known."""
    return act.name in OF_THEM and bool(context.scene.employers) and is_elsewhere(clause)


def is_elsewhere(clause: Clause) -> bool:
    """Whether a clause speaks of another employer than those that are known, without its name."""
    return clause.says("another_house") and not clause.employer


def marked(act: Act, clause: Clause, context: Context) -> Act:
    """A talk with an employer without a name: it is none of a known one's."""
    if act.name == "interview" and context.scene.employers and is_elsewhere(clause):
        return act.with_slots(elsewhere=True)
    return act
