"""The times of a clause, read by `bot.hear.times`: days that were or are to come, limits, windows, reminders.

Whether a bare "Friday" is the last or the next one is told by the tense of its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.hear.clause import Clause, Context, Tense
from bot.hear.plain import plain
from bot.hear.times import Ask, Reason, SnoozeRead, read_interview_time, read_snooze, tells_a_day
from bot.hear.times.context import Kind, is_too_far
from bot.hear.times.days import plus
from bot.hear.times.grammar import parse
from bot.hear.times.rules.bounds import as_window
from bot.hear.times.values import Length, Span, Unit, Window

WHOLE_DAYS = frozenset({Unit.DAY, Unit.BUSINESS_DAY, Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH})


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A moment as far as it is told. `readings`: the days, or the moments, that it may be when the words mean two."""

    day: date | None = None
    start: datetime | None = None
    end: datetime | None = None
    minutes: int | None = None
    fixed: bool = False
    clock: bool = False
    """A clock time was told, with or without its day."""
    readings: tuple[date | datetime, ...] = ()


def moment(clause: Clause, context: Context, *, past: bool | None = None) -> When | None:
    """The day and the clock time that a clause speaks of. `past`: it is known to have been, or to be still ahead."""
    was = clause.tense is Tense.PAST if past is None else past
    return context.once(("moment", clause.index, clause.text, was), lambda: _moment(clause, context, was=was))


