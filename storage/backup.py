"""A consistent copy of the SQLite store while the bot runs, and back again."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError

from storage.engine import StoreUnusable, explain, make_engine, only_process, read_url
from storage.migrate import HEAD, migrate
from storage.tables import METADATA

COUNTED = ("person", "opportunity", "interview", "contact", "note", "inbox", "outbox")
"""The tables whose rows are told after a copy was put back."""
BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a file that is in use."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of a restore."""

    before: Path | None
    """Where the store is kept that was there before; None: there was none."""
    found: str
    """The schema of the copy, before it was brought up to date."""
    rows: dict[str, int]
    """How many rows each of COUNTED has now."""


def backup(url: str, target: Path) -> None:
    """Copy the store to `target`, readable by this user alone. Raises StoreUnusable; an older file there is kept."""
    source = _file_of(read_url(url))
    if not source.exists():
        raise StoreUnusable(f"There is no store at {source} yet. Set AFTERWORD_DATA_DIR to where the bot keeps it.")
    if target.exists():
        raise StoreUnusable(f"{target} exists already. Name a file that does not.")
    _copy(source, target, may_change=True)


def restore(url: str, source: Path, now: datetime) -> Restored:
    """Put the copy `source` in the place of the store, in today's schema; the store before it is kept, named by `now`.

    Raises StoreUnusable, and nothing has changed: when a bot is running on the store, `source` is no sound copy of a
    store of this release or an older one, or the disk is full. Updates that came in after the copy was made do not come
    again from Telegram; nudges sent since then may be sent once more.
    """
    parsed = read_url(url)
    target = _file_of(parsed)
    found = _look(source)
    with only_process(parsed):
        fresh = target.with_name(target.name + ".restored")
        _remove(fresh)
        try:
            _copy(source, fresh)
            rows = _bring_up(fresh)
            before = _keep(target, now)
            os.replace(fresh, target)
        except OSError as error:
            raise StoreUnusable(f"{source} cannot be put in the place of {target} ({error.strerror}).") from error
        finally:
            _remove(fresh)
        return Restored(before, found, rows)


def _look(source: Path) -> str:
    """The schema of a copy. Raises StoreUnusable for what is none, or was made by a newer release."""
    if not source.is_file():
        raise StoreUnusable(f"There is no file {source}.")
    try:
        with _reading(source) as copy:
            names = {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            version = copy.execute("SELECT version_num FROM alembic_version").fetchone() if _is_ours(names) else None
    except sqlite3.DatabaseError as error:
        raise StoreUnusable(f"{source} cannot be read as a copy of a store: {error}. Nothing was changed.") from error
    if version is None:
        raise StoreUnusable(f"{source} is no copy of a store of Afterword. Nothing was changed.")
    if version[0] > HEAD:
        raise StoreUnusable(
            f"{source} was written by a newer Afterword (its schema is {version[0]}, this release knows {HEAD}). "
            "Install the newer release. Nothing was changed."
        )
    return str(version[0])


def _is_ours(tables: set[str]) -> bool:
    """Every release has these."""
    return {"alembic_version", "person", "opportunity", "interview", "inbox", "outbox"} <= tables


def _bring_up(fresh: Path) -> dict[str, int]:
    """Bring a copy to the schema of this release; how many rows it has."""
    url = sa.URL.create("sqlite", database=str(fresh))
    engine = make_engine(url)
    try:
        migrate(engine)
        with engine.connect() as connection:
            tables = [METADATA.tables[name] for name in COUNTED]
            return {
                table.name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
                for table in tables
            }
    except DatabaseError as error:
        raise explain(error, url) from error
    finally:
        engine.dispose()


def _keep(target: Path, now: datetime) -> Path | None:
    """Keep the store under another name, as it is, damaged or whole. It stays in its place as well until the copy
    takes that: whoever is killed in between has one or the other."""
    if not target.exists():
        return None
    with contextlib.suppress(sqlite3.DatabaseError), contextlib.closing(sqlite3.connect(target)) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # so that all of it stands in one file
    kept = _free_name(target.with_name(f"{target.name}.before-restore-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"))
    try:
        os.link(target, kept)
    except OSError:  # no file system for links
        shutil.copy2(target, kept)
    for end in BESIDE:  # still there where the file is damaged
        with contextlib.suppress(FileNotFoundError):
            os.replace(target.with_name(target.name + end), kept.with_name(kept.name + end))
    return kept


def _free_name(path: Path) -> Path:
    """This name, or with a number behind it the first that nothing has."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free


def _remove(path: Path) -> None:
    for end in ("", *BESIDE):
        path.with_name(path.name + end).unlink(missing_ok=True)


@contextlib.contextmanager
def _reading(path: Path, *, may_change: bool = False) -> Iterator[sqlite3.Connection]:
    """A file to read from. A copy that nobody writes to may lie where SQLite can put nothing beside it."""
    lies_still = not (may_change or path.with_name(path.name + "-wal").exists())
    kind = "mode=ro&immutable=1" if lies_still else "mode=ro"
    with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?{kind}", uri=True)) as connection:
        yield connection


def _copy(source: Path, target: Path, *, may_change: bool = False) -> None:
    try:
        descriptor = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        os.close(descriptor)
        with _reading(source, may_change=may_change) as old, contextlib.closing(sqlite3.connect(target)) as new:
            old.backup(new)
            found = new.execute("PRAGMA integrity_check").fetchone()[0]
    except (sqlite3.DatabaseError, OSError) as error:
        _remove(target)
        raise StoreUnusable(f"{source} cannot be copied to {target}: {error}.") from error
    if found != "ok":
        _remove(target)
        raise StoreUnusable(f"{source} is damaged, so it was not copied. Use another copy.")


def _file_of(url: sa.URL) -> Path:
    if url.get_backend_name() != "sqlite":
        raise StoreUnusable("Only a SQLite store is copied here. For PostgreSQL use pg_dump and pg_restore.")
    return Path(url.database or "")
