"""An employer that is called by a word of its name, and people who are told to be of one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.hear.act import Act
from bot.hear.scene import Employer, Scene
from tests.hear.heard import hear, moment

COUNCIL, FAMILIES = "Manchester City Council", "Bridgeway Families"
OFFICE, CLINIC, BANK = "Sozialamt Köln", "Helios Klinik", "Sparda Bank"


def scene(language: str, *employers: str) -> dict[str, Any]:
    """These employers, all alike; the last one was spoken of last."""
    like: Scene = moment("waiting", language)
    known: Employer = like.employers[0]
    return {"employers": tuple(replace(known, name=name, people=()) for name in employers), "about": employers[-1]}


def told(text: str, language: str, *employers: str) -> tuple[Act, ...]:
    return hear(text, "waiting", language, **scene(language, *employers)).acts


@pytest.mark.parametrize(
    ("text", "language", "name", "employer"),
    [
        ("so the council just rang, its a no", "en", "rejected", COUNCIL),
        ("the council job said no", "en", "rejected", COUNCIL),
        ("and the council one went fine i think", "en", "felt", COUNCIL),
        ("the manchester one went great", "en", "felt", COUNCIL),
        ("i meant do i thank the council", "en", "ask_may_write", COUNCIL),
        ("should i even send a thank you to a council??", "en", "ask_may_write", COUNCIL),
        ("die Klinik hat abgesagt", "de", "rejected", CLINIC),
        ("bei der Bank lief es gut", "de", "felt", BANK),
        ("das Amt hat angerufen, es ist eine Absage", "de", "rejected", OFFICE),
        ("ich meinte, soll ich dem Amt danken?", "de", "ask_may_write", OFFICE),
    ],
)
def test_a_word_of_its_name_is_enough(text: str, language: str, name: str, employer: str) -> None:
    known = (COUNCIL, FAMILIES) if language == "en" else (OFFICE, BANK, CLINIC)
    for employers in (known, known[::-1]):
        assert [act.get("about") for act in told(text, language, *employers) if act.name == name] == [employer]


@pytest.mark.parametrize(
    "text",
    [
        "the council in Leeds rang me, its a no",
        "i have an interview at a council on friday",
        "the company said no",
        "the Council of Europe said no",
    ],
)
def test_another_house_of_the_kind_is_not_the_known_one(text: str) -> None:
    assert COUNCIL not in [act.get("about") for act in told(text, "en", COUNCIL, FAMILIES)]


def test_of_two_of_a_kind_neither_is_meant() -> None:
    acts = told("the council said no", "en", COUNCIL, "Leeds City Council")
    assert [act.get("about") for act in acts] == [None]


@pytest.mark.parametrize(
    ("text", "language", "who", "employer"),
    [
        ("Denise is the council one!", "en", ["Denise"], COUNCIL),
        ("no no Denise is from the council", "en", ["Denise"], COUNCIL),
        ("Priya is from Bridgeway", "en", ["Priya"], FAMILIES),
        ("Priya and Denise are at Bridgeway", "en", ["Priya", "Denise"], FAMILIES),
        ("Denise is from the council, not Bridgeway", "en", ["Denise"], COUNCIL),
        ("Herr Wolters ist von der Klinik", "de", ["Herr Wolters"], CLINIC),
        ("Frau Siebert ist die vom Amt", "de", ["Frau Siebert"], OFFICE),
        ("Frau Siebert gehört zur Bank", "de", ["Frau Siebert"], BANK),
    ],
)
def test_somebody_is_of_an_employer(text: str, language: str, who: list[str], employer: str) -> None:
    known = (COUNCIL, FAMILIES) if language == "en" else (OFFICE, CLINIC, BANK)
    acts = told(text, language, *known)
    assert [(act.get("who"), act.get("about")) for act in acts if act.name == "belongs"] == [(w, employer) for w in who]
    assert not {act.name for act in acts} & {"interview", "met"}


@pytest.mark.parametrize(
    ("text", "language", "employer"),
    [
        ("wait no the rejection was manchester city council!!", "en", COUNCIL),
        ("the no was from the council", "en", COUNCIL),
        ("the rejection was from the council, not bridgeway", "en", COUNCIL),
        ("die Absage war von der Bank", "de", BANK),
        ("nein, die Absage kam vom Amt", "de", OFFICE),
    ],
)
def test_a_no_is_of_an_employer(text: str, language: str, employer: str) -> None:
    known = (COUNCIL, FAMILIES) if language == "en" else (OFFICE, CLINIC, BANK)
    acts = [act for act in told(text, language, *known) if act.name == "belongs"]
    assert [(act.get("what"), act.get("about")) for act in acts] == [("no", employer)]


@pytest.mark.parametrize(
    ("text", "language", "mood"),
    [("honestly fine i think?", "en", "fine"), ("ganz ok glaub ich?", "de", "fine"), ("was it fine?", "en", None)],
)
def test_an_unsure_mark_makes_no_question_of_what_is_told(text: str, language: str, mood: str | None) -> None:
    felt = [act.get("mood") for act in hear(text, "just_over", language).acts if act.name == "felt"]
    assert felt == ([mood] if mood else [])


def test_a_name_behind_its_house_is_what_it_is_called() -> None:
    text = "had an interview yesterday at this new cafe thats opening monday, Copper Kettle. nobody called"
    talks = [act for act in hear(text, "stranger", "en").acts if act.name == "interview"]
    assert [(act.get("about"), act.get("house")) for act in talks] == [("Copper Kettle", "cafe")]
