"""Drafts on request, in three styles, and the Person's own words: shown, checked, kept for their day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.decide.own_words import LONGEST_SENTENCE
from storage.facts import ContactKind, EventType, Interview, Known
from tests.in_place import NOW, Chat, acme, facts, met_gamma, nudged, with_gamma

LETTER = "Hello Dana,\n\nthank you for a good talk about the designer role. I'd love to join Acme.\n\nKind regards\nAna"
QUESTION = "Hello Dana,\n\nis there any news about the decision? I'm still very interested.\n\nKind regards\nAna"


def long_ago(known: Known) -> Known:
    """So long after the talk that a question may be asked."""
    start = NOW - timedelta(days=20)
    past = Interview(id=2, opportunity_id=1, start=start, end=start + timedelta(hours=1))
    return replace(known, interviews=(past,))


def test_a_draft_asked_for_by_name_is_shown_with_all_that_can_be_done_to_it() -> None:
    chat = Chat(acme()).say("write me a thank-you")
    assert "Thank you" in chat.said
    assert list(chat.buttons) == ["Sent it", "Shorter", "Warmer", "My own words"]


@pytest.mark.parametrize(
    "words", ["draft a withdrawal", "help me reply to the offer", "write a thank-you", "write me a no to Acme"]
)
def test_what_is_no_status_question_is_shown_at_any_time(words: str) -> None:
    assert "My own words" in Chat(acme()).say(words).buttons


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("how do I answer their invitation?", "reply_invitation"),
        ("help me reply to the offer", "offer_received"),
        ("draft a withdrawal", "withdrawal"),
        ("write me a thank-you", "thank_you"),
        ("what do I write after the rejection?", "rejection_thanks"),
        ("please draft a note for the documents", "document_sent"),
        ("I need more time for the offer", "more_time"),
    ],
)
def test_each_request_shows_its_draft(words: str, name: str) -> None:
    assert Chat(acme()).say(words).known.person.amending == f"shown {name}"


def test_a_follow_up_inside_their_time_is_shown_at_once_with_its_day_and_the_reason() -> None:
    chat = Chat(acme()).say("I sent the thank-you").say("draft a follow-up")
    assert {"Why?", "My own words", "Sent it"} <= set(chat.buttons)
    assert "Thu 10 Dec" in chat.said.split("/")[0].split("Subject")[0]


def test_a_follow_up_is_shown_once_their_time_is_over() -> None:
    chat = Chat(long_ago(acme())).say("draft a follow-up")
    assert "Sent it" in chat.buttons
    assert chat.tap("Sent it").known.contacts[0].kind is ContactKind.FOLLOW_UP


def test_styles_change_the_message_in_place_and_lead_back() -> None:
    chat = Chat(acme()).say("write me a thank-you")
    plain = chat.said
    chat.tap("Shorter")
    assert chat.edited
    assert len(chat.said) < len(plain)
    assert list(chat.buttons) == ["Sent it", "As it was", "Warmer", "My own words"]
    assert chat.tap("As it was").said == plain.replace("to Acme", "to Acme")


def test_a_style_under_a_draft_that_was_sent_is_finished() -> None:
    chat = Chat(acme()).say("write me a thank-you")
    shorter = chat.buttons["Shorter"]
    chat.tap("Sent it")
    chat.buttons = {"Shorter": shorter}
    assert "done already" in chat.tap("Shorter").toast


def test_own_words_are_checked_and_shown_to_copy() -> None:
    chat = Chat(acme()).say("write me a thank-you").tap("My own words").say(LETTER)
    assert "thank you for a good talk" in chat.said
    assert {"Sent it", "Change it"} <= set(chat.buttons)
    assert chat.tap("Sent it").known.contacts[0].kind is ContactKind.THANK_YOU


def test_own_words_can_be_changed_as_often_as_one_likes() -> None:
    chat = Chat(acme()).say("write me a thank-you").tap("My own words").say("i just wanna say thx!!!")
    assert chat.tap("Change it").say(LETTER).asked is None
    assert "Sent it" in chat.buttons


def test_at_most_five_findings_are_told() -> None:
    awful = "dear acme pls pls pls decide!!! WHY ARE YOU SO SLOW???? i am desperate, recieve my aplication lol " * 3
    chat = Chat(long_ago(acme())).say(f"check this: {awful}")
    assert len(chat.said.split("\n\n")[-1].splitlines()) <= 5


def test_a_text_may_follow_the_request_to_check_it_or_come_after_it() -> None:
    at_once = Chat(acme()).say(f"check this: {LETTER}")
    assert "Change it" in at_once.buttons
    later = Chat(acme()).say("can you check my mail?")
    assert later.asked == "check_text"
    assert "Change it" in later.say(LETTER).buttons


def test_a_letter_of_the_persons_own_is_checked_without_being_asked() -> None:
    chat = Chat(acme()).say(LETTER)
    assert "Change it" in chat.buttons
    assert facts(chat.known) == facts(acme())


def test_a_question_that_comes_too_early_can_be_kept_and_is_handed_over_on_its_day() -> None:
    mail = "Hello Dana,\n\nis there any news about the decision? I'm still very interested.\n\nKind regards\nAna"
    thanked = Chat(acme()).say("I sent the thank-you").known
    chat = Chat(thanked).say(f"check this: {mail}")
    label = next(label for label in chat.buttons if label.startswith("Keep it until"))
    (aside,) = chat.known.parked
    assert aside.handed_at is not None
    (kept,) = chat.tap(label).known.parked
    assert (kept.handed_at, kept.text) == (None, mail)
    chat.buttons = {"again": f"1:own.keep:{kept.id}:0"}
    assert "done already" in chat.tap("again").toast


def test_of_several_employers_it_is_asked_for_which_one() -> None:
    chat = Chat(met_gamma(acme())).say("write me a withdrawal")
    assert "Which one" in chat.said
    assert "My own words" in chat.tap("Gamma").buttons


def test_a_letter_that_names_its_employer_needs_no_question() -> None:
    chat = Chat(met_gamma(acme())).say(f"check this: {LETTER}")
    assert "Change it" in chat.buttons


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("write me a thank-you", (ContactKind.THANK_YOU, None)),
        ("draft a withdrawal", (ContactKind.OTHER, "withdraw")),
        ("help me reply to the offer", (ContactKind.REPLY, None)),
    ],
)
def test_sent_it_in_words_means_the_draft_that_was_shown_last(asked: str, kept: tuple[ContactKind, str | None]) -> None:
    chat = Chat(met_gamma(acme())).say(asked).tap("Gamma").say("sent it")
    (contact,) = chat.known.contacts
    assert ((contact.kind, contact.about), contact.opportunity_id) == (kept, 3)


def test_a_draft_that_was_only_shown_is_nothing_to_take_back() -> None:
    before = Chat(acme()).say("they asked me to be patient").known
    chat = Chat(before).say("write me a thank-you").say("undo")
    assert chat.known.events == before.events


def test_nobody_is_told_of_a_deadline_that_does_not_exist() -> None:
    for words in ("write a mail about the deadline of my other offer", "draft a mail about my deadline"):
        assert "real date" in Chat(acme()).say(words).said
    chat = Chat(met_gamma(acme())).say("I got an offer from Gamma, they want an answer by 9 December")
    assert "How did it go" not in chat.said
    assert "9 Dec" in chat.tap("Tell Acme").said
    assert "My own words" in chat.buttons


def test_the_one_sentence_is_kept_as_it_was_written() -> None:
    chat = Chat(nudged(acme(), "pocket_card")).press("own.sentence", 2)
    chat.say("I'd really like to do this with you.")
    assert chat.known.person.sentence == "I'd really like to do this with you."
    assert chat.asked is None


@pytest.mark.parametrize("words", ["x" * (LONGEST_SENTENCE + 1), "One. Two. Three.", "..."])
def test_what_cannot_be_said_at_the_door_is_asked_again(words: str) -> None:
    chat = Chat(acme()).press("own.sentence", 2).say(words)
    assert chat.known.person.sentence is None
    assert chat.asked == "own_sentence"


def test_after_something_happened_its_draft_is_one_tap_away() -> None:
    chat = Chat(acme()).say("they want my references").tap("Draft the lines for it")
    assert "My own words" in chat.buttons
    assert chat.event.type is EventType.REQUEST


def test_a_forged_button_shows_nothing() -> None:
    for verb in ("style.shorter", "style.shorter=", "style.shorter=nonsense", "own.draft=../x", "show.draft=thank_you"):
        assert Chat(with_gamma(acme())).press(verb, 99).toast


def boxed() -> Chat:
    """Ana writes it now, for its day."""
    chat = Chat(acme()).say("I sent the thank-you").say("may I ask them how it stands?").tap("Write it now, for later")
    assert chat.asked == "parked"
    return chat


@pytest.mark.parametrize("words", ["sent it this morning to Deb", "what do i even say to her", "can i call them?"])
def test_what_is_no_letter_is_not_kept_as_one(words: str) -> None:
    assert boxed().say(words).known.parked == ()


def test_a_question_between_closes_no_box_and_what_was_sent_does() -> None:
    chat = boxed().say("can i call them?")
    assert chat.asked == "parked"
    assert len(chat.say(QUESTION).known.parked) == 1
    assert boxed().say("sent it this morning to Deb").asked != "parked"


def test_a_box_closes_by_itself_after_a_day() -> None:
    assert boxed().later(hours=20).say(QUESTION).known.parked[0].text == QUESTION
    late = boxed().later(hours=30).say(QUESTION)
    assert all(parked.handed_at == parked.at for parked in late.known.parked), "only looked over"


def test_a_question_that_was_asked_meanwhile_does_not_wait_any_more() -> None:
    chat = boxed().say(QUESTION).later(days=1).say("I followed up with them today")
    assert all(parked.handed_at is not None for parked in chat.known.parked)


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("that they build every prototype twice", "that's a good line"),
        ("about 30 people work in Leeds", "as “that …” or “how …”"),
        ("they had layoffs in spring", "I leave it out of the mail"),
    ],
)
def test_what_becomes_of_a_detail_is_said(told: str, line: str) -> None:
    known = acme()
    now = known.interviews[0].end + timedelta(hours=20)
    chat = Chat(known, now).hear("thank_you").say(told)
    assert line in chat.said
