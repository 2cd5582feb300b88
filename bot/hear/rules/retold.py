"""What is told again of a talk that is known: another hour, who joins, what the job is called, another name."""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear import when
from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Tense, on
from bot.hear.names import shown_name, shown_role
from bot.hear.role import Role
from bot.hear.rules import talks, their_calendar
from bot.hear.rules.whom import not_denied


def retold(clause: Clause, context: Context) -> Iterator[Act]:
    """What is told again of a talk to come: another hour, who joins, what the job is called."""
    if clause.says("interview", "interviewed", "moved") or not clause.says(*RETOLD):
        return
    if their_calendar.they_meet(clause):
        return
    known = talks.coming(context, clause)
    before = context.before(clause)
    of_the_last = before is not None and before.tense is Tense.PAST and not clause.employer
    if known is None or (of_the_last and talks.last(context, clause) is not None):
        yield from _role_of_the_last(clause, context)
        return
    told = when.moment(clause, context, past=False) if clause.says("retimed") else None
    if told is not None and told.clock:
        slots = talks.times(told, clause, context, over=False)
        yield clause.act("interview", about=clause.employer, **slots)
    elif clause.people and clause.says("attends") and not clause.says("not_met"):
        act = clause.act("interview", about=clause.employer)
        yield act.with_slots(**{"with": tuple(map(shown_name, not_denied(clause)))})
    if clause.says("role_is") and clause.named(Role.JOB):
        yield clause.act(
            "interview", about=clause.employer, role=shown_role(clause.named(Role.JOB)[0], clause.language)
        )


def _role_of_the_last(clause: Clause, context: Context) -> Iterator[Act]:
    """What the job is called where the talk has been: "the role is Group Controller, not Controller"."""
    jobs = [shown_role(one, clause.language) for one in clause.named(Role.JOB)]
    told = clause.modality is Modality.FACT and clause.says("role_is") and talks.last(context, clause) is not None
    if told and jobs:
        yield clause.act("interview", about=clause.employer, role=jobs[0], over=True)


RETOLD = ("retimed", "attends", "role_is")


def renamed(clause: Clause, context: Context) -> Iterator[Act]:
    """Somebody who was there had another name."""
    people = not_denied(clause) if clause.says("not_them") else clause.people
    if len(people) < len(clause.people) and talks.coming(context, clause) is None:
        yield clause.act("met", names=tuple(map(shown_name, people)))


RULES: tuple[Rule | Keyed, ...] = (
    on(retold, *RETOLD),
    on(renamed, "not_them"),
)
