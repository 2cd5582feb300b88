"""Telegram misbehaves: it tells us to wait, fails, cuts the line, refuses a message or a person, repeats itself."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot import turns
from bot.line import files
from bot.line.failures import LONGEST_RETRY
from bot.line.web import SECRET_HEADER, Webhook
from bot.rehearsal.errors import bad, forbidden
from storage import inbox, known
from storage.facts import Known
from storage.outbox import Outgoing
from tests.conftest import NOON
from tests.faults.conftest import Report, size
from tests.faults.figures import Figures
from tests.faults.record import Call, kind_of, waits
from tests.faults.simulator import World, opened, some, whole_on_both
from tests.faults.virtual import VirtualClock, virtually
from tests.wired import ANA, NAMES, Line, body, deliver, message, open_line

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
CROWD = [f"p{number}" for number in range(8)]
Scene = Callable[[World], Coroutine[Any, Any, None]]


@pytest.fixture
async def line(tmp_path: Path, store_url: str) -> AsyncIterator[Line]:
    async with open_line(tmp_path, store_url) as opened_line:
        yield opened_line


def live(scene: Scene, seed: int, store_url: str) -> None:
    """Play a scene, in which everybody of the crowd has started the bot and said where they live."""

    async def played(clock: VirtualClock) -> None:
        async with opened(clock, seed, store_url) as world:
            for name in CROWD:
                world.local.say(name, "/start")
                world.local.say(name, "I live in London")
            await world.live(MINUTE)
            await scene(world)

    virtually(played, NOON)


def chat(world: World, name: str) -> int:
    """The number of somebody's chat."""
    return world.local.person(name).id


def arrivals(world: World, name: str, since: datetime) -> list[datetime]:
    """When the bot was heard by somebody."""
    return [e.at for e in world.local.transcript if (e.sender, e.person) == ("bot", name) and e.at >= since]


def slowest(world: World, since: datetime, names: list[str]) -> timedelta:
    """The longest that an answer to one of `names` took to arrive."""
    people = {chat(world, name) for name in names}
    late = waits(world)
    rows = (row for row, one in world.posted.items() if one.chat in people and one.created_at >= since)
    return max((late[row] for row in rows if row in late), default=timedelta())


def judged(
    world: World, report: Report, fault: str, trials: int, lateness: timedelta | None = None, doubled: int = 0
) -> None:
    """Report a scene that is over: nothing may be lost or done twice, at most `doubled` messages were said twice."""
    found = world.verdict()
    report(found.figures(world, fault, trials, lateness))
    assert not found.broken, "\n".join(found.broken)
    assert (found.lost, found.applied_twice) == (0, 0)
    assert found.sent_twice <= doubled


# 02, 03: flood control


def refused(world: World, since: datetime) -> list[Call]:
    """The calls that were refused with 429."""
    return [call for call in world.calls if call.status == 429 and call.at >= since]


@pytest.mark.parametrize("seconds", some(60, 3, 3600))
def test_429_on_one_chat_holds_that_chat_alone_and_no_call_comes_early(
    seed: int, store_url: str, report: Report, seconds: int
) -> None:
    async def scene(world: World) -> None:
        since = world.clock.now()
        world.local.fault("429", seconds=seconds, chat=chat(world, "p0"))
        for number in range(size(12, 20)):
            world.local.say("p0", f"/flooded{number}")
            world.local.say(world.chance.choice(CROWD[1:]), f"/free{number}")
            await world.live(max(seconds, 30) / size(12, 20) * SECOND)
        await world.settle()

        late, until = slowest(world, since, CROWD[1:]), since + seconds * SECOND
        again = min(at for at in arrivals(world, "p0", since) if at >= until)
        judged(world, report, "02 429 on one chat", 1, max(late, again - until))
        assert late < SECOND, "others waited"
        assert {call.chat for call in refused(world, since)} == {chat(world, "p0")}
        assert len(refused(world, since)) == 1, "it was called while it was to be left alone"

    live(scene, seed, store_url)


