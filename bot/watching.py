"""The way of one look at a feed: claimed, fetched, read by the guard, applied in one transaction.

An address is opened here alone, right before it is fetched, and is told to nobody: logs and errors name the row.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

import httpx
from sqlmodel import Session

from bot.calendars.events import Rejected, Wanted
from bot.calendars.feeds.fetch import NoFeedError, client, fetch
from bot.calendars.feeds.seal import Seal
from bot.calendars.guard import Guard
from bot.calendars.plan import wanted_of_feed
from bot.decide.calendar_feed import Look
from bot.learn.calendar_feed import feed_of
from bot.learn.calendar_rows import plan_of
from bot.learn.called import has_no_name
from bot.line.render import render
from bot.looking import look
from bot.tally import TALLY
from bot.turn import Saying
from scheduler import nudges
from scheduler.clock import Clock
from scheduler.wake import Wake, heartbeat_for
from storage import feeds, known, outbox
from storage.facts import Known
from storage.feeds import Due
from storage.outbox import Outgoing
from storage.store import Store

log = logging.getLogger(__name__)

FEEDS_AT_ONCE = 16
NOT_A_CALENDAR, NOT_OPENED = "not_a_calendar", "not_opened"


class Watcher:
    """Looks at every connected feed at its time."""

    def __init__(self, store: Store, clock: Clock, seal: Seal, guard: Guard, posted: Callable[[], None]) -> None:
        self._store, self._clock, self._seal, self._guard, self._posted = store, clock, seal, guard, posted
        self._wake = Wake(clock, heartbeat_for(store))
        self.ring = self._wake.ring
        self.reader: httpx.AsyncClient | None = None
        """The client that fetches; made when it is first needed."""
        self._hosts: dict[str, asyncio.Lock] = {}
        self.is_busy = False
        """Whether feeds are being looked at."""

    async def run(self) -> None:
        """Look until cancelled."""
        self._wake.start()
        try:
            while True:
                self._wake.hush()
                while await self._round():
                    self._posted()
                self._wake.arm(await self._store.insist(self._clock.pause, feeds.next_look))
                await self._wake.wait()
        finally:
            self._wake.stop()
            await self._guard.close()
            if self.reader is not None:
                await self.reader.aclose()

    async def _round(self) -> int:
        """Look at those whose moment has come; how many they were."""
        self.is_busy = True
        try:
            due = await self._store.insist(self._clock.pause, feeds.claim, self._clock.now(), FEEDS_AT_ONCE)
            await asyncio.gather(*(self._look(one) for one in due))
            self._hosts.clear()
            return len(due)
        finally:
            self.is_busy = False

    async def _look(self, due: Due) -> None:
        """One feed. What fails here is looked at again when its lease is over."""
        try:
            wanted = await self._store.run(wanted_of, due.person_id, self._clock.now())
            if wanted is not None:
                seen = await self._see(due, wanted)
                TALLY.count("feed_looks", seen.trouble or ("read" if seen.reading else "unchanged"))
                await self._store.insist(self._clock.pause, apply, due, seen, self._clock.now())
        except Exception:
            log.exception("feed %d of person row %d was not looked at", due.id, due.person_id)

    async def _see(self, due: Due, wanted: Wanted) -> Look:
        """What stands there now."""
        address = self._seal.open(due.sealed)
        if address is None:
            log.error("feed %d of person row %d does not open with AFTERWORD_KEY", due.id, due.person_id)
            return Look(trouble=NOT_OPENED)
        self.reader = self.reader or client()
        try:
            async with self._hosts.setdefault(due.host, asyncio.Lock()):  # one at a time from the same server
                fetched = await fetch(self.reader, address, etag=due.etag, modified=due.modified)
        except NoFeedError as error:
            return Look(trouble=error.trouble)
        if fetched is None:
            return Look()
        read = await self._guard.read(fetched.body, wanted)
        if isinstance(read, Rejected):
            return Look(trouble=NOT_A_CALENDAR)
        return Look(reading=read, etag=fetched.etag, modified=fetched.modified)


def wanted_of(session: Session, person_id: int, now: datetime) -> Wanted | None:
    """What is to be read in the Person's feed; None when nothing is to be said to them, and so nothing looked at."""
    before = known.recall(session, person_id)
    if before is None or nudges.is_paused(before.person, now) or not _can_be_told(before):
        return None
    employers = [o.employer for o in before.opportunities if o.closed_at is None and not has_no_name(o)]
    return wanted_of_feed(plan_of(before.appointments), before.person.zone or "UTC", now, employers)


def apply(session: Session, due: Due, seen: Look, now: datetime) -> None:
    """Turn one look into facts, messages and the next look. A feed that was disconnected meanwhile changes nothing.

    What is said waits until the Person is awake and out of an Interview; what is known is known at once.
    """
    before = known.recall(session, due.person_id)
    feed = feed_of(before) if before else None
    if before is None or feed is None or feed.id != due.id or not _can_be_told(before):
        return
    turn = look(before, seen, now)
    assert turn.known is not None, "a look is about somebody"
    known.keep(session, before, turn.known, nudges.next_wake(turn.known, now))
    is_awaited = feed.seen_at is None  # the Person has just sent the address
    rows = [_outgoing(due.person_id, saying, outbox.REPLY if is_awaited else outbox.NUDGE) for saying in turn.say]
    outbox.post(session, rows, now if is_awaited else nudges.undisturbed(now, turn.known))


def _can_be_told(before: Known) -> bool:
    """Whether there is an hour at which the Person may hear of their feed. What is seen first they hear at once."""
    feed = feed_of(before)
    return feed is None or feed.seen_at is None or not nudges.is_unplaced(before.person)


def _outgoing(person_id: int, saying: Saying, lane: int) -> Outgoing:
    call = render(saying, person_id)
    return Outgoing(person_id=person_id, chat_id=person_id, method=call.method, body=call.body, lane=lane)
