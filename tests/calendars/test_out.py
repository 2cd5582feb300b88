"""The coach's own dates, as a file for calendars."""

from __future__ import annotations

from datetime import date

from bot.calendars.out import CoachDate, calendar_file
from tests.calendars.examples import moment, opened

NOW = moment("2026-11-16 09:00")
THANKS = CoachDate(uid="7.thanks@afterword", day=date(2026, 11, 17), title="Thank-you to Acme; Sam, Kim", note="Short.")


def lines(*dates: CoachDate) -> list[str]:
    return calendar_file(dates, NOW).decode().split("\r\n")


def test_a_date_is_a_whole_day_that_blocks_nothing() -> None:
    (read,) = opened(calendar_file([THANKS], NOW)).occurrences
    assert (read.uid, read.start, read.end) == ("7.thanks@afterword", date(2026, 11, 17), date(2026, 11, 18))
    assert (read.summary, read.description) == ("Thank-you to Acme; Sam, Kim", "Short.")
    assert {"TRANSP:TRANSPARENT", "STATUS:CONFIRMED", "METHOD:PUBLISH", "VERSION:2.0"} <= set(lines(THANKS))


def test_a_change_keeps_the_uid_and_raises_the_sequence() -> None:
    later = CoachDate(uid=THANKS.uid, day=date(2026, 11, 18), title=THANKS.title, sequence=1)
    read = opened(calendar_file([THANKS, later], NOW)).occurrences
    assert [(one.uid, one.start, one.version.sequence) for one in read] == [(THANKS.uid, later.day, 1)]


def test_what_no_longer_holds_is_struck_out() -> None:
    off = CoachDate(uid=THANKS.uid, day=THANKS.day, title=THANKS.title, sequence=1, cancelled=True)
    assert [one.uid for one in opened(calendar_file([off], NOW)).cancellations] == [THANKS.uid]


def test_the_same_values_give_the_same_bytes() -> None:
    assert calendar_file([THANKS], NOW) == calendar_file([THANKS], NOW)


def test_long_lines_are_folded_and_read_back_whole() -> None:
    long = CoachDate(uid="x", day=THANKS.day, title="Ask at Überraschung GmbH " * 9)
    assert all(len(line.encode()) <= 75 for line in lines(long))
    assert opened(calendar_file([long], NOW)).occurrences[0].summary == long.title


def test_no_dates_make_an_empty_calendar() -> None:
    assert lines()[0] == "BEGIN:VCALENDAR"
