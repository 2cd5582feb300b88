"""Which employer an act fits that names none, by what is known: what is waited for, what has no clock time yet."""

from __future__ import annotations

from datetime import datetime

from bot.coaching.contact_people import contact_people
from bot.hear.act import Act
from bot.hear.fold import fold, words_of
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
FEWEST_LETTERS = 4
"""Of a name that is hardly another word as well."""
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


def mentioned(ledger: Ledger, act: Act) -> Opportunity | None:
    """The only one of which the words of the act name the agency, or somebody who is known there."""
    known = [(o, names) for o in ledger.open_opportunities if (names := _known_by(ledger, o))]
    if not known:
        return None
    said = {word.text for word in words_of(fold(act.span))}
    ours = [o for o, names in known if said & names]
    return ours[0] if len(ours) == 1 else None


def _known_by(ledger: Ledger, opportunity: Opportunity) -> set[str]:
    wrote = (c.to for c in ledger.known.contacts if c.opportunity_id == opportunity.id)
    met = (name for talk in ledger.interviews_of(opportunity) for name in talk.interviewers)
    told = contact_people(ledger.known, opportunity)
    called = (known_as(name) for name in (opportunity.agency, *wrote, *met, *told) if name)
    return {word for word in called if word}


def known_as(name: str) -> str | None:
    """The word by which somebody of this name is spoken of; None where it could be any word, or there is none."""
    first = next((word.text for word in words_of(fold(name))), "")
    return first if len(first) >= FEWEST_LETTERS else None
