"""Business days, holidays and hours at an employer."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar_days import (
    FIRST_DAY,
    LAST_DAY,
    BusinessDays,
    Calendar,
    Hours,
    calendar_for,
    complete_calendar,
    country_of,
    day_after,
    is_day_off,
)
from scheduler.holiday_lists import public_holidays

OFFICE = Hours(time(9), time(17))
LONDON = calendar_for("Europe/London", "GB")
NEW_YORK = complete_calendar("America/New_York", range(5), ())
FRIDAY = date(2027, 3, 12)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        (FRIDAY, 0, FRIDAY),
        (FRIDAY, 1, date(2027, 3, 15)),
        (FRIDAY, 2, date(2027, 3, 16)),
        (date(2027, 3, 13), 1, date(2027, 3, 15)),  # from a Saturday
        (date(2027, 3, 25), 1, date(2027, 3, 30)),  # over Good Friday and Easter Monday
        (date(2027, 8, 26), 2, date(2027, 8, 31)),  # over the August bank holiday
    ],
)
def test_counts_business_days_strictly_after_a_day(day: date, n: int, expected: date) -> None:
    assert LONDON.bd(day, n) == expected


def test_the_next_business_day_may_be_the_day_itself() -> None:
    assert LONDON.next_business_day(FRIDAY) == FRIDAY
    assert LONDON.next_business_day(date(2027, 3, 13)) == date(2027, 3, 15)


def test_the_business_day_before_is_strictly_before() -> None:
    assert LONDON.business_day_before(FRIDAY) == date(2027, 3, 11)
    assert LONDON.business_day_before(date(2027, 3, 15)) == FRIDAY


def test_a_working_week_may_start_on_sunday() -> None:
    tel_aviv = calendar_for("Asia/Jerusalem", work_week=(6, 0, 1, 2, 3))
    assert tel_aviv.bd(date(2027, 2, 18), 1) == date(2027, 2, 21)


def test_an_empty_working_week_is_read_as_the_usual_one() -> None:
    assert calendar_for("UTC", work_week=()).is_business_day(FRIDAY)


class TestHolidays:
    def test_of_a_region_are_added_to_those_of_the_country(self) -> None:
        bavaria = calendar_for("Europe/Berlin", "DE", "BY")
        assert not bavaria.is_business_day(date(2027, 1, 6))
        assert calendar_for("Europe/Berlin", "DE").is_business_day(date(2027, 1, 6))

    def test_of_britain_are_those_of_england_unless_a_region_is_named(self) -> None:
        assert date(2027, 8, 30) in (public_holidays("GB", None, 2027) or ())
        assert date(2027, 8, 30) not in (public_holidays("GB", "SCT", 2027) or ())

    @pytest.mark.parametrize(("country", "region"), [("gb", "eng"), ("GB", "nowhere")])
    def test_are_found_whatever_the_spelling(self, country: str, region: str) -> None:
        assert date(2027, 12, 27) in (public_holidays(country, region, 2027) or ())

    @pytest.mark.parametrize("country", [None, "XX", "", "Narnia", "é!"])
    def test_of_an_unknown_country_are_unknown(self, country: str | None) -> None:
        assert public_holidays(country, None, 2027) is None

    def test_beyond_the_known_years_are_unknown(self) -> None:
        assert public_holidays("IN", None, 2999) is None

    def test_unknown_leave_the_end_of_the_year_quiet(self) -> None:
        unknown = calendar_for("Europe/London")
        days = [date(2026, 12, 23) + timedelta(days=n) for n in range(14)]
        assert [day.isoformat() for day in days if unknown.is_business_day(day)] == [
            "2026-12-23",
            "2027-01-04",
            "2027-01-05",
        ]

    def test_known_leave_it_as_it_is(self) -> None:
        assert LONDON.is_business_day(date(2026, 12, 29))

    def test_closing_days_come_on_top_or_are_all_there_is(self) -> None:
        closed = frozenset({date(2026, 12, 29)})
        on_top = calendar_for("Europe/London", "GB", closings=tuple(f"{day}/{day}" for day in sorted(closed)))
        all_there_is = complete_calendar("Europe/London", range(5), closed)

        assert not on_top.is_business_day(date(2026, 12, 29))
        assert not on_top.is_business_day(date(2026, 12, 25))
        assert not all_there_is.is_business_day(date(2026, 12, 29))
        assert all_there_is.is_business_day(date(2026, 12, 25))


class TestHoursOfTheDay:
    def test_are_those_at_the_employer(self) -> None:
        assert NEW_YORK.day_of(utc("2027-03-13T03:00")) == FRIDAY
        assert NEW_YORK.at(FRIDAY, time(9)) == utc("2027-03-12T14:00")

    def test_follow_a_change_of_clocks(self) -> None:
        assert NEW_YORK.at(date(2027, 3, 15), time(9)) == utc("2027-03-15T13:00")

    def test_a_time_that_the_clocks_skip_is_still_a_moment(self) -> None:
        assert NEW_YORK.at(date(2027, 3, 14), time(2, 30)) == utc("2027-03-14T07:30")

    @pytest.mark.parametrize(
        ("now", "opens"),
        [
            ("2027-03-12T14:00", "2027-03-12T14:00"),  # nine o'clock sharp
            ("2027-03-12T13:59", "2027-03-12T14:00"),
            ("2027-03-12T21:59", "2027-03-12T21:59"),
            ("2027-03-12T22:00", "2027-03-15T13:00"),  # closing time on Friday; clocks change on Sunday
            ("2027-03-13T17:00", "2027-03-15T13:00"),
        ],
    )
    def test_begin_on_the_next_business_day_when_they_are_over(self, now: str, opens: str) -> None:
        assert NEW_YORK.next_within(utc(now), OFFICE) == utc(opens)
        assert NEW_YORK.is_within(utc(now), OFFICE) == (now == opens)

    def test_end_without_their_last_minute(self) -> None:
        assert str(OFFICE) == "09:00–17:00"
        assert not NEW_YORK.is_within(utc("2027-03-12T22:00"), OFFICE)


def test_lengths_say_what_they_count() -> None:
    assert [str(BusinessDays(n)) for n in (1, 2)] == ["1 business day", "2 business days"]


@pytest.mark.parametrize("day", [date.min, FIRST_DAY, LAST_DAY, date.max])
def test_counting_stops_at_the_ends_of_the_calendar(day: date) -> None:
    for calendar in (LONDON, calendar_for("Pacific/Kiritimati")):
        assert calendar.bd(day, 3) >= min(day, LAST_DAY)
        assert calendar.business_day_before(day) <= day or day == date.min
        assert day_after(day) > day or day == date.max


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(1, 30))
def test_the_nth_business_day_has_n_business_days_up_to_it(day: date, n: int) -> None:
    found = LONDON.bd(day, n)
    between = [day + timedelta(days=step) for step in range(1, (found - day).days + 1)]
    assert sum(LONDON.is_business_day(each) for each in between) == n
    assert LONDON.is_business_day(found)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31)))
def test_the_next_opening_is_within_hours_and_not_past(moment: datetime) -> None:
    now = moment.replace(tzinfo=UTC)
    opens = LONDON.next_within(now, OFFICE)
    assert opens >= now
    assert LONDON.is_within(opens, OFFICE)


def test_calendars_are_values() -> None:
    assert calendar_for("Europe/London", "GB") is calendar_for("Europe/London", "GB")
    assert Calendar(zone=LONDON.zone, country="GB") == LONDON


@pytest.mark.parametrize(
    ("zone", "country"),
    [("Europe/Vienna", "AT"), ("Asia/Calcutta", "IN"), ("America/Detroit", "US"), ("UTC", None), ("Nowhere", None)],
)
def test_a_zone_names_a_country(zone: str, country: str | None) -> None:
    assert country_of(zone) == country


@pytest.mark.parametrize(
    ("zone", "day", "off"),
    [
        ("Europe/Vienna", date(2026, 12, 8), True),
        ("Europe/London", date(2026, 12, 8), False),
        ("America/New_York", date(2026, 11, 26), True),
        ("Asia/Kolkata", date(2026, 12, 25), True),
        ("UTC", date(2026, 12, 24), True),
        ("Europe/Berlin", date(2027, 1, 4), False),
    ],
)
def test_a_day_off_is_a_holiday_there_or_between_the_years(zone: str, day: date, off: bool) -> None:
    assert is_day_off(day, zone) is off
