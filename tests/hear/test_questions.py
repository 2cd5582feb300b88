"""Questions and wishes as people put them: whether to write, what to write, news, signs, doubts of oneself."""

from typing import Any

import pytest

from bot.hear.scene import Employer
from tests.hear.heard import hear, names, slots


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("I'd love to ring them", "en", "call"),
        ("I want to message Priya again", "en", "follow_up"),
        ("I feel like thanking her once more", "en", "thank_you"),
        ("ich möchte die gern anrufen", "de", "call"),
        ("ich würd gern nachhaken", "de", "follow_up"),
        ("can I ask her why exactly", "en", "other"),
        ("should I say sorry for being late", "en", "other"),
        ("never thanked anybody, is that expected in retail", "en", "thank_you"),
        ("bedankt hab ich mich nicht, ist das üblich?", "de", "thank_you"),
    ],
)
def test_may_one_write(text: str, language: str, kind: str) -> None:
    assert slots("ask_may_write", text, "waiting", language)["kind"] == kind
    assert "wanted" not in names(text, "waiting", language)


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to ring them",
        "I wanted to email her",
        "I want them to ring me",
        "I'd love to hear from them",
        "I want to work for them",
        "I'd like to write to you",
        "I need to send them my papers by Friday",
        "what do you mean?",
    ],
)
def test_what_is_no_wish_to_write(text: str) -> None:
    assert "ask_may_write" not in names(text)


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("what do I write to Priya now", "en", {"to": "Priya"}),
        ("what should I email them", "en", {}),
        ("was soll ich denen schreiben", "de", {}),
        ("I need more time for their offer", "en", {"kind": "more_time"}),
        ("help me answer the offer", "en", {"kind": "offer_received"}),
        ("what do I write after a no?", "en", {"kind": "rejection_thanks"}),
        ("please draft a mail for the documents", "en", {"kind": "document_sent"}),
        ("draft a note about my deadline", "en", {"kind": "deadline"}),
    ],
)
def test_what_is_to_be_written(text: str, language: str, told: dict[str, Any]) -> None:
    assert slots("ask_draft", text, "waiting", language) == told


def test_more_time_is_asked_for_only_where_there_is_an_offer() -> None:
    offered = (Employer(name="Acme", offered=True),)
    assert "ask_draft" in names("I need more time to decide", employers=offered)
    assert "ask_draft" not in names("I need more time to decide")
    assert "ask_draft" not in names("they need more time", employers=offered)
    assert "ask_draft" not in names("what do I write to you?")


@pytest.mark.parametrize(
    ("text", "language"),
    [("any updates?", "en"), ("when are they going to ring me?", "en"), ("gibt es was neues von Acme?", "de")],
)
def test_whether_there_is_news(text: str, language: str) -> None:
    assert names(text, "waiting", language) == {"ask_status"}


def test_what_is_no_question_for_news() -> None:
    assert "ask_status" not in names("they asked if I had any news")
    assert "ask_status" not in names("no news yet")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("did I come across as arrogant?", "en"),
        ("were they laughing at me? are they laughing at me now", "en"),
        ("why don't they write?", "en"),
        ("am I too young do you think", "en"),
        ("I keep messing up interviews", "en"),
        ("warum ruft keiner an?", "de"),
        ("hab ich blöd gewirkt?", "de"),
        ("ich flenne schon wieder", "de"),
    ],
)
def test_doubts_of_oneself(text: str, language: str) -> None:
    assert "worry" in names(text, "waiting", language)
    assert not names(text, "waiting", language) & {"why", "yes", "unclear"}


@pytest.mark.parametrize(
    ("text", "language"), [("die waren wahnsinnig nett", "de"), ("why did they ask about my cv", "en")]
)
def test_what_is_no_worry(text: str, language: str) -> None:
    assert "worry" not in names(text, "waiting", language)


def test_what_about_one_of_them() -> None:
    assert slots("ask_next", "and what about Globex?", "two") == {"about": "Globex"}
    assert slots("ask_next", "what do I do about Acme then", "two") == {"about": "Acme"}
    assert "ask_next" not in names("what about lunch?", "two")
    assert "ask_next" in names("so torn between the two jobs right now, help", "offer")


def test_who_the_coach_is() -> None:
    for text, language in (
        ("am I talking to a person?", "en"),
        ("rede ich mit einem Bot?", "de"),
        ("where do I tap", "en"),
    ):
        assert names(text, "waiting", language) == {"ask_how_it_works"}
    assert "ask_how_it_works" not in names("I was talking to a man from HR")


def test_what_they_prefer_is_not_what_one_has() -> None:
    assert "channel_preferred" not in names("I don't even have her email, only the phone number")
    assert "channel_preferred" in names("only by email please, they said")


def test_the_second_half_of_a_question_is_a_part_of_it() -> None:
    for text, language in (("should I ring or is that pushy", "en"), ("darf ich fragen? oder lieber nicht", "de")):
        assert hear(text, language=language).rest == ()
    assert hear("should I ring tomorrow? the coffee there was bad").rest != ()


def test_does_it_asks_about_what_stands_before() -> None:
    told = slots("ask_meaning", "my friend says that means they picked someone else. does it")
    assert told["sign"].startswith("my friend says")
    assert "ask_meaning" not in names("does it")
    assert "rejected" not in names("my friend says that means they picked someone else. does it")


def test_tips_are_asked_for_in_two_words() -> None:
    assert slots("ask_advice", "panel interview at Deloitte tomorrow at 10, any tips", "stranger")["topic"] == "prepare"
