"""What repeats over a Person's interviews, in numbers (advice 61). Quiet: facts in, counts out, no words.

Nothing is counted from fewer than FEWEST interviews, and every count comes with how many it was counted from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from scheduler.nudges import zone_of
from storage.facts import (
    Answer,
    ContactKind,
    Direction,
    EventType,
    Interview,
    Known,
    NoteKind,
    Opportunity,
    Promise,
    Side,
)

if TYPE_CHECKING:  # the dialogue shows patterns in its own modules too
    from bot.dialogue.answers import AnswerTable

FEWEST = 5
"""Interviews: fewer make no pattern."""
THANKED_WITHIN = timedelta(days=1)
MOST_TOPICS = 3
LONGEST_LENGTH = "too_long"
ANSWERS = (
    EventType.INVITATION,
    EventType.NEXT_INTERVIEW,
    EventType.SCHEDULING_PENDING,
    EventType.OFFER,
    EventType.VERBAL_OFFER,
    EventType.REJECTED,
)
"""Events in which an employer answers."""
FURTHER = (*(kind for kind in ANSWERS if kind is not EventType.REJECTED),)
"""Events that mean that it goes on."""


@dataclass(frozen=True, slots=True)
class Count:
    """So many, of so many."""

    n: int
    of: int


@dataclass(frozen=True, slots=True)
class Kept:
    """How often an employer did what they said by the day they named."""

    employer: str
    kept: int
    broken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """What repeats. None: fewer than FEWEST interviews speak of it."""

    interviews: int
    said: Count | None
    shown: tuple[float, int] | None
    """How well the interest came across on average, 1 to 5, and over how many interviews."""
    kept: tuple[Kept, ...]
    thanked: Count | None
    too_long: Count | None
    topics: tuple[tuple[str, int], ...]
    """What unprepared questions were about, the most frequent first."""
    went_on: Count | None


def held(known: Known, now: datetime) -> list[Interview]:
    """The Interviews that took place."""
    return [interview for interview in known.interviews if interview.end <= now and not interview.cancelled]


def missing(known: Known, now: datetime) -> int:
    """How many interviews are missing until patterns can be told; 0: none."""
    return max(FEWEST - len(held(known, now)), 0)


def patterns(known: Known, now: datetime, table: AnswerTable) -> Patterns | None:
    """All patterns; None while there are fewer than FEWEST interviews."""
    over = held(known, now)
    if len(over) < FEWEST:
        return None
    said = [i.interest_said for i in over if i.interest_said not in (None, Answer.SKIPPED)]
    shown = [i.interest_shown for i in over if i.interest_shown]
    lengths = [note.text for note in known.notes if note.kind is NoteKind.LENGTH]
    return Patterns(
        interviews=len(over),
        said=_count(sum(answer is Answer.YES for answer in said), len(said)),
        shown=(sum(shown) / len(shown), len(shown)) if len(shown) >= FEWEST else None,
        kept=tuple(kept for kept in (_kept(known, o, now) for o in known.opportunities) if kept.kept or kept.broken),
        thanked=_count(sum(_was_thanked(known, i) for i in over), len(over)),
        too_long=_count(lengths.count(LONGEST_LENGTH), len(lengths)),
        topics=recurring((note.text for note in known.notes if note.kind is NoteKind.UNPREPARED), table),
        went_on=_count(sum(_went_on(known, i) for i in over), len(over)),
    )


def _count(n: int, of: int) -> Count | None:
    return Count(n, of) if of >= FEWEST else None


def _was_thanked(known: Known, interview: Interview) -> bool:
    return any(
        contact.kind is ContactKind.THANK_YOU
        and contact.direction is Direction.OUT
        and contact.opportunity_id == interview.opportunity_id
        and interview.start <= contact.at <= interview.end + THANKED_WITHIN
        for contact in known.contacts
    )


def _went_on(known: Known, interview: Interview) -> bool:
    """Whether a further round or an offer came after it, and before the round that came after that."""
    later = [
        other.start
        for other in known.interviews
        if other.opportunity_id == interview.opportunity_id and other.start > interview.start and not other.cancelled
    ]
    events = (e for e in known.events if e.opportunity_id == interview.opportunity_id and e.type in FURTHER)
    return bool(later) or any(event.at > interview.end for event in events)


def recurring(texts: Iterable[str], table: AnswerTable) -> tuple[tuple[str, int], ...]:
    """The topics that come up at least twice."""
    counted = Counter(name for text in texts for name, sounds in table.topics if sounds.search(text))
    return tuple((name, n) for name, n in counted.most_common(MOST_TOPICS) if n > 1)


# Whether they keep to the days they name


def _kept(known: Known, opportunity: Opportunity, now: datetime) -> Kept:
    judged = [*_windows_kept(known, opportunity, now), *_promises_kept(known, opportunity, now)]
    return Kept(opportunity.employer, judged.count(True), judged.count(False))


def _windows_kept(known: Known, opportunity: Opportunity, now: datetime) -> Iterable[bool]:
    """For each day they named and that can be judged by now: whether they had answered by then."""
    zone, today = _zone(known, opportunity), now.astimezone(_zone(known, opportunity)).date()
    named = _named(known, opportunity, zone)
    answered = _answered(known, opportunity)
    for since, until in named:
        in_time = [at for at in answered if since < at and at.astimezone(zone).date() <= until]
        moved = any(since < other and other.astimezone(zone).date() <= until for other, _ in named)
        if in_time:
            yield True
        elif until < today and not moved:
            yield False


def _named(known: Known, opportunity: Opportunity, zone: ZoneInfo) -> list[tuple[datetime, date]]:
    """The days they named, each with the moment they named it."""
    ours = [i for i in known.interviews if i.opportunity_id == opportunity.id and not i.cancelled]
    moved = [e for e in known.events if e.opportunity_id == opportunity.id and e.type is EventType.WINDOW_EXTENDED]
    named = [(i.end, i.window_latest) for i in ours if i.window_latest is not None]
    return [*named, *((event.at, event.latest) for event in moved if event.latest is not None)]


def _answered(known: Known, opportunity: Opportunity) -> list[datetime]:
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
