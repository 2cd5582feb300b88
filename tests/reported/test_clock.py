"""Hours that come twice or not at all, midnight, and ranges that go over it: kinds of faults that others reported."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.hear.times import Ask, InterviewRead, read_interview_time, read_snooze
from tests.reported.life import Life

NOON = datetime(2026, 6, 10, 12, tzinfo=ZoneInfo("Europe/London"))
"""A Wednesday."""


def snoozed(words: str, now: str, zone: str, language: str = "en") -> str:
    """Until when, as UTC; `now` is UTC, too."""
    here = datetime.fromisoformat(now).replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    found = read_snooze(words, here, language)
    return found.reason if isinstance(found, Ask) else f"{found.at.astimezone(UTC):%Y-%m-%dT%H:%M}"


def read(words: str, now: datetime = NOON, language: str = "en") -> str:
    """Start and end of an interview, on the Person's clock."""
    found = read_interview_time(words, now, language)
    if not isinstance(found, InterviewRead):
        return f"ask {found.reason}"
    return f"{found.start:%dT%H:%M}" + (f"..{found.end:%dT%H:%M}" if found.end else "")


@pytest.mark.parametrize(
    ("words", "now", "zone", "expected"),
    [
        ("in 45 minutes", "2026-10-25T00:30", "Europe/London", "2026-10-25T01:15"),
        ("in an hour", "2026-11-01T05:15", "America/New_York", "2026-11-01T06:15"),
        ("in 20 minutes", "2026-04-04T14:45", "Australia/Lord_Howe", "2026-04-04T15:05"),
        ("in 2 hours", "2026-10-24T23:30", "Europe/Helsinki", "2026-10-25T01:30"),
        ("30 min", "2026-10-25T00:59", "Europe/Berlin", "2026-10-25T01:29"),
        ("in an hour", "2026-03-29T00:30", "Europe/London", "2026-03-29T01:30"),
        ("in 3 hours", "2026-03-08T06:00", "America/New_York", "2026-03-08T09:00"),
        ("at 1:50am", "2026-10-25T01:40", "Europe/London", "2026-10-25T01:50"),
        ("at 1:20 am", "2026-11-01T06:10", "America/New_York", "2026-11-01T06:20"),
        ("tomorrow at 9", "2026-10-24T12:00", "Europe/Berlin", "2026-10-25T08:00"),
        ("in 24 hours", "2026-10-24T12:00", "Europe/Berlin", "2026-10-25T12:00"),
        ("same time tomorrow", "2026-03-28T12:00", "Europe/London", "2026-03-29T11:00"),
    ],
)
def test_minutes_are_real_minutes_and_clock_times_are_ahead(words: str, now: str, zone: str, expected: str) -> None:
    assert snoozed(words, now, zone) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tonight at midnight", "11T00:00"),
        ("midnight tonight", "11T00:00"),
        ("today at midnight", "11T00:00"),
        ("tonight at 12", "11T00:00"),
        ("tonight at 12:30am", "11T00:30"),
        ("tonight at 1am", "11T01:00"),
        ("tomorrow night at 12", "12T00:00"),
        ("tonight at 9:30", "10T21:30"),
        ("tonight at 8", "10T20:00"),
        ("tomorrow at 24:00", "12T00:00"),
        ("Friday 24:00", "13T00:00"),
        ("tomorrow at 00:00", "11T00:00"),
        ("tomorrow at 0:30", "11T00:30"),
    ],
)
def test_midnight_is_the_one_that_is_meant(words: str, expected: str) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("heute Nacht um 1", "11T01:00"),
        ("heute um Mitternacht", "11T00:00"),
        ("heute um 24 Uhr", "11T00:00"),
        ("morgen 23:30-00:30", "11T23:30..12T00:30"),
        ("morgen von 22 bis 24 Uhr", "11T22:00..12T00:00"),
    ],
)
def test_midnight_in_german(words: str, expected: str) -> None:
    assert read(words, language="de") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tomorrow 23:30-00:30", "11T23:30..12T00:30"),
        ("tomorrow from 22:00 to 24:00", "11T22:00..12T00:00"),
        ("tomorrow 10pm-2am", "11T22:00..12T02:00"),
        ("Friday from 11pm to 1am", "12T23:00..13T01:00"),
        ("tomorrow from 10pm until midnight", "11T22:00..12T00:00"),
        ("tomorrow 22:00 - 01:00", "11T22:00..12T01:00"),
        ("tomorrow from 9pm to 12am", "11T21:00..12T00:00"),
        ("tomorrow 11:30-12:30", "11T11:30..11T12:30"),
        ("tomorrow from noon to midnight", "11T12:00..12T00:00"),
        ("tomorrow 10-2", "11T10:00..11T14:00"),
    ],
)
def test_a_range_may_go_over_midnight(words: str, expected: str) -> None:
    assert read(words) == expected


@pytest.mark.parametrize("words", ["tomorrow 15:00-14:00", "tomorrow 10am-9am"])
def test_a_range_that_goes_back_is_asked_about(words: str) -> None:
    assert read(words).startswith("ask")


@pytest.mark.parametrize(
    ("words", "now", "zone", "expected"),
    [
        ("tomorrow 00:30-03:30", "2026-03-28T12:00", "Europe/London", "29T00:30..29T03:30"),
        ("tomorrow at 1:30 for an hour", "2026-03-28T12:00", "Europe/London", "29T13:30..29T14:30"),
        ("tomorrow at 01:30 am for an hour", "2026-03-28T12:00", "Europe/London", "29T02:30..29T03:30"),
        ("tomorrow at 2:15 am for 30 minutes", "2026-10-03T02:00", "Australia/Lord_Howe", "04T02:45..04T03:15"),
        ("tomorrow at 00:30 for 2 hours", "2026-10-24T12:00", "Europe/London", "25T00:30..25T01:30"),
    ],
)
def test_a_talk_over_a_change_of_the_clocks_lasts_as_long_as_was_said(
    words: str, now: str, zone: str, expected: str
) -> None:
    here = datetime.fromisoformat(now).replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    assert read(words, here) == expected


@pytest.mark.parametrize(
    ("told", "start", "end"),
    [
        ("Interview with Acme tonight at midnight for an hour", "2026-06-11T00:00", "2026-06-11T01:00"),
        ("Interview with Acme at midnight, one hour", "2026-06-11T00:00", "2026-06-11T01:00"),
        ("Interview with Acme tomorrow 23:30-00:30", "2026-06-11T23:30", "2026-06-12T00:30"),
        ("Interview with Acme tomorrow from 22:00 to 24:00", "2026-06-11T22:00", "2026-06-12T00:00"),
        ("Call with Acme on Friday 10pm-1am", "2026-06-12T22:00", "2026-06-13T01:00"),
        ("Interview at Acme tomorrow at noon", "2026-06-11T12:00", "2026-06-11T13:00"),
    ],
)
def test_the_talk_is_kept_when_it_takes_place(told: str, start: str, end: str) -> None:
    life = Life.begun("2026-06-10T09:00").say(told)
    talk = life.talk
    assert life.job.employer == "Acme"
    assert [f"{one.astimezone(life.zone):%Y-%m-%dT%H:%M}" for one in (talk.start, talk.end)] == [start, end]
