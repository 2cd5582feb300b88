"""With the thank-you the coach asks for one reason of the person's own, once a talk, and puts it in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.coaching.drafts.own_reason import own_reason
from storage.facts import Answer, Known, Mood, Note, NoteKind
from tests.conftest import NOON
from tests.in_place import Chat, at_noon

SINCE_NOON = NOON + timedelta(hours=3)


def told(what: str, language: str = "en") -> Known:
    """Ana, who has told how it went and what they told her."""
    known = at_noon(
        mood=Mood.GREAT,
        interest_said=Answer.YES,
        window_answer=Answer.NO,
        promise_answer=Answer.NO,
        interviewers=("Priya Shah",),
    )
    note = Note(id=10, opportunity_id=1, kind=NoteKind.DETAIL, text=what, at=NOON, interview_id=2)
    return replace(known, notes=(note,), person=replace(known.person, language=language))


def shown(what: str = "how they onboard people") -> Chat:
    """She has asked for the thank-you."""
    return Chat(told(what), SINCE_NOON).say("write the thank-you to Acme")


def test_below_the_thank_you_one_reason_is_asked_for_and_put_in() -> None:
    chat = shown()
    assert "Why did “how they onboard people” stay with you?" in chat.said
    chat.say("because at my last job I did it once and paid for it")
    assert "how you onboard people, because at my last job I did it once and paid for it." in chat.said
    assert "stay with you?" not in chat.said


def test_it_is_in_the_next_version_too_and_asked_for_once() -> None:
    chat = shown().say("I learned it the hard way").say("shorter")
    assert "because I learned it the hard way." in chat.said
    assert "stay with you?" not in shown().say("shorter").said


def test_it_may_be_skipped_by_button_or_word_or_silence() -> None:
    by_button = shown().press("pass.because", 2)
    assert by_button.said.startswith("All right.")
    assert ", because" not in shown().say("skip").say("write the thank-you to Acme").said
    assert shown().say("sent it").known.contacts[-1].kind == "thank_you"


def test_what_is_not_for_them_stays_out_of_the_letter() -> None:
    chat = shown().say("because my old boss was an idiot")
    assert "idiot" not in chat.said
    assert chat.known.notes[0].answer is None


@pytest.mark.parametrize("words", ["perfect, thank you so much", "looks good", "i'll send it tonight"])
def test_what_is_said_of_the_letter_is_no_reason(words: str) -> None:
    chat = shown().say(words)
    assert chat.known.notes[0].answer is None
    assert chat.said.startswith("All right.")


@pytest.mark.parametrize("what", ["the dog in the office", "they work in shifts"])
def test_of_a_comfort_or_a_condition_nobody_asks_why(what: str) -> None:
    assert "stay with you?" not in shown(what).said


def test_it_is_asked_for_under_the_thank_you_that_comes_of_itself() -> None:
    chat = Chat(told("how they onboard people"), SINCE_NOON).hear("thank_you")
    assert "stay with you?" in chat.said
    chat.say("because we never managed it")
    assert "how you onboard people, because we never managed it." in chat.said


def test_in_german_a_reason_goes_on_or_is_a_sentence_of_its_own() -> None:
    chat = Chat(told("wie sie neue Leute einarbeiten", "de"), SINCE_NOON).say("schreib mir die Dankesmail an Acme")
    assert "Warum ist dir „wie sie neue Leute einarbeiten“ im Kopf geblieben?" in chat.said
    chat.say("Das habe ich selbst schon einmal aufgebaut.")
    assert "wie Sie neue Leute einarbeiten. Das habe ich selbst schon einmal aufgebaut." in chat.said


@pytest.mark.parametrize(
    ("said", "language", "stands", "goes_on"),
    [
        ("Because I did it once.", "en", "I did it once", True),
        ("At my last job we had none", "en", "at my last job we had none", True),
        ("Nurses like me need it, and I know why", "en", None, False),
        ("thanks, that's great, I like it", "en", None, False),
        ("danke, das hilft mir sehr", "de", None, False),
        ("weil ich das schon einmal gemacht habe", "de", "weil ich das schon einmal gemacht habe", True),
        ("weil ich hab das mal gemacht", "de", "Ich habe das mal gemacht.", False),
        ("my last job", "en", None, False),
        ("same mess at home", "en", None, False),
        ("I'll send it tonight", "en", None, False),
        ("ich schicke sie nachher", "de", None, False),
        ("because I was so bored before?", "en", None, False),
    ],
)
def test_a_reason_is_a_sentence_and_fit_for_them(said: str, language: str, stands: str | None, goes_on: bool) -> None:
    found = own_reason(said, language)
    assert (found.text if found else None) == stands
    assert found is None or found.goes_on is goes_on
