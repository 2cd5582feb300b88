"""A journey that is still ahead moves no clock; with its end told, the clock goes along and comes back by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from scheduler import nudges
from storage.facts import Known
from tests.in_place import Chat, acme

TOKYO = "flying to Tokyo on Friday for 2 weeks"
"""Said on a Monday, 30 November: from the fourth to the eighteenth of December."""


def zone_on(known: Known, day: int) -> str | None:
    """Where their clock stands at noon of a day of December."""
    return nudges.travelled(known, datetime(2026, 12, day, 12, tzinfo=UTC)).person.zone


@pytest.mark.parametrize("words", ["I'll be in Boston from Saturday", "moved to Boston from next Monday"])
def test_without_an_end_the_clock_stays_until_they_say_that_they_are_there(words: str) -> None:
    chat = Chat(acme()).say(words)
    assert chat.known.person.zone == "Europe/London"
    assert "clock of today" in chat.said


@pytest.mark.parametrize(
    "words",
    [
        TOKYO,
        f"{TOKYO}, my clock will be japan then",
        "I'm going to my sister in Tokyo from Friday till 18 December",
        "going to my sister in Tokyo from Friday till 18 December, so dont message me in the middle of the night pls",
    ],
)
def test_with_an_end_the_clock_goes_along_and_comes_back(words: str) -> None:
    chat = Chat(acme()).say(words)
    assert "Tokyo" in chat.said
    zones = [zone_on(chat.known, day) for day in (4, 5, 18, 19)]
    assert zones == ["Europe/London", "Asia/Tokyo", "Asia/Tokyo", "Europe/London"]


@pytest.mark.parametrize("words", ["fliege am Freitag für 2 Wochen nach Tokio", "bin ab Freitag bis 18.12. in Tokio"])
def test_in_german(words: str) -> None:
    known = acme()
    chat = Chat(replace(known, person=replace(known.person, language="de"))).say(words)
    assert [zone_on(chat.known, day) for day in (4, 5, 19)] == ["Europe/London", "Asia/Tokyo", "Europe/London"]
    assert len(chat.known.opportunities) == 1


def test_whoever_arrives_early_still_comes_home_on_the_day() -> None:
    chat = Chat(acme()).say(TOKYO).later(days=1).say("im in Tokyo now")
    assert chat.known.person.zone == "Asia/Tokyo"
    assert "18 Dec" in chat.said
    assert [zone_on(chat.known, day) for day in (17, 19)] == ["Asia/Tokyo", "Europe/London"]


@pytest.mark.parametrize("words", ["im home", "I'm back home", "back home, jetlagged", "I'm in London again"])
def test_whoever_comes_home_has_the_clock_of_home_at_once(words: str) -> None:
    chat = Chat(acme()).say(TOKYO).later(days=7).say(words)
    assert chat.known.person.zone == "Europe/London"
    assert chat.known.person.journey == ()


def test_at_home_there_is_nobody_to_come_home() -> None:
    chat = Chat(acme()).say("im home")
    assert chat.known.person.zone == "Europe/London"


def test_nothing_comes_at_night_on_a_journey_nor_when_it_is_over() -> None:
    chat = Chat(acme()).say(TOKYO)
    known, now = chat.known, chat.now + timedelta(minutes=1)
    said = []
    while now < datetime(2027, 1, 20, tzinfo=UTC):
        known = nudges.travelled(known, now)
        if (plan := nudges.due(known, now)) is not None:
            said.append((now, plan.name))
            assert not nudges.is_quiet(now, known.person), (now, plan.name)
            known = nudges.note_said(known, plan, now)
        following = nudges.next_wake(known, now)
        if following is None:
            break
        assert following > now
        now = following
    assert len(said) > 3


def test_what_status_promises_beyond_the_journey_is_on_the_clock_of_then() -> None:
    chat = Chat(acme()).say("They answer by Friday 18 December").say("I don't want to thank them").say(TOKYO)
    at, _ = nudges.coming(nudges.travelled(chat.known, datetime(2026, 12, 20, tzinfo=UTC)), chat.now)[1]
    assert at > chat.now
    for moment, plan in nudges.coming(chat.known, chat.now).values():
        there = nudges.travelled(chat.known, moment)
        assert not nudges.is_quiet(moment, there.person), plan


def test_the_employer_stays_where_it_was() -> None:
    chat = Chat(acme()).say(TOKYO)
    known = nudges.travelled(chat.known, datetime(2026, 12, 8, tzinfo=UTC))
    assert [o.zone for o in known.opportunities] == ["Europe/London"]


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


def test_a_stay_with_an_end_that_has_begun_comes_to_its_end() -> None:
    chat = Chat(acme()).say("I'm in Boston until Saturday")
    assert [zone_on(chat.known, day) for day in (5, 7)] == ["America/New_York", "Europe/London"]


def test_an_interview_told_beside_a_journey_is_on_the_clock_of_today() -> None:
    chat = Chat(acme()).say("I'll be in Boston from Saturday. Interview with Orrin tomorrow at 3pm")
    assert chat.known.interviews[-1].start.hour == 15
