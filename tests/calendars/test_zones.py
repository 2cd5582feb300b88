"""Which zone a time is in, and which moment that is."""

from __future__ import annotations

import pytest

from bot.calendars.events import Occurrence
from tests.calendars.examples import calendar, event, only, opened, refused, starts, told

OWN = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


def at(wall: str, tzid: str, *zones: str) -> Occurrence:
    """An event at a clock time in a zone, in a file that describes these zones."""
    return opened(calendar(*zones, event(f'DTSTART;TZID="{tzid}":{wall}'))).occurrences[0]


@pytest.mark.parametrize(
    ("tzid", "utc"),
    [
        ("Europe/Berlin", "12:00"),
        ("europe/berlin", "12:00"),
        ("US/Pacific", "21:00"),
        ("/mozilla.org/20050126_1/Europe/Berlin", "12:00"),
        ("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires", "17:00"),
        ("America/New York", "18:00"),
        ("Pacific Standard Time", "21:00"),
        ("w. europe standard time", "12:00"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "18:00"),
        ("(GMT-08:00) Pacific Time (US & Canada)", "21:00"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "12:00"),
        ("Canberra, Melbourne, Sydney", "04:00"),
        ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "08:30"),
        ("tzone://Microsoft/Utc", "14:00"),
        ("UTC+02:00", "12:00"),
        ("GMT-5", "19:00"),
        ("Etc/UTC", "14:00"),
    ],
)
def test_a_zone_is_known_by_each_of_its_names(tzid: str, utc: str) -> None:
    found = at("20260910T140000", tzid)
    assert (f"{found.start:%H:%M}", found.floating) == (utc, False)


def test_a_tzid_with_a_colon_needs_no_quotation_marks() -> None:
    assert told(only("DTSTART;TZID=tzone://Microsoft/Utc:20260716T133000").start) == "2026-07-16 13:30"


def test_an_iana_name_wins_over_what_the_file_says_of_it() -> None:
    found = at("20260910T140000", "America/New_York", OWN.format(name="America/New_York"))
    assert told(found.start) == "2026-09-10 18:00"


def test_a_name_that_nobody_knows_is_what_the_file_says_of_it() -> None:
    zone = OWN.format(name="Customized Time Zone")
    assert told(at("20260910T140000", "Customized Time Zone", zone).start) == "2026-09-10 12:00"
    assert told(at("20261210T140000", "Customized Time Zone", zone).start) == "2026-12-10 13:00"


def test_windows_name_wins_over_what_the_file_says_of_it() -> None:
    zone = OWN.format(name="Pacific Standard Time")
    assert told(at("20260910T140000", "Pacific Standard Time", zone).start) == "2026-09-10 21:00"


def test_a_zone_of_the_file_ends_where_its_rule_ends() -> None:
    ended = OWN.format(name="Old").replace("BYMONTH=3", "BYMONTH=3;UNTIL=20200329T010000Z")
    assert told(at("20190710T140000", "Old", ended).start) == "2019-07-10 12:00"
    assert told(at("20200710T140000", "Old", ended).start) == "2020-07-10 12:00"
    assert told(at("20210710T140000", "Old", ended).start) == "2021-07-10 13:00"


def test_a_zone_of_the_file_may_change_on_single_dates() -> None:
    single = """BEGIN:VTIMEZONE
TZID:Once
BEGIN:STANDARD
DTSTART:19700101T000000
RDATE:20260901T000000,20270101
TZOFFSETFROM:+0200
TZOFFSETTO:-013015
END:STANDARD
END:VTIMEZONE
"""
    assert f"{at('20260910T140000', 'Once', single).start:%H:%M:%S}" == "15:30:15"


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;INTERVAL=x",
        "FREQ",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    ],
)
def test_a_zone_with_a_rule_that_no_zone_has_is_harmless(rule: str) -> None:
    zone = OWN.format(name="Odd").replace("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", rule)
    assert at("20260910T140000", "Odd", zone).start.year == 2026


@pytest.mark.parametrize("broken", ["+2500", "east", ""])
def test_a_zone_without_a_usable_distance_is_not_known(broken: str) -> None:
    zone = OWN.format(name="Odd").replace("+0100", broken).replace("+0200", broken)
    assert at("20260910T140000", "Odd", zone).unknown_zone == "Odd"


