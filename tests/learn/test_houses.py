"""Employers that are known by what house they are: found again by it, named in the end, and never mixed up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.hear.naming.kinds import called, is_stand_in, same_kind
from bot.say.stand_ins import set_in
from storage.facts import EventType, Known, Opportunity, Stage
from tests.in_place import NOW, Chat, acme


def nobody() -> Known:
    """Ana, with no employer yet."""
    return replace(acme(), opportunities=(), interviews=())


def employers(chat: Chat) -> list[tuple[str, str | None]]:
    return [(one.employer, one.house) for one in chat.known.opportunities]


def happened(chat: Chat) -> list[tuple[str, EventType]]:
    names = {one.id: one.employer for one in chat.known.opportunities}
    return [(names[event.opportunity_id], event.type) for event in chat.known.events]


def test_a_house_without_a_name_is_shown_and_found_by_its_kind() -> None:
    chat = Chat(nobody()).say("interview at the bank tomorrow at 10 and one at the library on Thursday at 2pm")
    assert employers(chat) == [("the bank", "bank"), ("the library", "library")]
    assert "The bank: " in chat.said
    assert "Which company" not in chat.said
    chat.later(days=4).say("the bank rang, they said no")
    assert happened(chat) == [("the bank", EventType.REJECTED)]
    assert len(chat.known.opportunities) == 2


def test_its_name_takes_the_place_of_its_kind_which_still_finds_it() -> None:
    chat = Chat(nobody()).say("had an interview at the bank today").say("also one at Globex this morning")
    chat.say("it's called Fallowfield, the bank")
    assert employers(chat) == [("Fallowfield", "bank"), ("Globex", None)]
    chat.say("the bank said no")
    assert happened(chat) == [("Fallowfield", EventType.REJECTED)]


def test_a_name_told_with_its_kind_is_found_by_it() -> None:
    chat = (
        Chat(nobody()).say("I had an interview with Fallowfield, a bank, today").say("and one at Globex this morning")
    )
    assert employers(chat) == [("Fallowfield", "bank"), ("Globex", None)]
    assert happened(chat.say("the bank said no")) == [("Fallowfield", EventType.REJECTED)]


def test_another_house_is_a_new_employer_and_its_news_lands_there() -> None:
    chat = Chat(nobody()).say("had an interview at the bank today").say("the library said no")
    assert [name for name, _ in employers(chat)] == ["the bank", "the library"]
    assert happened(chat) == [("the library", EventType.REJECTED)]


def test_of_two_houses_of_a_kind_the_person_is_asked() -> None:
    two = (Opportunity(id=1, employer="Kestrel", house="bank"), Opportunity(id=2, employer="Oakmere", house="bank"))
    chat = Chat(replace(acme(), opportunities=two, interviews=())).say("the bank said no")
    assert happened(chat) == []
    assert {"Kestrel", "Oakmere"} <= chat.buttons.keys()
    assert happened(chat.tap("Oakmere")) == [("Oakmere", EventType.REJECTED)]


def test_german_houses_have_their_article() -> None:
    chat = Chat(replace(nobody(), person=replace(acme().person, language="de")))
    chat.say("hatte heute ein Gespräch im Kindergarten").say("die haben abgesagt")
    assert employers(chat)[0] == ("der Kindergarten", "Kindergarten")
    assert "Der Kindergarten hat dich eingeladen" in chat.said


def test_whoever_rang_is_of_that_employer_from_then_on() -> None:
    chat = Chat(nobody()).say("had an interview at Harlow today").say("had an interview at Brightside this morning")
    chat.later(days=1).say("Lorraine from Harlow rang, they need until Friday")
    chat.say("Brightside said they decide on Monday")
    chat.later(days=1).say("Lorraine rang, it's a no")
    assert happened(chat)[-1] == ("Harlow", EventType.REJECTED)


def test_a_later_round_told_days_after_the_first_is_a_talk_of_its_own() -> None:
    chat = Chat(nobody()).say("had my first interview at Harlow today, it went great")
    chat.later(days=5).say("Harlow second round done")
    assert [talk.stage for talk in chat.known.interviews] == [Stage.FIRST, Stage.SECOND]
    assert chat.known.interviews[0].start < NOW + timedelta(days=1)


@pytest.mark.parametrize(
    ("house", "name"), [("Kita", "die Kita"), ("Kindergarten", "der Kindergarten"), ("Krankenhaus", "das Krankenhaus")]
)
def test_what_a_house_is_called(house: str, name: str) -> None:
    assert called(house, "de") == name
    assert is_stand_in(name)
    assert not is_stand_in(f"{name[:1].upper()}{name[1:]}")


def test_kinds_that_are_one() -> None:
    assert same_kind("surgery", "GP surgery")
    assert same_kind("Praxis", "Zahnarztpraxis")
    assert not same_kind("bank", "food bank manager")
    assert not same_kind("GP surgery", "dental surgery")


@pytest.mark.parametrize(
    ("said", "name", "house", "shown"),
    [
        (
            "the bank has <b>time</b>. the bank said so",
            "the bank",
            "bank",
            "The bank has <b>time</b>. The bank said so",
        ),
        ("Neues von die Kita", "die Kita", "Kita", "Neues von der Kita"),
        ("Wie war es bei der Kindergarten?", "der Kindergarten", "Kindergarten", "Wie war es beim Kindergarten?"),
        ("Für der Kindergarten.", "der Kindergarten", "Kindergarten", "Für den Kindergarten."),
        ("Zu die Kita: gut", "die Kita", "Kita", "Zur Kita: gut"),
    ],
)
def test_a_sentence_gives_it_the_form_that_it_asks_for(said: str, name: str, house: str, shown: str) -> None:
    known = replace(acme(), opportunities=(Opportunity(id=1, employer=name, house=house),))
    assert set_in(said, known) == shown
