"""The store: one database, units of work as plain functions, grouped into few commits."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import IO, Any, Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from storage.backoff import seconds_before
from storage.engine import CONNECTIONS, make_engine, only_process, passes, read_url
from storage.facts import Known
from storage.in_the_loop import InTheLoop
from storage.outage import Outage
from storage.units import InThreads, Unit

P = ParamSpec("P")
T = TypeVar("T")

PAUSE_IN_TROUBLE_S = 0.1
"""Before the first repetition; doubled before each further one, up to LONGEST_PAUSE_S."""
LONGEST_PAUSE_S = 5.0


class Store:
    """The open database. `await store.run(unit, …)` runs a unit of work and returns after its commit.

    Raises StoreUnusable when it cannot be opened.
    """

    def __init__(self, url: str) -> None:
        self.url = read_url(url)
        self.engine = make_engine(self.url)
        self.is_shared = self.url.get_backend_name() != "sqlite"
        """Whether other processes may be at work on it: then what they leave behind has to be looked for."""
        self.outage = Outage(self.url)
        self._lock: IO[str] | None = None if self.is_shared else only_process(self.url)
        self._held: sa.Connection | None = None
        self._closed = False
        self._memory: dict[int, Any] = {}
        self._units: InTheLoop | InThreads = (
            InThreads(self.engine, self._memory, CONNECTIONS)
            if self.is_shared
            else InTheLoop(self.engine, self._memory)
        )

    @property
    def trouble(self) -> str | None:
        """What keeps units from being run at this moment; None when all is well."""
        return self.outage.why

    async def run(self, unit: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `unit(session, …)` in a transaction. Returns after the commit; any error rolls the unit back whole."""
        if self._closed:
            raise RuntimeError("the store is closed")
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()
        self._units.put(Unit(lambda session: unit(session, *args, **kwargs), done, loop))
        return await done

    def remembered(self, person_id: int) -> Known | None:
        """What is known about the Person, if that is at hand and nobody else can have changed it."""
        found = None if self.is_shared else self._memory.get(person_id)
        return found[1] if found is not None else None

    async def insist(
        self,
        pause: Callable[[float], Awaitable[None]],
        unit: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Like `run`, and again after a pause for as long as the database is locked, its disk full or its server gone.

        For what nobody else will do again: the bot waits for its database, it does not end.
        """
        failures, done = 0, False
        try:
            while True:
                try:
                    result = await self.run(unit, *args, **kwargs)
                except DatabaseError as error:
                    if not passes(error):
                        raise
                    self.outage.met(error, again=failures > 0)
                    failures += 1
                    await pause(seconds_before(failures, PAUSE_IN_TROUBLE_S, LONGEST_PAUSE_S))
                else:
                    done = True
                    return result
        finally:
            if failures:
                self.outage.left(done=done)

    async def hold(self, name: str) -> bool:
        """Hold `name` until the store is closed. False: another process holds it. Raises DatabaseError.

        To be asked again from time to time: what was held is lost with its connection.
        """
        return True if not self.is_shared else await asyncio.to_thread(self._hold, name)

    def _hold(self, name: str) -> bool:
        if self._held is None:
            self._held = self.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        try:
            query = sa.text("SELECT pg_try_advisory_lock(hashtextextended(:name, 0))")
            return bool(self._held.execute(query, {"name": name}).scalar_one())
        except DatabaseError:
            self._held.invalidate()
            self._held = None
            raise

    def close(self) -> None:
        """Finish the units that wait, then let go of the database."""
        self._closed = True
        self._units.close()
        if self._held is not None:
            self._held.invalidate()  # an advisory lock would stay with a connection that goes back to the pool
        self.engine.dispose()
        if self._lock is not None:
            self._lock.close()
