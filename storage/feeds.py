"""Feeds whose time has come: the only SQL about them, for they are facts of a Person in all else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from storage.tables import FeedRow, PersonRow

_T: sa.Table = FeedRow.__table__  # type: ignore[attr-defined]
_P: sa.Table = PersonRow.__table__  # type: ignore[attr-defined]

LEASE = timedelta(minutes=5)
"""A feed whose watcher died is looked at again after that."""


@dataclass(frozen=True, slots=True)
class Due:
    """A feed to be looked at by whoever claimed it."""

    person_id: int
    id: int
    host: str
    sealed: str
    etag: str | None
    modified: str | None


def claim(session: Session, now: datetime, limit: int) -> list[Due]:
    """Take up to `limit` feeds that are due, the longest waiting first; others leave them alone until `now` + LEASE.

    Whoever has blocked the bot is not looked at.
    """
    here = sa.select(_P.c.id).where(_P.c.id == _T.c.person_id, _P.c.blocked.is_(False)).exists()
    columns = (_T.c.person_id, _T.c.id, _T.c.host, _T.c.sealed, _T.c.etag, _T.c.modified)
    query = sa.select(*columns).where(_T.c.look_at <= now, here).order_by(_T.c.look_at).limit(limit)
    query = query.with_for_update(skip_locked=True)  # those that another process is just claiming are left to it
    rows = session.connection().execute(query).all()
    for row in rows:
        put_off(session, row.person_id, row.id, now + LEASE)
    return [Due(*row) for row in rows]


def put_off(session: Session, person_id: int, feed_id: int, look_at: datetime) -> None:
    """Look at a feed at `look_at` (UTC); nothing else about it changes."""
    values: dict[str, Any] = {"look_at": look_at}
    session.connection().execute(_T.update().where(_T.c.person_id == person_id, _T.c.id == feed_id), values)


def next_look(session: Session) -> datetime | None:
    """The earliest moment at which a feed is due; None when nobody has one."""
    here = sa.select(_P.c.id).where(_P.c.id == _T.c.person_id, _P.c.blocked.is_(False)).exists()
    query = sa.select(_T.c.look_at).where(here).order_by(_T.c.look_at).limit(1)
    return session.connection().execute(query).scalar_one_or_none()
