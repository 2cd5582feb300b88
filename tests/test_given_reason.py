"""What a no gave as its reason: stock phrases and the Person's own words about it are none."""

from __future__ import annotations

import pytest

from bot.coaching.given_reason import given_reason


@pytest.mark.parametrize(
    "told",
    [
        "went with someone else. 'strong field of candidates' blah. kinda knew",
        "they went with someone internal",
        "unfortunately they've decided not to proceed",
        "they had many strong applicants and wish me all the best",
        "haben sich für jemand anderen entschieden",
        "leider abgesagt, hab ich mir gedacht",
        "starkes bewerberfeld, blabla",
        "die stelle ist intern besetzt worden",
    ],
)
def test_a_stock_no_gives_no_reason(told: str) -> None:
    assert given_reason(told) == ""


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("they went with someone with more experience in SQL", "they went with someone with more experience in SQL"),
        (
            "went with someone else. they said my answers were too long. kinda knew",
            "they said my answers were too long.",
        ),
        ("my examples weren't concrete", "my examples weren't concrete"),
        ("jemand anderes. mir fehlte die Erfahrung mit SAP", "mir fehlte die Erfahrung mit SAP"),
    ],
)
def test_what_tells_why_is_kept_word_for_word(told: str, reason: str) -> None:
    assert given_reason(told) == reason
