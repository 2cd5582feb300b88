"""Whom one writes to is no one who was at the talk: a recruiter, an agency's consultant, somebody who only wrote."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.coaching.contact_people import contact_people
from tests.in_place import NOW, Chat, acme


def chat(language: str = "en", **opportunity: str | bool) -> Chat:
    known = acme(**opportunity)
    return Chat(replace(known, person=replace(known.person, language=language)), NOW + timedelta(days=3))


def people(there: Chat) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who was at the talk, and to whom one writes."""
    return there.interview.interviewers, contact_people(there.known, there.known.opportunities[0])


@pytest.mark.parametrize(
    ("words", "language", "names"),
    [
        ("the recruiter is called Denise Kowalski", "en", ("Denise Kowalski",)),
        ("her name is Siobhan", "en", ("Siobhan",)),
        ("my contact there is Ewan Tulloch", "en", ("Ewan Tulloch",)),
        ("new contact is Fiona Walsh", "en", ("Fiona Walsh",)),
        ("the agency woman is Mel", "en", ("Mel",)),
        ("Marta at the agency says all contact goes through her", "en", ("Marta",)),
        ("die Recruiterin heißt Sabine Lang", "de", ("Sabine Lang",)),
        ("meine Ansprechpartnerin ist Frau Kunz", "de", ("Frau Kunz",)),
        ("Frau Meier von der Agentur sagt, alles läuft über sie", "de", ("Frau Meier",)),
    ],
)
def test_whoever_is_only_named_was_not_met(words: str, language: str, names: tuple[str, ...]) -> None:
    there = chat(language).say(words)
    assert people(there) == ((), names)
    assert names[0] in there.said


@pytest.mark.parametrize(
    ("words", "language"),
    [("I met Denise, the recruiter", "en"), ("the manager is Denise", "en"), ("Denise war auch dabei", "de")],
)
def test_whoever_was_there_was_met(words: str, language: str) -> None:
    assert people(chat(language).say(words)) == (("Denise",), ())


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("tom, who got the job last year, works there", "en"),
        ("I know Laura from their marketing team", "en"),
        ("the recruiter Denise emailed me to say thanks", "en"),
        ("Tom, der die Stelle letztes Jahr bekommen hat, meint, die sind langsam", "de"),
    ],
)
def test_whoever_is_spoken_of_was_not_there(words: str, language: str) -> None:
    assert people(chat(language).say(words))[0] == ()


def test_a_contact_is_greeted_and_put_right() -> None:
    there = chat(via_agency=True, agency="Sterling").say("Marta at the agency says all contact goes through her")
    there.say("it was Maria not Marta btw").say("write a thank you")
    assert people(there) == ((), ("Maria",))
    assert "Hello Maria" in there.said


def test_a_known_agency_has_brought_about_another_one_as_well() -> None:
    there = chat(via_agency=True, agency="Brightdesk")
    there.say("had another interview yesterday at Larkspur Books, also through brightdesk")
    assert there.known.opportunities[-1].agency == "Brightdesk"
    assert there.known.opportunities[-1].via_agency


def test_an_agency_named_as_one_is_no_employer() -> None:
    there = chat("de").say("das Gespräch lief über die Agentur Hays")
    assert [(one.employer, one.agency) for one in there.known.opportunities] == [("Acme", "Hays")]


def test_a_consultant_told_beside_those_who_were_there_is_none_of_them() -> None:
    there = chat().say(
        "it was with Declan, got it through Sterling, an agency. Marta at the agency says all contact goes through her"
    )
    assert people(there) == (("Declan",), ("Marta",))
