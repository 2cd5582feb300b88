"""How long one update may be thought about: nobody waits for a text that keeps the bot busy.

Every pattern takes linear time and every list has an end, so this is the second fence, not the first.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from bot import quotas
from bot import respond as conversation
from bot.turn import Incoming, Turn
from storage.facts import Known

MOST_S = 3.0
"""Seconds of work. The slowest text that was found takes a fifteenth of it, the very first one, which loads all
words, a third."""
AGAIN_S = 0.25


class OutOfTimeError(Exception):
    """An update has taken too long; it is set aside at once."""


class _Patience:
    """Counts the seconds that this process works. It can interrupt the main thread alone, where the event loop is; on
    PostgreSQL a turn has a thread of its own, beside which the others go on."""

    def __init__(self) -> None:
        self._counts = self._is_ready = False

    @contextmanager
    def at_most(self, seconds: float) -> Iterator[None]:
        """Raises OutOfTimeError in what takes longer."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        if not self._is_ready:
            signal.signal(signal.SIGVTALRM, self._stop)
        self._counts = self._is_ready = True
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN_S)
        try:
            yield
        finally:
            self._counts = False
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def _stop(self, _number: int, _frame: object) -> None:
        if self._counts:
            raise OutOfTimeError


_PATIENCE = _Patience()


def respond(incoming: Incoming, known: Known | None, now: datetime) -> Turn:
    """What the conversation decides. Raises OutOfTimeError after MOST_S seconds of work."""
    with _PATIENCE.at_most(MOST_S):
        return quotas.within(incoming, known, conversation.respond(incoming, known, now))
