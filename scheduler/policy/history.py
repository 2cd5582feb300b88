"""What was said and sent about one Opportunity, in the order of time, seen after its latest interview.

Quiet. What follows from it is worked out in `situation.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from scheduler.calendar_days import Calendar
from scheduler.policy.case import BY_TIME, Case, is_status_question
from scheduler.policy.lazily import once
from storage.facts import Contact, ContactKind, Direction, Event, EventType, Interview, Promise, Side
from storage.values import dataclass

MAY_ASK = (ContactKind.FOLLOW_UP, ContactKind.OTHER, ContactKind.LINKEDIN)
"""Only these can be status questions; looked at first, because a history holds many others."""
CAME_BACK = frozenset(
    {
        EventType.REOPENED,
        EventType.NEXT_INTERVIEW,
        EventType.SCHEDULING_PENDING,
        EventType.OFFER,
        EventType.VERBAL_OFFER,
    }
)
"""After a no, these say that it is off the table (R7)."""


@dataclass(frozen=True)
class History:
    """A Case between two interviews: `interview` is the latest that ended, `ahead` the next one."""

    case: Case
    interview: Interview | None
    ahead: Interview | None

    @property
    def calendar(self) -> Calendar:
        """The employer's."""
        return self.case.calendar

    @once
    def events(self) -> tuple[Event, ...]:
        """All of them; an invitation after a no counts as coming back (R7)."""
        ordered = sorted(self.case.events, key=BY_TIME)
        if all(event.type is not EventType.REJECTED for event in ordered):
            return tuple(ordered)
        return tuple(_back_after_a_no(ordered))

    @once
    def messages(self) -> tuple[Event, ...]:
        """Those since the latest interview began: every round starts again (R17)."""
        if self.interview is None:
            return self.events
        start = self.interview.start
        return tuple(event for event in self.events if event.at >= start)

    def last(self, *types: EventType) -> Event | None:
        """The latest event of one of these types."""
        for event in reversed(self.events):
            if event.type in types:
                return event
        return None

    def happened_since(self, event: Event, *types: EventType) -> bool:
        """Whether something of these types followed `event`."""
        later = self.last(*types)
        return later is not None and later is not event and later.at >= event.at

    def met_since(self, moment: datetime) -> bool:
        """Whether an interview began after that moment."""
        return self.interview is not None and self.interview.start > moment

    @once
    def sent(self) -> tuple[Contact, ...]:
        """Everything that went out, in the order of time."""
        outgoing = [contact for contact in self.case.contacts if contact.direction is Direction.OUT]
        return tuple(sorted(outgoing, key=BY_TIME))

    def sent_since(self, moment: datetime) -> list[Contact]:
        """What went out at `moment` or later."""
        return [contact for contact in self.sent if contact.at >= moment]

    def last_sent(self, *kinds: ContactKind) -> datetime | None:
        """When something of these kinds last went out."""
        for contact in reversed(self.sent):
            if contact.kind in kinds:
                return contact.at
        return None

    @once
    def asked(self) -> tuple[datetime, ...]:
        """When each status question of the whole application went out."""
        return tuple(contact.at for contact in self.sent if contact.kind in MAY_ASK and is_status_question(contact))

    @once
    def promises(self) -> tuple[Promise, ...]:
        """What the Person still owes, the most urgent first (R11)."""
        ours = [p for p in self.case.promises if p.side is Side.OURS and p.done_at is None]
        return tuple(sorted(ours, key=lambda promise: promise.due))


def _back_after_a_no(events: Iterable[Event]) -> Iterable[Event]:
    refused = False
    for event in events:
        refused = event.type is EventType.REJECTED or (refused and event.type not in CAME_BACK)
        if refused and event.type is EventType.INVITATION:
            refused, event = False, replace(event, type=EventType.REOPENED)  # noqa: PLW2901
        yield event
