"""Ten minutes of whatever a stranger may hand in, at every entrance: no exception, and nothing that takes long."""

from __future__ import annotations

import gc
import logging
import time
import traceback
from collections.abc import Awaitable, Callable, Iterator
from copy import copy
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random

import httpx
import pytest

from bot.calendars.events import Wanted
from bot.calendars.reading import read
from bot.line.web import Webhook
from bot.rehearsal.page import combined_app
from bot.rehearsal.telegram import LocalTelegram
from scheduler.clock import MovedClock
from storage import inbox
from storage.migrate import migrate
from storage.store import Store
from tests.conftest import NOON
from tests.faults.conftest import Report, size
from tests.faults.figures import Figures
from tests.fuzz import doors, files, people
from tests.rehearsal.conftest import TOKEN, Clock, FakeStage

MOST_S = 0.2
"""Seconds of work for one text."""
FEW = 12
"""Kinds of faults after which it is enough."""
LONGEST_WALK = 6


AT_FIRST = 16
"""The seed in `make test`, which is to say the same twice; the table of faults takes any."""


@pytest.fixture
def seed(seed: int) -> int:
    """What is handed in comes from it."""
    return size(AT_FIRST, seed)


@dataclass(slots=True)
class Seen:
    """What came of all that was handed in at one entrance."""

    entrance: str
    seed: int
    trials: int = 0
    slowest: float = 0.0
    slowest_of: str = ""
    faults: dict[str, str] = field(default_factory=dict)
    """By where they are raised: what was handed in first, and how to hand it in again."""

    def failed(self, number: int, given: object) -> None:
        where = traceback.format_exc(limit=-2).strip()
        self.faults.setdefault(where, f"{self.entrance}, number {number} of SEED={self.seed}: {given!r:.600}")

    def took(self, seconds: float, given: object) -> None:
        self.trials += 1
        if seconds > self.slowest:
            self.slowest, self.slowest_of = seconds, f"{given!r:.600}"

    def verdict(self, report: Report) -> None:
        name = f"23 fuzz: {self.entrance} (lateness: slowest, of work)"
        lateness = timedelta(seconds=self.slowest)
        report(Figures(fault=name, store="-", trials=self.trials, lost=len(self.faults), lateness=lateness))
        told = "\n\n".join(f"{given}\n{where}" for where, given in self.faults.items())
        assert not told, told
        assert self.slowest < MOST_S, f"{self.slowest:.3f} s: {self.slowest_of}"


def chances(seen: Seen, seconds: float) -> Iterator[tuple[int, Random]]:
    """One chance after the other, each by its number, until it was long enough or enough has failed."""
    ends, number = time.monotonic() + seconds, 0
    while time.monotonic() < ends and len(seen.faults) < FEW:
        number += 1
        yield number, Random(f"{seen.seed} {seen.entrance} {number}")


def measured(do: Callable[[], object]) -> float:
    """Seconds of work. What takes long is done once more, where it can be: others share these cores."""
    took = people.seconds(do)
    return min(took, people.seconds(do)) if took > MOST_S / 2 else took


@pytest.mark.parametrize("state", people.STATES)
def test_nothing_that_somebody_says_in_any_state_breaks_it(state: str, seed: int, report: Report) -> None:
    seen = Seen(state, seed)
    begun = people.in_state(state)
    for number, chance in chances(seen, size(1, 45)):
        somebody = copy(begun)
        for _ in range(chance.choice((1, 1, 2, LONGEST_WALK))):
            somebody.now += timedelta(seconds=chance.choice((1, 60, 3600, 86_400 * chance.random() * 9)))
            given: object = "time passes"
            try:
                if chance.random() < 0.15:
                    people.spoken_to(somebody)
                given = update = people.step(somebody, chance)
                again = copy(somebody)
                took = people.seconds(partial(people.answered, somebody, update))
                if took > MOST_S / 2:
                    took = min(took, people.seconds(partial(people.answered, again, update)))
                seen.took(took, given)
            except Exception:  # noqa: BLE001  it is counted, and told at the end
                seen.failed(number, given)
                break
    seen.verdict(report)


def test_no_file_breaks_it(seed: int, report: Report) -> None:
    seen = Seen("files", seed)
    for number, chance in chances(seen, size(1, 60)):
        given = files.file(chance)
        try:
            seen.took(measured(partial(read, given, Wanted(zone="Europe/London"))), given)
        except Exception:  # noqa: BLE001  it is counted, and told at the end
            seen.failed(number, given)
    seen.verdict(report)


@pytest.mark.parametrize("command", doors.LINES)
def test_no_line_breaks_a_command(command: str, seed: int, report: Report) -> None:
    seen = Seen(f"afterword {command}", seed)
    for number, chance in chances(seen, size(1, 15)):
        given = doors.line(command, chance)
        try:
            seen.took(measured(partial(doors.answered, command, given)), given)
        except Exception:  # noqa: BLE001  it is counted, and told at the end
            seen.failed(number, given)
    seen.verdict(report)


async def test_nothing_that_is_brought_to_the_webhook_breaks_it(tmp_path: Path, seed: int, report: Report) -> None:
    store = Store(f"sqlite:///{tmp_path / 'fuzz.db'}")
    migrate(store.engine)
    webhook = Webhook(store, MovedClock(NOON), lambda: None, "https://bot.example/hook", "s" * 40)
    seen = Seen("webhook", seed)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(webhook.app), base_url="https://bot.example") as http:
        await _called(seen, size(1, 60), partial(doors.webhook, http, "s" * 40))
    kept = await store.run(inbox.counts)
    store.close()
    seen.verdict(report)
    assert kept["new"] > seen.trials / 4, "hardly anything was an update"


async def test_nothing_that_is_asked_of_the_page_breaks_it(seed: int, report: Report) -> None:
    clock = Clock()
    telegram = LocalTelegram(clock)
    app = combined_app(telegram, FakeStage(telegram, clock))
    seen = Seen("page", seed)
    logging.getLogger("python_multipart").setLevel(logging.CRITICAL)  # kept by the hundred thousand, they cost more
    base = "http://127.0.0.1:8714"
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=base) as http:
        await _called(seen, size(1, 60), partial(doors.page, http, TOKEN))
    seen.verdict(report)


async def _called(seen: Seen, seconds: float, call: Callable[[Random], Awaitable[None]]) -> None:
    for number, chance in chances(seen, seconds):
        gc.disable()  # what a hundred thousand have left behind is not looked through in the time of one
        began = time.thread_time()
        try:
            await call(chance)
            seen.took(time.thread_time() - began, number)
        except Exception:  # noqa: BLE001  it is counted, and told at the end
            seen.failed(number, "see the seed")
        finally:
            gc.enable()
