"""Calendar arithmetic."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.hear.times.days import (
    easter,
    last_working_day,
    nth_weekday,
    plus,
    plus_business_days,
    plus_months,
    weekday_after,
    weekday_before,
)

dates = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "sunday", ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2038-04-25"]
)
def test_easter_falls_on_its_sunday(sunday: str) -> None:
    assert easter(int(sunday[:4])) == date.fromisoformat(sunday)


@given(dates, st.integers(1, 60))
def test_business_days_are_counted_one_by_one(day: date, count: int) -> None:
    found = day
    for _ in range(count):
        found += timedelta(days=1)
        while found.weekday() > 4:
            found += timedelta(days=1)
    assert plus_business_days(day, count) == found


@given(dates, st.integers(0, 6))
def test_the_weekday_after_is_within_a_week(day: date, weekday: int) -> None:
    assert 1 <= (weekday_after(day, weekday) - day).days <= 7
    assert 1 <= (day - weekday_before(day, weekday)).days <= 7
    assert weekday_after(day, weekday).weekday() == weekday_before(day, weekday).weekday() == weekday


def test_months_stay_within_the_month() -> None:
    assert plus_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert plus_months(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert plus_months(date(2026, 3, 15), -3) == date(2025, 12, 15)


def test_the_nth_weekday_counts_from_either_end() -> None:
    assert nth_weekday(2026, 11, 3, 4) == date(2026, 11, 26)
    assert nth_weekday(2026, 5, 0, -1) == date(2026, 5, 25)
    assert nth_weekday(2026, 6, 0, 6) is None


def test_the_last_working_day_is_never_on_a_weekend() -> None:
    assert last_working_day(date(2026, 5, 31)) == date(2026, 5, 29)
    assert last_working_day(date(2026, 6, 30)) == date(2026, 6, 30)


def test_the_ends_of_the_calendar_stand_for_what_lies_beyond() -> None:
    assert plus(date.max, 1) == date.max
    assert plus(date.min, -1) == date.min
    assert plus_months(date(9990, 1, 1), 1200) == date.max
