"""How it ends: a no, a job that is gone, leaving, silence; and how what had ended is taken up again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.hear.act import Act
from bot.learn.ends import ACTS, end_of
from bot.learn.ledger import Ledger, Stale
from storage.facts import ContactKind, EventType, Known, Opportunity
from tests.learn import rows
from tests.learn.rows import NOW, act, around, drafts, keys, pressed


def learn(known: Known, *acts: Act) -> Ledger:
    return rows.learn(ACTS, known, *acts)


def types(ledger: Ledger) -> list[EventType]:
    return [event.type for event in ledger.known.events]


def acme(ledger: Ledger) -> Opportunity:
    return ledger.known.opportunities[0]


# A no


@pytest.mark.parametrize("name", ["rejected", "position_gone"])
def test_a_no_closes_nothing_at_once(name: str) -> None:
    ledger = learn(rows.ahead(), act(name))
    assert (types(ledger), acme(ledger).closed_at) == ([EventType.REJECTED], None)
    assert ledger.known.interviews[0].cancelled
    assert (keys(ledger), drafts(ledger)) == ([f"kept.{name}.1"], ["rejection_thanks"])
    assert around(ledger) == ["kept.rejected.note", f"kept.{name}.1"]
    again = learn(ledger.known, act(name))
    assert (types(again), around(again)) == ([EventType.REJECTED], ["kept.stands", f"kept.{name}.again"])


def test_of_a_person_whose_clock_is_not_known_no_note_is_promised() -> None:
    known = rows.ahead()
    unplaced = replace(known, person=replace(known.person, zone_confirmed=False))
    assert keys(learn(unplaced, act("rejected"))) == ["kept.rejected.1"]
    assert around(learn(unplaced, act("rejected"))) == ["kept.rejected.1"]


@pytest.mark.parametrize("name", ["rejected", "position_gone"])
def test_of_an_employer_that_was_only_just_named_it_closes_at_once(name: str) -> None:
    ledger = learn(rows.waiting(), act(name, about="Brightwell"))
    brightwell = ledger.known.opportunities[-1]
    assert (brightwell.employer, brightwell.closed_at) == ("Brightwell", NOW)
    assert (keys(ledger), acme(ledger).closed_at) == ([f"kept.{name}.closed"], None)
    assert ledger.known.events[0].opportunity_id == brightwell.id


def test_who_was_met_there_is_not_closed_at_once() -> None:
    told = (act("rejected", about="Brightwell"), act("felt", about="Brightwell", mood="fine"))
    assert learn(rows.waiting(), *told).known.opportunities[-1].closed_at is None


def test_which_of_several_is_asked() -> None:
    for name in ("rejected", "withdrew", "no_answer_given_up"):
        ledger = learn(rows.two(), act(name))
        assert (ledger.known.events, len(ledger.known.open_points)) == ((), 1)
        assert all(opportunity.closed_at is None for opportunity in ledger.known.opportunities)


def test_the_buttons_say_the_same() -> None:
    assert learn(rows.waiting(), pressed("came.no", "rejected", 1)).reply.mark == "came.no"
    shown_before = rows.wrote(rows.waiting(), ContactKind.REPLY)
    with pytest.raises(Stale):
        learn(shown_before, pressed("ev.no", "rejected", 1, version=0))
    assert types(learn(shown_before, pressed("ev.no", "rejected", 1, version=50))) == [EventType.REJECTED]


# Leaving


def test_leaving_is_decided_and_they_are_still_to_be_told() -> None:
    ledger = learn(rows.ahead(), act("withdrew"))
    assert (types(ledger), acme(ledger).closed_at) == ([EventType.USER_WITHDRAWS], None)
    assert ledger.known.interviews[0].cancelled
    assert (keys(ledger), drafts(ledger)) == (["kept.withdrew"], ["withdrawal"])
    again = learn(ledger.known, act("withdrew"))
    assert (types(again), around(again)) == ([EventType.USER_WITHDRAWS], ["kept.stands", "kept.withdrew"])


@pytest.mark.parametrize("told", [(act("withdrew", told=True),), (act("withdrew"), act("sent", what="other"))])
def test_they_know_and_it_is_over(told: tuple[Act, ...]) -> None:
    ledger = learn(rows.waiting(), *told)
    assert (types(ledger), acme(ledger).closed_at) == ([EventType.USER_WITHDRAWS], NOW)
    assert [(c.kind, c.about) for c in ledger.known.contacts] == [(ContactKind.OTHER, "withdraw")]
    assert keys(ledger) == ["kept.withdrew.told"]
    again = learn(ledger.known, act("withdrew", about="Acme", told=True))
    assert (len(again.known.contacts), around(again)) == (1, ["kept.stands", "kept.withdrew.told"])


def test_after_it_was_decided_telling_them_is_no_second_decision() -> None:
    known = rows.happened(rows.waiting(), EventType.ACCEPTED_OTHER_OFFER)
    ledger = learn(known, pressed("told.withdraw", "withdrew", 1, told=True))
    assert types(ledger) == [EventType.ACCEPTED_OTHER_OFFER]
    assert (acme(ledger).closed_at, ledger.reply.mark) == (NOW, "told.withdraw")
    with pytest.raises(Stale):
        learn(ledger.known, pressed("told.withdraw", "withdrew", 1, told=True))


# Silence


def test_silence_is_counted_as_a_no_with_kindness() -> None:
    ledger = learn(rows.overdue(), act("no_answer_given_up"))
    assert (types(ledger), acme(ledger).closed_at, keys(ledger)) == ([], NOW, ["kept.given_up"])
    again = learn(ledger.known, act("no_answer_given_up", about="Acme"))
    assert (acme(again), around(again)) == (acme(ledger), ["kept.stands", "kept.given_up"])


# They come back


def test_after_a_no_it_is_open_again() -> None:
    known = rows.let_go(rows.happened(rows.waiting(), EventType.REJECTED))
    ledger = learn(known, act("reopened"))
    assert (types(ledger), acme(ledger).closed_at) == ([EventType.REJECTED, EventType.REOPENED], None)
    assert end_of(ledger, acme(ledger)) is None
    assert (keys(ledger), drafts(ledger)) == (["kept.reopened"], ["reply_invitation"])
    again = learn(ledger.known, act("reopened", about="Acme"))
    assert (types(again), around(again)) == (types(ledger), ["kept.stands", "kept.reopened"])


def test_the_one_that_had_ended_is_meant_and_of_several_it_is_asked() -> None:
    one = rows.happened(rows.two(), EventType.REJECTED, row=11)
    assert learn(one, act("reopened")).known.events[-1].opportunity_id == 11
    both = rows.happened(one, EventType.REJECTED)
    asked = learn(both, act("reopened"))
    assert (asked.known.events, len(asked.known.open_points)) == (both.events, 1)
    named = learn(both, act("reopened", about="Globex"))
    assert named.known.events[-1].opportunity_id == 11


def test_one_that_was_never_known_is_open_from_now_on() -> None:
    ledger = learn(rows.waiting(), act("rejected", about="Quayside"), act("reopened", about="Quayside"))
    quayside = ledger.known.opportunities[-1]
    assert (quayside.closed_at, types(ledger)) == (None, [EventType.REJECTED, EventType.REOPENED])
    spoken_of = learn(rows.two(), act("rejected", about="Globex"), act("reopened"))
    assert [event.opportunity_id for event in spoken_of.known.events] == [11, 11]


def test_with_nothing_ended_the_only_one_is_meant() -> None:
    ledger = learn(rows.waiting(), act("reopened"))
    assert types(ledger) == [EventType.REOPENED]
    assert replace(ledger.known, events=()).events == ()


def test_who_is_wanted_back_for_the_next_round_was_never_gone() -> None:
    ledger = learn(rows.waiting(), act("invited", stage="second"), act("reopened"))
    assert EventType.REOPENED not in types(ledger)
    assert keys(ledger).count("kept.reopened") == 0


def test_of_two_only_who_has_met_the_person_can_have_said_no() -> None:
    known = rows.two()
    start = rows.NOW + rows.HOUR
    coming = replace(known.interviews[1], start=start, end=start + rows.HOUR)
    ledger = learn(replace(known, interviews=(known.interviews[0], coming)), act("rejected"))
    assert [event.opportunity_id for event in ledger.known.events] == [1]
    both = learn(known, act("rejected"))
    assert (both.known.events, len(both.known.open_points)) == ((), 1)
