"""Where the CPU time of the bot goes: the steps of a turn, each timed on its thread's own clock.

A profiler that counts calls makes code with many small functions look slow, and one that samples only sees a thread
when it lets another run, which is in the database. So the steps are wrapped, and what is left is the event loop's.
"""

from __future__ import annotations

import functools
import inspect
import threading
import time
import types
from collections import Counter
from collections.abc import Callable, Generator
from importlib import import_module
from typing import Any

# A step has its own time: what another step within it takes is counted there.
STEPS = (
    ("bot.line.intake", "person_of", "updates read"),
    ("bot.turns", "translate", "updates read"),
    ("bot.turns", "respond", "conversation"),
    ("scheduler.nudges", "next_wake", "policy: the next wake-up"),
    ("scheduler.nudges", "noticed", "policy: what is due"),
    ("scheduler.nudges", "due", "policy: what is due"),
    ("scheduler.nudges", "still_due", "policy: what is due"),
    ("bot.say.unasked", "speak", "messages made"),
    ("bot.applied", "render", "messages made"),
    ("bot.nudging", "render", "messages made"),
    ("storage.inbox", "admit", "SQL: inbox"),
    ("storage.inbox", "next_updates", "SQL: inbox"),
    ("storage.inbox", "finish", "SQL: inbox"),
    ("storage.inbox", "next_of", "SQL: inbox"),
    ("storage.known", "recall", "SQL: recall"),
    ("storage.known", "keep", "SQL: keep"),
    ("storage.known", "due_people", "SQL: who is due, and when"),
    ("storage.known", "smallest_wake", "SQL: who is due, and when"),
    ("storage.outbox", "post", "SQL: outbox"),
    ("storage.outbox", "claim", "SQL: outbox"),
    ("storage.outbox", "sent_all", "SQL: outbox"),
    ("storage.outbox", "next_moment", "SQL: outbox"),
    ("storage.in_the_loop", "work_off", "transactions and commits"),
    ("storage.in_the_loop", "end", "transactions and commits"),
    ("bot.line.telegram.Telegram", "call", "HTTP: calls (aiohttp)"),
    ("bot.line.telegram.Telegram", "poll", "HTTP: updates fetched"),
)
REST = "event loop, HTTP answers, the rest"


class Stopwatch:
    """Times STEPS from now on in this process."""

    def __init__(self) -> None:
        self._spent: Counter[str] = Counter()
        self._running = threading.local()
        self._began = time.process_time()
        for place, name, step in STEPS:
            owner = _find(place)
            setattr(owner, name, self._timed(getattr(owner, name), step, static=isinstance(owner, type)))

    def take(self) -> dict[str, float]:
        """CPU seconds by step since the last time."""
        now = time.process_time()
        spent, self._spent = self._spent, Counter()
        whole, self._began = now - self._began, now
        return {**spent, REST: whole - sum(spent.values())}

    def _timed(self, function: Callable[..., Any], step: str, *, static: bool) -> Any:
        if inspect.iscoroutinefunction(function):

            @functools.wraps(function)
            async def awaited(*arguments: Any, **named: Any) -> Any:
                return await self._in_pieces(function(*arguments, **named), step)

            return awaited

        @functools.wraps(function)
        def called(*arguments: Any, **named: Any) -> Any:
            inside, before = self._enter()
            try:
                return function(*arguments, **named)
            finally:
                self._leave(step, inside, before)

        return staticmethod(called) if static else called

    @types.coroutine
    def _in_pieces(self, coroutine: Any, step: str) -> Generator[Any, Any, Any]:
        value = None
        while True:
            inside, before = self._enter()
            try:
                waits_for = coroutine.send(value)
            except StopIteration as end:
                return end.value
            finally:
                self._leave(step, inside, before)
            value = yield waits_for

    def _enter(self) -> tuple[float, float]:
        inside = getattr(self._running, "inside", 0.0)
        self._running.inside = 0.0
        return inside, time.thread_time()

    def _leave(self, step: str, inside: float, before: float) -> None:
        whole = time.thread_time() - before
        self._spent[step] += whole - self._running.inside
        self._running.inside = inside + whole


def _find(place: str) -> Any:
    try:
        return import_module(place)
    except ModuleNotFoundError:
        module, _, name = place.rpartition(".")
        return getattr(import_module(module), name)
