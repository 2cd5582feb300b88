"""Interviews: one that was or is to come, moved, called off, not held; who was there; an agency between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from bot.hear import when
from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Role, Rule, Subject, Tense
from bot.hear.names import shown_name
from bot.hear.rules import talks
from bot.hear.when import When


FAR = 200
"""Days ahead at which a date without a year is taken for the last one of its name."""


def interview(clause: Clause, context: Context) -> Iterator[Act]:
    """A talk that was or is to come, as far as this clause tells it; `ground` puts the clauses together."""
    if not talks.speaks_of_one(clause, context) or talks.is_about_something_else(clause):
        return
    over = talks.is_over(clause, context)
    told = when.moment(clause, context, past=over)
    if told is None or (told.day is None and told.start is None):
        told = when.moment(clause, context, past=not over) or told
        over = over if told is None or told.day is None else told.day <= context.scene.now.date() and over
    if told is not None and told.day is not None and (told.day - context.scene.now.date()).days > FAR:
        told, over = when.moment(clause, context, past=True), True
    slots = talks.times(told, clause, context, over=over)
    if talks.is_further(clause, context, over=over, slots=slots):
        return
    people = () if over else clause.people
    yield clause.act(
        "interview",
        about=clause.employer,
        role=next(iter(clause.named(Role.JOB)), None),
        stage=talks.stage(clause),
        over=over or None,
        with_=people,
        **slots,
    )


def interview_moved(clause: Clause, context: Context) -> Iterator[Act]:
    """It takes place at another time."""
    if not clause.says("moved") or clause.says("not_interview") or not talks.coming(context, clause):
        return
    told = when.moment(clause, context, past=False)
    slots = talks.times(told, clause, context, over=False)
    known = talks.coming(context, clause)
    if known and clause.says("same_time") and "day" in slots:
        day = slots.pop("day")
        slots["start"] = datetime.combine(day, known.start.time(), known.start.tzinfo)
    if slots:
        yield clause.act("interview_moved", about=clause.employer, **slots)


def interview_called_off(clause: Clause, context: Context) -> Iterator[Act]:
    """It does not take place; `by` tells who called it off."""
    if clause.says("cannot_come") and not clause.says("not_interview"):
        yield clause.act("interview_called_off", about=clause.employer, by="me")
    elif clause.says("called_off") and not clause.says("not_interview", "no_show"):
        named = clause.says("interview") or (clause.language == "de" and clause.says("appointment"))
        if named or (clause.language == "en" and (talks.coming(context, clause) or clause.says("call_it_off"))):
            yield clause.act("interview_called_off", about=clause.employer, by=talks.by_whom(clause))


def no_show(clause: Clause, context: Context) -> Iterator[Act]:
    """They did not turn up."""
    if clause.says("no_show"):
        yield clause.act("no_show", about=clause.employer)


def met(clause: Clause, context: Context) -> Iterator[Act]:
    """Who was there: people named beside a talk that is over."""
    names = tuple(name for name in clause.names if name.role is Role.PERSON)
    if not names or clause.says("not_met") or not talks.is_past(clause, context):
        return
    if clause.says("met") or (talks.speaks_of_one(clause, context) and talks.is_over(clause, context)):
        yield _met(clause)
    elif talks.fresh(context) and clause.tense in (Tense.PAST, Tense.NONE):
        yield _met(clause)


def _met(clause: Clause) -> Act:
    names = [name for name in clause.names if name.role is Role.PERSON]
    titles = tuple(name.title for name in names if name.title)
    return clause.act("met", names=tuple(shown_name(name.text) for name in names), roles=titles)


def agency(clause: Clause, context: Context) -> Iterator[Act]:
    """It runs over an agency."""
    for name in clause.named(Role.AGENCY):
        if name not in context.scene.agencies:
            yield clause.act("agency", name=shown_name(name))


RULES: tuple[Rule, ...] = (interview, interview_moved, interview_called_off, no_show, met, agency)