def _moment(clause: Clause, context: Context, *, was: bool) -> When | None:
    text, now = plain(clause), context.scene.now
    read = read_interview_time(text, now, clause.language, past=was)
    if clause.also and isinstance(read, Ask) and read.day is None:
        read = read_interview_time(text, now, clause.also, past=was)
    if isinstance(read, Ask) and read.reason is Reason.TWO_TIMES:
        read = read_interview_time(_before_not(text), now, clause.language, past=was)
    if isinstance(read, Ask) and read.reason is Reason.TWO_TIMES and read.day is None:
        read = replace(read, day=_likeliest_day(text, clause, context, was=was))
    if not isinstance(read, Ask):
        minutes = None if read.end is None else int((read.end - read.start).total_seconds() // 60)
        day = read.start.date() if names_day(text, clause, context) else None
        return When(day=day, start=read.start, end=read.end, minutes=minutes, fixed=read.fixed, clock=True)
    return _half_told(read, clause, context, was=was)


def names_day(text: str, clause: Clause, context: Context) -> bool:
    """Whether a day is said; a clock time alone is today's, or that of what is spoken of."""
    languages = filter(None, (clause.language, clause.also))
    return any(tells_a_day(text, context.scene.now, language) for language in languages)


def _half_told(read: Ask, clause: Clause, context: Context, *, was: bool) -> When | None:
    """A day without a clock, a clock without a day, or words that mean two days."""
    readings = _readings(read, clause, context)
    if read.day is None and read.clock is None and not readings:
        return When(minutes=read.minutes) if read.minutes else None
    start = None
    if read.clock is not None and read.day is not None:
        start = datetime.combine(read.day, read.clock, context.scene.now.tzinfo)
    if read.reason is Reason.NO_DAY and names_day(plain(clause), clause, context):
        return When(minutes=read.minutes, clock=True)  # next week at 11: not today
    if read.clock is not None and read.day is None:
        start = datetime.combine(context.scene.now.date(), read.clock, context.scene.now.tzinfo)
        return When(start=start, minutes=read.minutes, clock=True, readings=readings)
    return When(day=read.day, start=start, minutes=read.minutes, clock=start is not None, readings=readings)


def _readings(read: Ask, clause: Clause, context: Context) -> tuple[date | datetime, ...]:
    """The two days that "next Friday" may be, the two hours that seven may be."""
    if read.reason is not Reason.AMBIGUOUS:
        return ()
    text, now = plain(clause), context.scene.now
    if read.day is not None:
        halves = [read_interview_time(SEVEN.sub(rf"\1 {half}", text), now, "en") for half in ("am", "pm")]
        starts = tuple(one.start for one in halves if not isinstance(one, Ask))
        return starts if len(starts) == len(halves) else ()
    bare = read_interview_time(without_next(text), now, clause.language)
    nearest = bare.day if isinstance(bare, Ask) else bare.start.date()
    return (nearest, plus(nearest, 7)) if nearest else ()


SEVEN = re.compile(r"\b(7(?:[:.]\d\d)?)(?:\s*uhr)?(?![\d:.])", re.IGNORECASE)
"""The hour that is as likely in the morning as in the evening."""


def _likeliest_day(text: str, clause: Clause, context: Context, *, was: bool) -> date | None:
    """Of several days the one that is written as a date, else the first."""
    line = parse(text, context.scene.now, Kind.TIME, clause.language, past=was)
    days = [item for item in line.items if isinstance(item.value, Span) and item.value.first == item.value.last]
    today = context.scene.now.date()
    fitting = [item for item in days if isinstance(item.value, Span) and (item.value.first <= today) == was]
    dated = [item for item in fitting if DIGIT.search(line.text[item.start : item.end])]
    chosen = next(iter(dated or fitting), None)
    return chosen.value.first if chosen is not None and isinstance(chosen.value, Span) else None


DIGIT = re.compile(r"\d")
"""What makes a day a date: "tues jan 5", where "two weeks ago" stands beside it."""


def _before_not(text: str) -> str:
    """What stands before the time that is ruled out: "at 2, not 3"."""
    words = text.split()
    at = next(
        (at for at, word in enumerate(words) if at and word.casefold().strip(",") in ("not", "nicht")), len(words)
    )
    return " ".join(words[:at])


def without_next(text: str) -> str:
    """The text without what puts a day off by a week."""
    drop = ("next", "nächsten", "nächster", "nächste", "naechsten", "übernächsten", "after")
    return " ".join(word for word in text.split() if word.casefold() not in drop)


def day(clause: Clause, context: Context, *, past: bool | None = None) -> date | None:
    """The day on which something was, or is to be; None where none or two are told."""
    found = moment(clause, context, past=past)
    return None if found is None else found.day or (found.start.date() if found.start and found.clock else None)


def told(clause: Clause, context: Context) -> bool:
    """Whether a clause names any time."""
    return moment(clause, context) is not None or bool(stretches(clause, context))


def due(clause: Clause, context: Context) -> date | None:
    """The last day of a limit that is still ahead: "by Friday", "until the 9th", "tomorrow", "in two weeks"."""
    windows = stretches(clause, context)
    return windows[-1].latest if windows else None


def until(clause: Clause, context: Context) -> date | None:
    """The day up to which something lasts: "until Monday", "for two weeks", "till the end of March"."""
    spans = [item.value for item in parse(plain(clause), context.scene.now, Kind.TIME, clause.language).items]
    named = [span for span in spans if isinstance(span, Span)]
    if named:
        return named[-1].first
    windows = stretches(clause, context)
    if not windows:
        return None
    ruled_out = windows[-1].negated
    return windows[-1].latest or windows[-1].earliest or (ruled_out.earliest if ruled_out is not None else None)


def days(clause: Clause, context: Context) -> list[date]:
    """The days that a clause names, in order; not the lengths."""
    items = parse(plain(clause), context.scene.now, Kind.TIME, clause.language).items
    spans = [item.value for item in items if isinstance(item.value, Span)]
    return [span.first for span in spans if span.first == span.last]


def lasting(clause: Clause, context: Context, since: date) -> date | None:
    """The end of a length that a clause names, counted from a day: "for two weeks"."""
    line = parse(plain(clause), context.scene.now, Kind.SNOOZE, clause.language)
    length = next((item.value for item in line.items if isinstance(item.value, Length)), None)
    end = line.context.shift(since, length.high) if length and length.high.unit in WHOLE_DAYS else None
    return None if is_too_far(since, end) else end


def earliest(clause: Clause, context: Context, since: int = 0) -> date | None:
    """The first day from which something holds: "from the 14th", "in two weeks". `since`: the word where it begins."""
    windows = stretches(clause, context, since)
    return (windows[0].earliest or windows[0].latest) if windows else None


def stretches(clause: Clause, context: Context, since: int = 0) -> list[Window]:
    """Every time in a clause as a stretch of days, in order; a length counts from today."""
    key, today = ("stretches", clause.index, clause.text, since), context.scene.now.date()
    found = _stretches(clause, context, since)
    return context.once(key, lambda: [one for one in found if not is_too_far(today, one.earliest, one.latest)])


def _stretches(clause: Clause, context: Context, since: int) -> Iterator[Window]:
    text = plain(clause) if not since else clause.text_of(since)
    line = parse(text, context.scene.now, Kind.WINDOW, clause.language)
    for item in line.items:
        if isinstance(item.value, Window):
            yield item.value
        elif isinstance(item.value, Span):
            yield as_window(item.value)
        elif isinstance(item.value, Length) and item.value.high.unit in WHOLE_DAYS:
            today = line.context.today
            yield Window(line.context.shift(today, item.value.low), line.context.shift(today, item.value.high))


def later(clause: Clause, context: Context, start: datetime, since: int) -> datetime | None:
    """A moment put off by the length that begins at a word: "pushed back *a week*"."""
    line = parse(clause.text_of(since), context.scene.now, Kind.SNOOZE, clause.language)
    length = next((item.value for item in line.items if isinstance(item.value, Length)), None)
    day = line.context.shift(start.date(), length.low) if length and length.exact else None
    if length is None or day is None or is_too_far(start.date(), day):
        return None
    if length.low.unit in WHOLE_DAYS:
        return start + timedelta(days=(day - start.date()).days)
    return start + (line.context.later(length.low) - context.scene.now)


def reminder(clause: Clause, context: Context) -> datetime | None:
    """The moment at which to come back."""
    read = read_snooze(plain(clause), context.scene.now, clause.language)
    return read.at if isinstance(read, SnoozeRead) else None
