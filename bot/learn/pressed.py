"""What an act is about, whether it was typed or pressed; a button whose matter is finished is told so."""

from __future__ import annotations

from bot.hear.act import Act, By
from bot.learn.ledger import Ledger, Stale
from bot.learn.plan import placed
from bot.learn.which import POINTED, interview_for, opportunity_for
from storage.facts import Interview, Opportunity

ONCE = frozenset(
    {
        *("sent.thank_you", "sent.follow_up", "sent.reply", "sent.linkedin"),
        *("did.debrief", "did.offer_deadline", "did.logistics", "did.keep_in_touch", "did.withdraw"),
        *("told.withdraw", "heard"),
    }
)
"""Buttons that act once, and not after something more was sent."""
EVEN_CLOSED = frozenset({"sent.linkedin", "did.keep_in_touch"})
"""Buttons about something that may go to an employer who was let go of."""
OF_THE_MENU = "ev."


def about(ledger: Ledger, act: Act) -> Opportunity | None:
    """The Opportunity that an act is about; None: the Person is asked which one. A button is checked and marked."""
    opportunity = opportunity_for(ledger, act)
    if act.by is By.BUTTON:
        if opportunity is not None and act.row and _is_old(ledger, act, opportunity):
            raise Stale
        ledger.mark(act.verb)
    return opportunity


def _is_old(ledger: Ledger, act: Act, opportunity: Opportunity) -> bool:
    if opportunity.closed_at is not None and act.verb not in EVEN_CLOSED:
        return True
    if act.verb.startswith(OF_THE_MENU):
        return act.version != page(ledger, opportunity)
    return act.verb in ONCE and act.version != ledger.contacts_sent(opportunity)


def page(ledger: Ledger, opportunity: Opportunity) -> int:
    """Grows with everything that is kept: a menu of what may have happened is an old one after that."""
    events = [event.id for event in ledger.events_of(opportunity)]
    contacts = [contact.id for contact in ledger.known.contacts if contact.opportunity_id == opportunity.id]
    return max((*events, *contacts), default=0)


def talk(ledger: Ledger, act: Act, question: str, field: str) -> Interview | None:
    """The talk that an answer is about: the one of the button, else the latest; None: at whom is asked.

    A button is spent once the answer is known, unless the question is being asked again.
    """
    if act.by is By.BUTTON:
        interview = ledger.found(Interview, act.row)
        if interview.cancelled or (getattr(interview, field) is not None and not _asks(ledger, question, interview)):
            raise Stale
        ledger.mark(act.verb)
        ledger.speak_of(ledger.opportunity_of(interview))
        return interview
    return told_of(ledger, act)


def told_of(ledger: Ledger, act: Act) -> Interview | None:
    """The talk that is meant by what was typed: the latest that is over."""
    opportunity = opportunity_for(ledger, act)
    return None if opportunity is None else placed(ledger, interview_for(ledger, act, opportunity))


def _asks(ledger: Ledger, question: str, interview: Interview) -> bool:
    person = ledger.before.person
    return (person.asking, person.asking_about) == (question, interview.id)


def is_pointed(act: Act) -> bool:
    """Whether it says by its row what it is about."""
    return act.by in POINTED and act.row > 0


def also(ledger: Ledger, *names: str) -> bool:
    """Whether the same message holds an act of one of these names."""
    return any(act.name in names for act in ledger.acts)
