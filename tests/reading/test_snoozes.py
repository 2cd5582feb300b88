"""Reminders: when to come back, and when to ask again."""

from __future__ import annotations

import pytest

from bot.hear.times import Ask, Reason, SnoozeRead, read_snooze
from tests.reading.examples import NOON, at, shown


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("morning", "2026-06-11T09:00"),
        ("lunch", "2026-06-10T12:00"),
        ("after lunch", "2026-06-10T14:00"),
        ("afternoon", "2026-06-10T14:00"),
        ("end of day", "2026-06-10T17:00"),
        ("evening", "2026-06-10T18:00"),
        ("tonight", "2026-06-10T20:00"),
        ("weekend", "2026-06-13T09:00"),
        ("next week", "2026-06-15T09:00"),
        ("in 3 days", "2026-06-13T09:00"),
    ],
)
def test_parts_of_the_day_and_bare_days_have_their_hour(text: str, moment: str) -> None:
    assert shown(read_snooze(text, at("2026-06-10T11:00"))) == moment


def test_a_clock_time_that_is_over_is_tomorrow() -> None:
    assert shown(read_snooze("at 11am", NOON)) == "2026-06-11T11:00"


def test_the_same_time_tomorrow_keeps_the_wall_clock_over_a_clock_change() -> None:
    assert shown(read_snooze("same time tomorrow", at("2026-10-24T20:15"))) == "2026-10-25T20:15"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("every Monday", Reason.RECURRING),
        ("on Mondays", Reason.RECURRING),
        ("later", Reason.VAGUE),
        ("in a bit", Reason.VAGUE),
        ("3", Reason.VAGUE),
        ("", Reason.NO_TIME),
        ("Monday or Tuesday", Reason.TWO_TIMES),
        ("in 2-3 hours", Reason.AMBIGUOUS),
        ("today at 8am", Reason.PAST),
        ("in 90 years", Reason.TOO_FAR),
    ],
)
def test_the_reason_to_ask_again_is_named(text: str, reason: Reason) -> None:
    assert read_snooze(text, NOON) == Ask(reason=reason)


def test_a_reminder_is_never_in_the_past() -> None:
    assert isinstance(read_snooze("this weekend", at("2026-06-12T08:00")), SnoozeRead)
    assert isinstance(read_snooze("this weekend", at("2026-06-13T10:00")), Ask)
