"""People do what nobody expects: they tap twice, edit, fly, send what cannot be read, and are ten thousand at once."""

from __future__ import annotations

import asyncio
import copy
import random
from collections import Counter
from collections.abc import Callable, Collection, Coroutine, Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from bot.rehearsal.telegram import LocalTelegram
from storage import inbox, known
from storage.facts import Interview, Known, Opportunity, Person
from tests.conftest import NOON
from tests.faults.conftest import Report, size
from tests.faults.crowd import NAMES, PLACES, an_interview, buttons_of
from tests.faults.figures import Figures
from tests.faults.record import kind_of, waits
from tests.faults.simulator import World, opened, whole_on_both
from tests.faults.virtual import InlineStore, VirtualClock, virtually

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
Scene = Callable[[World], Coroutine[Any, Any, None]]


def live(scene: Scene, seed: int, store_url: str, start: datetime = NOON) -> None:
    """Play a scene, in which everybody has started the bot and said where they live."""

    async def played(clock: VirtualClock) -> None:
        async with opened(clock, seed, store_url) as world:
            for name in NAMES:
                world.local.say(name, "/start")
                world.local.say(name, "I live in London")
            await world.live(MINUTE)
            await scene(world)

    virtually(played, start)


def judged(
    world: World,
    report: Report,
    fault: str,
    trials: int,
    lateness: timedelta | None = None,
    only: Collection[int] | None = None,
) -> None:
    """Report a scene that is over: nothing is lost, nothing done or said twice."""
    found = world.verdict(only)
    report(found.figures(world, fault, trials, lateness))
    assert not found.broken, "\n".join(found.broken)
    assert (found.lost, found.applied_twice, found.sent_twice) == (0, 0, 0)


# 10: out of order


def fumble(world: World, name: str) -> None:
    """Tap twice, tap what stands far up, edit what was said, all at once."""
    chance, local = world.chance, world.local
    for message, data in chance.sample(buttons_of(world, name), min(3, len(buttons_of(world, name)))):
        for _ in range(chance.randint(1, 3)):
            local.press(name, message, data)
    here = local.person(name).id
    mine = [n for (_, n), m in local.messages.items() if m["from"]["id"] == here and "text" in m]
    if chance.random() < 0.4:
        local.edit(name, chance.choice(mine), chance.choice(["yes", "no", "Interview with Hooli tomorrow at 10am"]))
    if chance.random() < 0.4:
        local.say(name, an_interview(world.clock.now(), "Europe/London", chance))


@whole_on_both
def test_double_taps_old_buttons_and_edits_in_any_order_break_nothing(
    seed: int, store_url: str, report: Report
) -> None:
    async def scene(world: World) -> None:
        world.poll_weather = {"shuffled": 0.7, "repeated": 0.3}
        for _ in range(size(8, 20)):
            fumble(world, world.chance.choice(NAMES))
            await world.live(world.chance.choice([0.1, 1, 30, 3600, 20000]) * SECOND)
        await world.settle()
        judged(world, report, "10 disorder, edits, old buttons, double taps", len(world.applied))

    live(scene, seed, store_url)


# 18: somebody flies


def zone_of(world: World, name: str) -> str | None:
    """Where the bot believes somebody to be."""
    found: Known | None = world.ask(known.recall, world.local.person(name).id)
    return found.person.zone if found else None


@whole_on_both
def test_who_flies_is_not_disturbed_at_night_wherever_they_land(seed: int, store_url: str, report: Report) -> None:
    async def scene(world: World) -> None:
        flights = 0
        for _ in range(size(5, 12)):
            name = world.chance.choice(NAMES)
            before = zone_of(world, name)
            if world.chance.random() < 0.5:
                world.local.location(name, *world.chance.choice(PLACES))
            else:
                world.local.say(name, world.chance.choice(["I'm in Tokyo now", "I live in New York", "I'm in London"]))
            world.local.say(name, an_interview(world.clock.now(), before or "UTC", world.chance))
            await world.live(MINUTE)
            flights += zone_of(world, name) != before
            await world.live(world.chance.uniform(1, 18) * HOUR)
        await world.settle()
        nudged = sum(one.nudge is not None for one in world.posted.values())
        judged(world, report, "18 somebody flies", flights)
        assert flights > 0, "nobody has flown"
        assert nudged > 0, "nobody has heard anything"

    live(scene, seed, store_url)


# 20: poison


JUNK: tuple[Any, ...] = (None, True, 0, -1, 10**30, 1e308, "", "x" * 5000, [], {}, [[]], {"id": 1}, "\x00", "\ud800")


