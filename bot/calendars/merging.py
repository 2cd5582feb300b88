"""How the events of a plan are brought up to date: which version counts, what is off, what has moved.

Quiet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.calendars.events import UNNUMBERED, Cancellation, Moment, Occurrence, Version

Group = list[Occurrence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An event that is planned, or was until it was cancelled."""

    uid: str
    start: Moment
    end: Moment
    recurrence: Moment | None = None
    title: str = ""
    organizer: str = ""
    version: Version = UNNUMBERED
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """How to judge what comes: now, from a file or a `feed`, and whether that is `complete`."""

    now: datetime
    feed: bool
    complete: bool


def identity(one: Occurrence) -> str:
    """Its UID; where a home-made file has none, what it is and when it is."""
    return one.uid or f"{one.organizer or one.title} {one.start.isoformat()}"


def by_identity(occurrences: Iterable[Occurrence], source: Source) -> dict[str, Group]:
    """What belongs together, each once: a file may tell of the same event in two calendars, or twice without a UID."""
    groups: dict[str, dict[Moment | None, Occurrence]] = {}
    for one in occurrences:
        group = groups.setdefault(identity(one), {})
        twin = group.get(one.recurrence)
        if twin is None or _may_replace(one.version, twin.version, source):
            group[one.recurrence] = one
    return {uid: list(group.values()) for uid, group in groups.items()}


def planned(one: Occurrence) -> Planned:
    """An occurrence as it is planned."""
    return Planned(
        uid=identity(one),
        start=one.start,
        end=one.end,
        recurrence=one.recurrence,
        title=one.title,
        organizer=one.organizer,
        version=one.version,
    )


def _may_replace(new: Version, old: Version, source: Source) -> bool:
    """A lower SEQUENCE never wins, an equal one unless it is older."""
    if new.sequence != old.sequence:
        return new.sequence > old.sequence
    since, before = (new.modified, old.modified) if source.feed else (new.stamp, old.stamp)
    return since is None or before is None or since >= before


def with_cancellations(
    events: Iterable[Planned], cancellations: Sequence[Cancellation], source: Source
) -> list[Planned]:
    """The events, of which some are off."""
    kept = []
    for event in events:
        meant = [one for one in cancellations if _is_meant(one, event)]
        off = next((one.version for one in meant if _may_replace(one.version, event.version, source)), None)
        kept.append(replace(event, cancelled=True, version=off) if off else event)
    return kept


def _is_meant(one: Cancellation, event: Planned) -> bool:
    return one.uid == event.uid and one.recurrence in (None, event.recurrence or event.start)


def merged(events: Sequence[Planned], incoming: Group, source: Source) -> list[Planned]:
    """The events with those of one UID brought up to date."""
    uid, news = identity(incoming[0]), {one.recurrence: one for one in incoming}
    known = [event for event in events if event.uid == uid]
    master = next((one.version for one in incoming if not one.override), None)
    kept = [event for event in events if event.uid != uid]
    for event in known:
        new = news.pop(event.recurrence, None)
        if new is not None and _may_replace(new.version, event.version, source):
            kept.append(planned(new))
        elif new is not None or not _has_left(event, master, source):
            kept.append(event)
    added = (one for one in news.values() if any(_may_replace(one.version, event.version, source) for event in known))
    return [*kept, *map(planned, added)]


def _has_left(event: Planned, series: Version | None, source: Source) -> bool:
    """Whether what is ahead is no longer in its series, of which a version has come that counts and is all of it."""
    if series is None or not source.complete or not is_ahead(event, source.now):
        return False
    return _may_replace(series, event.version, source)


def is_ahead(one: Planned, now: datetime) -> bool:
    """Whether it has not begun; a day has not begun until it is over in UTC."""
    return one.start > now if isinstance(one.start, datetime) else one.start >= now.astimezone(UTC).date()
