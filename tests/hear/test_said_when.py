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


@pytest.mark.parametrize(
    ("text", "language", "last"),
    [
        ("interviewed at Marlow Dental on the 12th. They'll be in touch within three weeks.", "en", date(2026, 12, 3)),
        ("war am 12.11. beim Landratsamt Ebersbach. Sie melden sich in zwei bis drei Wochen.", "de", date(2026, 12, 3)),
        ("Gespräch ist jetzt 11 Tage her und die wollten sich nach einer Woche melden", "de", date(2026, 11, 26)),
        ("interview was 11 days ago and they wanted to get back after a week", "en", date(2026, 11, 26)),
        ("had my interview at Marlow Dental this morning, they decide in ten days", "en", date(2026, 12, 10)),
    ],
)
def test_a_length_told_later_begins_with_the_talk(text: str, language: str, last: date) -> None:
    acts = heard_in(text, "stranger", language).acts
    window = next(act for act in acts if act.name == "window")
    assert last in (window.get("latest"), window.get("earliest"))


def test_a_length_that_they_wrote_today_begins_today() -> None:
    text = "interviewed at Marlow Dental on the 12th. They emailed today, they decide in two weeks."
    window = next(act for act in heard_in(text, "stranger", "en").acts if act.name in ("window", "window_moved"))
    assert window.get("latest") == date(2026, 12, 14)
