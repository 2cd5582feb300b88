"""The plan as a function: what is due, when to look again, and what /status may promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler import nudges
from storage.facts import (
    Answer,
    Contact,
    ContactKind,
    Event,
    EventType,
    Interview,
    Known,
    Mood,
    Opportunity,
    Person,
    Promise,
)
from tests.conftest import NOON

LONDON = Person(id=1, name="Ana", zone="Europe/London", zone_confirmed=True, serial=100)
FEWER = replace(LONDON, unwanted=("any_word", "applications", "debrief_offer", "keep_in_touch"))
"""Ana, who wants none of what can be left out: these tests are about the rest."""


def one_interview(end: datetime, person: Person = FEWER, **more: object) -> Known:
    """Ana and one interview of an hour."""
    interview = replace(
        Interview(id=2, opportunity_id=1, start=end - timedelta(hours=1), end=end),
        **more,  # type: ignore[arg-type]
    )
    return Known(person=person, opportunities=(Opportunity(id=1, employer="Acme"),), interviews=(interview,))


def lived(known: Known, now: datetime, until: datetime) -> list[tuple[datetime, str]]:
    """Every nudge said between two moments when the Person does nothing."""
    said = []
    for _ in range(2000):
        if now > until:
            break
        plan = nudges.due(known, now)
        if plan is not None:
            said.append((now, plan.name))
            known = nudges.note_said(known, plan, now)
        following = nudges.next_wake(known, now)
        if following is None:
            break
        now = following
    return said


def at(text: str) -> datetime:
    """A moment on a London clock in winter, which is UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_the_pocket_card_comes_an_hour_before_and_the_check_in_minutes_after() -> None:
    said = lived(one_interview(at("2026-12-01T16:00")), NOON, at("2026-12-01T17:00"))
    assert said == [(at("2026-12-01T14:00"), "pocket_card"), (at("2026-12-01T16:05"), "check_in")]


def test_before_an_early_interview_the_pocket_card_comes_the_evening_before() -> None:
    said = lived(one_interview(at("2026-12-02T09:00")), NOON, at("2026-12-02T08:30"))
    assert said == [(at("2026-12-01T20:00"), "pocket_card")]


def test_after_a_late_interview_everything_waits_for_the_morning() -> None:
    said = lived(one_interview(at("2026-12-01T21:30")), at("2026-12-01T20:45"), at("2026-12-02T10:00"))
    assert said[0] == (at("2026-12-02T08:00"), "check_in")


def test_the_thank_you_comes_two_hours_after_and_once_more_next_morning() -> None:
    known = one_interview(at("2026-12-01T16:00"), mood=Mood.FINE)
    said = lived(known, at("2026-12-01T16:30"), at("2026-12-02T12:00"))
    assert said == [(at("2026-12-01T18:00"), "thank_you"), (at("2026-12-02T09:00"), "thank_you_again")]


def test_a_thank_you_that_was_sent_is_not_asked_for() -> None:
    sent = Contact(id=9, opportunity_id=1, at=at("2026-12-01T17:00"), kind=ContactKind.THANK_YOU)
    known = replace(one_interview(at("2026-12-01T16:00"), mood=Mood.FINE), contacts=(sent,))
    assert "thank_you" not in [name for _, name in lived(known, at("2026-12-01T17:00"), at("2026-12-04T12:00"))]


def test_one_hold_stands_in_the_middle_of_the_window_and_the_follow_up_at_its_end() -> None:
    known = one_interview(
        at("2026-12-01T16:00"),
        mood=Mood.FINE,
        thank_you_declined=True,
        window_answer=Answer.YES,
        window_latest=date(2026, 12, 11),
    )
    said = lived(known, at("2026-12-01T16:30"), at("2026-12-15T12:00"))
    assert said == [(at("2026-12-08T10:00"), "hold"), (at("2026-12-15T09:00"), "follow_up")]


def test_a_moved_window_moves_the_hold_and_the_follow_up() -> None:
    known = one_interview(
        at("2026-12-01T16:00"),
        mood=Mood.FINE,
        thank_you_declined=True,
        window_answer=Answer.YES,
        window_latest=date(2026, 12, 4),
    )
    moved = Event(
        id=50,
        opportunity_id=1,
        type=EventType.WINDOW_EXTENDED,
        at=at("2026-12-03T12:00"),
        latest=date(2026, 12, 14),
    )
    said = lived(replace(known, events=(moved,)), at("2026-12-03T12:00"), at("2026-12-16T12:00"))
    assert [name for _, name in said] == ["hold", "follow_up"]
    assert said[-1][0] == at("2026-12-16T09:00")


def test_a_promise_is_recalled_on_the_morning_of_its_day() -> None:
    owed = Promise(id=8, opportunity_id=1, what="references", due=date(2026, 12, 4))
    known = replace(one_interview(at("2026-12-01T16:00"), mood=Mood.FINE, thank_you_declined=True), promises=(owed,))
    assert (at("2026-12-04T09:00"), "promise") in lived(known, at("2026-12-01T17:00"), at("2026-12-05T12:00"))


def test_after_a_no_only_the_note_for_it_comes() -> None:
    no = Event(id=50, opportunity_id=1, type=EventType.REJECTED, at=at("2026-12-03T12:00"))
    known = replace(one_interview(at("2026-12-01T16:00"), mood=Mood.FINE), events=(no,))
    said = lived(known, at("2026-12-03T12:00"), at("2027-03-03T12:00"))
    assert [name for _, name in said] == ["rejection_thanks"]


@pytest.mark.parametrize("change", [{"paused": True}, {"blocked": True}])
def test_whoever_paused_or_blocked_the_bot_hears_nothing(change: dict[str, bool]) -> None:
    known = one_interview(at("2026-12-01T16:00"), person=replace(LONDON, **change))
    assert nudges.due(known, at("2026-12-01T16:05")) is None
    assert nudges.next_wake(known, at("2026-12-01T16:05")) is None


