"""All that the contact policy needs to know about one Opportunity, and what the Person wants to send.

Quiet: values only. `stored.py` makes a Case from what is remembered, `written.py` from its public JSON form.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from operator import attrgetter

from scheduler.calendar_days import Calendar
from storage.facts import (
    Channel,
    Contact,
    ContactKind,
    Direction,
    Event,
    EventType,
    Interview,
    Promise,
    Sector,
    Stage,
)
from storage.values import dataclass

AGENCY = "agency"
EMPLOYER = "employer"
COORDINATOR = "coordinator"
COMPETING_OFFER = "competing_offer"
WITHDRAW = "withdraw"
DEBRIEF = "debrief"
LOGISTICS = "logistics"
FEEDBACK = "feedback"
STATUS = "status"
NOT_A_QUESTION = frozenset({COMPETING_OFFER, WITHDRAW, DEBRIEF, LOGISTICS, FEEDBACK, "correction", "keep_in_touch"})
"""What a message of kind `other` may be about without counting as a status question (R40)."""
BY_TIME = attrgetter("at")
"""Sorts contacts and events."""
SAME_INTERVIEW = timedelta(hours=1)
"""A planned end this close to a real one belongs to the same interview."""


class IntentKind(StrEnum):
    """What the Person wants to send."""

    FOLLOW_UP = "follow_up"
    THANK_YOU = "thank_you"
    PROMISE = "promise"
    LINKEDIN = "linkedin"
    WITHDRAW = "withdraw"
    LOGISTICS = "logistics"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What the Person asks to send; a status question unless they say otherwise."""

    kind: IntentKind = IntentKind.FOLLOW_UP
    channel: Channel | None = None
    to: str | None = None
    """`employer` or `agency`; None: whoever usually reads."""
    about: str | None = None

    def is_about(self, what: str) -> bool:
        """Whether it is of that kind, or about that."""
        return what in (self.kind, self.about)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherApplication:
    """Another role at the same employer (R39)."""

    role: str | None
    same_contact: bool
    """Whether the same person reads about both."""
    asked_at: tuple[datetime, ...] = ()
    """When a status question was sent about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One Opportunity as the contact policy sees it. Contacts and events may stand in any order."""

    calendar: Calendar
    interviews: tuple[Interview, ...] = ()
    """Those that took place or still lie ahead, in the order of their ends."""
    contacts: tuple[Contact, ...] = ()
    promises: tuple[Promise, ...] = ()
    events: tuple[Event, ...] = ()
    sector: Sector = Sector.PRIVATE
    via_agency: bool = False
    preferred_channel: Channel | None = None
    other_applications: tuple[OtherApplication, ...] = ()


def is_status_question(contact: Contact) -> bool:
    """Whether a Contact asked, openly or not, how things stand (R25, R40)."""
    if contact.direction is not Direction.OUT:
        return False
    if contact.kind is ContactKind.OTHER:
        return contact.about not in NOT_A_QUESTION
    if contact.kind is ContactKind.LINKEDIN:
        return contact.about == STATUS
    return contact.kind is ContactKind.FOLLOW_UP


def with_agreed_interview(interviews: tuple[Interview, ...], events: tuple[Event, ...]) -> tuple[Interview, ...]:
    """`interviews` by their ends, and the one that was agreed last if it is not among them (R31)."""
    ordered = tuple(sorted(interviews, key=lambda interview: interview.end))
    agreed = _agreed_end(events)
    if agreed is None or (ordered and agreed <= ordered[-1].end + SAME_INTERVIEW):
        return ordered
    stage = ordered[-1].stage if ordered else Stage.FIRST
    return (*ordered, Interview(id=0, opportunity_id=0, start=agreed, end=agreed, stage=stage))


def _agreed_end(events: tuple[Event, ...]) -> datetime | None:
    """Planned end of the interview that was agreed last, unless they called it off since."""
    agreed = None
    for event in sorted(events, key=BY_TIME):
        if event.type is EventType.NEXT_INTERVIEW:
            agreed = event.planned_for
        elif event.type in (EventType.SCHEDULING_PENDING, EventType.PROCESS_PAUSED):
            agreed = None
    return agreed
