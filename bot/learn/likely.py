"""Which employer an act fits that names none, by what is known: what is waited for, what has no clock time yet."""

from __future__ import annotations

from datetime import datetime

from bot.hear.act import Act
from bot.learn.ledger import Ledger
from scheduler import nudges
from storage.facts import Opportunity

NEWS = frozenset(
    {
        *("rejected", "offer", "invited", "accepted", "declined", "withdrew", "position_gone", "reopened"),
        *("window_moved", "paused", "heard", "scheduling", "call_planned", "no_answer_given_up", "feedback"),
        *("interview_moved", "interview_called_off"),
    }
)
"""What must not land on the wrong one: with several open and no name in the text, it is asked."""
AFTER_AN_END = frozenset({"reopened", "feedback", "heard"})
"""What may come from one that said no, too."""


def waited_for(ledger: Ledger, act: Act) -> tuple[Opportunity, ...]:
    """Those that it may be about: news from where nothing has ended, as long as something is waited for there."""
    ours = ledger.open_opportunities
    running = tuple(o for o in ours if not nudges.has_ended(ledger.known, o))
    return running if running and act.name in NEWS - AFTER_AN_END else ours


def without_a_clock(ledger: Ledger, act: Act) -> Opportunity | None:
    """A clock time is that of the one talk on its day of which none is known."""
    start = act.get("start") if act.name == "interview" else None
    if not isinstance(start, datetime):
        return None
    day = start.astimezone(ledger.zone).date()
    ours = {o.id for o in ledger.open_opportunities}
    talks = [i for i in ledger.known.interviews if i.opportunity_id in ours and not i.cancelled]
    fit = [i for i in talks if not i.start_known and i.day_known and i.start.astimezone(ledger.zone).date() == day]
    return ledger.opportunity_of(fit[0]) if len(fit) == 1 else None
