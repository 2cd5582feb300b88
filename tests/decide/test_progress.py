"""Patterns over many interviews: always with their numbers, never from fewer than five."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.coaching.kept_days import Kept, kept
from bot.coaching.repeats import Count, missing, patterns, recurring
from bot.decide.progress import ask_progress
from bot.hear.act import Act
from storage.facts import (
    Answer,
    Contact,
    ContactKind,
    Direction,
    Event,
    EventType,
    Interview,
    Known,
    Note,
    NoteKind,
    Opportunity,
    Person,
    Promise,
    Side,
)
from tests.decide.rows import NOW, done, said


def life(n: int, **changes: Any) -> Known:
    """Ana, who has had `n` interviews with `n` employers, a week apart, the last one a week ago."""
    opportunities = tuple(Opportunity(id=i, employer=f"Employer {i}") for i in range(1, n + 1))
    interviews = tuple(interview(i, n, **changes) for i in range(1, n + 1))
    person = Person(id=7, name="Ana", zone="Europe/London", zone_confirmed=True, serial=900)
    return Known(person=person, opportunities=opportunities, interviews=interviews)


def interview(i: int, n: int, **changes: Any) -> Interview:
    start = NOW - timedelta(weeks=n + 1 - i)
    return replace(Interview(id=100 + i, opportunity_id=i, start=start, end=start + timedelta(hours=1)), **changes)


def found(known: Known) -> Any:
    read = patterns(known, NOW)
    assert read is not None
    return read


def event(i: int, kind: EventType, at: datetime, **more: Any) -> Event:
    return Event(id=200 + i, opportunity_id=i, type=kind, at=at, **more)


def note(i: int, kind: NoteKind, words: str) -> Note:
    return Note(id=300 + i, opportunity_id=1, kind=kind, text=words, at=NOW)


@pytest.mark.parametrize(("n", "left"), [(0, 5), (4, 1), (5, 0), (9, 0)])
def test_fewer_than_five_make_no_pattern(n: int, left: int) -> None:
    assert missing(life(n), NOW) == left
    assert (patterns(life(n), NOW) is None) == (left > 0)


def test_what_is_ahead_or_was_called_off_does_not_count() -> None:
    known = life(5)
    ahead = replace(known.interviews[0], start=NOW + timedelta(days=1), end=NOW + timedelta(days=1, hours=1))
    off = replace(known.interviews[1], cancelled=True)
    assert missing(replace(known, interviews=(ahead, off, *known.interviews[2:])), NOW) == 2


def test_it_says_how_many_are_missing() -> None:
    assert "2 more" in said(done(life(3), ask_progress, Act("ask_progress")))


def test_interest_that_was_said_and_shown() -> None:
    known = life(5, interest_said=Answer.YES, interest_shown=4)
    skipped = replace(known.interviews[0], interest_said=Answer.SKIPPED, interest_shown=0)
    assert found(known).said == Count(5, 5)
    assert found(known).shown == (4.0, 5)
    assert found(replace(known, interviews=(skipped, *known.interviews[1:]))).said is None
    assert found(replace(known, interviews=(skipped, *known.interviews[1:]))).shown is None


def test_thanks_within_a_day() -> None:
    known = life(5)
    first, second = known.interviews[:2]
    contacts = (
        Contact(id=1, opportunity_id=1, at=first.end + timedelta(hours=3), kind=ContactKind.THANK_YOU),
        Contact(id=2, opportunity_id=2, at=second.end + timedelta(days=3), kind=ContactKind.THANK_YOU),
    )
    assert found(replace(known, contacts=contacts)).thanked == Count(1, 5)


def test_a_further_round_or_an_offer_means_that_it_went_on() -> None:
    known = life(5)
    again = interview(5, 5, id=150, opportunity_id=1)
    events = (
        event(2, EventType.OFFER, NOW),
        event(3, EventType.REJECTED, NOW),
        event(4, EventType.INVITATION, known.interviews[3].start),
    )
    assert found(replace(known, interviews=(*known.interviews, again), events=events)).went_on == Count(2, 6)


def test_lengths_and_topics_need_to_come_up_again() -> None:
    notes = (
        *(note(i, NoteKind.LENGTH, "too_long" if i < 3 else "right") for i in range(5)),
        note(10, NoteKind.UNPREPARED, "What is your salary?"),
        note(11, NoteKind.UNPREPARED, "Was möchten Sie verdienen, welches Gehalt?"),
        note(12, NoteKind.UNPREPARED, "Why do you leave?"),
    )
    read = found(replace(life(5), notes=notes))
    assert read.too_long == Count(3, 5)
    assert read.topics == (("salary", 2),)
    assert recurring(["salary"]) == ()


def test_all_of_it_in_words() -> None:
    known = life(5, interest_said=Answer.YES, interest_shown=4, window_latest=date(2026, 10, 1))
    questions = (note(10, NoteKind.UNPREPARED, "your salary?"), note(11, NoteKind.UNPREPARED, "which pay?"))
    made = done(replace(known, notes=questions), ask_progress, Act("ask_progress"))
    for words in (
        "over your 5 interviews",
        "You said that you want it in 5 of 5",
        "4.0 of 5",
        "money (2)",
        "kept 0 of 1",
    ):
        assert words in said(made)
    assert "Geld (2)" in said(made, "de")


# Whether they keep to the days they name


def window(latest: date, *events: Event, **more: Any) -> Kept:
    known = life(1, window_latest=latest)
    return kept(replace(known, events=events, **more), known.opportunities[0], NOW)


def test_a_day_that_passed_in_silence_is_broken_and_one_ahead_is_not_judged() -> None:
    assert window(date(2026, 11, 27)) == Kept("Employer 1", 0, 1)
    assert not window(date(2026, 12, 9)).is_judged


def test_an_answer_in_time_keeps_it_and_one_after_it_does_not() -> None:
    assert window(date(2026, 11, 27), event(1, EventType.REJECTED, NOW - timedelta(days=5))).kept == 1
    assert window(date(2026, 11, 26), event(1, EventType.INVITATION, NOW - timedelta(days=1))).broken == 1
    reply = Contact(id=1, opportunity_id=1, at=NOW - timedelta(days=6), kind=ContactKind.REPLY, direction=Direction.IN)
    assert window(date(2026, 11, 27), contacts=(reply,)).kept == 1


def test_a_day_that_was_moved_in_time_is_not_broken() -> None:
    moved = event(1, EventType.WINDOW_EXTENDED, NOW - timedelta(days=6), latest=date(2026, 12, 9))
    assert not window(date(2026, 11, 27), moved).is_judged


def test_their_promises_count_once_it_is_told_whether_they_were_kept() -> None:
    def promised(**changes: Any) -> Promise:
        return Promise(id=9, opportunity_id=1, what="an answer", due=date(2026, 12, 1), side=Side.THEIRS, **changes)

    for changes, expected in (
        ({}, (0, 0)),
        ({"done_at": NOW - timedelta(days=2)}, (1, 0)),
        ({"done_at": NOW}, (0, 1)),
        ({"broken": True}, (0, 1)),
    ):
        known = replace(life(1), promises=(promised(**changes),))
        judged = kept(known, replace(known.opportunities[0], zone="Europe/Berlin"), NOW)
        assert (judged.kept, judged.broken) == expected