@pytest.mark.parametrize("tzid", ["Customized Time Zone", "../../etc/localtime", "UTC+99"])
def test_an_unknown_zone_is_read_in_the_persons_own_and_named(tzid: str) -> None:
    found = at("20260910T140000", tzid)
    assert (told(found.start), found.floating, found.unknown_zone) == ("2026-09-10 12:00", True, tzid)


def test_a_time_without_a_zone_is_in_the_persons_own() -> None:
    found = only("DTSTART:20260910T140000", zone="America/New_York")
    assert (told(found.start), found.floating, found.zone) == ("2026-09-10 18:00", True, None)


def test_a_time_without_a_zone_is_in_the_one_of_its_calendar() -> None:
    data = calendar(event("DTSTART:20260910T140000"), head=("X-WR-TIMEZONE:Asia/Tokyo",))
    assert told(opened(data).occurrences[0].start) == "2026-09-10 05:00"


def test_utc_is_not_moved_by_the_zone_of_its_calendar() -> None:
    data = calendar(event("DTSTART;TZID=Asia/Tokyo:20260910T140000Z"), head=("X-WR-TIMEZONE:Asia/Tokyo",))
    assert told(opened(data).occurrences[0].start) == "2026-09-10 14:00"


@pytest.mark.parametrize(("tzid", "zones"), [("Europe/Berlin", ""), ("Home", OWN.format(name="Home"))])
def test_a_time_that_comes_twice_is_its_first_one(tzid: str, zones: str) -> None:
    assert told(at("20261025T023000", tzid, zones).start) == "2026-10-25 00:30"


@pytest.mark.parametrize(("tzid", "zones"), [("Europe/Berlin", ""), ("Home", OWN.format(name="Home"))])
def test_a_time_that_clocks_skip_is_read_as_if_they_did_not(tzid: str, zones: str) -> None:
    assert told(at("20260329T023000", tzid, zones).start) == "2026-03-29 01:30"


def test_a_zone_of_the_file_tells_what_its_clocks_show() -> None:
    data = calendar(
        OWN.format(name="Home"),
        event(
            "DTSTART;TZID=Home:20261021T140000", "RRULE:FREQ=WEEKLY;UNTIL=20261104T130000Z", "EXDATE:20261028T130000Z"
        ),
    )
    assert starts(data) == ["2026-10-21 12:00", "2026-11-04 13:00"]


def test_a_zone_that_changes_all_the_time_is_no_zone() -> None:
    changes = (
        f"BEGIN:STANDARD\nDTSTART:20260911T00{minute:02}00\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0000\nEND:STANDARD\n"
        for minute in range(60)
    )
    restless = "BEGIN:VTIMEZONE\nTZID:Odd\n" + "".join(changes) + "END:VTIMEZONE\n"
    assert refused(calendar(restless, event("DTSTART;TZID=Odd:20260911T140000"))) == "no_start"


def test_other_parts_of_a_zone_are_passed_over() -> None:
    zone = OWN.format(name="Odd").replace("STANDARD", "REMINDER").replace("DAYLIGHT", "REMINDER")
    assert at("20260910T140000", "Odd", zone).unknown_zone == "Odd"


def test_a_zone_of_the_file_may_change_on_a_day_of_the_month() -> None:
    dated = OWN.format(name="Odd").replace("BYDAY=-1SU;BYMONTH=10", "BYMONTH=10;BYMONTHDAY=-1")
    assert told(at("20261030T140000", "Odd", dated).start) == "2026-10-30 12:00"
    assert told(at("20261031T140000", "Odd", dated).start) == "2026-10-31 13:00"


def test_a_zone_of_the_file_begins_where_its_rule_begins() -> None:
    late = OWN.format(name="Late").replace("16010101T020000", "20200601T020000")
    data = calendar(late, event("DTSTART;TZID=Late:20200501T140000", "DTEND;TZID=Late:20200701T140000"))
    (found,) = opened(data).occurrences
    assert (told(found.start), told(found.end)) == ("2020-05-01 13:00", "2020-07-01 12:00")
