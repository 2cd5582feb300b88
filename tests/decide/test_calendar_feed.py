"""The feed: connected, looked at, in trouble, disconnected; and when something is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from bot.calendars.feeds.seal import Sealed
from bot.decide import calendars
from bot.decide.calendar_feed import Look, looked
from bot.hear.act import Act, By
from bot.learn.ledger import Ledger, Stale
from bot.looking import look
from bot.turn import Incoming, Kind, Message
from storage.facts import Known
from tests.decide.rows import keys, presses, said, stranger, verbs
from tests.learn.events import FRIDAY, THURSDAY, event, fed, moved, planned, reading
from tests.learn.rows import HOUR, NOW

NIGHT = datetime(2026, 12, 2, 23, tzinfo=UTC)
MORNING = datetime(2026, 12, 3, 8, tzinfo=UTC)


def connected(known: Known, sealed: Sealed | None) -> Ledger:
    """The turn in which an address was sent."""
    ledger = Ledger(known, NOW, Incoming(kind=Kind.FEED, person_id=7, chat_id=7, message_id=5, feed=sealed))
    calendars.take(ledger)
    return ledger


def wish(known: Known, do: str, row: int = 0, *, by: By = By.COMMAND, feeds: bool = True) -> Ledger:
    """The turn in which that was commanded or pressed."""
    ledger = Ledger(known, NOW, Incoming(kind=Kind.TEXT, person_id=7, chat_id=7, feeds=feeds))
    calendars.ACTS["calendar"](ledger, Act("calendar", {"do": do}, by=by, row=row))
    return ledger


def seen(known: Known, what: Look, **more: Any) -> tuple[Ledger, bool]:
    """A look, as far as it is decided in this room, and whether something waits."""
    ledger = Ledger(known, NOW)
    return ledger, looked(ledger, what, **more)


# Connecting


def test_an_address_is_kept_and_its_message_taken_out_of_the_chat() -> None:
    made = connected(stranger(), Sealed("cal.example", "gAAAA"))
    assert (keys(made), made.reply.secret) == (["calendar.connected"], True)
    assert [(feed.host, feed.sealed) for feed in made.known.feeds] == [("cal.example", "gAAAA")]


@pytest.mark.parametrize("sealed", [None, Sealed("cal.example", None)])
def test_without_a_key_no_address_is_kept(sealed: Sealed | None) -> None:
    made = connected(stranger(), sealed)
    assert (keys(made), made.known.feeds, verbs(made)) == (["calendar.switched_off"], (), ["cal.dates"])


def test_what_is_connected_is_shown() -> None:
    assert keys(wish(stranger(), "show")) == ["calendar.how"]
    assert keys(wish(stranger(), "show", feeds=False)) == ["calendar.switched_off"]
    made = wish(planned(), "show")
    assert said(made).startswith("Your calendar at feed.example is connected. I look every 15 to 30 minutes.")
    assert said(made).endswith("Interviews planned from it: 1")
    assert [(press.verb, press.row) for press in presses(made)] == [("cal.dates", 0), ("cal.disconnect", 15)]
    assert "The last try gave no calendar" in said(wish(fed(troubles=2), "show"))
    assert "Last read: not yet" in said(wish(fed(seen_at=None), "show"))


def test_it_is_disconnected_by_a_button_or_in_words() -> None:
    made = wish(planned(), "disconnect", 15, by=By.BUTTON)
    assert (made.known.feeds, made.reply.rewritten is not None) == ((), True)
    assert keys(wish(planned(), "disconnect")) == ["calendar.disconnected"]
    for row, by in ((15, By.BUTTON), (0, By.COMMAND)):
        with pytest.raises(Stale):
            wish(stranger(), "disconnect", row, by=by)


# Looking


def test_a_first_look_that_finds_nothing_says_so() -> None:
    made, waits = seen(fed(seen_at=None), Look(reading=reading(), etag="e"))
    assert (keys(made), waits) == (["calendar.first_look"], False)
    assert made.known.feeds[0].etag == "e"


def test_a_later_look_that_finds_nothing_is_silent() -> None:
    made, _ = seen(fed(), Look(reading=reading()))
    assert keys(made) == []


def test_nothing_new_keeps_what_is_known() -> None:
    made, _ = seen(fed(planned(), etag="e"), Look())
    assert (made.known.feeds[0].etag, made.known.feeds[0].seen_at, keys(made)) == ("e", NOW, [])


def test_what_is_found_is_proposed() -> None:
    made, _ = seen(fed(), Look(reading=reading(event())))
    assert keys(made)[0] == "calendar.found"


def test_what_did_not_fit_comes_again_whole() -> None:
    days = [event(f"{n}@x", FRIDAY, f"Interview at Firm{n}") for n in range(7)]
    made, waits = seen(fed(), Look(reading=reading(*days), etag="e", modified="m"))
    (feed,) = made.known.feeds
    assert (waits, feed.etag, feed.modified) == (True, None, None)


def test_what_is_gone_is_asked_about() -> None:
    made, _ = seen(planned(), Look(reading=reading(event("g@x", FRIDAY, "Gym"))))
    assert said(made) == "Acme, Thu 10 Dec, 14:00–15:00, is no longer in your calendar. Is it off?"
    assert (made.person.asking, verbs(made)) == ("calendar_gone", ["cal.off", "cal.still"])


def test_a_calendar_that_is_suddenly_empty_is_believed_the_second_time() -> None:
    made, _ = seen(planned(), Look(reading=reading()))
    assert (keys(made), made.known.feeds[0].troubles) == ([], 1)
    again, _ = seen(made.known, Look(reading=reading()))
    assert keys(again)[0] == "calendar.gone"


@pytest.mark.parametrize(
    ("known", "what", "key"),
    [
        (fed(seen_at=None), Look(trouble="too_slow"), "calendar.never_read"),
        (fed(), Look(trouble="gone"), "calendar.stopped"),
        (fed(seen_at=None), Look(reading=reading(event(), whole=False)), "calendar.never_read"),
    ],
)
def test_an_address_that_is_given_up_is_told_with_its_reason(known: Known, what: Look, key: str) -> None:
    made, _ = seen(known, what)
    assert (keys(made)[0], made.known.feeds) == (key, ())
    assert said(made, "de")


def test_trouble_that_passes_is_not_told() -> None:
    made, _ = seen(fed(), Look(trouble="unreachable"))
    assert (keys(made), made.known.feeds[0].troubles) == ([], 1)


# A whole look, and when something is asked


def texts(turn: Any) -> list[str]:
    return [saying.text for saying in turn.say if isinstance(saying, Message)]


def test_a_look_is_a_turn_with_its_messages_and_the_next_look() -> None:
    turn = look(fed(), Look(reading=reading(event())), NOW)
    assert len(texts(turn)) == 1
    assert turn.known is not None
    assert NOW < turn.known.feeds[0].look_at <= NOW + timedelta(minutes=30)
    assert turn.known.person.asking == "calendar_found"


def test_at_night_a_move_is_known_at_once_and_what_is_asked_waits_for_the_morning() -> None:
    known = planned()
    found = Look(reading=reading(moved(event(), THURSDAY + HOUR), event("n@x", FRIDAY, "Interview at Beta")), etag="e")
    night = look(known, found, NIGHT)
    assert night.known is not None
    assert night.known.interviews[0].start == THURSDAY + HOUR
    assert [text for text in texts(night) if "Beta" in text] == []
    assert night.known.person.asking is None

    assert night.known.feeds[0].etag is None
    late = replace(night.known, feeds=(replace(night.known.feeds[0], look_at=MORNING),))
    assert any("Beta" in text for text in texts(look(late, found, MORNING)))


def test_in_the_last_minutes_of_the_night_it_is_looked_at_when_the_night_is_over() -> None:
    turn = look(fed(), Look(reading=reading(event())), MORNING - timedelta(minutes=3))
    assert turn.known is not None
    assert (texts(turn), turn.known.feeds[0].look_at) == ([], MORNING)


def test_nobody_is_asked_while_they_answer_something_else() -> None:
    known = fed()
    talking = replace(known, person=replace(known.person, asking="mood", asking_about=1, heard_at=NOW))
    turn = look(talking, Look(reading=reading(event())), NOW + timedelta(minutes=5))
    assert turn.known is not None
    assert (texts(turn), turn.known.person.asking) == ([], "mood")
    assert turn.known.feeds[0].look_at == NOW + timedelta(minutes=10)
    later = look(turn.known, Look(reading=reading(event())), NOW + timedelta(minutes=10))
    assert len(texts(later)) == 1


def test_whoever_has_just_sent_the_address_is_answered_at_once() -> None:
    known = fed(seen_at=None)
    person = replace(known.person, asking="zone", heard_at=NIGHT, quiet_from=time(21))
    turn = look(replace(known, person=person), Look(reading=reading(event())), NIGHT)
    assert len(texts(turn)) == 1
