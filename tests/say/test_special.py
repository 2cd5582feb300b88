"""Texts that are made of all that is known at the end of a turn."""

from __future__ import annotations

import pytest

from bot.say.special import PRESSES, SPECIAL
from bot.words.named import Text, text
from tests.say.facts import NEXT_DAY, ahead, life, pressed, talked, words

KNOWN = life(talked(), ahead())


@pytest.mark.parametrize(
    ("meant", "part"),
    [
        (text("@status"), "interview Thu 10 Dec"),
        (text("@card", interview=3), "Acme\nThu 10 Dec, 14:00–15:00\n\nI'm with you"),
        (text("@span", interview=2), "Tue 1 Dec, 15:00–16:00"),
        (text("@plan", opportunity=1), "Here is the plan for Acme:"),
        (text("title.plain", employer=text("@span", interview=3)), "14:00"),
    ],
)
def test_they_are_said_from_what_is_known(meant: Text, part: str) -> None:
    assert part in words(meant, KNOWN)


@pytest.mark.parametrize(
    "meant", [text("@card", interview=9), text("@span", interview=9), text("@plan", opportunity=9)]
)
def test_of_a_row_that_is_gone_nothing_is_said(meant: Text) -> None:
    assert words(meant, KNOWN) == ""


def test_their_buttons() -> None:
    assert pressed(PRESSES["@status"](KNOWN, NEXT_DAY, text("@status"))) == ["news:1"]
    assert "edit.start:3" in pressed(PRESSES["@card"](KNOWN, NEXT_DAY, text("@card", interview=3)))
    assert PRESSES["@card"](KNOWN, NEXT_DAY, text("@card", interview=9)) == ()
    assert PRESSES.keys() <= SPECIAL.keys()
