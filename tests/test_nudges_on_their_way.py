"""From the table into the outbox: what is put there, with or without a sound, and what counts once it leaves late."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot import nudging
from bot.line import staleness
from bot.line.render import render
from bot.turn import Message
from bot.words import Html
from storage import known, outbox
from storage.facts import Answer, Known, Mood
from storage.outbox import Claimed
from storage.store import Store
from tests.conftest import NOON
from tests.wired import ANA, after_an_interview

HOUR = timedelta(hours=1)
WAITING = after_an_interview(
    NOON - timedelta(days=1),
    mood=Mood.FINE,
    thank_you_declined=True,
    window_answer=Answer.YES,
    window_latest=NOON.date() - timedelta(days=3),
    debrief=Answer.NO,
)
EVENING = NOON + 6 * HOUR


async def say(store: Store, who: Known, now: datetime) -> Claimed:
    """Say what is due, and take it out of the outbox to send it."""
    await store.run(known.keep, None, who, now)
    row = await store.run(nudging.say_due, ANA, now, now)
    assert row is not None
    (claimed,) = await store.run(outbox.post, [row], now, hands=1)
    return claimed


async def nudged_at(store: Store) -> list[datetime]:
    who = await store.run(known.recall, ANA)
    assert who is not None
    return [nudged.at for nudged in who.nudged]


async def test_the_evening_question_arrives_without_a_sound(store: Store) -> None:
    row = await say(store, WAITING, EVENING)
    assert row.nudge == "any_word"
    assert row.body["disable_notification"] is True


def test_other_messages_ring() -> None:
    assert "disable_notification" not in render(Message(text=Html("Hello")), ANA).body


async def test_a_nudge_that_leaves_at_once_counts_from_when_it_was_decided(store: Store) -> None:
    row = await say(store, WAITING, EVENING)
    assert await store.run(staleness.why_stale, row, EVENING + timedelta(seconds=2)) is None
    assert await nudged_at(store) == [EVENING]


async def test_a_nudge_that_was_held_up_counts_from_when_it_leaves(store: Store) -> None:
    row = await say(store, WAITING, EVENING)
    assert await store.run(staleness.why_stale, row, EVENING + HOUR) is None
    assert await nudged_at(store) == [EVENING + HOUR]


async def test_a_nudge_on_whose_way_the_person_asked_for_quiet_is_taken_back(store: Store) -> None:
    row = await say(store, WAITING, EVENING)
    who = await store.run(known.recall, ANA)
    assert who is not None
    quiet = replace(who, person=replace(who.person, paused_until=EVENING + timedelta(days=2)))
    await store.run(known.keep, who, quiet, None)
    assert await store.run(staleness.why_stale, row, EVENING) == "no longer due"
    assert await nudged_at(store) == []
    assert await store.run(known.smallest_wake) == EVENING + timedelta(days=2)
