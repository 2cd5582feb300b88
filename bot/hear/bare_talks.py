"""Bare answers that tell of the talk itself: when it is or was, and how long. Some of them answer no question."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.hear import when
from bot.hear.act import Act
from bot.hear.bare_times import only_time, text_of
from bot.hear.clause import Context
from bot.hear.rules.counting import value
from bot.hear.scene import Talk
from bot.hear.times import Ask, InterviewRead, WindowRead, read_interview_time, read_length, read_window
from bot.hear.times.context import Kind

MOST_MINUTES = 480


def start(context: Context) -> Act | None:
    """When an interview is, or was: a day, a clock time, or both."""
    if not only_time(context, Kind.TIME):
        return None
    clause = context.clauses[0]
    was = _asks_for_the_past(context)
    read = read_interview_time(text_of(context), context.scene.now, context.language, past=was)
    if isinstance(read, InterviewRead):
        read = _on_its_day(read, context)
        return clause.act("interview", start=read.start, end=read.end, fixed=read.fixed or None)
    if read.day is not None:
        return clause.act("interview", day=read.day, minutes=read.minutes)
    at = _on_the_known_day(read, context)
    return clause.act("interview", start=at, minutes=read.minutes) if at else None


def is_limit(context: Context) -> bool:
    """Whether a bare time is one by which they answer: "by Friday", or any that is ahead of a talk that is over."""
    if any(one.says("a_limit") for one in context.clauses):
        return True
    read = read_window(text_of(context), context.scene.now, context.language)
    days = (read.latest or read.earliest) if isinstance(read, WindowRead) else None
    ahead = days is not None and days > context.scene.now.date()
    return ahead and _asks_for_the_past(context) and not any(one.says("contradicts") for one in context.clauses)


def of_the_talk(context: Context) -> Act | None:
    """What tells of the talk that has been, and not when they answer: "am 16. November um 10 Uhr", "an hour"."""
    clause = context.clauses[0]
    if clause.says("a_limit") or not only_time(context, Kind.TIME, most=0):
        return None
    minutes = read_length(text_of(context), context.language)
    if minutes is not None and minutes <= MOST_MINUTES and not clause.says("from_now"):
        return clause.act("interview", minutes=minutes)
    talk = _last_talk(context)
    if talk is None or talk.start > context.scene.now:
        return None
    read = read_interview_time(text_of(context), context.scene.now, context.language, past=True)
    if isinstance(read, InterviewRead):
        read = _on_its_day(read, context)
        return clause.act("interview", start=read.start, end=read.end) if _is_its_day(read, talk) else None
    at = _on_the_known_day(read, context)
    return clause.act("interview", start=at, minutes=read.minutes) if at and not talk.start_known else None


LEFT = {"en": 0, "de": 2}
"""Words that may stand around the hours: "von" and "bis" are read with them only by the hour."""


def appointment(context: Context) -> Act | None:
    """A day that is ahead, with hours from and to: a talk, whatever was asked."""
    clause, said = context.clauses[0], text_of(context)
    if clause.language == "de" and not said.casefold().rstrip(" .!").endswith("uhr"):
        said = f"{said.rstrip(' .!')} Uhr"  # else "20.11." beside bare hours is an hour, too
    if not only_time(context, Kind.TIME, most=LEFT[clause.language]) or not when.names_day(said, clause, context):
        return None
    read = read_interview_time(said, context.scene.now, context.language)
    if not isinstance(read, InterviewRead) or read.end is None or read.start <= context.scene.now:
        return None
    return clause.act("interview", about=context.scene.about, start=read.start, end=read.end)


def _is_its_day(read: InterviewRead, talk: Talk) -> bool:
    return read.start.date() == talk.start.date()


def _last_talk(context: Context) -> Talk | None:
    """The talk of the employer that is spoken of, the last one."""
    scene = context.scene
    talks = [talk for one in scene.employers if one.name == scene.about for talk in one.talks]
    return talks[-1] if talks else None


def _asks_for_the_past(context: Context) -> bool:
    """Whether the talk that is asked about has been."""
    talk = _last_talk(context)
    return talk is not None and talk.start <= context.scene.now


def _on_its_day(read: InterviewRead, context: Context) -> InterviewRead:
    """A clock time alone is one of the day that is asked about, when that is known."""
    scene = context.scene
    talks = [talk for one in scene.employers if one.name == scene.about for talk in one.talks if not talk.start_known]
    if not talks or when.names_day(text_of(context), context.clauses[0], context):
        return read
    shift = talks[-1].start.date() - read.start.date()
    return replace(read, start=read.start + shift, end=read.end + shift if read.end else None)


def _on_the_known_day(read: Ask, context: Context) -> datetime | None:
    """A clock time without a day is one of the day that is known."""
    scene = context.scene
    talks = [talk for one in scene.employers if one.name == scene.about for talk in one.talks]
    if read.clock is None or not talks:
        return None
    return datetime.combine(talks[-1].start.date(), read.clock, scene.now.tzinfo)


def length(context: Context) -> Act | None:
    """How long: "an hour", "45"."""
    if not only_time(context, Kind.SNOOZE):
        return None
    clause = context.clauses[0]
    minutes = read_length(text_of(context), context.language)
    if minutes is None and len(clause.words) == 1:
        minutes = value(clause.words[0].text, clause.language)
    return clause.act("interview", minutes=minutes) if minutes and minutes <= MOST_MINUTES else None
