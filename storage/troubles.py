"""What an operator is told when the database does not do what it should, and whether it passes."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError, OperationalError

from storage.addresses import StoreUnusable, shown

NOT_WRITABLE = "It cannot be written. Give this user write access to it, or set AFTERWORD_DATA_DIR."
DAMAGED = "The file is damaged or is no SQLite database. Restore a backup, or move the file away to start empty."
READ_ONLY = "It can be read only. Name a server that can be written in AFTERWORD_STORE_URL."
NO_RIGHTS = "Its user may not write there. Let that user own the database, or name another user in AFTERWORD_STORE_URL."
IN_USE = "It holds tables that this Afterword has not made. Name an empty database."
_FIXES = {
    "SQLITE_READONLY": NOT_WRITABLE,
    "SQLITE_CANTOPEN": NOT_WRITABLE,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_NOTADB": DAMAGED,
    "SQLITE_BUSY": "Another program is writing to it. End that program, or set AFTERWORD_DATA_DIR.",
    "SQLITE_LOCKED": "Another program is writing to it. End that program, or set AFTERWORD_DATA_DIR.",
    "SQLITE_FULL": "Its disk is full. Make room, or set AFTERWORD_DATA_DIR to another disk.",
    "SQLITE_IOERR": "Its disk does not take it: it is full, or failing. Make room, or set AFTERWORD_DATA_DIR.",
    "53100": "The disk of its server is full. Make room there.",
    "25006": READ_ONLY,
    "42501": NO_RIGHTS,
    "42P07": IN_USE,
}
"""By the beginning of SQLite's name for the error, or PostgreSQL's number."""
_FOR_GOOD = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "42501")


def unusable(url: sa.URL, fix: str) -> StoreUnusable:
    """The one line an operator gets."""
    return StoreUnusable(f"The store {shown(url)} cannot be used. {fix}")


def explain(error: DatabaseError, url: sa.URL) -> StoreUnusable:
    """The one line an operator gets when the database does not answer at start."""
    text, fix = " ".join(_told(error).split()).rstrip(".?"), mend(error)
    if fix is None and text.startswith("table ") and text.endswith(" already exists"):  # SQLite has no name for it
        fix = IN_USE
    return unusable(url, fix or f"The database said: {text}. Check AFTERWORD_STORE_URL.")


def mend(error: DatabaseError) -> str | None:
    """What to do about it; None where nothing is known."""
    code = _code(error)
    return next((fix for start, fix in _FIXES.items() if code.startswith(start)), None)


def code_of(error: DatabaseError) -> str:
    """The database's name for it: nothing of what was to be kept is in it."""
    return getattr(error.orig, "sqlite_errorname", None) or type(error.orig).__name__


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
