"""What can go wrong with Telegram, on request: outages, flood control, cut lines, errors of its own machines.

Decides only; who answers calls asks before and after each one.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.rehearsal.errors import too_many_requests

ONCE: Final = frozenset({"reset_before", "reset_after", "5xx", "slow"})
"""Faults that strike a number of calls and are over."""


@dataclass(slots=True)
class Strike:
    """A fault that waits for its next call. No method named: any but getUpdates."""

    kind: str
    left: int
    method: str | None
    seconds: float

    def hits(self, method: str) -> bool:
        """Whether it strikes a call of `method`."""
        return method == self.method or (self.method is None and method != "getUpdates")


class Faults:
    """The faults in force. 429 lasts by the moved clock, `slow` waits in real seconds."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self.down = False
        self.listeners: list[Callable[[bool], None]] = []
        """Told whether Telegram is down, whenever that changes."""
        self._flood: dict[int | None, datetime] = {}
        self._strikes: list[Strike] = []

    def set_down(self, down: bool) -> None:
        """An outage begins or ends."""
        if down != self.down:
            self.down = down
            for listener in self.listeners:
                listener(down)

    def flood(self, seconds: float, chat: int | None) -> None:
        """Refuse calls to `chat` (None: to every chat) with 429 for so many seconds."""
        self._flood[chat] = self._now() + timedelta(seconds=seconds)

    def strike(self, kind: str, times: int, method: str | None, seconds: float) -> None:
        """Let the next `times` calls (of `method`) suffer `kind`."""
        if kind not in ONCE:
            raise ValueError(f"unknown fault {kind!r}")
        self._strikes.append(Strike(kind, times, method, seconds))

    def clear(self) -> None:
        """Everything works again."""
        self._flood.clear()
        self._strikes.clear()
        self.set_down(False)

    def refuse_flood(self, chat: int | str | None) -> None:
        """Raises RefusedError (429) while flood control holds this chat."""
        if not self._flood or chat is None:
            return
        for held in (None, chat):
            left = (self._flood[held] - self._now()).total_seconds() if held in self._flood else 0
            if left > 0:
                raise too_many_requests(math.ceil(left))
            self._flood.pop(held, None)  # type: ignore[arg-type]

    def next_strike(self, method: str) -> Strike | None:
        """The fault that strikes this call, used up by asking."""
        for strike in self._strikes:
            if strike.hits(method):
                strike.left -= 1
                if strike.left <= 0:
                    self._strikes.remove(strike)
                return strike
        return None
