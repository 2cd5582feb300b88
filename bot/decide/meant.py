"""Which employer a question or a wish is about. A question makes no employer that was not known before."""

from __future__ import annotations

from bot.hear.act import Act, By
from bot.learn.called import by_person, named_in
from bot.learn.ledger import Ledger, Stale
from bot.learn.which import opportunity_for, target, wait_for_name
from bot.turn import Kind
from storage.facts import Opportunity


def meant(ledger: Ledger, act: Act) -> Opportunity | None:
    """The one that is meant: by the button, by name, the only one, the one spoken of; None when that is not clear."""
    if act.row:
        opportunity = target(ledger, act)
        ledger.speak_of(opportunity)
        return opportunity
    reader = by_person(ledger, act) if not act.has("about") else None
    if reader is not None:
        ledger.speak_of(reader)
        return reader
    there = named_in(ledger, ledger.incoming.text) if act.by is By.RULES and not act.has("about") else None
    if there is not None and ledger.incoming.kind is Kind.TEXT:
        ledger.speak_of(there)
        return there
    return opportunity_for(ledger, act, new=False) or _closed(ledger, act)


def _closed(ledger: Ledger, act: Act) -> Opportunity | None:
    """With nothing open, a wish is about the one that was spoken of last."""
    if ledger.open_opportunities or act.has("about"):
        return None
    topic = ledger.find(Opportunity, ledger.person.topic)
    return topic or next(reversed(ledger.known.opportunities), None)


def is_asked(ledger: Ledger, act: Act) -> bool:
    """Whether the Person is asked which one of several; what they said waits."""
    if act.has("about") or len(ledger.open_opportunities) < 2:
        return False
    wait_for_name(ledger, act)
    return True


def clear(ledger: Ledger, act: Act) -> Opportunity | None:
    """The one that is meant, when that is clear; nobody who worries is asked which one."""
    ours = ledger.open_opportunities
    named = meant(ledger, act) if act.has("about") else None
    return named or ledger.find(Opportunity, ledger.meant) or (ours[0] if len(ours) == 1 else None)


# Buttons


def fresh(ledger: Ledger, act: Act, opportunity: Opportunity) -> None:
    """A button is an old one once something more was sent. Raises Stale then."""
    if act.by is By.BUTTON and act.version != ledger.contacts_sent(opportunity):
        raise Stale


def once(ledger: Ledger, act: Act) -> Opportunity | None:
    """What a button that acts once is about, with its mark; what a sentence that says the same is about.

    Raises Stale where it was let go of, or something more was sent.
    """
    opportunity = meant(ledger, act)
    if opportunity is None or act.by is not By.BUTTON:
        return opportunity
    fresh(ledger, act, opportunity)
    if opportunity.closed_at is not None:
        raise Stale
    mark(ledger, act)
    return opportunity


def mark(ledger: Ledger, act: Act) -> None:
    """Leave the pressed button alone under its message."""
    if act.by is By.BUTTON and act.verb:
        ledger.mark(act.verb)
