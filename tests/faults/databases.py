"""Databases of a test's own, beside the one that all tests share."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from storage.engine import read_url


@contextmanager
def databases(
    postgres_url: str, number: int, prepare: Callable[[str], None] = lambda _url: None
) -> Iterator[list[str]]:
    """So many databases on that server, the first as `prepare` makes it and the others like it; gone afterwards."""
    server = sa.create_engine(read_url(postgres_url), isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    names = [f"spare{secrets.token_hex(4)}" for _ in range(number)]
    urls = [server.url.set(database=name).render_as_string(hide_password=False) for name in names]
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {names[0]}")
        prepare(urls[0])
        for name in names[1:]:
            connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {names[0]}")
    yield urls
    with server.connect() as connection:
        for name in names:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def bare(store_url: str, folder: Path) -> Iterator[str]:
    """The address of a store of the same kind in which there is nothing yet, not even tables."""
    if store_url.startswith("sqlite"):
        yield f"sqlite:///{folder / 'bare.db'}"
        return
    with databases(store_url, 1) as urls:
        yield urls[0]
