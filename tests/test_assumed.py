"""Interviews of which nobody has said the hour, or not even the day: nothing is said that acts as if it were known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler import nudges
from scheduler.nudges import Plan
from storage.facts import Answer, EventType, Interview, Known, Mood, Note, NoteKind, Opportunity, Person, Promise
from storage.facts import Event as Happening
from tests.conftest import NOON

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ANA = Person(id=1, name="Ana", zone="Europe/Berlin", zone_confirmed=True, serial=1000)


def at(text: str) -> datetime:
    """A moment on Ana's clock, in winter."""
    return datetime.fromisoformat(text + "+01:00").astimezone(UTC)


ASSUMED = Interview(id=2, opportunity_id=1, start=at("2026-12-02T12:00"), end=at("2026-12-02T13:00"), start_known=False)
"""On a Wednesday, at an hour that nobody has named."""
UNDATED = replace(ASSUMED, start=NOON - HOUR, end=NOON, day_known=False)
"""Told as over on the Monday before."""
ACME = Opportunity(id=1, employer="Acme")


def life(interview: Interview, **more: object) -> Known:
    known = Known(person=ANA, opportunities=(ACME,), interviews=(interview,))
    return replace(known, **more)  # type: ignore[arg-type]


def said(known: Known, until: datetime, now: datetime = NOON) -> list[tuple[datetime, Plan]]:
    """What is said to somebody who does nothing."""
    found = []
    while now <= until:
        plan = nudges.due(known, now)
        if plan is not None:
            found.append((now, plan))
            known = nudges.note_said(known, plan, now)
        following = nudges.next_wake(known, now)
        if following is None:
            break
        now = following
    return found


def names(known: Known, until: datetime) -> list[tuple[datetime, str]]:
    return [(moment, plan.name) for moment, plan in said(known, until)]


def test_there_is_no_card_before_an_hour_that_nobody_has_named_and_the_check_in_waits_for_the_evening() -> None:
    assert names(life(ASSUMED), at("2026-12-02T19:00")) == [(at("2026-12-02T18:00"), "check_in")]
    named = replace(ASSUMED, start_known=True)
    assert names(life(named), at("2026-12-02T14:00")) == [
        (at("2026-12-02T11:00"), "pocket_card"),
        (at("2026-12-02T13:05"), "check_in"),
    ]


def test_what_was_told_as_over_in_the_evening_is_asked_about_at_once() -> None:
    late = replace(ASSUMED, start=at("2026-12-02T18:30"), end=at("2026-12-02T19:30"))
    assert names(life(late), at("2026-12-02T20:00")) == [(at("2026-12-02T19:35"), "check_in")]


def test_the_evening_is_that_of_the_persons_own_clock() -> None:
    far = replace(ANA, zone="America/New_York")
    there = datetime.fromisoformat("2026-12-02T18:00-05:00").astimezone(UTC)
    assert names(life(ASSUMED, person=far), there) == [(there, "check_in")]


def test_the_lessons_come_the_evening_before_all_the_same() -> None:
    rough = Note(id=5, opportunity_id=1, kind=NoteKind.BADLY, text="I rushed", at=NOON)
    assert names(life(ASSUMED, notes=(rough,)), at("2026-12-01T22:00")) == [(at("2026-12-01T18:30"), "lessons")]
    assert names(life(replace(ASSUMED, day_known=False), notes=(rough,)), at("2026-12-01T22:00")) == []


def test_no_thank_you_is_brought_before_the_talk_is_surely_over() -> None:
    answered = life(replace(ASSUMED, mood=Mood.GREAT, debrief=Answer.NO))
    assert names(answered, at("2026-12-02T22:00")) == [(at("2026-12-02T20:00"), "thank_you")]


def test_the_agency_is_called_in_the_evening_at_the_earliest() -> None:
    agency = replace(ACME, via_agency=True)
    known = life(replace(ASSUMED, mood=Mood.GREAT), opportunities=(agency,))
    calls = [moment for moment, name in names(known, at("2026-12-03T12:00")) if name == "your_move"]
    assert calls
    assert min(calls) >= at("2026-12-02T18:30")
    assert not [
        name for _, name in names(life(UNDATED, opportunities=(agency,)), NOON + 3 * DAY) if name == "your_move"
    ]


