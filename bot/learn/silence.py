"""The way back for an employer of whom nothing was to be said unasked."""

from __future__ import annotations

from bot.learn.ledger import Ledger
from storage.facts import Opportunity


def speak_again(ledger: Ledger, opportunity: Opportunity) -> None:
    """It is spoken of again."""
    ledger.change(opportunity, muted=False, muted_until=None)
    ledger.keep("kept.unmute", employer=opportunity.employer)
