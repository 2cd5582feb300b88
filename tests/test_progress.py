"""Patterns over many interviews: always with their numbers, never from fewer than five."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.coaching.patterns import Count, Kept, missing, patterns, recurring
from bot.dialogue import answers
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
from tests.conftest import NOON
from tests.test_check_in import Chat

EN = answers.of("en")


def life(n: int, **changes: Any) -> Known:
    """Ana, who has had `n` interviews with `n` employers, a week apart, the last one a week ago."""
    opportunities = tuple(Opportunity(id=i, employer=f"Employer {i}") for i in range(1, n + 1))
    interviews = tuple(interview(i, n, **changes) for i in range(1, n + 1))
    person = Person(id=7, name="Ana", zone="Europe/London", zone_confirmed=True, serial=900)
    return Known(person=person, opportunities=opportunities, interviews=interviews)


def interview(i: int, n: int, **changes: Any) -> Interview:
    start = NOON - timedelta(weeks=n + 1 - i)
    return replace(Interview(id=100 + i, opportunity_id=i, start=start, end=start + timedelta(hours=1)), **changes)


def found(known: Known) -> Any:
    read = patterns(known, NOON, EN)
    assert read is not None
    return read


def event(i: int, kind: EventType, at: datetime, **more: Any) -> Event:
    return Event(id=200 + i, opportunity_id=i, type=kind, at=at, **more)


@pytest.mark.parametrize(("n", "left"), [(0, 5), (4, 1), (5, 0), (9, 0)])
def test_fewer_than_five_make_no_pattern(n: int, left: int) -> None:
    assert missing(life(n), NOON) == left
    assert (patterns(life(n), NOON, EN) is None) is (left > 0)


def test_what_was_called_off_or_is_still_ahead_does_not_count() -> None:
    known = life(6)
    off = replace(known.interviews[0], cancelled=True)
    ahead = replace(known.interviews[1], start=NOON, end=NOON + timedelta(hours=1))
    assert missing(replace(known, interviews=(off, ahead, *known.interviews[2:])), NOON) == 1


def test_interest_said_is_counted_over_those_who_answered() -> None:
    known = life(7, interest_said=Answer.YES)
    skipped = replace(known.interviews[0], interest_said=Answer.SKIPPED)
    unsure = replace(known.interviews[1], interest_said=Answer.UNSURE)
    assert found(replace(known, interviews=(skipped, unsure, *known.interviews[2:]))).said == Count(5, 6)
    assert found(life(7)).said is None


def test_how_well_it_came_across_is_an_average_without_what_was_skipped() -> None:
    known = life(6, interest_shown=4)
    low = replace(known.interviews[0], interest_shown=2)
    assert found(replace(known, interviews=(low, *known.interviews[1:]))).shown == (22 / 6, 6)
    few = tuple(replace(i, interest_shown=0) for i in known.interviews[:2])
    assert found(replace(known, interviews=(*few, *known.interviews[2:]))).shown is None


def test_a_thank_you_counts_within_a_day() -> None:
    known = life(5)
    ends = [interview.end for interview in known.interviews]
    sent = [(1, ends[0] + timedelta(hours=20)), (2, ends[1] + timedelta(hours=30)), (3, ends[2] - timedelta(days=3))]
    contacts = tuple(Contact(id=300 + i, opportunity_id=i, at=at, kind=ContactKind.THANK_YOU) for i, at in sent)
    theirs = Contact(id=400, opportunity_id=4, at=ends[3], kind=ContactKind.THANK_YOU, direction=Direction.IN)
    assert found(replace(known, contacts=(*contacts, theirs))).thanked == Count(1, 5)


def test_answers_that_felt_too_long_are_counted_over_the_debriefs() -> None:
    known = life(6)
    texts = ("too_long", "too_long", "right", "too_short", "too_long")
    notes = tuple(
        Note(id=500 + n, opportunity_id=1, kind=NoteKind.LENGTH, text=text, at=NOON) for n, text in enumerate(texts)
    )
    assert found(replace(known, notes=notes)).too_long == Count(3, 5)
    assert found(replace(known, notes=notes[:4])).too_long is None


def test_what_led_to_a_next_step_is_counted() -> None:
    known = life(5)
    end = known.interviews[0].end
    events = (
        event(1, EventType.OFFER, end + timedelta(days=2)),
        event(2, EventType.REJECTED, known.interviews[1].end + timedelta(days=2)),
        event(3, EventType.INVITATION, known.interviews[2].start - timedelta(days=2)),
    )
    second = replace(known.interviews[3], id=150, start=NOON - timedelta(days=1), end=NOON)
    known = replace(known, events=events, interviews=(*known.interviews, second))
    assert found(known).went_on == Count(2, 6)


def test_unprepared_questions_are_counted_by_topic() -> None:
    texts = ("What salary do you want?", "How much did they pay you?", "Why us?", "What is your weakness?", "Colour?")
    assert recurring(texts, EN) == (("salary", 2),)
    assert recurring((*texts, "Weaknesses?", "Your salary now?"), EN) == (("salary", 3), ("weakness", 2))


def kept(known: Known) -> dict[str, tuple[int, int]]:
    return {k.employer: (k.kept, k.broken) for k in found(known).kept if isinstance(k, Kept)}


def test_days_they_named_are_kept_or_broken() -> None:
    known = life(6)
    named = tuple(replace(i, window_latest=i.end.date() + timedelta(days=3)) for i in known.interviews)
    answered = event(1, EventType.REJECTED, named[0].end + timedelta(days=3))
    late = event(2, EventType.OFFER, named[1].end + timedelta(days=5))
    moved = event(
        3,
        EventType.WINDOW_EXTENDED,
        named[2].end + timedelta(days=2),
        latest=date(2026, 12, 24),
    )
    judged = kept(replace(known, interviews=named, events=(answered, late, moved)))
    assert judged["Employer 1"] == (1, 0)
    assert judged["Employer 2"] == (0, 1)
    assert "Employer 3" not in judged
    assert judged["Employer 4"] == (0, 1)


def test_a_day_that_is_still_ahead_is_not_judged() -> None:
    known = life(5)
    ahead = tuple(replace(i, window_latest=date(2026, 12, 18)) for i in known.interviews)
    assert kept(replace(known, interviews=ahead)) == {}


def test_their_promises_count_too() -> None:
    def theirs(i: int, **more: Any) -> Promise:
        return Promise(
            id=600 + i, opportunity_id=i, what="the contract", due=date(2026, 11, 20), side=Side.THEIRS, **more
        )

    on_the_day = datetime(2026, 11, 20, 18, tzinfo=NOON.tzinfo)
    promises = (
        theirs(1, done_at=on_the_day),
        theirs(2, done_at=on_the_day + timedelta(days=1)),
        theirs(3, broken=True),
        theirs(4),
    )
    assert kept(replace(life(5), promises=promises)) == {
        "Employer 1": (1, 0),
        "Employer 2": (0, 1),
        "Employer 3": (0, 1),
    }


def test_progress_says_kindly_how_many_are_missing() -> None:
    said = Chat(life(3)).say("/progress").said
    assert len(said) == 1
    assert "2 more" in said[0]
    assert "%" not in said[0]


def test_progress_tells_each_pattern_with_its_numbers() -> None:
    known = life(5, interest_said=Answer.YES, interest_shown=3)
    notes = tuple(
        Note(id=500 + n, opportunity_id=1, kind=NoteKind.UNPREPARED, text=text, at=NOON)
        for n, text in enumerate(("What salary?", "Which pay?"))
    )
    (said,) = Chat(replace(known, notes=notes)).say("my progress").said
    assert "over your 5 interviews" in said
    assert "want it in 5 of 5" in said
    assert "3.0 of 5, over 5 interviews" in said
    assert "money (2)" in said
    assert "0 of 5 led to a next step" in said
    assert "%" not in said
