"""An offer, spoken or on paper, with the day that is the Person's own; and what the Person says to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.hear.act import Act
from bot.learn import offers
from bot.learn.ledger import Ledger, Stale
from bot.learn.offers import ACTS
from bot.turn import Incoming, Kind
from storage.facts import Event, EventType, Known
from tests.learn import rows
from tests.learn.rows import FRIDAY, TOMORROW, act, around, bare, drafts, keys, lines, pressed


def learn(known: Known, *acts: Act) -> Ledger:
    return rows.learn(ACTS, known, *acts)


def types(ledger: Ledger) -> list[EventType]:
    return [event.type for event in ledger.known.events]


@pytest.mark.parametrize(
    ("slots", "kind", "key", "shown"),
    [
        ({}, EventType.OFFER, "kept.offer", ["offer_received"]),
        ({"form": "paper", "deadline": FRIDAY}, EventType.OFFER, "kept.offer.dated", ["offer_received", "more_time"]),
        ({"form": "spoken"}, EventType.VERBAL_OFFER, "kept.offer.spoken", ["spoken_offer"]),
        (
            {"form": "spoken", "deadline": FRIDAY},
            EventType.VERBAL_OFFER,
            "kept.offer.spoken.dated",
            ["spoken_offer", "more_time"],
        ),
    ],
)
def test_an_offer_is_kept_with_its_day(slots: dict[str, object], kind: EventType, key: str, shown: list[str]) -> None:
    ledger = learn(rows.waiting(), act("offer", **slots))
    (event,) = ledger.known.events
    assert (event.type, event.deadline, event.until) == (kind, slots.get("deadline"), None)
    assert (keys(ledger), drafts(ledger)) == ([key], shown)


def test_an_offer_is_of_whom_the_text_says() -> None:
    ledger = learn(rows.waiting(), act("offer", about="Revolut", deadline=FRIDAY))
    assert ledger.known.opportunities[-1].employer == "Revolut"
    assert ledger.known.events[0].opportunity_id == ledger.known.opportunities[-1].id


def test_told_again_it_is_one_offer() -> None:
    known = rows.happened(rows.waiting(), EventType.OFFER, deadline=FRIDAY)
    for told in (act("offer"), act("offer", deadline=FRIDAY), act("offer", form="spoken")):
        ledger = learn(known, told)
        assert (ledger.known.events, drafts(ledger)) == (known.events, [])
        assert around(ledger) == ["kept.stands", "kept.offer.again.dated"]
    undated = learn(rows.happened(rows.waiting(), EventType.OFFER), act("offer"))
    assert around(undated) == ["kept.stands", "kept.offer.again"]


def test_its_day_may_follow_or_change() -> None:
    known = rows.happened(rows.waiting(), EventType.OFFER)
    for told in (act("offer", deadline=FRIDAY), bare("offer", 30, deadline=FRIDAY)):
        ledger = learn(known, told)
        assert [event.deadline for event in ledger.known.events] == [FRIDAY]
        assert keys(ledger) == ["kept.offer.deadline"]
        later = learn(ledger.known, act("offer", deadline=TOMORROW))
        assert [event.deadline for event in later.known.events] == [TOMORROW]


def test_on_paper_after_it_was_spoken() -> None:
    known = rows.happened(rows.waiting(), EventType.VERBAL_OFFER, deadline=FRIDAY)
    ledger = learn(known, pressed("paper.yes", "offer", 1, form="paper"))
    assert types(ledger) == [EventType.VERBAL_OFFER, EventType.OFFER]
    assert (ledger.known.events[-1].deadline, ledger.reply.mark) == (FRIDAY, "paper.yes")
    with pytest.raises(Stale):
        learn(ledger.known, pressed("paper.yes", "offer", 1, form="paper"))
    spoken_again = learn(known, act("offer", form="spoken"))
    assert types(spoken_again) == [EventType.VERBAL_OFFER]


def test_an_offer_after_a_no_opens_it_again() -> None:
    ledger = learn(rows.happened(rows.waiting(), EventType.REJECTED), act("offer"))
    assert types(ledger) == [EventType.REJECTED, EventType.REOPENED, EventType.OFFER]


def test_with_several_employers_it_waits_for_a_name() -> None:
    for name in ("offer", "accepted", "declined"):
        ledger = learn(rows.two(), act(name))
        assert (ledger.known.events, len(ledger.known.open_points)) == ((), 1)


# What the Person says to it


@pytest.mark.parametrize(("name", "kind"), [("accepted", EventType.ACCEPTED), ("declined", EventType.DECLINED)])
def test_it_is_decided_once_and_what_was_ahead_falls_away(name: str, kind: EventType) -> None:
    ledger = learn(rows.ahead(), act(name))
    assert (types(ledger), keys(ledger)) == ([kind], [f"kept.{name}"])
    assert ledger.known.interviews[0].cancelled
    assert around(learn(ledger.known, act(name))) == ["kept.stands", f"kept.{name}"]


def test_without_a_name_it_is_the_one_that_made_an_offer() -> None:
    known = rows.happened(rows.two(), EventType.OFFER, row=11)
    for name in ("accepted", "declined"):
        assert [e.opportunity_id for e in learn(known, act(name)).known.events] == [11, 11]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("I said yes to them", "others"),
        ("hab zugesagt, vertrag kommt di", "others"),
        ("signed this morning", "signed"),
        ("ist unterschrieben", "signed"),
    ],
)
def test_the_others_are_told_once_it_is_on_paper(typed: str, key: str) -> None:
    known = rows.happened(rows.two(), EventType.OFFER, row=11)
    ledger = Ledger(known, rows.NOW, Incoming(kind=Kind.TEXT, person_id=7, chat_id=7, text=typed))
    offers.accepted(ledger, act("accepted"))
    assert keys(ledger) == [f"kept.accepted.{key}"]


def test_the_buttons_are_old_once_it_is_decided() -> None:
    assert learn(rows.waiting(), pressed("starts.here", "accepted", 1)).reply.mark == "starts.here"
    known = rows.happened(rows.waiting(), EventType.ACCEPTED)
    for told in (pressed("starts.here", "accepted", 1), pressed("said_no.offer", "declined", 1)):
        with pytest.raises(Stale):
            learn(known, told)


def test_a_job_that_is_taken_when_nobody_is_known_is_one_elsewhere() -> None:
    ledger = learn(rows.stranger(), act("accepted"))
    assert (ledger.known.opportunities, keys(ledger)) == ((), ["kept.accepted.elsewhere.alone"])


def test_a_job_elsewhere_leaves_everybody_else() -> None:
    ledger = learn(rows.two(), act("accepted", elsewhere=True))
    assert types(ledger) == [EventType.ACCEPTED_OTHER_OFFER] * 2
    assert lines(ledger) == [
        "Congratulations on the new job. Once you hold it on paper, tell Acme, Globex in two or three friendly lines."
    ]
    assert drafts(ledger) == ["withdrawal", "withdrawal"]
    again = learn(ledger.known, act("accepted", elsewhere=True))
    assert (types(again), keys(again)) == (types(ledger), ["kept.accepted.elsewhere.alone"])
    with pytest.raises(Stale):
        learn(ledger.known, pressed("starts.elsewhere", "accepted", 0, elsewhere=True))
    assert (
        learn(rows.two(), pressed("starts.elsewhere", "accepted", 0, elsewhere=True)).reply.mark == "starts.elsewhere"
    )


def test_what_others_were_to_learn_of_the_offer_has_its_new_day() -> None:
    told = learn(rows.waiting(), act("offer", deadline=FRIDAY)).known
    copy = Event(id=90, opportunity_id=50, type=EventType.COMPETING_OFFER, at=rows.NOW, deadline=FRIDAY)
    other = replace(copy, id=91, deadline=rows.OPENS)
    known = replace(told, events=(*told.events, copy, other))
    ledger = learn(known, act("offer", deadline=TOMORROW))
    assert [event.deadline for event in ledger.known.events] == [TOMORROW, TOMORROW, rows.OPENS]


def test_who_has_decided_is_to_say_yes_in_writing_before_giving_notice() -> None:
    known = rows.happened(rows.waiting(), EventType.VERBAL_OFFER, deadline=FRIDAY)
    ledger = learn(known, act("accepted", told="no"))
    assert types(ledger) == [EventType.VERBAL_OFFER, EventType.ACCEPTED]
    assert (keys(ledger), drafts(ledger)) == (["kept.accepted.to_tell"], ["acceptance"])


def test_the_contract_behind_a_yes_is_no_new_offer() -> None:
    known = rows.happened(rows.happened(rows.waiting(), EventType.OFFER, deadline=FRIDAY), EventType.ACCEPTED)
    ledger = learn(known, act("offer", form="paper"))
    assert (ledger.known.events, keys(ledger)) == (known.events, [])


def test_an_offer_that_is_taken_in_the_same_breath_needs_no_more_time() -> None:
    known = rows.happened(rows.waiting(), EventType.VERBAL_OFFER, deadline=FRIDAY)
    ledger = learn(known, act("offer", form="paper"), act("accepted"))
    assert (keys(ledger), drafts(ledger)) == (["kept.accepted"], [])
    fresh = learn(rows.waiting(), act("offer", deadline=FRIDAY), act("accepted"))
    assert (keys(fresh), drafts(fresh)) == (["kept.offer", "kept.accepted"], [])
