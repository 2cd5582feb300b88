"""Offers, ends, and what comes after them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.hear.verbs import VERBS
from storage.facts import ContactKind, EventType, Interview, Known, NoteKind
from tests.in_place import NOW, Chat, acme, facts, met_gamma, with_gamma


def notes(known: Known) -> list[tuple[NoteKind, str]]:
    return [(note.kind, note.text) for note in known.notes]


# Offers


def test_after_an_offer_its_day_is_asked_for_and_drafts_are_at_hand() -> None:
    chat = Chat(acme()).say("they made me an offer")
    assert "By when would Acme like your answer?" in chat.said
    assert {"Draft a thank-you", "They didn't say"} <= set(chat.buttons)
    chat.say("by Friday")
    assert chat.event.deadline == date(2026, 12, 4)
    assert "Fri 4 Dec" in chat.said
    assert {"Draft a thank-you", "Ask for more time"} <= set(chat.buttons)


def test_who_was_given_no_day_for_an_offer_says_so() -> None:
    for answer in ("no idea", "skip"):
        chat = Chat(acme()).say("they made me an offer").say(answer)
        assert (chat.event.deadline, chat.asked) == (None, None), answer
    chat = Chat(acme()).say("they made me an offer").tap("They didn't say")
    assert (chat.event.deadline, chat.asked) == (None, None)


def test_a_day_told_later_belongs_to_the_offer_that_is_known() -> None:
    chat = Chat(acme()).say("they made me an offer").tap("They didn't say").say("they gave me until Friday to decide")
    assert [(event.type, event.deadline) for event in chat.known.events] == [(EventType.OFFER, date(2026, 12, 4))]


def test_others_who_wait_may_be_told_of_the_day_once() -> None:
    chat = Chat(met_gamma(acme())).say("Acme made me an offer").say("by Friday")
    assert "you must decide by Fri 4 Dec" in chat.said
    chat.tap("Tell Gamma")
    assert (chat.event.type, chat.event.opportunity_id) == (EventType.COMPETING_OFFER, 3)
    assert "My own words" in chat.buttons
    before = chat.known
    assert len(chat.press("others.tell", 3, 0).known.events) == len(before.events)


def test_nobody_is_told_who_has_not_met_the_person() -> None:
    chat = Chat(with_gamma(acme(), closed=False)).say("Acme made me an offer").say("by Friday")
    assert "Tell Gamma" not in chat.buttons


def test_a_spoken_offer_on_paper_is_an_offer_with_a_day_to_come() -> None:
    chat = Chat(acme()).say("they offered it on the phone").press("paper.yes", 1)
    assert [event.type for event in chat.known.events] == [EventType.VERBAL_OFFER, EventType.OFFER]
    assert chat.asked == "deadline"
    assert chat.press("paper.yes", 1).toast


def test_a_spoken_offer_without_paper_is_no_offer_yet() -> None:
    chat = Chat(acme()).say("they offered it on the phone").press("paper.no", 1)
    assert len(chat.known.events) == 1
    assert "keep looking" in chat.said


# A no


def test_after_a_no_nothing_has_to_be_done_today_and_nothing_is_asked() -> None:
    chat = Chat(acme()).say("they rejected me")
    assert "nothing you must do today" in chat.said
    assert "Thu 3 Dec" in chat.said
    assert "Show me the note" in chat.buttons
    assert chat.asked is None
    assert chat.known.opportunities[0].closed_at is None


def test_the_thanks_are_shown_sent_and_then_one_line_of_what_was_learned_is_asked_for() -> None:
    chat = Chat(acme()).say("they rejected me").tap("Show me the note").tap("Sent it")
    assert chat.known.opportunities[0].closed_at == NOW
    assert "What did you learn from this one?" in chat.said
    assert "Connect on LinkedIn" in chat.buttons
    chat.say("Ask about the team earlier.")
    assert notes(chat.known) == [(NoteKind.LEARNED, "Ask about the team earlier.")]


@pytest.mark.parametrize("words", ["skip", "nothing really", "no", "Skip"])
def test_what_was_learned_need_not_be_said(words: str) -> None:
    chat = Chat(acme()).say("they rejected me").say("let it rest")
    assert chat.asked == "learned"
    chat = chat.tap("Skip") if words == "Skip" else chat.say(words)
    assert (chat.known.notes, chat.asked) == ((), None)


def test_closing_is_taken_back_with_a_word() -> None:
    chat = Chat(acme()).say("they rejected me").say("let it rest").say("undo")
    assert chat.known.opportunities[0].closed_at is None
    assert chat.event.type is EventType.REJECTED


def test_an_undone_no_puts_the_next_interview_back() -> None:
    ahead = Interview(id=4, opportunity_id=1, start=NOW + timedelta(days=3), end=NOW + timedelta(days=3, hours=1))
    known = replace(acme(), interviews=(*acme().interviews, ahead))
    chat = Chat(known).say("they rejected me")
    assert chat.known.interviews[-1].cancelled
    chat.say("undo")
    assert chat.known.events == ()
    assert not chat.known.interviews[-1].cancelled


def rejected() -> Known:
    """Acme has said no, and is closed; Gamma is still open."""
    return Chat(with_gamma(acme(), closed=False)).say("Acme rejected me").press("close", 1).say("skip").known


def test_feedback_is_kept_word_for_word() -> None:
    asked = replace(rejected(), person=replace(rejected().person, asking="feedback", asking_about=1))
    chat = Chat(asked).say("“Too few numbers, good energy.”")
    assert notes(chat.known) == [(NoteKind.FEEDBACK, "“Too few numbers, good energy.”")]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("feedback: answers too long", "answers too long"),
        ("their feedback was that I seemed nervous", "that I seemed nervous"),
    ],
)
def test_feedback_is_heard_at_any_time_and_kept_with_the_one_who_said_no(words: str, kept: str) -> None:
    (note,) = Chat(rejected()).say(words).known.notes
    assert (note.opportunity_id, note.kind, note.text) == (1, NoteKind.FEEDBACK, kept)


@pytest.mark.parametrize(
    "words",
    ["should I ask for feedback?", "I asked them for feedback", "they will send feedback by Friday", "I want feedback"],
)
def test_what_is_no_feedback_is_not_kept_as_such(words: str) -> None:
    assert NoteKind.FEEDBACK not in {kind for kind, _ in notes(Chat(acme()).say(words).known)}


def test_no_feedback_is_no_verdict() -> None:
    assert "not a verdict" in Chat(acme()).press("feedback.none", 1).said


def test_linkedin_after_the_no_is_counted_once() -> None:
    chat = Chat(acme()).say("they rejected me").tap("Show me the note").tap("Sent it")
    chat.tap("Connect on LinkedIn").tap("Sent it")
    assert [contact.kind for contact in chat.known.contacts] == [ContactKind.REPLY, ContactKind.LINKEDIN]
    assert chat.tap("Sent it").toast


# Other ends


def test_silence_is_closed_with_dignity_and_only_by_the_person() -> None:
    chat = Chat(acme()).say("the recruiter ghosted me")
    assert chat.known.opportunities[0].closed_at is None
    assert "learn" not in chat.said
    chat.say("close it")
    assert "head up" in chat.said
    assert "What did you learn" in chat.said


def test_who_leaves_gets_the_goodbye_drafted() -> None:
    chat = Chat(acme()).say("I withdrew").tap("Draft the goodbye")
    assert "My own words" in chat.buttons
    assert chat.tap("Sent it").known.contacts[0].about == "withdraw"
    assert chat.known.opportunities[0].closed_at == NOW


def test_a_job_that_is_taken_is_worth_a_line_too() -> None:
    chat = Chat(acme()).say("I accepted their offer")
    assert "Congratulations" in chat.said
    assert "What did you learn" in chat.said
    chat.say("undo")
    assert (chat.known.events, chat.asked) == ((), None)


def test_a_job_elsewhere_leaves_every_process_and_one_undo_takes_all_back() -> None:
    before = with_gamma(acme(), closed=False)
    chat = Chat(before).say("I took another job")
    assert [(event.opportunity_id, event.type) for event in chat.known.events] == [
        (1, EventType.ACCEPTED_OTHER_OFFER),
        (3, EventType.ACCEPTED_OTHER_OFFER),
    ]
    assert facts(chat.say("undo").known) == facts(before)


def test_a_position_that_is_gone_is_a_no_about_nobody() -> None:
    chat = Chat(acme()).say("they cancelled the position")
    assert chat.event.type is EventType.REJECTED
    assert "nothing to do with you" in chat.said


def test_i_said_no_is_about_their_offer() -> None:
    offered = Chat(acme()).say("they made me an offer").tap("They didn't say").known
    assert Chat(offered).say("I said no").event.type is EventType.DECLINED


def test_an_employer_that_was_closed_is_found_and_opened_and_closed_again_at_the_same_moment() -> None:
    before = with_gamma(acme())
    chat = Chat(before).say("Gamma came back to me")
    assert chat.known.opportunities[1].closed_at is None
    assert chat.event.type is EventType.REOPENED
    assert chat.say("undo").known.opportunities[1].closed_at == before.opportunities[1].closed_at


# A sign of life


def test_a_sign_of_life_needs_something_to_say() -> None:
    chat = Chat(with_gamma(acme())).press("touch.draft", 3)
    assert "What is new" in chat.said
    assert "nothing to send" in Chat(chat.known).say("nothing").said
    chat.say("I finished the course we talked about")
    assert "finished the course" in chat.said
    assert chat.asked is None
    chat.tap("Sent it")
    assert chat.known.contacts[0].about == "keep_in_touch"


def test_a_sign_of_life_is_sent_once() -> None:
    chat = Chat(with_gamma(acme())).press("touch.draft", 3).say("I finished the course we talked about")
    sent = chat.buttons["Sent it"]
    chat.tap("Sent it")
    chat.buttons = {"again": sent}
    assert chat.tap("again").toast
    assert len(chat.known.contacts) == 1


def test_a_sign_of_life_can_be_left_out() -> None:
    assert "nothing to send" in Chat(with_gamma(acme())).press("touch.rest", 3).said


def test_all_buttons_are_harmless_in_any_hand() -> None:
    for verb in VERBS:
        for row in (0, 1, 2, 3, 5, 18, 99):
            for version in (0, 7):
                Chat(met_gamma(acme())).press(verb, row, version)