def test_a_closed_or_muted_opportunity_is_silent() -> None:
    known = one_interview(at("2026-12-01T16:00"))
    closed = replace(known.opportunities[0], closed_at=NOON)
    muted = replace(known.opportunities[0], muted=True)
    for opportunity in (closed, muted):
        silent = replace(known, opportunities=(opportunity,))
        assert nudges.due(silent, at("2026-12-01T16:05")) is None
        assert nudges.next_wake(silent, at("2026-12-01T16:05")) is None


def test_still_due_until_the_facts_change() -> None:
    known = one_interview(at("2026-12-01T16:00"))
    now = at("2026-12-01T16:05")
    plan = nudges.due(known, now)
    assert plan is not None
    known = nudges.note_said(known, plan, now)
    assert nudges.still_due(known, plan.once, now)
    answered = replace(known, interviews=(replace(known.interviews[0], mood=Mood.GREAT),))
    assert not nudges.still_due(answered, plan.once, now)
    assert not nudges.still_due(known, plan.once, at("2026-12-01T22:00"))


def test_quiet_hours_follow_the_clock_of_the_person_also_when_clocks_change() -> None:
    person = replace(LONDON, zone="Europe/Berlin")
    # On 28 March 2027 the clocks in Berlin go from 02:00 to 03:00: 08:00 there is 06:00 UTC.
    assert nudges.waking(at("2027-03-28T03:00"), person) == at("2027-03-28T06:00")
    assert nudges.is_quiet(at("2027-03-28T05:59"), person)
    assert not nudges.is_quiet(at("2027-03-28T06:00"), person)


def test_quiet_hours_within_one_day_are_kept_too() -> None:
    person = replace(LONDON, quiet_from=time(1), quiet_until=time(9))
    assert nudges.waking(at("2026-12-01T03:00"), person) == at("2026-12-01T09:00")
    assert not nudges.is_quiet(at("2026-12-01T00:30"), person)


def test_what_status_promises_is_what_comes() -> None:
    known = one_interview(at("2026-12-01T16:00"), window_answer=Answer.YES, window_latest=date(2026, 12, 11))
    now = NOON
    while (coming := nudges.coming(known, now)) and now < at("2027-02-01T00:00"):
        moment, promised = coming[1]
        plan = nudges.due(known, moment)
        assert plan == promised
        known, now = nudges.note_said(known, plan, moment), moment


moments = st.integers(0, 60 * 24 * 30).map(lambda minutes: NOON + timedelta(minutes=minutes))
zones = st.sampled_from(["Europe/London", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland", "UTC"])
events = st.builds(
    Event,
    id=st.integers(60, 99),
    opportunity_id=st.integers(1, 3),
    type=st.sampled_from(list(EventType)),
    at=moments,
    latest=st.dates(date(2026, 12, 1), date(2027, 2, 1)),
    until=st.dates(date(2026, 12, 1), date(2027, 2, 1)),
    since=st.dates(date(2026, 12, 1), date(2027, 2, 1)),
    planned_for=moments,
    deadline=st.dates(date(2026, 12, 1), date(2027, 2, 1)),
)
contacts = st.builds(
    Contact,
    id=st.integers(200, 299),
    opportunity_id=st.integers(1, 3),
    at=moments,
    kind=st.sampled_from(list(ContactKind)),
)


@st.composite
def lives(draw: st.DrawFn) -> Known:
    """Three Opportunities with all that may happen in them."""
    interviews = tuple(
        Interview(
            id=10 + number,
            opportunity_id=number,
            start=(start := draw(moments)),
            end=start + timedelta(hours=1),
            window_latest=draw(st.none() | st.dates(date(2026, 12, 1), date(2027, 2, 1))),
        )
        for number in (1, 2, 3)
    )
    return Known(
        person=replace(LONDON, zone=draw(zones), serial=1000),
        opportunities=tuple(Opportunity(id=number, employer=f"Employer {number}") for number in (1, 2, 3)),
        interviews=interviews,
        events=tuple(draw(st.lists(events, max_size=4, unique_by=lambda event: event.id))),
        contacts=tuple(draw(st.lists(contacts, max_size=4, unique_by=lambda contact: contact.id))),
    )


@settings(max_examples=60, deadline=None)
@given(lives())
def test_in_any_life_nudges_come_one_at_a_time_an_hour_apart_and_never_at_night(known: Known) -> None:
    said = lived(known, NOON, NOON + timedelta(days=90))
    for moment, name in said:
        assert not nudges.is_quiet(moment, known.person), (moment, name)
    gaps = [later - earlier for (earlier, _), (later, _) in pairwise(said)]
    assert all(gap >= nudges.APART for gap in gaps)


@settings(max_examples=60, deadline=None)
@given(lives(), moments)
def test_the_next_wake_is_ahead_or_now_when_something_is_due(known: Known, now: datetime) -> None:
    following = nudges.next_wake(known, now)
    assert (following == now) == (nudges.due(known, now) is not None)
    assert following is None or following >= now


def test_a_note_for_a_no_is_not_brought_after_a_week_of_quiet() -> None:
    no = Event(id=50, opportunity_id=1, type=EventType.REJECTED, at=at("2026-12-17T12:00"))
    away = replace(LONDON, paused_until=at("2027-01-04T09:00"))
    known = replace(one_interview(at("2026-12-01T16:00"), mood=Mood.FINE, person=away), events=(no,))
    said = lived(known, at("2026-12-17T12:00"), at("2027-02-01T12:00"))
    assert "rejection_thanks" not in {name for _, name in said}
