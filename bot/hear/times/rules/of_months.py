"""Days, weeks and weekends of a month by their number: "the last Friday of the month", "the first week of July"."""

from __future__ import annotations

from datetime import date

from bot.hear.times import spans
from bot.hear.times.answers import Reason
from bot.hear.times.days import MONDAY, SATURDAY, last_working_day, nth_weekday, plus, plus_business_days
from bot.hear.times.line import Hit
from bot.hear.times.rule import Meaning, Rule
from bot.hear.times.values import Grain, Length, MonthName, Number, Ordinal, Span, Trouble, Unit, Weekday

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
    return nth_week(month.first, n)


def weeks_of_month(hit: Hit) -> Meaning:
    """From the start of one week of a month to the end of another."""
    month = month_at_end(hit)
    if isinstance(month, Trouble):
        return month
    first, last = (nth_week(month.first, ordinal.n) for ordinal in hit.every(Ordinal)[:2])
    if isinstance(first, Trouble) or isinstance(last, Trouble) or last.first < first.first:
        return Trouble(Reason.IMPOSSIBLE_DATE, "week")
    return Span(first.first, last.last, Grain.PART)


def nth_week(month: date, n: int) -> Span | Trouble:
    """The nth week of the month of a date."""
    monday = nth_weekday(month.year, month.month, MONDAY, n)
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


RULES = (
    Rule(
        "nth weekday of a month",
        f"(the )?{NTH} <weekday>{OF_MONTH}",
        nth_weekday_of_month,
        ("the last Friday of the month -> 2026-06-26", "first Monday in July -> 2026-07-06"),
    ),
    Rule(
        "nth and next week of a month",
        "(between |from )?(the )?(<nth>|<ord>)( week)?( ,)?( or| and| to| -| /)( the)? (<nth>|<ord>) (week|weekof)"
        + OF_MONTH,
        weeks_of_month,
        ("first or second week of July -> 2026-07-06..2026-07-17",),
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
)
