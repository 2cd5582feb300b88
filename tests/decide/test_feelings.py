"""Worry, joy, anger, danger: one human sentence that fits, another one each time, then what is true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from bot.decide.danger import ELSEWHERE, country_of, danger, helplines
from bot.decide.feelings import WAYS, anger, joy, worry
from bot.decide.worries import case_of
from bot.hear.act import Act
from bot.learn.ends import rejected
from bot.learn.ledger import Ledger
from storage.facts import Event, EventType, Interview, Known, Mood, OpenKind, Opportunity
from storage.plain import known_as_plain
from tests.decide import rows
from tests.decide.rows import NOW, done, keys, ledger, said, same_facts, verbs

WORRY, JOY, ANGER = Act("worry"), Act("joy"), Act("anger")
LATER = NOW + timedelta(days=2)
"""When the talk is no longer just over."""


# Worry


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_worry_in_the_wait_hears_that_the_date_is_held(language: str) -> None:
    made = done(rows.acme(), worry, WORRY, now=LATER)
    assert keys(made) == ["worry.wait.1", "worry.held.1", "step.1"]
    assert "15" in said(made, language)
    assert "Acme" in said(made, language)
    assert same_facts(made)


def told(known: Known, act: Act, do: Callable[[Ledger, Act], None], times: int, **turn: Any) -> list[list[str]]:
    """What is said to somebody who says the same again and again."""
    heard = []
    for _ in range(times):
        made = done(known, do, act, **turn)
        assert said(made)
        assert said(made, "de")
        known = made.known
        heard.append(keys(made))
    return heard


CASES: dict[str, tuple[Known, int]] = {
    "stranger": (rows.stranger(), 0),
    "before": (rows.ahead(), 0),
    "eve": (rows.ahead(), 11),
    "over": (rows.acme(), 0),
    "wait": (rows.acme(), 48),
    "night": (rows.acme(), 48 + 11),
    "late": (rows.overdue(), 0),
    "no": (rows.happened(rows.acme(), EventType.REJECTED), 0),
}
"""What is known in each case, and so many hours after NOW."""


@pytest.mark.parametrize("case", CASES)
def test_never_twice_the_same(case: str) -> None:
    """Neither the human sentence nor what is true behind it; when all fitting ones are told, those that always fit."""
    known, hours = CASES[case]
    heard = told(rough(known), WORRY, worry, WAYS[case] + WAYS["plain"], now=NOW + timedelta(hours=hours))
    first = [one[0] for one in heard if one[0].startswith("worry.")]
    assert len(set(first)) == len(heard)
    assert len({tuple(one) for one in heard}) == len(heard)
    assert all(one[1:] != other[1:] for one, other in pairwise(heard)) or heard[0][1:] == ["worry.now"]


def test_when_all_are_told_the_one_that_was_told_longest_ago_comes_again() -> None:
    heard = [one[0] for one in told(rows.acme(), JOY, joy, 8)]
    assert heard == [*(f"joy.{way}" for way in range(1, 7)), "joy.1", "joy.2"]


def test_what_was_told_is_kept_with_the_person_and_is_no_part_of_their_export() -> None:
    made = done(rows.acme(), worry, WORRY, now=LATER)
    assert made.person.comforted == ("worry.wait.1", "worry.held.1", "step.1")
    assert "comforted" not in known_as_plain(made.known)["person"]


@pytest.mark.parametrize(
    ("known", "hours", "case"),
    [
        (rows.stranger(), 0, "stranger"),
        (rows.ahead(), 0, "before"),
        (rows.unthanked(), 0, "over"),
        (rows.ahead(), 11, "eve"),
        (rows.acme(), 48, "wait"),
        (rows.overdue(), 0, "late"),
        (rows.acme(), 48 + 11, "night"),
        (rows.acme(), 48 + 15, "night"),
        (rows.happened(rows.acme(), EventType.REJECTED), 0, "no"),
        (rows.two(rows.acme()), 0, "over"),
    ],
)
def test_the_sentence_fits_the_case(known: Known, hours: int, case: str) -> None:
    made = ledger(rough(known), WORRY, now=NOW + timedelta(hours=hours))
    assert case_of(made, None) == case
    worry(made, WORRY)
    assert keys(made)[0] == f"worry.{case}.1"
    assert said(made)


def three() -> Known:
    """Initech besides Acme and Globex."""
    known = rows.two()
    met = replace(known.interviews[1], id=14, opportunity_id=13)
    initech = Opportunity(id=13, employer="Initech")
    return replace(known, opportunities=(*known.opportunities, initech), interviews=(*known.interviews, met))


def rough(known: Known) -> Known:
    """Whatever is over went badly."""
    return replace(known, interviews=tuple(replace(i, mood=Mood.ROUGH) for i in known.interviews))


@pytest.mark.parametrize(
    ("told", "case"),
    [
        ((WORRY,), "plain"),
        ((WORRY, Act("felt", {"mood": "rough"})), "over"),
        ((WORRY, Act("note", {"kind": "badly", "text": "I froze"})), "over"),
        ((Act("worry", span="I totally messed it up"),), "over"),
    ],
)
def test_of_a_bad_talk_is_spoken_only_where_it_was_told(told: tuple[Act, ...], case: str) -> None:
    assert keys(done(rows.unthanked(), worry, *told))[0] == f"worry.{case}.1"


def test_of_waiting_is_not_spoken_where_something_was_decided() -> None:
    assert keys(done(rows.acme(), worry, WORRY, Act("accepted"), now=LATER)) == ["worry.plain.1"]
    ended = rows.happened(rows.acme(), EventType.ACCEPTED)
    assert keys(done(ended, worry, WORRY, now=LATER)) == ["worry.plain.1", "worry.nothing_today.1"]


def test_the_night_is_only_that_of_a_clock_that_is_known() -> None:
    night, known = LATER + timedelta(hours=11), rows.acme()
    guessed = replace(known, person=replace(known.person, zone_confirmed=False))
    assert case_of(ledger(guessed, WORRY, now=night), None) == "wait"
    german = replace(guessed, person=replace(guessed.person, language="de", zone="Europe/Berlin"))
    assert case_of(ledger(german, WORRY, now=night), None) == "night", "one clock for all of them"


def test_right_after_the_talk_the_thank_you_is_where_it_can_still_be_said() -> None:
    made = done(rough(rows.unthanked()), worry, WORRY)
    assert keys(made) == ["worry.over.1", "worry.thank_you.1"]
    assert verbs(made) == ["show.draft=thank_you"]


def test_before_an_interview_its_moment_is_told() -> None:
    assert keys(done(rows.ahead(), worry, WORRY)) == ["worry.before.1", "stand.interview", "ready.before.1"]


def test_at_night_nothing_is_to_be_done() -> None:
    assert keys(done(rows.acme(), worry, WORRY, now=LATER + timedelta(hours=11)))[-1] == "worry.held.1"
    undated = done(rows.happened(rows.acme(), EventType.NO_CONTACT), worry, WORRY, now=LATER + timedelta(hours=11))
    assert keys(undated)[-1] == "worry.nothing_tonight.1"


def test_when_the_question_may_go_the_worry_ends_in_a_draft() -> None:
    made = done(rows.overdue(), worry, WORRY)
    assert (keys(made)[1:], verbs(made)) == (["worry.now"], ["show.draft=follow_up"])


def test_after_a_no_nothing_has_to_be_answered_today() -> None:
    assert keys(done(rows.happened(rows.acme(), EventType.REJECTED), worry, WORRY))[1:] == ["worry.nothing_today.1"]


def test_with_several_employers_no_day_of_the_wrong_one_is_named() -> None:
    made = done(rows.two(), worry, WORRY, now=LATER)
    assert keys(made)[1:] == ["worry.dates_held.1"]
    assert made.known.open_points == ()


def test_what_waits_for_them_is_told_where_no_day_is_known() -> None:
    made = done(rows.happened(rows.acme(), EventType.NO_CONTACT), worry, WORRY, now=LATER)
    assert keys(made)[1:] == ["stand.their_turn"]


def test_after_the_third_self_reproach_it_is_asked_what_went_well() -> None:
    known = rows.unthanked()
    twice = replace(known, person=replace(known.person, reproaches=2))
    made = done(twice, worry, Act("worry", span="I totally messed it up"))
    assert keys(made)[-1] == "ask.bright_side"
    assert (made.person.reproaches, made.person.asking) == (0, "bright_side")
    assert "ask.bright_side" not in keys(done(known, worry, Act("worry", span="I totally messed it up")))


def test_beside_facts_and_questions_it_is_the_sentence_alone() -> None:
    assert keys(done(rows.acme(), worry, WORRY, Act("window"), now=LATER)) == ["worry.wait.1"]
    assert keys(done(rows.acme(), worry, WORRY, Act("ask_may_write"), now=LATER)) == ["worry.wait.1"]


def test_bad_news_has_a_kind_line_of_its_own() -> None:
    made = ledger(rows.acme(), Act("rejected"), WORRY, now=LATER)
    rejected(made, Act("rejected"))
    worry(made, WORRY)
    assert keys(made)[:1] == ["kept.rejected.note"]
    assert not [key for key in keys(made) if key.startswith("worry.")]


def test_many_noes_in_a_row_are_spoken_of_as_what_they_are() -> None:
    third = rows.happened(rows.happened(three(), EventType.REJECTED), EventType.REJECTED, row=11)
    made = done(third, rejected, Act("rejected", {"about": "Initech"}))
    assert "kept.noes.1" in keys(made)
    assert keys(done(made.known, worry, WORRY))[0] == "worry.noes.1"
    second = done(rows.happened(three(), EventType.REJECTED), rejected, Act("rejected", {"about": "Globex"}))
    assert "kept.rejected.1" in keys(second)


@pytest.mark.parametrize(
    "words", ["just got my fifth rejection, i can't do this", "schon wieder eine Absage, ich kann nicht mehr"]
)
def test_many_noes_are_heard_from_somebody_of_whom_nothing_is_known(words: str) -> None:
    made = ledger(rows.stranger(), WORRY, text=words)
    worry(made, WORRY)
    assert keys(made) == ["worry.noes.1", "worry.tell.1"]


def test_bad_news_of_which_it_is_not_known_whose_it_is_is_met_with_a_kind_line_too() -> None:
    made = ledger(rows.two(), WORRY, Act("rejected"), now=LATER)
    made.leave_open(OpenKind.WHICH, "a no")
    worry(made, WORRY)
    assert keys(made) == ["worry.no.1"]


def test_of_a_worry_and_anger_only_one_sentence_is_said() -> None:
    made = ledger(rows.acme(), WORRY, ANGER, now=LATER)
    worry(made, WORRY)
    anger(made, ANGER)
    assert [key for key in keys(made) if key.split(".")[0] == "anger"] == []
    assert keys(made)[0] == "worry.wait.1"


# Anger and joy


def test_anger_may_be_and_nothing_goes_out_today() -> None:
    made = done(rows.acme(), anger, ANGER)
    assert keys(made) == ["anger.1", "anger.held.1"]
    assert "Tue 15 Dec" in said(made)
    assert keys(done(rows.two(), anger, ANGER))[1:] == ["anger.nothing_today.1"]
    assert keys(done(rows.acme(), anger, ANGER, Act("nothing_heard"))) == ["anger.1"]


def test_joy_is_shared() -> None:
    made = done(rows.acme(), joy, JOY)
    assert keys(made) == ["joy.1"]
    assert keys(done(rows.stranger(), joy, JOY)) == ["joy.1"]
    assert keys(done(rows.acme(), joy, JOY, Act("felt"))) == ["joy.1"]
    assert keys(done(rows.acme(), joy, JOY, Act("offer"))) == []


@pytest.mark.parametrize("other", ["worry", "anger", "change_draft", "ask_draft"])
def test_no_joy_is_said_beside_a_fear_nor_for_what_a_letter_is_to_say(other: str) -> None:
    assert keys(done(rows.acme(), joy, JOY, Act(other))) == []


def test_the_fear_of_a_talk_that_is_told_of_now_is_no_grief_over_the_no_before_it() -> None:
    known = rows.acme(events=(Event(id=5, opportunity_id=1, type=EventType.REJECTED, at=NOW - timedelta(days=1)),))
    made = ledger(known, WORRY)
    assert case_of(made, None) == "no"
    ahead = Interview(id=9, opportunity_id=1, start=NOW + timedelta(days=3), end=NOW + timedelta(days=3, hours=1))
    made.known = replace(made.known, interviews=(*made.known.interviews, ahead))
    assert case_of(made, None) == "before"


# Danger


def test_danger_is_answered_alone_with_a_line_in_their_country() -> None:
    made = ledger(rows.acme(), Act("worry"), Act("danger"))
    made.keep("kept")
    made.queue.append(Act("ask_next"))
    danger(made, Act("danger"))
    assert keys(made) == ["danger.line"]
    assert "116 123" in said(made)
    assert (verbs(made), made.queue) == ([], [])


def test_danger_keeps_the_open_question_and_rests_for_days() -> None:
    known = rows.acme()
    known = replace(known, person=replace(known.person, asking="mood", asking_about=2))
    made = done(known, danger, Act("danger"))
    assert made.person.asking == "mood"
    until = made.person.paused_until
    assert until is not None
    assert until - NOW > timedelta(days=2)


def test_who_wanted_quiet_for_longer_keeps_it() -> None:
    known = rows.acme()
    for_good = replace(known, person=replace(known.person, paused=True))
    assert done(for_good, danger, Act("danger")).person == for_good.person
    month = NOW + timedelta(days=30)
    long = replace(known, person=replace(known.person, paused_until=month))
    assert done(long, danger, Act("danger")).person.paused_until == month


def test_where_the_country_is_only_assumed_a_page_for_all_is_named() -> None:
    assert ELSEWHERE in said(done(rows.stranger(), danger, Act("danger")))
    known = rows.acme()
    away = replace(known, person=replace(known.person, zone="Antarctica/Troll"))
    assert ELSEWHERE in said(done(away, danger, Act("danger")))


def test_helplines_by_country() -> None:
    assert country_of("Europe/Berlin") == "DE"
    assert country_of(None) is None
    assert all(name and number for name, number in helplines().values())


def test_the_fresh_no_of_one_is_not_the_worry_about_another() -> None:
    known = rows.happened(rows.two(), EventType.REJECTED, row=11)
    made = ledger(known, WORRY, now=LATER)
    assert case_of(made, known.opportunities[0]) == "wait"
    assert case_of(made, Opportunity(id=11, employer="Globex")) == "no"
