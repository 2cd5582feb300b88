"""When and how they answer, and what is told while one waits."""

from datetime import date
from typing import Any

import pytest

from tests.hear.heard import names, slots


@pytest.mark.parametrize(
    ("text", "language", "earliest", "latest"),
    [
        ("they'll let me know by friday", "en", None, date(2026, 12, 4)),
        ("they said two weeks", "en", date(2026, 12, 14), date(2026, 12, 14)),
        ("had the interview at Ebert on the 16th, they said within three weeks", "en", None, date(2026, 12, 7)),
        ("they promised to get back by last Friday", "en", None, date(2026, 11, 27)),
        ("sie melden sich bis Mittwoch", "de", None, date(2026, 12, 2)),
    ],
)
def test_windows(text: str, language: str, earliest: date | None, latest: date) -> None:
    told = slots("window", text, "stranger", language)
    assert (told.get("earliest"), told.get("latest")) == (earliest, latest)


def test_they_named_no_time() -> None:
    assert slots("window", "they said they'd be in touch", "just_over")["none"] is True
    assert slots("window", "sie melden sich bald, haben sie gesagt", "just_over", "de")["none"] is True


@pytest.mark.parametrize(
    "text",
    [
        "I'll write to them by Friday",
        "I told them they'd have my references by Friday",
        "what if they decide by Friday",
        "remind me on Friday",
        "if they don't answer this week I'm off",
    ],
)
def test_no_window(text: str) -> None:
    assert "window" not in names(text, "waiting")


@pytest.mark.parametrize(
    ("text", "language", "name", "told"),
    [
        (
            "they need another week",
            "en",
            "window_moved",
            {"earliest": date(2026, 12, 14), "latest": date(2026, 12, 14)},
        ),
        ("hiring is frozen until March", "en", "paused", {"until": date(2027, 3, 1)}),
        ("Tom is on leave until the 15th", "en", "away", {"who": "Tom", "until": date(2026, 12, 15)}),
        ("Priya ist zurück am 14.", "de", "away", {"who": "Priya", "until": date(2026, 12, 13)}),
        ("no answer by the 18th means you're out", "en", "silence_means_no", {"day": date(2026, 12, 18)}),
        ("he said I may ask again from the 14th", "en", "may_ask_from", {"day": date(2026, 12, 14)}),
        ("they asked me to be patient", "en", "asked_to_wait", {}),
        ("bitte keine Anrufe, haben sie gesagt", "de", "no_contact", {}),
    ],
)
def test_while_waiting(text: str, language: str, name: str, told: dict[str, Any]) -> None:
    assert slots(name, text, "waiting", language) == told


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("she said she'd text me monday or tuesday once the other lad's done", date(2026, 12, 7), date(2026, 12, 8)),
        ("Mr Hale said they decide over the weekend and Kelly would tell me Monday", date(2026, 12, 7), None),
        ("they want to let me know on Thursday", date(2026, 12, 3), None),
    ],
)
def test_windows_in_running_speech(text: str, earliest: date, latest: date | None) -> None:
    told = slots("window", text, "just_over")
    assert (told.get("earliest"), told.get("latest")) == (earliest, latest or earliest)


@pytest.mark.parametrize(
    "text", ["it was fine, they didn't say when", "nobody said when they will decide", "no idea when I'll hear"]
)
def test_no_day_was_named(text: str) -> None:
    assert slots("window", text, "just_over")["none"] is True


def test_a_date_that_is_still_to_be_found() -> None:
    assert "scheduling" in names("they want a third interview but won't say when", "told")


def test_how_they_answer_though_the_clause_names_nobody() -> None:
    assert slots("channel", "they decide by Friday and will call me", "told")["channel"] == "phone"
    assert slots("channel", "Dr. Weber will e-mail me", "told")["channel"] == "email"
    assert "channel" not in names("I decided and will call them", "told")


def test_a_length_told_later_counts_from_the_talk() -> None:
    assert slots("window", "they said within 14 days")["latest"] == date(2026, 12, 15)
    assert slots("window_moved", "I called them, they said two weeks")["latest"] == date(2026, 12, 21)
    assert slots("window", "they said by Friday")["latest"] == date(2026, 12, 11)


def test_a_length_counts_from_the_talk_of_whom_it_is_told() -> None:
    assert slots("window", "acme went fine, they said within a fortnight", "two")["latest"] == date(2026, 12, 15)


@pytest.mark.parametrize(
    ("text", "language", "latest"),
    [
        ("they said we'd hear by the end of next week", "en", date(2026, 12, 11)),
        ("they said wed hear by friday", "en", date(2026, 12, 4)),
        (
            "interviewed at Ebert on the 26th, they said we'd hear by the end of the following week",
            "en",
            date(2026, 12, 4),
        ),
        ("had an interview at Ebert on Friday, they said they'd call that afternoon", "en", date(2026, 11, 27)),
    ],
)
def test_windows_that_hang_on_a_contraction_or_on_the_talk(text: str, language: str, latest: date) -> None:
    assert slots("window", text, "stranger", language)["latest"] == latest


def test_the_following_week_counts_from_the_talk_that_is_known() -> None:
    told = slots("window", "it was great, they said we'd hear by the end of the following week", "overdue")
    assert told["latest"] == date(2026, 12, 11)
