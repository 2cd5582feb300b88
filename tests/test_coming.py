"""What /status promises is what will be sent: the plan played forward against one looked at anew at every moment."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from scheduler import nudges, policy
from scheduler.nudges.look import Row
from scheduler.nudges.table import BY_THE_QUESTION, BY_THE_VERDICT, BY_WHAT_WAS_SAID, SPEAKS_OF, TABLE
from storage.facts import Known, Nudged, Person
from tests.conftest import NOON
from tests.in_place import ANA, Chat

TEXTS = (
    "Interview with Acme tomorrow at 3pm for an hour, product designer",
    "Interview with Globex on Monday at 10:30 for an hour, analyst",
    "Interview with Initech today at 5pm for 45 minutes, clerk",
    "I had an interview with Hooli yesterday at 3pm for an hour, writer",
    "they said by Friday",
    "Acme said by the end of next week",
    "I promised references to Globex by Thursday",
    "I sent the thank-you to Acme",
    "I asked Hooli today",
    "Globex replied and wants a second round on Tuesday at 11 for an hour",
    "Hooli made me an offer, I have until Friday",
    "Acme rejected me",
    "they are on leave until the 12th",
    "it went fine, I met Anna, they will call me by Friday",
    "the interview with Globex was moved to Wednesday 2pm",
    "I couldn't answer: why us?",
    "/debrief",
    "/checkin",
    "/practice",
    "skip",
    "Acme asked me for references",
)
STEPS = 60


def lives(chance: random.Random) -> Iterator[Chat]:
    """A person who says, presses and lets time pass, after each of some steps; the bot says what is due."""
    known = Known(person=Person(id=ANA, name="Ana", language="en", zone="Europe/London", zone_confirmed=True))
    chat = Chat(known, NOON)
    for _ in range(chance.randint(5, 30)):
        if chat.buttons and chance.random() < 0.4:
            chat.tap(chance.choice(sorted(chat.buttons)))
        else:
            chat.say(chance.choice(TEXTS))
        chat.at(chat.now + timedelta(minutes=chance.choice([1, 20, 200, 1500])))
        plan = nudges.due(chat.known, chat.now)
        if plan is not None:
            chat.known = nudges.note_said(chat.known, plan, chat.now)
        if chance.random() < 0.3:
            yield chat


def sent(known: Known, now: datetime) -> tuple[dict[int | None, tuple[datetime, str]], datetime]:
    """The first nudge about each open Opportunity if nothing happens, by `due` and `next_wake` alone; up to when."""
    first: dict[int | None, tuple[datetime, str]] = {}
    for _ in range(STEPS):
        while (plan := nudges.due(known, now)) is not None:
            first.setdefault(plan.opportunity_id, (now, plan.once))
            known = nudges.note_said(known, plan, now)
        following = nudges.next_wake(known, now)
        if following is None:
            break
        now = following
    pursued = {opportunity.id for opportunity in known.opportunities if opportunity.closed_at is None}
    return {number: told for number, told in first.items() if number in pursued}, now


@pytest.mark.parametrize("seed", [number for number in range(13) if number != 2])
def test_what_is_coming_is_what_is_sent(seed: int) -> None:
    """Of the seeds up to 12 the third is left out: that person is never told anything."""
    looked_at = 0
    for chat in lives(random.Random(seed)):
        first, until = sent(chat.known, chat.now)
        coming = {number: (at, plan.once) for number, (at, plan) in nudges.coming(chat.known, chat.now).items()}

        assert {number: told for number, told in coming.items() if told[0] <= until} == first
        looked_at += len(first)
    assert looked_at


@pytest.mark.parametrize("seed", range(3))
def test_looks_that_were_made_already_change_nothing(seed: int) -> None:
    for chat in lives(random.Random(100 + seed)):
        looks = list(nudges.looks(chat.known, chat.now))
        assert all(look.verdict for look in looks)
        assert nudges.coming(chat.known, chat.now, looks) == nudges.coming(chat.known, chat.now)


class Blind(nudges.Look):
    """A look that has no verdict to tell."""

    @property
    def verdict(self) -> policy.Verdict:  # type: ignore[override]
        raise AssertionError("a row that stays with another verdict has looked at it")


class Forgetful(nudges.Look):
    """A look that does not know what was said."""

    @property
    def nudged(self) -> tuple[Nudged, ...]:  # type: ignore[override]
        raise AssertionError("a row that stays with another nudge has looked for it")


@pytest.mark.parametrize(
    ("kind", "lapsing"), [(Blind, BY_THE_VERDICT | BY_THE_QUESTION), (Forgetful, BY_WHAT_WAS_SAID)]
)
@pytest.mark.parametrize("seed", range(6))
def test_rows_that_stay_do_not_look_at_what_changes(
    kind: type[nudges.Look], lapsing: frozenset[Row], seed: int
) -> None:
    for chat in lives(random.Random(seed)):
        for look in nudges.looks(chat.known, chat.now):
            less = kind(known=look.known, opportunity=look.opportunity, now=look.now)
            for row in TABLE:
                if row not in lapsing and getattr(look, SPEAKS_OF[row]):
                    assert list(row(less)) == list(row(look))


@pytest.mark.parametrize("seed", range(6))
def test_a_question_that_waits_as_before_waits_as_it_would_if_asked_anew(seed: int) -> None:
    for chat in lives(random.Random(seed)):
        for look in nudges.looks(chat.known, chat.now):
            moment = look.moment
            for hours in range(5, 1200, 7):
                now = chat.now + timedelta(hours=hours)
                moment, anew = moment.later(now), policy.moment_of(look.case, now)
                if anew.situation.ahead is None:
                    assert moment.state == anew.state
