"""How an employer keeps the dates it names: for the Person to know how much such a date is worth."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from bot.coaching.kept_days import ANSWERS
from bot.words.named import Text, text
from scheduler.nudges import zone_of
from scheduler.policy.answers import NOT_FROM_THEM
from storage.facts import Contact, Direction, Event, EventType, Known, Opportunity, Side

DATED = (EventType.WINDOW_EXTENDED,)
"""Events by which they name a day for their answer."""


def record(known: Known, opportunity: Opportunity, now: datetime) -> tuple[int, int]:
    """How many of the dates they named they have kept, and of how many that are decided."""
    kept = [*_promises(known, opportunity), *_answers(known, opportunity, now)]
    return sum(kept), len(kept)


def told(known: Known, opportunity: Opportunity, now: datetime) -> Text | None:
    """The same as a sentence; None while there is nothing to tell."""
    kept, dates = record(known, opportunity, now)
    if not dates:
        return None
    if kept in (0, dates):
        return text("status.record.kept" if kept else "status.record.broken", n=dates)
    return text("status.record.some", kept=kept, n=dates)


def _promises(known: Known, opportunity: Opportunity) -> Iterator[bool]:
    for promise in known.promises:
        if promise.opportunity_id == opportunity.id and promise.side is Side.THEIRS:
            if promise.done_at is not None:
                yield not promise.broken
            elif promise.broken:
                yield False


def _answers(known: Known, opportunity: Opportunity, now: datetime) -> Iterator[bool]:
    """Each day they named for an answer: kept when one came by then, broken when it passed in silence. Any other word
    of theirs, such as a wish for references, says nothing of a day that is still ahead."""
    zone = zone_of(known.person)
    came, answered = list(_words_from_them(known, opportunity)), list(_answers_from_them(known, opportunity))
    for named_at, latest in _windows(known, opportunity):
        has_passed = latest < now.astimezone(zone).date()
        counted = came if has_passed else answered
        if any(at > named_at and at.astimezone(zone).date() <= latest for at in counted):
            yield True
        elif has_passed:
            yield False


def _answers_from_them(known: Known, opportunity: Opportunity) -> Iterator[datetime]:
    return (event.at for event in known.events if event.opportunity_id == opportunity.id and event.type in ANSWERS)


def _windows(known: Known, opportunity: Opportunity) -> Iterator[tuple[datetime, date]]:
    for interview in known.interviews:
        if interview.opportunity_id == opportunity.id and not interview.cancelled and interview.window_latest:
            yield interview.end, interview.window_latest
    for event in known.events:
        if event.opportunity_id == opportunity.id and event.type in DATED and event.latest:
            yield event.at, event.latest


def _words_from_them(known: Known, opportunity: Opportunity) -> Iterator[datetime]:
    facts: tuple[Event | Contact, ...] = (
        *(event for event in known.events if event.type not in NOT_FROM_THEM),
        *(contact for contact in known.contacts if contact.direction is Direction.IN),
    )
    return (fact.at for fact in facts if fact.opportunity_id == opportunity.id)
