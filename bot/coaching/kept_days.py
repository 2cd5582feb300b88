"""Whether an employer keeps to the days that it names. Quiet: facts in, counts out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from scheduler.nudges import zone_of
from storage.facts import ContactKind, Direction, EventType, Known, Opportunity, Promise, Side

ANSWERS = (
    EventType.INVITATION,
    EventType.NEXT_INTERVIEW,
    EventType.SCHEDULING_PENDING,
    EventType.OFFER,
    EventType.VERBAL_OFFER,
    EventType.REJECTED,
)
"""Events in which an employer answers."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How often an employer did what they said by the day they named."""

    employer: str
    kept: int
    broken: int

    @property
    def is_judged(self) -> bool:
        """Whether any of their days can be judged by now."""
        return self.kept + self.broken > 0


def kept(known: Known, opportunity: Opportunity, now: datetime) -> Kept:
    """Of the days they named and that can be judged by now: how many they kept."""
    judged = [*_windows_kept(known, opportunity, now), *_promises_kept(known, opportunity, now)]
    return Kept(opportunity.employer, judged.count(True), judged.count(False))


def _windows_kept(known: Known, opportunity: Opportunity, now: datetime) -> Iterable[bool]:
    """For each day they named and that can be judged by now: whether they had answered by then."""
    zone = _zone(known, opportunity)
    days, came = named(known, opportunity), answered(known, opportunity)
    for since, until in days:
        in_time = [at for at in came if since < at and at.astimezone(zone).date() <= until]
        moved = any(since < other and other.astimezone(zone).date() <= until for other, _ in days)
        if in_time:
            yield True
        elif until < now.astimezone(zone).date() and not moved:
            yield False


def named(known: Known, opportunity: Opportunity) -> list[tuple[datetime, date]]:
    """The days they named, each with the moment they named it."""
    ours = [i for i in known.interviews if i.opportunity_id == opportunity.id and not i.cancelled]
    moved = [e for e in known.events if e.opportunity_id == opportunity.id and e.type is EventType.WINDOW_EXTENDED]
    told = [(i.end, i.window_latest) for i in ours if i.window_latest is not None]
    return [*told, *((event.at, event.latest) for event in moved if event.latest is not None)]


def answered(known: Known, opportunity: Opportunity) -> list[datetime]:
    """The moments at which they answered."""
    events = [e.at for e in known.events if e.opportunity_id == opportunity.id and e.type in ANSWERS]
    heard = [
        c.at
        for c in known.contacts
        if c.opportunity_id == opportunity.id and c.direction is Direction.IN and c.kind is ContactKind.REPLY
    ]
    return [*events, *heard]


def _promises_kept(known: Known, opportunity: Opportunity, now: datetime) -> Iterable[bool]:
    zone = _zone(known, opportunity)
    for promise in known.promises:
        if promise.opportunity_id == opportunity.id and promise.side is Side.THEIRS:
            judged = _promise_kept(promise, zone, now.astimezone(zone).date())
            if judged is not None:
                yield judged


def _promise_kept(promise: Promise, zone: ZoneInfo, today: date) -> bool | None:
    """None: not to be judged, because the Person has not said whether it came."""
    if promise.done_at is not None:
        return promise.done_at.astimezone(zone).date() <= promise.due
    return False if promise.broken and promise.due < today else None


def _zone(known: Known, opportunity: Opportunity) -> ZoneInfo:
    return ZoneInfo(opportunity.zone) if opportunity.zone else zone_of(known.person)
