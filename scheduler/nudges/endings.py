"""Rows after the end: what they answered to the question for feedback, and a sign of life much later.

Quiet. They speak of closed Opportunities too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from scheduler import policy
from scheduler.nudges.look import Look
from scheduler.nudges.plan import Plan, clock_at
from storage.facts import Contact, ContactKind, Direction, Event, EventType, NoteKind
from storage.grouping import about

FEEDBACK_AFTER = timedelta(days=7)
FEEDBACK_AT = time(10, 30)
FEEDBACK_LAPSES = timedelta(days=5)
TOUCH_AFTER = timedelta(days=90)
"""KEEP_IN_TOUCH of the contact policy, which has the last word after a no (R6)."""
TOUCH_AT = time(11)
TOUCH_LAPSES = timedelta(days=30)
LONG_CLOSED = TOUCH_AFTER + TOUCH_LAPSES
"""After so long, no row speaks of a closed Opportunity."""


def feedback(look: Look) -> Iterator[Plan]:
    """A week after the answer to a no: did they say what could be better? (advice 58)"""
    no = look.end
    if no is None or no.type is not EventType.REJECTED or _has_feedback(look):
        return
    answered = min((contact.at for contact in look.contacts if _answers(contact, no)), default=None)
    if answered is not None:
        at = clock_at(answered.astimezone(look.zone).date() + FEEDBACK_AFTER, FEEDBACK_AT, look.zone)
        yield look.plan("feedback", f"feedback:{no.id}", look.opportunity.id, at, until=at + FEEDBACK_LAPSES)


def _answers(contact: Contact, no: Event) -> bool:
    return contact.at >= no.at and contact.direction is Direction.OUT and contact.kind is ContactKind.REPLY


def _has_feedback(look: Look) -> bool:
    return any(note.kind is NoteKind.FEEDBACK for note in about(look.known.notes, look.opportunity.id))


def keep_in_touch(look: Look) -> Iterator[Plan]:
    """Once, long after an end that leaves a door open: a no, or silence (R6, advice 59)."""
    if (last := _last_word(look)) is None:
        return
    once = f"keep_in_touch:{look.opportunity.id}.{look.end.id if look.end else 0}"
    if look.said(once):
        return
    at = clock_at(last.astimezone(look.zone).date() + TOUCH_AFTER, TOUCH_AT, look.zone)
    until = at + TOUCH_LAPSES
    opens = _allowed_from(look) if look.end and at <= look.now < until else at
    if opens is not None:
        yield look.plan("keep_in_touch", once, look.opportunity.id, opens, until=until)


def _last_word(look: Look) -> datetime | None:
    """When either side last said something; None when it has not ended, or the Person left."""
    closed = look.opportunity.closed_at
    if look.end is not None:
        ended = look.end.at if look.end.type is EventType.REJECTED else None
    else:
        ended = closed if closed and _ran_out(look, closed) else None
    return ended and max([ended, *(contact.at for contact in look.contacts)])


def _ran_out(look: Look, closed: datetime) -> bool:
    """Whether there was a talk, and silence after it: nobody said no, and the Person did not leave."""
    left = any(contact.about == "withdraw" for contact in look.contacts)
    return not left and any(interview.end <= closed for interview in look.interviews)


def _allowed_from(look: Look) -> datetime | None:
    """From when the contact policy lets it go, as far as can be told now."""
    goes = look.verdict.verdict is policy.Answer.GO and look.verdict.kind is policy.Kind.KEEP_IN_TOUCH
    return look.now if goes else look.changes_at()
