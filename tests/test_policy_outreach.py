"""What may go besides the status question: through the agency, because of a deadline, as promised, on LinkedIn."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from storage.facts import ContactKind, EventType
from tests.policy_cases import (
    FOLLOW_UP,
    GO,
    HOLD,
    IN,
    ONLY_PROMISE,
    ONLY_THANK_YOU,
    PHONE,
    ask,
    at,
    case,
    contact,
    event,
    interview,
    other,
    owed,
    question,
    thanks,
    told,
)


class TestAgency:
    """Steps 7 and 10 (R12)."""

    def test_is_not_to_be_passed_by(self) -> None:
        known = case(thanks(), via_agency=True)
        assert told(ask(known, "2027-03-20 10:00", "follow_up", to="employer")) == (HOLD, None, None)
        assert ask(known, "2027-03-20 10:00", "withdraw", to="employer").verdict is GO
        assert ask(case(thanks()), "2027-03-02 10:00", "follow_up", to="employer").rule == "R18"

    @pytest.mark.parametrize(
        ("now", "expected"),
        [
            ("2027-03-01 11:30", (GO, "debrief", None)),
            ("2027-03-01 17:00", (ONLY_THANK_YOU, "thank_you", "2027-03-16")),
            ("2027-03-02 16:59", (GO, "debrief", None)),
            ("2027-03-03 10:00", (ONLY_THANK_YOU, "thank_you", "2027-03-16")),
        ],
    )
    def test_gets_a_call_on_the_day_or_the_next(self, now: str, expected: Any) -> None:
        verdict = ask(case(via_agency=True), now)

        assert told(verdict) == expected
        assert verdict.channel == (PHONE if verdict.verdict is GO else None)

    def test_is_not_called_twice(self) -> None:
        called = case(other("debrief", "2027-03-01 12:00", IN), via_agency=True)
        assert told(ask(called, "2027-03-01 14:00")) == (ONLY_THANK_YOU, "thank_you", "2027-03-16")

    def test_everything_goes_to_the_consultant(self) -> None:
        waited = case(thanks(to="agency"), interview(latest=None), via_agency=True)

        assert told(ask(waited, "2027-03-02 18:00")) == (HOLD, "follow_up", "2027-03-08")
        assert ask(waited, "2027-03-02 18:00").reason == "verdict.hold.no_window_agency"
        assert "verdict.also.via_agency" in ask(waited, "2027-03-08 10:00").also
        assert "verdict.also.via_agency" in ask(waited, "2027-03-08 10:00", "logistics").also


class TestDeadlineElsewhere:
    """Step 8 (R10)."""

    OFFER = event(EventType.COMPETING_OFFER, "2027-03-03 18:00", deadline="2027-03-15")  # a Monday
    TOLD = other("competing_offer", "2027-03-04 10:00")

    @pytest.mark.parametrize(
        ("known", "now", "expected"),
        [
            ((), "2027-03-04 10:00", (GO, "offer_deadline", None)),
            ((), "2027-03-03 19:00", (HOLD, "offer_deadline", "2027-03-04")),
            ((), "2027-03-12 06:00", (GO, "offer_deadline", None)),  # Friday: Monday is the next business day
            ((), "2027-03-15 22:00", (GO, "offer_deadline", None)),
            ((), "2027-03-16 10:00", (GO, "follow_up", None)),
            ((TOLD,), "2027-03-05 10:00", (HOLD, "offer_deadline", "2027-03-12")),
            ((TOLD,), "2027-03-12 08:00", (GO, "offer_deadline", None)),
            ((TOLD,), "2027-03-13 10:00", (HOLD, "follow_up", "2027-03-16")),
            ((TOLD, other("competing_offer", "2027-03-12 09:00")), "2027-03-12 10:00", (HOLD, FOLLOW_UP, "2027-03-16")),
            ((other("competing_offer", "2027-03-12 09:00"),), "2027-03-12 10:00", (HOLD, FOLLOW_UP, "2027-03-16")),
            ((other("competing_offer", "2027-03-01 09:00"),), "2027-03-04 10:00", (GO, "offer_deadline", None)),
        ],
    )
    def test_may_be_told_once_and_reminded_of_once(self, known: Any, now: str, expected: Any) -> None:
        assert told(ask(case(thanks(), self.OFFER, *known), now)) == expected

    def test_goes_their_way_and_opens_in_their_hours(self) -> None:
        verdict = ask(case(thanks(), self.OFFER, self.TOLD), "2027-03-05 10:00")

        assert verdict.opens_at == at("2027-03-12 09:00")
        assert ask(case(thanks(), self.OFFER, preferred_channel=PHONE), "2027-03-04 10:00").channel is PHONE

    def test_without_a_date_gives_no_right(self) -> None:
        undated = event(EventType.COMPETING_OFFER, "2027-03-03 18:00")
        assert ask(case(thanks(), undated), "2027-03-04 10:00").rule == "R18"


class TestPromises:
    """Steps 9 and 14 (R11)."""

    @pytest.mark.parametrize(
        ("due", "reason"),
        [
            ("2027-03-05", "verdict.promise.overdue"),
            ("2027-03-06", "verdict.promise.due_today"),
            ("2027-03-09", "verdict.promise.pending"),
        ],
    )
    def test_goes_out_by_its_day_weekend_or_not(self, due: str, reason: str) -> None:
        verdict = ask(case(thanks(), owed(due)), "2027-03-06 23:00")

        assert told(verdict) == (ONLY_PROMISE, "promise", "2027-03-16")
        assert verdict.reason == reason
        assert verdict.opens_at == at("2027-03-16 09:00")

    def test_the_most_urgent_comes_first_and_what_is_done_not_at_all(self) -> None:
        several = case(thanks(), owed("2027-03-09"), owed("2027-03-06"), owed("2027-03-05", done=True))
        assert ask(several, "2027-03-06 12:00").params["due"] == date(2027, 3, 6)

    @pytest.mark.parametrize(
        ("now", "verdict", "opens"),
        [("2027-03-16 08:00", ONLY_PROMISE, "2027-03-16"), ("2027-03-16 10:00", ONLY_PROMISE, None)],
    )
    def test_due_comes_before_an_open_question(self, now: str, verdict: str, opens: str | None) -> None:
        assert told(ask(case(thanks(), owed("2027-03-16")), now)) == (verdict, "promise", opens)

    def test_pending_comes_after_an_open_question(self) -> None:
        assert told(ask(case(thanks(), owed("2027-03-20")), "2027-03-16 10:00")) == (GO, "follow_up", None)

    def test_names_the_next_note_when_another_interview_is_fixed(self) -> None:
        agreed = event(EventType.NEXT_INTERVIEW, "2027-03-03 10:00", planned_for="2027-03-10 15:00")
        verdict = ask(case(thanks(), agreed, owed("2027-03-05")), "2027-03-05 10:00")

        assert told(verdict) == (ONLY_PROMISE, "promise", "2027-03-10")
        assert verdict.asks_from is None


CONNECTED = contact(ContactKind.LINKEDIN, "2027-03-02 10:00")


class TestLinkedIn:
    """Step 11 (R38)."""

    @pytest.mark.parametrize(
        ("known", "now", "expected"),
        [
            ((), "2027-03-01 12:00", (HOLD, "linkedin", "2027-03-02")),
            ((), "2027-03-01 13:00", (ONLY_THANK_YOU, "thank_you", "2027-03-16")),
            ((thanks(),), "2027-03-01 17:00", (HOLD, "follow_up", "2027-03-16")),
            ((thanks(),), "2027-03-02 22:00", (GO, "linkedin", None)),
            ((question("2027-03-04 10:00"),), "2027-03-05 22:00", (GO, "linkedin", None)),
            ((thanks(), CONNECTED), "2027-03-03 10:00", (HOLD, "follow_up", "2027-03-16")),
        ],
    )
    def test_comes_once_from_the_next_day_after_the_thank_you(self, known: Any, now: str, expected: Any) -> None:
        verdict = ask(case(*known), now, "linkedin")

        assert told(verdict) == expected
        assert verdict.channel is None

    def test_waits_for_everybody_to_be_thanked_or_for_one_note_at_least(self) -> None:
        panel = interview(interviewers=("Ann", "Bo"))
        assert told(ask(case(panel, thanks(to="Ann")), "2027-03-02 10:00", "linkedin")) == (GO, "linkedin", None)

    def test_is_not_for_agencies_nor_before_they_met(self) -> None:
        before = case(interview("2027-03-10 11:00"))

        assert ask(case(thanks(to="agency"), via_agency=True), "2027-03-03 10:00", "linkedin").kind is FOLLOW_UP
        assert ask(before, "2027-03-03 10:00", "linkedin").rule == "R31"

    def test_that_asks_for_news_is_a_status_question(self) -> None:
        assert ask(case(thanks()), "2027-03-03 10:00", "linkedin", about="status").rule == "R18"
