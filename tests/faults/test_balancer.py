"""A webhook of several processes behind a load balancer: any of them is brought any update, and they are killed."""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import count, islice
from typing import Any

import httpx

from bot.line.web import SECRET_HEADER
from bot.rehearsal.updates import FIRST_ID
from tests.conftest import postgres_only
from tests.faults.conftest import Report, size
from tests.faults.mortals import Crowd, crowd

HOOK, SECRET = "https://bot.example/hook", "s" * 40
BROUGHT_AGAIN = 0.1
"""How often an update is brought again although it was taken: its 200 was lost on the way."""
PATIENCE_S = 5
PORTS = range(20_000, 32_000)
"""Below those from which Linux and macOS take the ports of connections."""


class Balancer:
    """Telegram and what stands in front of the bots: each update goes to any of them until one has taken it, a person's
    one after another."""

    def __init__(self, ports: list[int], chance: random.Random, http: httpx.AsyncClient) -> None:
        self._hooks = [f"http://127.0.0.1:{port}/hook" for port in ports]
        self._chance, self._http = chance, http
        self._numbers = count(FIRST_ID)
        self._queues: defaultdict[int, deque[dict[str, Any]]] = defaultdict(deque)
        self._at_work: dict[int, asyncio.Task[None]] = {}
        self.refusals = 0
        """How often an update was not taken."""

    def put(self, kind: str, content: dict[str, Any]) -> int:
        """An update, in the place of the queue that is fetched from."""
        number, person = next(self._numbers), content["from"]["id"]
        self._queues[person].append({"update_id": number, kind: content})
        if person not in self._at_work:
            self._at_work[person] = asyncio.create_task(self._bring(person))
        return number

    async def _bring(self, person: int) -> None:
        while queue := self._queues[person]:
            if not await self._is_taken(queue[0]):
                self.refusals += 1
                await asyncio.sleep(0.02)
            elif self._chance.random() >= BROUGHT_AGAIN:
                queue.popleft()
        del self._at_work[person]

    async def _is_taken(self, update: dict[str, Any]) -> bool:
        try:
            answer = await self._http.post(self._chance.choice(self._hooks), json=update)
        except httpx.TransportError:
            return False
        return answer.status_code == 200

    async def finish(self) -> None:
        """Return once everything has been taken."""
        while self._at_work:
            await asyncio.gather(*self._at_work.values())


@asynccontextmanager
async def balanced(store_url: str, number: int, chance: random.Random) -> AsyncIterator[tuple[Crowd, Balancer]]:
    """A crowd, and so many bots with a webhook each; the updates go through the balancer."""
    async with (
        crowd(store_url, number, lease=timedelta(seconds=size(1, 3))) as people,
        httpx.AsyncClient(headers={SECRET_HEADER: SECRET}, timeout=PATIENCE_S) as http,
    ):
        ports = free_ports(number, chance)
        for bot, port in zip(people.bots, ports, strict=True):
            hook = {"webhook_url": HOOK, "webhook_secret": SECRET, "webhook_port": port}
            bot.life = replace(bot.life, fetches=True, settings=people.settings | hook)
        balancer = Balancer(ports, chance, http)
        people.telegram.updates.put = balancer.put  # type: ignore[method-assign]
        yield people, balancer


def free_ports(number: int, chance: random.Random) -> list[int]:
    """Ports on which nobody listens, and which the system gives to no connection while a bot is dead."""
    return list(islice(filter(is_free, chance.sample(PORTS, len(PORTS))), number))


def is_free(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
        return True
    return False


@postgres_only
async def test_several_behind_a_balancer_are_killed_by_turns_and_lose_nothing(
    store_url: str, report: Report, seed: int
) -> None:
    chance, kills, number = random.Random(seed), size(1, 20), size(2, 4)
    updates, due = size(24, 1000), size(12, 1000)
    async with balanced(store_url, number, chance) as (people, balancer):
        people.meet(due)
        people.say_in_turn(updates, updates // 10)
        for bot in people.bots:
            await bot.rise()
        await people.die_by_turns(kills, chance)
        await balancer.finish()
        await people.finish(0.05)

        report(figures := people.figures(f"12 a webhook of {number} behind a balancer, killed by turns", kills))
        people.check(figures)
        assert balancer.refusals > 0, "nobody was missed"
