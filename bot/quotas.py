"""How much one stranger may bring: so many texts a minute, so many applications, so much to keep.

Whoever coaches themselves through a search needs a fraction of it. Above it one sentence says so; nothing that is kept
is touched, and nobody else waits.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.turn import Incoming, Kind, Message, Toast, Turn
from bot.words import language_for, say
from storage.facts import Known

MOST_OPEN = 300
"""Applications that are open at the same time. With so many a turn still takes a twentieth of a second."""
MOST_ROWS = 5_000
"""Facts of all kinds."""
MOST_CHARACTERS = 1_000_000
"""Of everything that was noted or parked in the Person's own words."""
MINUTE_S = 60.0
_KEPT = (
    *("opportunities", "interviews", "contacts", "promises", "events"),
    *("parked", "notes", "open_points", "weeks", "appointments"),
)
_BRINGING = (Kind.TEXT, Kind.CALENDAR, Kind.FEED)


def within(incoming: Incoming, before: Known | None, turn: Turn) -> Turn:
    """The turn, or a sentence in its place where it would keep more than anybody needs."""
    after = turn.known
    if after is None or incoming.kind not in _BRINGING or rows(after) <= (rows(before) if before else 0):
        return turn
    what = _too_much(before, after)
    if what is None:
        return turn
    language = before.person.language if before else language_for(incoming.language_code)
    toasts = tuple(one for one in turn.say if isinstance(one, Toast))
    return Turn(known=before, say=(*toasts, Message(text=say(what, language))), heard=turn.heard)


def rows(known: Known) -> int:
    """How many facts there are that a Person can bring."""
    return sum(len(getattr(known, name)) for name in _KEPT)


def _too_much(before: Known | None, after: Known) -> str | None:
    """The name of the sentence about what there is too much of."""
    if _open(after) > max(MOST_OPEN, _open(before) if before else 0):
        return "quota.open"
    words = sum(len(note.text) for note in after.notes) + sum(len(parked.text) for parked in after.parked)
    return "quota.full" if rows(after) > MOST_ROWS or words > MOST_CHARACTERS else None


def _open(known: Known) -> int:
    return sum(one.closed_at is None for one in known.opportunities)


class Pace:
    """Who has brought more than `a_minute` updates rests until the next one is free; what they brought waits."""

    def __init__(self, a_minute: int) -> None:
        self._a_minute = a_minute
        self._left: dict[int, tuple[float, float]] = {}
        """How many updates were left to each, and when that was so, in seconds of the event loop."""
        self._told: dict[int, float] = {}
        """When each had to rest last."""
        self.resting: set[int] = set()
        self.rested: Callable[[], None] = lambda: None
        """Called when somebody's next update may be applied."""

    def rests(self, person_id: int) -> bool:
        """Whether the next update of theirs has to wait; else it is counted."""
        loop = asyncio.get_running_loop()
        now, apart = loop.time(), MINUTE_S / self._a_minute
        left, since = self._left.get(person_id, (float(self._a_minute), now))
        left = min(left + (now - since) / apart, self._a_minute)
        if left >= 1:
            self._left[person_id] = left - 1, now
            if len(self._left) > 10_000:  # whoever was here long ago has all of it again
                self._left = {one: (n, at) for one, (n, at) in self._left.items() if now - at < MINUTE_S}
                self._told = {one: at for one, at in self._told.items() if now - at < MINUTE_S}
            return False
        self._left[person_id] = left, now
        self.resting.add(person_id)
        loop.call_later((1 - left) * apart, self._go_on, person_id)
        return True

    def is_to_be_told(self, person_id: int) -> bool:
        """Whether to say that it goes slower now: once, and not again while they go on."""
        now = asyncio.get_running_loop().time()
        last, self._told[person_id] = self._told.get(person_id), now
        return last is None or now - last > MINUTE_S

    def _go_on(self, person_id: int) -> None:
        self.resting.discard(person_id)
        self.rested()
