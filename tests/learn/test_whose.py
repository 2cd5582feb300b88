"""Whose something is: what was kept with the wrong employer goes to the right one; what never was is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.decide.taking_back import Entry, written
from bot.learn import table
from bot.learn.ledger import Ledger
from storage import journal
from storage.facts import Event, EventType, Interview, Known, Mood, Opportunity, Promise
from tests.learn import rows
from tests.learn.rows import NOW, act, keys

DAY = timedelta(days=1)
OTHER = 60
TODAY = NOW.date()


def two() -> Known:
    """Acme, where a talk took place; and Globex, where one did, too."""
    known = rows.waiting()
    talk = replace(known.interviews[0], id=61, opportunity_id=OTHER)
    other = Opportunity(id=OTHER, employer="Globex")
    person = replace(known.person, serial=90)
    opportunities, interviews = (*known.opportunities, other), (*known.interviews, talk)
    return replace(known, person=person, opportunities=opportunities, interviews=interviews)


def after(before: Known, now: Known) -> Known:
    """What is known right after a message that has made this of that."""
    entry = Entry("offer", "line", journal.changes(before, now))
    return replace(now, person=replace(now.person, journal=written([entry], NOW)))


def event(kind: EventType, number: int = 70, of: int = 1, **more: Any) -> Event:
    return Event(id=number, opportunity_id=of, type=kind, at=NOW - DAY, **more)


def learn(known: Known, **slots: Any) -> Ledger:
    return rows.learn(table.TABLE, known, act("belongs", **slots))


def with_events(known: Known, *events: Event) -> Known:
    return replace(known, events=events)


def test_an_offer_goes_to_whom_it_is_from_with_its_day_and_without_what_followed_from_it() -> None:
    offer = event(EventType.OFFER, deadline=TODAY + 4 * DAY)
    known = with_events(two(), offer, event(EventType.ACCEPTED, 71))
    ledger = learn(known, **{"about": "Lüders", "not": "Acme", "what": "offer"})
    right = next(one for one in ledger.known.opportunities if one.employer == "Lüders")
    assert [(one.type, one.opportunity_id, one.deadline) for one in ledger.known.events] == [
        (EventType.OFFER, right.id, TODAY + 4 * DAY)
    ]
    assert keys(ledger) == ["kept.belongs.offer.dated"]


def test_an_offer_that_both_have_is_one() -> None:
    known = with_events(two(), event(EventType.OFFER, 70, 1, deadline=TODAY + DAY), event(EventType.OFFER, 71, OTHER))
    ledger = learn(known, **{"about": "Globex", "not": "Acme", "what": "offer"})
    assert [(one.id, one.deadline) for one in ledger.known.events] == [(71, TODAY + DAY)]


def test_an_employer_that_came_of_the_mistake_alone_goes_with_it() -> None:
    known = two()
    invented = replace(known, opportunities=(*known.opportunities, Opportunity(id=80, employer="Achso")))
    kept = with_events(invented, event(EventType.OFFER, 81, 80))
    ledger = learn(after(known, kept), about="Globex")
    assert [one.employer for one in ledger.known.opportunities] == [one.employer for one in known.opportunities]
    assert [one.opportunity_id for one in ledger.known.events] == [OTHER]


def test_all_that_the_message_before_told_goes_over() -> None:
    known = two()
    felt = [replace(one, mood=Mood.ROUGH) if one.opportunity_id == 1 else one for one in known.interviews]
    promise = Promise(id=82, opportunity_id=1, what="references", due=TODAY)
    told = replace(known, interviews=tuple(felt), promises=(promise,))
    ledger = learn(after(known, told), **{"about": "Globex", "not": "Acme"})
    moods = {one.opportunity_id: one.mood for one in ledger.known.interviews}
    assert moods == {1: known.interviews[0].mood, OTHER: Mood.ROUGH}
    assert [one.opportunity_id for one in ledger.known.promises] == [OTHER]
    assert keys(ledger) == ["kept.belongs"]


def test_where_nothing_was_kept_wrongly_nothing_is_handed_over() -> None:
    known = two()
    assert learn(known, **{"about": "Globex", "not": "Acme"}).known.events == known.events
    ledger = learn(known, **{"about": "Globex", "not": "Acme", "what": "offer"})
    assert [(one.name, one.get("about")) for one in ledger.queue] == [("offer", "Globex")]


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("accepted", EventType.ACCEPTED),
        ("declined", EventType.DECLINED),
        ("withdrew", EventType.USER_WITHDRAWS),
        ("offer", EventType.OFFER),
        ("rejected", EventType.REJECTED),
    ],
)
def test_what_was_never_decided_is_taken_back_days_later(what: str, kind: EventType) -> None:
    ledger = rows.learn(table.TABLE, with_events(two(), event(kind)), act("denied", about="Acme", what=what))
    assert ledger.known.events == ()
    assert keys(ledger) == [f"kept.denied.{what}"]


def test_what_is_no_employer_goes_with_all_that_hangs_on_it() -> None:
    known = two()
    talk = Interview(id=83, opportunity_id=80, start=NOW, end=NOW + DAY)
    invented = replace(
        known,
        opportunities=(*known.opportunities, Opportunity(id=80, employer="ANYWAY")),
        interviews=(*known.interviews, talk),
    )
    ledger = rows.learn(table.TABLE, invented, act("denied", about="ANYWAY", what="employer"))
    assert ledger.known.opportunities == known.opportunities
    assert ledger.known.interviews == known.interviews


def test_no_word_from_whom_an_offer_was_just_kept_takes_it_back() -> None:
    known = two()
    told = after(known, with_events(known, event(EventType.OFFER)))
    ledger = rows.learn(table.TABLE, told, act("nothing_heard", about="Acme"))
    assert ledger.known.events == ()
    stands = rows.learn(table.TABLE, with_events(known, event(EventType.OFFER)), act("nothing_heard", about="Acme"))
    assert len(stands.known.events) == 1, "told longer ago, it may well be true"


def test_an_offer_that_was_kept_rightly_takes_nothing_else_along() -> None:
    known = with_events(two(), event(EventType.OFFER, 70, OTHER))
    felt = [replace(one, mood=Mood.ROUGH) if one.opportunity_id == 1 else one for one in known.interviews]
    told = after(known, replace(known, interviews=tuple(felt)))
    ledger = learn(told, **{"about": "Globex", "not": "Acme", "what": "offer"})
    assert (ledger.known.interviews, ledger.known.events) == (told.interviews, told.events)


def test_somebody_of_another_employer_goes_there_and_a_talk_that_was_only_theirs_is_none() -> None:
    known = two()
    wrong = Interview(
        id=90, opportunity_id=OTHER, start=NOW, end=NOW, day_known=False, start_known=False, interviewers=("Dana Reed",)
    )
    known = replace(known, interviews=(*known.interviews, wrong))
    ledger = learn(known, about="Acme", who="Dana")
    assert [(one.id, one.interviewers) for one in ledger.known.interviews] == [(2, ("Dana Reed",)), (61, ())]
    assert keys(ledger) == ["kept.met"]


def test_somebody_of_an_employer_where_no_talk_took_place_is_one_to_write_to() -> None:
    known = replace(two(), interviews=tuple(replace(i, interviewers=("Dana",)) for i in two().interviews[:1]))
    ledger = learn(known, about="Globex", who="Dana")
    assert [one.interviewers for one in ledger.known.interviews] == [()]
    assert [(note.opportunity_id, note.about) for note in ledger.known.notes] == [(OTHER, "Dana")]


def test_a_no_goes_to_whom_it_is_from_and_what_was_ahead_at_the_wrong_one_takes_place() -> None:
    ahead = Interview(id=95, opportunity_id=1, start=NOW + DAY, end=NOW + 2 * DAY, cancelled=True)
    known = with_events(two(), event(EventType.REJECTED))
    known = replace(known, interviews=(*known.interviews, ahead))
    ledger = learn(known, about="Globex", what="no")
    assert [(one.type, one.opportunity_id) for one in ledger.known.events] == [(EventType.REJECTED, OTHER)]
    assert not any(one.cancelled for one in ledger.known.interviews)
    assert keys(ledger) == ["kept.belongs.no"]


def test_a_no_that_nobody_had_is_learned() -> None:
    ledger = learn(two(), about="Globex", what="no")
    assert [(one.name, one.get("about")) for one in ledger.queue] == [("rejected", "Globex")]
