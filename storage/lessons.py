"""What was heard wrongly, of all Persons who let it be kept; for the operator, and without whose it was."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError

from storage.engine import StoreUnusable, explain, make_reader, read_url
from storage.migrate import HEAD, revision
from storage.tables import PersonRow
from storage.tables.columns import EMPTY

_P: sa.Table = PersonRow.__table__  # type: ignore[attr-defined]


def everybodys(url: str) -> Iterator[str]:
    """All of them, one JSON object each; nothing is changed. Raises StoreUnusable."""
    parsed = read_url(url)
    engine = make_reader(parsed)
    try:
        with engine.connect() as connection:
            if revision(connection) != HEAD:
                raise StoreUnusable(
                    "The store has another schema than this release. Start the bot once, or `afterword check`."
                )
            for (kept,) in connection.execute(sa.select(_P.c.lessons).where(sa.cast(_P.c.lessons, sa.Text) != EMPTY)):
                yield from kept
    except DatabaseError as error:
        raise explain(error, parsed) from error
    finally:
        engine.dispose()
