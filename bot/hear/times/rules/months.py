"""Months, quarters and years: "in March", "next month", "Q2", "this year"."""

from __future__ import annotations

from bot.hear.times import spans
from bot.hear.times.answers import Reason
from bot.hear.times.line import Hit
from bot.hear.times.rule import NOT_TIMED, Meaning, Rule
from bot.hear.times.rules.of_months import nth_week
from bot.hear.times.values import Number, Ordinal, Trouble


def next_month_of_name(hit: Hit) -> Meaning:
    """ "next March" is clear only when there is none left in this year."""
    number = hit[0].number
    if number > hit.at.today.month:
        return Trouble(Reason.AMBIGUOUS, "month")
    return spans.named_month(hit.at, number, hit.at.today.year + 1)


def month_with_year(hit: Hit) -> Meaning:
    years = [int(value.low) for value in hit.values if isinstance(value, Number)]
    if years and not 2000 <= years[0] <= 2100:
        return None
    return spans.named_month(hit.at, hit[0].number, years[0] if years else hit.at.today.year + int(hit.has("next")))


def quarter(hit: Hit) -> Meaning:
    """Q2, the first quarter of next year."""
    first = hit[0]
    number = first.n if isinstance(first, Ordinal) else int(first.low)
    years = [int(value.low) for value in hit.values[1:] if isinstance(value, Number)]
    year = years[0] if years else (hit.at.today.year + 1 if hit.has("next") else None)
    if year is not None and not 2000 <= year <= 2100:
        return None
    return spans.named_quarter(hit.at, number, year)


def year(hit: Hit) -> Meaning:
    number = hit[0]
    if len(number.text) != 4 or not 2000 <= number.low <= 2100:
        return None
    return (hit.words[0], spans.year(hit.at, int(number.low)))


def year_from(hit: Hit, years: int) -> Meaning:
    return spans.year(hit.at, hit.at.today.year + years)


QUARTERS = (
    Rule(
        "quarter by number",
        "(the )?(q <num>|(<nth>|<ord>) quarter|quarter <num>)( of)?( <num>| (the )?(this|next) year| (the )?year)?",
        quarter,
        ("Q3 -> 2026-07-01..2026-09-30",),
    ),
)

RULES = (
    Rule(
        "month of a year",
        "(the month of )?<monthname>( of| ,)? (<num>|(this|next) year)",
        month_with_year,
        ("January next year -> 2027-01-01..2027-01-31",),
    ),
    Rule(
        "this month of a name",
        "(this |coming )+<monthname>",
        lambda hit: spans.named_month(hit.at, hit[0].number),
        ("this July -> 2026-07-01..2026-07-31",),
    ),
    Rule(
        "next month of a name",
        "next <monthname>",
        next_month_of_name,
        ("next March -> 2027-03-01..2027-03-31", "next July -> ask ambiguous"),
    ),
    Rule(
        "month",
        "(the month of )?<monthname>",
        lambda hit: spans.named_month(hit.at, hit[0].number),
        ("in July -> 2026-07-01..2026-07-31",),
    ),
    Rule(
        "month after next",
        "(the )?month after next( month)?",
        lambda hit: spans.month_from(hit.at, 2),
        ("the month after next -> 2026-08-01..2026-08-31",),
    ),
    Rule("this month", "this month", lambda hit: spans.month_from(hit.at, 0), ("this month -> ..2026-06-30",)),
    Rule(
        "next month",
        "(the )?(next|following|coming) month",
        lambda hit: spans.month_from(hit.at, 1),
        ("next month -> 2026-07-01..2026-07-31",),
    ),
    Rule(
        "month and nth week",
        "<month>( ,| in| on| the)* (<nth>|<ord>) week(?! (of|in) )",
        lambda hit: nth_week(hit[0].first, hit[1].n),
        ("next month, first week -> 2026-07-06..2026-07-10",),
    ),
    Rule("this quarter", "this quarter", lambda hit: spans.quarter_from(hit.at, 0), ("this quarter -> ..2026-06-30",)),
    Rule(
        "next quarter",
        "(the )?(next|following|coming) quarter",
        lambda hit: spans.quarter_from(hit.at, 1),
        ("next quarter -> 2026-07-01..2026-09-30",),
    ),
    Rule("this year", "this year", lambda hit: year_from(hit, 0), ("this year -> ..2026-12-31",)),
    Rule(
        "next year",
        "(the )?(next|coming|following) year",
        lambda hit: year_from(hit, 1),
        ("next year -> 2027-01-01..2027-12-31",),
    ),
    Rule(
        "year",
        "(in|of|early|mid|late|finish|by|until|before|after|through|during|firsthalf|secondhalf) <num>(?! {unit} )",
        year,
        ("sometime in 2027 -> 2027-01-01..2027-12-31",),
        NOT_TIMED,
    ),
)
