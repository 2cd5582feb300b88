"""Interview times: what is carried along when something is missing, what is left of the text, other zones."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.hear.times import Ask, InterviewRead, Reason, read_interview_time, read_length
from tests.reading.examples import NOON, at, shown


@pytest.mark.parametrize(
    ("text", "day", "clock", "minutes"),
    [
        ("Thursday", date(2026, 6, 11), None, None),
        ("tomorrow afternoon, 45 minutes", date(2026, 6, 11), None, 45),
        ("9am", None, time(9), None),
        ("9am for an hour", None, time(9), 60),
        ("9 to 10:30", None, time(9), 90),
        ("half an hour", None, None, 30),
        ("with Acme", None, None, None),
    ],
)
def test_what_was_understood_is_kept_when_something_is_missing(
    text: str, day: date | None, clock: time | None, minutes: int | None
) -> None:
    read = read_interview_time(text, NOON)
    assert isinstance(read, Ask)
    assert (read.day, read.clock, read.minutes) == (day, clock, minutes)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Interview with Acme tomorrow at 3pm for an hour, product designer", "Interview with Acme, product designer"),
        ("Phone screen w/ Jane from Meta - Monday 10am PT, 30 min", "Phone screen w/ Jane from Meta"),
        (
            "Interview with Stripe (backend engineer), Tue 16 June, 11:00-12:00",
            "Interview with Stripe (backend engineer)",
        ),
        ("Acme, around 3pm on Friday", "Acme"),
        ("Acme (Friday 3pm)", "Acme"),
        ("Monday.com tomorrow at 9.30", "Monday.com"),
        ("2nd interview Friday 10am with 3 people", "2nd interview with 3 people"),
        ("panel at Zürich Versicherung on the 22nd at 13:00", "panel at Zürich Versicherung"),
    ],
)
def test_the_rest_is_the_text_without_the_time(text: str, rest: str) -> None:
    assert read_interview_time(text, NOON).rest == rest


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Thursday", Reason.NO_TIME),
        ("at 9am", Reason.NO_DAY),
        ("Monday at 10 or 11", Reason.TWO_TIMES),
        ("Thursday at seven", Reason.AMBIGUOUS),
        ("31 June at 10am", Reason.IMPOSSIBLE_DATE),
        ("Friday the 13th at 10am", Reason.CONTRADICTION),
        ("every Monday at 9", Reason.RECURRING),
    ],
)
def test_the_reason_to_ask_again_is_named(text: str, reason: Reason) -> None:
    read = read_interview_time(text, NOON)
    assert isinstance(read, Ask)
    assert read.reason is reason


def test_another_zone_is_converted_on_the_day_of_the_interview() -> None:
    before, after = at("2026-03-05T18:00"), at("2026-04-05T18:00")
    assert shown(read_interview_time("Tuesday 10am ET", before)) == "2026-03-10T14:00"
    assert shown(read_interview_time("Tuesday 10am ET", after)) == "2026-04-07T15:00"


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("tomorrow 10am ET", True),
        ("tomorrow 2-3pm London time", True),
        ("tomorrow 10am UTC+2", True),
        ("in two hours", True),
        ("tomorrow 10am", False),
        ("22 June, 14:00-15:00", False),
        ("tomorrow 3pm my time", False),
        ("in two days at 4pm", False),
    ],
)
def test_a_moment_is_fixed_when_it_depends_on_nobodys_own_clock(text: str, fixed: bool) -> None:
    read = read_interview_time(text, at("2026-06-10T12:00", "UTC"))
    assert isinstance(read, InterviewRead)
    assert read.fixed is fixed


def test_an_abbreviation_in_use_at_home_means_home() -> None:
    assert (
        shown(read_interview_time("tomorrow 10am IST", at("2026-06-10T12:00", "Europe/Dublin"))) == "2026-06-11T10:00"
    )


def test_hours_are_elapsed_time_over_a_clock_change() -> None:
    assert shown(read_interview_time("in 12 hours", at("2026-10-24T20:00"))) == "2026-10-25T07:00"


def test_an_interview_lasts_its_length_over_a_clock_change() -> None:
    read = read_interview_time("tomorrow at 00:30 for 2 hours", at("2026-10-24T12:00"))
    assert isinstance(read, InterviewRead)
    assert shown(read) == "2026-10-25T00:30..2026-10-25T01:30"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("an hour", 60),
        ("45 mins", 45),
        ("1.5h", 90),
        ("half an hour", 30),
        ("an hour and a half", 90),
        ("1h30", 90),
        ("2 hours 15", 135),
        ("three quarters of an hour", 45),
        ("about 50 minutes I think", 50),
        ("1-2 hours", None),
        ("a week", None),
        ("no idea", None),
    ],
)
def test_lengths_are_minutes(text: str, minutes: int | None) -> None:
    assert read_length(text) == minutes
