"""What repeats over the Person's interviews, with its numbers; too few interviews make no pattern."""

from __future__ import annotations

from collections.abc import Callable

from bot.coaching.repeats import told
from bot.hear.act import Act
from bot.learn.ledger import Ledger


def ask_progress(ledger: Ledger, _act: Act) -> None:
    """Everything that can be said by now."""
    ledger.tell(told(ledger.known, ledger.now))


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"ask_progress": ask_progress}
