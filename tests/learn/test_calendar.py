"""What stands in a calendar becomes Interviews."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.learn import calendar
from bot.learn.ledger import Ledger
from bot.words import plain
from storage.facts import Appointment, Decision, EventType, Interview, Known, Opportunity, Stage
from tests.learn.events import FRIDAY, THURSDAY, fed, having, planned, row, whole
from tests.learn.rows import HOUR, NOW, happened, let_go, met, stranger


def turn(known: Known) -> Ledger:
    return Ledger(known, NOW)


def plan(known: Known, number: int = 20) -> tuple[Ledger, Interview]:
    """The turn after one was planned."""
    ledger = turn(known)
    return ledger, calendar.plan(ledger, ledger.found(Appointment, number))


def test_what_waits_is_neither_answered_nor_over_nor_off() -> None:
    rows = (
        row(1, start=FRIDAY),
        row(2, decision=Decision.DOUBTFUL),
        row(3, decision=Decision.PLANNED),
        row(4, cancelled=True),
        row(5, start=NOW - 2 * HOUR),
        row(6, **whole(NOW.date())),
    )
    assert [one.id for one in calendar.waiting(turn(having(*rows)))] == [6, 2, 1]


def test_an_interview_that_was_called_off_is_nobodys() -> None:
    known = planned()
    assert calendar.interview_of(turn(known), known.appointments[0]) == known.interviews[0]
    off = replace(known, interviews=(replace(known.interviews[0], cancelled=True),))
    assert calendar.interview_of(turn(off), off.appointments[0]) is None
    assert calendar.interview_of(turn(known), None) is None


@pytest.mark.parametrize(
    ("title", "organizer", "expected"),
    [
        ("Second round", "talent@acme.com", "Acme"),
        ("Interview at Globex", "", "Globex"),
        ("Chat with ACME people", "", "Acme"),
        ("Pacmen interview", "", "Pacmen"),
        ("Interview", "", None),
        ("Interview at \u202eevil\u202c Co", "", "evil Co"),
    ],
)
def test_the_employer_is_one_that_is_pursued_or_guessed(title: str, organizer: str, expected: str | None) -> None:
    assert calendar.employer_of(turn(met()), row(title=title, organizer=organizer)) == expected


def test_employers_without_a_name_are_not_looked_for() -> None:
    nameless = Opportunity(id=3, employer=plain("employer.unnamed", "en"))
    known = replace(stranger(), opportunities=(nameless, Opportunity(id=4, employer="Acme")))
    assert calendar.employers(turn(known)) == ["Acme"]


# Planned


def test_one_is_planned_at_its_employer() -> None:
    ledger, talk = plan(having(row(title="Technical interview: Data Engineer at Globex")))

    (opportunity,) = ledger.known.opportunities
    assert (opportunity.employer, opportunity.role) == ("Globex", "Data Engineer")
    assert (talk.start, talk.end, talk.stage) == (THURSDAY, THURSDAY + HOUR, Stage.TECHNICAL)
    assert (talk.start_known, talk.length_known, talk.passed_over) == (True, True, ("zone",))
    (one,) = ledger.known.appointments
    assert (one.decision, one.interview_id) == (Decision.PLANNED, talk.id)
    assert ledger.person.topic == opportunity.id


def test_one_without_an_employer_is_planned_at_one_without_a_name() -> None:
    ledger, talk = plan(having(row(title="Interview")))

    (opportunity,) = ledger.known.opportunities
    assert opportunity.employer == plain("employer.unnamed", "en")
    assert talk.opportunity_id == opportunity.id
    assert ledger.known.appointments[0].interview_id == talk.id


def test_of_a_whole_day_the_time_is_only_assumed() -> None:
    _, talk = plan(having(row(**whole(date(2026, 12, 10)))))

    assert (talk.day_known, talk.start_known, talk.length_known) == (True, False, False)
    assert talk.start == datetime(2026, 12, 10, 12, tzinfo=UTC)
    assert talk.passed_over == ()


@pytest.mark.parametrize("length", [timedelta(), timedelta(hours=30)])
def test_an_hour_is_assumed_where_the_calendar_says_nothing_of_use(length: timedelta) -> None:
    _, talk = plan(having(row(end=THURSDAY + length)))
    assert (talk.end - talk.start, talk.length_known) == (HOUR, False)


def test_a_further_round_belongs_to_the_employer_that_is_pursued() -> None:
    ledger, talk = plan(having(row(title="Interview at Acme Ltd"), known=met()))
    assert [o.id for o in ledger.known.opportunities] == [1]
    assert (talk.opportunity_id, talk.stage) == (1, Stage.SECOND)


def test_another_role_is_another_opportunity() -> None:
    known = replace(met(), opportunities=(Opportunity(id=1, employer="Acme", role="designer"),))
    ledger, _ = plan(having(row(title="Interview: Data Engineer at Acme"), known=known))
    assert [o.role for o in ledger.known.opportunities] == ["designer", "Data Engineer"]


def test_what_was_told_before_is_the_same_interview() -> None:
    known = planned(decision=Decision.OPEN, interview_id=None, feed=False)
    ledger, talk = plan(known)
    assert ledger.known.interviews == (talk,)
    assert talk.id == 2


def test_a_day_that_was_told_gets_its_time_from_the_calendar() -> None:
    noon = THURSDAY - 2 * HOUR
    told = Interview(id=2, opportunity_id=1, start=noon, end=noon + HOUR, start_known=False, length_known=False)
    _, talk = plan(having(row(), known=replace(met(), interviews=(told,))))
    assert (talk.id, talk.start, talk.start_known, talk.length_known) == (2, THURSDAY, True, True)


def test_a_time_that_was_told_stays_when_the_calendar_knows_only_the_day() -> None:
    known = planned(feed=False)
    ledger, talk = plan(having(row(**whole(THURSDAY.date())), known=known))
    assert ledger.known.interviews == known.interviews
    assert talk.start == THURSDAY


def test_one_that_was_let_go_with_its_only_talk_is_taken_up_again() -> None:
    known = met(cancelled=True)
    ledger, _ = plan(having(row(), known=let_go(known)))
    assert [(o.id, o.closed_at) for o in ledger.known.opportunities] == [(1, None)]


def test_one_that_has_said_no_is_not_taken_up_again() -> None:
    known = happened(let_go(met(cancelled=True)), EventType.REJECTED)
    ledger, _ = plan(having(row(), known=known))
    assert len(ledger.known.opportunities) == 2


# Moved, called off


def test_a_planned_one_takes_the_times_of_the_calendar() -> None:
    ledger = turn(planned())
    talk = calendar.move(ledger, row(start=FRIDAY, end=FRIDAY + 2 * HOUR), ledger.known.interviews[0])
    assert (talk.start, talk.end) == (FRIDAY, FRIDAY + 2 * HOUR)


def test_without_an_end_the_length_stays_and_with_a_day_alone_the_clock() -> None:
    ledger = turn(planned())
    talk = ledger.known.interviews[0]
    assert calendar.times_of(ledger, row(start=FRIDAY, end=FRIDAY), talk)["end"] == FRIDAY + HOUR
    moved = calendar.times_of(ledger, row(**whole(FRIDAY.date())), talk)
    assert (moved["start"], moved["end"]) == (FRIDAY, FRIDAY + HOUR)


def test_the_new_one_takes_the_place_of_the_old_one() -> None:
    known = planned()
    new = row(30, start=FRIDAY, decision=Decision.REPLACING, replaces=20, asked=True)
    ledger = turn(replace(known, appointments=(*known.appointments, new)))
    talk = calendar.take_place_of(ledger, new, known.appointments[0], known.interviews[0])

    assert (talk.id, talk.start) == (2, FRIDAY)
    (one,) = ledger.known.appointments
    assert (one.id, one.decision, one.interview_id, one.replaces, one.asked) == (30, Decision.PLANNED, 2, None, False)


def test_an_employer_without_any_other_talk_is_let_go() -> None:
    ledger = turn(planned())
    calendar.call_off(ledger, ledger.known.interviews[0])
    assert ledger.known.interviews[0].cancelled
    assert ledger.known.opportunities[0].closed_at == NOW


def test_an_employer_with_another_talk_stays() -> None:
    known = planned()
    other = Interview(id=5, opportunity_id=1, start=FRIDAY, end=FRIDAY + HOUR)
    ledger = turn(replace(known, interviews=(*known.interviews, other)))
    calendar.call_off(ledger, known.interviews[0])
    assert ledger.known.opportunities[0].closed_at is None


def test_what_is_refused_is_left_alone() -> None:
    ledger = turn(having(row()))
    calendar.refuse(ledger, ledger.known.appointments[0])
    assert ledger.known.appointments[0].decision is Decision.IGNORED


def test_the_feed_is_looked_at_when_a_planned_one_ends() -> None:
    known = fed(having(row(from_feed=True)), look_at=THURSDAY + 5 * HOUR)
    ledger, talk = plan(known)
    assert ledger.known.feeds[0].look_at == talk.end
