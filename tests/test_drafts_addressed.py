"""Whom a letter greets and how it names where they work; the friendly ask for more; a panel without twins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.coaching.drafts import Draft, addressing, draft, houses
from storage.facts import EventType, Known, Mood
from tests.drafts_german import GERMAN, STELLE
from tests.drafts_situations import TUESDAY, event, life


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Frau Julia Kern", "Frau Kern"),
        ("Herrn Peter Hahn", "Herr Hahn"),
        ("Frau Julia von der Heide", "Frau von der Heide"),
        ("Frau von der Heide", "Frau von der Heide"),
        ("Frau Dr. Kern", "Frau Dr. Kern"),
        ("Frau Nguyen Thi Mai", "Frau Nguyen Thi Mai"),
        ("Thomas Meier", "Thomas Meier"),
    ],
)
def test_behind_a_title_stands_the_familys_name_unless_it_is_not_sure(name: str, greeted: str) -> None:
    assert addressing.addressed(name, "de") == greeted


@pytest.mark.parametrize(
    ("employer", "german", "english"),
    [
        ("DATEV eG", "bei DATEV", "at DATEV"),
        ("Siemens AG", "bei Siemens", "at Siemens"),
        ("Voss GmbH & Co. KG", "bei Voss", "at Voss"),
        ("Post", "bei der Post", "at Post"),
        ("die Post", "bei der Post", "at die Post"),
        ("Bezirksamt Lichtenberg", "beim Bezirksamt Lichtenberg", "at Bezirksamt Lichtenberg"),
        ("Deutsche Bahn", "bei der Deutschen Bahn", "at Deutsche Bahn"),
        ("Stadtwerke Köln", "bei den Stadtwerken Köln", "at Stadtwerke Köln"),
        ("Northwind Ltd", "bei Northwind", "at Northwind"),
    ],
)
def test_an_employer_is_named_as_one_says_it(employer: str, german: str, english: str) -> None:
    assert (houses.at(employer, "de"), houses.at(employer, "en")) == (german, english)


def asked(known: Known, mention: str) -> Draft:
    (opportunity,) = known.opportunities
    return draft("offer_received", known, opportunity, interview=known.interviews[0], mention=mention, now=TUESDAY)


def test_a_friendly_ask_says_what_was_offered_what_is_asked_and_by_when_the_answer_comes() -> None:
    offered = event(EventType.OFFER, what="52k", deadline=date(2026, 12, 18))
    made = asked(life("Priya Shah", happened=offered), "a salary of 56k")
    assert made.subject == "Data analyst role: your offer"
    assert "I'd very much like to do it." in made.text
    assert (
        "You offered 52,000. Before I say yes, I'd like to ask whether a salary of 56,000 would be possible."
        in made.text
    )
    assert "You'll have my answer by Friday 18 December in any case." in made.text
    german = asked(life("Frau Keller", happened=offered, job=STELLE, **GERMAN), "ein Gehalt von 56k")
    assert "Sie haben mir 52.000 Euro angeboten." in german.text
    assert "ob ein Gehalt von 56.000 Euro möglich wäre" in german.text


def test_what_was_not_told_is_not_in_it() -> None:
    made = asked(life("Priya Shah", happened=event(EventType.OFFER)), "a higher salary")
    assert "You offered" not in made.text
    assert "Before I say yes, I'd like to ask whether a higher salary would be possible." in made.text
    assert "By when do you need my answer?" in made.text


@pytest.mark.parametrize("mood", [Mood.GREAT, None])
@pytest.mark.parametrize("german", [False, True])
@pytest.mark.parametrize("letters", ["", "du"])
def test_no_two_of_seven_get_the_same_opening(mood: Mood | None, german: bool, letters: str) -> None:
    names = ("Anna Ott", "Ben Ott", "Chloe Ott", "Dana Ott", "Emma Ott", "Finn Ott", "Gus Ott")
    known = life(*names, mood=mood, **(GERMAN if german else {}))
    opportunity = replace(known.opportunities[0], letters=letters)
    known = replace(known, opportunities=(opportunity,))
    letters_to = [
        draft("thank_you", known, opportunity, interview=known.interviews[0], to=name, now=TUESDAY).text
        for name in names
    ]
    assert len({text.split("\n\n")[1].split(".")[0] for text in letters_to}) == len(names)


def test_what_was_told_at_the_first_talk_is_in_the_letters_after_the_second() -> None:
    known = life("Priya Shah", told=("the rota that nobody reads",))
    second = replace(known.interviews[0], id=3, start=TUESDAY.replace(day=8), end=TUESDAY.replace(day=8, hour=1))
    known = replace(known, interviews=(*known.interviews, second))
    (opportunity,) = known.opportunities
    made = draft("follow_up", known, opportunity, interview=second, now=TUESDAY.replace(day=20))
    assert "and would love to help with the rota" in made.text
    thanks = draft("thank_you", known, opportunity, interview=second, now=TUESDAY.replace(day=8, hour=9))
    assert "plans" not in thanks.text
