"""The feed as a fact: connected, in trouble, when to look again, disconnected."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.learn import calendar_feed as feeds
from bot.learn.ledger import Ledger
from storage.facts import Feed, Known
from tests.learn.events import THURSDAY, fed, having, planned, row
from tests.learn.rows import HOUR, NOW, stranger

DAY = timedelta(days=1)


def turn(known: Known) -> tuple[Ledger, Feed]:
    return Ledger(known, NOW), known.feeds[0]


def test_an_address_takes_the_place_of_another() -> None:
    ledger = Ledger(fed(having(row(from_feed=True, asked=True))), NOW)
    made = feeds.connect(ledger, "cal.example", "sealed")
    assert ledger.known.feeds == (made,)
    assert (made.host, made.look_at, made.seen_at) == ("cal.example", NOW, None)
    assert [(one.from_feed, one.asked) for one in ledger.known.appointments] == [(False, False)]
    assert feeds.feed_of(ledger.known) == made
    assert feeds.feed_of(stranger()) is None


def test_what_is_planned_stays_when_the_feed_is_disconnected() -> None:
    ledger = Ledger(planned(), NOW)
    feeds.disconnect(ledger)
    assert ledger.known.feeds == ()
    assert ledger.known.interviews == planned().interviews


def test_the_marks_of_a_server_are_kept_unless_they_are_too_long() -> None:
    ledger, feed = turn(fed(troubles=3, trouble_since=NOW - DAY))
    feeds.seen(ledger, feed, "e" * 501, "Tue")
    (now,) = ledger.known.feeds
    assert (now.etag, now.modified, now.seen_at, now.troubles, now.trouble_since) == (None, "Tue", NOW, 0, None)
    feeds.seen(ledger, now)
    assert ledger.known.feeds[0].modified is None


def test_what_has_not_changed_keeps_its_marks() -> None:
    ledger, feed = turn(fed(etag="e", troubles=1))
    feeds.unchanged(ledger, feed)
    (now,) = ledger.known.feeds
    assert (now.etag, now.troubles, now.seen_at) == ("e", 0, NOW)


@pytest.mark.parametrize(
    ("trouble", "since", "seen_at", "given_up"),
    [
        ("gone", None, NOW, True),
        ("forbidden", None, NOW, False),
        ("forbidden", NOW - 3 * DAY, NOW, True),
        ("unreachable", NOW - 9 * DAY, NOW, False),
        ("unreachable", None, None, True),
        ("empty", None, None, False),
    ],
)
def test_trouble_is_borne_for_a_while(
    trouble: str, since: datetime | None, seen_at: datetime | None, given_up: bool
) -> None:
    ledger, feed = turn(fed(trouble_since=since, seen_at=seen_at))
    assert feeds.in_trouble(ledger, feed, trouble) is given_up
    assert (ledger.known.feeds == ()) is given_up
    if not given_up:
        assert (ledger.known.feeds[0].troubles, ledger.known.feeds[0].trouble_since) == (1, since or NOW)


def test_it_is_looked_at_every_quarter_to_half_an_hour_and_less_often_in_trouble() -> None:
    pauses = []
    for troubles in (0, 1, 2, 9):
        ledger, _ = turn(fed(troubles=troubles))
        feeds.look_again(ledger)
        pauses.append(ledger.known.feeds[0].look_at - NOW)
    assert timedelta(minutes=15) <= pauses[0] <= timedelta(minutes=30)
    assert pauses == [pauses[0], pauses[0], 2 * pauses[0], 16 * pauses[0]]


def test_it_is_looked_at_when_its_next_interview_ends_and_no_later_than_is_asked() -> None:
    soon = planned()
    soon = replace(soon, interviews=(replace(soon.interviews[0], end=NOW + timedelta(minutes=3)),))
    ledger, _ = turn(soon)
    feeds.look_again(ledger)
    assert ledger.known.feeds[0].look_at == NOW + timedelta(minutes=3)
    feeds.look_again(ledger, NOW + timedelta(minutes=1))
    assert ledger.known.feeds[0].look_at == NOW + timedelta(minutes=1)
    feeds.look_again(without := Ledger(stranger(), NOW))
    assert without.known == stranger()


def test_before_the_person_is_asked_it_is_looked_at_once_more() -> None:
    known = fed(planned(), look_at=THURSDAY + 9 * HOUR)
    ledger, _ = turn(known)
    feeds.look_before(ledger, known.interviews[0])
    assert ledger.known.feeds[0].look_at == THURSDAY + HOUR


def test_it_is_not_looked_at_for_what_does_not_stand_in_it() -> None:
    known = fed(planned(feed=False), look_at=THURSDAY + 9 * HOUR)
    ledger, _ = turn(known)
    feeds.look_before(ledger, known.interviews[0])
    assert ledger.known.feeds == known.feeds


def test_what_is_planned_from_it_is_counted() -> None:
    assert feeds.planned_from_it(Ledger(planned(), NOW)) == 1
    assert feeds.planned_from_it(Ledger(planned(feed=False), NOW)) == 0


@pytest.mark.parametrize(("nothing", "troubles", "sudden"), [(True, 0, True), (True, 1, False), (False, 0, False)])
def test_a_server_that_has_lost_everything_is_believed_the_second_time(
    nothing: bool, troubles: int, sudden: bool
) -> None:
    ledger, feed = turn(fed(planned(), troubles=troubles))
    assert feeds.is_suddenly_empty(ledger, feed, nothing_in_it=nothing) is sudden


def test_a_feed_from_which_nothing_is_expected_may_be_empty() -> None:
    ledger, feed = turn(fed())
    assert not feeds.is_suddenly_empty(ledger, feed, nothing_in_it=True)
