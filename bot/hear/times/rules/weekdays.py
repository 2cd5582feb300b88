"""Weekdays and days counted from today: "tomorrow", "this Friday", "Monday or Tuesday next week"."""

from __future__ import annotations

from bot.hear.times import spans
from bot.hear.times.answers import Reason
from bot.hear.times.context import Kind
from bot.hear.times.days import monday_of, plus, weekday_after, working_day_after
from bot.hear.times.line import Hit
from bot.hear.times.rule import TIMED, Meaning, Rule
from bot.hear.times.values import Grain, Noise, Span, Trouble, Weekday

LINK = "( ,| of| on| in| the)*"

JOIN = "( ,)?( or| and| /| -| to| until| through)( on| the| early| late)*"


def tonight(hit: Hit) -> Meaning:
    one = spans.day(hit.at.today)
    return one if hit.at.kind is Kind.WINDOW else (one, "tonight")


def weekday_of_week(hit: Hit) -> Meaning:
    """Friday next week; Monday or Tuesday next week; Friday or Monday next week, which is the Friday before."""
    week = hit.one(Span)
    days = [plus(monday_of(week.first), value.index) for value in hit.values if isinstance(value, Weekday)]
    if len(days) == 1:
        return spans.day(days[0])
    if days[0] > days[-1]:
        days[0] = plus(days[0], -7)
    return _stretch(hit, spans.day(days[0]), spans.day(days[-1]))


def weekdays(hit: Hit) -> Meaning:
    """Wednesday or Thursday, Mon-Wed: from the first to the last, which comes after it."""
    found = hit.every(Weekday)
    first: Span | Trouble = spans.coming(hit.at, found[0].index)
    if hit.has("next"):
        first = spans.next_weekday(hit.at, found[0].index)
    if isinstance(first, Trouble):
        return first
    return _stretch(hit, first, spans.day(weekday_after(first.first, found[-1].index)))


def _stretch(hit: Hit, first: Span, last: Span) -> Meaning:
    if hit.at.kind is not Kind.WINDOW:
        return Trouble(Reason.TWO_TIMES, "day")
    return Span(first.first, last.last, Grain.PART)


RULES = (
    Rule(
        "moved from a day",
        "MOVED( from)? (<weekday>|{day})( at)?( <clock>| <clockrange>)? (to|until|FIX)",
        lambda _: "FIX",
        ("moved from Monday 10am to Tuesday 11am => 2026-06-16T11:00",),
        TIMED,
    ),
    Rule(
        "day after tomorrow",
        "(the )?day after tomorrow",
        lambda hit: spans.day(plus(hit.at.today, 2)),
        ("the day after tomorrow -> 2026-06-12",),
    ),
    Rule(
        "day before yesterday",
        "(the )?day before yesterday",
        lambda _: Noise(),
        ("saw them the day before yesterday, answer on Friday -> 2026-06-12",),
    ),
    Rule("tonight", "tonight", tonight, ("they said they'd call tonight -> 2026-06-10",)),
    Rule(
        "tomorrow",
        "tomorrow( night)?",
        lambda hit: (
            spans.day(plus(hit.at.today, 1))
            if hit.at.kind is Kind.WINDOW or not hit.has("night")
            else (spans.day(plus(hit.at.today, 1)), "night")
        ),
        ("tomorrow -> 2026-06-11",),
    ),
    Rule("today", "today", lambda hit: spans.day(hit.at.today), ("today -> 2026-06-10",)),
    Rule(
        "yesterday",
        "yesterday( morning| afternoon| evening)?",
        lambda hit: spans.day(plus(hit.at.today, -1)),
        ("by yesterday -> ..2026-06-09",),
    ),
    Rule(
        "weekdays of a week",
        f"<weekday>( , <weekday>)?{JOIN} <weekday>{LINK} <week>",
        weekday_of_week,
        ("Monday or Tuesday next week -> 2026-06-15..2026-06-16",),
    ),
    Rule(
        "week and weekdays",
        f"<week>{LINK}( between)? <weekday>( , <weekday>)?{JOIN} <weekday>",
        weekday_of_week,
        ("next week, Tuesday or Wednesday -> 2026-06-16..2026-06-17",),
    ),
    Rule(
        "weekday of a week",
        f"<weekday>{LINK} <week>",
        weekday_of_week,
        ("Friday next week -> 2026-06-19", "on monday of next week -> 2026-06-15"),
    ),
    Rule("week and weekday", f"<week>{LINK} <weekday>", weekday_of_week, ("next week, on Friday -> 2026-06-19",)),
    Rule(
        "next weekdays",
        f"(the )?next <weekday>( , <weekday>)?{JOIN} <weekday>",
        weekdays,
        ("next Monday or Tuesday -> 2026-06-15..2026-06-16",),
    ),
    Rule(
        "weekdays",
        f"(between )?<weekday>( , <weekday>)?{JOIN} <weekday>(?! week )",
        weekdays,
        ("between Wednesday and Friday -> 2026-06-17..2026-06-19", "Mon/Tues -> 2026-06-15..2026-06-16"),
    ),
    Rule(
        "this weekday",
        "(the |this |coming )*(this|coming) <weekday>",
        lambda hit: spans.coming(hit.at, hit[0].index),
        ("this Friday -> 2026-06-12", "this upcoming Friday -> 2026-06-12"),
    ),
    Rule(
        "next weekday",
        "(the )?next <weekday>",
        lambda hit: spans.next_weekday(hit.at, hit[0].index),
        ("around next tuesday -> 2026-06-16", "next Thursday -> 2026-06-18", "next Saturday -> ask ambiguous"),
    ),
    Rule(
        "weekday next",
        "<weekday> next{end}",
        lambda hit: spans.next_weekday(hit.at, hit[0].index),
        ("Tuesday next -> 2026-06-16",),
    ),
    Rule(
        "weekday",
        "<weekday>",
        lambda hit: spans.coming(hit.at, hit[0].index),
        ("Monday -> 2026-06-15", "Wednesday -> 2026-06-17"),
    ),
    Rule(
        "next working day",
        "(the )?(next|following|<nth>|coming) bday",
        lambda hit: spans.day(working_day_after(hit.at.today)),
        ("the next business day -> 2026-06-11",),
    ),
    Rule("on mondays", "<weekdays>", lambda _: Noise(recurring=True), ("on mondays ~> ask recurring",)),
)
