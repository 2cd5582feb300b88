"""Months, quarters and years, and their days and weeks by number: "the last Friday of the month", "Q2", "in March"."""

from __future__ import annotations

from bot.reading import spans
from bot.reading.answers import Reason
from bot.reading.days import SATURDAY, last_working_day, nth_weekday, plus, plus_business_days
from bot.reading.line import Hit
from bot.reading.rule import NOT_TIMED, Meaning, Rule
from bot.reading.values import Grain, Length, MonthName, Number, Ordinal, Span, Trouble, Unit, Weekday

OF_MONTH = "( of| in)?( the)? (<monthname>( <num>)?|month|(this|next|following) month|newyear)"
NTH = "(<nth>|<ord>|last|penultimate)"


def month_at_end(hit: Hit) -> Span | Trouble:
    """The month that what was matched speaks of."""
    name = hit.maybe(MonthName)
    if name:
        years = [int(value.low) for value in hit.values if isinstance(value, Number) and len(value.text) == 4]
        return spans.named_month(hit.at, name.number, years[0] if years else None)
    if hit.has("newyear"):
        return spans.named_month(hit.at, 1, hit.at.today.year + 1)
    return spans.month_from(hit.at, int(hit.has("next", "following")))


def ordinal_of(hit: Hit) -> int:
    """Which one was asked for; the last is -1, the last but one -2."""
    from_end = -2 if hit.has("penultimate") else -1
    return next((value.n for value in hit.values if isinstance(value, Ordinal)), from_end)


def nth_weekday_of_month(hit: Hit) -> Meaning:
    month = month_at_end(hit)
    if isinstance(month, Trouble):
        return month
    weekday = hit.one(Weekday)
    found = nth_weekday(month.first.year, month.first.month, weekday.index, ordinal_of(hit))
    return spans.day(found) if found else Trouble(Reason.IMPOSSIBLE_DATE, "day")


def week_of_month(hit: Hit) -> Meaning:
    """The week that holds the first Monday of the month; the last is the one that holds its last working day."""
    month = month_at_end(hit)
    if isinstance(month, Trouble):
        return month
    n = ordinal_of(hit)
    if n < 0:
        return spans.week_of(plus(last_working_day(month.last), 7 * (n + 1)))
    monday = nth_weekday(month.first.year, month.first.month, 0, n)
    return spans.week_of(monday) if monday else Trouble(Reason.IMPOSSIBLE_DATE, "week")


def weekend_of_month(hit: Hit) -> Meaning:
    month = month_at_end(hit)
    if isinstance(month, Trouble):
        return month
    saturday = nth_weekday(month.first.year, month.first.month, SATURDAY, ordinal_of(hit))
    return spans.weekend_of(saturday) if saturday else Trouble(Reason.IMPOSSIBLE_DATE, "weekend")


def day_of_named_month(hit: Hit) -> Meaning:
    """The last day of October, the first working day of next month."""
    month, n = month_at_end(hit), ordinal_of(hit)
    if isinstance(month, Trouble):
        return month
    if _plural(hit):
        return Trouble(Reason.AMBIGUOUS, "part")
    if hit.has("bday"):
        first = plus(month.first, -1)
        return spans.day(last_working_day(month.last) if n < 0 else plus_business_days(first, n))
    return spans.day(month.last if n < 0 else plus(month.first, n - 1))


def _plural(hit: Hit) -> bool:
    """The first days of September are no single day."""
    unit = next(item for item in hit.items if item.symbol in ("day", "bday"))
    return hit.line.text[unit.start : unit.end].casefold().endswith(("days", "tage", "tagen"))


def stretch_of_month(hit: Hit) -> Meaning:
    """The first two weeks of December."""
    length = hit.one(Length)
    month = month_at_end(hit)
    if isinstance(month, Trouble) or length.high.unit not in (Unit.DAY, Unit.WEEK, Unit.FORTNIGHT):
        return None
    days = (hit.at.shift(month.first, length.high) - month.first).days
    if hit.has("last"):
        return Span(max(plus(month.last, 1 - days), month.first), month.last, Grain.PART)
    return Span(month.first, min(plus(month.first, days - 1), month.last), Grain.PART)


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


BY_NUMBER = (
    Rule(
        "nth weekday of a month",
        f"(the )?{NTH} <weekday>{OF_MONTH}",
        nth_weekday_of_month,
        ("the last Friday of the month -> 2026-06-26", "first Monday in July -> 2026-07-06"),
    ),
    Rule(
        "nth week of a month",
        f"(the )?{NTH}( extra)? (week|weekof)( back)?{OF_MONTH}",
        week_of_month,
        ("the last week of July -> 2026-07-27..2026-07-31", "first week of July -> 2026-07-06..2026-07-10"),
    ),
    Rule(
        "nth day of a month",
        f"(the )?{NTH} (day|bday){OF_MONTH}",
        day_of_named_month,
        ("last day of October -> 2026-10-31", "the last working day of the month -> 2026-06-30"),
    ),
    Rule(
        "nth weekend of a month",
        f"(the )?{NTH} weekend{OF_MONTH}",
        weekend_of_month,
        ("the last weekend of July -> 2026-07-25..2026-07-26",),
    ),
    Rule(
        "first stretch of a month",
        f"(the )?(<nth>|last) <length>{OF_MONTH}",
        stretch_of_month,
        ("the first two weeks of July -> 2026-07-01..2026-07-14",),
    ),
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
