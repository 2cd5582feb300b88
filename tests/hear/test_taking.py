"""An offer told as it is made, and the Person's yes to it: decided, or given already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.hear.heard import act, hear, moment, names, slots


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("they want me!!!! 24.5k, start 1 march, answer by monday noon", "en"),
        ("Bridgeway Families rang, they offer me the job, 24.5k, answer by monday noon", "en"),
        ("they're offering me the job, answer by monday", "en"),
        ("they want to give me the job, reply by monday", "en"),
        ("sie wollen mich!!!! 2800 brutto, ab 1. märz, antwort bis montag mittag", "de"),
        ("Rheinlog hat angerufen, sie bieten mir die Stelle an, antwort bis montag", "de"),
    ],
)
def test_an_offer_comes_with_the_day_by_which_it_is_to_be_answered(text: str, language: str) -> None:
    assert act("offer", text, "stranger", language).get("deadline") == date(2026, 12, 7)
    assert not names(text, "stranger", language) & {"window", "window_moved"}


@pytest.mark.parametrize(
    "text", ["when they offer me the job ill tell you", "i hope they offer me the job", "will they offer me the job"]
)
def test_what_is_only_thought_of_is_no_offer(text: str) -> None:
    assert "offer" not in names(text, "waiting")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("she came back with 25.5 and extra day off on my birthday lol. taking it!!", "en"),
        ("i'll take it", "en"),
        ("im gonna take the job", "en"),
        ("ill say yes", "en"),
        ("ich nehm sie!!", "de"),
        ("ich nehme den Job", "de"),
        ("ich sag zu", "de"),
        ("ich werde zusagen", "de"),
    ],
)
def test_who_takes_it_has_decided_and_is_still_to_tell_them(text: str, language: str) -> None:
    spoken = tuple(replace(one, offered=False, offered_by_mouth=True) for one in moment("offer").employers)
    for more in ({}, {"employers": spoken}):
        assert act("accepted", text, "offer", language, **more).get("told") == "no"
    assert "away" not in names(text, "offer", language)
    assert "accepted" not in names(text, "waiting", language), "nobody has offered anything"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("should i take it?", "en"),
        ("i might take it", "en"),
        ("im not taking it", "en"),
        ("taking it to the shop", "en"),
        ("soll ich zusagen?", "de"),
        ("vielleicht nehm ich sie", "de"),
        ("sie melden sich, nehm ich an", "de"),
    ],
)
def test_who_still_thinks_about_it_has_not_decided(text: str, language: str) -> None:
    assert "accepted" not in names(text, "offer", language)


@pytest.mark.parametrize(
    ("text", "language"),
    [("i accepted on sunday by email, contract came today, signed", "en"), ("hab gestern per Mail zugesagt", "de")],
)
def test_a_yes_by_mail_is_one(text: str, language: str) -> None:
    assert "told" not in slots("accepted", text, "offer", language)
    assert not hear(text, "offer", language).rest
    assert "accepted" not in names("accepted to send it by email", "offer")
