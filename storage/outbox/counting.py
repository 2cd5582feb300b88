"""What is on its way, and what went: counts and moments."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session

from storage.outbox.rows import OUTBOX as _T
from storage.outbox.rows import SENDING


def is_sending(session: Session) -> bool:
    """Whether a call is being made at this moment."""
    query = sa.select(_T.c.id).where(SENDING).limit(1)
    return session.connection().execute(query).first() is not None


def counts(session: Session) -> dict[str, int]:
    """How many calls are in each state."""
    query = sa.select(_T.c.state, sa.func.count()).group_by(_T.c.state)
    return {str(state): number for state, number in session.connection().execute(query)}


def nudges_sent(session: Session, since: datetime) -> list[tuple[datetime, int, int, str]]:
    """Nudges that Telegram has accepted at `since` (UTC) or later: when, chat, message, name of the nudge.

    By moment, not by row: of two rows the first may have had to wait longer.
    """
    query = (
        sa.select(_T.c.sent_at, _T.c.chat_id, _T.c.message_id, _T.c.nudge)
        .where(_T.c.sent_at >= since, _T.c.nudge.is_not(None), _T.c.message_id.is_not(None))
        .order_by(_T.c.sent_at, _T.c.id)
    )
    return [(row.sent_at, row.chat_id, row.message_id, row.nudge) for row in session.connection().execute(query)]
