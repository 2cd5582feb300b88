"""Which employer, role and round an invitation is about, by its title and who sent it."""

from __future__ import annotations

import pytest

from bot.learn.calendar_names import employer_in, role_in, stage_in
from storage.facts import Stage


@pytest.mark.parametrize(
    ("title", "organizer", "employer"),
    [
        ("Interview with Acme", "", "Acme"),
        ("Acme – Technical interview", "", "Acme"),
        ("Interview: Senior Designer at Acme", "", "Acme"),
        ("Updated invitation: Acme phone screen", "", "Acme"),
        ("Acme <> Ana intro", "", "Acme"),
        ("Interview with Sarah Jones (Acme)", "", "Acme"),
        ("Vorstellungsgespräch bei Muster GmbH", "", "Muster GmbH"),
        ("Interview", "mailto:talent@acme.co.uk", "Acme"),
        ("Interview", "Acme Recruiting", "Acme"),
        ("Interview", "no-reply@greenhouse.io", None),
        ("Second interview", "someone@gmail.com", None),
        ("Interview - Data Analyst - Acme", "", "Acme"),
        ("Onsite", "x@group.calendar.google.com", None),
        ("", "", None),
    ],
)
def test_the_employer_is_guessed_from_the_title_or_the_sender(title: str, organizer: str, employer: str | None) -> None:
    assert employer_in(title, organizer, "Ana") == employer


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Interview: Senior Designer at Acme", "Senior Designer"),
        ("Interview for the Data Analyst role", "Data Analyst"),
        ("Interview with Acme", None),
    ],
)
def test_the_role_is_what_a_title_calls_one(title: str, role: str | None) -> None:
    assert role_in(title) == role


@pytest.mark.parametrize(
    ("title", "stage"),
    [
        ("Phone screen with Acme", Stage.PHONE_SCREEN),
        ("Acme: final round", Stage.FINAL),
        ("Zweites Gespräch bei Acme", Stage.SECOND),
        ("Cancelled: Technical interview", Stage.TECHNICAL),
        ("Interview with Acme", None),
    ],
)
def test_the_round_is_heard_in_any_language(title: str, stage: Stage | None) -> None:
    assert stage_in(title) == stage
