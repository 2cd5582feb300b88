"""Public holidays that people name when they speak of time, and the day on which people are back after them.

Only the holidays of phrases such as "after Easter"; counting business days knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from bot.hear.times.context import Context
from bot.hear.times.customs import BOXING_DAY_OFF, CANADA, NORTH_AMERICA
from bot.hear.times.days import MONDAY, SATURDAY, THURSDAY, easter, nth_weekday, plus, weekday_before, working_day_after
from bot.hear.times.values import Grain, Span


def _fixed(month: int, day: int) -> Callable[[int, Context], date | None]:
    return lambda year, _: date(year, month, day)


def _nth(month: int, weekday: int, n: int) -> Callable[[int, Context], date | None]:
    return lambda year, _: nth_weekday(year, month, weekday, n)


def _from_easter(days: int) -> Callable[[int, Context], date | None]:
    return lambda year, _: plus(easter(year), days)


def _from_table(dates: str) -> Callable[[int, Context], date | None]:
    known = {one.year: one for one in map(date.fromisoformat, dates.split())}
    return lambda year, _: known.get(year)


def _thanksgiving(year: int, at: Context) -> date | None:
    """The fourth Thursday of November; in Canada the second Monday of October."""
    return nth_weekday(year, 10, MONDAY, 2) if at.zone in CANADA else nth_weekday(year, 11, THURSDAY, 4)


def _after_thanksgiving(days: int) -> Callable[[int, Context], date | None]:
    return lambda year, _: plus(nth_weekday(year, 11, THURSDAY, 4) or date(year, 11, 28), days)


def _labor_day(year: int, at: Context) -> date | None:
    """The first Monday of September in North America, the first of May elsewhere."""
    return nth_weekday(year, 9, MONDAY, 1) if at.zone in NORTH_AMERICA else date(year, 5, 1)


def _bank_holiday(year: int, at: Context) -> date | None:
    """The next of the English ones in May and August; elsewhere they differ."""
    if at.zone != "Europe/London":
        return None
    days = [nth_weekday(year, 5, MONDAY, 1), nth_weekday(year, 5, MONDAY, -1), nth_weekday(year, 8, MONDAY, -1)]
    return next((one for one in days if one and one >= at.today), days[0])


FEASTS: dict[str, Callable[[int, Context], date | None]] = {
    "christmas": _fixed(12, 25),
    "christmas_eve": _fixed(12, 24),
    "boxing_day": _fixed(12, 26),
    "new_years_eve": _fixed(12, 31),
    "new_year": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "thanksgiving": _thanksgiving,
    "black_friday": _after_thanksgiving(1),
    "cyber_monday": _after_thanksgiving(4),
    "labor_day": _labor_day,
    "memorial_day": _nth(5, MONDAY, -1),
    "mlk_day": _nth(1, MONDAY, 3),
    "presidents_day": _nth(2, MONDAY, 3),
    "independence_day": _fixed(7, 4),
    "juneteenth": _fixed(6, 19),
    "columbus_day": _nth(10, MONDAY, 2),
    "veterans_day": _fixed(11, 11),
    "halloween": _fixed(10, 31),
    "valentines_day": _fixed(2, 14),
    "st_patricks_day": _fixed(3, 17),
    "good_friday": _from_easter(-2),
    "easter": _from_easter(0),
    "easter_monday": _from_easter(1),
    "whit_monday": _from_easter(50),
    "ascension_day": _from_easter(39),
    "canada_day": _fixed(7, 1),
    "australia_day": _fixed(1, 26),
    "anzac_day": _fixed(4, 25),
    "victoria_day": lambda year, _: weekday_before(date(year, 5, 25), MONDAY),
    "bank_holiday": _bank_holiday,
    "lunar_new_year": _from_table("2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23"),
    "diwali": _from_table("2025-10-20 2026-11-08 2027-10-29 2028-10-17 2029-11-05 2030-10-26 2031-11-14"),
    "german_unity_day": _fixed(10, 3),
}


def feast(at: Context, name: str, year: int | None = None) -> Span | None:
    """The next such holiday on or after today, or the one that people are still away for; of what has been the last."""
    was = _last(at, name) if at.past and not year else None
    if was is not None:
        return was
    years = [year] if year else [at.today.year - 1, at.today.year, at.today.year + 1, at.today.year + 2]
    for one in years:
        found = FEASTS[name](one, at)
        if found is None:
            continue
        back = _back(at, name, found)
        if year or found >= at.today or (back > at.today and name != "halloween"):
            return Span(found, found, Grain.HOLIDAY, back=back)
    return None


def _last(at: Context, name: str) -> Span | None:
    """The last such holiday before today, where it is nearer than the next one."""
    days = (FEASTS[name](at.today.year - back, at) for back in (0, 1))
    found = next((one for one in days if one is not None and one < at.today), None)
    near = found is not None and at.today - found < HALF_A_YEAR
    return Span(found, found, Grain.HOLIDAY, back=_back(at, name, found)) if found is not None and near else None


HALF_A_YEAR = timedelta(days=182)


def _back(at: Context, name: str, found: date) -> date:
    """The first day on which people are back at work."""
    last = found
    if name == "thanksgiving" and at.zone not in CANADA:
        last = plus(found, 1)
    if name in ("easter", "good_friday"):
        sunday = easter(found.year)
        last = plus(sunday, 1) if at.easter_monday_off else sunday
    if name in ("christmas", "christmas_eve", "boxing_day"):
        last = _end_of_christmas(at, found.year)
    if name == "new_years_eve":
        last = date(found.year + 1, 1, 1)
    return working_day_after(last)


def _end_of_christmas(at: Context, year: int) -> date:
    """The 25th, or the 26th where that is a holiday; a weekend in between is made up for after it."""
    first, last = date(year, 12, 25), date(year, 12, 26)
    if not at.zone.startswith(BOXING_DAY_OFF):
        return first
    lost = sum(one.weekday() >= SATURDAY for one in (first, last)) if at.zone.startswith("Europe/London") else 0
    for _ in range(lost):
        last = working_day_after(last)
    return last
