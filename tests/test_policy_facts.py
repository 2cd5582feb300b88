"""From what is remembered about a Person to a Case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from scheduler.policy import Case, Verdict, case_of, judge
from storage.facts import (
    Contact,
    ContactKind,
    Event,
    EventType,
    Interview,
    Known,
    Opportunity,
    Person,
    Promise,
    Sector,
)
from tests.policy_cases import FOLLOW_UP, HOLD, MOVE_ON, ONLY_THANK_YOU, REPLY_NOW, at, told

HERE = Opportunity(id=1, employer="Acme", zone="Europe/London", country="GB")


def talk(ends: str = "2027-03-01 11:00", number: int = 10, **more: Any) -> Interview:
    end = at(ends)
    return Interview(id=number, opportunity_id=1, start=end - timedelta(hours=1), end=end, **more)


def asked(wall: str, opportunity: int = 1) -> Contact:
    return Contact(id=20, opportunity_id=opportunity, at=at(wall), kind=ContactKind.FOLLOW_UP)


def happened(kind: EventType, wall: str, number: int = 30, planned_for: datetime | None = None) -> Event:
    return Event(id=number, opportunity_id=1, type=kind, at=at(wall), planned_for=planned_for)


def known(
    *facts: Any, here: Opportunity = HERE, others: tuple[Opportunity, ...] = (), zone: str | None = None
) -> Known:
    def of(kind: type) -> tuple[Any, ...]:
        return tuple(fact for fact in facts if isinstance(fact, kind))

    return Known(
        person=Person(id=7, zone=zone),
        opportunities=(here, *others),
        interviews=of(Interview),
        contacts=of(Contact),
        promises=of(Promise),
        events=of(Event),
    )


def case(*facts: Any, **more: Any) -> Case:
    everything = known(*facts, **more)
    return case_of(everything, everything.opportunities[0])


def verdict(now: str, *facts: Any, **more: Any) -> Verdict:
    return judge(case(*facts, **more), at(now))


@pytest.mark.parametrize(
    ("employers", "persons", "expected"),
    [
        ("Asia/Tokyo", "Europe/Paris", "Asia/Tokyo"),
        (None, "Europe/Paris", "Europe/Paris"),
        (None, None, "UTC"),
        ("Mars/North", "Europe/Paris", "Europe/Paris"),
        ("../etc", None, "UTC"),
    ],
)
def test_the_zone_falls_back_to_the_persons_and_then_to_utc(
    employers: str | None, persons: str | None, expected: str
) -> None:
    here = Opportunity(id=1, employer="Acme", zone=employers)
    assert case(here=here, zone=persons).calendar.zone.key == expected


def test_what_is_known_of_the_employer_counts() -> None:
    here = Opportunity(id=1, employer="Acme", zone="Europe/London", sector=Sector.PUBLIC, work_week=(6, 0, 1))
    found = case(here=here)

    assert found.sector is Sector.PUBLIC
    assert found.calendar.work_week == {6, 0, 1}


@pytest.mark.parametrize(
    ("zone", "confirmed", "day", "works"),
    [
        ("America/Detroit", True, date(2026, 11, 26), False),  # Thanksgiving
        ("America/Detroit", False, date(2026, 11, 26), True),
        ("Europe/Vienna", True, date(2026, 12, 8), False),
        ("Europe/Vienna", True, date(2026, 12, 29), False),
    ],
)
def test_where_their_country_is_not_known_it_is_most_likely_the_persons(
    zone: str, confirmed: bool, day: date, works: bool
) -> None:
    everything = known(here=Opportunity(id=1, employer="Acme"), zone=zone)
    everything = replace(everything, person=replace(everything.person, zone_confirmed=confirmed))
    assert case_of(everything, everything.opportunities[0]).calendar.is_business_day(day) is works


def test_only_what_belongs_to_the_opportunity_counts() -> None:
    elsewhere = Opportunity(id=2, employer="Other")
    found = case(talk(), asked("2027-03-08 10:00", opportunity=2), others=(elsewhere,))

    assert found.contacts == ()
    assert found.other_applications == ()


def test_the_latest_interview_that_ended_counts_and_a_future_one_lies_ahead() -> None:
    first = talk(window_latest=date(2027, 3, 12))
    second = talk("2027-03-20 11:00", number=11)

    assert told(verdict("2027-03-16 10:00", second, first)) == (HOLD, "thank_you", "2027-03-22")
    assert verdict("2027-03-22 10:00", second, first).verdict is ONLY_THANK_YOU


def test_a_cancelled_interview_never_was() -> None:
    assert told(verdict("2027-03-05 10:00", talk(cancelled=True))) == (HOLD, None, None)


def test_an_agreed_interview_counts_until_it_is_written_down() -> None:
    agreed = happened(EventType.NEXT_INTERVIEW, "2027-03-05 10:00", planned_for=at("2027-03-20 11:00"))
    moved = talk("2027-03-25 11:00", number=31)
    called_off = talk("2027-03-20 11:00", number=31, cancelled=True)

    assert verdict("2027-03-08 10:00", agreed).rule == "R31"
    assert verdict("2027-03-09 10:00", talk(), agreed).params["interview"] == date(2027, 3, 20)
    assert verdict("2027-03-09 10:00", talk(), moved, agreed).params["interview"] == date(2027, 3, 25)
    assert verdict("2027-03-08 22:00", talk(), called_off, agreed).kind is FOLLOW_UP


def test_an_interview_written_down_later_answers_the_invitation_to_it() -> None:
    invited = happened(EventType.INVITATION, "2027-03-09 10:00", number=30)
    before, after = (talk("2027-03-20 11:00", number=number) for number in (29, 31))

    assert verdict("2027-03-09 11:00", talk(), before, invited).verdict is REPLY_NOW
    assert verdict("2027-03-09 11:00", talk(), after, invited).rule == "R31"


def test_an_interview_written_down_later_undoes_a_no() -> None:
    refused = happened(EventType.REJECTED, "2027-03-05 10:00", number=30)
    long_past = talk("2027-03-30 11:00", number=31)

    assert verdict("2027-03-29 10:00", talk(), refused).verdict is MOVE_ON
    assert verdict("2027-03-29 10:00", talk(), refused, long_past).rule == "R31"


def test_another_role_at_the_same_employer_shares_the_gap_unless_others_read_there() -> None:
    clerk = Opportunity(id=2, employer=" ACME ", role="Clerk")
    ann, ann_too, bo = (
        talk(number=number, window_latest=date(2027, 3, 12), interviewers=(name,))
        for number, name in enumerate(("Ann", "ann", "Bo"))
    )
    facts = (asked("2027-03-15 10:00", opportunity=2),)

    def rule(here: Interview, there: Interview) -> str:
        elsewhere = Interview(id=9, opportunity_id=2, start=there.start, end=there.end, interviewers=there.interviewers)
        return verdict("2027-03-16 10:00", here, elsewhere, *facts, others=(clerk,)).rule

    assert rule(ann, ann_too) == "R39"
    assert rule(ann, bo) == "R19"
    assert rule(ann, talk()) == "R39"


def test_a_promise_of_theirs_is_not_owed() -> None:
    theirs = Promise(id=40, opportunity_id=1, what="an answer", due=date(2027, 3, 5), side="theirs")  # type: ignore[arg-type]
    assert verdict("2027-03-05 10:00", talk(), theirs).verdict is ONLY_THANK_YOU
