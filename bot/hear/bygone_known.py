"""A talk told in the message before without a verb, and taken for one to come: what is told now may put it behind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Modality, Tense
from bot.hear.scene import Employer, Talk
from bot.hear.talk_known import agree

A_WEEK = timedelta(days=7)
A_MONTH = timedelta(days=31)
TOLD_ANEW = frozenset({"interview", "interview_moved", "invited", "interview_called_off", "correct", "no_show"})
"""Acts that tell of the talk themselves."""
SURELY = frozenset({"felt", "met", "shown", "rejected", "offer", "feedback", "reference_called", "sent"})
"""Acts that nobody tells before a talk."""


def taken_for_coming(told: Iterable[tuple[Clause, Act]], context: Context) -> tuple[Employer, Talk] | None:
    """The one talk without an hour that the message before told of, where it is to come and nothing is told of it."""
    scene = context.scene
    about = scene.about or (scene.employers[0].name if len(scene.employers) == 1 else None)
    meant = [one for one in scene.employers if one.name == about and len(one.talks) == 1]
    if "interview" not in scene.kept_last or not meant or any(act.name in TOLD_ANEW for _, act in told):
        return None
    talk = meant[0].talks[0]
    open_yet = not talk.is_over(scene.now) and not talk.start_known and talk.start.date() > scene.now.date()
    return (meant[0], talk) if open_yet else None


def may_tell_of_it(clause: Clause, employer: Employer) -> bool:
    """Whether a clause tells, as past, of that employer."""
    past = clause.tense is Tense.PAST and clause.modality is Modality.FACT
    return past and not clause.says("another_talk") and agree(clause.employer, employer.name)


def day_before(coming: date, today: date) -> date | None:
    """The last day of the same name: a weekday lies at most a week ahead, else it was told as a day of the month."""
    if coming - today <= A_WEEK:
        return coming - A_WEEK
    for back in range(28, 32):
        day = coming - timedelta(days=back)
        if day.day == coming.day and today - A_MONTH <= day < today:
            return day
    return None


def put_behind(clause: Clause, employer: Employer, talk: Talk, day: date, context: Context) -> Context:
    """The message as it is heard after that talk."""
    off = talk.start.date() - day
    moved = replace(talk, start=talk.start - off, end=talk.end - off)
    employers = (replace(one, talks=(moved,)) if one is employer else one for one in context.scene.employers)
    act = clause.act("interview", about=employer.name, day=day, over=True)
    scene = replace(context.scene, employers=tuple(employers))
    return replace(context, scene=scene, behind=((clause, act),), known={})
