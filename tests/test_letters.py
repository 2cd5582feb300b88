"""A letter from an employer that was pasted: what it says is kept, and said first."""

from __future__ import annotations

from datetime import date

from storage.facts import EventType
from tests.in_place import Chat, acme, facts, with_gamma

NO = """Dear Ana,

Thank you for taking the time to interview with us for the designer role. We enjoyed meeting you.
Unfortunately, we have decided to move forward with another candidate whose experience is a closer match.
We wish you all the best, and we will be in touch about the next steps for your expenses.

Kind regards
Dana, Acme"""
INVITATION = """Hi Ana,

thanks for coming in last week. The team would like to meet you again, and we'd love to schedule a second interview.
Could you let me know when you are free?

Best
Dana"""
OFFER = """Dear Ana,

we are delighted to offer you the position of designer at Acme. Please find the contract attached.
We would be grateful for your answer by Friday 11 December.

Kind regards
Dana"""
DELAY = """Hello Ana,

thank you for your patience. We are still interviewing and expect to come back to you by 18 December.

Best wishes
Dana"""
BOTH = """Dear Ana,

unfortunately we decided to go with another candidate for the designer role.
However, we would like to invite you to an interview for another position in our team.

Kind regards
Dana"""


def test_a_pasted_letter_is_read_for_what_it_says() -> None:
    assert Chat(acme()).say(NO).event.type is EventType.REJECTED
    assert Chat(acme()).say(INVITATION).event.type is EventType.INVITATION
    offer = Chat(acme()).say(OFFER).event
    assert (offer.type, offer.deadline) == (EventType.OFFER, date(2026, 12, 11))
    delay = Chat(acme()).say(DELAY).event
    assert (delay.type, delay.latest) == (EventType.WINDOW_EXTENDED, date(2026, 12, 18))


def test_what_was_understood_names_the_employer_and_is_undone_with_a_word() -> None:
    chat = Chat(acme()).say(NO)
    assert "Acme" in chat.said
    assert "Not right" in chat.buttons
    assert facts(chat.say("undo").known) == facts(acme())


def test_after_an_offer_nobody_is_asked_how_the_talk_went() -> None:
    for letter in (OFFER, INVITATION):
        assert "How did it go" not in Chat(acme()).say(letter).said


def test_a_letter_from_one_of_several_is_kept_once_it_is_known_whose_it_is() -> None:
    chat = Chat(with_gamma(acme(), closed=False)).say(INVITATION)
    assert set(chat.buttons) == {"Acme", "Gamma", "Another one"}
    assert chat.known.events == ()
    assert chat.tap("Gamma").event.opportunity_id == 3
    assert Chat(with_gamma(acme(), closed=False)).say(NO).event.opportunity_id == 1
