"""The day on which something was said, or on which they see somebody else, is no day by which they answer."""

from __future__ import annotations

from datetime import date

import pytest

from bot.hear.command import heard_in


def until(text: str, language: str) -> object:
    acts = heard_in(text, "told", language).acts
    return next((act.get("latest") for act in acts if act.name in ("window", "window_moved")), None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("she said yesterday she had three more people to meet", "en"),
        ("yesterday the head said there are two more to see", "en"),
        ("he told me yesterday they have other candidates to see on thursday", "en"),
        ("sie sagte gestern, es gibt noch andere Bewerber", "de"),
        ("der Leiter meinte gestern, dass noch zwei Leute kommen", "de"),
    ],
)
def test_no_day_of_theirs(text: str, language: str) -> None:
    assert until(text, language) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("she said yesterday they decide by friday", "en"),
        ("they still have people to see and will let me know by friday", "en"),
        ("sie sagte gestern, dass sie bis Freitag entscheiden", "de"),
    ],
)
def test_a_day_of_theirs_beside_it_is_kept(text: str, language: str) -> None:
    assert until(text, language) == date(2026, 12, 4)
