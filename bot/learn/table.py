"""The acts that change facts, and what each changes: one function an act."""

from __future__ import annotations

from collections.abc import Callable

from bot.hear.act import Act
from bot.learn import (
    agencies,
    circumstances,
    contacts,
    denying,
    going,
    interviews,
    promises,
    reaching,
    standing,
    waiting,
    whose,
    wishes,
)
from bot.learn.ledger import Ledger

TABLE: dict[str, Callable[[Ledger, Act], None]] = {
    **interviews.ACTS,
    **going.ACTS,
    **waiting.ACTS,
    **contacts.ACTS,
    **denying.ACTS,
    **whose.ACTS,
    **promises.ACTS,
    **reaching.ACTS,
    **standing.ACTS,
    **circumstances.ACTS,
    **agencies.ACTS,
    **wishes.ACTS,
}
