"""Occurrences: rules, single dates, exceptions, and what stands for one of a series."""

from __future__ import annotations

import pytest

from tests.calendars.examples import START, calendar, event, moment, opened, starts, told

WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=3"
BERLIN = "DTSTART;TZID=Europe/Berlin:20260910T140000"


def series(*lines: str) -> bytes:
    return calendar(event(*lines))


def days(data: bytes, **wanted: object) -> list[str]:
    return [start[5:10] for start in starts(data, **wanted)]


def test_clock_time_is_kept_over_a_clock_change() -> None:
    assert starts(series("DTSTART;TZID=Europe/Berlin:20261019T140000", "RRULE:FREQ=WEEKLY;COUNT=2")) == [
        "2026-10-19 12:00",
        "2026-10-26 13:00",
    ]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY;COUNT=2", ["09-10", "09-11"]),
        ("FREQ=WEEKLY;UNTIL=20260917T120000Z", ["09-10", "09-17"]),
        ("FREQ=WEEKLY;UNTIL=20260917T115959Z", ["09-10"]),
        ("FREQ=WEEKLY;UNTIL=20260917T140000", ["09-10", "09-17"]),
        ("FREQ=WEEKLY;UNTIL=20260917", ["09-10", "09-17"]),
        ("RSCALE=GREGORIAN;SKIP=OMIT;FREQ=WEEKLY;COUNT=2", ["09-10", "09-17"]),
        ("freq=weekly;count=2", ["09-10", "09-17"]),
        ("FREQ=MONTHLY;BYDAY=2TH;COUNT=2", ["09-10", "10-08"]),
        ("W1 TH #2", ["09-10", "09-17"]),
        ("D2 20260912T120000Z", ["09-10", "09-12"]),
        ("MD1 10 #2", ["09-10", "10-10"]),
        ("MD1 10 LD #2", ["09-10", "09-30"]),
        ("MP1 2+ TH 1- FR #2", ["09-10", "09-25"]),
        ("YM1 9 #1", ["09-10"]),
    ],
)
def test_rules_are_followed(rule: str, expected: list[str]) -> None:
    assert days(series(BERLIN, f"RRULE:{rule}")) == expected


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SOMETIMES",
        "FREQ=DAILY;UNTIL=soon",
        "BYDAY=MO",
        "often",
        "",
        "FREQ=DAILY;INDEVVAL=1",
        "FREQ=DAILY;BYDAY=MO, TU",
        "RSCALE=CHINESE;FREQ=YEARLY",
        "X1 #3",
        "FREQ=DAILY;BYMONTHDAY=x",
    ],
)
def test_a_rule_that_is_none_leaves_the_event(rule: str) -> None:
    found = opened(series(START, f"RRULE:{rule}"))
    assert (len(found.occurrences), found.more) == (1, False)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;COUNT=1000000000",
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=1001",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5",
        "FREQ=DAILY\r\nEXRULE:X",
        "FREQ=DAILY\r\n" + "RRULE:FREQ=DAILY\r\n" * 9 + "X:",
        "FREQ=DAILY;BYDAY=" + "MO," * 500 + "MO",
    ],
)
def test_a_rule_that_is_too_heavy_leaves_the_first_occurrence_and_says_so(rule: str) -> None:
    found = opened(series(START, f"RRULE:{rule}"))
    assert (len(found.occurrences), found.more) == (1, True)


def test_an_endless_rule_gives_as_many_as_are_asked_for() -> None:
    found = opened(series(START, "RRULE:FREQ=DAILY"), limit=6)
    assert ([told(one.start)[5:10] for one in found.occurrences][-1], len(found.occurrences), found.more) == (
        "09-15",
        6,
        True,
    )


def test_a_window_gives_what_starts_in_it() -> None:
    window = (moment("2027-01-01 00:00"), moment("2027-01-08 00:00"))
    assert days(series(START, "RRULE:FREQ=WEEKLY"), window=window) == ["01-07"]


def test_whole_days_in_a_window_begin_where_the_person_is() -> None:
    window = (moment("2026-09-09 22:00"), moment("2026-09-10 21:59"))
    assert days(series("DTSTART:20260908", "RRULE:FREQ=DAILY"), window=window) == ["09-10"]


def test_a_day_before_all_time_starts_in_no_window() -> None:
    window = (moment("2026-09-09 22:00"), moment("2026-09-10 21:59"))
    moved = event("RECURRENCE-ID:20260910", "DTSTART:00010101")
    assert days(calendar(moved, event(START, uid="b")), window=window) == ["09-10"]


def test_a_file_that_proved_too_heavy_is_read_without_its_rules() -> None:
    found = opened(series(START, "RRULE:FREQ=DAILY"), recurring=False)
    assert (len(found.occurrences), found.more) == (1, True)


@pytest.mark.parametrize(
    "exdate",
    [
        "EXDATE:20260917T120000Z",
        "EXDATE;TZID=America/New_York:20260917T080000",
        "EXDATE;TZID=Europe/Berlin:20260917T140000",
        "EXDATE:20260917T140000",
        "EXDATE;VALUE=DATE:20260917",
        "EXDATE:rubbish,20260917T120000Z",
    ],
)
def test_an_exception_is_known_by_its_instant_whatever_zone_it_is_written_in(exdate: str) -> None:
    assert days(series(BERLIN, WEEKLY, exdate)) == ["09-10", "09-24"]


