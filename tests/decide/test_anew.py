"""A draft that stands shown says what is right: after a correction it comes anew, by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from storage.facts import Event, EventType
from tests.in_place import NOW, Chat, acme, met_gamma

FRIDAY = date(2026, 12, 4)


def offered() -> Chat:
    """Gamma has offered the job, to be answered by Friday; Acme is to be told, and the draft for it is shown."""
    offer = Event(id=19, opportunity_id=3, type=EventType.OFFER, at=NOW, deadline=FRIDAY)
    known = met_gamma(acme())
    return Chat(replace(known, events=(offer,))).say("write to Acme that I have another offer")


def test_another_day_of_the_offer_brings_the_draft_anew() -> None:
    chat = offered()
    assert "by Friday 4 December" in chat.said
    chat.say("that's wrong, it's Thursday, not Friday")
    assert "Gamma would like your answer by" in chat.said
    assert "by Thursday 3 December" in chat.said
    assert "Friday 4 December" not in chat.said
    assert {event.deadline for event in chat.known.events} == {date(2026, 12, 3)}


def test_another_day_of_the_talk_brings_the_thank_you_anew() -> None:
    chat = Chat(acme()).say("write a thank you to Acme")
    assert "yesterday" in chat.said
    chat.say("the interview was on monday, not yesterday")
    assert "on Monday" in chat.said
    assert "Kind regards" in chat.said


def test_what_stands_in_no_draft_brings_none() -> None:
    chat = Chat(acme()).say("write a thank you to Acme").say("it went great and they answer by Monday")
    assert "Kind regards" not in chat.said
