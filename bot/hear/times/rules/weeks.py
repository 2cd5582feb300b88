"""Weeks and weekends counted from today: "next week", "the week after next", "week commencing 5 October"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.hear.times import spans
from bot.hear.times.answers import Reason
from bot.hear.times.context import Kind
from bot.hear.times.days import FRIDAY, SATURDAY, monday_of, plus
from bot.hear.times.line import Hit
from bot.hear.times.rule import NOT_SNOOZED, WINDOWS, Meaning, Rule
from bot.hear.times.rules.lengths import unit_of
from bot.hear.times.values import Amount, Grain, Number, Ordinal, Span, Trouble, Unit, Weekday, Window


def within_next(hit: Hit) -> Meaning:
    """In the next week: up to a week from today. The next week or two: up to two."""
    n = next((value.high for value in hit.values if isinstance(value, Number)), 1)
    return Window(None, hit.at.shift(hit.at.today, Amount(n, unit_of(hit))))


def coming_week(hit: Hit) -> Meaning:
    """The coming week begins on Monday; "in the coming week" said in mid-week is any time from now."""
    if hit.words[0] in ("in", "within", "during") and hit.at.today.weekday() < SATURDAY and hit.at.kind is Kind.WINDOW:
        return Window(None, hit.at.shift(hit.at.today, Amount(1, unit_of(hit))))
    return spans.coming_week(hit.at)


def this_or_next(hit: Hit) -> Meaning:
    first, last = spans.week(hit.at, 0), spans.week(hit.at, 1)
    if isinstance(first, Trouble) or isinstance(last, Trouble):
        return first
    return Span(first.first, last.last, Grain.PART, started=True)


def next_one(hit: Hit) -> Meaning:
    """ "next" alone, where this week was spoken of before."""
    for item in reversed(hit.line.items[: hit.first]):
        if isinstance(item.value, Span) and item.value.started:
            month = item.value.grain is Grain.MONTH
            return spans.month_from(hit.at, 1) if month else spans.week(hit.at, 1)
    return None


def this_and_next(hit: Hit) -> Meaning:
    """This week, maybe next; after a "not" only the next one is left."""
    if hit.negated:
        return (spans.week(hit.at, 0), ",", spans.week(hit.at, 1))
    return this_or_next(hit)


def same_day_later(hit: Hit) -> Meaning:
    found = spans.day(hit.at.shift(hit.at.today, Amount(1, Unit(hit.words[-1]))))
    return (found, "sametime") if hit.at.kind is not Kind.WINDOW and hit.has("sametime") else found


def or_the_next_one(hit: Hit) -> Meaning:
    """Next week or the one after."""
    week: Span = hit[0]
    return replace(week, last=plus(week.last, 7), grain=Grain.PART)


def week_of_day(hit: Hit) -> Meaning:
    value = hit[0]
    return spans.week_of(spans.coming(hit.at, value.index).first if isinstance(value, Weekday) else value.first)


def week_ending(hit: Hit) -> Meaning:
    value = hit[0]
    last = spans.coming(hit.at, value.index).first if isinstance(value, Weekday) else value.first
    return Span(monday_of(last), last, Grain.WEEK)


def this_weekend(hit: Hit) -> Meaning:
    over = hit.has("coming") and hit.at.today.weekday() >= SATURDAY
    return spans.weekend_of(plus(hit.at.today, 7 * over))


def week_by_number(hit: Hit) -> Meaning:
    """Week 26 of the ISO calendar, the next one ahead, or the last one of what has been. A small number alone is
    rather the second week of something."""
    number = number_of(hit[0])
    if number is None or (not hit.has("weekno") and number < 10):
        return None
    years = (hit.at.today.year + more for more in ((0, -1) if hit.at.past else (0, 1, 2)))
    mondays = [monday for year in years if (monday := _monday(year, number))]
    if not mondays:
        return Trouble(Reason.IMPOSSIBLE_DATE, "week")
    if hit.at.past:
        return next((spans.week_of(monday) for monday in mondays if monday <= hit.at.today), None)
    return next((spans.week_of(monday) for monday in mondays if plus(monday, FRIDAY) >= hit.at.today), None)


def _monday(year: int, number: int) -> date | None:
    """The first day of an ISO week; None where the year has no such week: not every year has a 53rd."""
    try:
        return date.fromisocalendar(year, number, 1)
    except ValueError:
        return None


def number_of(value: Number | Ordinal) -> int | None:
    """The whole number that was said."""
    if isinstance(value, Ordinal):
        return value.n
    return int(value.low) if value.low == value.high == int(value.low) else None


NUMBERED = (
    Rule(
        "calendar week by its number",
        "(the )?(weekno( ,)? <num>|(<ord>|<nth>) weekno)",
        week_by_number,
        (
            "CW 9 -> 2027-03-01..2027-03-05",
            "Wednesday of calendar week 26 at 11 => 2026-06-24T11:00",
            "de: mittwoch KW 26 um 11 => 2026-06-24T11:00",
            "de: in der 26. KW -> 2026-06-22..2026-06-26",
        ),
    ),
    Rule("calendar week as a length", "weekno", lambda _: "week", ("in one calendar week -> 2026-06-17",)),
)
"""Before the rules for clock times: the number is no hour, as in "KW 9 am Montag"."""

RULES = (
    Rule(
        "the week after next",
        "(the )?week after( the)? next( week| <num>)?",
        lambda hit: spans.week(hit.at, 2),
        ("the week after next -> 2026-06-22..2026-06-26",),
    ),
    Rule(
        "a week or two from now",
        "(in |within |during |for )?(the )?(next|coming) {unit}( ,)? or <num>( {unit})?",
        within_next,
        ("in the next day or two -> ..2026-06-12",),
        WINDOWS,
    ),
    Rule(
        "the coming fortnight",
        "((in|within|during|for|by) )?(the |this )*(next|coming) fortnight",
        lambda hit: Window(None, plus(hit.at.today, 14)),
        ("over the coming fortnight -> ..2026-06-24",),
        WINDOWS,
    ),
    Rule(
        "in the next week",
        "(in|within|during) the next {unit}",
        within_next,
        ("in the next week -> ..2026-06-17",),
        WINDOWS,
    ),
    Rule(
        "coming week",
        "(in |within |during )?(the |this )*coming week",
        coming_week,
        ("this coming week -> 2026-06-15..2026-06-19",),
    ),
    Rule(
        "this or next week",
        "this( week)? (or|and|/|to|-) (the )?next( week)?",
        this_or_next,
        ("this or next week -> ..2026-06-19",),
    ),
    Rule(
        "this week, maybe next",
        "this week( ,| CUT)+ next{end}",
        this_and_next,
        ("this week, maybe next -> ..2026-06-19", "not this week, maybe next -> 2026-06-15..2026-06-19"),
        WINDOWS,
    ),
    Rule(
        "same time next week",
        "(sametime( on)?|this day|(the )?same day) (the )?next (week|month|year)",
        same_day_later,
        ("by this time next week -> ..2026-06-17", "same time next week ~> 2026-06-17T12:00"),
    ),
    Rule("this week", "this week", lambda hit: spans.week(hit.at, 0), ("this week -> ..2026-06-12",)),
    Rule("next week", "(the )?next week", lambda hit: spans.week(hit.at, 1), ("next week -> 2026-06-15..2026-06-19",)),
    Rule(
        "next one",
        "next{end}",
        next_one,
        ("they see people all this week, I won't hear till next -> 2026-06-15..",),
        WINDOWS,
    ),
    Rule(
        "or the week after",
        "<week>( ,)? or( the)? (next|following|(week|<num>) (after|following)( that)?)( <num>)?{end}",
        or_the_next_one,
        ("next week or the one after -> 2026-06-15..2026-06-26",),
        WINDOWS,
    ),
    Rule(
        "week of a day",
        "(the )?(weekof|week with|week containing)( the| on)* ({day}|<weekday>)",
        week_of_day,
        ("w/c 5 Oct -> 2026-10-05..2026-10-09",),
    ),
    Rule(
        "week by its number",
        "(the )?week <num>(?! ({unit}|of) )",
        week_by_number,
        ("in week 26 -> 2026-06-22..2026-06-26", "Wednesday in week 26 at 11am => 2026-06-24T11:00"),
        NOT_SNOOZED,
    ),
    Rule(
        "week ending",
        "(the )?weekending( the| on)* ({day}|<weekday>)",
        week_ending,
        ("week ending 26 June -> 2026-06-22..2026-06-26",),
    ),
    Rule(
        "weekend after next",
        "(the )?weekend after next",
        lambda hit: spans.weekend_of(plus(hit.at.today, 14)),
        ("the weekend after next -> 2026-06-27..2026-06-28",),
    ),
    Rule(
        "next weekend",
        "(the )?next weekend",
        lambda hit: spans.next_weekend(hit.at),
        ("next weekend -> ask ambiguous",),
    ),
    Rule(
        "weekend of a day",
        "(the )?weekend of( the)? {day}",
        lambda hit: spans.weekend_of(hit[0].first),
        ("the weekend of the 20th -> 2026-06-20..2026-06-21",),
    ),
    Rule(
        "weekend",
        "(the |this |coming |following )*weekend",
        this_weekend,
        ("over the weekend -> 2026-06-13..2026-06-14",),
    ),
)
