"""What people say in the middle of a conversation. Today is Monday, 7 December 2026, unless another scene is named."""

from dataclasses import replace
from datetime import date

import pytest

from bot.hear.act import By
from bot.hear.fold import fold
from bot.hear.listen import listen
from bot.hear.listened import Candidate, Listened, Stretch
from tests.hear.heard import act, moment, names, slots


@pytest.mark.parametrize(
    ("text", "language"),
    [("no thank you mail for them", "en"), ("kein dankesmail bitte", "de"), ("keine dankesmail", "de")],
)
def test_a_thank_you_that_is_not_wanted(text: str, language: str) -> None:
    assert slots("wont", text, "waiting", language)["what"] == "thank_you"


def test_one_that_has_not_gone_out_yet_may_still_be_wanted() -> None:
    assert "wont" not in names("no thank you mail sent so far", "waiting")


@pytest.mark.parametrize(
    ("text", "language", "to"),
    [
        ("ok do the acme one, to Mrs Okonjo the head of english", "en", "Mrs Okonjo"),
        ("ok then a note for Maria to pass on", "en", "Maria"),
        ("ok do Priyas first", "en", "Priya"),
        ("eine mail an Frau Kunz bitte", "de", "Frau Kunz"),
    ],
)
def test_a_letter_ordered_by_whom_it_is_for(text: str, language: str, to: str) -> None:
    assert slots("ask_draft", text, "waiting", language)["to"] == to
    assert "met" not in names(text, "waiting", language)


@pytest.mark.parametrize("text", ["I left a note for Maria", "she has a note for Maria"])
def test_a_letter_that_is_there_is_not_ordered(text: str) -> None:
    assert "ask_draft" not in names(text, "waiting")


def test_what_was_sent_on_a_day_was_sent_on_that_day() -> None:
    owed = replace(moment("waiting").employers[0], promises=("portfolio",))
    told = slots("kept", "sent tom the portfolio on friday btw", "waiting", employers=(owed,))
    assert told.get("day") == date(2026, 12, 4)


@pytest.mark.parametrize(
    ("text", "language"),
    [("acme said nothing before the 4th", "en"), ("acme hat bis freitag nichts gesagt", "de")],
)
def test_a_day_that_they_let_pass(text: str, language: str) -> None:
    assert names(text, "waiting", language) == {"nothing_heard"}


def test_a_known_offer_told_again_is_answered() -> None:
    assert names("i got an offer from Acme", "offer") == {"offer"}


def test_whoever_thanks_the_person_does_not_thank_the_coach() -> None:
    assert "thanks" not in names("the recruiter Denise emailed me to say thanks", "waiting")


@pytest.mark.parametrize(
    ("text", "language"),
    [("its my first ever interview, i have no idea what the rules are", "en"), ("keine ahnung wie das läuft", "de")],
)
def test_somebody_who_does_not_know_how_it_goes_asks_what_to_do(text: str, language: str) -> None:
    assert "ask_next" in names(text, "waiting", language)


def _beside(text: str, candidate: str, **scores: float) -> dict[str, dict[str, object]]:
    """What is heard with a listener that believes so of the whole text."""
    whole = Candidate(name=candidate, at=Stretch(start=0, end=len(text)), sure=0.99)
    listened = Listened(by=By.HEADS, text=fold(text), candidates=(whole,), scores=scores)
    return {one.name: dict(one.slots) for one in listen(text, moment("waiting", listened=listened)).acts}


def test_a_day_for_their_answer_stands_where_a_listener_takes_it_for_a_new_one() -> None:
    text = "they want to decide by the 18th"
    assert _beside(text, "away", window=0.0, window_moved=0.3)["window_moved"]["latest"] == date(2026, 12, 18)


def test_an_answer_that_they_promise_is_no_thing_that_they_owe() -> None:
    text = "she said she'll try to get me an answer before christmas"
    heard = _beside(text, "they_promised", window=0.0, they_promised=0.98)
    assert "they_promised" not in heard
    assert heard["window"]["latest"] == date(2026, 12, 24)


def test_a_mood_is_no_question_about_a_further_message() -> None:
    text = "how do i stop feeling like crap about it, got another one on thursday 10am at Crestline"
    assert act("interview", text, "after_no").get("about") == "Crestline"
