"""Which employer a text is about: the one it names, and never another one because it is the only one known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage.facts import Event, EventType, Known, Opportunity
from tests.in_place import Chat, acme, facts, met_gamma

LETTER = "Dear Ana, thank you for coming in. Unfortunately, we have decided to go with another candidate for this role."


def of(*employers: str) -> Known:
    """Ana, with these employers."""
    known = acme()
    opportunities = tuple(Opportunity(id=n, employer=name) for n, name in enumerate(employers, 1))
    return replace(known, opportunities=opportunities, interviews=())


def happened_at(chat: Chat) -> list[tuple[str, EventType]]:
    """What is known to have happened, and where."""
    names = {o.id: o.employer for o in chat.known.opportunities}
    return [(names[event.opportunity_id], event.type) for event in chat.known.events]


def untouched(chat: Chat) -> bool:
    """Whether all that was known of Acme is as before."""
    ours = [replace(o, version=1) for o in chat.known.opportunities if o.id == 1]
    events: list[Event] = [event for event in chat.known.events if event.opportunity_id == 1]
    return ours == list(acme().opportunities) and not events


@pytest.mark.parametrize("words", ["Acme's HR rejected me", "acme rejected me", "ACME REJECTED ME", "acme said no"])
def test_a_name_is_heard_however_it_is_written(words: str) -> None:
    assert happened_at(Chat(of("Acme", "Globex")).say(words)) == [("Acme", EventType.REJECTED)]


def test_of_two_names_in_one_place_the_longer_one_counts() -> None:
    for words in ("Acme Labs rejected me", "acme labs rejected me"):
        assert happened_at(Chat(of("Acme", "Acme Labs")).say(words)) == [("Acme Labs", EventType.REJECTED)]


def test_two_names_in_one_message_are_two_pieces_of_news() -> None:
    chat = Chat(of("Acme", "Globex")).say("Acme rejected me, and Globex invited me to a second round")
    assert happened_at(chat) == [("Acme", EventType.REJECTED), ("Globex", EventType.INVITATION)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Umbrella rejected me", "Umbrella"),
        ("my colleague from Nova Works called: they hired someone else", "Nova Works"),
        ("got a rejection from Hooli", "Hooli"),
        ("Anna from Hooli wrote: they went with someone else", "Hooli"),
        ("Stark Industries called, it's a no", "Stark Industries"),
        ("my interview at Umbrella was cancelled", "Umbrella"),
        ("Umbrella hat mir abgesagt", "Umbrella"),
        ("Yesterday Umbrella rejected me", "Umbrella"),
        ("Initech has just invited me to a second round", "Initech"),
        ("Umbrella HR rejected me", "Umbrella"),
        ("Umbrella put the role on hold", "Umbrella"),
        ("Umbrella made me an offer", "Umbrella"),
    ],
)
def test_news_of_a_stranger_is_of_a_new_employer_and_never_booked_on_the_only_one(words: str, name: str) -> None:
    chat = Chat(acme()).say(words)
    assert [o.employer for o in chat.known.opportunities] == ["Acme", name]
    assert untouched(chat)
    assert name in chat.said


def test_a_new_employer_that_said_no_is_closed_at_once() -> None:
    chat = Chat(acme()).say("Umbrella rejected me")
    assert [o.closed_at is None for o in chat.known.opportunities] == [True, False]
    assert facts(chat.say("undo").known) == facts(acme())


@pytest.mark.parametrize(
    "words",
    [
        *("They rejected me", "The recruiter rejected me", "The Hiring Manager rejected me", "HR called: it's a no"),
        *("Anna called, they rejected me", "Anna from HR wrote that they rejected me", "Mr Jones rejected me"),
        *("Yesterday HR rejected me", "Got rejected", "I got rejected", "Die Firma hat mir abgesagt"),
    ],
)
def test_a_person_a_day_or_the_beginning_of_a_sentence_is_no_stranger(words: str) -> None:
    assert happened_at(Chat(acme()).say(words)) == [("Acme", EventType.REJECTED)]


@pytest.mark.parametrize(
    "words",
    [
        "Interview cancelled",
        "My interview on Friday was cancelled",
        "Recruiter called off the interview",
    ],
)
def test_nor_is_whatever_stands_around_an_interview_that_is_off(words: str) -> None:
    chat = Chat(acme()).say(words)
    assert [o.employer for o in chat.known.opportunities] == ["Acme"]
    assert chat.interview.cancelled


def test_an_interviewer_tells_which_one_is_meant_and_is_no_stranger() -> None:
    known = met_gamma(acme())
    met = replace(known, interviews=(replace(known.interviews[0], interviewers=("Zelda Quist",)), known.interviews[1]))
    chat = Chat(met).say("I sent Zelda a thank-you note")
    assert [(contact.opportunity_id, contact.to) for contact in chat.known.contacts] == [(1, "Zelda Quist")]


# Asked


def test_of_several_the_one_that_is_tapped_or_typed_gets_the_news() -> None:
    for answer in ("tap", "Gamma", "gamma", "the second one"):
        chat = Chat(met_gamma(acme())).say("they rejected me")
        assert set(chat.buttons) == {"Acme", "Gamma", "Another one"}
        assert chat.known.events == ()
        chat = chat.tap("Gamma") if answer == "tap" else chat.say(answer)
        assert happened_at(chat) == [("Gamma", EventType.REJECTED)], answer


def test_none_of_them_is_asked_for_its_name() -> None:
    chat = Chat(met_gamma(acme())).say("they rejected me").tap("Another one")
    assert "Which company" in chat.said
    assert happened_at(chat.say("Umbrella")) == [("Umbrella", EventType.REJECTED)]


def test_a_piece_of_news_that_waits_holds_up_nothing_and_is_shown() -> None:
    chat = Chat(met_gamma(acme())).say("they rejected me").say("I sent the thank-you to Gamma")
    assert [contact.opportunity_id for contact in chat.known.contacts] == [3]
    assert "they rejected me" in chat.say("/status").said
    assert happened_at(chat.say("acme")) == [("Acme", EventType.REJECTED)]
    assert chat.known.notes == ()


def test_a_button_pressed_late_changes_nothing() -> None:
    chat = Chat(acme()).press("which.new")
    assert chat.toast
    assert facts(chat.known) == facts(acme())
    chat = Chat(met_gamma(acme())).say("they rejected me").tap("Gamma")
    after = facts(chat.known)
    assert chat.press("which", 1, 21).toast
    assert facts(chat.known) == after


# Interviews


@pytest.mark.parametrize(
    "words", ["Interview with acme tomorrow at 2pm", "Interview with the team tomorrow at 2pm, they said"]
)
def test_an_interview_with_the_one_that_is_known_is_its_next_round(words: str) -> None:
    chat = Chat(acme()).say(words)
    assert [o.employer for o in chat.known.opportunities] == ["Acme"]
    assert len(chat.known.interviews) == 2


def test_an_interview_with_somebody_else_is_not_theirs_for_a_they() -> None:
    chat = Chat(acme()).say("Interview with Umbrella tomorrow at 2pm, they said")
    assert "Umbrella" in [o.employer for o in chat.known.opportunities]
