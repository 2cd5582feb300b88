"""Whose word counts on what a TZID means, and which zones are read at all: kinds of faults that others reported."""

from __future__ import annotations

import os
import subprocess
import sys
import zoneinfo
from importlib import resources
from pathlib import Path

import pytest

import bot
from scheduler import zones
from tests.calendars.examples import calendar, event, moment, opened, told
from tests.reported.life import shared_file

RULES = ("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3")
AMERICAN = ("RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11", "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3")
JULY = "20260715T140000"


def block(
    tzid: str, winter: str, summer: str, rules: tuple[str, str] = ("", ""), begun: str = "16010101T020000"
) -> str:
    """A VTIMEZONE with two onsets, with rules or without."""
    observances = (("STANDARD", summer, winter, rules[0]), ("DAYLIGHT", winter, summer, rules[1]))
    written = [
        f"BEGIN:{name}\r\nDTSTART:{begun}\r\nTZOFFSETFROM:{before}\r\nTZOFFSETTO:{after}\r\n"
        + (f"{rule}\r\n" if rule else "")
        + f"END:{name}\r\n"
        for name, before, after, rule in observances
    ]
    return f"BEGIN:VTIMEZONE\r\nTZID:{tzid}\r\n{''.join(written)}END:VTIMEZONE\r\n"


def start(tzid: str | None, zones: str = "", head: tuple[str, ...] = (), wall: str = JULY) -> str:
    """When an event begins (UTC) that is told with this TZID, for a Person in Berlin."""
    named = f";TZID={tzid}" if tzid else ""
    return told(opened(calendar(zones, event(f"DTSTART{named}:{wall}"), head=head)).occurrences[0].start)[5:]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("c02_two_onsets_no_rule", "07-15 17:00"),
        ("c02b_two_onsets_no_rule_mexico", "07-15 20:00"),
        ("c05d_escaped_own_only", "07-15 00:15"),
        ("c18_est_with_dst_block", "07-15 18:00"),
        ("c18b_gmt_with_bst_block", "07-15 13:00"),
        ("c22_vancouver_2026", "12-10 22:00"),
        ("c22_edmonton_2026", "12-10 21:00"),
        ("c22_casablanca_2026", "12-10 15:00"),
    ],
)
def test_a_reported_file_is_read_at_its_right_time(name: str, expected: str) -> None:
    assert told(opened(shared_file(f"{name}.ics")).occurrences[0].start)[5:] == expected


@pytest.mark.parametrize(
    ("tzid", "expected"),
    [
        ("Eastern Standard Time 1", "07-15 18:00"),
        ("W. Europe Standard Time 2", "07-15 12:00"),
        ('"(UTC-05:00) Eastern Time (US & Canada)"', "07-15 18:00"),
        ('"(UTC-05:00) Eastern Time (US &amp; Canada)"', "07-15 18:00"),
        ('"(GMT-05:00) Eastern Time (US and Canada)"', "07-15 18:00"),
        ("(GMT+01.00) Sarajevo/Warsaw/Zagreb", "07-15 12:00"),
        (r'"(UTC+01:00) Amsterdam\, Berlin\, Bern\, Rome\, Stockholm\, Vienna"', "07-15 12:00"),
        ("Eastern Daylight Time", "07-15 18:00"),
        ("Pacific Daylight Time", "07-15 21:00"),
        ("/Europe/Vienna", "07-15 12:00"),
        ("Asia/Calcutta", "07-15 08:30"),
        ("Europe/Kiev", "07-15 11:00"),
        ("US/Pacific-New", "07-15 21:00"),
    ],
)
def test_a_name_is_known_in_the_forms_in_which_programs_write_it(tzid: str, expected: str) -> None:
    assert start(tzid) == expected


