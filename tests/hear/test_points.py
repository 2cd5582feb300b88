"""What a letter is to say: each point that is named with the order, in the letter and nowhere else."""

from __future__ import annotations

import pytest

from bot.coaching.drafts.mentioning import mentions, unworded
from tests.hear.heard import names, slots
from tests.in_place import Chat, acme


@pytest.mark.parametrize(
    ("text", "language", "points"),
    [
        (
            "please write priya something that says i can do weekends and that my visa is valid till june",
            "en",
            ["that i can do weekends", "that my visa is valid till june"],
        ),
        ("write to priya that the commute is fine for me", "en", ["that the commute is fine for me"]),
        ("draft me a mail to priya: i have my own tools and i could come in on the 9th", "en", None),
        (
            "can you write a note to priya asking whether the shift starts at six",
            "en",
            ["? whether the shift starts at six"],
        ),
        (
            "schreib priya dass ich den staplerschein hab und dass mir die frühschicht passt",
            "de",
            ["dass ich den staplerschein hab", "dass mir die frühschicht passt"],
        ),
        ("kannst du ihr schreiben und fragen ob ich einen tag probearbeiten kann", "de", None),
        ("write priya a mail that mentions my first aid course and that i live nearby", "en", None),
    ],
)
def test_each_point_of_an_order_is_heard(text: str, language: str, points: list[str] | None) -> None:
    told = str(slots("ask_draft", text, "waiting", language)["mention"]).split("\n")
    assert told == points if points else 1 <= len(told) <= 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("write me a thank you that i can send tonight", "en"),
        ("write me something that sounds nice", "en"),
        ("write a thank you to priya. she said they would decide by friday", "en"),
        ("formulier mir eine dankesmail, die ich heute noch los werde", "de"),
        ("schreib mir was, das nicht so steif klingt", "de"),
    ],
)
def test_what_is_done_with_a_letter_or_told_beside_it_is_no_point(text: str, language: str) -> None:
    assert "mention" not in slots("ask_draft", text, "told", language)


def test_what_a_letter_says_tells_the_coach_nothing() -> None:
    assert names("write her that i can start on the 16th and that i had a good talk", "waiting") == {"ask_draft"}
    assert names("schreib ihr dass ich ab dem 16. anfangen kann", "waiting", "de") == {"ask_draft"}


@pytest.mark.parametrize(
    ("points", "language", "lines"),
    [
        (
            "that i can start in may\nthat i have a car",
            "en",
            [("mention.clause", "that I can start in May and that I have a car")],
        ),
        ("that i was glad to meet her", "en", [("mention.felt", "I was glad to meet you")]),
        ("that the nights suit me", "en", [("mention.clause", "the nights suit me")]),
        ("me having a trailer licence", "en", [("mention.clause", "I have a trailer licence")]),
        ("? whether he needs my payslips", "en", [("mention.ask", "whether you need my payslips")]),
        ("my dbs check\nthat i can do sundays", "en", [("mention.clause", "my dbs check and that I can do Sundays")]),
        ("dass mir die frühschicht passt", "de", [("mention.clause", "dass mir die Frühschicht passt")]),
        ("dass ich ihm gern helfe", "de", [("mention.clause", "dass ich Ihnen gern helfe")]),
        ("? ob ich meinen hund mitbringen darf", "de", [("mention.ask", "ob ich meinen Hund mitbringen darf")]),
    ],
)
def test_points_are_said_in_whole_sentences(points: str, language: str, lines: list[tuple[str, str]]) -> None:
    assert mentions(points, language) == lines
    assert not unworded(points, language)


def test_who_may_be_somebody_else_is_left_to_the_person() -> None:
    assert unworded("that I liked how Tom said she runs it", "en")
    assert unworded("dass ich sie noch sprechen möchte", "de") == "ich sie noch sprechen möchte"


def test_what_is_told_to_them_is_no_question_how_things_stand_and_is_not_held_back() -> None:
    chat = (
        Chat(acme(role="clerk"))
        .say("i sent the thank-you on friday")
        .say("write dana that i can start on the 16th and that i have a car")
    )
    assert "I can start on the 16th" in chat.said
    assert "I have a car" in chat.said
    assert "?" not in chat.said.split("Subject")[1]
    again = (
        Chat(acme(role="clerk"))
        .say("i sent the thank-you on friday")
        .say("write to dana and ask whether they have decided")
    )
    assert "About" not in again.said
