"""What the nudges have in common: the button under them, and the row each one is about."""

from __future__ import annotations

from collections.abc import Callable

from bot.learn.ledger import Ledger, Part
from bot.words.named import Press
from scheduler.nudges import Plan
from storage.facts import Event, Interview, Opportunity, Promise

Say = Callable[[Ledger, Opportunity, Plan], Part]


def opportunity_of(ledger: Ledger, planned: Plan) -> Opportunity:
    """The Opportunity that a nudge is about."""
    opportunity = ledger.find(Opportunity, planned.opportunity_id)
    assert opportunity is not None, "this nudge is about an Opportunity that is known"
    return opportunity


def interview_of(ledger: Ledger, planned: Plan) -> Interview:
    """The Interview that a nudge is about."""
    interview = ledger.find(Interview, planned.subject)
    assert interview is not None, "this nudge is about an Interview that is known"
    return interview


def promise_of(ledger: Ledger, planned: Plan) -> Promise:
    """The Promise that a nudge is about."""
    promise = ledger.find(Promise, planned.subject)
    assert promise is not None, "this nudge is about a Promise that is known"
    return promise


def event_of(ledger: Ledger, planned: Plan) -> Event:
    """The Event that a nudge is about."""
    event = ledger.find(Event, planned.subject)
    assert event is not None, "this nudge is about an Event that is known"
    return event


def later(ledger: Ledger) -> Press:
    """ "Later", for the nudge that is being said: its row is that of the Nudged."""
    return Press("snooze", ledger.known.nudged[-1].id)


def line_of(row: int, *verbs: str) -> tuple[Press, ...]:
    """Buttons about one row, side by side."""
    return tuple(Press(verb, row) for verb in verbs)
