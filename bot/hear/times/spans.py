"""Days, weeks, months and their parts, put into the calendar. The conventions of the reply window live here.

Everything is relative to `at.today`. Where people mean different things by the same words, the answer is a
Trouble, so that the person is asked again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.hear.times.answers import Reason
from bot.hear.times.context import TOO_FAR, Context, Order
from bot.hear.times.customs import MONDAY_TO_FRIDAY, WorkWeek
from bot.hear.times.days import (
    FRIDAY,
    SATURDAY,
    SUNDAY,
    TUESDAY,
    WEDNESDAY,
    last_of_month,
    monday_of,
    plus,
    plus_months,
    weekday_after,
    weekday_before,
)
from bot.hear.times.values import Grain, Span, Trouble

LONG_PAST = timedelta(days=45)
LONG_AGO = timedelta(days=300)
"""The same for what has been."""


def day(one: date) -> Span:
    return Span(one, one, Grain.DAY)


def written(at: Context, year: int, month: int, number: int) -> Span | Trouble:
    """A date with its year."""
    year += 2000 if year < 100 else 0
    try:
        found = date(year, month, number)
    except ValueError:
        return Trouble(Reason.IMPOSSIBLE_DATE, "day")
    if found - at.today > TOO_FAR:
        return Trouble(Reason.TOO_FAR, "day")
    long = LONG_AGO if at.past else LONG_PAST
    return Trouble(Reason.PAST, "day") if at.today - found > long else day(found)


def in_year(at: Context, month: int, number: int) -> Span | Trouble:
    """A day and a month: the next one on or after today, or the last one on or before it."""
    today = (at.today.month, at.today.day)
    year = at.today.year + (-((month, number) > today) if at.past else (month, number) < today)
    return written(at, year, month, number)


def day_of_month(at: Context, number: int) -> Span | Trouble:
    """The next such day after today, when the month that it falls into has one; the last one of what has been."""
    first = at.today.replace(day=1)
    if at.past:
        first = plus_months(first, -1) if number > at.today.day else first
    elif number <= at.today.day:
        first = plus_months(first, 1)
    return written(at, first.year, first.month, number)


def in_month_from(at: Context, months: int, number: int) -> Span | Trouble:
    """A day of this month (0), of the next (1)."""
    first = month_from(at, months).first
    return written(at, first.year, first.month, number)


def numeric(at: Context, one: int, two: int, year: int | None = None) -> Span | Trouble:
    """5/6 by the custom of the zone; a number over 12 can only be the day."""
    month_first = at.order is Order.MONTH_FIRST
    if one > 12 or two > 12:
        month_first = two > 12
    elif at.order is Order.BOTH and one != two:
        return Trouble(Reason.AMBIGUOUS, "day")
    month, number = (one, two) if month_first else (two, one)
    if not 1 <= month <= 12:
        return Trouble(Reason.IMPOSSIBLE_DATE, "day")
    return in_year(at, month, number) if year is None else written(at, year, month, number)


def coming(at: Context, weekday: int) -> Span:
    """A bare weekday, "this Friday": the next one after today, or the last one before it."""
    if at.past:
        return day(weekday_before(at.today, weekday))
    return replace(day(weekday_after(at.today, weekday)), weekday=True)


def next_weekday(at: Context, weekday: int) -> Span | Trouble:
    """ "next Friday": the nearest or the one after, where only one of them can be meant."""
    nearest = weekday_after(at.today, weekday)
    off = (nearest - at.today).days
    if monday_of(nearest) > monday_of(at.today):
        return day(nearest) if off >= 3 else Trouble(Reason.AMBIGUOUS, "day")
    return day(plus(nearest, 7)) if off <= 2 else Trouble(Reason.AMBIGUOUS, "day")


def week_of(one: date, week: WorkWeek = MONDAY_TO_FRIDAY) -> Span:
    """From the first to the last working day of the week of a day."""
    first = plus(one, -((one.weekday() - week.begins) % 7))
    return Span(first, plus(first, week.days - 1), Grain.WEEK)


def week(at: Context, weeks: int) -> Span | Trouble:
    """This week (0), next week (1), the week after next (2). On the last day of a weekend nobody agrees which is which;
    on its first this week is over for those who answer."""
    since = (at.today.weekday() - at.work_week.begins) % 7
    if since == SUNDAY or (since >= at.work_week.days and weeks == 0):
        return Trouble(Reason.AMBIGUOUS, "week")
    found = week_of(plus(at.today, 7 * weeks), at.work_week)
    return replace(found, started=weeks == 0)


def coming_week(at: Context) -> Span:
    return week_of(plus(at.today, 7), at.work_week)


def weekend_of(one: date) -> Span:
    saturday = plus(monday_of(one), SATURDAY)
    return Span(saturday, plus(saturday, 1), Grain.WEEKEND, by=plus(saturday, -1))


def next_weekend(at: Context) -> Span | Trouble:
    if at.today.weekday() < FRIDAY:
        return Trouble(Reason.AMBIGUOUS, "weekend")
    return weekend_of(plus(at.today, 7))


def month(year: int, number: int) -> Span:
    return Span(date(year, number, 1), last_of_month(year, number), Grain.MONTH)


def month_from(at: Context, months: int) -> Span:
    """This month (0), next month (1)."""
    first = plus_months(at.today.replace(day=1), months)
    return replace(month(first.year, first.month), started=months == 0)


def named_month(at: Context, number: int, year: int | None = None) -> Span | Trouble:
    """This month or the next one of that name."""
    year = year or at.today.year + (number < at.today.month)
    if not at.today.year - 1 <= year <= at.today.year + 3:
        return Trouble(Reason.TOO_FAR, "month")
    return month(year, number)


def quarter(year: int, number: int) -> Span:
    first = date(year, 3 * number - 2, 1)
    return Span(first, plus(plus_months(first, 3), -1), Grain.QUARTER)


def quarter_from(at: Context, quarters: int) -> Span:
    index = at.today.year * 4 + (at.today.month - 1) // 3 + quarters
    return replace(quarter(index // 4, index % 4 + 1), started=quarters == 0)


def named_quarter(at: Context, number: int, year: int | None = None) -> Span | Trouble:
    if not 1 <= number <= 4:
        return Trouble(Reason.IMPOSSIBLE_DATE, "quarter")
    this = (at.today.month - 1) // 3 + 1
    return quarter(year or at.today.year + (number < this), number)


def year(at: Context, number: int) -> Span | Trouble:
    if not at.today.year <= number <= at.today.year + 3:
        return Trouble(Reason.TOO_FAR, "year")
    return Span(date(number, 1, 1), date(number, 12, 31), Grain.YEAR, started=number == at.today.year)


def part(at: Context, name: str, whole: Span) -> Span | Trouble:
    """Early, mid, late, end, half, rest or later part of a week, a month or something longer."""
    found = _part(at, name, whole)
    return replace(found, of=whole.grain) if isinstance(found, Span) else found


def _part(at: Context, name: str, whole: Span) -> Span | Trouble:
    if name == "finish":
        return Span(whole.last, whole.last, Grain.PART, ends=True)
    if name == "rest":
        return replace(whole, grain=Grain.PART, started=True)
    if name == "later" and whole.first <= at.today <= whole.last:
        return Span(plus(at.today, 1), whole.last, Grain.PART)
    cut = {Grain.WEEK: _week_part, Grain.MONTH: _month_part, Grain.QUARTER: _quarter_part, Grain.YEAR: _year_part}
    return cut[whole.grain](name, whole) if whole.grain in cut else replace(whole, grain=Grain.PART)


def _week_part(name: str, whole: Span) -> Span:
    begins_early = whole.first.weekday() >= SATURDAY
    begins = whole.first if begins_early else monday_of(whole.first)
    end = (whole.last - begins).days if begins_early else FRIDAY
    first, last = {
        "early": (0, TUESDAY),
        "mid": (WEDNESDAY, WEDNESDAY),
        "firsthalf": (0, WEDNESDAY),
        "secondhalf": (WEDNESDAY, end),
    }.get(name, (end - 1, end))
    return Span(plus(begins, first), plus(begins, last), Grain.PART)


def _month_part(name: str, whole: Span) -> Span:
    end = whole.last.day
    first, last = {"early": (1, 10), "mid": (11, 20), "firsthalf": (1, 15), "secondhalf": (16, end)}.get(
        name, (21, end)
    )
    by = whole.first.replace(day=15) if name == "mid" else None
    return Span(whole.first.replace(day=first), whole.first.replace(day=last), Grain.PART, by=by)


def _quarter_part(name: str, whole: Span) -> Span | Trouble:
    months = {"early": 0, "mid": 1, "late": 2, "later": 2}
    if name not in months:
        return Trouble(Reason.AMBIGUOUS, "part")
    first = plus_months(whole.first, months[name])
    return replace(month(first.year, first.month), grain=Grain.PART)


def _year_part(name: str, whole: Span) -> Span | Trouble:
    if name in ("firsthalf", "secondhalf"):
        start = 1 if name == "firsthalf" else 7
        return Span(date(whole.first.year, start, 1), last_of_month(whole.first.year, start + 5), Grain.PART)
    return Trouble(Reason.AMBIGUOUS, "part")
