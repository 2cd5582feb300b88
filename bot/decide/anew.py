"""The draft that stands shown is shown anew when what it says has been put right."""

from __future__ import annotations

from bot.coaching.drafts import Style
from bot.coaching.letters import made
from bot.decide.shown import can_be_made, extras_shown, show
from bot.learn.ledger import Ledger
from bot.learn.reported import shown_last

OF_ITS_OWN = frozenset(
    {"ask_draft", "change_draft", "show_draft", "check_text", "sent", "undo", "wrong", "drop_line", "take_back"}
)
"""Acts that show a draft themselves, or after which none is waited for."""


def after(ledger: Ledger) -> None:
    """Show it once more, with the right day, where the message has put right a fact that stands in it."""
    shown = shown_last(ledger)
    if shown is None or "correct" not in ledger.done or OF_ITS_OWN & set(ledger.done):
        return
    opportunity, name = shown
    was = next((one for one in ledger.before.opportunities if one.id == opportunity.id), None)
    if was is None or not can_be_made(ledger, opportunity, name):
        return
    extras = extras_shown(ledger)
    before = made(ledger.before, was, ledger.now, name, Style.PLAIN, **extras)
    if made(ledger.known, opportunity, ledger.now, name, Style.PLAIN, **extras) != before:
        show(ledger, opportunity, name, Style.PLAIN, extras)
