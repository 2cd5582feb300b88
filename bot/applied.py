"""What came of one update."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.coaching.lettering.brief import Brief
from storage.inbox import Arrived
from storage.outbox import Claimed
from storage.values import dataclass


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
