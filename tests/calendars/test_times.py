"""Starts, ends and durations."""

from __future__ import annotations

import pytest

from tests.calendars.examples import START, calendar, event, only, opened, refused, told

AUTUMN = "DTSTART;TZID=Europe/Berlin:20261024T220000"
"""The evening before clocks go back."""


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        ((START, "DTEND:20260910T124500Z"), "2026-09-10 12:45"),
        ((START, "DURATION:PT45M"), "2026-09-10 12:45"),
        ((START, "DURATION:P1DT1H"), "2026-09-11 13:00"),
        ((START, "DURATION:P1W"), "2026-09-17 12:00"),
        (("DTSTART;TZID=America/New_York:20260910T080000", "DTEND:20260910T090000"), "2026-09-10 13:00"),
        (("DTSTART;TZID=America/New_York:20260910T080000", "DTEND:20260910T130000Z"), "2026-09-10 13:00"),
        (("DTSTART:20260910T120000Z", "DTEND;VALUE=DATE:20260911"), "2026-09-11 00:00"),
        ((AUTUMN, "DURATION:PT6H"), "2026-10-25 02:00"),
        ((AUTUMN, "DURATION:P1D"), "2026-10-25 21:00"),
        ((AUTUMN, "DTEND;TZID=Europe/Berlin:20261025T040000"), "2026-10-25 03:00"),
        (("DTSTART:20260930",), "2026-10-01"),
        (("DTSTART;VALUE=DATE:20260930", "DTEND;VALUE=DATE:20261003"), "2026-10-03"),
        (("DTSTART;VALUE=DATE:20260930", "DTEND;VALUE=DATE:20260930"), "2026-09-30"),
        (("DTSTART;VALUE=DATE:20260930", "DTEND:20261002T000000Z"), "2026-10-02"),
        (("DTSTART;VALUE=DATE:20260930", "DURATION:P2D"), "2026-10-02"),
        (("DTSTART;VALUE=DATE:20260930", "DURATION:PT10H"), "2026-10-01"),
    ],
)
def test_the_end_is_where_the_file_puts_it(lines: tuple[str, ...], end: str) -> None:
    found = only(*lines)
    assert (told(found.end), found.end_known) == (end, True)


@pytest.mark.parametrize(
    "line",
    [
        "DTEND:None",
        "DTEND:20260910T110000Z",
        "DURATION:-PT1H",
        "DURATION:P",
        "DURATION:an hour",
        "DURATION:P999999999W",
        "DURATION:P999999W",
        "DTEND:20260230T120000Z",
        "X-NOTHING:1",
    ],
)
def test_without_a_usable_end_the_start_stands_and_the_end_is_unknown(line: str) -> None:
    found = only(START, line)
    assert (told(found.start), told(found.end), found.end_known) == ("2026-09-10 12:00", "2026-09-10 12:00", False)


def test_a_day_whose_end_comes_before_it_lasts_a_day() -> None:
    assert told(only("DTSTART:20260930", "DTEND:20260901").end) == "2026-10-01"


@pytest.mark.parametrize("line", ["DTSTART;TZID=Europe/Berlin;VALUE=DATE:20260930", "DTSTART:20260930"])
def test_eight_digits_are_a_day(line: str) -> None:
    assert only(line).all_day


def test_digits_with_a_time_are_a_time_even_where_they_are_called_a_day() -> None:
    assert told(only("DTSTART;VALUE=DATE:20260910T140000").start) == "2026-09-10 12:00"


def test_the_last_second_of_a_long_minute_is_the_one_before() -> None:
    assert f"{only('DTSTART:20161231T235960Z').start:%H:%M:%S}" == "23:59:59"


@pytest.mark.parametrize(
    "start", ["20260230T120000Z", "20260910T250000Z", "20260910T120061Z", "Next Year", "20210527Z"]
)
def test_an_impossible_start_is_skipped_and_never_moved(start: str) -> None:
    found = opened(calendar(event(f"DTSTART:{start}", uid="bad"), event(START)))
    assert ([one.uid for one in found.occurrences], found.skipped) == (["a@example.com"], 1)


def test_a_moment_before_the_first_year_is_skipped() -> None:
    assert refused(calendar(event("DTSTART;TZID=Asia/Tokyo:00010101T000000"))) == "no_start"
