"""What was offered last is what a bare answer is about, not a question that stood open before."""

from __future__ import annotations

import pytest

from storage.facts import Known, Person
from tests.in_place import Chat

LIVES = {
    "en": ("just had my interview at Acme, went fine", "they decide by friday", "should I thank them?"),
    "de": (
        "hatte gerade ein Gespräch bei Acme, lief ganz gut",
        "sie entscheiden bis Freitag",
        "soll ich mich bedanken?",
    ),
}


def told(language: str) -> Chat:
    """Three messages: a question about the talk is open, and a thank-you was offered since."""
    chat = Chat(Known(person=Person(id=7, name="Ana", language=language, zone="Europe/London", zone_confirmed=True)))
    for line in LIVES[language]:
        chat.say(line)
    return chat


@pytest.mark.parametrize(
    ("language", "typed"),
    [("en", "no i'll leave it"), ("en", "nah, not needed"), ("de", "nee lass ich"), ("de", "nein, lieber nicht")],
)
def test_a_bare_no_refuses_the_thanks_that_were_offered_last(language: str, typed: str) -> None:
    chat = told(language)
    chat.say(typed)
    talk = chat.known.interviews[0]
    assert talk.thank_you_declined
    assert (talk.interest_said, talk.promise_answer) == (None, None)


@pytest.mark.parametrize(("language", "typed"), [("en", "yes please"), ("de", "ja bitte")])
def test_a_bare_yes_shows_it(language: str, typed: str) -> None:
    chat = told(language)
    chat.say(typed)
    assert (chat.known.person.amending or "").startswith("shown thank_you")
    assert chat.known.interviews[0].interest_said is None
