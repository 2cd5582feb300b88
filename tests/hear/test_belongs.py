"""Whose something is: which employer is meant and which is not, who said yes to whom, and what is no employer."""

from __future__ import annotations

from typing import Any

import pytest

from bot.hear.scene import Employer
from tests.hear.heard import act, hear, names, slots

OURS: dict[str, Any] = {
    "employers": (Employer(name="Brandt Fördertechnik", people=("Frau Petersen", "Herr Kruse")), Employer(name="Acme")),
    "about": "Acme",
}


def employers(text: str, language: str = "en") -> set[str]:
    """The employers that a text tells of, beside those that are known."""
    told = {str(one.get("about")) for one in hear(text, "waiting", language, **OURS).acts if one.has("about")}
    return told - {"Brandt Fördertechnik", "Acme"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("achso und ich hab noch ein gespräch am freitag", "de"),
        ("Achso hat mich eingeladen", "de"),
        ("Hmm haben abgesagt", "de"),
        ("Jedenfalls will mich jemand sprechen", "de"),
        ("Mensch sagt mir zu", "de"),
        ("ANYWAY got another interview", "en"),
        ("Honestly rejected me again", "en"),
        ("Hmm they invited me", "en"),
        ("OMG got an offer", "en"),
        ("Right called me again", "en"),
    ],
)
def test_what_opens_a_sentence_is_no_employer(text: str, language: str) -> None:
    assert employers(text, language) == set()


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("ok so Apple rejected me", "en", "Apple"),
        ("boots rejected me", "en", "Boots"),
        ("omg so. lloyds pharmacy in croydon just rang and OFFERED me the job", "en", "Lloyds Pharmacy"),
        ("no i mean lloyds offered me the job", "en", "Lloyds"),
        ("nein ich mein lüders maschinenbau hat mir schon zugesagt", "de", "Lüders Maschinenbau"),
        ("achso und ich hab noch ein angebot von lüders", "de", "Lüders"),
        ("LÜDERS hat MIR zugesagt", "de", "Lüders"),
        ("nicht brandt, lüders hat mir das angebot gemacht", "de", "Lüders"),
    ],
)
def test_a_name_is_told_by_its_place(text: str, language: str, name: str) -> None:
    assert employers(text, language) == {name}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("sie haben zugesagt", "de"),
        ("Brandt hat MIR zugesagt", "de"),
        ("mir wurde zugesagt", "de"),
        ("ich krieg den job", "de"),
        ("die haben sich für mich entschieden", "de"),
        ("Brandt nimmt mich", "de"),
        ("they said yes", "en"),
        ("i got it", "en"),
        ("Acme said yes to me", "en"),
        ("they picked me", "en"),
    ],
)
def test_a_yes_of_theirs_is_an_offer(text: str, language: str) -> None:
    heard = names(text, "waiting", language, **OURS)
    assert "offer" in heard
    assert "accepted" not in heard


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I said yes to Acme", "en"),
        ("I accepted Acme", "en"),
        ("ich hab bei Acme zugesagt", "de"),
        ("ich hab Brandt zugesagt", "de"),
    ],
)
def test_a_yes_of_the_person_accepts(text: str, language: str) -> None:
    heard = names(text, "waiting", language, **OURS)
    assert "accepted" in heard
    assert "offer" not in heard


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("sie haben mir ein zweites gespräch zugesagt", "de"),
        ("Brandt hat zugesagt, mir bis freitag bescheid zu geben", "de"),
        ("they want me to come in again", "en"),
        ("Acme said yes to my date", "en"),
    ],
)
def test_a_yes_to_something_else_is_no_offer(text: str, language: str) -> None:
    assert not names(text, "waiting", language, **OURS) & {"offer", "accepted"}


def test_the_day_to_answer_goes_with_who_offers_and_not_with_who_is_preferred() -> None:
    text = "nein ich mein lüders hat mir schon zugesagt, schriftlich, 70k. aber brandt wär mir lieber. frist mi 16.12."
    heard = slots("offer", text, "waiting", "de", **OURS)
    assert (heard["about"], heard["form"]) == ("Lüders", "paper")
    assert heard["deadline"].day == 16


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("NO the offer is from LLOYDS not acme!!", "en", {"about": "Lloyds", "not": "Acme", "what": "offer"}),
        ("das angebot ist von Lüders, nicht von acme", "de", {"about": "Lüders", "not": "Acme", "what": "offer"}),
        ("the chat was with brandt, not acme", "en", {"about": "Brandt Fördertechnik", "not": "Acme"}),
        ("wrong company, it was lloyds", "en", {"about": "Lloyds"}),
        ("falsche firma, es war Lüders", "de", {"about": "Lüders"}),
        ("no i meant Lloyds", "en", {"about": "Lloyds"}),
        ("nein ich mein lüders", "de", {"about": "Lüders"}),
        ("its the Lloyds one", "en", {"about": "Lloyds"}),
    ],
)
def test_which_one_is_meant(text: str, language: str, told: dict[str, str]) -> None:
    assert slots("belongs", text, "waiting", language, **OURS) == told
    assert "correct" not in names(text, "waiting", language, **OURS)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I'd rather have Brandt, not Acme", "en"),
        ("lieber Brandt, nicht Acme", "de"),
        ("I emailed Brandt not Acme", "en"),
        ("is the offer from Brandt, not Acme?", "en"),
        ("the offer is from Acme", "en"),
    ],
)
def test_a_preference_or_a_question_hands_nothing_over(text: str, language: str) -> None:
    assert "belongs" not in names(text, "waiting", language, **OURS)


@pytest.mark.parametrize(
    ("text", "language", "what"),
    [
        ("ich hab doch garnicht zugesagt!!", "de", "accepted"),
        ("I never accepted anything", "en", "accepted"),
        ("i did NOT turn acme down!!", "en", "declined"),
        ("ich hab Acme gar nicht abgesagt", "de", "declined"),
        ("Acme hat mir kein angebot gemacht", "de", "offer"),
        ("acme hasnt offered me anything", "en", "offer"),
        ("they havent rejected me", "en", "rejected"),
        ("Acme hat mir nicht abgesagt", "de", "rejected"),
        ("acme is not a company", "en", "employer"),
        ("whats ACME?? thats not a company", "en", "employer"),
        ("Acme ist keine firma", "de", "employer"),
    ],
)
def test_what_was_never_so(text: str, language: str, what: str) -> None:
    assert slots("denied", text, "waiting", language, **OURS)["what"] == what
    assert not names(text, "waiting", language, **OURS) & {"accepted", "declined", "offer", "rejected", "joy"}


def test_no_such_company_is_the_one_named_before() -> None:
    assert act("denied", "whats ACME?? thats not a company", **OURS).get("about") == "Acme"
    assert "denied" not in names("acme is not a company, it is a charity", **OURS)
