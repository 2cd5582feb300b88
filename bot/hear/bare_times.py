"""Bare answers about time and place: "by Friday", "3pm", "an hour", "in Toronto"."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.hear import when
from bot.hear.act import Act
from bot.hear.clause import Context, Word
from bot.hear.rules.counting import value
from bot.hear.rules.saying import thing_in
from bot.hear.times import (
    Ask,
    InterviewRead,
    PlaceChoice,
    PlaceRead,
    SnoozeRead,
    Unknown,
    WindowRead,
    read_interview_time,
    read_length,
    read_place,
    read_snooze,
    read_window,
)
from bot.hear.times.context import Kind
from bot.hear.times.grammar import parse
from bot.hear.vocabulary import vocabulary

MOST_LEFT = 1
"""Words that may be left when the time and what stands around an answer is taken out."""
MOST_MINUTES = 480


def window(context: Context) -> Act | None:
    """When they answer; or that they named no time."""
    if not _only_time(context, Kind.WINDOW):
        none = any(one.says("no_time_named") for one in context.clauses) and len(context.clauses) == 1
        return context.clauses[0].act("window", none=True) if none else None
    read = read_window(_text(context), context.scene.now, context.language)
    clause = context.clauses[0]
    if isinstance(read, WindowRead):
        return clause.act("window", earliest=read.earliest, latest=read.latest)
    named_none = isinstance(read, Unknown) or any(one.says("no_time_named") for one in context.clauses)
    return clause.act("window", none=True) if named_none else None


def day(context: Context) -> Act | None:
    """A day that is meant for the open question."""
    clause = context.clauses[0]
    found = when.due(clause, context) if _only_time(context, Kind.WINDOW) else None
    return clause.act("day", day=found) if found else None


def start(context: Context) -> Act | None:
    """When an interview is, or was: a day, a clock time, or both."""
    if not _only_time(context, Kind.TIME):
        return None
    clause = context.clauses[0]
    was = _asks_for_the_past(context)
    read = read_interview_time(_text(context), context.scene.now, context.language, past=was)
    if isinstance(read, InterviewRead):
        read = _on_its_day(read, context)
        return clause.act("interview", start=read.start, end=read.end, fixed=read.fixed or None)
    if read.day is not None:
        return clause.act("interview", day=read.day, minutes=read.minutes)
    at = _on_the_known_day(read, context)
    return clause.act("interview", start=at, minutes=read.minutes) if at else None


def _asks_for_the_past(context: Context) -> bool:
    """Whether the talk that is asked about has been."""
    scene = context.scene
    talks = [talk for one in scene.employers if one.name == scene.about for talk in one.talks]
    return bool(talks) and talks[-1].start <= scene.now


def _on_its_day(read: InterviewRead, context: Context) -> InterviewRead:
    """A clock time alone is one of the day that is asked about, when that is known."""
    scene = context.scene
    talks = [talk for one in scene.employers if one.name == scene.about for talk in one.talks if not talk.start_known]
    if not talks or when.names_day(_text(context), context.clauses[0], context):
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
    if not _only_time(context, Kind.SNOOZE):
        return None
    clause = context.clauses[0]
    minutes = read_length(_text(context), context.language)
    if minutes is None and len(clause.words) == 1:
        minutes = value(clause.words[0].text, clause.language)
    return clause.act("interview", minutes=minutes) if minutes and minutes <= MOST_MINUTES else None


def snooze(context: Context) -> Act | None:
    """When to come back."""
    read = read_snooze(_text(context), context.scene.now, context.language)
    if not _only_time(context, Kind.SNOOZE) or not isinstance(read, SnoozeRead):
        return None
    return context.clauses[0].act("snooze", until=read.at)


def place(context: Context) -> Act | None:
    """Where the Person's clock stands: a city, a zone, or what the clock shows."""
    match read_place(_text(context), context.scene.now):
        case PlaceRead(zone=zone, name=name):
            return context.clauses[0].act("place", zone=zone, city=name)
        case PlaceChoice():
            return context.clauses[0].act("place", city=_text(context))
    return None


def promise(context: Context) -> Act | None:
    """What was promised, and by when."""
    clause = context.clauses[0]
    what = thing_in(clause)
    if what is None or clause.says("nothing_of_it") or any(one.says("verb_of_others") for one in context.clauses):
        return None
    due = next((found for one in context.clauses if (found := when.due(one, context))), None)
    return clause.act("promised", what=what, due=due)


def _text(context: Context) -> str:
    return context.text


def _only_time(context: Context, kind: Kind) -> bool:
    """Whether nothing else is said: what is no time is a word that stands around an answer."""
    line = parse(context.text, context.scene.now, kind, context.language)
    times = [(item.start, item.end) for item in line.items if item.value is not None]
    around = vocabulary(context.language)["around_an_answer"].alone
    words = [word for clause in context.clauses for word in clause.words]
    times += [(name.start, name.end) for clause in context.clauses for name in clause.names]
    left = [word for word in words if word.text not in around and not _inside(word, times)]
    told = any(item.value is not None for item in line.items)
    return len(left) <= MOST_LEFT and (told or any(one.says("no_time_named") for one in context.clauses))


def _inside(word: Word, places: list[tuple[int, int]]) -> bool:
    return any(first <= word.start < last for first, last in places)
