"""What is done with and old: applied updates and sent calls are deleted, a few at a time.

Calls that are never to be repeated stay for as long as the Person does: their key is what forbids it. So do updates
that were set aside, which wait for a human.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from storage.statements import Statement
from storage.tables import InboxRow, InboxState, OutboxRow, OutboxState

KEPT_FOR = timedelta(days=7)
"""Telegram repeats an update for a day at most."""
AT_ONCE = 500

_I: sa.Table = InboxRow.__table__  # type: ignore[attr-defined]
_O: sa.Table = OutboxRow.__table__  # type: ignore[attr-defined]
_IS_OVER = (_O.c.state == OutboxState.SENT) | (_O.c.state == OutboxState.DROPPED)


class _Sweep:
    """One way through a table, by number."""

    def __init__(self, number: sa.Column[Any], made_at: sa.Column[Any], is_over: sa.ColumnElement[bool]) -> None:
        after = sa.select(number, made_at, is_over.label("is_over")).where(number > sa.bindparam("after"))
        self._look = Statement(after.order_by(number).limit(AT_ONCE))
        self._remove = Statement(sa.delete(number.table).where(number == sa.bindparam("number")))

    def step(self, session: Session, after: int, now: datetime) -> int | None:
        """Look at the next few rows after this one. The last one looked at; None at the end of the table."""
        rows = self._look.rows(session, {"after": after})
        old = [number for number, made_at, is_over in rows if is_over and made_at < now - KEPT_FOR]
        self._remove.many(session, [{"number": number} for number in old])
        return rows[-1][0] if len(rows) == AT_ONCE else None


_INBOX = _Sweep(_I.c.update_id, _I.c.received_at, _I.c.state == InboxState.DONE)
_OUTBOX = _Sweep(_O.c.id, _O.c.created_at, _IS_OVER & _O.c.once.is_(None))
BEGINNING = -1
"""Before all numbers."""


def tidy_inbox(session: Session, after: int, now: datetime) -> int | None:
    """Delete what was applied more than KEPT_FOR ago among the next AT_ONCE updates; from where to go on, or None."""
    return _INBOX.step(session, after, now)


def tidy_outbox(session: Session, after: int, now: datetime) -> int | None:
    """The same for calls that were sent or dropped."""
    return _OUTBOX.step(session, after, now)
