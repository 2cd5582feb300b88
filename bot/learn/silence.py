"""Whether nothing is said unasked about an employer, and the way back."""

from __future__ import annotations

from datetime import datetime

from bot.learn.ledger import Ledger
from storage.facts import Opportunity


def is_muted(opportunity: Opportunity, now: datetime) -> bool:
    """Whether nothing is said unasked about it."""
    return opportunity.muted or (opportunity.muted_until is not None and now < opportunity.muted_until)


def speak_again(ledger: Ledger, opportunity: Opportunity) -> None:
    """It is spoken of again."""
    ledger.change(opportunity, muted=False, muted_until=None)
    ledger.keep("kept.unmute", employer=opportunity.employer)
