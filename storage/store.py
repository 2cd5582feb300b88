"""The store: one database, units of work as plain functions, grouped into few commits.

A unit of work is a synchronous function whose first argument is a session. It runs whole inside one
transaction; nothing can be awaited in it. On SQLite one writer thread runs all units and commits those that
are waiting together: an async SQLite session costs three times as much, and a commit of its own for each unit
costs a disk write each. On PostgreSQL a few threads run a unit each, beside those of other processes.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import queue
import threading
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any, Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from storage.engine import CONNECTIONS, make_engine, only_process, passes, read_url
from storage.known import MEMORY
from storage.statements import CURSOR, execute

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

MOST_UNITS_A_COMMIT = 16
"""More would spare few disk writes, and let whoever comes next wait for all their decisions."""
PAUSE_IN_TROUBLE_S = 0.1
"""Before the first repetition; doubled before each further one, up to LONGEST_PAUSE_S."""
LONGEST_PAUSE_S = 5.0
SAVEPOINT, RELEASE = "SAVEPOINT apart", "RELEASE SAVEPOINT apart"


@dataclass(slots=True)
class _Unit:
    work: Callable[[Session], Any]
    done: asyncio.Future[Any]
    loop: asyncio.AbstractEventLoop
    result: Any = None
    error: BaseException | None = None

    def settle(self) -> None:
        """Tell whoever awaits the unit; runs in their event loop."""
        if self.done.cancelled():
            return
        if self.error is None:
            self.done.set_result(self.result)
        elif isinstance(self.error, StopIteration):  # no future takes one
            self.done.set_exception(RuntimeError("a unit of work ran out of what it was iterating over"))
        else:
            self.done.set_exception(self.error)


class Store:
    """The open database. `await store.run(unit, …)` runs a unit of work and returns after its commit.

    Raises StoreUnusable when it cannot be opened.
    """

    def __init__(self, url: str) -> None:
        self.url = read_url(url)
        self.engine = make_engine(self.url)
        self.is_shared = self.url.get_backend_name() != "sqlite"
        """Whether other processes may be at work on it: then what they leave behind has to be looked for."""
        self.trouble: str | None = None
        """What keeps units from being run at this moment; None when all is well."""
        self._lock: IO[str] | None = None if self.is_shared else only_process(self.url)
        self._memory: dict[int, Any] = {}
        self._held: sa.Connection | None = None
        self._closed = False
        self._units: queue.SimpleQueue[_Unit | None] = queue.SimpleQueue()
        self._most = 1 if self.is_shared else MOST_UNITS_A_COMMIT
        hands = CONNECTIONS if self.is_shared else 1
        self._threads = [threading.Thread(target=self._write, name="store", daemon=True) for _ in range(hands)]
        for thread in self._threads:
            thread.start()

    async def run(self, unit: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `unit(session, …)` in a transaction. Returns after the commit; any error rolls the unit back whole."""
        if self._closed:
            raise RuntimeError("the store is closed")
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()
        self._units.put(_Unit(lambda session: unit(session, *args, **kwargs), done, loop))
        return await done

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
        seconds = PAUSE_IN_TROUBLE_S
        while True:
            try:
                result = await self.run(unit, *args, **kwargs)
            except DatabaseError as error:
                if not passes(error):
                    raise
                self.trouble = getattr(error.orig, "sqlite_errorname", type(error.orig).__name__)
                log.error("the store cannot be written now: %s", self.trouble)
                await pause(seconds)
                seconds = min(2 * seconds, LONGEST_PAUSE_S)
            else:
                self.trouble = None
                return result

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
        self._units.put(None)
        for thread in self._threads:
            thread.join()
        if self._held is not None:
            self._held.invalidate()  # an advisory lock would stay with a connection that goes back to the pool
        self.engine.dispose()
        if self._lock is not None:
            self._lock.close()

    def _write(self) -> None:
        with Session(self.engine, autoflush=False) as session:
            session.info[MEMORY] = self._memory
            while (units := self._waiting()) is not None:
                self._commit(session, units)

    def _waiting(self) -> list[_Unit] | None:
        """The units that wait, at least one; None when the store is closing and nothing waits."""
        first = self._units.get()
        if first is None:
            self._units.put(None)  # for the next thread
            return None
        units = [first]
        with contextlib.suppress(queue.Empty):
            while len(units) < self._most:
                unit = self._units.get_nowait()
                if unit is None:
                    self._units.put(None)
                    break
                units.append(unit)
        return units

    @staticmethod
    def _commit(session: Session, units: list[_Unit]) -> None:
        """One transaction for all, a savepoint for each: a unit that fails takes no other with it."""
        try:
            session.info[CURSOR] = session.connection().connection.cursor()
            for unit in units:
                _attempt(session, unit, alone=len(units) == 1)
            session.commit()
        except BaseException as error:  # noqa: BLE001  handed to every caller, who counts it
            for unit in units:
                unit.error = unit.error or error
            _roll_back(session)
        finally:
            session.info.pop(CURSOR, None)
        loops = {unit.loop: [u for u in units if u.loop is unit.loop] for unit in units}
        for loop, theirs in loops.items():
            with contextlib.suppress(RuntimeError):  # the loop has ended; nobody is waiting any more
                loop.call_soon_threadsafe(_settle_all, theirs)


def _settle_all(units: list[_Unit]) -> None:
    for unit in units:
        unit.settle()


def _attempt(session: Session, unit: _Unit, *, alone: bool) -> None:
    """Run one unit. Raises only when the whole transaction is to go: then no unit of this commit stands."""
    transaction = session.get_transaction()
    if alone:
        _work(session, unit)
        return
    execute(session, SAVEPOINT)
    try:
        _work(session, unit)
    except BaseException as error:  # noqa: BLE001  handed to its caller
        unit.error = error
    if session.get_transaction() is not transaction:
        raise RuntimeError("a unit of work has ended the transaction that it shares with others")
    if unit.error is not None:
        _undo(session, unit.error)
    execute(session, RELEASE)


@contextlib.contextmanager
def apart(session: Session) -> Iterator[None]:
    """Within a unit: what is done here is undone alone if it fails, and the rest stands.

    Raises what was raised, or DatabaseError when nothing can be undone: then the whole unit has to go.
    """
    execute(session, SAVEPOINT)
    try:
        yield
    except Exception as error:
        _undo(session, error)
        execute(session, RELEASE)
        raise
    execute(session, RELEASE)


def _undo(session: Session, error: BaseException) -> None:
    """Undo what was done since the savepoint. Raises `error` where the database has undone the whole transaction by
    itself, as SQLite does when the disk is full: then it says why, and nothing of the transaction stands."""
    session.info[MEMORY].clear()
    session.expunge_all()
    try:
        execute(session, f"ROLLBACK TO {SAVEPOINT}")
    except DatabaseError:
        raise error from None


def _work(session: Session, unit: _Unit) -> None:
    unit.result = unit.work(session)
    assert not session.new, "a unit of work writes with statements: objects would be written when others are"


def _roll_back(session: Session) -> None:
    session.info[MEMORY].clear()
    try:
        session.rollback()
    except Exception:
        log.exception("the connection is given up")
        session.invalidate()
