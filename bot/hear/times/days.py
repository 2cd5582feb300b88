"""Calendar arithmetic: months, business days, nth weekdays, Easter. Dates in, dates out; no words, no zones."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


def plus(day: date, days: int) -> date:
    """`day` and `days` later; the far ends of the calendar stand for everything beyond."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def last_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def plus_months(day: date, months: int) -> date:
    """Calendar months later, cut to the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9998:
        return date.max
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), last_of_month(year, month + 1))


def plus_business_days(day: date, count: int) -> date:
    """Monday to Friday, counted from the first one after `day`; holidays are ordinary days here."""
    weeks, rest = divmod(count, 5)
    if day.weekday() >= SATURDAY:
        day = plus(day, FRIDAY - day.weekday())
    day = plus(day, 7 * weeks)
    for _ in range(rest):
        day = plus(day, 3 if day.weekday() == FRIDAY else 1)
    return day


def monday_of(day: date) -> date:
    return plus(day, -day.weekday())


def weekday_after(day: date, weekday: int) -> date:
    """The first such weekday after `day`."""
    return plus(day, (weekday - day.weekday() - 1) % 7 + 1)


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday before `day`."""
    return plus(day, -((day.weekday() - weekday - 1) % 7 + 1))


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date | None:
    """The nth such weekday of a month, from the end when `n` is negative; None when there is none."""
    if n > 0:
        found = plus(weekday_after(plus(date(year, month, 1), -1), weekday), 7 * (n - 1))
    else:
        found = plus(weekday_before(plus(last_of_month(year, month), 1), weekday), 7 * (n + 1))
    return found if found.month == month else None


def working_day_after(day: date) -> date:
    """The first Monday-to-Friday day after `day`."""
    return plus_business_days(day, 1)


def last_working_day(day: date) -> date:
    """The last Monday-to-Friday day up to `day`."""
    return plus(day, min(0, FRIDAY - day.weekday()))


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous computus)."""
    century = year // 100
    golden = year % 19
    solar = century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15
    moon = solar % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - sunday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))
