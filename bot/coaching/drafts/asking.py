"""Drafts that ask: how things stand, once and once more, and for an answer before a date elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.coaching.drafts import noted
from bot.coaching.drafts.composing import Draft, Facts, Line, Need, Style, letter
from storage.facts import Channel, ContactKind, Event, EventType


def follow_up(facts: Facts) -> Draft:
    """The first status question: the interest, a point of the talk, the question, no reproach (advice 47, R43)."""
    return letter(facts, facts.line("follow_up.subject", role=facts.role), _follow_up(facts))


def _follow_up(facts: Facts) -> Iterator[Line]:
    day = facts.met_on
    if day and facts.style is not Style.SHORTER:
        key = "follow_up.met" if _thanked(facts) else "follow_up.met_thanks"
        yield Line(facts.line(key, day=day, role=facts.role), Need.GOOD)
        yield Line(facts.line("follow_up.interest", employer=facts.employer))
    else:
        yield Line(facts.line("follow_up.interest_role", role=facts.role))
    said, idea = noted.details(facts), noted.idea(facts)
    if said:
        yield Line(facts.line("follow_up.point", detail=said[0].text), Need.GOOD)
    if idea:
        yield Line(facts.line("follow_up.idea", idea=idea), Need.EXTRA)
    yield Line(facts.line("follow_up.question"))
    yield Line(facts.line("follow_up.offer"), Need.EXTRA)


def _thanked(facts: Facts) -> bool:
    """Whether a thank-you has gone; one that has not is folded in (R15)."""
    since = facts.interview.start if facts.interview else None
    return any(
        contact.opportunity_id == facts.opportunity.id
        and contact.kind is ContactKind.THANK_YOU
        and (since is None or contact.at >= since)
        for contact in facts.known.contacts
    )


def second_follow_up(facts: Facts) -> Draft:
    """The second and last one (R23); it names another point of the talk when there is another."""
    return letter(facts, facts.line("follow_up.subject", role=facts.role), _second_follow_up(facts))


def _second_follow_up(facts: Facts) -> Iterator[Line]:
    spoken = facts.channel is Channel.PHONE  # the call has begun with the role
    yield Line(facts.line("second.interest_spoken" if spoken else "second.interest", role=facts.role))
    said = noted.details(facts)[:2]
    if said:
        yield Line(facts.line("second.point", detail=said[-1].text), Need.GOOD)
    yield Line(facts.line("second.question"))
    yield Line(facts.line("second.otherwise"), Need.EXTRA)


def deadline(facts: Facts, *, by: date | None = None) -> Draft:
    """A real offer elsewhere (R10): the fact, its date, the first choice, the question. The other is never named."""
    return letter(facts, facts.line("deadline.subject"), _deadline(facts, by))


def _deadline(facts: Facts, by: date | None) -> Iterator[Line]:
    offer = last_event(facts, EventType.COMPETING_OFFER)
    by = by or (offer.deadline if offer else None)
    if by:
        yield Line(facts.line("deadline.fact", by=facts.day(by)))
        yield Line(facts.line("deadline.question", role=facts.role))
    else:
        yield Line(facts.line("deadline.fact_undated"))
        yield Line(facts.line("deadline.question_undated", role=facts.role))
    yield Line(facts.line("deadline.patience"), Need.EXTRA)


def last_event(facts: Facts, *types: EventType) -> Event | None:
    """The latest event of these types in the Opportunity."""
    found = (e for e in facts.known.events if e.opportunity_id == facts.opportunity.id and e.type in types)
    return max(found, key=lambda event: event.at, default=None)
