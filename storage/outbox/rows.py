"""Rows of the outbox: as they are posted, claimed and accepted."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from storage.tables import HoldRow, OutboxRow, OutboxState, in_state
from storage.values import dataclass

OUTBOX: sa.Table = OutboxRow.__table__  # type: ignore[attr-defined]
HOLDS: sa.Table = HoldRow.__table__  # type: ignore[attr-defined]
LIVE = (OutboxState.READY, OutboxState.SENDING)
SENDING = in_state(OUTBOX, OutboxState.SENDING)
READY = in_state(OUTBOX, OutboxState.READY)
READY_AGAIN: dict[str, Any] = {"state": OutboxState.READY, "lease_until": None, "attempts": OUTBOX.c.attempts + 1}
REPLY, NUDGE = 0, 1
LEASE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A call to Telegram to be made."""

    person_id: int
    chat_id: int
    method: str
    body: dict[str, Any]
    lane: int = REPLY
    once: str | None = None
    """Unique per Person: a second row with the same one is not posted."""
    nudge: str | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A row that this courier holds until its lease ends."""

    id: int
    person_id: int
    chat_id: int
    lane: int
    method: str
    body: dict[str, Any]
    once: str | None
    nudge: str | None
    attempts: int
    doubts: int
    """How often it may have been delivered without our knowing."""
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Accepted:
    """A row that Telegram has accepted, when, and as which message; None: it was none."""

    row_id: int
    at: datetime
    message_id: int | None
