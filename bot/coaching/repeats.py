"""What repeats over a Person's interviews, in numbers (advice 61). Quiet: facts in, counts and sentences out.

Nothing is counted from fewer than FEWEST interviews, and every count comes with how many it was counted from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.coaching.kept_days import Kept, kept
from bot.coaching.looking_back import topics_of
from bot.words.named import Text, Value, lines, text
from storage.facts import Answer, ContactKind, Direction, EventType, Interview, Known, NoteKind

FEWEST = 5
"""Interviews: fewer make no pattern."""
THANKED_WITHIN = timedelta(days=1)
MOST_TOPICS = 3
LONGEST_LENGTH = "too_long"
FURTHER = (
    EventType.INVITATION,
    EventType.NEXT_INTERVIEW,
    EventType.SCHEDULING_PENDING,
    EventType.OFFER,
    EventType.VERBAL_OFFER,
)
"""Events that mean that it goes on."""


@dataclass(frozen=True, slots=True)
class Count:
    """So many, of so many."""

    n: int
    of: int


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


def patterns(known: Known, now: datetime) -> Patterns | None:
    """All patterns; None while there are fewer than FEWEST interviews."""
    over = held(known, now)
    if len(over) < FEWEST:
        return None
    said = [i.interest_said for i in over if i.interest_said not in (None, Answer.SKIPPED)]
    shown = [i.interest_shown for i in over if i.interest_shown]
    lengths = [note.text for note in known.notes if note.kind is NoteKind.LENGTH]
    return Patterns(
        interviews=len(over),
        said=_count(said.count(Answer.YES), len(said)),
        shown=(sum(shown) / len(shown), len(shown)) if len(shown) >= FEWEST else None,
        kept=tuple(one for o in known.opportunities if (one := kept(known, o, now)).is_judged),
        thanked=_count(sum(_was_thanked(known, i) for i in over), len(over)),
        too_long=_count(lengths.count(LONGEST_LENGTH), len(lengths)),
        topics=recurring(note.text for note in known.notes if note.kind is NoteKind.UNPREPARED),
        went_on=_count(sum(went_on(known, i) for i in over), len(over)),
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


def went_on(known: Known, interview: Interview) -> bool:
    """Whether a further round or an offer came after it, and before the round that came after that."""
    later = [
        other.start
        for other in known.interviews
        if other.opportunity_id == interview.opportunity_id and other.start > interview.start and not other.cancelled
    ]
    events = (e for e in known.events if e.opportunity_id == interview.opportunity_id and e.type in FURTHER)
    return bool(later) or any(event.at > interview.end for event in events)


def recurring(texts: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """The topics that come up at least twice."""
    counted = Counter(topic for said in texts for topic in topics_of(said))
    return tuple((topic, n) for topic, n in counted.most_common(MOST_TOPICS) if n > 1)


# As sentences


def told(known: Known, now: datetime) -> Text:
    """Everything that can be said by now, or how many interviews are missing."""
    found = patterns(known, now)
    if found is None:
        return text("progress.too_few", n=missing(known, now))
    return text("progress.all", n=found.interviews, lines=lines(_lines(found)))


def shared(known: Known, now: datetime) -> Text:
    """What goes with the picture that is shown to others: numbers, and no name."""
    found = patterns(known, now)
    if found is None:
        return text("progress.too_few", n=missing(known, now))
    days = [one.kept for one in found.kept], [one.broken for one in found.kept]
    kept_, named = sum(days[0]), sum(map(sum, days))
    went = found.went_on.n if found.went_on else 0
    return text("progress.shared", n=found.interviews, went=went, kept=kept_, named=named)


def _lines(found: Patterns) -> Iterator[Value]:
    counts = {"went_on": found.went_on, "said": found.said, "thanked": found.thanked, "too_long": found.too_long}
    for name, count in counts.items():
        if count is not None:
            yield text(f"progress.{name}", used=count.n, allowed=count.of)
    if found.shown is not None:
        average, n = found.shown
        yield text("progress.shown", n=n, what=f"{average:.1f}")
    if found.topics:
        names = lines((lines((text(f"topic.{name}"), f" ({n})"), "") for name, n in found.topics), ", ")
        yield text("progress.topics", names=names)
    for one in found.kept:
        yield text("progress.kept", employer=one.employer, used=one.kept, allowed=one.kept + one.broken)
