"""Bare weekdays of one message: each in the week in which it can have been."""

from datetime import date

import pytest

from tests.hear.heard import names, slots

# "told" stands on Wednesday 2 December 2026, "before" on Monday 30 November.


@pytest.mark.parametrize(
    ("text", "language", "called", "latest"),
    [
        ("last Monday I phoned Acme and they said I'd hear by the end of last week", "en", 23, 27),
        ("letzten Montag hab ich bei Acme angerufen und sie wollten sich bis Ende letzter Woche melden", "de", 23, 27),
    ],
)
def test_a_call_is_before_the_day_that_was_named_in_it(text: str, language: str, called: int, latest: int) -> None:
    assert slots("sent", text, "told", language)["day"] == date(2026, 11, called)
    assert slots("window", text, "told", language)["latest"] == date(2026, 11, latest)


def test_a_mail_about_a_day_that_passed_is_later_than_that_day() -> None:
    told = slots("sent", "they said saturday, then nothing, so i emailed acme monday", "before")
    assert told["day"] == date(2026, 11, 30)


def test_a_mail_without_such_a_day_is_one_of_last_week() -> None:
    assert slots("sent", "i emailed acme last monday", "before")["day"] == date(2026, 11, 23)


def test_after_a_no_nobody_waits_for_a_day_to_ask() -> None:
    text = "acme rejected me. they had told me to call on Thursday if I heard nothing"
    assert "may_ask_from" not in names(text, "told")
    assert "rejected" in names(text, "told")
