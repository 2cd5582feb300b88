"""The night of somebody who has not said where they live: nothing is said while it is night where they may be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler import nudges
from scheduler.nudges.possible_zones import ANYWHERE, BY_LANGUAGE
from scheduler.nudges.quiet_hours import waking_before
from storage.facts import Interview, Known, Opportunity, Person
from tests.conftest import NOON

QUARTER, HOUR, DAY = timedelta(minutes=15), timedelta(hours=1), timedelta(days=1)
SOMEBODY = Person(id=1, name="Ana", serial=100)
REACHABLE = sorted(BY_LANGUAGE.keys() - {"en"})

moments = st.datetimes(datetime(2024, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC))
languages = st.sampled_from([*BY_LANGUAGE, "de-AT", "ja", ""])
guesses = st.sampled_from([None, None, "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe"])
nights = st.sampled_from([(time(21), time(8)), (time(23, 30), time(6, 15)), (time(1), time(9)), (time(12), time(12))])


@st.composite
def people(draw: st.DrawFn) -> Person:
    """Somebody who has not said where they live."""
    quiet_from, quiet_until = draw(nights)
    language, zone = draw(languages), draw(guesses)
    return replace(SOMEBODY, language=language, zone=zone, quiet_from=quiet_from, quiet_until=quiet_until)


def is_night(moment: datetime, zone: ZoneInfo, person: Person) -> bool:
    """In the words of the promise: from `quiet_from` until `quiet_until` on the wall clock there."""
    wall, start, end = moment.astimezone(zone).time(), person.quiet_from, person.quiet_until
    return (start <= wall < end) if start <= end else not (end <= wall < start)


@settings(max_examples=300, deadline=None)
@given(person=people(), moment=moments)
def test_somebody_who_may_live_in_several_zones_is_disturbed_in_the_night_of_none(
    person: Person, moment: datetime
) -> None:
    awake = nudges.waking(moment, person)

    if nudges.is_unplaced(person):
        assert awake == nudges.FAR_FUTURE
        assert nudges.is_quiet(moment, person)
        return
    assert moment <= awake < moment + 2 * DAY
    assert not any(is_night(awake, zone, person) for zone in nudges.possible_zones(person))
    slept = (moment + n * QUARTER for n in range((awake - moment) // QUARTER))
    assert all(nudges.is_quiet(at, person) for at in slept)


@settings(max_examples=200, deadline=None)
@given(person=people(), moment=moments)
def test_what_cannot_wait_for_the_morning_comes_before_the_night_of_all(person: Person, moment: datetime) -> None:
    before = waking_before(moment, person)

    assert before <= moment
    assert nudges.is_unplaced(person) or not nudges.is_quiet(before, person)
    assert before == moment or nudges.is_quiet(moment, person)


@settings(max_examples=100, deadline=None)
@given(person=people(), moment=moments)
def test_who_has_said_where_they_live_has_the_night_of_that_place_alone(person: Person, moment: datetime) -> None:
    placed = replace(person, zone=person.zone or "Europe/Lisbon", zone_confirmed=True)

    assert nudges.possible_zones(placed) == (nudges.zone_of(placed),)
    assert nudges.is_quiet(moment, placed) == is_night(moment, nudges.zone_of(placed), placed)
    assert not nudges.is_unplaced(placed)


def test_german_is_one_clock_and_english_is_all_of_them() -> None:
    german, english = replace(SOMEBODY, language="de"), SOMEBODY

    assert nudges.waking(datetime(2026, 12, 1, 3, tzinfo=UTC), german) == datetime(2026, 12, 1, 7, tzinfo=UTC)
    assert [str(zone) for zone in nudges.possible_zones(german)] == ["Europe/Berlin"]
    assert not nudges.is_unplaced(german)
    assert nudges.is_unplaced(english)
    assert not nudges.is_unplaced(replace(english, zone="Europe/London", zone_confirmed=True))


def test_of_several_countries_the_last_to_wake_and_the_first_to_sleep_count() -> None:
    french = replace(SOMEBODY, language="fr")

    # From eight in the morning in Toronto until nine in the evening on La Réunion.
    assert nudges.waking(NOON, french) == datetime(2026, 11, 30, 13, tzinfo=UTC)
    assert nudges.is_quiet(datetime(2026, 11, 30, 17, tzinfo=UTC), french)
    assert not nudges.is_quiet(datetime(2026, 11, 30, 16, 59, tzinfo=UTC), french)


def test_a_guess_narrows_nothing_down() -> None:
    assert nudges.is_unplaced(replace(SOMEBODY, zone="Europe/London"))
    far = replace(SOMEBODY, language="de", zone="Asia/Tokyo")
    assert nudges.waking(NOON, far) == datetime(2026, 12, 1, 7, tzinfo=UTC)


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_every_zone_of_the_table_is_one(language: str) -> None:
    zones = BY_LANGUAGE[language]
    assert available_timezones() >= set(zones)
    assert len(zones) == len(set(zones))


def test_of_two_places_with_one_clock_one_is_named() -> None:
    year = [datetime(2027, 1, 1, tzinfo=UTC) + day * DAY for day in range(365)]
    clocks = [tuple(at.astimezone(ZoneInfo(name)).utcoffset() for at in year) for name in ANYWHERE]
    assert len(clocks) == len(set(clocks))


# What is said to them


def with_an_interview(person: Person, end: datetime) -> Known:
    interview = Interview(id=2, opportunity_id=1, start=end - HOUR, end=end)
    return Known(person=person, opportunities=(Opportunity(id=1, employer="Acme"),), interviews=(interview,))


def test_nothing_is_said_or_promised_to_somebody_who_may_live_anywhere_until_they_say_where() -> None:
    end = datetime(2026, 12, 1, 16, tzinfo=UTC)
    known, now = with_an_interview(SOMEBODY, end), end + 10 * timedelta(minutes=1)

    assert nudges.due(known, now) is None
    assert nudges.next_wake(known, now) is None
    assert nudges.coming(known, now) == {}
    assert nudges.undisturbed(now, known) == nudges.FAR_FUTURE

    placed = replace(known, person=replace(SOMEBODY, zone="Europe/London", zone_confirmed=True))
    plan = nudges.due(placed, now)
    assert plan is not None
    assert plan.name == "check_in"
    said = nudges.note_said(placed, plan, now)
    assert nudges.still_due(said, plan.once, now)
    assert not nudges.still_due(replace(said, person=replace(said.person, zone_confirmed=False)), plan.once, now)


def test_an_absence_is_told_to_them_once_they_are_placed() -> None:
    end = datetime(2026, 12, 1, 16, tzinfo=UTC)
    known = nudges.noticed(with_an_interview(SOMEBODY, end), end, end + 20 * HOUR)

    assert known.person.away_since == end
    assert nudges.next_wake(known, end + 20 * HOUR) is None
    placed = replace(known, person=replace(known.person, zone="Europe/London", zone_confirmed=True))
    following = nudges.next_wake(placed, end + 20 * HOUR)
    assert following is not None
    plan = nudges.due(placed, following)
    assert plan is not None
    assert plan.name == nudges.ABSENCE


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(REACHABLE), guesses, st.integers(0, 60 * 24 * 7))
def test_what_status_promises_them_is_what_comes_and_never_at_night(
    language: str, zone: str | None, minutes: int
) -> None:
    person = replace(SOMEBODY, language=language, zone=zone)
    known, now = with_an_interview(person, NOON + minutes * timedelta(minutes=1)), NOON
    said = []
    while (coming := nudges.coming(known, now)) and now < NOON + 30 * DAY:
        moment, promised = coming[1]
        plan = nudges.due(known, moment)
        assert plan == promised
        known, now = nudges.note_said(known, plan, moment), moment
        said.append(now)

    assert said or nudges.is_unplaced(person)
    assert not any(nudges.is_quiet(at, person) for at in said)
    assert all(later - earlier >= nudges.APART for earlier, later in pairwise(said))
