"""How the database is met: connections, the lock of the one process, what is refused at the start."""

from __future__ import annotations

import contextlib
import fcntl
import os
from pathlib import Path
from typing import IO

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection

from storage.addresses import StoreUnusable, read_url, shown
from storage.troubles import (
    DAMAGED,
    IN_USE,
    NO_RIGHTS,
    NOT_WRITABLE,
    READ_ONLY,
    explain,
    is_for_good,
    passes,
    unusable,
)

__all__ = [
    "BEGIN",
    "BUSY_MS",
    "CONNECTIONS",
    "IN_USE",
    "LOOKED_THROUGH",
    "NOT_WRITABLE",
    "StoreUnusable",
    "explain",
    "is_for_good",
    "is_taken",
    "make_engine",
    "make_reader",
    "only_process",
    "passes",
    "read_url",
    "shown",
    "unusable",
]

CONNECTIONS = 4
"""Units of work that a process runs side by side on PostgreSQL; on SQLite there is one writer anyway."""
LOOKED_THROUGH = 16 * 1024 * 1024
"""Bytes. A SQLite file up to this size is looked through at the start, in about a tenth of a second."""
BUSY_MS = 1000
"""How long SQLite waits for another program that is writing; the event loop waits with it. Then it is tried again."""
BEGIN = "BEGIN IMMEDIATE"
"""How a transaction begins on SQLite: two that both read first and write afterwards could not both go on."""
# A server that has vanished without a word is noticed within about twenty seconds.
_WATCHFUL = {
    "client_encoding": "utf8",
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}


def make_engine(url: sa.URL) -> sa.Engine:
    """How the database is met. What it is given does not appear in its errors.

    The first connection raises StoreUnusable when nothing can be kept there, or the file is damaged.
    """
    if url.get_backend_name() != "sqlite":
        engine = sa.create_engine(url, hide_parameters=True, pool_size=CONNECTIONS + 1, connect_args=_WATCHFUL)
        sa.event.listen(engine, "first_connect", lambda connection, _record: _need_rights(connection, url))
        return engine
    engine = sa.create_engine(
        url, poolclass=sa.StaticPool, connect_args={"check_same_thread": False}, hide_parameters=True
    )
    sa.event.listen(engine, "connect", lambda connection, _record: _prepare_sqlite(connection, url))
    sa.event.listen(engine, "begin", _begin_immediate)
    return engine


def make_reader(url: sa.URL) -> sa.Engine:
    """An engine to look with, beside a bot that runs: it changes nothing."""
    if url.get_backend_name() != "sqlite":
        return make_engine(url)
    engine = sa.create_engine(url, hide_parameters=True)
    sa.event.listen(engine, "connect", lambda connection, _record: _look_through(connection, url))
    return engine


_RIGHTS = """
    SELECT current_setting('server_encoding') = 'UTF8',
           current_setting('transaction_read_only') = 'off',
           coalesce(has_table_privilege(to_regclass('inbox'), 'INSERT'), true)
"""


def _need_rights(connection: DBAPIConnection, url: sa.URL) -> None:
    """Refuse at the start what would never work. Later a database may well be read-only for a while: a failover."""
    cursor = connection.cursor()
    cursor.execute(_RIGHTS)
    holds_every_letter, may_be_written, may_write = cursor.fetchone() or (True, True, True)
    cursor.close()
    connection.rollback()
    if not holds_every_letter:
        raise unusable(url, "It cannot hold every letter. Make a database with ENCODING 'UTF8' and name that one.")
    if not may_be_written:
        raise unusable(url, READ_ONLY)
    if not may_write:
        raise unusable(url, NO_RIGHTS)


def _prepare_sqlite(connection: DBAPIConnection, url: sa.URL) -> None:
    # The driver must not begin transactions by itself: it would begin them late, and two processes
    # that both read first and write afterwards would lose one another's writes without an error.
    connection.isolation_level = None  # sqlite3's own attribute
    cursor = connection.cursor()
    for pragma in (f"busy_timeout = {BUSY_MS}", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
    _look_through(connection, url)


def _look_through(connection: DBAPIConnection, url: sa.URL) -> None:
    """Refuse a damaged file. Of a large one only what is read later shows that it is."""
    cursor = connection.cursor()
    cursor.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    size = (cursor.fetchone() or (0,))[0]
    if size <= LOOKED_THROUGH:
        cursor.execute("PRAGMA quick_check(1)")
        if cursor.fetchone() != ("ok",):
            raise unusable(url, DAMAGED)
    cursor.close()


def _begin_immediate(connection: sa.Connection) -> None:
    connection.exec_driver_sql(BEGIN)


def only_process(url: sa.URL) -> IO[str]:
    """Lock the data directory for this process and make its files private.

    Raises StoreUnusable when the file or its directory cannot be written or another process holds it.
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
    if path.exists() and not os.access(path, os.W_OK):  # SQLite itself would only tell at the first write
        lock.close()
        raise unusable(url, NOT_WRITABLE)
    return lock


def is_taken(url: sa.URL) -> bool | None:
    """Whether a process has the store of this machine open for itself; None where that cannot be told."""
    path = Path(url.database or "")
    if url.get_backend_name() != "sqlite":
        return None
    try:
        with path.with_name(path.name + ".lock").open() as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False if not path.exists() else None
    return False


def _make_private(path: Path) -> None:
    """Close files to others that were made before, by a copy for instance; new ones are private by the umask."""
    for file in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
        with contextlib.suppress(OSError):  # not there, or another user's to decide
            file.chmod(file.stat().st_mode & 0o700)
