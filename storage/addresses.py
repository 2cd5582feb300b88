"""Which database is meant: the address of a store, and how it is shown."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError


class StoreUnusable(Exception):  # noqa: N818  it is said to a person: "the store is unusable because …"
    """The store cannot be opened; the text names the setting and the fix."""


def read_url(text: str) -> sa.URL:
    """The address of a store. Raises StoreUnusable for one that is none; what it says is not repeated (a password)."""
    try:
        url = sa.engine.make_url(text)
        if url.drivername in ("sqlite", "sqlite+pysqlite") and _is_file(url):
            return url
        if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
            if text.count("@") > 1:  # one in the password: what stands behind it would be shown as host or database
                raise StoreUnusable(_MISSHAPEN)
            url = url.set(drivername="postgresql+psycopg")
            url.get_dialect().import_dbapi()
            return url
    except ValueError:  # the port, which may be a piece of a password
        raise StoreUnusable(_MISSHAPEN) from None
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