@pytest.mark.parametrize(
    "rdate", ["RDATE:20260912T120000Z", "RDATE;VALUE=PERIOD:20260912T120000Z/PT2H", "RDATE:20260912"]
)
def test_single_dates_are_added(rdate: str) -> None:
    assert starts(series(BERLIN, rdate)) == ["2026-09-10 12:00", "2026-09-12 12:00"]


@pytest.mark.parametrize("period", ["20260912T120000Z/PT2H", "20260912T120000Z/20260912T140000Z"])
def test_a_period_has_a_length_of_its_own(period: str) -> None:
    found = opened(series(START, "DTEND:20260910T123000Z", f"RDATE;VALUE=PERIOD:{period}")).occurrences
    assert [told(one.end) for one in found] == ["2026-09-10 12:30", "2026-09-12 14:00"]


@pytest.mark.parametrize(
    "identity", ["RECURRENCE-ID:20260917T120000Z", "RECURRENCE-ID;TZID=Europe/Berlin:20260917T140000"]
)
def test_one_of_a_series_can_be_moved(identity: str) -> None:
    moved = event(identity, "DTSTART:20260918T080000Z", "SEQUENCE:2", "SUMMARY:Moved")
    found = opened(calendar(event(BERLIN, WEEKLY, "SEQUENCE:1"), moved)).occurrences
    assert [told(one.start) for one in found] == ["2026-09-10 12:00", "2026-09-18 08:00", "2026-09-24 12:00"]
    assert [(one.version.sequence, one.override) for one in found] == [(1, False), (2, True), (1, False)]
    assert {told(one.recurrence) for one in found} == {"2026-09-10 12:00", "2026-09-17 12:00", "2026-09-24 12:00"}


def test_whole_days_of_a_series_are_named_by_their_midnight_too() -> None:
    for identity in (";TZID=W. Europe Standard Time:20260917T000000", ":20260916T220000Z", ";VALUE=DATE:20260917"):
        moved = event(f"RECURRENCE-ID{identity}", "DTSTART;VALUE=DATE:20260918")
        assert days(calendar(event("DTSTART;VALUE=DATE:20260910", WEEKLY), moved)) == ["09-10", "09-18", "09-24"]


def test_one_of_a_series_may_become_a_whole_day_and_one_day_a_time() -> None:
    day = event("RECURRENCE-ID:20260917T120000Z", "DTSTART;VALUE=DATE:20260918")
    assert days(calendar(event(BERLIN, WEEKLY), day)) == ["09-10", "09-18", "09-24"]
    time = event("RECURRENCE-ID;VALUE=DATE:20260917", "DTSTART:20260918T080000Z")
    assert days(calendar(event("DTSTART;VALUE=DATE:20260910", WEEKLY), time)) == ["09-10", "09-18", "09-24"]


def test_all_that_follow_can_be_moved_at_once() -> None:
    moved = event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260917T120000Z", "DTSTART:20260917T130000Z", "DURATION:PT2H")
    found = opened(calendar(event(BERLIN, WEEKLY, "DURATION:PT1H"), moved)).occurrences
    assert [told(one.end) for one in found] == ["2026-09-10 13:00", "2026-09-17 15:00", "2026-09-24 15:00"]
    assert [told(one.recurrence)[5:] for one in found] == ["09-10 12:00", "09-17 12:00", "09-24 12:00"]


def test_one_of_a_series_can_come_alone() -> None:
    found = opened(calendar(event("RECURRENCE-ID:20260917T120000Z", "DTSTART:20260918T080000Z"))).occurrences
    assert [(told(one.start), told(one.recurrence)) for one in found] == [("2026-09-18 08:00", "2026-09-17 12:00")]


def test_the_only_occurrence_can_be_replaced() -> None:
    moved = event("RECURRENCE-ID:20260910T120000Z", "DTSTART:20260918T080000Z")
    assert days(calendar(event(START), moved)) == ["09-18"]


@pytest.mark.parametrize(
    ("first", "second", "wins"),
    [
        (("SEQUENCE:1",), ("SEQUENCE:0",), "first"),
        (("SEQUENCE:1",), ("SEQUENCE:2",), "second"),
        (("SEQUENCE:1", "DTSTAMP:20260902T000000Z"), ("SEQUENCE:1", "DTSTAMP:20260901T000000Z"), "first"),
        (("SEQUENCE:x",), ("SEQUENCE:-3",), "second"),
    ],
)
def test_of_two_that_tell_about_the_same_the_newer_one_counts(
    first: tuple[str, ...], second: tuple[str, ...], wins: str
) -> None:
    data = calendar(event(START, "SUMMARY:first", *first), event(START, "SUMMARY:second", *second))
    assert [one.summary for one in opened(data).occurrences] == [wins]


def test_events_without_a_uid_stand_each_for_itself() -> None:
    assert len(starts(calendar(event(START, uid=None), event(START, uid=None)))) == 2


def test_a_series_ends_where_time_ends() -> None:
    data = series("DTSTART;TZID=America/New_York:99991229T230000", "RRULE:FREQ=DAILY;COUNT=3")
    assert [start[5:] for start in starts(data)] == ["12-30 04:00", "12-31 04:00"]
