"""What came of one update, and how what is said goes on its way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.coaching.lettering.brief import Brief
from bot.line.render import render
from bot.turn import Incoming, Message, Saying, Toast
from storage.inbox import Arrived
from storage.outbox import Claimed, Outgoing
from storage.values import dataclass

TOAST_LIVES = timedelta(seconds=150)
"""Telegram forgets a press after that."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of one update."""

    counts: bool = True
    """False: it was applied before, or another process is at it; nothing is changed."""
    brief: Brief | None = None
    """What a model may put into words first: nothing is changed yet."""
    claimed: Sequence[Claimed] = ()
    """What the courier has to send now."""
    are_more: bool = False
    """Whether something was left to be claimed in its turn."""
    wake_at: datetime | None = None
    """When to look at the Person again (UTC)."""
    feeds_changed: bool = False
    following: Arrived | None = None
    """The next update of the same Person."""
    heard: str = ""
    """By what a text was heard, for the figures."""


def outgoing(incoming: Incoming, saying: Saying, now: datetime) -> Outgoing:
    """What is said in answer to an update, as a call to Telegram."""
    call = render(saying, incoming.chat_id)
    expires_at = now + TOAST_LIVES if isinstance(saying, Toast) else None
    return Outgoing(
        person_id=incoming.person_id,
        chat_id=incoming.chat_id,
        method=call.method,
        body=call.body,
        once=saying.once if isinstance(saying, Message) else None,
        expires_at=expires_at,
    )
