"""How many status questions may go, and when none may go at all (R23 to R26, R31, R33, R34, R39)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from scheduler.policy import OtherApplication
from scheduler.policy.case import with_agreed_interview
from storage.facts import Channel, EventType
from tests.policy_cases import (
    EMAIL,
    FOLLOW_UP,
    GO,
    HOLD,
    MOVE_ON,
    ONLY_THANK_YOU,
    PHONE,
    ask,
    at,
    case,
    event,
    interview,
    question,
    thanks,
    told,
)

THREE_TOO_EARLY = ("2027-03-03 10:00", "2027-03-04 10:00", "2027-03-05 10:00")


class TestCount:
    """Two questions an episode, four an application, a working week between (R23 to R26)."""

    @pytest.mark.parametrize(
        ("asked", "now", "expected", "count"),
        [
            ((), "2027-03-16 10:00", (GO, "follow_up", None), (0, 2)),
            (("2027-03-16 10:00",), "2027-03-16 15:00", (HOLD, "follow_up", "2027-03-23"), (1, 2)),
            (("2027-03-16 10:00",), "2027-03-23 10:00", (GO, "follow_up", None), (1, 2)),
            (("2027-03-16 10:00", "2027-03-23 10:00"), "2027-03-24 10:00", (HOLD, None, None), (2, 2)),
            (("2027-03-16 10:00", "2027-03-23 10:00"), "2027-03-30 00:00", (MOVE_ON, None, None), (2, 2)),
            # one or two too early use up one
            (("2027-03-04 10:00",), "2027-03-05 10:00", (HOLD, "follow_up", "2027-03-16"), (1, 2)),
            (("2027-03-04 10:00", "2027-03-05 10:00"), "2027-03-16 10:00", (GO, "follow_up", None), (1, 2)),
            (("2027-03-15 10:00",), "2027-03-16 10:00", (HOLD, "follow_up", "2027-03-22"), (1, 2)),
            # three use up both
            (THREE_TOO_EARLY, "2027-03-08 10:00", (HOLD, None, None), (2, 2)),
            (THREE_TOO_EARLY, "2027-03-16 00:00", (MOVE_ON, None, None), (2, 2)),
        ],
    )
    def test_of_one_episode(self, asked: tuple[str, ...], now: str, expected: Any, count: tuple[int, int]) -> None:
        verdict = ask(case(thanks(), *(question(wall) for wall in asked)), now)

        assert told(verdict) == expected
        assert verdict.count == count

    def test_says_that_the_next_one_is_the_last(self) -> None:
        verdict = ask(case(thanks(), question("2027-03-16 10:00")), "2027-03-23 10:00")
        assert (verdict.rule, verdict.reason) == ("R23", "verdict.go.second")

    def test_says_that_an_early_one_counts(self) -> None:
        assert "verdict.also.early" in ask(case(thanks(), question("2027-03-04 10:00")), "2027-03-05 10:00").also

    @pytest.mark.parametrize(
        ("asked", "reason"),
        [
            (("2027-03-16 10:00", "2027-03-23 10:00"), "used_up"),
            (THREE_TOO_EARLY, "too_early"),
        ],
    )
    def test_gives_the_reason_for_the_end(self, asked: tuple[str, ...], reason: str) -> None:
        known = case(thanks(), *(question(wall) for wall in asked))
        assert ask(known, "2027-04-30 10:00").reason == f"verdict.move_on.{reason}"

    def test_starts_again_with_their_next_message_without_the_gap(self) -> None:
        moved = event(EventType.WINDOW_EXTENDED, "2027-03-16 11:00", latest="2027-03-17")
        known = case(thanks(), question("2027-03-16 10:00"), moved)

        assert told(ask(known, "2027-03-16 12:00")) == (HOLD, "follow_up", "2027-03-19")
        assert ask(known, "2027-03-16 12:00").count == (0, 2)

    def test_goes_on_when_they_named_a_day_for_asking(self) -> None:
        invited = event(EventType.INVITED_FOLLOW_UP, "2027-03-16 11:00", since="2027-03-25")
        known = case(thanks(), question("2027-03-16 10:00"), invited)
        assert (told(ask(known, "2027-03-17 12:00")), ask(known, "2027-03-17 12:00").count) == (
            (HOLD, "follow_up", "2027-03-25"),
            (1, 2),
        )

    def test_ends_at_four_in_all(self) -> None:
        asked = [question(f"2027-03-{day} 10:00") for day in (16, 23)]
        waited = event(EventType.ASKED_TO_WAIT, "2027-03-24 10:00")  # opens on 7 April
        later = [question(f"2027-04-{day} 10:00") for day in ("07", "14")]
        moved = event(EventType.WINDOW_EXTENDED, "2027-04-15 10:00", latest="2027-04-20")
        known = case(thanks(), *asked, waited, *later, moved)

        held = ask(known, "2027-04-16 10:00")
        assert (told(held), held.rule, held.count) == ((HOLD, None, None), "R26", (0, 0))
        assert ask(known, "2027-04-22 00:00").reason == "verdict.move_on.cap"

    def test_of_earlier_rounds_counts_only_for_the_total(self) -> None:
        before = [question(f"2027-02-{day} 10:00") for day in (10, 17, 24)]
        verdict = ask(case(thanks(), *before), "2027-03-16 10:00")
        assert (verdict.verdict, verdict.count) == (GO, (0, 1))


class TestOverrides:
    """Situations in which no status question may go at all (R31, R33, R34)."""

    AGREED = event(EventType.NEXT_INTERVIEW, "2027-03-05 10:00", planned_for="2027-03-20 15:00")  # a Saturday

    def test_before_the_next_interview_the_date_is_that_of_its_note(self) -> None:
        verdict = ask(case(thanks(), self.AGREED), "2027-03-17 10:00")

        assert told(verdict) == (HOLD, "thank_you", "2027-03-22")
        assert (verdict.rule, verdict.opens_at) == ("R31", at("2027-03-22 07:00"))

    def test_before_the_first_interview_too(self) -> None:
        assert told(ask(case(), "2027-02-20 10:00")) == (HOLD, "thank_you", "2027-03-01")
        assert ask(case(), "2027-02-20 10:00").opens_at == at("2027-03-01 13:00")

    def test_an_agreed_interview_becomes_the_latest_one(self) -> None:
        assert told(ask(case(thanks(), self.AGREED), "2027-03-22 07:00"))[:2] == (ONLY_THANK_YOU, "thank_you")

    def test_an_agreed_interview_that_is_the_known_one_changes_nothing(self) -> None:
        same = event(EventType.NEXT_INTERVIEW, "2027-02-20 10:00", planned_for="2027-03-01 11:30")
        assert ask(case(thanks(), same), "2027-03-05 10:00").rule == "R18"

    @pytest.mark.parametrize("later", [EventType.SCHEDULING_PENDING, EventType.PROCESS_PAUSED])
    def test_an_agreed_interview_that_was_called_off_does_not_count(self, later: EventType) -> None:
        assert ask(case(thanks(), self.AGREED, event(later, "2027-03-08 10:00")), "2027-03-09 10:00").kind is FOLLOW_UP

    def test_an_agreed_interview_may_be_the_first_of_all(self) -> None:
        first = replace(case(), interviews=with_agreed_interview((), (self.AGREED,)))
        assert told(ask(first, "2027-03-10 10:00")) == (HOLD, "thank_you", "2027-03-22")

    @pytest.mark.parametrize(
        ("message", "latest", "closes"),
        [
            (event(EventType.NO_CONTACT, "2027-03-01 11:00"), "2027-03-12", "2027-04-09"),
            (event(EventType.NO_CONTACT, "2027-03-01 11:00"), None, "2027-03-29"),
            (event(EventType.SILENCE_MEANS_NO, "2027-03-01 11:00", until="2027-03-10"), "2027-03-12", "2027-03-12"),
            (event(EventType.SILENCE_MEANS_NO, "2027-03-01 11:00"), "2027-03-12", "2027-03-16"),
            (event(EventType.SILENCE_MEANS_NO, "2027-03-01 11:00"), None, "2027-03-29"),
        ],
    )
    def test_when_they_do_not_want_to_be_asked_silence_ends_it(
        self, message: Any, latest: str | None, closes: str
    ) -> None:
        known = case(interview(latest=latest), thanks(), message)
        eve = (date.fromisoformat(closes) - timedelta(days=1)).isoformat()

        assert told(ask(known, f"{eve} 10:00")) == (HOLD, None, None)
        assert ask(known, f"{eve} 23:00").again == at(f"{closes} 00:00")
        assert told(ask(known, f"{closes} 00:00")) == (MOVE_ON, None, None)

    def test_do_not_contact_us_said_before_any_interview(self) -> None:
        refused = replace(case(event(EventType.NO_CONTACT, "2027-03-01 11:00")), interviews=())
        assert ask(refused, "2027-03-29 00:00").verdict is MOVE_ON

    def test_a_vague_message_leaves_the_window_as_the_day_to_count_from(self) -> None:
        quiet = event(EventType.NO_CONTACT, "2027-03-01 11:00")
        waiting = event(EventType.ASKED_TO_WAIT, "2027-03-08 10:00")
        assert ask(case(thanks(), quiet, waiting), "2027-03-09 10:00").params["closes"] == date(2027, 4, 9)

    @pytest.mark.parametrize(
        ("said", "undone_by"),
        [
            (EventType.NO_CONTACT, event(EventType.INVITED_FOLLOW_UP, "2027-03-05 10:00", since="2027-03-15")),
            (EventType.SILENCE_MEANS_NO, event(EventType.WINDOW_EXTENDED, "2027-03-05 10:00", latest="2027-03-15")),
        ],
    )
    def test_they_may_take_it_back(self, said: EventType, undone_by: Any) -> None:
        assert ask(case(thanks(), event(said, "2027-03-01 11:00"), undone_by), "2027-03-08 10:00").kind is FOLLOW_UP


def test_other_roles_at_the_same_desk_share_the_gap() -> None:
    asked = (at("2027-03-15 10:00"),)
    same = OtherApplication(role="Clerk", same_contact=True, asked_at=asked)
    different = OtherApplication(role="Clerk", same_contact=False, asked_at=asked)

    held = ask(case(thanks(), other_applications=(same,)), "2027-03-16 10:00")
    assert (told(held), held.rule, held.params["role"]) == ((HOLD, "follow_up", "2027-03-22"), "R39", "Clerk")
    assert ask(case(thanks(), other_applications=(different,)), "2027-03-16 10:00").verdict is GO


@pytest.mark.parametrize(
    ("wish", "about", "said"),
    [
        ("thank_you", None, "verdict.also.one_note"),
        ("linkedin", "status", "verdict.also.connect_later"),
        ("other", "gift", "verdict.also.hidden_question"),
        ("other", "bluff", "verdict.also.no_bluff"),
    ],
)
def test_a_wish_that_must_wait_gets_a_word(wish: str, about: str | None, said: str) -> None:
    assert ask(case(thanks()), "2027-03-05 10:00", wish, about=about).also[0] == said


def test_a_thank_you_too_late_is_folded_into_the_question() -> None:
    assert ask(case(), "2027-03-10 10:00", "thank_you").also[0] == "verdict.also.late_note"


def test_a_plain_question_gets_no_word_about_the_wish() -> None:
    assert ask(case(thanks()), "2027-03-05 10:00", "follow_up").also == ("verdict.keep_looking",)


@pytest.mark.parametrize("channel", [None, *Channel])
def test_a_question_goes_their_way_whatever_the_person_had_in_mind(channel: Channel | None) -> None:
    verdict = ask(case(thanks(), preferred_channel=channel), "2027-03-16 10:00", "follow_up", channel=PHONE)
    assert verdict.channel is (channel or EMAIL)
