"""Whose store it is: people who talk to one bot cannot be written to by another, so another one is refused."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert  # SQLite says it in the same words

from storage.addresses import StoreUnusable, shown
from storage.tables import BotRow

_B: sa.Table = BotRow.__table__  # type: ignore[attr-defined]


def number_of(token: str) -> int:
    """Telegram's number of the bot, as it stands in its token."""
    return int(token.partition(":")[0])


def owner(connection: sa.Connection) -> int | None:
    """The number of the bot whose store it is; None where it has none yet."""
    found: int | None = connection.execute(sa.select(_B.c.number)).scalar_one_or_none()
    return found


def claim(engine: sa.Engine, number: int, now: datetime) -> None:
    """Keep the bot's number in a store that has none. Raises StoreUnusable where it is another bot's."""
    with engine.begin() as connection:
        found = owner(connection)
        if found is None:
            connection.execute(insert(_B).values(one=1, number=number, since=now).on_conflict_do_nothing())
            found = owner(connection)  # another process may have been quicker
    if found != number:
        raise StoreUnusable(another(engine.url, found))


def another(url: sa.URL, found: int | None) -> str:
    """The line for whoever starts another bot on it."""
    return (
        f"The store {shown(url)} belongs to the bot {found}, and AFTERWORD_TOKEN is another bot's. Set "
        "AFTERWORD_TOKEN to one of that bot, or name another store with AFTERWORD_DATA_DIR or AFTERWORD_STORE_URL."
    )
