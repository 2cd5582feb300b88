"""What the Person's own words say, in English and in German."""

from __future__ import annotations

import time

import pytest

from bot.coaching.looking_back import is_nothing, is_reproach, judged, length_in, topics_of


@pytest.mark.parametrize(
    "words",
    [
        "I rambled. I'm so stupid",
        "I always mess up the money question",
        "I was terrible at that",
        "terrible, I totally blew it",
        "honestly I am such an idiot",
        "it's my own fault",
        "Ich bin einfach zu blöd",
        "ich hab's total verkackt",
        "ich komme mir vor wie ein Versager",
        "was stimmt nicht mit mir",
    ],
)
def test_somebody_is_hard_on_themselves(words: str) -> None:
    assert is_reproach(words)


@pytest.mark.parametrize(
    "words",
    [
        "the coffee was terrible",
        "they blew up balloons",
        "I was not stupid",
        "I was the best",
        "der Kaffee war schlecht",
        "ich war nicht dumm",
        "they messed up the schedule",
        "",
    ],
)
def test_what_is_no_self_reproach(words: str) -> None:
    assert not is_reproach(words)


@pytest.mark.parametrize(
    "words", ["nothing", "No, nothing.", "none", "nichts", "nein, nichts", "keine Ahnung", "-", ""]
)
def test_nothing_to_tell(words: str) -> None:
    assert is_nothing(words)


@pytest.mark.parametrize(
    "words", ["nothing went wrong", "no questions about salary", "nichts lief gut", "my portfolio"]
)
def test_something_to_tell(words: str) -> None:
    assert not is_nothing(words)


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("I rambled a lot", "too_long"),
        ("too_long", "too_long"),
        ("viel zu lang", "too_long"),
        ("zu kurz", "too_short"),
        ("a bit short", "too_short"),
        ("gerade richtig", "right"),
        ("I have no idea", None),
    ],
)
def test_how_long_the_answers_were(words: str, length: str | None) -> None:
    assert length_in(words) == length


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("solid", "solid"),
        ("I've got this one", "solid"),
        ("sitzt", "solid"),
        ("once more", "try"),
        ("noch einmal", "try"),
        ("because I want to build", None),
        ("", None),
    ],
)
def test_what_is_said_of_an_answer(words: str, verdict: str | None) -> None:
    assert judged(words) == verdict


def test_what_a_question_is_about() -> None:
    assert topics_of("What is your weakness?") == ("weakness",)
    assert topics_of("Was sind Ihre Gehaltsvorstellungen?") == ("salary",)
    assert topics_of("How do you deal with pressure in a team?") == ("people", "pressure")
    assert topics_of("What is your favourite colour?") == ()


def test_a_text_made_to_stall_does_not() -> None:
    began = time.process_time()
    for words in ("i was so " * 500, "ich bin zu " * 500, "-" * 4000, "i " * 2000):
        is_reproach(words)
        is_nothing(words)
    assert time.process_time() - began < 5
