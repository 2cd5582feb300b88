"""Reply windows: the conventions that a table of examples does not show at a glance."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.hear.times import Ask, Reason, Unknown, WindowRead, read_window
from tests.reading.examples import NOON, at, shown

FRAMES = (
    "they said they'd let me know {}",
    "{}, they said",
    "I should hear back {}",
    "the hiring manager hopes to decide {}",
    "Applied 3 weeks ago, had the second interview today, and they'll tell me {}",
    "I'm the 3rd of 5 candidates, they decide {}",
    "Room 405, 2nd floor, 3 interviewers, and an answer {}",
    "they're interviewing others this week but will decide {}",
    "there's a panel meeting on Tuesday and I'd get a call {}",
    "my other offer expires on the 30th, these guys will answer {}",
    "the job would start on July 1st and they'd decide {}",
    "she's out of the office until the 16th but the team will call {}",
    "I have 2 weeks notice to give, they know, they'd reply {}",
    "spoke for 45 minutes with the CTO and 30 minutes with HR. They will reply {}",
    "{} 🤞",
    "not sure but {}",
)
TIMES = (
    "by Friday",
    "next week",
    "in 2-3 weeks",
    "within 5 business days",
    "early next week",
    "by mid-July",
    "after the 20th",
    "Tuesday or Wednesday",
    "in a fortnight",
    "by close of business Thursday",
    "at least two weeks",
)


@pytest.mark.parametrize("time", TIMES)
def test_what_stands_around_a_time_does_not_change_it(time: str) -> None:
    alone = read_window(time, NOON)
    assert isinstance(alone, WindowRead)
    assert {frame: read_window(frame.format(time), NOON) for frame in FRAMES} == dict.fromkeys(FRAMES, alone)


@pytest.mark.parametrize("days", range(7))
def test_a_bare_weekday_is_its_next_one_on_every_day_of_the_week(days: int) -> None:
    now = NOON + timedelta(days=days)
    for offset, name in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")):
        read = read_window(name, now)
        assert isinstance(read, WindowRead)
        assert read.earliest == read.latest
        assert read.latest is not None
        assert read.latest.weekday() == offset
        assert 1 <= (read.latest - now.date()).days <= 7


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-06-08", "ask ambiguous"),  # Monday: in four days or in eleven
        ("2026-06-09", "ask ambiguous"),
        ("2026-06-10", "2026-06-19"),  # Wednesday: nobody calls the day after tomorrow next Friday
        ("2026-06-11", "2026-06-19"),
        ("2026-06-12", "2026-06-19"),  # Friday: both readings agree
        ("2026-06-13", "2026-06-19"),
        ("2026-06-14", "2026-06-19"),
    ],
)
def test_next_friday_is_asked_only_where_people_differ(today: str, expected: str) -> None:
    assert shown(read_window("next Friday", at(f"{today}T12:00"))) == expected


@pytest.mark.parametrize(
    "text", ["this week", "next week", "early next week", "the week after next", "Friday next week"]
)
def test_on_a_sunday_nobody_agrees_which_week_is_which(text: str) -> None:
    assert read_window(text, at("2026-06-14T12:00")) == Ask(reason=Reason.AMBIGUOUS)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("America/New_York", "2027-05-06"),
        ("Asia/Manila", "2027-05-06"),
        ("Europe/Berlin", "2027-06-05"),
        ("Australia/Sydney", "2027-06-05"),
        ("America/Toronto", "ask ambiguous"),
    ],
)
def test_the_order_of_day_and_month_is_the_custom_of_the_zone(zone: str, expected: str) -> None:
    assert shown(read_window("5/6", at("2026-06-10T12:00", zone))) == expected


def test_a_number_over_twelve_can_only_be_the_day() -> None:
    assert {
        shown(read_window(text, at("2026-06-10T12:00", zone)))
        for text in ("25/6", "6/25")
        for zone in ("America/New_York", "Europe/Berlin", "America/Toronto")
    } == {"2026-06-25"}


def test_months_are_cut_to_the_last_day_of_a_shorter_one() -> None:
    assert shown(read_window("in a month", at("2027-01-31T12:00"))) == "2027-02-28"


def test_a_holiday_may_have_an_article() -> None:
    assert shown(read_window("before the Christmas", NOON)) == "..2026-12-24"


@pytest.mark.parametrize(
    "text", ["two weeks, three", "early next week or mid whenever", "two weeks, excluding whatever week"]
)
def test_a_time_of_which_only_a_part_was_understood_is_asked_again(text: str) -> None:
    assert read_window(text, NOON) == Ask(reason=Reason.AMBIGUOUS)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("by 31 September", Reason.IMPOSSIBLE_DATE),
        ("Tuesday the 13th", Reason.CONTRADICTION),
        ("in 40 years", Reason.TOO_FAR),
        ("14 June 2039", Reason.TOO_FAR),
        ("in the spring", Reason.SEASON),
        ("the 7th or maybe the 17th", Reason.AMBIGUOUS),
        ("not before Friday, by Thursday", Reason.CONTRADICTION),
        ("yes", Reason.NO_TIME),
        ("", Reason.NO_TIME),
        ("on Mondays", Reason.RECURRING),
    ],
)
def test_the_reason_to_ask_again_is_named(text: str, reason: Reason) -> None:
    assert read_window(text, NOON) == Ask(reason=reason)


@pytest.mark.parametrize("text", ["soon", "they'll be in touch", "didn't say", "when the manager is back", "no"])
def test_an_answer_without_a_time_is_unknown(text: str) -> None:
    assert read_window(text, NOON) == Unknown()


def test_a_limit_that_is_over_stays_in_the_past() -> None:
    assert read_window("by yesterday", NOON) == WindowRead(earliest=None, latest=date(2026, 6, 9))


def test_an_unknown_language_is_read_as_english() -> None:
    assert shown(read_window("by Friday", NOON, "tlh")) == "..2026-06-12"
