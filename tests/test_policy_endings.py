"""How it ends: they said no, or the Person is leaving (R5 to R9)."""

from __future__ import annotations

from typing import Any

import pytest

from storage.facts import ContactKind, EventType, Stage
from tests.policy_cases import (
    EMAIL,
    GO,
    HOLD,
    MOVE_ON,
    ONLY_THANK_YOU,
    REPLY_NOW,
    ask,
    at,
    case,
    contact,
    event,
    interview,
    other,
    reply,
    thanks,
    told,
)


class TestTheySaidNo:
    """Step 4 (R5, R6, R7)."""

    NO = event(EventType.REJECTED, "2027-03-05 10:00")

    @pytest.mark.parametrize(
        ("now", "expected"),
        [
            ("2027-03-19 23:59", (REPLY_NOW, "reply", None)),  # the tenth business day
            ("2027-03-20 00:00", (MOVE_ON, None, None)),
            ("2027-06-03 00:00", (GO, "keep_in_touch", None)),
        ],
    )
    def test_may_be_answered_for_ten_business_days(self, now: str, expected: Any) -> None:
        assert told(ask(case(thanks(), self.NO), now)) == expected

    @pytest.mark.parametrize(
        "answer", [reply("2027-03-06 10:00"), thanks("2027-03-06 10:00"), other("feedback", "2027-03-06 10:00")]
    )
    def test_is_over_once_answered(self, answer: Any) -> None:
        assert told(ask(case(thanks(), self.NO, answer), "2027-03-08 10:00")) == (MOVE_ON, None, None)

    def test_a_sign_of_life_every_ninety_days(self) -> None:
        known = [thanks(), self.NO, reply("2027-03-06 10:00"), other("keep_in_touch", "2027-06-07 10:00")]

        assert told(ask(case(*known[:3]), "2027-06-03 23:00")) == (MOVE_ON, None, None)
        assert told(ask(case(*known[:3]), "2027-06-04 00:00")) == (GO, "keep_in_touch", None)
        assert told(ask(case(*known), "2027-06-08 10:00")) == (MOVE_ON, None, None)
        assert ask(case(*known), "2027-06-08 10:00").again == at("2027-09-05 00:00")

    def test_allows_one_linkedin_request_even_through_an_agency(self) -> None:
        answered = [thanks(), self.NO, reply("2027-03-06 10:00")]
        sent = contact(ContactKind.LINKEDIN, "2027-03-07 10:00")

        assert told(ask(case(*answered, via_agency=True), "2027-03-08 10:00", "linkedin")) == (GO, "linkedin", None)
        assert ask(case(*answered, sent), "2027-03-08 10:00", "linkedin").verdict is MOVE_ON
        assert ask(case(*answered), "2027-03-08 10:00", "linkedin", about="status").verdict is MOVE_ON

    def test_counts_from_their_return_once_they_come_back(self) -> None:
        back = event(EventType.REOPENED, "2027-04-05 10:00")
        known = case(thanks(), self.NO, reply("2027-03-06 10:00"), back, reply("2027-04-05 12:00"))
        assert told(ask(known, "2027-04-06 10:00")) == (HOLD, "follow_up", "2027-04-12")

    def test_an_invitation_after_a_no_is_a_return(self) -> None:
        invited = event(EventType.INVITATION, "2027-04-05 10:00")
        again = event(EventType.INVITATION, "2027-04-05 11:00")
        known = [thanks(), self.NO, reply("2027-03-06 10:00"), invited]

        assert ask(case(*known), "2027-04-05 11:00").rule == "R7"
        answered = case(*known, again, reply("2027-04-05 12:00"))
        assert told(ask(answered, "2027-04-06 10:00")) == (HOLD, "follow_up", "2027-04-12")

    def test_does_not_outlive_a_new_interview(self) -> None:
        second = interview("2027-04-07 11:00", latest=None, stage=Stage.SECOND)
        assert ask(case(second, self.NO), "2027-04-07 14:00").verdict is ONLY_THANK_YOU


class TestLeaving:
    """Steps 5 and 6 (R8, R9)."""

    @pytest.mark.parametrize("why", [EventType.USER_WITHDRAWS, EventType.ACCEPTED_OTHER_OFFER])
    def test_is_told_at_once_at_any_hour_and_then_it_is_over(self, why: EventType) -> None:
        leaving = event(why, "2027-03-06 10:00")
        told_them = other("withdraw", "2027-03-06 23:30")

        assert told(ask(case(thanks(), leaving), "2027-03-06 23:00")) == (GO, "withdraw", None)
        assert told(ask(case(thanks(), leaving, told_them), "2027-03-07 10:00")) == (MOVE_ON, None, None)

    def test_is_undone_when_they_come_back_or_meet_again(self) -> None:
        left = other("withdraw", "2027-03-06 23:30")
        back = event(EventType.REOPENED, "2027-03-08 10:00")
        second = interview("2027-03-10 11:00", stage=Stage.SECOND)

        assert ask(case(thanks(), left, back, reply("2027-03-08 11:00")), "2027-03-09 10:00").rule == "R7"
        assert ask(case(second, left), "2027-03-10 14:00").verdict is ONLY_THANK_YOU

    def test_an_offer_after_a_refusal_is_a_new_one(self) -> None:
        declined = event(EventType.DECLINED, "2027-03-06 10:00")
        better = event(EventType.OFFER, "2027-03-08 10:00")
        assert ask(case(thanks(), declined, better), "2027-03-08 11:00").rule == "R3"

    @pytest.mark.parametrize(("wish", "about"), [("withdraw", None), ("other", "withdraw"), ("logistics", None)])
    def test_asking_to_leave_or_for_something_practical_is_always_allowed(self, wish: str, about: str | None) -> None:
        verdict = ask(case(thanks()), "2027-03-06 23:00", wish, about=about)
        assert (verdict.verdict, verdict.channel) == (GO, EMAIL)
