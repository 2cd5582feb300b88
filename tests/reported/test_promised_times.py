"""Whatever time the coach names is when it speaks: kinds of faults that others reported."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from tests.reported.life import Life


def said_at(life: Life, after: int) -> list[str]:
    """The moments of the nudges since, on Ana's clock."""
    return [f"{at.astimezone(life.zone):%a %d %b, %H:%M}" for at, _ in life.nudges[after:]]


def promised(life: Life) -> str:
    found = re.search(r"again (\w{3} \d+ \w{3}, \d\d:\d\d)", life.text)
    assert found, life.text
    return re.sub(r" (\d) ", r" 0\1 ", found[1])


@pytest.mark.parametrize(
    ("talk", "asked", "words", "expected"),
    [
        ("2026-10-21T18:00", "2026-10-21T19:50", "in 45 minutes", "Wed 21 Oct, 20:35"),
        ("2026-10-21T18:00", "2026-10-21T18:36", "in 5 minutes", "Wed 21 Oct, 18:41"),
        ("2026-10-21T14:00", "2026-10-21T15:00", "at 6pm", "Wed 21 Oct, 18:00"),
        ("2026-10-21T14:00", "2026-10-21T15:00", "tonight", "Wed 21 Oct, 20:00"),
        ("2026-10-21T14:00", "2026-10-21T15:00", "at 8:55pm", "Wed 21 Oct, 20:55"),
        ("2026-10-21T18:00", "2026-10-21T19:50", "at 11pm", "Thu 22 Oct, 08:00"),
        ("2026-10-21T18:00", "2026-10-21T19:50", "in 2 hours", "Thu 22 Oct, 08:00"),
        ("2026-10-21T18:00", "2026-10-21T19:50", "at 6am", "Thu 22 Oct, 08:00"),
        ("2026-10-23T14:00", "2026-10-23T15:00", "on Saturday", "Sat 24 Oct, 09:00"),
        ("2026-10-23T14:00", "2026-10-23T15:00", "on Sunday at 3pm", "Sun 25 Oct, 15:00"),
        ("2026-12-24T09:30", "2026-12-24T11:00", "tomorrow", "Fri 25 Dec, 09:00"),
    ],
)
def test_a_question_put_off_comes_when_it_was_promised(talk: str, asked: str, words: str, expected: str) -> None:
    life = Life.begun(f"{talk[:10]}T09:00")
    life.say(f"Interview with Acme today at {talk[11:]} for 30 minutes, designer").until(asked)
    life.press("Later").say(words)
    heard = len(life.nudges)
    assert promised(life) == expected
    life.until((life.now + timedelta(days=3)).isoformat())
    assert expected in said_at(life, heard)


def test_what_else_is_due_waits_for_what_was_promised() -> None:
    life = Life.waiting("2026-10-23T09:00").until("2026-10-23T11:45")
    life.press("Later").say("tonight")
    heard = len(life.nudges)
    assert promised(life) == "Fri 23 Oct, 20:00"
    life.until("2026-10-24T12:30")
    assert said_at(life, heard)[0] == "Fri 23 Oct, 20:00"


def test_of_two_that_are_put_off_to_one_hour_both_come_in_it() -> None:
    life = Life.begun("2026-10-21T09:00")
    life.say("Interview with Acme today at 11:00 for 30 minutes, designer").until("2026-10-21T11:40")
    life.press("Later").say("at 6pm")
    life.say("Interview with Bolt today at 14:00 for 30 minutes, designer").until("2026-10-21T14:50")
    life.press("Later").say("at 6:10pm")
    heard = len(life.nudges)
    life.until("2026-10-21T20:00")
    assert {"Wed 21 Oct, 18:00", "Wed 21 Oct, 18:10"} <= set(said_at(life, heard))


def test_in_the_hour_that_comes_twice_a_time_ahead_is_heard() -> None:
    life = Life.waiting("2026-10-24T17:00").until("2026-10-25T00:30+00:00")
    life.press("Later").say("in 45 minutes")
    assert promised(life) == "Sun 25 Oct, 08:00"  # a quarter past one is night


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("I promised to send them references by Saturday", "Sat 24 Oct"),
        ("I promised them a sample by Sunday", "Sun 25 Oct"),
        ("they promised me an answer by Wednesday 28 October", "Fri 30 Oct"),
        ("they said I may ask from Wednesday 28 October", "Wed 28 Oct"),
        ("they rejected me", "Mon 26 Oct"),
    ],
)
def test_on_the_day_that_is_named_it_speaks(told: str, expected: str) -> None:
    life = Life.waiting("2026-10-23T09:00").until("2026-10-23T18:30").say(told)
    heard, answer = len(life.nudges), life.text
    life.until((life.now + timedelta(days=9)).isoformat())
    assert (expected in answer, any(at.startswith(expected) for at in said_at(life, heard))) == (True, True), answer
