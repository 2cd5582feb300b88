"""Offers: from whom, in which form, by when; and those of nobody who is known here."""

from datetime import date

import pytest

from tests.hear.heard import hear, names, slots


@pytest.mark.parametrize(
    ("text", "language", "deadline"),
    [
        ("a different firm offered me a job", "en", None),
        ("I've got an offer from elsewhere, they need my answer by Thursday", "en", date(2026, 12, 10)),
        ("I have another offer in hand", "en", None),
        ("the other offer expires on Friday", "en", date(2026, 12, 11)),
        ("woanders hab ich eine Zusage bekommen", "de", None),
        ("ein anderer Arbeitgeber hat mir was angeboten", "de", None),
        ("hab noch ein Angebot bekommen, Frist ist Donnerstag", "de", date(2026, 12, 10)),
    ],
)
def test_an_offer_from_elsewhere_is_none_of_the_known_one(text: str, language: str, deadline: date | None) -> None:
    assert slots("other_offer", text, "waiting", language) == ({"deadline": deadline} if deadline else {})
    assert "offer" not in names(text, "waiting", language)


@pytest.mark.parametrize(
    "text",
    [
        "if another company makes me an offer I'll take it",
        "I'd rather have an offer from somewhere else",
        "should I say I have another offer?",
        "they gave the offer to someone else",
        "my cousin has an offer from another company",
        "I turned down another offer",
        "the other offer is better paid",
        "I told them about another offer",
    ],
)
def test_what_is_no_offer_from_elsewhere(text: str) -> None:
    assert not names(text) & {"other_offer", "offer", "declined"}


def test_another_offer_of_somebody_who_is_named() -> None:
    assert slots("offer", "I have another offer, from Globex", "two") == {"about": "Globex"}
    assert slots("offer", "Acme made me another offer") == {"about": "Acme"}


def test_a_deadline_with_two_readings_is_asked_back() -> None:
    (doubt,) = hear("the paper came, they want an answer by next Friday", "offer").doubts
    assert [reading.get("deadline") for reading in doubt.readings] == [date(2026, 12, 18), date(2026, 12, 25)]
    assert "window" not in names("sie wollen eine Antwort bis nächsten Freitag", "offer", "de")


def test_the_job_went_to_somebody_else() -> None:
    for text in ("they gave the job to another candidate", "they offered it to somebody else"):
        assert names(text) == {"rejected"}
    assert names("sie haben die Stelle jemand anderem gegeben", language="de") == {"rejected"}
