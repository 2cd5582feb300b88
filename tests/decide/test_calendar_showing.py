"""Appointments as the Person sees them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from zoneinfo import available_timezones

import pytest

from bot.calendars.pasted import is_calendar
from bot.decide.calendar_showing import as_list, details, from_until, list_presses, name, when, when_it_was
from bot.learn.ledger import Ledger
from bot.say.rendering import in_words, plainly, voice_of
from bot.words.named import Value
from storage.facts import Interview
from tests.learn.events import THURSDAY, having, row, whole
from tests.learn.rows import HOUR, NOW, met

LEDGER = Ledger(met(), NOW)


def shown(value: Value) -> str:
    return in_words(value, voice_of(LEDGER))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "Thu 10 Dec, 14:00–15:00 your time"),
        ({"end": THURSDAY}, "Thu 10 Dec, 14:00 your time"),
        ({"end": THURSDAY + 14 * HOUR}, "Thu 10 Dec, 14:00–Fri 11 Dec, 04:00 your time"),
        ({"zone": "America/New_York"}, "Thu 10 Dec, 14:00–15:00 your time (09:00 in New York)"),
        ({"zone": "Pacific/Auckland"}, "Thu 10 Dec, 14:00–15:00 your time (Fri 11 Dec, 03:00 in Auckland)"),
        ({"zone": "Europe/Lisbon"}, "Thu 10 Dec, 14:00–15:00 your time"),
        ({"zone": "Etc/GMT+5"}, "Thu 10 Dec, 14:00–15:00 your time"),
        ({"zone": "Nowhere/Town"}, "Thu 10 Dec, 14:00–15:00 your time"),
        ({"zone": None}, "Thu 10 Dec, 14:00–15:00 your time (no time zone is named, so I took yours)"),
        (whole(date(2026, 12, 10)), "Thu 10 Dec, no time given"),
    ],
)
def test_when_it_is_here_and_there(values: dict[str, Any], expected: str) -> None:
    assert shown(when(LEDGER, row(**values))) == expected


def test_every_zone_that_a_calendar_may_name_can_be_shown() -> None:
    assert all(shown(when(LEDGER, row(zone=zone))) for zone in sorted(available_timezones()))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "Thu 10 Dec, 14:00–15:00"),
        ({"start_known": False}, "Thu 10 Dec"),
        ({"start_known": False, "day_known": False}, "day not known yet"),
    ],
)
def test_only_what_was_known_is_told_of_the_old_time(values: dict[str, Any], expected: str) -> None:
    talk = Interview(id=2, opportunity_id=1, start=THURSDAY, end=THURSDAY + HOUR, **values)
    assert shown(when_it_was(LEDGER, talk)) == expected


def test_from_until_may_end_where_it_begins() -> None:
    assert shown(from_until(LEDGER, THURSDAY, THURSDAY - timedelta(hours=1))) == "Thu 10 Dec, 14:00"


def test_an_event_is_called_what_the_calendar_calls_it() -> None:
    assert shown(name(row(title="Chat"))) == "Chat"
    assert shown(name(row(title=""))) == "An event without a title"


def test_the_employer_stands_on_a_line_of_its_own_where_there_is_one() -> None:
    assert shown(details(LEDGER, row())).endswith("\nCompany: Acme")
    assert "\n" not in shown(details(LEDGER, row(title="Interview")))


def test_a_list_has_a_button_each_that_is_not_too_long() -> None:
    rows = [row(20), row(21, title="Interview at " + "Very Long Name " * 5), row(22, title="", organizer="")]
    ledger = Ledger(having(*rows), NOW)
    labels = [plainly(line[0].label, voice_of(ledger)) for line in list_presses(ledger, rows)[:-1]]  # type: ignore[arg-type]
    assert labels[0] == "Thu 10 Dec: Acme"
    assert labels[1].endswith("…")
    assert len(labels[1]) <= 40
    assert labels[2] == "Thu 10 Dec"
    assert "one more in it" in shown(as_list(ledger, rows, 1))
    assert "more in it" not in shown(as_list(ledger, rows))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("BEGIN:VCALENDAR\nVERSION:2.0", True), ("\n begin:vcalendar", True), ("I got BEGIN:VCALENDAR", False)],
)
def test_a_pasted_calendar_file_is_known_by_how_it_begins(text: str, is_one: bool) -> None:
    assert is_calendar(text) is is_one
