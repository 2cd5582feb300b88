"""A no that is not called one: told as a note it is heard, asked after or feared it is not."""

from __future__ import annotations

import pytest

from tests.hear.heard import names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("not this time, I'm on the reserve list", "en"),
        ("no by email Friday", "en"),
        ("job went to somebody else", "en"),
        ("their second choice, sadly", "en"),
        ("diesmal nicht, bin auf der Warteliste", "de"),
        ("haben jemand internen genommen", "de"),
        ("leider Nein von Acme", "de"),
    ],
)
def test_a_note_of_a_no_is_a_no(text: str, language: str) -> None:
    assert "rejected" in names(text, "waiting", language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("is the reserve list a no", "en"),
        ("scared they went with someone internal", "en"),
        ("no email by Friday", "en"),
        ("there's an internal candidate", "en"),
        ("Acme is my second choice", "en"),
        ("Nachrückerliste, heißt das Absage?", "de"),
        ("diesmal nicht so nervös", "de"),
        ("vielleicht haben sie jemand internen genommen", "de"),
    ],
)
def test_what_is_asked_or_feared_is_none(text: str, language: str) -> None:
    assert "rejected" not in names(text, "waiting", language)


def test_behind_a_draft_it_is_an_answer_to_the_coach() -> None:
    assert "rejected" not in names("not this time", "waiting", draft_shown="thank_you")
