"""How it stands: offers, ends, signs, and whose they are."""

from datetime import date

import pytest

from tests.hear.heard import hear, names, slots


def test_an_offer_with_its_own_deadline() -> None:
    told = slots("offer", "Harbor Arts called, they offered me the job, they want an answer by friday", "stranger")
    assert (told["about"].casefold(), told["deadline"]) == ("harbor arts", date(2026, 12, 4))
    assert "window" not in names("they offered me the job and want an answer by friday", "stranger")
    written = slots("offer", "got an offer in writing, need to decide by the 9th", "stranger")
    assert (written["form"], written["deadline"]) == ("paper", date(2026, 12, 9))
    assert slots("offer", "they offered me the role on the phone", "stranger")["form"] == "spoken"


@pytest.mark.parametrize(
    "text",
    [
        "they offered me a coffee",
        "they offered me two dates",
        "if they offer less I'll say no",
        "I hope they make me an offer",
        "my friend got an offer from them",
        "would they withdraw the offer?",
    ],
)
def test_what_is_no_offer(text: str) -> None:
    assert "offer" not in names(text)


def test_news_of_a_new_employer_names_it() -> None:
    for text in ("brightwell rejected me by email", "got a no from Brightwell", "Brightwell hat mir abgesagt"):
        german = "hat" in text
        about = slots("rejected", text, "waiting", "de" if german else "en")["about"]
        assert about.casefold() == "brightwell"


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("hab Globex abgesagt", "de", "declined"),
        ("Globex hat abgesagt", "de", "rejected"),
        ("turned Globex down", "en", "declined"),
        ("Globex turned me down", "en", "rejected"),
        ("took Globex", "en", "accepted"),
        ("ich nehme Globex", "de", "accepted"),
        ("turned down the second interview at Globex", "en", "withdrew"),
    ],
)
def test_who_said_no_to_whom(text: str, language: str, name: str) -> None:
    decided = {"declined", "rejected", "accepted", "withdrew"}
    assert names(text, "offer", language) & decided == {name}
    assert slots(name, text, "offer", language)["about"] == "Globex"


@pytest.mark.parametrize(
    "text",
    ["what if they reject me", "they haven't rejected me", "I dreamt they turned me down", "does that mean a no?"],
)
def test_what_is_feared_asked_or_not_so_is_no_rejection(text: str) -> None:
    assert "rejected" not in names(text)


def test_a_no_brings_its_reason() -> None:
    assert slots("feedback", "they said no because I lack experience")["text"] == "I lack experience"
    assert "feedback" in names("rejected. they said my portfolio is too brand-heavy")
    assert "feedback" not in names("I asked them for feedback")


def test_reopened_only_after_an_end() -> None:
    assert "reopened" in names("they changed their mind and want me back", "after_no")
    assert "reopened" not in names("they want me back on Thursday at 11 to meet the founder", "just_over")


def test_how_many_applications() -> None:
    assert slots("applications", "sent 4 applications this week") == {"count": 4}
    assert slots("applications", "two more applications today, so six this week") == {"count": 6}
    assert "applications" not in names("my application is still open")


def test_a_message_with_several_pieces_of_news() -> None:
    heard = hear("Globex binned the position. Still nothing from Acme, and I got a no from Linden Row", "two")
    told = {(act.name, act.get("about")) for act in heard.acts}
    assert {("position_gone", "Globex"), ("nothing_heard", "Acme"), ("rejected", "Linden Row")} <= told
