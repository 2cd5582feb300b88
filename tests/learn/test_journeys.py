"""A journey that is still ahead moves no clock; whoever has arrived lives by the clock there."""

from __future__ import annotations

import pytest

from tests.in_place import Chat, acme


@pytest.mark.parametrize(
    "words", ["I'll be in Boston from Saturday", "flying to Tokyo on friday for 2 weeks, my clock will be japan then"]
)
def test_until_then_the_clock_stays(words: str) -> None:
    chat = Chat(acme()).say(words)
    assert chat.known.person.zone == "Europe/London"
    assert "clock of today" in chat.said


@pytest.mark.parametrize(
    "words",
    [
        "I'm in Boston now",
        "I'm in Boston until Saturday",
        "I live in Boston",
        "I'm in Boston and have an interview with Orrin on friday",
    ],
)
def test_whoever_is_there_lives_by_that_clock(words: str) -> None:
    assert Chat(acme()).say(words).known.person.zone == "America/New_York"


def test_an_interview_told_beside_a_journey_is_on_the_clock_of_today() -> None:
    chat = Chat(acme()).say("I'll be in Boston from Saturday. Interview with Orrin tomorrow at 3pm")
    assert chat.known.interviews[-1].start.hour == 15
