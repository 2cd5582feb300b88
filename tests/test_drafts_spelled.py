"""What was typed on a phone, as it stands in a letter: spelled out, with capitals, and without asides."""

from __future__ import annotations

import pytest

from bot.coaching.drafts import addressing, told
from bot.coaching.drafts.forms import Reader
from bot.coaching.drafts.mentioning import KEEP_IN_MIND, mention
from bot.coaching.drafts.spelling import named, written_out
from bot.coaching.styles import letters_with, speaks_of_letters


@pytest.mark.parametrize(
    ("typed", "language", "written"),
    [
        ("they r rolling it out", "en", "they are rolling it out"),
        ("ive run a clinic and im rly into it", "en", "I've run a clinic and I'm really into it"),
        ("dont forget what u said", "en", "don't forget what you said"),
        ("i'd start with R", "en", "I'd start with R"),
        ("dass sie ne umstellung auf datev planen", "de", "dass sie eine Umstellung auf DATEV planen"),
        ("ich hab mit sap gearbeitet", "de", "ich habe mit SAP gearbeitet"),
        ("im Team", "de", "im Team"),
    ],
)
def test_phone_spelling_is_written_out(typed: str, language: str, written: str) -> None:
    assert written_out(typed, language) == written


def test_a_name_gets_its_capitals() -> None:
    assert [named(one) for one in ("liz", "dan okoro", "anna-lena von berg", "McKay", "de la Cruz")] == [
        "Liz",
        "Dan Okoro",
        "Anna-Lena von Berg",
        "McKay",
        "de la Cruz",
    ]
    assert addressing.addressed("herrn voss", "de") == "Herr Voss"
    assert addressing.addressed("frau voss", "en") == "Ms Voss"


@pytest.mark.parametrize(
    ("typed", "language", "said"),
    [
        (
            "that they r rolling out the screening tool on the wards, that bit was really interesting",
            "en",
            "you are rolling out the screening tool on the wards",
        ),
        ("es ging um die umstellung auf datev, das fand ich spannend", "de", "über die Umstellung auf DATEV"),
    ],
)
def test_what_was_told_stands_without_the_aside_behind_it(typed: str, language: str, said: str) -> None:
    found = told.detail(typed, language, Reader(to_them=True))
    assert found is not None
    assert found.text == said


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("ive got another offer", "en"),
        ("dont make it sound like blackmail", "en"),
        ("no grovelling", "en"),
        ("ich hab noch ein angebot", "de"),
        ("freundlich nicht bettelnd", "de"),
        ("es soll nicht nach erpressung klingen", "de"),
    ],
)
def test_what_is_said_of_the_letter_is_never_a_detail(typed: str, language: str) -> None:
    assert told.detail(typed, language, Reader(to_them=True)) is None
    assert mention(typed, language) is None
    assert told.is_of_the_letter(typed, language)


def test_a_bare_thing_can_be_mentioned() -> None:
    assert mention("malnutrition screening tool", "en") == ("mention.thing", "the malnutrition screening tool")
    assert mention("datev", "de") == ("mention.thing", "DATEV")
    assert mention("dass sie an mich denken sollen", "de") == (KEEP_IN_MIND, "")
    assert mention("that they should keep me in mind", "en") == (KEEP_IN_MIND, "")


@pytest.mark.parametrize(
    "words",
    [
        "also today isnt right if i send it this morning",
        "today is wrong, I'll send it tomorrow",
        "heute stimmt nicht, wenn ich es morgen schicke",
        "montag früh, die schick ich erst morgen",
    ],
)
def test_a_letter_that_goes_another_day_names_the_weekday(words: str) -> None:
    assert speaks_of_letters(words)
    assert letters_with("", words) == "dated"
