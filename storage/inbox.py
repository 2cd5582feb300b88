"""The inbox: updates as Telegram gave them, committed before Telegram is told that we have them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from storage.tables import InboxRow, InboxState

_T: sa.Table = InboxRow.__table__  # type: ignore[attr-defined]

MOST_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Arrived:
    """An update that waits to be applied."""

    update_id: int
    person_id: int
    raw: dict[str, Any]


def admit(session: Session, updates: Iterable[tuple[int, dict[str, Any]]], now: datetime) -> int:
    """Keep (person_id, raw update) pairs; one that is here already is left alone. Returns how many were new."""
    rows = {raw["update_id"]: (person_id, raw) for person_id, raw in updates}
    known = set(session.connection().execute(sa.select(_T.c.update_id).where(_T.c.update_id.in_(rows))).scalars())
    new = [_row(update_id, *rows[update_id], now) for update_id in rows.keys() - known]
    if new:
        session.connection().execute(_T.insert(), sorted(new, key=lambda row: int(row["update_id"])))
    return len(new)


def _row(update_id: int, person_id: int, raw: dict[str, Any], now: datetime) -> dict[str, Any]:
    return {
        "update_id": update_id,
        "person_id": person_id,
        "received_at": now,
        "body": json.dumps(raw),
        "state": InboxState.NEW,
        "attempts": 0,
        "error": None,
    }


def next_updates(session: Session, busy: Collection[int], limit: int) -> list[Arrived]:
    """The oldest new update of each Person who is not busy, those that came first before all."""
    first = (
        sa.select(sa.func.min(_T.c.update_id))
        .where(_T.c.state == InboxState.NEW, _T.c.person_id.not_in(busy))
        .group_by(_T.c.person_id)
        .order_by(sa.func.min(_T.c.update_id))
        .limit(limit)
    )
    query = sa.select(_T.c.update_id, _T.c.person_id, _T.c.body).where(_T.c.update_id.in_(first))
    rows = session.connection().execute(query.order_by(_T.c.update_id))
    return [Arrived(row.update_id, row.person_id, json.loads(row.body)) for row in rows]


_FINISH = (
    _T.update()
    .where(_T.c.update_id == sa.bindparam("number"), _T.c.state == InboxState.NEW)
    .values(state=InboxState.DONE, body=None)
)


def finish(session: Session, update_id: int) -> bool:
    """Mark the update applied and forget its body. False: it was applied before, do nothing with it."""
    return session.connection().execute(_FINISH, {"number": update_id}).rowcount == 1


def failed(session: Session, update_id: int, error: str) -> bool:
    """Count a failed try; `error` is the kind of error, never what the Person wrote. True: set aside for good."""
    this = (_T.c.update_id == update_id) & (_T.c.state == InboxState.NEW)
    before = session.connection().execute(sa.select(_T.c.attempts).where(this)).scalar_one_or_none()
    if before is None:  # applied after all
        return False
    state = InboxState.ASIDE if before + 1 >= MOST_ATTEMPTS else InboxState.NEW
    session.connection().execute(_T.update().where(this), {"attempts": before + 1, "state": state, "error": error})
    return state is InboxState.ASIDE


def counts(session: Session) -> dict[str, int]:
    """How many updates are in each state."""
    query = sa.select(_T.c.state, sa.func.count()).group_by(_T.c.state)
    return {str(state): number for state, number in session.connection().execute(query)}


def is_empty(session: Session) -> bool:
    """Whether nothing waits to be applied."""
    query = sa.select(_T.c.update_id).where(_T.c.state == InboxState.NEW).limit(1)
    return session.connection().execute(query).first() is None
