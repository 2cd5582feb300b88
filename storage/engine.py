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


class StoreUnusable(Exception):  # noqa: N818  it is said to a person: "the store is unusable because …"
    """The store cannot be opened; the text names the setting and the fix."""


def read_url(text: str) -> sa.URL:
    """The address of a store. Raises StoreUnusable for one that is none; what it says is not repeated (a password)."""
    try:
        url = sa.engine.make_url(text)
        if url.drivername in ("sqlite", "sqlite+pysqlite") and _is_file(url):
            return url
        if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
            if "@" in (url.host or ""):  # the end of a password
                raise StoreUnusable(_MISSHAPEN)
            url = url.set(drivername="postgresql+psycopg")
            url.get_dialect().import_dbapi()
            return url
    except ValueError as error:  # the port
        raise StoreUnusable(_MISSHAPEN) from error
    except (ArgumentError, ImportError):
        pass
    raise StoreUnusable(
        "AFTERWORD_STORE_URL is no store that can be used here. Leave it empty for SQLite in AFTERWORD_DATA_DIR, or "
        "write sqlite:///file.db, or postgresql+psycopg://user@host/name where psycopg is installed."
    )


_MISSHAPEN = (
    "AFTERWORD_STORE_URL cannot be read. Write postgresql://user:password@host:5432/name, and in the password %40 for "
    "@, %3A for : and %2F for /."
)


def _is_file(url: sa.URL) -> bool:
    """Whether it is a plain file: one in memory is lost, and what SQLite's own addresses ask for is not ours to do."""
    return url.database not in (None, "", ":memory:") and not str(url.database).startswith("file:") and not url.query


def shown(url: sa.URL) -> str:
    """The address without what may be secret: the password, and options, among which it may stand, too."""
    harmless = {name: value for name, value in url.query.items() if name in ("host", "port", "user")}
    return url.set(query=harmless).render_as_string(hide_password=True)


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
        raise unusable(url, _READ_ONLY)
    if not may_write:
        raise unusable(url, _NO_RIGHTS)


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
            raise unusable(url, _DAMAGED)
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


def _make_private(path: Path) -> None:
    """Close files to others that were made before, by a copy for instance; new ones are private by the umask."""
    for file in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
        with contextlib.suppress(OSError):  # not there, or another user's to decide
            file.chmod(file.stat().st_mode & 0o700)


NOT_WRITABLE = "It cannot be written. Give this user write access to it, or set AFTERWORD_DATA_DIR."
_DAMAGED = "The file is damaged or is no SQLite database. Restore a backup, or move the file away to start empty."
_READ_ONLY = "It can be read only. Name a server that can be written in AFTERWORD_STORE_URL."
_NO_RIGHTS = (
    "Its user may not write there. Let that user own the database, or name another user in AFTERWORD_STORE_URL."
)
IN_USE = "It holds tables that this Afterword has not made. Name an empty database."
_FIXES = {
    "SQLITE_READONLY": NOT_WRITABLE,
    "SQLITE_CANTOPEN": NOT_WRITABLE,
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": _DAMAGED,
    "SQLITE_BUSY": "Another program is writing to it. End that program, or set AFTERWORD_DATA_DIR.",
    "SQLITE_LOCKED": "Another program is writing to it. End that program, or set AFTERWORD_DATA_DIR.",
    "SQLITE_FULL": "Its disk is full. Make room, or set AFTERWORD_DATA_DIR to another disk.",
    "25006": _READ_ONLY,
    "42501": _NO_RIGHTS,
    "42P07": IN_USE,
}
"""By the beginning of SQLite's name for the error, or PostgreSQL's number."""
_FOR_GOOD = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "42501")


def unusable(url: sa.URL, fix: str) -> StoreUnusable:
    """The one line an operator gets."""
    return StoreUnusable(f"The store {shown(url)} cannot be used. {fix}")


def explain(error: DatabaseError, url: sa.URL) -> StoreUnusable:
    """The one line an operator gets when the database does not answer at start."""
    code, text = _code(error), " ".join(_told(error).split()).rstrip(".?")
    fix = next((fix for start, fix in _FIXES.items() if code.startswith(start)), None)
    if fix is None and text.startswith("table ") and text.endswith(" already exists"):  # SQLite has no name for it
        fix = IN_USE
    return unusable(url, fix or f"The database said: {text}. Check AFTERWORD_STORE_URL.")


def is_for_good(error: DatabaseError) -> bool:
    """Whether only an operator can mend it: the file is damaged, or rights were taken away."""
    return _code(error).startswith(_FOR_GOOD)


def _code(error: DatabaseError) -> str:
    return getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None) or ""


def _told(error: DatabaseError) -> str:
    """What the database says, without the statement."""
    diagnosis = getattr(error.orig, "diag", None)
    return (diagnosis and diagnosis.message_primary) or str(error.orig)


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
_STANDBY = "25006"
"""A standby answers so until it takes over."""


def passes(error: DatabaseError) -> bool:
    """Whether the same unit of work may succeed a little later: nothing is wrong with it."""
    name = getattr(error.orig, "sqlite_errorname", None)
    if name is not None:
        return isinstance(error, OperationalError) and name.startswith(_PASSING)
    return isinstance(error, OperationalError) or getattr(error.orig, "sqlstate", None) == _STANDBY
