"""What of an update needs the network, a child process or the key: done before the conversation sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.calendars.feeds.addresses import address_in, holds_one
from bot.calendars.feeds.seal import Seal
from bot.calendars.guard import Guard
from bot.calendars.pasted import is_calendar
from bot.calendars.plan import wanted_of_file
from bot.decide.calendar_asking import ADDRESS_ASKED
from bot.decide.greeting import proposal
from bot.line import files, pieces
from bot.line.telegram import Telegram
from bot.turn import Incoming, Kind
from bot.words import language_for
from scheduler.clock import Clock
from storage import inbox, known
from storage.changing import changed
from storage.inbox import Arrived
from storage.store import Store

LOOKS_FOR_THE_REST, LOOK_AGAIN_S = 5, 0.2
"""So often, and so long after each, the rest of a long text is looked for."""


class Preparer:
    """Puts together what came in pieces, fetches and reads calendars, and seals the addresses of feeds."""

    def __init__(self, store: Store, telegram: Telegram, clock: Clock, guard: Guard, seal: Seal) -> None:
        self._store, self._telegram, self._clock, self._guard, self._seal = store, telegram, clock, guard, seal

    async def whole(self, update: Arrived) -> Arrived:
        """The update with the rest of what was sent with it, which is waited for a moment."""
        whole, looks = update, LOOKS_FOR_THE_REST
        while pieces.goes_on(whole.raw) and looks:
            before = whole
            whole = await self._store.insist(self._clock.pause, inbox.join, whole, pieces.belong, pieces.joined)
            looks -= whole is before
            if not pieces.is_fresh(whole.raw, self._clock.now()):
                break
            await self._clock.pause(LOOK_AGAIN_S)
        return whole

    async def prepared(self, incoming: Incoming) -> Incoming:
        """What needs the network, a child process or the key is done before the conversation sees the update.

        An address of a feed is sealed before it is kept; of an update that an older release has kept, here.
        """
        incoming = changed(incoming, feeds=self._seal.has_key)
        if incoming.kind is Kind.FILE and incoming.document and incoming.document.may_be_calendar:
            zone = await self._store.insist(self._clock.pause, zone_of, incoming, self._clock.now())
            wanted = wanted_of_file(zone, self._clock.now())
            read = await files.read(self._telegram, self._guard, self._clock, incoming.document, wanted)
            return replace(incoming, kind=Kind.CALENDAR, calendar=read)
        if incoming.kind is Kind.TEXT and is_calendar(incoming.text):
            zone = await self._store.insist(self._clock.pause, zone_of, incoming, self._clock.now())
            read = await self._guard.read(incoming.text.encode(), wanted_of_file(zone, self._clock.now()))
            return replace(incoming, kind=Kind.CALENDAR, text="", calendar=read)
        if incoming.feed is not None and incoming.kind in (Kind.TEXT, Kind.EDITED):
            return replace(incoming, kind=Kind.FEED, text="")
        address = await self._address(incoming) if incoming.kind in (Kind.TEXT, Kind.EDITED) else None
        if address is not None:
            return replace(incoming, kind=Kind.FEED, text="", feed=self._seal.close(address))
        return incoming

    async def _address(self, incoming: Incoming) -> str | None:
        """The address of a feed: one that looks like it, and whatever is sent where one was just asked for."""
        found = address_in(incoming.text)
        if found is not None or not holds_one(incoming.text):
            return found
        is_asked = await self._store.insist(self._clock.pause, is_asked_for_address, incoming)
        return address_in(incoming.text, is_asked=is_asked)


def is_asked_for_address(session: Session, incoming: Incoming) -> bool:
    """Whether the coach has just asked for the address of their calendar."""
    before = known.recall(session, incoming.person_id)
    return before is not None and before.person.asking == ADDRESS_ASKED


def zone_of(session: Session, incoming: Incoming, now: datetime) -> str:
    """The zone of the Person, or the one that is proposed to them at this moment (aware)."""
    before = known.recall(session, incoming.person_id)
    language = before.person.language if before else language_for(incoming.language_code)
    return (before and before.person.zone) or proposal(language, now)
