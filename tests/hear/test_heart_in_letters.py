"""Feelings only where they are felt: not where they are gone, and not where a letter is to tell of them."""

from __future__ import annotations

import pytest

from tests.hear.heard import hear, names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("first time i havent felt sick all week", "en"),
        ("not nervous anymore", "en"),
        ("finally i'm not stressed about it", "en"),
        ("bin zum ersten mal nicht nervös", "de"),
        ("hab endlich keine angst mehr davor, bin nicht nervös", "de"),
    ],
)
def test_what_is_told_as_gone_is_no_worry(text: str, language: str) -> None:
    assert "worry" not in names(text, language=language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("put in that i was really excited about the new plant", "en"),
        ("could you mention that i'm thrilled about the warehouse project", "en"),
        ("stell bitte rein dass mich das mit der neuen anlage echt begeistert hat", "de"),
        ("bau noch ein dass ich begeistert war", "de"),
    ],
)
def test_what_is_to_stand_in_a_letter_is_no_joy(text: str, language: str) -> None:
    assert "joy" not in names(text, language=language)


def test_fear_and_news_are_both_heard() -> None:
    heard = names("got another interview!!! Harbour Analytics, tues 23rd at 11. im terrified ill blank again")
    assert {"worry"} <= heard
    assert "worry" in names("bin so nervös, morgen ist das gespräch", language="de")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("no i mean like explain why my mind went blank", "en"),
        ("what have you noted about the bad answer", "en"),
        ("nee ich mein soll ich erklären warum ich geblankt hab", "de"),
    ],
)
def test_a_scrap_said_to_the_coach_is_no_note_of_the_talk(text: str, language: str) -> None:
    assert "note" not in names(text, "just_over", language)


def test_a_note_begins_with_its_own_words() -> None:
    heard = hear("it was ok. and my mind went completely blank for like 20 seconds", "just_over")
    assert [act.get("text") for act in heard.acts if act.name == "note"] == [
        "my mind went completely blank for like 20 seconds"
    ]
