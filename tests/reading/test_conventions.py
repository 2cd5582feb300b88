"""The conventions, worked out once more by plain counting, on days on which calendars are awkward: every weekday, the
ends of months and years, leap days, the weeks in which clocks change.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from bot.hear.times import read_interview_time, read_snooze, read_window
from tests.reading.examples import at, shown

ONE = timedelta(days=1)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = [
    *(f"2026-06-{day:02}" for day in range(8, 15)),  # each weekday
    *("2026-01-30", "2026-01-31", "2026-02-27", "2026-02-28", "2026-04-30", "2026-05-31", "2026-08-31"),
    *("2026-12-28", "2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03"),
    *("2028-02-28", "2028-02-29", "2028-03-01"),
]
CLOCK_CHANGES = [
    *((day, "Europe/London") for day in ("2026-03-27", "2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25")),
    *((day, "America/New_York") for day in ("2026-03-06", "2026-03-07", "2026-03-08", "2026-10-31", "2026-11-01")),
    *((day, "Australia/Lord_Howe") for day in ("2026-04-04", "2026-04-05", "2026-10-03", "2026-10-04")),
]
MOMENTS = [at(f"{day}T12:00") for day in DAYS] + [at(f"{day}T12:00", zone) for day, zone in CLOCK_CHANGES]

every_day = pytest.mark.parametrize("now", MOMENTS, ids=lambda now: f"{now:%a %d %b %Y} {now.tzinfo}")


def window(text: str, now: datetime) -> str:
    return shown(read_window(text, now))


def first_after(day: date, fits: Callable[[date], bool]) -> date:
    """Day by day, the first one after `day` that fits."""
    return next(one for one in (day + n * ONE for n in count(1)) if fits(one))


def coming(now: datetime, weekday: int) -> date:
    return first_after(now.date(), lambda one: one.weekday() == weekday)


def week_from(now: datetime, weeks: int) -> tuple[date, date]:
    """Monday and Friday of this ISO week (0), of the next (1)."""
    monday = now.date() - now.weekday() * ONE + 7 * weeks * ONE
    return monday, monday + 4 * ONE


@every_day
@pytest.mark.parametrize("weekday", range(7))
def test_a_weekday_is_the_next_one_after_today(now: datetime, weekday: int) -> None:
    name, day = WEEKDAYS[weekday], coming(now, weekday)
    assert window(name, now) == window(f"this coming {name}", now) == str(day)
    assert window(f"by {name}", now) == window(f"{name} at the latest", now) == f"..{day}"
    assert window(f"before {name}", now) == f"..{day - ONE}"
    assert window(f"not before {name}", now) == window(f"{name} at the earliest", now) == f"{day}.."
    assert window(f"after {name}", now) == f"{day + ONE}.."
    assert window(f"a week on {name}", now) == window(f"{name} week", now) == str(day + 7 * ONE)


@every_day
@pytest.mark.parametrize("weekday", range(7))
def test_next_weekday_is_read_only_where_people_agree(now: datetime, weekday: int) -> None:
    nearest = coming(now, weekday)
    off = (nearest - now.date()).days
    in_next_week = nearest >= week_from(now, 1)[0]
    if in_next_week and off >= 3:
        expected = str(nearest)
    else:
        expected = str(nearest + 7 * ONE) if not in_next_week and off <= 2 else "ask ambiguous"
    assert window(f"next {WEEKDAYS[weekday]}", now) == expected


@every_day
def test_weeks_run_from_monday_to_friday(now: datetime) -> None:
    monday, friday = week_from(now, 1)
    sunday, weekend = now.weekday() == 6, now.weekday() >= 5
    assert window("next week", now) == ("ask ambiguous" if sunday else f"{monday}..{friday}")
    assert window("by the end of next week", now) == ("ask ambiguous" if sunday else f"..{friday}")
    assert window("early next week", now) == ("ask ambiguous" if sunday else f"{monday}..{monday + ONE}")
    assert window("mid next week", now) == ("ask ambiguous" if sunday else str(monday + 2 * ONE))
    assert window("late next week", now) == ("ask ambiguous" if sunday else f"{friday - ONE}..{friday}")
    assert window("this week", now) == ("ask ambiguous" if weekend else f"..{week_from(now, 0)[1]}")
    assert window("w/c " + f"{monday:%-d %B}", now) == f"{monday}..{friday}"


@every_day
@pytest.mark.parametrize("days", [1, 2, 3, 5, 10, 14, 30])
def test_days_are_counted_from_today(now: datetime, days: int) -> None:
    day = now.date() + days * ONE
    assert window(f"in {days} days", now) == window(f"{days} days", now) == str(day)
    assert window(f"within {days} days", now) == window(f"over the next {days} days", now) == f"..{day}"
    assert window(f"at least {days} days", now) == window(f"after {days} days", now) == f"{day}.."
    assert window(f"{days}-{days + 2} days", now) == f"{day}..{day + 2 * ONE}"


@every_day
@pytest.mark.parametrize("days", [1, 2, 3, 5, 10, 15])
def test_business_days_are_monday_to_friday_after_today(now: datetime, days: int) -> None:
    day = now.date()
    for _ in range(days):
        day = first_after(day, lambda one: one.weekday() < 5)
    assert window(f"in {days} business days", now) == window(f"{days} working days", now) == str(day)
    assert window(f"within {days} working days", now) == f"..{day}"
    assert window(f"{days} days, not counting weekends", now) == str(day)


@every_day
@pytest.mark.parametrize("months", [1, 2, 6, 12])
def test_months_are_cut_to_the_last_day_of_a_shorter_one(now: datetime, months: int) -> None:
    year, month = divmod(now.year * 12 + now.month - 1 + months, 12)
    day = date(year, month + 1, 1) + (now.day - 1) * ONE
    while day.month != month + 1:
        day -= ONE
    assert window(f"in {months} months", now) == str(day)


@every_day
def test_parts_of_next_month_are_its_thirds(now: datetime) -> None:
    first = first_after(now.date(), lambda one: one.day == 1)
    last = first_after(first, lambda one: one.day == 1) - ONE
    assert window("next month", now) == f"{first}..{last}"
    assert window("early next month", now) == f"{first}..{first + 9 * ONE}"
    assert window("mid next month", now) == f"{first + 10 * ONE}..{first + 19 * ONE}"
    assert window("late next month", now) == f"{first + 20 * ONE}..{last}"
    assert window("by the end of next month", now) == f"..{last}"
    assert window("by the end of the month", now) == f"..{first - ONE}"


@every_day
@pytest.mark.parametrize("number", [1, 15, 28, 31])
def test_a_day_of_the_month_is_the_next_one_or_asked_for(now: datetime, number: int) -> None:
    this = now.date().replace(day=1)
    month = this if number > now.day else first_after(this, lambda one: one.day == 1)
    day = month + (number - 1) * ONE
    expected = f"..{day}" if day.month == month.month else "ask impossible_date"
    assert window(f"by the {number}{ {1: 'st', 31: 'st'}.get(number, 'th') }", now) == expected


@every_day
def test_a_date_without_a_year_is_the_next_one(now: datetime) -> None:
    for day in (now.date(), now.date() + ONE, now.date() + 40 * ONE, now.date() + 200 * ONE):
        assert window(f"{day:%-d %B}", now) == window(f"{day:%B %-d}", now) == str(day)
        assert window(f"{day:%Y-%m-%d}", now) == str(day)


@every_day
@pytest.mark.parametrize("hours", [1, 3, 12, 24, 36])
def test_hours_are_elapsed_time(now: datetime, hours: int) -> None:
    later = (now.astimezone(UTC) + timedelta(hours=hours)).astimezone(now.tzinfo)
    assert shown(read_snooze(f"in {hours} hours", now)) == f"{later:%Y-%m-%dT%H:%M}"
    assert shown(read_interview_time(f"in {hours} hours", now)) == f"{later:%Y-%m-%dT%H:%M}"


@every_day
def test_days_keep_the_wall_clock(now: datetime) -> None:
    tomorrow, week = now.date() + ONE, now.date() + 7 * ONE
    assert shown(read_snooze("same time tomorrow", now)) == f"{tomorrow}T12:00"
    assert shown(read_snooze("tomorrow", now)) == shown(read_snooze("tomorrow morning", now)) == f"{tomorrow}T09:00"
    assert shown(read_snooze("in a week", now)) == f"{week}T09:00"
    assert shown(read_interview_time("tomorrow at half ten", now)) == f"{tomorrow}T10:30"
    assert shown(read_interview_time("a week today, 2-3pm", now)) == f"{week}T14:00..{week}T15:00"


@every_day
@pytest.mark.parametrize(("name", "zone"), [("ET", "America/New_York"), ("CET", "Europe/Berlin"), ("UTC", "UTC")])
def test_a_named_zone_is_converted_on_the_day_itself(now: datetime, name: str, zone: str) -> None:
    for weekday in range(7):
        there = datetime.combine(coming(now, weekday), datetime.min.time().replace(hour=15), ZoneInfo(zone))
        here = there.astimezone(UTC).astimezone(now.tzinfo)
        read = read_interview_time(f"{WEEKDAYS[weekday]} 3pm {name}", now)
        assert shown(read) == f"{here:%Y-%m-%dT%H:%M}"
