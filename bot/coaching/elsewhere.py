"""An offer from one employer seen from another one: the day by which the Person must answer it (R10)."""

from __future__ import annotations

from datetime import date

from scheduler import nudges
from storage.facts import EventType, Known, Opportunity

OFFERS = (EventType.OFFER, EventType.VERBAL_OFFER)


def has_offered(known: Known, opportunity: Opportunity) -> bool:
    """Whether they have offered the job, spoken or on paper."""
    return any(event.type in OFFERS and event.opportunity_id == opportunity.id for event in known.events)


def offered_until(known: Known, opportunity: Opportunity) -> date | None:
    """The day by which their offer is to be answered, if they have named one."""
    offers = [event for event in known.events if event.type in OFFERS and event.opportunity_id == opportunity.id]
    return offers[-1].deadline if offers else None


def is_told_of_elsewhere(known: Known, opportunity: Opportunity) -> bool:
    """Whether they are to hear of an offer elsewhere, or have heard."""
    return any(e.type is EventType.COMPETING_OFFER and e.opportunity_id == opportunity.id for e in known.events)


def deadline_elsewhere(known: Known, opportunity: Opportunity, today: date) -> date | None:
    """The day of a real offer of somebody else's that is still open; the first, if there are several."""
    others = {o.id for o in known.opportunities if o.id != opportunity.id and not nudges.has_ended(known, o)}
    offers = (e for e in known.events if e.type is EventType.OFFER and e.opportunity_id in others)
    return min((e.deadline for e in offers if e.deadline is not None and e.deadline >= today), default=None)
