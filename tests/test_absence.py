"""When the bot itself was away: one word about it, in place of all that it did not say."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from scheduler import nudges
from scheduler.nudges.absence import AWAY, SPREAD
from storage.facts import Known
from tests.conftest import NOON, said, steps, transcript_of
from tests.wired import Line, after_an_interview, open_line

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
async def line(tmp_path: Path, store_url: str) -> AsyncIterator[Line]:
    async with open_line(tmp_path, store_url) as opened:
        yield opened


def heard_lately(who: Known) -> Known:
    return replace(who, person=replace(who.person, heard_at=NOON - HOUR))


async def asleep_until(line: Line, who: Known, back: datetime) -> None:
    """The bot keeps what it knows, sleeps from noon on, and wakes then."""
    await line.keep(who, nudges.next_wake(who, NOON))
    line.clock.set(back)


async def test_after_three_days_one_message_says_so_and_asks_what_is_most_urgent(line: Line) -> None:
    await asleep_until(line, heard_lately(after_an_interview(NOON)), NOON + 3 * DAY)

    await line.live_until(NOON + 3 * DAY + SPREAD)

    [heard] = line.shown()
    assert heard.startswith("I was away from Mon 30 Nov, 12:05 until Thu 3 Dec, 12:00")
    assert "If you wrote to me before Wed 2 Dec, 12:00, it got lost" in heard
    assert "How did it go" in heard or "Acme" in heard.splitlines()[-1]


async def test_for_the_rest_of_that_day_there_is_nothing_more(line: Line) -> None:
    await asleep_until(line, after_an_interview(NOON), NOON + 3 * DAY)

    await line.live_until(NOON + 3 * DAY + 11 * HOUR)

    assert len(line.shown()) == 1


async def test_nobody_is_woken_by_it_at_night(line: Line) -> None:
    three_at_night = NOON + 2 * DAY + 15 * HOUR
    await asleep_until(line, after_an_interview(NOON), three_at_night)

    await line.live_until(three_at_night + 4 * HOUR)
    assert line.shown() == []
    await line.live_until(three_at_night + 5 * HOUR + SPREAD)

    assert len(line.shown()) == 1


async def test_many_hear_it_over_some_minutes(line: Line) -> None:
    crowd = range(5000, 5040)
    for number in crowd:
        who = after_an_interview(NOON, number)
        await line.keep(who, nudges.next_wake(who, NOON))
    line.clock.set(NOON + 3 * DAY)

    moments = set()
    for number in crowd:
        who = nudges.noticed(after_an_interview(NOON, number), NOON, NOON + 3 * DAY)
        moments.add(nudges.next_wake(who, NOON + 3 * DAY))

    assert len(moments) == len(crowd)
    assert max(moments) - min(moments) > SPREAD / 2
    assert min(moments) >= NOON + 3 * DAY


async def test_an_hour_of_absence_is_not_worth_a_word(line: Line) -> None:
    await asleep_until(line, after_an_interview(NOON), NOON + AWAY - HOUR)

    await line.live_until(NOON + AWAY - HOUR)

    [heard] = line.shown()
    assert "away" not in heard


async def test_who_missed_nothing_and_wrote_nothing_hears_nothing(line: Line) -> None:
    who = replace(after_an_interview(NOON), opportunities=(), interviews=())
    await line.keep(who, NOON + HOUR)
    line.clock.set(NOON + 3 * DAY)

    await line.live_until(NOON + 4 * DAY)

    assert line.shown() == []
    assert (await line.recall()).person.away_since is None


async def test_what_is_too_late_is_closed_with_its_reason(line: Line) -> None:
    who = after_an_interview(NOON)
    await asleep_until(line, who, NOON + 9 * DAY)

    await line.live_until(NOON + 9 * DAY + SPREAD)

    found = await line.recall()
    reasons = {nudged.dropped for nudged in found.nudged if nudged.dropped}
    assert reasons == {"the coach was away"}
    assert "the time for something passed with Acme" in line.shown()[0]


async def test_an_absence_within_a_day_loses_no_message_and_does_not_say_so(line: Line) -> None:
    await asleep_until(line, heard_lately(after_an_interview(NOON)), NOON + 20 * HOUR)

    await line.live_until(NOON + 20 * HOUR + SPREAD)

    [heard] = line.shown()
    assert "I was away" in heard
    assert "lost" not in heard


async def test_one_that_was_cut_short_by_the_next_is_told_as_one(line: Line) -> None:
    await asleep_until(line, after_an_interview(NOON), NOON + 2 * DAY)
    await line.decide()
    line.clock.set(NOON + 3 * DAY)

    await line.live_until(NOON + 3 * DAY + SPREAD)

    [heard] = line.shown()
    assert heard.startswith("I was away from Mon 30 Nov, 12:05 until Thu 3 Dec, 12:00")


async def test_the_story_of_a_bot_that_was_away_for_three_days() -> None:
    told = [{"say": "I live in London"}, {"say": "Interview with Acme today at 10:00"}, {"say": "30 minutes"}]
    transcript = await transcript_of(steps(*told, {"restart": True, "after": "P3D"}, {"wait": "PT1H"}))

    away = [text for text in said(transcript) if "I was away" in text]
    assert len(away) == 1
    assert said(transcript)[-1] == away[0]
