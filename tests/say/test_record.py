"""Whether an employer keeps the dates it names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.say.record import record, told
from storage.facts import ContactKind, Direction, EventType, Known, Side
from tests.say.facts import ANA, DAY, acme, at, event, german, life, promise, sent, talked, words

AFTER = at("2026-12-21T10:00")


def test_a_day_that_is_still_ahead_counts_for_nothing() -> None:
    assert record(life(), acme(), at("2026-12-18T22:00")) == (0, 0)
    assert told(life(), acme(), at("2026-12-18T22:00")) is None


def test_a_day_that_passed_in_silence_is_broken() -> None:
    assert record(life(), acme(), AFTER) == (0, 1)


@pytest.mark.parametrize(
    "known",
    [
        life(events=(event(EventType.INVITATION, at("2026-12-18T20:00")),)),
        life(contacts=(sent(ContactKind.REPLY, at("2026-12-17T09:00"), direction=Direction.IN),)),
    ],
)
def test_a_word_of_theirs_by_then_keeps_it(known: Known) -> None:
    assert record(known, acme(), AFTER) == (1, 1)


@pytest.mark.parametrize("kind", [EventType.ACCEPTED_OTHER_OFFER, EventType.PROFILE_VIEW])
def test_what_is_not_from_them_keeps_nothing(kind: EventType) -> None:
    assert record(life(events=(event(kind),)), acme(), AFTER) == (0, 1)


def test_a_wish_of_theirs_answers_nothing_while_the_day_is_ahead() -> None:
    """They asked for references on the 10th, and have until the 18th."""
    known = life(events=(event(EventType.REQUEST, at("2026-12-10T10:00")),))
    assert record(known, acme(), at("2026-12-11T10:00")) == (0, 0)
    invited = life(events=(event(EventType.INVITATION, at("2026-12-10T10:00")),))
    assert record(invited, acme(), at("2026-12-11T10:00")) == (1, 1)


def test_the_day_is_counted_on_the_persons_own_calendar() -> None:
    known = life(
        events=(event(EventType.REQUEST, at("2026-12-19T02:00")),),
        person=replace(ANA, zone="America/New_York"),
    )
    assert record(known, acme(), AFTER) == (1, 1)


def test_a_new_date_and_their_promises_count_too() -> None:
    theirs = promise(date(2026, 12, 4), side=Side.THEIRS)
    known = life(
        events=(event(EventType.WINDOW_EXTENDED, at("2026-12-18T09:00"), latest=date(2026, 12, 23)),),
        promises=(
            replace(theirs, id=31, done_at=AFTER),
            replace(theirs, id=32, done_at=AFTER, broken=True),
            replace(theirs, id=33, broken=True),
            replace(theirs, id=34),
            promise(date(2026, 12, 4), id=35, done_at=AFTER),
        ),
    )
    assert record(known, acme(), AFTER + 10 * DAY) == (2, 5)


def test_what_was_called_off_or_is_another_ones_does_not_count() -> None:
    known = life(talked(cancelled=True), talked(id=9, opportunity_id=7))
    assert record(known, acme(), AFTER) == (0, 0)


def test_it_is_told_without_a_riddle() -> None:
    one = life(events=(event(EventType.INVITATION, at("2026-12-17T09:00")),))
    two = replace(one, interviews=(talked(), talked(id=3, window_latest=date(2026, 12, 19))))
    broken = life(talked(), talked(id=3))
    mixed = replace(one, promises=(promise(date(2026, 12, 4), side=Side.THEIRS, broken=True),))
    now = AFTER + timedelta(days=3)
    said = [words(told(known, acme(), now) or "", known) for known in (one, life(), two, broken, mixed)]
    assert said == [
        "They named one date and kept it.",
        "They named one date and let it pass.",
        "They named 2 dates and kept them all.",
        "They named 2 dates and let them all pass.",
        "They kept 1 of the 2 dates they named.",
    ]
    in_german = [words(told(known, acme(), now) or "", german(known)) for known in (life(), mixed)]
    assert in_german == [
        "Sie haben einen Termin genannt und nicht eingehalten.",
        "Von 2 genannten Terminen haben sie 1 eingehalten.",
    ]
