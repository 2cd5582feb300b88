"""Offers, ends and what comes after them; and whether they keep the dates they name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.dialogue.word_from_them import record
from storage.facts import (
    ContactKind,
    Event,
    EventType,
    Interview,
    Known,
    NoteKind,
    Promise,
    Side,
)
from tests.in_place import NOW, Chat, acme, facts, met_gamma, put_in_place, with_gamma


@pytest.fixture(autouse=True)
def everything_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    put_in_place(monkeypatch)


def notes(known: Known) -> list[tuple[NoteKind, str]]:
    return [(note.kind, note.text) for note in known.notes]


# Offers


def test_after_an_offer_its_day_is_asked_for_and_drafts_are_at_hand() -> None:
    chat = Chat(acme()).say("they made me an offer")
    assert "By when would Acme like your answer?" in chat.said
    assert {"Draft a thank-you", "Ask for more time", "They didn't say"} <= set(chat.buttons)
    chat.say("by Friday")
    assert chat.event.deadline == date(2026, 12, 4)
    assert "Fri 4 Dec" in chat.said


def test_who_was_given_no_day_for_an_offer_says_so() -> None:
    for answer in ("they didn't say", "no idea"):
        chat = Chat(acme()).say("they made me an offer").say(answer)
        assert (chat.event.deadline, chat.known.person.asking) == (None, None)
    chat = Chat(acme()).say("they made me an offer").tap("They didn't say")
    assert chat.known.person.asking is None


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
    known = Chat(acme()).say("they offered it on the phone").known
    chat = Chat(known).press("paper.yes", 1)
    assert [event.type for event in chat.known.events] == [EventType.VERBAL_OFFER, EventType.OFFER]
    assert chat.known.person.asking == "offer_deadline"
    assert chat.press("paper.yes", 1).toast


def test_a_spoken_offer_without_paper_is_no_offer_yet() -> None:
    known = Chat(acme()).say("they offered it on the phone").known
    chat = Chat(known).press("paper.no", 1)
    assert len(chat.known.events) == 1
    assert "keep looking" in chat.said


# A no


def test_after_a_no_nothing_has_to_be_done_today() -> None:
    chat = Chat(acme()).say("they rejected me")
    assert list(chat.buttons) == ["Tomorrow", "Show me the note now", "Let it rest"]
    assert "Nothing has to be answered tonight" in chat.tap("Tomorrow").said
    assert chat.known.opportunities[0].closed_at is None


def test_the_thanks_are_shown_sent_and_then_one_line_of_what_was_learned_is_asked_for() -> None:
    chat = Chat(acme()).say("they rejected me").tap("Show me the note now").tap("Sent it")
    assert chat.known.opportunities[0].closed_at == NOW
    assert "What did you learn from this one?" in chat.said
    assert "Connect on LinkedIn" in chat.buttons
    chat.say("Ask about the team earlier.")
    assert notes(chat.known) == [(NoteKind.LEARNED, "Ask about the team earlier.")]


@pytest.mark.parametrize("words", ["skip", "nothing really", "no"])
def test_what_was_learned_need_not_be_said(words: str) -> None:
    chat = Chat(acme()).say("they rejected me").tap("Let it rest").say(words)
    assert (chat.known.notes, chat.known.person.asking) == ((), None)
    tapped = Chat(acme()).say("they rejected me").tap("Let it rest").tap("Skip")
    assert (tapped.known.notes, tapped.known.person.asking) == ((), None)


def test_closing_is_taken_back_with_one_tap_or_a_word() -> None:
    for back in ("tap", "say"):
        chat = Chat(acme()).say("they rejected me").tap("Let it rest")
        chat = chat.tap("Undo") if back == "tap" else chat.press("skip.learned", 1).say("undo")
        assert chat.known.opportunities[0].closed_at is None


def test_an_undone_no_puts_the_next_interview_back() -> None:
    ahead = Interview(id=4, opportunity_id=1, start=NOW + timedelta(days=3), end=NOW + timedelta(days=3, hours=1))
    known = replace(acme(), interviews=(*acme().interviews, ahead))
    chat = Chat(known).say("they rejected me")
    assert chat.known.interviews[-1].cancelled
    chat.say("undo")
    assert chat.known.events == ()
    assert not chat.known.interviews[-1].cancelled


def test_feedback_is_kept_word_for_word() -> None:
    closed = Chat(acme()).say("they rejected me").tap("Let it rest").tap("Skip").known
    asked = replace(closed, person=replace(closed.person, asking="feedback", asking_about=1))
    chat = Chat(asked).say("“Too few numbers, good energy.”")
    assert notes(chat.known) == [(NoteKind.FEEDBACK, "“Too few numbers, good energy.”")]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("feedback: answers too long", "answers too long"),
        (
            "they said that I should use more examples, nice feedback",
            "they said that I should use more examples, nice feedback",
        ),
        ("their feedback was that I seemed nervous", "their feedback was that I seemed nervous"),
    ],
)
def test_feedback_is_heard_at_any_time_and_kept_with_the_one_who_said_no(words: str, kept: str) -> None:
    known = Chat(with_gamma(acme(), closed=False)).say("Acme rejected me").tap("Let it rest").tap("Skip").known
    (note,) = Chat(known).say(words).known.notes
    assert (note.opportunity_id, note.kind, note.text) == (1, NoteKind.FEEDBACK, kept)


@pytest.mark.parametrize(
    "words",
    ["should I ask for feedback?", "I asked them for feedback", "they will send feedback by Friday", "I want feedback"],
)
def test_what_is_no_feedback_is_not_kept(words: str) -> None:
    assert Chat(acme()).say(words).known.notes == ()


def test_no_feedback_is_no_verdict() -> None:
    chat = Chat(acme()).press("feedback.none", 1)
    assert "not a verdict" in chat.said
    assert "not a verdict" in Chat(acme()).say("they gave no feedback").said


def test_linkedin_after_the_no_is_counted_once() -> None:
    chat = Chat(acme()).say("they rejected me").tap("Show me the note now").tap("Sent it")
    chat.tap("Connect on LinkedIn").tap("Sent it")
    assert [contact.kind for contact in chat.known.contacts] == [ContactKind.REPLY, ContactKind.LINKEDIN]
    assert chat.tap("Sent it").toast


# Other ends


def test_silence_is_closed_with_dignity_and_only_by_the_person() -> None:
    chat = Chat(acme()).say("the recruiter ghosted me")
    assert chat.known.opportunities[0].closed_at is None
    assert "learn" not in chat.said
    chat.tap("Close it")
    assert "head up" in chat.said
    assert "What did you learn" in chat.said


def test_who_leaves_gets_the_goodbye_drafted() -> None:
    chat = Chat(acme()).say("I withdraw").tap("Draft the goodbye")
    assert "My own words" in chat.buttons
    assert chat.tap("Sent it").known.contacts[0].about == "withdraw"
    assert chat.known.opportunities[0].closed_at == NOW


def test_a_job_that_is_taken_is_worth_a_line_too() -> None:
    chat = Chat(acme()).say("I accepted their offer")
    assert "What did you learn" in chat.said
    chat.tap("Undo")
    assert (chat.known.events, chat.known.person.asking) == ((), None)


def test_a_position_that_is_gone_is_a_no_about_nobody() -> None:
    chat = Chat(acme()).say("they cancelled the position")
    assert chat.event.type is EventType.REJECTED
    assert "nothing to do with you" in chat.said


def test_i_said_no_is_about_their_offer_when_there_is_one() -> None:
    offered = Chat(acme()).say("they made me an offer").tap("They didn't say").known
    assert Chat(offered).say("I said no").event.type is EventType.DECLINED
    chat = Chat(acme()).say("I said no")
    assert facts(chat.known) == facts(acme())
    assert list(chat.buttons) == ["Their offer", "I'm out, and they know", "They said no to me"]
    assert chat.tap("Their offer").event.type is EventType.DECLINED


def test_i_start_on_monday_is_here_or_elsewhere() -> None:
    chat = Chat(with_gamma(acme(), closed=False)).say("I start on Monday")
    assert chat.known.events == ()
    assert chat.tap("Gamma").event.type is EventType.ACCEPTED
    chat = Chat(with_gamma(acme(), closed=False)).say("I start on Monday").tap("Somewhere else")
    assert {event.type for event in chat.known.events} == {EventType.ACCEPTED_OTHER_OFFER}
    offered = Chat(acme()).say("they made me an offer").tap("They didn't say").known
    assert Chat(offered).say("I start on Monday").event.type is EventType.ACCEPTED


def test_somebody_who_left_decides_nothing() -> None:
    chat = Chat(acme()).say("HR left the company")
    assert facts(chat.known) == facts(acme())
    assert "whoever took over" in chat.said


# A sign of life


def test_a_sign_of_life_needs_something_to_say() -> None:
    chat = Chat(with_gamma(acme())).press("touch.draft", 3)
    assert "What is new" in chat.said
    assert "nothing to send" in Chat(chat.known).say("nothing").said
    chat.say("I finished the course we talked about")
    assert "finished the course" in chat.said
    chat.tap("Sent it")
    assert chat.known.contacts[0].about == "keep_in_touch"
    assert chat.tap("Sent it").toast


def test_a_sign_of_life_can_be_left_out() -> None:
    assert "nothing to send" in Chat(with_gamma(acme())).press("touch.rest", 3).said


# Word from them


def test_word_from_them_leads_to_what_they_said() -> None:
    assert "What did Acme say?" in Chat(acme()).press("word.yes", 1).said
    assert "Which one" in Chat(met_gamma(acme())).press("word.yes").said


def test_no_word_is_answered_with_the_day_that_is_known() -> None:
    chat = Chat(acme()).press("word.no", 1)
    assert "you may ask Acme from" in chat.said
    assert facts(chat.known) == facts(acme())
    assert "nothing is decided yet" in Chat(met_gamma(acme())).press("word.none").said


def promised() -> Known:
    theirs = Promise(id=5, opportunity_id=1, what="contract", due=date(2026, 12, 1), side=Side.THEIRS, made_at=NOW)
    return replace(acme(), promises=(theirs,))


def test_a_promise_of_theirs_was_kept_or_broken_and_may_be_kept_late() -> None:
    kept = Chat(promised()).press("theirs.kept", 5)
    assert kept.known.promises[0].done_at == NOW
    assert kept.press("theirs.broken", 5).toast
    broken = Chat(promised()).press("theirs.broken", 5)
    assert broken.known.promises[0].broken
    assert broken.press("theirs.kept", 5).known.promises[0].done_at == NOW


def test_how_they_keep_their_dates_is_counted() -> None:
    today = date(2026, 12, 20)
    known = promised()
    assert record(known, known.opportunities[0], NOW.date()) == (0, 0)
    kept = Chat(known).press("theirs.kept", 5).known
    assert record(kept, kept.opportunities[0], today) == (1, 1)
    named = Chat(kept).say("they said by Friday").known
    assert record(named, named.opportunities[0], NOW.date()) == (1, 1)
    assert record(named, named.opportunities[0], today) == (1, 2)
    wrote = Event(id=90, opportunity_id=1, type=EventType.INVITATION, at=datetime(2026, 12, 4, 9, tzinfo=UTC))
    answered = replace(named, events=(*named.events, wrote))
    assert record(answered, answered.opportunities[0], today) == (2, 2)


def test_status_tells_it_in_one_line_when_there_is_something_to_tell() -> None:
    assert "They kept" not in Chat(acme()).say("/status").said
    assert "They kept 0 of 1 date." in Chat(promised()).press("theirs.broken", 5).say("/status").said


def test_all_buttons_are_harmless_in_any_hand() -> None:
    from bot.dialogue import coach, happenings

    for verb in (*coach.VERBS, *happenings.VERBS):
        for row in (0, 1, 2, 3, 5, 18, 99):
            for version in (0, 7):
                Chat(met_gamma(promised())).press(verb, row, version)
