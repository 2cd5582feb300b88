"""Which draft is meant by what the Person calls it, and by what it is to say."""

from __future__ import annotations

from bot.coaching.drafts import can_say
from bot.coaching.elsewhere import deadline_elsewhere, has_offered
from bot.coaching.letters import QUESTIONS, fitting, reply_to, to_answer
from bot.coaching.own_text import asks_how_it_stands
from bot.hear.act import Act
from bot.learn.ledger import Ledger
from scheduler import nudges
from storage.facts import Event, EventType, Opportunity

OF_KIND = {
    "thank_you": "thank_you",
    "follow_up": "follow_up",
    "feedback": "rejection_thanks",
    "linkedin": "linkedin",
    **{name: name for name in ("decline", "keep_in_touch", "more_time", "offer_received", "deadline")},
    **{name: name for name in ("withdrawal", "acceptance", "rejection_thanks", "document_sent")},
}
"""The draft that is meant by what people call it."""


def named(ledger: Ledger, opportunity: Opportunity, act: Act) -> str:
    """The draft that is meant."""
    kind, points = _of_what_is_told(ledger, opportunity, str(act.get("kind") or "")), str(act.get("mention") or "")
    name = _of_kind(ledger, opportunity, kind)
    return "message" if _is_message(ledger, opportunity, kind, name, points) else name


def _of_what_is_told(ledger: Ledger, opportunity: Opportunity, kind: str) -> str:
    """The kind of a text that the message leaves open, by what else it tells: who has just said yes to one takes leave
    of another, and what has just been promised is what the mail brings."""
    told = {act.name for act in ledger.acts}
    taken = any(event.type is EventType.ACCEPTED for event in ledger.events_of(opportunity))
    if "accepted" in told and not taken and kind in (*OPEN, "acceptance"):
        return "decline"
    return "promised" if "promised" in told and kind in OPEN and nudges.owed(ledger.known, opportunity) else kind


OPEN = ("", "other", "follow_up")
"""Kinds of a text that nobody has named."""


def _is_message(ledger: Ledger, opportunity: Opportunity, kind: str, name: str, points: str) -> bool:
    """Whether a letter is only for the points that were named with it: what would go next is a question how things
    stand, and none was asked for; or there is nothing of theirs to answer."""
    answers = to_answer(ledger.known, opportunity) is not None
    is_open = (kind == "reply" and not answers) or (kind == "other" and name in (*QUESTIONS, "linkedin"))
    return is_open and not asks_how_it_stands(points) and can_say(ledger.known, opportunity, points)


def _of_kind(ledger: Ledger, opportunity: Opportunity, kind: str) -> str:
    if kind == "reply":
        return reply_to(ledger.known, opportunity)
    if kind in ("thank_you", "follow_up", "other") and reply_to(ledger.known, opportunity) == "rejection_thanks":
        return "rejection_thanks"
    if kind == "promised":
        return "promised" if nudges.owed(ledger.known, opportunity) else "document_sent"
    if kind == "other" and (has_deadline(ledger, opportunity) or know_of_offer(ledger, opportunity)):
        return "deadline"
    if kind == "decline" and not has_offered(ledger.known, opportunity):
        return "withdrawal"
    if kind not in OF_KIND and nudges.look_at(ledger.known, opportunity, ledger.now).is_passed_over:
        return "withdrawal"
    return OF_KIND.get(kind) or fitting(ledger.known, opportunity, ledger.now)


def has_deadline(ledger: Ledger, opportunity: Opportunity) -> bool:
    """Whether there is an offer elsewhere with a date that is still ahead; it is never invented (R42)."""
    offers = [e for e in ledger.events_of(opportunity) if e.type is EventType.COMPETING_OFFER]
    return any(offer.deadline and offer.deadline >= ledger.today for offer in offers)


def know_of_offer(ledger: Ledger, opportunity: Opportunity) -> bool:
    """What another employer has offered, with a day, is an offer elsewhere for this one. False: there is none."""
    deadline = deadline_elsewhere(ledger.known, opportunity, ledger.today)
    if deadline is None or has_offered(ledger.known, opportunity):
        return False
    told = [event.deadline for event in ledger.events_of(opportunity) if event.type is EventType.COMPETING_OFFER]
    if deadline not in told:
        kind = EventType.COMPETING_OFFER
        ledger.add(Event, opportunity_id=opportunity.id, type=kind, at=ledger.now, deadline=deadline)
    return True
