"""Dates with two numbers: "from 13 to 15 July", "the 7th or 8th", "25-28/8"."""

from __future__ import annotations

from dataclasses import replace

from bot.hear.times.answers import Reason
from bot.hear.times.context import Context, Kind
from bot.hear.times.line import Hit
from bot.hear.times.rule import WINDOWS, Meaning, Rule
from bot.hear.times.rules.dates import COUNTED, DAY_NUMBER, number_of, of_figures
from bot.hear.times.spans import day_of_month, in_month_from, in_year
from bot.hear.times.values import Figures, Grain, MonthName, Number, Span, Trouble, Value

MORE = "( ,( the)? (<ord>|<num>))*"
TO = "( ,)?( {to}| and| or| /)( on)?( the)?"


def days_by_figures(hit: Hit) -> Meaning:
    """25-28/8, or 8/25-28 where the month comes first."""
    figures = hit.one(Figures)
    number = number_of(hit.one(Number))
    found = of_figures(hit.at, figures)
    if number is None or not isinstance(found, Span):
        return found
    other = in_year(hit.at, found.first.month, number)
    return stretch(hit.at, *((other, found) if isinstance(hit[0], Number) else (found, other)))


def stretch(at: Context, first: Value | None, last: Value | None) -> Meaning:
    """From one date to another; two dates joined by "or" are a stretch too, when they are near each other."""
    for one in (first, last):
        if one is None or isinstance(one, Trouble):
            return one
    assert isinstance(first, Span)
    assert isinstance(last, Span)
    if at.kind is not Kind.WINDOW:
        return Trouble(Reason.TWO_TIMES, "day")
    if first.first > last.first:
        return Trouble(Reason.CONTRADICTION, "part")
    return Span(first.first, last.last, Grain.PART)


def unsure(hit: Hit, first: int, last: int) -> bool:
    """The 7th or the 17th: two guesses that exclude each other."""
    return hit.has("or", "/") and last - first > 6


def numbers_and_month(hit: Hit) -> Meaning:
    """13 to 15 July, August 10 to 22."""
    month = hit.one(MonthName)
    numbers = _numbers(hit)
    if None in numbers:
        return None
    first, last = (in_year(hit.at, month.number, number or 0) for number in (numbers[0], numbers[-1]))
    if unsure(hit, numbers[0] or 0, numbers[-1] or 0):
        return Trouble(Reason.AMBIGUOUS, "part")
    if isinstance(first, Span) and isinstance(last, Span) and first.first > last.first:
        # The first day is over, the last is not: 10 to 22 August said on the 15th.
        first = replace(first, first=first.first.replace(year=last.first.year))
    return stretch(hit.at, first, last)


def _numbers(hit: Hit) -> list[int | None]:
    figures = hit.maybe(Figures)
    if figures:
        return [number if 1 <= number <= 31 else None for number in figures.parts]
    return [number_of(value) for value in hit.values if not isinstance(value, MonthName)]


def two_ordinals(hit: Hit) -> Meaning:
    """The 7th or 8th."""
    numbers = [number_of(value) or 0 for value in hit.values]
    first = day_of_month(hit.at, numbers[0])
    if isinstance(first, Trouble):
        return first
    last = in_month_from(hit.at, _months_between(hit.at, first), numbers[-1])
    if numbers[-1] <= numbers[0]:
        last = in_month_from(hit.at, _months_between(hit.at, first) + 1, numbers[-1])
    if isinstance(last, Span) and unsure(hit, 0, (last.first - first.first).days):
        return Trouble(Reason.AMBIGUOUS, "part")
    return stretch(hit.at, first, last)


def _months_between(at: Context, one: Span) -> int:
    return (one.first.year - at.today.year) * 12 + one.first.month - at.today.month


RULES = (
    Rule(
        "numbers of a month",
        f"(between |from )?(the )?{DAY_NUMBER}{MORE}{TO} {DAY_NUMBER}( of)? <monthname>|<slashed>( of)? <monthname>",
        numbers_and_month,
        (
            "from 13 to 15 July -> 2026-07-13..2026-07-15",
            "16/17 July -> 2026-07-16..2026-07-17",
        ),
        WINDOWS,
    ),
    Rule(
        "month with two numbers",
        f"(between |from )?<monthname>( the)? (<ord>|<num>){MORE}{TO} (<ord>|<num>)(?! (<monthname>|{{unit}}|am|pm) )",
        numbers_and_month,
        ("August 10 to 22 -> 2026-08-10..2026-08-22",),
        WINDOWS,
    ),
    Rule(
        "days joined to figures",
        "<num> (-|to|until) <slashed>|<slashed> (-|to|until) <num>(?! {unit} )",
        days_by_figures,
        ("25-28/8 -> 2026-08-25..2026-08-28",),
        WINDOWS,
    ),
    Rule(
        "two days of the month",
        f"(between |from )?(the )?<ord>( ,( the)? <ord>)*{TO} <ord>" + COUNTED,
        two_ordinals,
        ("the 17th or 18th -> 2026-06-17..2026-06-18",),
        WINDOWS,
    ),
)