@pytest.mark.parametrize(
    ("tzid", "zones", "expected"),
    [
        ("America/Sao_Paulo", block("America/Sao_Paulo", "-0300", "-0200"), "07-15 17:00"),
        ("Eastern Standard Time", block("Eastern Standard Time", "-0500", "-0500"), "07-15 18:00"),
        ("Eastern Standard Time 1", block("Eastern Standard Time 1", "-0500", "-0500"), "07-15 18:00"),
        ("Egypt Standard Time", block("Egypt Standard Time", "+0200", "+0200"), "07-15 11:00"),
        ("Pacific Standard Time", block("Pacific Standard Time", "+0100", "+0200", RULES), "07-15 21:00"),
    ],
)
def test_a_block_that_contradicts_a_known_name_loses(tzid: str, zones: str, expected: str) -> None:
    assert start(tzid, zones) == expected


@pytest.mark.parametrize(
    ("tzid", "zones", "expected"),
    [
        ("Customized Time Zone", block("Customized Time Zone", "+0100", "+0200", RULES), "07-15 12:00"),
        ("Team time", block("Team time", "+0300", "+0400"), "07-15 11:00"),
        ("Team time", block("Team time", "+0300", "+0400", begun="19700101T000000"), "07-15 11:00"),
        ("CST", block("CST", "+0800", "+0800"), "07-15 06:00"),
        ("MST", block("MST", "-0700", "-0600", AMERICAN), "07-15 20:00"),
        (
            "GMT +0100 (Standard) / GMT +0200 (Daylight)",
            block("GMT +0100 (Standard) / GMT +0200 (Daylight)", "+0100", "+0200", RULES),
            "07-15 12:00",
        ),
        ("Head office London", block("Head office London", "+0545", "+0545"), "07-15 08:15"),
        (r'"Porto\; Lisboa\, novo"', block(r"Porto\; Lisboa\, novo", "+0545", "+0545"), "07-15 08:15"),
    ],
)
def test_a_name_that_is_nobodys_is_what_the_file_says_it_is(tzid: str, zones: str, expected: str) -> None:
    assert start(tzid, zones) == expected


@pytest.mark.parametrize(
    ("tzid", "named", "expected"),
    [
        (None, "Asia/Tokyo", "07-15 05:00"),
        (None, "Tokyo Standard Time", "07-15 05:00"),
        (None, "Team time", "07-15 10:00"),
        ("Nobody's zone", "Asia/Tokyo", "07-15 05:00"),
        ("Nobody's zone", "Nobody's zone", "07-15 12:00"),
    ],
)
def test_after_the_block_comes_the_zone_of_the_calendar_and_then_the_person(
    tzid: str | None, named: str, expected: str
) -> None:
    team = block("Team time", "+0400", "+0400")
    assert start(tzid, team, head=(f"X-WR-TIMEZONE:{named}",)) == expected


def test_zones_are_read_from_the_package_alone() -> None:
    assert zoneinfo.TZPATH == ()


def test_the_zones_of_the_machine_are_not_read_in_any_process(tmp_path: Path) -> None:
    """A machine whose London is on Tokyo's time."""
    (tmp_path / "Europe").mkdir()
    tokyo = resources.files("tzdata").joinpath("zoneinfo", "Asia", "Tokyo")
    (tmp_path / "Europe" / "London").write_bytes(tokyo.read_bytes())
    script = (
        "import {module}\nfrom datetime import datetime\nfrom zoneinfo import ZoneInfo\n"
        "print(datetime(2026, 12, 1, tzinfo=ZoneInfo('Europe/London')).utcoffset())"
    )
    for module in ("bot.calendars.worker", "scheduler.calendar_days"):
        environment = {**os.environ, "PYTHONTZPATH": str(tmp_path), "PYTHONPATH": str(Path(bot.__file__).parents[1])}
        done = subprocess.run(
            [sys.executable, "-c", script.format(module=module)],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == "0:00:00"


@pytest.mark.parametrize(("now", "expected"), [("2026-11-29", False), ("2028-01-01", True), ("2031-05-01", True)])
def test_a_release_of_zones_that_is_more_than_a_year_old_is_told(
    monkeypatch: pytest.MonkeyPatch, now: str, expected: bool
) -> None:
    monkeypatch.setattr(zones, "RELEASE", "2026.6")
    assert zones.is_old(moment(now)) is expected


def test_a_release_of_the_year_before_the_last_is_old_whatever_else_it_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zones, "RELEASE", "2024.2")
    assert zones.is_old(moment("2026-11-29"))
