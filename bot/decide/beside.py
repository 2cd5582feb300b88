"""What else a message holds: a feeling beside facts is met with one sentence, a greeting beside them with none."""

from __future__ import annotations

from bot.hear.act import Act
from bot.learn.ledger import Ledger

CHAT = frozenset(
    {
        *("worry", "joy", "anger", "thanks", "hello", "bye"),
        *("yes", "no", "skip", "insult", "off_topic", "unclear"),
    }
)
ANSWERED = frozenset({"ask_may_write", "ask_next", "ask_status", "ask_draft", "show_draft", "check_text"})
"""Wishes whose answer says where things stand."""


def is_alone(ledger: Ledger, act: Act) -> bool:
    """Whether the message holds nothing else but chat."""
    return all(other.name in CHAT or other.name == act.name for other in ledger.acts)


def says(ledger: Ledger, *names: str) -> bool:
    """Whether the message holds one of these acts."""
    return any(act.name in names for act in ledger.acts)


def is_answered_elsewhere(ledger: Ledger) -> bool:
    """Whether another answer of this turn says where things stand."""
    return says(ledger, *ANSWERED)
