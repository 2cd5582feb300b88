"""What happened, told with two taps, or with one and a word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from storage.facts import ContactKind, EventType, Known
from tests.in_place import Chat, acme


@pytest.mark.parametrize(
    ("label", "typed", "kind"),
    [
        ("They want me back, no date yet", None, EventType.SCHEDULING_PENDING),
        ("They asked me to wait", None, EventType.ASKED_TO_WAIT),
        ("It is on hold", "until 12 January", EventType.PROCESS_PAUSED),
        ("Somebody is away", "until the 12th", EventType.RECRUITER_AWAY),
        ("An offer", "by Friday", EventType.OFFER),
        ("They asked for something", "references by Friday", EventType.REQUEST),
        ("A no", None, EventType.REJECTED),
    ],
)
def test_two_taps_or_one_tap_and_a_word(label: str, typed: str | None, kind: EventType) -> None:
    chat = Chat(thanked()).press("news", 1)
    assert "What happened at Acme?" in chat.said
    chat.tap(label)
    if typed:
        assert chat.asked is not None
        chat.say(typed)
    assert [event.type for event in chat.known.events] == [kind]


def thanked() -> Known:
    """Everything is told of the talk."""
    chat = Chat(acme()).say("it was fine, I told them that I want it, they named no date, I promised nothing")
    return replace(chat.known, interviews=tuple(replace(i, passed_over=("enough",)) for i in chat.known.interviews))


def test_what_was_asked_for_is_kept_with_its_day() -> None:
    chat = Chat(thanked()).press("news", 1).tap("They asked for something").say("references by Friday")
    assert (chat.event.what, chat.event.deadline) == ("references", date(2026, 12, 4))


def test_another_offer_is_told_with_two_taps_and_its_day() -> None:
    chat = Chat(thanked()).press("news", 1).tap("Another offer").say("Thursday")
    assert (chat.event.type, chat.event.deadline) == (EventType.COMPETING_OFFER, date(2026, 12, 3))


def test_who_knows_no_day_says_so_with_one_tap() -> None:
    chat = Chat(thanked()).press("news", 1).tap("It is on hold").tap("They didn't say")
    assert (chat.event.type, chat.event.until) == (EventType.PROCESS_PAUSED, None)
    assert chat.asked is None


def test_what_was_written_is_told_with_two_taps() -> None:
    for label, kind in (("A thank-you", ContactKind.THANK_YOU), ("A LinkedIn request", ContactKind.LINKEDIN)):
        chat = Chat(acme()).press("news", 1).tap("I wrote or called").tap(label)
        assert [contact.kind for contact in chat.known.contacts] == [kind]


def test_an_old_menu_says_that_it_is_old() -> None:
    chat = Chat(acme()).press("news", 1)
    menu = dict(chat.buttons)
    chat.tap("They asked me to wait")
    chat.buttons = menu
    chat.tap("They asked me to wait")
    assert len(chat.known.events) == 1
    assert chat.toast


def test_something_else_shows_sentences_that_work() -> None:
    said = Chat(acme()).press("news", 1).tap("Something else…").said
    assert "I missed their call" in said
