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
import os
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlmodel import Session

P = ParamSpec("P")
T = TypeVar("T")

MOST_UNITS_A_COMMIT = 64


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
        else:
            self.done.set_exception(self.error)


class Store:
    """The open database. `await store.run(unit, …)` runs a unit of work and returns after its commit."""

    def __init__(self, url: str) -> None:
        self.url = sa.engine.make_url(url)
        self._lock: IO[str] | None = None
        if self.url.get_backend_name() == "sqlite":
            self._lock = _only_process(self.url)
        self.engine = _engine(self.url)
        self._units: queue.SimpleQueue[_Unit | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._write, name="store", daemon=True)
        self._thread.start()

    async def run(self, unit: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `unit(session, …)` in a transaction. Returns after the commit; any error rolls the unit back whole."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()
        self._units.put(_Unit(lambda session: unit(session, *args, **kwargs), done, loop))
        return await done

    def close(self) -> None:
        """Finish the units that wait, then let go of the database."""
        self._units.put(None)
        self._thread.join()
        self.engine.dispose()
        if self._lock is not None:
            self._lock.close()

    def _write(self) -> None:
        with Session(self.engine, expire_on_commit=False) as session:
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
            for unit in units:
                _attempt(session, unit)
            session.commit()
        except BaseException as error:  # noqa: BLE001  handed to every caller, who counts it
            session.rollback()
            for unit in units:
                unit.error = unit.error or error
        loops = {unit.loop: [u for u in units if u.loop is unit.loop] for unit in units}
        for loop, theirs in loops.items():
            with contextlib.suppress(RuntimeError):  # the loop has ended; nobody is waiting any more
                loop.call_soon_threadsafe(_settle_all, theirs)


def _settle_all(units: list[_Unit]) -> None:
    for unit in units:
        unit.settle()


def _attempt(session: Session, unit: _Unit) -> None:
    savepoint = session.begin_nested()
    try:
        unit.result = unit.work(session)
        session.flush()
    except BaseException as error:
        if not savepoint.is_active:  # the whole transaction is gone: no unit of this commit stands
            raise
        savepoint.rollback()
        session.expunge_all()
        unit.error = error
    else:
        savepoint.commit()


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
    connection.isolation_level = None  # type: ignore[attr-defined]  # sqlite3's own attribute
    cursor = connection.cursor()
    for pragma in ("busy_timeout = 5000", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _only_process(url: sa.URL) -> IO[str]:
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
    return lock


def explain(error: DatabaseError | OperationalError, url: sa.URL) -> StoreUnusable:
    """The one line an operator gets when the database does not answer at start."""
    text = str(error.orig).casefold()
    shown = url.render_as_string(hide_password=True)
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        fix = "It cannot be written. Give this user write access to it, or set AFTERWORD_DATA_DIR."
    elif "malformed" in text or "not a database" in text:
        fix = "The file is damaged or is no SQLite database. Restore a backup, or move the file away to start empty."
    else:
        fix = f"The database said: {error.orig}. Check AFTERWORD_STORE_URL."
    return StoreUnusable(f"The store {shown} cannot be used. {fix}")
