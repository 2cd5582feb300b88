"""The last picture of how everything stands, made anew in its place once the Person is quiet."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot import nudging
from bot.say import showing
from bot.say.showing import QUIET, redrawn
from bot.turn import Redraw, Turn
from storage import known, outbox
from storage.facts import EventType, Known
from storage.outbox import Claimed
from storage.pacing import Bulk
from storage.store import Store
from tests.pictures.situations import ACME, ANA, FIVE, NOW, together
from tests.pictures.test_showing import labels, said, shown

FOLLOWED_UP = "I followed up with Acme this morning"
SECOND = timedelta(seconds=1)


def kept(turn: Turn) -> Known:
    assert turn.known is not None
    return turn.known


def drawn_from(turn: Turn, now: datetime) -> Redraw:
    """The picture in the place of the last one."""
    after, picture = redrawn(kept(turn), now)
    assert after.person.redraw_at is None
    assert picture is not None
    return picture


def test_what_is_told_changes_the_picture_in_place_and_once() -> None:
    first = said(together(ACME), "/status")
    told = said(first.known, FOLLOWED_UP, 2)
    assert not any(isinstance(one, Redraw) for one in told.say)
    assert kept(told).person.redraw_at == NOW + QUIET
    picture = drawn_from(told, NOW + QUIET)
    assert picture.once == shown(first).once
    assert picture.picture != shown(first).picture
    assert "question (Wed 9 Dec)" in picture.text
    assert labels(picture) == ["News from Acme?"]
    after, _ = redrawn(kept(told), NOW + QUIET)
    nothing_new = said(after, "thanks", 3, NOW + 2 * QUIET)
    assert kept(nothing_new).person.redraw_at is None


def test_every_word_puts_it_off_and_the_last_is_in_it() -> None:
    first = said(together(ACME), "/status")
    told = said(first.known, FOLLOWED_UP, 2, NOW + SECOND)
    thanked = said(told.known, "thanks", 3, NOW + 3 * SECOND)
    assert kept(thanked).person.redraw_at == NOW + 3 * SECOND + QUIET
    ended = said(thanked.known, "Interview at Globex on Friday at 3pm", 4, NOW + 4 * SECOND)
    assert "Globex" in drawn_from(ended, NOW + 4 * SECOND + QUIET).text


def test_a_picture_that_would_be_the_same_is_not_sent_again() -> None:
    first = said(together(ACME), "/status")
    told = said(first.known, FOLLOWED_UP, 2)
    undone = said(told.known, "undo", 3)
    assert redrawn(kept(undone), NOW + QUIET)[1] is None


def test_asked_again_there_is_nothing_to_make_anew() -> None:
    told = said(said(together(ACME), "/status").known, FOLLOWED_UP, 2)
    again = said(told.known, "/status", 3)
    assert kept(again).person.redraw_at is None


def test_a_picture_of_yesterday_stays_as_it_was() -> None:
    first = said(together(ACME), "/status")
    late = kept(said(first.known, FOLLOWED_UP, 2, NOW + timedelta(days=1, hours=1)))
    assert (late.person.pictured, late.person.redraw_at) == (None, None)


def test_a_bot_that_was_away_for_long_leaves_it_as_it_was() -> None:
    told = said(said(together(ACME), "/status").known, FOLLOWED_UP, 2)
    after, picture = redrawn(kept(told), NOW + timedelta(days=2))
    assert picture is None
    assert (after.person.pictured, after.person.redraw_at) == (None, None)


def test_who_has_blocked_the_bot_is_drawn_nothing() -> None:
    told = kept(said(said(together(ACME), "/status").known, FOLLOWED_UP, 2))
    blocked = replace(told, person=replace(told.person, blocked=True))
    assert redrawn(blocked, NOW + QUIET)[1] is None


def test_the_last_one_is_changed_and_no_older_one() -> None:
    second = said(said(together(ACME), "/status", 1).known, "/status", 2)
    assert drawn_from(said(second.known, FOLLOWED_UP, 3), NOW).once == shown(second).once


def test_a_no_fades_in_place() -> None:
    first = said(together(*FIVE[:2]), "/status")
    after = said(first.known, "Acme said no", 2)
    assert any(event.type is EventType.REJECTED for event in kept(after).events)
    assert "a no, a short thank-you is open" in drawn_from(after, NOW).text


# On its way


async def told_after_status(store: Store) -> datetime:
    """Ana has asked how everything stands, her picture is out, and she has told something since. When it is due."""
    first = said(together(ACME), "/status")
    told = said(first.known, FOLLOWED_UP, 2)
    await store.run(known.keep, None, kept(first), None)
    moment = await store.run(known.keep, kept(first), kept(told), NOW + timedelta(days=9))
    assert moment == NOW + QUIET
    return moment


async def looked(store: Store, now: datetime, **more: bool) -> list[Claimed]:
    said = await store.run(nudging.say_all_due, now, Bulk(20, 1000), **more)
    return list(said.claimed)


async def test_it_is_made_anew_when_its_moment_comes_and_once(store: Store) -> None:
    moment = await told_after_status(store)
    assert await looked(store, moment - SECOND) == []
    (row,) = await looked(store, moment)
    assert (row.method, row.lane, row.nudge) == ("editMessageMedia", outbox.NUDGE, None)
    assert "question (Wed 9 Dec)" in row.body["caption"]
    assert await looked(store, moment) == []
    following = await store.run(known.smallest_wake)
    assert following is None or following > moment


async def test_nobody_goes_without_a_nudge_for_a_picture(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("cannot be drawn")

    moment = await told_after_status(store)
    monkeypatch.setattr(showing, "redrawn", fail)
    with caplog.at_level(logging.ERROR):
        assert await looked(store, moment) == []
    assert "no picture for person row" in caplog.text
    found = await store.run(known.recall, ANA.id)
    assert found is not None
    assert (found.person.pictured, found.person.redraw_at) == (None, None)


async def test_while_many_wait_it_is_left_for_later(store: Store) -> None:
    moment = await told_after_status(store)
    assert await looked(store, moment, draws=False) == []
    assert await store.run(known.smallest_wake) == moment + QUIET
    (row,) = await looked(store, moment + QUIET)
    assert "question (Wed 9 Dec)" in row.body["caption"]
