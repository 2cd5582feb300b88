"""Clocks are put forward and back, and the bot itself is away for days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.hear.times.answers import SnoozeRead
from bot.hear.times.snoozes import read_snooze
from scheduler import nudges
from scheduler.nudges.plan import clock_at
from storage.facts import Interview, Known, Opportunity, Person
from tests.conftest import NOON
from tests.faults.conftest import Report, size
from tests.faults.figures import Figures
from tests.faults.record import deliveries
from tests.faults.simulator import World, opened, some, whole_on_both
from tests.faults.test_people import Scene, expecting, newcomers, settle_in
from tests.faults.virtual import VirtualClock, virtually

SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
ZONES = (
    "Europe/London",
    "Europe/Berlin",
    "Europe/Lisbon",
    "Atlantic/Azores",
    "America/New_York",
    "America/Los_Angeles",
    "America/St_Johns",
    "America/Havana",
    "America/Santiago",
    "America/Asuncion",
    "America/Nuuk",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Antarctica/Troll",
    "Pacific/Auckland",
    "Pacific/Chatham",
)
WALLS = [time(hour, minute) for hour in range(24) for minute in (0, 30)]


def changes(zone: ZoneInfo) -> Iterator[datetime]:
    """The moments (UTC) from 2024 to 2030 at which the clocks of a zone are changed."""
    at, end = datetime(2024, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
    while at < end:
        if offset(at, zone) != offset(at + DAY, zone):
            low, high = at, at + DAY
            while high - low > MINUTE:
                middle = low + (high - low) / 2
                low, high = (middle, high) if offset(middle, zone) == offset(low, zone) else (low, middle)
            yield high.replace(second=0, microsecond=0)
        at += DAY


def offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    """How far the clocks of a zone are ahead of UTC."""
    ahead = moment.astimezone(zone).utcoffset()
    assert ahead is not None
    return ahead


def when(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """When those clocks show it (UTC), found without asking for the way back from a wall clock: for the first time if
    they show it twice, and as if they had not been changed yet if they never do."""
    shown = datetime.combine(day, wall, UTC)
    before, after = (offset(shown + many * DAY, zone) for many in (-1, 1))
    fits = [shown - ahead for ahead in (before, after) if (shown - ahead).astimezone(zone).replace(tzinfo=UTC) == shown]
    return min(fits, default=shown - before)


def test_what_is_planned_for_a_wall_clock_comes_when_it_shows_that_time(report: Report) -> None:
    cases, wrong = 0, []
    for name in ZONES:
        zone = ZoneInfo(name)
        for change in changes(zone):
            for more in (-1, 0, 1):
                day = change.astimezone(zone).date() + more * DAY
                for wall in WALLS:
                    cases += 1
                    if clock_at(day, wall, zone) != when(day, wall, zone):
                        wrong.append((name, day, wall))

    report(Figures(fault="17 clocks change: times of day", store="-", trials=cases, lost=len(wrong)))
    assert cases > 10_000
    assert wrong == []


def asked(text: str, now: datetime) -> datetime:
    """The moment that somebody means."""
    read = read_snooze(text, now)
    assert isinstance(read, SnoozeRead), (text, now, read)
    return read.at.astimezone(UTC)


def test_in_two_days_are_days_of_the_calendar_and_in_two_hours_hours_of_the_world(report: Report) -> None:
    cases, wrong = 0, []
    for name in ZONES[:: size(4, 2)]:
        zone = ZoneInfo(name)
        for change in changes(zone):
            eve = change.astimezone(zone).date() - DAY
            now = datetime.combine(eve, time(14, 10), zone)
            shortly = (change - HOUR).astimezone(zone)
            meant = {
                ("in 2 days", now): when(eve + 2 * DAY, time(9), zone),
                ("same time tomorrow", now): when(eve + DAY, time(14, 10), zone),
                ("tomorrow at 8am", now): when(eve + DAY, time(8), zone),
                ("in 20 hours", now): now.astimezone(UTC) + 20 * HOUR,
                ("in two hours", shortly): change + HOUR,
                ("in 45 minutes", shortly): change - 15 * MINUTE,
            }
            for (text, moment), right in meant.items():
                cases += 1
                if asked(text, moment) != right:
                    wrong.append((name, moment.isoformat(), text, asked(text, moment).isoformat(), right.isoformat()))

    report(Figures(fault="17 clocks change: words for moments", store="-", trials=cases, lost=len(wrong)))
    assert cases > 0
    assert wrong == []


def test_the_night_ends_when_the_clock_says_so(report: Report) -> None:
    cases, wrong = 0, []
    for name in ZONES:
        zone = ZoneInfo(name)
        for change in changes(zone):
            for from_, until in ((time(21), time(8)), (time(22), time(6, 15)), (time(12), time(19))):
                sleeper = Person(id=1, zone=name, zone_confirmed=True, quiet_from=from_, quiet_until=until)
                for minutes in range(-180, 600, 30):
                    moment = change + minutes * MINUTE
                    awake = nudges.waking(moment, sleeper)
                    cases += 1
                    early = any(
                        not nudges.is_quiet(moment + n * 15 * MINUTE, sleeper)
                        for n in range(int((awake - moment) / (15 * MINUTE)))
                    )
                    if awake < moment or nudges.is_quiet(awake, sleeper) or early:
                        wrong.append((name, moment.isoformat(), from_, until, awake.isoformat()))

    report(Figures(fault="17 clocks change: the end of the night", store="-", trials=cases, lost=len(wrong)))
    assert wrong == []


@pytest.mark.parametrize("night", some(datetime(2026, 10, 25, tzinfo=UTC), datetime(2027, 3, 28, tzinfo=UTC)))
@whole_on_both
def test_what_falls_into_an_hour_that_comes_twice_or_never_is_said_once(
    seed: int, store_url: str, report: Report, night: datetime
) -> None:
    ends = [night + number * 10 * MINUTE for number in range(-6, 18)]  # London changes its clocks at one o'clock UTC

    async def scene(world: World) -> None:
        assert world.app is not None
        people = []
        for number, (end, chat) in enumerate(zip(ends, newcomers(world.local, len(ends)), strict=True)):
            one = expecting(chat, end - HOUR, number)
            awake = replace(one.person, quiet_from=time(12), quiet_until=time(12))
            people.append((replace(one, person=awake), nudges.next_wake(replace(one, person=awake), world.clock.now())))
        await world.app.store.run(settle_in, [(who, at) for who, at in people if at is not None])
        await world.live(night + 6 * HOUR - world.clock.now())
        await world.settle()

        checks = {one.person: row for row, one in world.posted.items() if one.nudge == "check_in"}
        arrived = deliveries(world)
        late = [
            arrived[checks[who.person.id]][0].at - end - 5 * MINUTE for (who, _), end in zip(people, ends, strict=True)
        ]
        found = world.verdict()
        report(found.figures(world, "17 clocks change: nudges of that night", len(ends), max(late)))
        assert not found.broken, "\n".join(found.broken)
        assert (found.lost, found.sent_twice) == (0, 0)
        assert max(late) < MINUTE
        assert min(late) >= timedelta()

    played(scene, seed, store_url, night - 3 * HOUR)


def played(scene: Scene, seed: int, store_url: str, start: datetime) -> None:
    """Play a scene on an empty store."""

    async def live(clock: VirtualClock) -> None:
        async with opened(clock, seed, store_url) as world:
            await world.live(SECOND)
            await scene(world)

    virtually(live, start)


# 19: the bot is away for three days


def busy(person_id: int, zone: str, number: int, now: datetime) -> Known:
    """Somebody with three employers: about each there would be something to say in the next days."""
    ends = [now + hours * HOUR for hours in (1, 20 + number % 5, 44)]
    return Known(
        person=Person(
            id=person_id, name=f"P {number}", zone=zone, zone_confirmed=True, serial=6, heard_at=now - number % 9 * DAY
        ),
        opportunities=tuple(Opportunity(id=2 * n + 1, employer=f"Employer {n}") for n in range(len(ends))),
        interviews=tuple(
            Interview(id=2 * n + 2, opportunity_id=2 * n + 1, start=end - HOUR, end=end) for n, end in enumerate(ends)
        ),
    )


@whole_on_both
def test_after_three_days_away_everybody_hears_one_word_by_day_and_not_all_at_once(
    seed: int, store_url: str, report: Report
) -> None:
    many = size(12, 100)

    async def scene(world: World) -> None:
        assert world.app is not None
        now = world.clock.now()
        chats = newcomers(world.local, many)
        people = [busy(chat, world.chance.choice(ZONES), n, now) for n, chat in enumerate(chats)]
        wakes = [(one, wake) for one in people if (wake := nudges.next_wake(one, now)) is not None]
        await world.app.store.run(settle_in, wakes)
        await world.live(SECOND)
        before = len(world.calls)
        await world.crash()
        world.clock.leap(3 * DAY + world.chance.uniform(0, 24) * HOUR)
        world.start()
        back = world.clock.now()
        await world.live(6 * HOUR)
        soon = Counter(call.chat for call in world.calls[before:] if call.delivered and call.chat in set(chats))
        minutes = Counter((call.at - back) // MINUTE for call in world.calls[before:] if call.delivered and call.chat)
        await world.live(26 * HOUR)
        await world.settle()

        heard = {call.chat for call in world.calls[before:] if call.delivered}
        first = min((call.at for call in world.calls[before:] if call.chat in set(chats)), default=back)
        found = world.verdict()
        found.lost += len(set(chats) - heard)
        stale = sum(len(one.interviews) * 2 for one in people)
        report(found.figures(world, f"19 away for three days ({many} people)", stale, first - back))
        assert not found.broken, "\n".join(found.broken)
        assert (found.lost, found.applied_twice, found.sent_twice) == (0, 0, 0)
        assert max(soon.values(), default=0) <= 1, "somebody heard more than one word in the first hours"
        assert max(minutes.values(), default=0) <= max(4, 0.3 * many), "all at once"

    played(scene, seed, store_url, NOON)


@whole_on_both
def test_what_people_wrote_while_it_was_away_is_answered_once(seed: int, store_url: str, report: Report) -> None:
    async def scene(world: World) -> None:
        names = [f"w{number}" for number in range(size(5, 15))]
        for name in names:
            world.local.say(name, "/start")
        await world.live(MINUTE)
        await world.crash()
        world.clock.leap(2 * DAY)
        said = {name: world.local.say(name, f"/lost{number}") for number, name in enumerate(names)}
        world.clock.leap(DAY + HOUR)  # Telegram keeps updates for a day
        for number, name in enumerate(names):
            world.local.say(name, f"/kept{number}")
        world.clock.leap(HOUR)
        world.start()
        await world.live(HOUR)
        await world.settle()
        heard = " ".join(e.text for e in world.local.transcript if e.sender == "bot")
        missing = sum(f"/kept{number}" not in heard for number in range(len(names)))
        found = world.verdict()
        found.lost += missing
        report(found.figures(world, "19 written while it was away", len(names)))
        assert not found.broken, "\n".join(found.broken)
        assert (found.lost, found.applied_twice, found.sent_twice) == (0, 0, 0)
        assert not any(f"/lost{number}" in heard for number in range(len(said)))

    played(scene, seed, store_url, NOON)