def spoilt(content: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """An update of which one field, anywhere, is missing or something else."""
    spoiling = copy.deepcopy(content)
    places: list[tuple[Any, Any]] = []

    def walk(node: Any) -> None:
        items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        for key, below in items:
            places.append((node, key))
            walk(below)

    walk(spoiling)
    node, key = chance.choice(places)
    if chance.random() < 0.3:
        del node[key]
    else:
        node[key] = chance.choice(JUNK)
    return spoiling


@whole_on_both
def test_updates_that_nobody_can_read_block_nobody(
    seed: int, store_url: str, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(world: World) -> None:
        put, poisoner, spoils = world.local.updates.put, world.local.person("ana").id, []

        def poison(kind: str, content: dict[str, Any]) -> int:
            if content["from"]["id"] == poisoner:
                spoils.append(kind)
                content = spoilt(content, world.chance)
            return put(kind, content)

        monkeypatch.setattr(world.local.updates, "put", poison)
        said: list[str] = []
        for number in range(size(10, 20)):
            fumble(world, "ana")
            world.local.location("ana", 51.5, -0.1)
            said.append(f"/sound{number}")
            world.local.say("ben", said[-1])
            await world.live(2 * SECOND)
            assert world.running is not None
            assert not world.running.done(), f"the bot has ended: {world.running}"
        await world.settle()
        aside = world.ask(inbox.counts).get("aside", 0)
        heard = " ".join(e.text for e in world.local.transcript if (e.sender, e.person) == ("bot", "ben"))
        ben = world.local.person("ben").id
        others = {row for row, one in world.posted.items() if one.chat == ben}
        late = max(wait for row, wait in waits(world).items() if row in others)
        name = f"20 poison updates ({aside} of {len(spoils)} set aside)" if size(0, 1) else "20 poison updates"
        judged(world, report, name, len(spoils), late, only=[ben])
        assert [word for word in said if word not in heard] == [], "others were blocked"
        assert late < SECOND
        assert aside > 0, "nothing was poison"

    live(scene, seed, store_url)


# 21: ten thousand nudges in one minute


def expecting(person_id: int, start: datetime, number: int) -> Known:
    """Somebody in London with an interview then, whose card falls due an hour before."""
    return Known(
        person=Person(id=person_id, name=f"Person {number}", zone="Europe/London", zone_confirmed=True, serial=2),
        opportunities=(Opportunity(id=1, employer="Acme", role="designer"),),
        interviews=(Interview(id=2, opportunity_id=1, start=start, end=start + HOUR),),
    )


def settle_in(session: Session, people: Sequence[tuple[Known, datetime]]) -> None:
    """Know these people, and when to look at them."""
    for who, wake_at in people:
        known.keep(session, None, who, wake_at)


def newcomers(local: LocalTelegram, number: int) -> list[int]:
    """The chats of that many more people, who have started the bot."""
    found = [local.person(f"n{n}") for n in range(number)]
    for one in found:
        one.started = True
    return [one.id for one in found]


@whole_on_both
def test_replies_do_not_wait_for_ten_thousand_nudges(seed: int, store_url: str, report: Report) -> None:
    many = size(60, 10_000 if kind_of(store_url) == "sqlite" else 500)

    async def scene(world: World) -> None:
        world.watched, world.delay = False, (0.0, 0.001)
        due = NOON + 30 * MINUTE
        chats = newcomers(world.local, many)
        people = [
            (expecting(chat, due + HOUR + world.chance.uniform(0, 60) * SECOND, n), due) for n, chat in enumerate(chats)
        ]
        assert world.app is not None
        await world.app.store.run(settle_in, people)
        await world.live(due - world.clock.now())
        asked: dict[str, datetime] = {}
        while len({call.chat for call in world.calls} & set(chats)) < many and len(asked) < many + 100:
            asked[f"/reply{len(asked)}"] = world.clock.now()
            world.local.say(world.chance.choice(NAMES), list(asked)[-1])
            await asyncio.sleep(world.chance.uniform(0.2, 1))
        await world.settle()

        answered: dict[str, datetime] = {}
        for e in world.local.transcript:
            for word in e.text.split() if e.sender == "bot" and e.person in NAMES else ():
                answered.setdefault(word.strip('.,“”"'), e.at)
        waited = sorted(answered[word] - at for word, at in asked.items())
        nudged = Counter(call.chat for call in world.calls if call.delivered and call.chat in set(chats))
        at = sorted(call.at for call in world.calls if call.chat in set(chats))
        late = sum(moment >= due + HOUR for moment in at)
        drained = at[-1] - at[0]
        busiest = max(sum(1 for other in at if begin <= other < begin + SECOND) for begin in at[:: max(1, many // 200)])
        p99 = waited[int(0.99 * len(waited))]
        told = f"drained in {drained.total_seconds():.0f} s, {late} late; lateness: a reply's, p99"
        name = f"21 {many:,} nudges in one minute ({told})" if size(0, 1) else "21 many nudges in one minute"
        twice = nudged.total() - len(nudged)
        store = kind_of(store_url)
        report(Figures(fault=name, store=store, trials=many, lost=many - len(nudged), sent_twice=twice, lateness=p99))
        assert (many - len(nudged), twice, late) == (0, 0, 0)
        assert p99 < SECOND
        assert busiest <= 30, "faster than Telegram allows"

    live(scene, seed, store_url)


# 22: hostile texts


HOSTILE = (
    "😀" * 2048,
    "👩‍👩‍👧‍👦" * 300,
    "\u202eمرحبا كيف حالك" * 100,
    "Interview with \x00Acme\x00 tomorrow at 3pm",
    "lone \ud83d surrogate \udc00",
    "Interview with \ud83d tomorrow at 3pm for an hour, designer",
    "9" * 4000,
    "Interview with Acme on " + "1/1/" * 900,
    "in 1000000000 days",
    "remind me in 10^9 years",
    "Interview with Acme on 31.12.99999999 at 99:99",
    "they said within 1000000000 weeks",
    "they said between the 1st of January 0001 and the 31st of December 9999",
    "<a href='x'>" * 300,
    "&" * 4000,
    "Interview with <b>Acme & Söhne</b> tomorrow at 3pm for an hour, <i>designer",
    "tomorrow " * 450,
    "yes no " * 500,
    "a\u0301" * 2000,
    "\u200b\u200b\u200b",
    "/" * 4000,
    "/start " + "x" * 4000,
    "/status@" + "y" * 200,
    "((((((((((" * 400,
    "next next next next friday friday " * 100,
    "'; DROP TABLE person; --",
    "{name} {0} %s %(x)s",
    "Interview with " + "A" * 3900 + " tomorrow at 3pm for an hour, designer",
)


@whole_on_both
def test_hostile_texts_are_answered_and_hold_nobody_up(seed: int, store_url: str, report: Report) -> None:
    async def scene(world: World) -> None:
        assert world.app is not None
        store = world.app.store
        assert isinstance(store, InlineStore)
        unanswered = []
        for text in world.chance.sample(HOSTILE, len(HOSTILE)):
            since = world.clock.now()
            world.local.say("ana", text)
            await world.live(10 * SECOND)
            if not any(e.sender == "bot" and e.at >= since for e in world.local.transcript):
                unanswered.append(text[:60])
        await world.settle()
        stalled = timedelta(seconds=store.longest_s)
        judged(world, report, "22 hostile texts (lateness: longest stall)", len(HOSTILE), stalled)
        assert unanswered == []

    live(scene, seed, store_url)


@whole_on_both
def test_somebody_with_a_thousand_interviews_is_answered(seed: int, store_url: str, report: Report) -> None:
    many = size(100, 300)

    async def scene(world: World) -> None:
        assert world.app is not None
        store = world.app.store
        assert isinstance(store, InlineStore)
        ana = world.local.person("ana").id
        before = await store.run(known.recall, ana)
        first = NOON - timedelta(days=20)
        after = Known(
            person=Person(id=ana, name="Ana", zone="Europe/London", zone_confirmed=True, serial=2 * many + 1),
            opportunities=tuple(Opportunity(id=2 * n + 1, employer=f"Employer {n}") for n in range(many)),
            interviews=tuple(
                Interview(id=2 * n + 2, opportunity_id=2 * n + 1, start=first + n * HOUR, end=first + (n + 1) * HOUR)
                for n in range(many)
            ),
        )
        await store.run(known.keep, before, after, NOON + MINUTE)
        lost = 0
        for text in ("/status", "great", "/progress", "should I write to Employer 7?", "/nonsense"):
            since = world.clock.now()
            world.local.say("ana", text)
            await world.live(20 * SECOND)
            lost += not any(e.sender == "bot" and e.at >= since for e in world.local.transcript)
        await world.settle()
        stalled = timedelta(seconds=store.longest_s)
        judged(world, report, f"22 {many:,} interviews of one person (lateness: longest stall)", 5, stalled)
        assert lost == 0, "something was not answered"

    live(scene, seed, store_url)
