"""One word of the courier with the store: what was sent, for what is next."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session

from bot.line import staleness
from storage import outbox
from storage.outbox import Accepted, Claimed
from storage.pacing import Bulk


def exchange(
    session: Session, accepted: list[Accepted], now: datetime, *, busy_chats: Collection[int], free: int, bulk: Bulk
) -> tuple[list[Claimed], dict[int, str], datetime | None]:
    """Mark what was sent, and claim what is next; nudges that are due no more are dropped, with the reason by row.

    Where there is nothing to claim: the next moment at which there may be.
    """
    outbox.sent_all(session, accepted)
    rows = outbox.claim(session, now, busy_chats, free, bulk) if free > 0 else []
    stale = staleness.weed(session, rows, now)
    return [row for row in rows if row.id not in stale], stale, None if rows else outbox.next_moment(session)
