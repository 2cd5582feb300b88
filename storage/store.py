"""The store: one database, units of work as plain functions, grouped into few commits.

A unit of work is a synchronous function whose first argument is a session. It runs whole inside one
transaction; nothing can be awaited in it. On SQLite one writer thread runs all units and commits those that
are waiting together: an async SQLite session costs three times as much, and a commit of its own for each unit
costs a disk write each.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import logging
import os
import queue
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError
from sqlmodel import Session

from storage.known import MEMORY
from storage.statements import CURSOR, execute

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

MOST_UNITS_A_COMMIT = 64
PAUSE_IN_TROUBLE_S = 1.0


class StoreUnusable(Exception):  # noqa: N818  it is said to a person: "the store is unusable because …"
    """The store cannot be opened; the text names the setting and the fix."""


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
        self.engine = _engine(self.url)
        self._lock: IO[str] | None = None
        if self.url.get_backend_name() == "sqlite":
            self._lock = only_process(self.url)
        self._closed = False
        self._units: queue.SimpleQueue[_Unit | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._write, name="store", daemon=True)
        self._thread.start()

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
        while True:
            try:
                return await self.run(unit, *args, **kwargs)
            except OperationalError as error:
                kind = getattr(error.orig, "sqlite_errorname", type(error.orig).__name__)
                log.error("the store cannot be written now: %s", kind)
                await pause(PAUSE_IN_TROUBLE_S)

    def close(self) -> None:
        """Finish the units that wait, then let go of the database."""
        self._closed = True
        self._units.put(None)
        self._thread.join()
        self.engine.dispose()
        if self._lock is not None:
            self._lock.close()

    def _write(self) -> None:
        with Session(self.engine, autoflush=False) as session:
            session.info[MEMORY] = {}
            while (units := self._waiting()) is not None:
                self._commit(session, units)

    def _waiting(self) -> list[_Unit] | None:
        """The units that wait, at least one; None when the store is closing and nothing waits."""
        first = self._units.get()
        if first is None:
            return None
        units = [first]
        with contextlib.suppress(queue.Empty):
            while len(units) < MOST_UNITS_A_COMMIT:
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
                _attempt(session, unit)
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


def _attempt(session: Session, unit: _Unit) -> None:
    """Run one unit. Raises only when the whole transaction is gone: then no unit of this commit stands."""
    transaction = session.get_transaction()
    execute(session, "SAVEPOINT unit")
    try:
        unit.result = unit.work(session)
        assert not session.new, "a unit of work writes with statements: objects would be written when others are"
    except BaseException as error:  # noqa: BLE001  handed to its caller
        unit.error = error
        session.info[MEMORY].clear()
        session.expunge_all()
    if session.get_transaction() is not transaction:
        raise RuntimeError("a unit of work has ended the transaction that it shares with others")
    if unit.error is not None:
        execute(session, "ROLLBACK TO SAVEPOINT unit")
    execute(session, "RELEASE SAVEPOINT unit")


def _roll_back(session: Session) -> None:
    session.info[MEMORY].clear()
    try:
        session.rollback()
    except Exception:
        log.exception("the connection is given up")
        session.invalidate()


def read_url(text: str) -> sa.URL:
    """The address of a store. Raises StoreUnusable for one that is none; what it says is not repeated (a password)."""
    try:
        url = sa.engine.make_url(text)
        if url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:"):
            return url
        if url.get_backend_name() == "postgresql" and url.get_dialect().import_dbapi():
            return url
    except (ArgumentError, ImportError):
        pass
    raise StoreUnusable(
        "AFTERWORD_STORE_URL is no store that can be used here. Leave it empty for SQLite in AFTERWORD_DATA_DIR, or "
        "write sqlite:///file.db, or postgresql+psycopg://user@host/name where psycopg is installed."
    )


def _engine(url: sa.URL) -> sa.Engine:
    if url.get_backend_name() != "sqlite":
        return sa.create_engine(url, hide_parameters=True)
    engine = sa.create_engine(
        url, poolclass=sa.StaticPool, connect_args={"check_same_thread": False}, hide_parameters=True
    )
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", _begin_immediate)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _record: object) -> None:
    # The driver must not begin transactions by itself: it would begin them late, and two processes
    # that both read first and write afterwards would lose one another's writes without an error.
    connection.isolation_level = None  # sqlite3's own attribute
    cursor = connection.cursor()
    for pragma in ("busy_timeout = 5000", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def only_process(url: sa.URL) -> IO[str]:
    """Lock the data directory for this process and make its files private.

    Raises StoreUnusable when the directory cannot be written or another process holds it.
    """
    path = Path(url.database or "")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.umask(0o077)
        lock = path.with_name(path.name + ".lock").open("w")
    except OSError as error:
        raise StoreUnusable(
            f"The data directory {path.parent} cannot be written ({error.strerror}). "
            "Set AFTERWORD_DATA_DIR to a directory that this user may write."
        ) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        raise StoreUnusable(
            f"Another Afterword is already using {path}. Stop it, or set AFTERWORD_DATA_DIR to another directory."
        ) from error
    _make_private(path)
    return lock


def _make_private(path: Path) -> None:
    """Close files to others that were made before, by a copy for instance; new ones are private by the umask."""
    for file in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
        with contextlib.suppress(OSError):  # not there, or another user's to decide
            file.chmod(0o600)


def explain(error: DatabaseError | OperationalError, url: sa.URL) -> StoreUnusable:
    """The one line an operator gets when the database does not answer at start."""
    text = str(error.orig).casefold()
    shown = url.render_as_string(hide_password=True)
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        fix = "It cannot be written. Give this user write access to it, or set AFTERWORD_DATA_DIR."
    elif "malformed" in text or "not a database" in text:
        fix = "The file is damaged or is no SQLite database. Restore a backup, or move the file away to start empty."
    elif "locked" in text:
        fix = "Another program is writing to it. End that program, or set AFTERWORD_DATA_DIR."
    elif "full" in text:
        fix = "Its disk is full. Make room, or set AFTERWORD_DATA_DIR to another disk."
    else:
        fix = f"The database said: {error.orig}. Check AFTERWORD_STORE_URL."
    return StoreUnusable(f"The store {shown} cannot be used. {fix}")
