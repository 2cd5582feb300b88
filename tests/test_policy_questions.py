"""The open date of the status question (R18 to R37)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scheduler.calendar_days import calendar_for, complete_calendar
from scheduler.policy import question as question_state
from storage.facts import EventType, Sector, Stage
from tests.policy_cases import (
    FOLLOW_UP,
    GO,
    HOLD,
    ask,
    at,
    case,
    event,
    interview,
    owed,
    question,
    thanks,
    told,
)


class TestOpenDate:
    """The first day for a status question. The window ends on Friday 12 March, the leeway on Tuesday the 16th."""

    @pytest.mark.parametrize(
        ("now", "rule", "answer"),
        [
            ("2027-03-12 23:59", "R18", HOLD),
            ("2027-03-13 00:00", "R19", HOLD),
            ("2027-03-15 16:00", "R19", HOLD),
            ("2027-03-16 08:59", "R36", HOLD),
            ("2027-03-16 09:00", "R19", GO),
            ("2027-03-16 16:59", "R19", GO),
        ],
    )
    def test_comes_two_business_days_after_the_day_they_named(self, now: str, rule: str, answer: str) -> None:
        verdict = ask(case(thanks()), now)

        assert (verdict.verdict, verdict.rule) == (answer, rule)
        if answer is HOLD:
            assert verdict.asks_from == date(2027, 3, 16)
            assert verdict.opens_at == at("2027-03-16 09:00")

    @pytest.mark.parametrize(
        ("now", "opens"),
        [
            ("2027-03-16 17:00", "2027-03-17"),
            ("2027-03-19 17:00", "2027-03-22"),
            ("2027-03-20 08:00", "2027-03-22"),
        ],
    )
    def test_outside_office_hours_it_is_the_next_business_day(self, now: str, opens: str) -> None:
        assert told(ask(case(thanks()), now)) == (HOLD, "follow_up", opens)

    @pytest.mark.parametrize(
        ("stage", "more", "opens"),
        [
            (Stage.PHONE_SCREEN, {}, "2027-03-08"),
            (Stage.FIRST, {}, "2027-03-10"),
            (Stage.SECOND, {}, "2027-03-10"),
            (Stage.PANEL, {}, "2027-03-10"),
            (Stage.TECHNICAL, {}, "2027-03-10"),
            (Stage.FINAL, {}, "2027-03-15"),
            (Stage.FINAL, {"via_agency": True}, "2027-03-08"),
            (Stage.FIRST, {"sector": Sector.PUBLIC, "via_agency": True}, "2027-03-22"),
            (Stage.FIRST, {"sector": Sector.ACADEMIC}, "2027-03-22"),
        ],
    )
    def test_without_a_window_sector_beats_agency_beats_stage(self, stage: Stage, more: Any, opens: str) -> None:
        known = case(interview(latest=None, stage=stage), thanks(to="agency"), **more)
        assert told(ask(known, "2027-03-03 10:00")) == (HOLD, "follow_up", opens)

    @pytest.mark.parametrize(("earliest", "opens"), [("2027-03-15", "2027-03-23"), ("2027-03-20", "2027-03-23")])
    def test_comes_after_the_week_of_the_earliest_day_they_named(self, earliest: str, opens: str) -> None:
        vague = interview(latest=None, window_earliest=date.fromisoformat(earliest))
        assert told(ask(case(vague, thanks()), "2027-03-05 10:00")) == (HOLD, "follow_up", opens)

    @pytest.mark.parametrize(
        ("message", "rule", "opens"),
        [
            (event(EventType.INVITED_FOLLOW_UP, "2027-03-01 11:00", since="2027-03-10"), "R21", "2027-03-10"),
            (event(EventType.INVITED_FOLLOW_UP, "2027-03-01 11:00", since="2027-03-13"), "R21", "2027-03-15"),
            (event(EventType.INVITED_FOLLOW_UP, "2027-03-01 11:00"), "R18", "2027-03-16"),
            (event(EventType.WINDOW_EXTENDED, "2027-03-04 10:00", latest="2027-03-19"), "R27", "2027-03-23"),
            (event(EventType.WINDOW_EXTENDED, "2027-03-04 10:00", earliest="2027-03-15"), "R27", "2027-03-23"),
            (event(EventType.WINDOW_EXTENDED, "2027-03-04 10:00"), "R28", "2027-03-18"),
            (event(EventType.ASKED_TO_WAIT, "2027-03-04 10:00"), "R28", "2027-03-18"),
            (event(EventType.PROCESS_PAUSED, "2027-03-04 10:00"), "R29", "2027-04-01"),
            (event(EventType.PROCESS_PAUSED, "2027-03-04 10:00", until="2027-03-31"), "R29", "2027-04-02"),
            (event(EventType.SCHEDULING_PENDING, "2027-03-04 10:00"), "R30", "2027-03-11"),
            (event(EventType.VERBAL_OFFER, "2027-03-04 10:00"), "R4", "2027-03-11"),
            (event(EventType.VERBAL_OFFER, "2027-03-04 10:00", until="2027-03-09"), "R4", "2027-03-11"),
            (event(EventType.JOB_REPOSTED, "2027-03-04 10:00"), "R18", "2027-03-16"),
            (event(EventType.REFERENCE_CALLED, "2027-03-04 10:00"), "R18", "2027-03-16"),
            (event(EventType.ASKED_TO_WAIT, "2027-02-20 10:00"), "R18", "2027-03-16"),  # an earlier round (R17)
        ],
    )
    def test_is_set_by_their_messages(self, message: Any, rule: str, opens: str) -> None:
        verdict = ask(case(thanks(), message), "2027-03-05 10:00")

        assert told(verdict) == (HOLD, "follow_up", opens)
        assert verdict.rule == rule

    def test_is_set_by_the_last_of_them_whatever_order_they_are_known_in(self) -> None:
        moved = event(EventType.WINDOW_EXTENDED, "2027-03-10 10:00", latest="2027-03-19")
        paused = event(EventType.PROCESS_PAUSED, "2027-03-09 10:00")
        assert ask(case(thanks(), moved, paused), "2027-03-11 10:00").asks_from == date(2027, 3, 23)

    def test_may_be_announced_before_any_interview(self) -> None:
        announced = event(EventType.SCHEDULING_PENDING, "2027-03-04 10:00")
        known = case(announced, event(EventType.INVITED_FOLLOW_UP, "2027-03-05 10:00", since="2027-03-15"))
        invited = event(EventType.INVITED_FOLLOW_UP, "2027-03-05 10:00", since="2027-03-15")

        for facts in ((announced,), (announced, invited), (invited,)):
            no_talk_yet = replace(case(*facts), interviews=())
            assert ask(no_talk_yet, "2027-03-05 11:00").kind is FOLLOW_UP
        assert known.interviews

    def test_there_is_none_without_any_interview(self) -> None:
        nothing = replace(case(), interviews=())
        assert told(ask(nothing, "2027-03-05 11:00")) == (HOLD, None, None)
        assert ask(nothing, "2027-03-05 11:00").again is None


def test_the_question_alone_can_be_asked_about_whatever_else_goes_first() -> None:
    assert told(question_state(case(owed("2027-03-05")), at("2027-03-05 10:00"))) == (HOLD, "follow_up", "2027-03-16")


class TestLeave:
    """Nothing to somebody who is away, nor on the first day back (R32)."""

    AWAY = event(EventType.RECRUITER_AWAY, "2027-03-01 10:00", since="2027-03-15", until="2027-03-19")

    @pytest.mark.parametrize(
        ("now", "expected"),
        [
            ("2027-03-08 10:00", (HOLD, "follow_up", "2027-03-23")),
            ("2027-03-22 10:00", (HOLD, "follow_up", "2027-03-23")),
            ("2027-03-23 10:00", (GO, "follow_up", None)),
        ],
    )
    def test_moves_the_open_date_behind_it(self, now: str, expected: Any) -> None:
        assert told(ask(case(thanks(), self.AWAY), now)) == expected

    def test_holds_a_question_that_was_open_before(self) -> None:
        away = event(EventType.RECRUITER_AWAY, "2027-03-16 10:00", since="2027-03-18", until="2027-03-25")

        assert ask(case(thanks(), away), "2027-03-17 10:00").verdict is GO
        assert told(ask(case(thanks(), away), "2027-03-17 18:00")) == (HOLD, "follow_up", "2027-03-29")
        assert told(ask(case(thanks(), away), "2027-03-18 10:00")) == (HOLD, "follow_up", "2027-03-29")

    def test_without_an_end_counts_as_one_day(self) -> None:
        today = event(EventType.RECRUITER_AWAY, "2027-03-16 08:00")
        assert told(ask(case(thanks(), today), "2027-03-16 10:00")) == (HOLD, "follow_up", "2027-03-18")

    def test_does_not_bring_back_questions_that_were_used(self) -> None:
        away = event(EventType.RECRUITER_AWAY, "2027-03-24 10:00", since="2027-03-24", until="2027-04-09")
        asked = (question("2027-03-16 10:00"), question("2027-03-23 10:00"))
        assert told(ask(case(thanks(), *asked, away), "2027-03-25 10:00")) == (HOLD, None, None)


class TestCalendar:
    """Their days, their hours (R36, R37)."""

    def test_holidays_are_no_business_days(self) -> None:
        closed = complete_calendar("Europe/London", range(5), [date(2027, 3, 15)])
        assert ask(case(thanks(), calendar=closed), "2027-03-05 10:00").asks_from == date(2027, 3, 17)

    def test_year_end_is_quiet_unless_their_calendar_is_known(self) -> None:
        december = interview("2026-12-15 11:00", latest="2026-12-23")
        now = "2026-12-22 10:00"

        unknown = ask(case(december, calendar=calendar_for("Europe/London")), now)
        known = ask(case(december, calendar=complete_calendar("Europe/London", range(5), ())), now)
        assert (unknown.not_before, known.not_before) == (date(2027, 1, 5), date(2026, 12, 25))