def test_a_place_of_the_day_is_kept_for_the_check_in_of_the_evening() -> None:
    """Two others were heard that day, and a third would be due in the afternoon: the evening is asked about first."""
    promise = Promise(id=9, opportunity_id=3, what="papers", due=at("2026-12-02T12:00").date())
    known = life(ASSUMED, opportunities=(ACME, replace(ACME, id=3, employer="Beta")), promises=(promise,))
    known = replace(known, interviews=(*known.interviews, replace(ASSUMED, id=4, opportunity_id=3, mood=Mood.FINE)))
    for hour in (8, 10):
        plan = Plan(name="hold", once=f"hold:{hour}", opportunity_id=1, subject=2, at=NOON)
        known = nudges.note_said(known, plan, at(f"2026-12-02T{hour:02}:01"))

    heard = [(m, p.name) for m, p in said(known, at("2026-12-02T23:00"), now=at("2026-12-02T11:05"))]

    assert heard == [(at("2026-12-02T18:00"), "check_in")]


def test_of_an_interview_whose_day_is_not_known_nothing_is_said_but_it_counts_as_over() -> None:
    heard = [name for _, name in names(life(UNDATED), NOON + 40 * DAY)]
    assert set(heard) <= {"applications", "hold", "follow_up", "follow_up_again", "clean_end", "clean_end_unasked"}
    assert "follow_up" in heard
    answered = [name for _, name in names(life(replace(UNDATED, mood=Mood.FINE)), NOON + 4 * DAY)]
    assert not {"check_in_again", "debrief_offer", "thank_you"} & set(answered)


def test_nor_does_its_assumed_day_keep_the_practice_away() -> None:
    why = Note(id=5, opportunity_id=1, kind=NoteKind.UNPREPARED, text="Why us?", at=NOON - 9 * DAY)
    morning, noon = at("2026-12-02T09:00"), at("2026-12-02T12:30")

    def practised(interview: Interview) -> bool:
        heard = said(life(replace(interview, mood=Mood.FINE), notes=(why,)), at("2026-12-02T16:00"), morning)
        return (noon, "practice") in [(moment, plan.name) for moment, plan in heard]

    assert practised(replace(ASSUMED, day_known=False))
    assert not practised(ASSUMED)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(-72, 24 * 20), st.booleans(), st.booleans(), st.sampled_from([None, Mood.FINE])),
        min_size=1,
        max_size=5,
    ),
    st.lists(st.tuples(st.integers(0, 24 * 20), st.sampled_from(EventType)), max_size=3),
)
def test_in_any_life_no_nudge_claims_an_hour_or_a_day_that_is_assumed(
    talks: list[tuple[int, bool, bool, Mood | None]], events: list[tuple[int, EventType]]
) -> None:
    interviews = tuple(
        Interview(
            id=10 + n,
            opportunity_id=1 + n % 2,
            start=(start := NOON + hours * HOUR),
            end=start + HOUR,
            start_known=start_known and day_known,
            day_known=day_known,
            mood=mood,
        )
        for n, (hours, start_known, day_known, mood) in enumerate(talks)
    )
    known = Known(
        person=ANA,
        opportunities=(ACME, replace(ACME, id=2, employer="Beta")),
        interviews=interviews,
        events=tuple(
            Happening(id=50 + n, opportunity_id=1, type=kind, at=NOON + hours * HOUR)
            for n, (hours, kind) in enumerate(events)
        ),
    )
    by_number = {interview.id: interview for interview in interviews}

    for moment, plan in said(known, NOON + 40 * DAY):
        talk = by_number.get(plan.subject)
        if plan.name in ("pocket_card", "lessons", "check_in", "check_in_again", "debrief_offer", "thank_you"):
            assert talk is not None
            assert talk.day_known, plan
            assert talk.start_known or plan.name != "pocket_card"
        if talk is not None and not talk.start_known and plan.name in ("check_in", "thank_you"):
            assert moment >= min(talk.end, moment.replace(hour=17, minute=0))
            assert moment.astimezone(nudges.zone_of(ANA)).hour >= 18 or moment.date() > talk.end.date()
