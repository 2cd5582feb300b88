"""What comes after a talk: a further round, a date still to be found, a call that is agreed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear import when
from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Rule, Subject, Tense, on
from bot.hear.names import shown_name
from bot.hear.role import Role
from bot.hear.rules import talks, their_calendar

WITH = ("with", "mit")
MOST_BARE = 8
"""Words of a clause that says nothing but which round comes next."""


def invited(clause: Clause, context: Context) -> Iterator[Act]:
    """They want to see the Person again."""
    if clause.held or clause.says("not_invite", "turned_down", "over_for_sure") or their_calendar.is_told(clause):
        return
    if their_calendar.they_meet(clause):
        return
    if not context.scene.employers and not talks.told_over(context):
        return
    if not _invites(clause, context, timed=True):  # the clock is read only where it may matter
        return
    told = when.moment(clause, context, past=False)
    slots = talks.times(told, clause, context, over=False)
    if told is not None and told.day is not None and not 0 <= (told.day - context.scene.now.date()).days <= talks.FAR:
        return
    if not slots and _is_arranged(context) and _invites(clause, context, timed=False):
        yield clause.act("scheduling", about=clause.employer)
    elif _invites(clause, context, timed=bool(slots)):
        who = {"with": _with_whom(clause)} if slots else {}
        yield clause.act("invited", about=clause.employer, stage=talks.stage(clause), **slots, **who)


def _is_arranged(context: Context) -> bool:
    """Whether somebody else finds the day: "Neil will sort it", "die Agentur macht das aus"; no answer is owed then."""
    return any(one.says("arranged_for_me") and one.subject is not Subject.I for one in context.clauses)


def _with_whom(clause: Clause) -> tuple[str, ...] | None:
    """ "On Friday at 10 with Ben Okafor": who is met there, not who wrote it."""
    behind = next((word.end for word in reversed(clause.words) if word.text in WITH), None)
    if behind is None:
        return None
    return tuple(shown_name(name.text) for name in clause.names if name.role is Role.PERSON and name.start >= behind)


def _invites(clause: Clause, context: Context, *, timed: bool) -> bool:
    """Whether it tells of a further round: by its words, or as the only thing that can be meant."""
    new = bool(clause.employer and context.scene.employers) and not talks.is_known(context, clause.employer)
    if new:
        return talks.is_further_of_another(clause)
    if not clause.says("back"):
        awaited = talks.coming(context, clause) is None and not clause.says("interview", "interviewed")
        return awaited and (clause.says("invited_me") or (timed and clause.says("want_me_on")))
    return clause.says("invite") or bool(talks.stage(clause) and (timed or _is_awaited(clause, context)))


def _is_awaited(clause: Clause, context: Context) -> bool:
    """Whether nothing but a further round can be meant: a talk has been, none is to come, and few words say it."""
    return (
        bool(context.scene.employers)
        and talks.coming(context, clause) is None
        and len(clause.words) <= MOST_BARE
        and clause.tense is not Tense.PAST
    )


def scheduling(clause: Clause, context: Context) -> Iterator[Act]:
    """A date is still to be found."""
    if talks.lacks_a_date(clause, context):
        yield clause.act("scheduling", about=clause.employer)


def call_planned(clause: Clause, context: Context) -> Iterator[Act]:
    """They call at a time that is agreed."""
    if not clause.says("call_planned") or clause.tense is Tense.PAST or talks.speaks_of_one(clause, context):
        return
    told = when.moment(clause, context, past=False)
    if told is not None and told.start is not None and told.day is not None:
        yield clause.act("call_planned", about=clause.employer, start=told.start)


RULES: tuple[Rule | Keyed, ...] = (
    on(invited, "back", "invited_me", "want_me_on"),
    on(scheduling, "scheduling", "not_when"),
    on(call_planned, "call_planned"),
)
