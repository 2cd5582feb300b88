"""Whether somebody who said they don't want it any more has decided to leave: asked before anything follows from it."""

from __future__ import annotations

from bot.decide.debrief_topics import WANTED
from bot.learn.ledger import Ledger
from bot.learn.which import POINTED
from bot.words.named import Press
from scheduler import nudges
from storage.facts import Answer, Interview, Opportunity

VERBS = ("wanted.no", "wanted.unsure", "wanted.yes")


def ask(ledger: Ledger) -> bool:
    """Ask whether that is settled. False: nobody said so just now, or it has ended anyway."""
    if not any(act.name == "wanted" and act.get("value") == "no" and act.by not in POINTED for act in ledger.acts):
        return False
    opportunity = ledger.find(Opportunity, ledger.meant)
    if opportunity is None or nudges.has_ended(ledger.known, opportunity):
        return False
    return _asked_of(ledger, opportunity, ledger.last_over(opportunity))


def _asked_of(ledger: Ledger, opportunity: Opportunity, interview: Interview | None) -> bool:
    if interview is None or interview.still_wanted is not Answer.NO:
        return False
    ledger.ask(WANTED.name, interview.id)
    presses = (tuple(Press(verb, interview.id) for verb in VERBS),)
    ledger.pose("ask.wanted.settled", presses, employer=opportunity.employer)
    return True
