"""Which database, and how it is met: addresses, connections, the lock of the one process, what an operator is told."""

from __future__ import annotations

import contextlib
import fcntl
import os
from pathlib import Path
from typing import IO

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

CONNECTIONS = 4
"""Units of work that a process runs side by side on PostgreSQL; on SQLite there is one writer anyway."""
# A server that has vanished without a word is noticed within about twenty seconds.
_WATCHFUL = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}


class StoreUnusable(Exception):  # noqa: N818  it is said to a person: "the store is unusable because …"
    """The store cannot be opened; the text names the setting and the fix."""


def read_url(text: str) -> sa.URL:
    """The address of a store. Raises StoreUnusable for one that is none; what it says is not repeated (a password)."""
    try:
        url = sa.engine.make_url(text)
        if url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:"):
            return url
        if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
            url = url.set(drivername="postgresql+psycopg")
            url.get_dialect().import_dbapi()
            return url
    except (ArgumentError, ImportError):
        pass
    raise StoreUnusable(
        "AFTERWORD_STORE_URL is no store that can be used here. Leave it empty for SQLite in AFTERWORD_DATA_DIR, or "
        "write sqlite:///file.db, or postgresql+psycopg://user@host/name where psycopg is installed."
    )


def make_engine(url: sa.URL) -> sa.Engine:
    """How the database is met. What it is given does not appear in its errors."""
    if url.get_backend_name() != "sqlite":
        return sa.create_engine(url, hide_parameters=True, pool_size=CONNECTIONS + 1, connect_args=_WATCHFUL)
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
        fix = f"The database said: {' '.join(str(error.orig).split())}. Check AFTERWORD_STORE_URL."
    return StoreUnusable(f"The store {shown} cannot be used. {fix}")


# What a database on this machine says when it may be well again in a moment.
_PASSING = (
    "SQLITE_BUSY",
    "SQLITE_LOCKED",
    "SQLITE_FULL",
    "SQLITE_IOERR",
    "SQLITE_CANTOPEN",
    "SQLITE_READONLY",
    "SQLITE_NOMEM",
    "SQLITE_PROTOCOL",
)
_READ_ONLY = "25006"
"""A standby answers so until it takes over."""


def passes(error: DatabaseError) -> bool:
    """Whether the same unit of work may succeed a little later: nothing is wrong with it."""
    name = getattr(error.orig, "sqlite_errorname", None)
    if name is not None:
        return isinstance(error, OperationalError) and name.startswith(_PASSING)
    return isinstance(error, OperationalError) or getattr(error.orig, "sqlstate", None) == _READ_ONLY
