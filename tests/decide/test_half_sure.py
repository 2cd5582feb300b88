"""What a listener only half believes is asked, with at most three readings as buttons, and never kept unasked."""

from dataclasses import replace
from datetime import date

import pytest

from bot.hear.act import By
from bot.hear.fold import fold
from bot.hear.listened import Candidate, Listened, Stretch
from bot.respond import respond
from bot.turn import Message
from storage.facts import EventType, OpenKind
from tests.in_place import NOW, Chat, acme, text

WORDS = "the paper from acme is lying on my table now"
PRESSES_IN_ALL = 3


def heard(words: str, **sure: float) -> Chat:
    """After a text of which the rules understand nothing and a listener believes so much."""
    at = Stretch(start=0, end=len(words))
    candidates = tuple(Candidate(name=name, at=at, sure=score) for name, score in sure.items())
    listened = Listened(by=By.HEADS, text=fold(words), candidates=candidates, scores=sure)
    turn = respond(replace(text(words), listened=listened), acme(), NOW)
    assert turn.known is not None
    chat = Chat(turn.known)
    chat._show([said for said in turn.say if isinstance(said, Message)])
    return chat


def test_the_likeliest_stands_in_front() -> None:
    chat = heard(WORDS, offer=0.6, rejected=0.4, nothing_heard=0.05)
    assert list(chat.buttons)[:2] == ["An offer", "A no"]
    assert len(chat.buttons) == PRESSES_IN_ALL
    assert chat.known.events == ()
    assert [point.kind for point in chat.known.open_points] == [OpenKind.NOTE]


def test_what_is_chosen_is_kept() -> None:
    chat = heard(WORDS, offer=0.6).tap("An offer")
    assert chat.event.type is EventType.OFFER
    assert chat.known.open_points == ()


def test_what_its_words_tell_goes_with_it() -> None:
    chat = heard("paper stuff with them maybe around 18 december", window=0.5).tap("When they answer")
    assert chat.interview.window_latest == date(2026, 12, 18)


@pytest.mark.parametrize("sure", [{}, {"offer": 0.1}, {"danger": 0.5}, {"interview": 0.5}])
def test_without_a_likely_reading_it_is_asked_as_ever(sure: dict[str, float]) -> None:
    chat = heard(WORDS, **sure)
    assert list(chat.buttons) == ["The interview", "News from them", "What to do now"]
