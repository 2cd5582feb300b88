"""The thank-you note (R13 to R17)."""

from __future__ import annotations

from typing import Any

import pytest

from storage.facts import Stage
from tests.policy_cases import (
    FOLLOW_UP,
    HOLD,
    ONLY_THANK_YOU,
    ask,
    at,
    case,
    interview,
    question,
    thanks,
    told,
)


class TestThankYou:
    """Steps 13 and 15 (R13 to R17)."""

    @pytest.mark.parametrize(
        ("now", "expected"),
        [
            ("2027-03-01 11:20", (HOLD, "thank_you", "2027-03-01")),
            ("2027-03-01 12:59", (HOLD, "thank_you", "2027-03-01")),
            ("2027-03-01 13:00", (ONLY_THANK_YOU, "thank_you", "2027-03-16")),
            ("2027-03-01 21:00", (HOLD, "thank_you", "2027-03-02")),
            ("2027-03-02 06:59", (HOLD, "thank_you", "2027-03-02")),
            ("2027-03-02 07:00", (ONLY_THANK_YOU, "thank_you", "2027-03-16")),
            ("2027-03-06 12:00", (HOLD, "thank_you", "2027-03-08")),
            ("2027-03-08 20:59", (ONLY_THANK_YOU, "thank_you", "2027-03-16")),
            ("2027-03-08 21:00", (HOLD, "follow_up", "2027-03-16")),
            ("2027-03-09 10:00", (HOLD, "follow_up", "2027-03-16")),
        ],
    )
    def test_goes_two_hours_to_five_business_days_after_in_their_hours(self, now: str, expected: Any) -> None:
        assert told(ask(case(), now)) == expected

    def test_opens_when_the_hours_do(self) -> None:
        assert ask(case(), "2027-03-01 11:20").opens_at == at("2027-03-01 13:00")
        assert ask(case(), "2027-03-06 12:00").opens_at == at("2027-03-08 07:00")

    def test_is_folded_into_a_question_that_was_sent_first(self) -> None:
        assert ask(case(question("2027-03-02 10:00")), "2027-03-02 12:00").kind is FOLLOW_UP
        assert ask(case(), "2027-03-16 10:00").also == ("verdict.channel.email", "verdict.also.thanks_folded")

    @pytest.mark.parametrize(
        ("notes", "missing"),
        [
            ((), "Ann, Bo, Cy"),
            (("ann",), "Bo, Cy"),
            (("Ann", "Somebody"), "Bo, Cy"),
            (("Ann", "Bo", "Cy"), None),
            ((None,), None),
            (("coordinator",), None),
            (("agency",), None),
        ],
    )
    def test_goes_to_each_of_a_panel(self, notes: tuple[str | None, ...], missing: str | None) -> None:
        panel = interview(interviewers=("Ann", "Bo", "Cy"), stage=Stage.PANEL)
        verdict = ask(case(panel, *(thanks("2027-03-01 14:00", to=to) for to in notes)), "2027-03-02 10:00")

        assert verdict.params.get("names") == missing
        assert verdict.verdict is (ONLY_THANK_YOU if missing else HOLD)

    def test_to_one_person_counts_under_any_name(self) -> None:
        one = interview(interviewers=("Ann Smith",))
        assert ask(case(one, thanks(to="Ann")), "2027-03-02 10:00").verdict is HOLD

    def test_is_let_be_when_the_person_declined_it(self) -> None:
        assert ask(case(interview(thank_you_declined=True)), "2027-03-02 10:00").kind is FOLLOW_UP

    def test_starts_again_with_every_round(self) -> None:
        second = interview("2027-03-10 11:00", latest=None, stage=Stage.SECOND)
        known = case(interview(), second, thanks(), question("2027-03-05 10:00"))

        assert told(ask(known, "2027-03-10 14:00")) == (ONLY_THANK_YOU, "thank_you", "2027-03-19")
        assert ask(known, "2027-03-10 14:00").count == (0, 2)

    @pytest.mark.parametrize(
        ("now", "latest", "reason"),
        [
            ("2027-03-01 14:00", "2027-03-12", "verdict.thank_you.now"),
            ("2027-03-01 14:00", None, "verdict.thank_you.no_window"),
            ("2027-03-03 11:01", None, "verdict.thank_you.late"),
        ],
    )
    def test_says_what_kind_of_note(self, now: str, latest: str | None, reason: str) -> None:
        assert ask(case(interview(latest=latest)), now).reason == reason