@whole_on_both
def test_429_on_everything_is_learnt_by_few_calls_and_then_replies_come_first(
    seed: int, store_url: str, report: Report
) -> None:
    async def scene(world: World) -> None:
        for name in CROWD:
            world.local.say(name, "Interview with Acme today at 3pm for an hour, designer")
            await world.live(SECOND)
        await world.live(NOON + 4 * HOUR + 4 * MINUTE - world.clock.now())
        since = world.clock.now()
        world.local.fault("429", seconds=1200, chat=None)
        until = since + 1200 * SECOND
        for name in CROWD[:4]:
            world.local.say(name, "/first")
        await world.live(MINUTE)
        for name in CROWD[4:]:
            world.local.say(name, "/second")
        await world.live(17 * MINUTE)  # the check-ins, which wait a while after a word, have fallen due meanwhile
        learnt = len(refused(world, since))
        await world.live(MINUTE)
        assert len(refused(world, since)) == learnt, "calls were made during the pause"
        await world.settle()

        judged(world, report, "03 429 on everything", 1, min(c.at for c in world.calls if c.at >= until) - until)
        assert learnt <= world.settings.sends_in_flight, "more calls than were under way learnt of it"
        after = [world.posted[c.row] for c in world.calls if c.at >= until and c.row is not None]
        order = [one.nudge is not None for one in after]
        at_once = order[: world.settings.sends_in_flight]  # these are on their way together, in no order
        assert at_once.count(False) == len(CROWD), "a nudge went before a reply"
        assert sum(order) >= len(CROWD), "a check-in did not come"

    live(scene, seed, store_url)


# 04, 06: Telegram is not there


def outage(fault: str, weather: dict[str, float], lasts: timedelta, back: timedelta, report: Report) -> Scene:
    """People talk to a bot that cannot reach Telegram for a while; `back` after that all is said."""

    async def scene(world: World) -> None:
        said = size(4, 10)
        world.local.say("p1", "Interview with Acme today at 1pm for an hour, designer")
        await world.live(10 * SECOND)
        for name in CROWD:
            world.local.say(name, "/before")
        await asyncio.sleep(0.01)
        world.weather, world.poll_weather = dict(weather), dict(weather)
        for number in range(said):
            world.local.say(CROWD[number % len(CROWD)], f"/during{number}")
            await world.live(lasts / said)
        world.weather, world.poll_weather = {}, {}
        over = world.clock.now()
        await world.settle()
        last = max(call.answered_at or call.at for call in world.calls) - over
        trials = sum(bool(call.fate) for call in world.calls)
        judged(world, report, fault, trials, last)
        assert last <= back, "it came back late"

    return scene


@pytest.mark.parametrize("kind", some("502", "500", "404"))
@pytest.mark.parametrize("minutes", some(20, 1))
@whole_on_both
def test_after_5xx_and_pages_of_proxies_all_is_said_within_a_minute(
    seed: int, store_url: str, report: Report, kind: str, minutes: int
) -> None:
    live(outage("04 5xx and pages of proxies", {kind: 1.0}, minutes * MINUTE, MINUTE, report), seed, store_url)


@whole_on_both
def test_after_an_hour_without_a_connection_all_is_said_in_order(seed: int, store_url: str, report: Report) -> None:
    live(
        outage(
            "06 no connection for an hour",
            {"refused": 1.0},
            size(1, 4) * HOUR / 4,
            LONGEST_RETRY + timedelta(seconds=5),
            report,
        ),
        seed,
        store_url,
    )


# 05: what became of a call is not known


@pytest.mark.parametrize("kind", some("reset_after", "hang_after", "reset_before", "hang_before"))
@whole_on_both
def test_a_call_whose_fate_is_unknown_is_repeated_and_nothing_is_lost(
    seed: int, store_url: str, report: Report, kind: str
) -> None:
    async def scene(world: World) -> None:
        world.weather = {kind: 0.3}
        for number in range(size(6, 30)):
            world.local.say(world.chance.choice(CROWD), f"/said{number}")
            await world.live(world.chance.uniform(0, 20) * SECOND)
        await world.settle()
        trials = sum(call.fate == kind for call in world.calls)
        doubled = trials if kind.endswith("after") else 0
        judged(world, report, f"05 {kind.replace('_', ' ')} the call counts", trials, doubled=doubled)

    live(scene, seed, store_url)


@pytest.mark.parametrize("minutes", some(10, 1))
@whole_on_both
def test_a_telegram_that_takes_calls_and_says_nothing_costs_no_message(
    seed: int, store_url: str, report: Report, minutes: int
) -> None:
    live(outage("05 calls hang, none counts", {"hang_before": 1.0}, minutes * MINUTE, HOUR, report), seed, store_url)


