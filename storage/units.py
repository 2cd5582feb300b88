"""Units of work: plain functions in transactions, and who runs them.

A unit of work is a synchronous function whose first argument is a session. It runs whole inside one transaction;
nothing can be awaited in it. On SQLite units run in the event loop itself (see `in_the_loop`). On PostgreSQL a few
threads run a unit each, beside those of other processes.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from storage.engine import BEGIN
from storage.known import MEMORY
from storage.statements import CURSOR, execute, is_shared

log = logging.getLogger(__name__)

SAVEPOINT, RELEASE = "SAVEPOINT apart", "RELEASE SAVEPOINT apart"


@dataclass(slots=True)
class Unit:
    """A function that waits for its transaction, and who waits for it."""

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


class InThreads:
    """Runs units in so many threads, each in a transaction of its own."""

    def __init__(self, engine: sa.Engine, memory: dict[int, Any], threads: int) -> None:
        self._engine, self._memory = engine, memory
        self._waiting: queue.SimpleQueue[Unit | None] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=self._run, name="store", daemon=True) for _ in range(threads)]
        for thread in self._threads:
            thread.start()

    def put(self, unit: Unit) -> None:
        """Run it as soon as a thread is free, after those that wait already."""
        self._waiting.put(unit)

    def close(self) -> None:
        """Finish the units that wait."""
        self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def _run(self) -> None:
        with session_on(self._engine, self._memory) as session:
            while (unit := self._waiting.get()) is not None:
                commit(session, [unit])
                with contextlib.suppress(RuntimeError):  # the loop has ended; nobody is waiting any more
                    unit.loop.call_soon_threadsafe(unit.settle)
            self._waiting.put(None)  # for the next thread


def session_on(engine: sa.Engine, memory: dict[int, Any]) -> Session:
    """A session to run units with, which remembers people in `memory`."""
    session = Session(engine, autoflush=False)
    session.info[MEMORY] = memory
    return session


def commit(session: Session, units: list[Unit]) -> None:
    """One transaction for all, a savepoint for each: a unit that fails takes no other with it."""
    if work_off(session, units):
        finish(session, units)


def work_off(session: Session, units: list[Unit]) -> bool:
    """Begin the transaction and run all of them in it. False: it failed as a whole, and each of them has its error."""
    try:
        _begin(session)
        for unit in units:
            _attempt(session, unit, alone=len(units) == 1)
    except BaseException as error:  # noqa: BLE001  handed to every caller, who counts it
        fail(session, units, error)
        return False
    return True


def finish(session: Session, units: list[Unit]) -> None:
    """Commit what they have done."""
    try:
        end(session)
    except BaseException as error:  # noqa: BLE001  handed to every caller, who counts it
        fail(session, units, error)


def fail(session: Session, units: list[Unit], error: BaseException) -> None:
    """The transaction is undone as a whole: each of them has failed."""
    for unit in units:
        unit.error = unit.error or error
    _roll_back(session)


def _begin(session: Session) -> None:
    """On SQLite the session stays open, and BEGIN and COMMIT are said to the driver: SQLAlchemy's own way to begin and
    end a transaction costs fifteen times as much."""
    if CURSOR in session.info:
        execute(session, BEGIN)
    else:
        session.info[CURSOR] = session.connection().connection.cursor()


def end(session: Session) -> None:
    """Commit what was done in the transaction."""
    if is_shared(session):
        session.commit()
        del session.info[CURSOR]
    else:
        execute(session, "COMMIT")


def _attempt(session: Session, unit: Unit, *, alone: bool) -> None:
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


def _work(session: Session, unit: Unit) -> None:
    unit.result = unit.work(session)
    assert not session.new, "a unit of work writes with statements: objects would be written when others are"


def _roll_back(session: Session) -> None:
    session.info[MEMORY].clear()
    session.info.pop(CURSOR, None)
    try:
        session.rollback()
    except Exception:
        log.exception("the connection is given up")
        session.invalidate()
