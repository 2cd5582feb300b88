"""A day with hours is a talk, whatever was asked; German "ist" is no clock; a letter that is on its way was sent."""

from __future__ import annotations

import pytest

from bot.hear.scene import Expected
from tests.hear.heard import hear, names

ASKED = (Expected.PLACE, Expected.WINDOW, Expected.YES_NO, Expected.NOTHING)


@pytest.mark.parametrize("expects", ASKED)
@pytest.mark.parametrize(
    ("text", "language", "hours"),
    [
        ("fr 18.12. von 8 bis 12", "de", (8, 12)),
        ("Donnerstag 17.12., 13-15 Uhr", "de", (13, 15)),
        ("Fri 18 Dec from 9 to 11", "en", (9, 11)),
        ("friday 18 december, 9am-11am", "en", (9, 11)),
    ],
)
def test_a_day_with_hours_is_a_talk(text: str, language: str, hours: tuple[int, int], expects: Expected) -> None:
    (act,) = hear(text, "waiting", language, expects=expects).acts
    start, end = act.get("start"), act.get("end")
    assert (act.name, start.hour, end.hour) == ("interview", *hours)


@pytest.mark.parametrize("text", ["ist noch offen", "das ist es"])
def test_a_german_is_is_no_clock(text: str) -> None:
    assert "place" not in names(text, "waiting", "de", expects=Expected.PLACE)


@pytest.mark.parametrize(
    ("text", "language"),
    [("It is on its way.", "en"), ("off it goes", "en"), ("ist unterwegs", "de"), ("ist auf dem Weg", "de")],
)
def test_what_is_on_its_way_was_sent(text: str, language: str) -> None:
    assert names(text, "waiting", language) == {"sent"}


@pytest.mark.parametrize(
    ("text", "language"), [("She is on her way.", "en"), ("Frau Brandt ist unterwegs", "de"), ("bin unterwegs", "de")]
)
def test_who_is_on_the_way_sends_nothing(text: str, language: str) -> None:
    assert "sent" not in names(text, "waiting", language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("please remove what you hold about me", "en"),
        ("erase all you know of me", "en"),
        ("lösch was du über mich weißt", "de"),
    ],
)
def test_whoever_wants_all_of_it_gone_is_heard(text: str, language: str) -> None:
    assert names(text, "waiting", language) == {"forget"}