async def test_real_lines_that_are_cut_after_the_call_counted_double_one_message_each(
    line: Line, store_url: str, report: Report
) -> None:
    trials = size(15, 100)
    courier = line.courier()
    for number in range(trials):
        await line.post(message(f"m{number}"))
        line.local.fault("reset_after" if number % 2 else "reset_before")
        await deliver(courier)
        line.clock.set(line.clock.now() + SECOND)
        await deliver(courier)

    shown = line.shown()
    lost = trials - len(set(shown))
    twice = len(shown) - len(set(shown))
    report(Figures(fault="05 a real line is cut", store=kind_of(store_url), trials=trials, lost=lost, sent_twice=twice))
    assert (lost, twice) == (0, trials // 2)
    assert list(dict.fromkeys(shown)) == [f"m{number}" for number in range(trials)], "in order"


# 07: people who are gone


@pytest.mark.parametrize("how", some("blocked", "deactivated", "never started"))
@whole_on_both
def test_after_a_refusal_nobody_is_called_again_until_they_come_back(
    seed: int, store_url: str, report: Report, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(world: World) -> None:
        gone = CROWD[: size(2, 6)]
        for name in CROWD:
            world.local.say(name, "Interview with Acme today at 1pm for an hour, designer")
        await world.live(MINUTE)
        since, real = world.clock.now(), world.local.writable
        chats = {chat(world, name) for name in gone}

        def refuse(chat_id: int | str) -> Any:
            if chat_id in chats:
                raise bad("chat not found") if how == "never started" else forbidden(f"user has {how} the bot")
            return real(chat_id)

        monkeypatch.setattr(world.local, "writable", refuse)
        await world.live(timedelta(days=2))
        refusals = [call for call in world.calls if call.at >= since and call.chat in chats]
        monkeypatch.setattr(world.local, "writable", real)
        back = world.clock.now()
        for name in gone:
            world.local.say(name, "/start")
        await world.live(timedelta(days=1))
        await world.settle()
        judged(world, report, f"07 {how}", len(gone), slowest(world, since, [n for n in CROWD if n not in gone]))
        assert len(refusals) == len(gone), "called again"
        assert all(arrivals(world, name, back) for name in gone), "not heard again"

    live(scene, seed, store_url)


# 08: messages that Telegram refuses


async def test_what_telegram_cannot_parse_goes_out_plain_and_nothing_is_tried_more_than_twice(
    line: Line, store_url: str, report: Report
) -> None:
    trials = size(5, 30)
    courier = line.courier()
    for number in range(trials):
        await line.post(message(f"<b>odd{number}"), message(f"even{number}"))
        await deliver(courier)
        number_of = max(n for c, n in line.local.messages if c == ANA)
        same = body(f"even{number}", message_id=number_of)
        await line.post(Outgoing(person_id=ANA, chat_id=ANA, method="editMessageText", body=same))
        await deliver(courier)

    expected = [f"{kind}{number}" for number in range(trials) for kind in ("odd", "even")]
    lost = len(set(expected) - set(line.shown()))
    name = "08 cannot be parsed, or is not modified"
    report(Figures(fault=name, store=kind_of(store_url), trials=2 * trials, lost=lost))
    assert line.shown() == expected
    assert len(line.calls(400)) == 2 * trials, "one refusal each, and no more"
    assert await line.counts() == {"sent": 3 * trials}


async def test_a_text_that_is_too_long_arrives_all_the_same(line: Line, store_url: str, report: Report) -> None:
    words = " ".join(f"word{number}" for number in range(1000))
    await line.post(message(words), message("next"))

    for _ in range(4):
        await deliver(line.courier())
        line.clock.set(line.clock.now() + MINUTE)

    arrived = set(" ".join(line.shown()).split())
    lost = int(not set(words.split()) <= arrived)
    report(Figures(fault="08 too long", store=kind_of(store_url), trials=1, lost=lost))
    assert "next" in arrived
    assert lost == 0


# 09, 11: the webhook


SECRET = "s" * 40


@pytest.fixture
async def brought(line: Line) -> AsyncIterator[tuple[Line, httpx.AsyncClient, turns.Turns]]:
    """A webhook on a store, with turns that are not at work yet."""
    worker = turns.Turns(line.store, line.telegram, line.clock, lambda _: None)
    webhook = Webhook(line.store, line.clock, worker.ring, "https://example.org/hook", SECRET)
    transport = httpx.ASGITransport(app=webhook.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hook") as client:
        yield line, client, worker


async def bring(client: httpx.AsyncClient, update: dict[str, Any]) -> float:
    """Bring an update; how long its 200 took."""
    began = time.perf_counter()
    answer = await client.post("/hook", json=update, headers={SECRET_HEADER: SECRET})
    assert answer.status_code == 200
    return time.perf_counter() - began


def updates(number: int) -> list[dict[str, Any]]:
    """Unknown commands of three people, each with a number of its own."""
    found = []
    for n in range(number):
        who = list(NAMES)[n % len(NAMES)]
        sender = {"id": who, "is_bot": False, "first_name": NAMES[who].title(), "language_code": "en"}
        sent = {"message_id": n + 1, "from": sender, "chat": {"id": who, "type": "private"}, "date": 0}
        found.append({"update_id": n + 1, "message": {**sent, "text": f"/number{n}"}})
    return found


async def finished(line: Line) -> None:
    """Return once everything in the inbox has been applied."""
    async with asyncio.timeout(60):
        while not await line.store.run(inbox.is_empty):  # noqa: ASYNC110
            await asyncio.sleep(0.005)


async def effects(line: Line) -> list[int]:
    """How often each person was changed: once for each of their updates."""
    found: list[Known | None] = [await line.store.run(known.recall, who) for who in NAMES]
    return [person.person.version if person else 0 for person in found]


async def test_updates_that_a_webhook_is_brought_again_have_no_second_effect(
    brought: tuple[Line, httpx.AsyncClient, turns.Turns], seed: int, store_url: str, report: Report
) -> None:
    line, client, worker = brought
    chance, all_of_them = random.Random(seed), updates(size(30, 60))
    copies = [update for update in all_of_them for _ in range(chance.randint(1, 4))]
    chance.shuffle(copies)
    running = asyncio.create_task(worker.run())

    for begin in range(0, len(copies), 10):
        await asyncio.gather(*(bring(client, update) for update in copies[begin : begin + 10]))
    await finished(line)
    running.cancel()

    twice = sum(await effects(line)) - len(all_of_them)
    repeated = len(copies) - len(all_of_them)
    name, store, lost = "09 duplicate updates, webhook", kind_of(store_url), max(-twice, 0)
    report(Figures(fault=name, store=store, trials=repeated, lost=lost, applied_twice=max(twice, 0)))
    assert twice == 0
    assert await line.store.run(inbox.counts) == {"done": len(all_of_them)}


@whole_on_both
def test_updates_that_are_fetched_again_have_no_second_effect(seed: int, store_url: str, report: Report) -> None:
    async def scene(world: World) -> None:
        world.poll_weather = {"repeated": 0.8, "shuffled": 0.8, "reset_after": 0.2}
        for number in range(size(10, 40)):
            for _ in range(world.chance.randint(1, 5)):
                world.local.say(world.chance.choice(CROWD), f"/again{number}")
            await world.live(world.chance.uniform(0, 2) * SECOND)
        await world.settle()
        judged(world, report, "09 duplicate updates, polling", len(world.applied))

    live(scene, seed, store_url)


@whole_on_both
async def test_while_a_handler_is_slow_a_webhook_that_repeats_itself_is_answered_at_once(
    brought: tuple[Line, httpx.AsyncClient, turns.Turns],
    store_url: str,
    report: Report,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line, client, worker = brought
    read = []

    async def slowly(*_: Any) -> Any:
        read.append(True)
        await asyncio.sleep(0.3)
        raise ZeroDivisionError

    monkeypatch.setattr(files, "read", slowly)
    sent = updates(3)
    for update in sent:
        del update["message"]["text"]
        update["message"]["document"] = {"file_id": "f", "file_unique_id": "u", "file_name": "a.ics"}
    texts = [{**update, "update_id": 100 + update["update_id"]} for update in updates(size(20, 100))]
    running = asyncio.create_task(worker.run())

    waits = [await bring(client, update) for _ in range(3) for update in (*sent, *texts)]
    await finished(line)
    running.cancel()

    p99 = sorted(waits)[int(0.99 * len(waits))]
    lost = len(texts) - (await line.store.run(inbox.counts))["done"]
    twice = sum(await effects(line)) - len(texts)
    name = "11 slow handler, webhook repeated (lateness: of its 200, p99)"
    store, late = kind_of(store_url), timedelta(seconds=p99)
    report(Figures(fault=name, store=store, trials=2 * len(texts), lost=lost, applied_twice=twice, lateness=late))
    assert (lost, twice) == (0, 0)
    assert len(read) == 3 * inbox.MOST_ATTEMPTS
