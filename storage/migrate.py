"""Bring the store's tables to the shape this release knows, and refuse one that is newer.

Alembic is loaded only when there is something to do: it costs half a second at every start.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from storage.engine import StoreUnusable

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0020"
"""The newest migration; a test holds it to the files."""


def migrate(engine: sa.Engine) -> None:
    """Run what is missing. Raises StoreUnusable when the store was written by a newer release."""
    with engine.begin() as connection:
        found = revision(connection)
    if found == HEAD:
        return
    with _foreign_keys_off(engine), engine.begin() as connection:
        if engine.dialect.name != "sqlite":
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(hashtextextended('migrations', 0))"))
            found = revision(connection)  # another process may have been quicker
        if found != HEAD:
            _upgrade(connection, found)
        _refuse_orphans(connection)


@contextlib.contextmanager
def _foreign_keys_off(engine: sa.Engine) -> Iterator[None]:
    """SQLite changes a table by making it anew; dropping the old one would take along every row that hangs on it.

    The switch works outside of transactions only, so it is made on the driver's own connection.
    """
    if engine.dialect.name != "sqlite":
        yield
        return
    try:
        _watch_foreign_keys(engine, "OFF")
        yield
    finally:
        _watch_foreign_keys(engine, "ON")


def _watch_foreign_keys(engine: sa.Engine, switch: str) -> None:
    connection = engine.raw_connection()
    connection.cursor().execute(f"PRAGMA foreign_keys = {switch}")
    connection.close()


def _refuse_orphans(connection: sa.Connection) -> None:
    """A migration must not leave a row without what it belongs to; SQLite did not watch while it ran."""
    if connection.dialect.name == "sqlite":
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        assert not orphans, f"left without what they belong to: rows of {sorted({row[0] for row in orphans})}"


def revision(connection: sa.Connection) -> str | None:
    """The migration the store is at; None for an empty store."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def config(connection: sa.Connection) -> Config:
    """Alembic's configuration for this connection."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    made.attributes["connection"] = connection
    return made


def _upgrade(connection: sa.Connection, found: str | None) -> None:
    from alembic import command
    from alembic.script import ScriptDirectory

    settings = config(connection)
    known = {script.revision for script in ScriptDirectory.from_config(settings).walk_revisions()}
    if found is not None and found not in known:
        raise StoreUnusable(
            f"The store was written by a newer Afterword (its schema is {found}, this release knows {HEAD}). "
            "Install the newer release, or point AFTERWORD_DATA_DIR or AFTERWORD_STORE_URL at another store."
        )
    command.upgrade(settings, "head")
