"""A consistent copy of the SQLite store while the bot runs, and back again."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

import sqlalchemy as sa

from storage.engine import StoreUnusable, only_process


def backup(url: str, target: Path) -> None:
    """Copy the store to `target`, readable by this user alone. Raises StoreUnusable; an older file there is kept."""
    source = _file_of(url)
    if not source.exists():
        raise StoreUnusable(f"There is no store at {source} yet. Set AFTERWORD_DATA_DIR to where the bot keeps it.")
    if target.exists():
        raise StoreUnusable(f"{target} exists already. Name a file that does not.")
    _copy(source, target)


def restore(url: str, source: Path) -> Path | None:
    """Put the copy `source` in the place of the store; returns where the store before it was moved to.

    Raises StoreUnusable when a bot is running on the store, or `source` is no sound copy. Updates that came in after
    the copy was made do not come again from Telegram; nudges sent since then may be sent once more.
    """
    target = _file_of(url)
    if not source.exists():
        raise StoreUnusable(f"There is no file {source}.")
    with only_process(sa.engine.make_url(url)):
        fresh = target.with_name(target.name + ".restored")
        fresh.unlink(missing_ok=True)
        _copy(source, fresh)
        kept = None
        if target.exists():
            kept = target.with_name(target.name + ".before-restore")
            _copy_whole(target, kept)
        for leftover in ("-wal", "-shm"):
            target.with_name(target.name + leftover).unlink(missing_ok=True)
        fresh.replace(target)
        return kept


def _copy_whole(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    _copy(source, target)


def _copy(source: Path, target: Path) -> None:
    try:
        descriptor = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        os.close(descriptor)
        with (
            contextlib.closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as old,
            contextlib.closing(sqlite3.connect(target)) as new,
        ):
            old.backup(new)
            found = new.execute("PRAGMA integrity_check").fetchone()[0]
    except (sqlite3.DatabaseError, OSError) as error:
        target.unlink(missing_ok=True)
        raise StoreUnusable(f"{source} cannot be copied to {target}: {error}.") from error
    if found != "ok":
        target.unlink(missing_ok=True)
        raise StoreUnusable(f"{source} is damaged, so it was not copied. Use another copy.")


def _file_of(url: str) -> Path:
    parsed = sa.engine.make_url(url)
    if parsed.get_backend_name() != "sqlite":
        raise StoreUnusable("Only a SQLite store is copied here. For PostgreSQL use pg_dump and pg_restore.")
    return Path(parsed.database or "")
