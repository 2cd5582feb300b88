"""The order of decision, step by step (section 3 of docs/contact-policy.md)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scheduler.policy import judge, read_case, read_intent, read_moment
from storage.facts import ContactKind, EventType, Stage
from tests.policy_cases import (
    EMAIL,
    GO,
    HOLD,
    IN,
    MOVE_ON,
    ONLY_PROMISE,
    ONLY_THANK_YOU,
    PHONE,
    REPLY_NOW,
    ask,
    at,
    case,
    contact,
    event,
    interview,
    other,
    owed,
    question,
    reply,
    thanks,
    told,
)

ROOT = Path(__file__).parent.parent
SCENARIOS = ROOT.parent / "shared" / "coaching" / "scenarios.jsonl"


def scenarios() -> list[dict[str, Any]]:
    if not SCENARIOS.exists():
        return []
    return [json.loads(line) for line in SCENARIOS.read_text("utf-8").splitlines()]


@pytest.mark.skipif(not SCENARIOS.exists(), reason="corpus not found")
@pytest.mark.parametrize("scenario", scenarios(), ids=lambda scenario: scenario["id"])
def test_scenario_gets_the_expected_verdict(scenario: dict[str, Any]) -> None:
    verdict = judge(read_case(scenario), read_moment(scenario), read_intent(scenario))

    expected = scenario["expect"]
    assert told(verdict) == (expected["verdict"], expected["kind"], expected["not_before"])
    assert verdict.channel == expected.get("channel")


class TestReplyOwed:
    """Step 1 (R1, R3, R5, R7)."""

    @pytest.mark.parametrize(
        ("what", "rule"),
        [
            (EventType.REQUEST, "R1"),
            (EventType.QUESTION, "R1"),
            (EventType.INVITATION, "R1"),
            (EventType.MISSED_CALL, "R1"),
            (EventType.LINKEDIN_INVITATION, "R1"),
            (EventType.OFFER, "R3"),
            (EventType.REJECTED, "R5"),
            (EventType.REOPENED, "R7"),
        ],
    )
    def test_is_answered_at_any_hour_until_a_reply_went_out(self, what: EventType, rule: str) -> None:
        asked = event(what, "2027-03-05 10:00")
        open_case = case(thanks(), asked)
        answered = case(thanks(), asked, reply("2027-03-05 12:00"))

        assert told(ask(open_case, "2027-03-06 23:00")) == (REPLY_NOW, "reply", None)
        assert ask(open_case, "2027-03-06 23:00").rule == rule
        assert ask(answered, "2027-03-06 23:00").verdict is not REPLY_NOW

    def test_a_reply_before_the_request_does_not_answer_it(self) -> None:
        asked = event(EventType.REQUEST, "2027-03-05 10:00")
        assert ask(case(thanks(), asked, reply("2027-03-04 12:00")), "2027-03-05 11:00").verdict is REPLY_NOW

    def test_delivery_answers_a_request_but_no_question(self) -> None:
        sent = contact(ContactKind.PROMISE, "2027-03-05 12:00")
        request, query = (event(kind, "2027-03-05 10:00") for kind in (EventType.REQUEST, EventType.QUESTION))

        assert ask(case(thanks(), request, sent), "2027-03-05 13:00").verdict is HOLD
        assert ask(case(thanks(), query, sent), "2027-03-05 13:00").verdict is REPLY_NOW

    def test_says_by_when_and_then_that_it_is_late(self) -> None:
        asked = case(thanks(), event(EventType.QUESTION, "2027-03-05 10:00"))

        in_time = ask(asked, "2027-03-08 20:00")
        assert in_time.also == ("verdict.also.reply_by",)
        assert in_time.params["by"] == date(2027, 3, 8)
        assert in_time.again == at("2027-03-09 00:00")
        assert ask(asked, "2027-03-09 08:00").also == ("verdict.also.reply_today",)

    def test_verbal_offer_is_no_offer_yet(self) -> None:
        assert ask(case(thanks(), event(EventType.VERBAL_OFFER, "2027-03-05 10:00")), "2027-03-05 11:00").rule == "R4"

    @pytest.mark.parametrize(
        "later",
        [
            event(EventType.NEXT_INTERVIEW, "2027-03-05 12:00", planned_for="2027-03-20 12:00"),
            other("withdraw", "2027-03-05 12:00"),
            event(EventType.DECLINED, "2027-03-05 12:00"),
            event(EventType.ACCEPTED, "2027-03-05 12:00"),
        ],
    )
    def test_invitation_is_settled_by_what_came_of_it(self, later: Any) -> None:
        invited = event(EventType.INVITATION, "2027-03-05 10:00")
        assert ask(case(thanks(), invited, later), "2027-03-06 10:00").verdict is not REPLY_NOW

    def test_an_interview_settles_the_invitation_to_it_but_not_a_request_for_papers(self) -> None:
        second = interview("2027-03-10 11:00", stage=Stage.SECOND)
        invited, asked = (event(kind, "2027-03-05 10:00") for kind in (EventType.INVITATION, EventType.REQUEST))

        assert ask(case(second, invited), "2027-03-10 14:00").verdict is ONLY_THANK_YOU
        assert ask(case(second, asked), "2027-03-10 14:00").verdict is REPLY_NOW

    def test_no_from_an_address_that_takes_no_mail_says_whom_to_write_to(self) -> None:
        refused = case(thanks(), event(EventType.REJECTED, "2027-03-05 10:00", no_reply_address=True))
        assert ask(refused, "2027-03-05 11:00").reason == "verdict.reply_now.rejected_no_reply"


class TestFixedCall:
    """Step 2 (R2)."""

    CALL = event(EventType.SCHEDULED_CALL, "2027-03-03 10:00", planned_for="2027-03-10 15:00")

    @pytest.mark.parametrize(
        ("now", "expected"),
        [
            ("2027-03-08 10:00", (HOLD, "logistics", "2027-03-10")),
            ("2027-03-10 15:29", (HOLD, "logistics", "2027-03-10")),
            ("2027-03-10 15:30", (GO, "logistics", None)),
            ("2027-03-11 23:59", (GO, "logistics", None)),
            ("2027-03-12 00:00", (HOLD, "follow_up", "2027-03-16")),
        ],
    )
    def test_gets_half_an_hour_of_grace_and_one_line_until_the_next_day(
        self, now: str, expected: tuple[str, str, str]
    ) -> None:
        verdict = ask(case(thanks(), self.CALL, preferred_channel=PHONE), now)

        assert told(verdict) == expected
        assert verdict.channel == (EMAIL if verdict.verdict is GO else None)

    def test_late_at_night_belongs_to_its_day_and_never_to_a_past_one(self) -> None:
        call = event(EventType.SCHEDULED_CALL, "2027-03-03 10:00", planned_for="2027-03-10 23:45")

        assert told(ask(case(thanks(), call), "2027-03-10 12:00")) == (HOLD, "logistics", "2027-03-10")
        assert told(ask(case(thanks(), call), "2027-03-11 00:05")) == (HOLD, "logistics", "2027-03-11")

    @pytest.mark.parametrize(
        "later",
        [
            reply("2027-03-10 15:05", direction=IN),
            other("logistics", "2027-03-10 15:31"),
            question("2027-03-10 15:31"),
            event(EventType.ASKED_TO_WAIT, "2027-03-10 15:10"),
        ],
    )
    def test_is_over_when_they_called_or_were_asked_about_it(self, later: Any) -> None:
        assert ask(case(thanks(), self.CALL, later), "2027-03-10 15:40").rule != "R2"

    @pytest.mark.parametrize(("what", "rule"), [(EventType.OFFER, "R3"), (EventType.REJECTED, "R6")])
    def test_has_no_point_once_they_decided(self, what: EventType, rule: str) -> None:
        decided = case(thanks(), self.CALL, event(what, "2027-03-09 09:00"), reply("2027-03-09 10:00"))
        assert ask(decided, "2027-03-10 10:00").rule == rule

    @pytest.mark.parametrize(
        "meanwhile",
        [
            thanks("2027-03-10 15:31"),
            reply("2027-03-04 09:00", direction=IN),
            event(EventType.PROFILE_VIEW, "2027-03-10 15:10"),
            event(EventType.QUESTION, "2027-03-02 09:00"),
        ],
    )
    def test_is_still_missed_after_anything_else(self, meanwhile: Any) -> None:
        answered = reply("2027-03-02 10:00")
        assert ask(case(thanks(), answered, self.CALL, meanwhile), "2027-03-10 15:40").rule == "R2"

    def test_does_not_hold_up_what_is_owed_or_always_allowed(self) -> None:
        now = "2027-03-08 10:00"

        assert ask(case(thanks(), self.CALL, owed("2027-03-08")), now).verdict is ONLY_PROMISE
        assert ask(case(thanks(), self.CALL, owed("2027-03-09")), now).verdict is ONLY_PROMISE
        assert told(ask(case(thanks(), self.CALL), now, "logistics")) == (GO, "logistics", None)
        assert told(ask(case(thanks(), self.CALL), now, "withdraw")) == (GO, "withdraw", None)

    def test_without_a_time_or_before_the_latest_interview_does_not_count(self) -> None:
        someday = event(EventType.SCHEDULED_CALL, "2027-03-03 10:00")
        long_ago = event(EventType.SCHEDULED_CALL, "2027-02-20 10:00", planned_for="2027-02-28 15:00")

        assert ask(case(thanks(), someday), "2027-03-08 10:00").rule == "R18"
        assert ask(case(thanks(), long_ago), "2027-03-01 17:00").rule == "R18"


class TestOpenOffer:
    """Step 3 (R3)."""

    OFFER = event(EventType.OFFER, "2027-03-08 15:00", deadline="2027-03-15")
    CONFIRMED = reply("2027-03-08 16:00")

    @pytest.mark.parametrize(
        ("now", "expected"),
        [
            ("2027-03-11 22:00", (GO, "offer_question", None)),
            ("2027-03-12 00:00", (REPLY_NOW, "reply", None)),  # Friday; Monday is the last day
            ("2027-03-20 10:00", (REPLY_NOW, "reply", None)),
        ],
    )
    def test_may_be_asked_about_until_the_business_day_before_its_end(self, now: str, expected: Any) -> None:
        assert told(ask(case(thanks(), self.OFFER, self.CONFIRMED, preferred_channel=PHONE), now)) == expected

    def test_without_a_last_day_stays_open(self) -> None:
        verdict = ask(case(thanks(), event(EventType.OFFER, "2027-03-08 15:00"), self.CONFIRMED), "2027-05-01 10:00")
        assert (verdict.reason, verdict.channel) == ("verdict.go.offer_open", EMAIL)

    @pytest.mark.parametrize(
        ("decision", "expected"),
        [
            (event(EventType.DECLINED, "2027-03-09 10:00"), (MOVE_ON, None, None)),
            (event(EventType.ACCEPTED, "2027-03-09 10:00"), (HOLD, None, None)),
            (event(EventType.ACCEPTED_OTHER_OFFER, "2027-03-09 10:00"), (GO, "withdraw", None)),
        ],
    )
    def test_is_closed_by_a_decision(self, decision: Any, expected: Any) -> None:
        assert told(ask(case(thanks(), self.OFFER, self.CONFIRMED, decision), "2027-03-10 10:00")) == expected

    def test_may_be_refused_at_any_hour(self) -> None:
        assert told(ask(case(thanks(), self.OFFER, self.CONFIRMED), "2027-03-10 23:00", "withdraw")) == (
            GO,
            "withdraw",
            None,
        )

    def test_a_yes_on_paper_leaves_nothing_to_ask_but_practical_things(self) -> None:
        accepted = event(EventType.ACCEPTED, "2027-03-09 10:00")
        competing = event(EventType.COMPETING_OFFER, "2027-03-08 10:00", deadline="2027-03-20")
        known = case(self.OFFER, self.CONFIRMED, accepted, competing)

        assert told(ask(known, "2027-04-20 10:00")) == (HOLD, None, None)
        assert told(ask(known, "2027-03-10 10:00")) == (HOLD, None, None)
        assert told(ask(known, "2027-03-10 10:00", "logistics")) == (GO, "logistics", None)
        assert told(ask(known, "2027-03-10 10:00", "linkedin")) == (GO, "linkedin", None)

    def test_a_yes_to_a_spoken_offer_still_waits_for_the_paper(self) -> None:
        spoken = event(EventType.VERBAL_OFFER, "2027-03-08 10:00")
        yes = event(EventType.ACCEPTED, "2027-03-08 11:00")
        assert told(ask(case(thanks(), spoken, yes), "2027-03-09 10:00")) == (HOLD, "follow_up", "2027-03-15")

    def test_a_new_offer_opens_it_again(self) -> None:
        yes = event(EventType.ACCEPTED, "2027-03-09 10:00")
        better = event(EventType.OFFER, "2027-03-10 10:00")
        assert ask(case(thanks(), self.OFFER, self.CONFIRMED, yes, better), "2027-03-10 11:00").verdict is REPLY_NOW
