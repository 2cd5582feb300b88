"""What was never so is taken back, the newest of its kind alone; what was never kept needs no word."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.learn.denying import ACTS
from bot.learn.ledger import Ledger
from storage.facts import Channel, Contact, ContactKind, Direction, Event, EventType, Interview, Known
from tests.learn import rows
from tests.learn.rows import HOUR, NOW, act, keys

DAY = timedelta(days=1)


def learn(known: Known, what: str) -> Ledger:
    return rows.learn(ACTS, known, act("denied", what=what))


def sent(kind: ContactKind, number: int = 50, ago: timedelta = HOUR) -> Contact:
    return Contact(id=number, opportunity_id=1, at=NOW - ago, kind=kind)


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("follow_up", ContactKind.FOLLOW_UP),
        ("thank_you", ContactKind.THANK_YOU),
        ("sent", ContactKind.FOLLOW_UP),
    ],
)
def test_what_was_never_sent_is_taken_back(what: str, kind: ContactKind) -> None:
    ledger = learn(replace(rows.waiting(), contacts=(sent(kind),)), what)
    assert ledger.known.contacts == ()
    assert keys(ledger) == ["kept.denied.sent"]


def test_only_the_newest_falls() -> None:
    both = (sent(ContactKind.FOLLOW_UP, 50, 5 * HOUR), sent(ContactKind.FOLLOW_UP, 51))
    ledger = learn(replace(rows.waiting(), contacts=both), "follow_up")
    assert [contact.id for contact in ledger.known.contacts] == [50]


@pytest.mark.parametrize(
    ("what", "contact"),
    [
        ("follow_up", sent(ContactKind.THANK_YOU)),
        ("thank_you", sent(ContactKind.FOLLOW_UP)),
        ("thank_you", sent(ContactKind.THANK_YOU, ago=3 * DAY)),
        ("sent", sent(ContactKind.FOLLOW_UP, ago=2 * DAY)),
    ],
)
def test_another_kind_and_what_went_before_the_talk_stand(what: str, contact: Contact) -> None:
    ledger = learn(replace(rows.waiting(), contacts=(contact,)), what)
    assert ledger.known.contacts == (contact,)
    assert keys(ledger) == []


def test_they_never_called() -> None:
    missed = Event(id=60, opportunity_id=1, type=EventType.MISSED_CALL, at=NOW - HOUR)
    ledger = learn(replace(rows.waiting(), events=(missed,)), "call")
    assert ledger.known.events == ()
    assert keys(ledger) == ["kept.denied.call"]
    rang = Contact(
        id=61,
        opportunity_id=1,
        at=NOW - HOUR,
        kind=ContactKind.REPLY,
        direction=Direction.IN,
        channel=Channel.PHONE,
    )
    assert learn(replace(rows.waiting(), contacts=(rang,)), "call").known.contacts == ()
    assert keys(learn(rows.waiting(), "call")) == []


def test_there_is_no_further_talk() -> None:
    known = rows.waiting()
    invitation = Event(id=60, opportunity_id=1, type=EventType.INVITATION, at=NOW - HOUR)
    ahead = Interview(id=61, opportunity_id=1, start=NOW + 5 * DAY, end=NOW + 5 * DAY + HOUR)
    ledger = learn(replace(known, events=(invitation,), interviews=(*known.interviews, ahead)), "talk")
    assert ledger.known.events == ()
    assert [talk.cancelled for talk in ledger.known.interviews] == [False, True]
    assert keys(ledger) == ["kept.denied.talk"]
    assert learn(known, "talk").known.interviews == known.interviews


def test_a_question_that_was_the_thank_you_is_kept_as_one_with_its_day() -> None:
    known = replace(rows.waiting(), contacts=(sent(ContactKind.FOLLOW_UP),))
    ledger = rows.learn(ACTS, known, act("denied", what="follow_up"), act("sent", what="thank_you"))
    assert [(one.kind, one.at) for one in ledger.known.contacts] == [(ContactKind.THANK_YOU, NOW - HOUR)]
