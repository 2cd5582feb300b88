"""What is no answer to an open question in own words: a question to the coach, a correction, a place, news."""

from __future__ import annotations

import pytest

from bot.hear.scene import Expected
from tests.hear.heard import hear, names

LOOKING_BACK = {"asked": "debrief_badly", "expects": Expected.WORDS, "about": "Acme"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("what have you noted about Acme?", "en"),
        ("what did you note down", "en"),
        ("no that was a question", "en"),
        ("no i meant the other one", "en"),
        ("can u just answer, is that bad or normal", "en"),
        ("should i ring them or not?", "en"),
        ("they said friday", "en"),
        ("was hast du eigentlich alles notiert zu acme?", "de"),
        ("nee das war ne frage", "de"),
        ("nein ich meinte den anderen", "de"),
        ("soll ich denen nochmal schreiben?", "de"),
        ("die melden sich bis freitag", "de"),
    ],
)
def test_what_says_something_else_is_no_answer_in_own_words(text: str, language: str) -> None:
    assert "words" not in names(text, language=language, **LOOKING_BACK)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I talked too fast", "en"),
        ("why are you leaving, I had no good answer when they asked", "en"),
        ("the pay question. nothing else", "en"),
        ("I had no answer about the pay", "en"),
        ("ich hab zu schnell geredet", "de"),
        ("sie fragten: warum wollen sie wechseln? da kam nix", "de"),
    ],
)
def test_an_answer_in_own_words_is_one(text: str, language: str) -> None:
    assert "words" in names(text, language=language, **LOOKING_BACK)


def test_what_was_asked_there_may_be_a_question() -> None:
    asked = {**LOOKING_BACK, "asked": "debrief_unprepared"}
    assert "words" in names("your greatest weakness?", **asked)
    assert "words" not in names("what have you noted so far?", **asked)


@pytest.mark.parametrize(
    ("text", "city"),
    [("hamburg. and no, they said friday", "Hamburg"), ("chicago. it was on tuesday the 1st", "Chicago")],
)
def test_a_city_in_a_sentence_of_its_own_is_where_they_live(text: str, city: str) -> None:
    heard = hear(text, unplaced=True, **LOOKING_BACK)
    assert [act.get("city") for act in heard.acts if act.name == "place"] == [city]
    assert all(act.name != "place" for act in hear(text, **LOOKING_BACK).acts)


def test_where_the_draft_is_asks_for_the_one_that_was_shown() -> None:
    for text, language in (("wheres the draft tho with the project in it?", "en"), ("wo ist der entwurf?", "de")):
        kinds = [act.get("kind") for act in hear(text, language=language, draft_shown="thank_you").acts]
        assert kinds[:1] != ["other"], text
    assert "no" not in names("no i already cc'd her on the same email", **LOOKING_BACK)
