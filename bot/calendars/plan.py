"""What a Person's calendar files plan: the state after each file, or after each look at a feed.

Quiet: plan, reading and `now` in, next plan out. A Plan belongs to one source: all files that a Person sends, or one
feed. What cannot be told apart from a mistake is asked about, and nothing is done until it is answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.calendars.events import Interest, Occurrence, Reading, Wanted
from bot.calendars.likeness import is_same_interview
from bot.calendars.merging import (
    Group,
    Planned,
    Source,
    by_identity,
    identity,
    is_ahead,
    merged,
    planned,
    with_cancellations,
)
from bot.calendars.titles import Label, label, without_mark

BEFORE, AHEAD = timedelta(days=7), timedelta(days=400)
MOST_ON_PURPOSE = 8
"""Events in a file that is sent for what it says; a larger one is somebody's calendar, and only interviews matter."""
SAYS_NOTHING = ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH")


class Ask(StrEnum):
    """What the Person is asked instead of something being done."""

    GONE = "gone"
    REPLACES = "replaces"


@dataclass(frozen=True, slots=True)
class Plan:
    """All that one source has planned, and the UIDs of a feed that the Person has been asked about."""

    events: tuple[Planned, ...] = ()
    asked: frozenset[str] = frozenset()

    @property
    def live(self) -> tuple[Planned, ...]:
        """What is not cancelled, in order."""
        return tuple(sorted((one for one in self.events if not one.cancelled), key=lambda one: one.start.isoformat()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What became of a plan. `changed`: the Person should hear of it, a question included."""

    plan: Plan
    changed: bool = False
    ask: Ask | None = None
    old: tuple[Planned, ...] = ()
    """What the question is about."""
    new: tuple[Occurrence, ...] = ()
    """What would take its place."""
    doubtful: tuple[Occurrence, ...] = ()
    """What may be an interview, and was not asked about yet."""


def wanted_of_file(zone: str, now: datetime) -> Wanted:
    """What to read in a file that a Person sends."""
    return Wanted(zone=zone, window=(now - BEFORE, now + AHEAD))


def wanted_of_feed(plan: Plan, zone: str, now: datetime, employers: Sequence[str] = ()) -> Wanted:
    """What to read in a feed: possible interviews and what is planned."""
    interest = Interest(employers=tuple(employers), uids=tuple(sorted({one.uid for one in plan.events})))
    return Wanted(zone=zone, window=(now - BEFORE, now + AHEAD), interest=interest)


def after_file(plan: Plan, reading: Reading, now: datetime, employers: Sequence[str] = ()) -> Step:
    """The plan after a file; an equal SEQUENCE is decided by DTSTAMP."""
    on_purpose = len({one.uid for one in reading.occurrences}) <= MOST_ON_PURPOSE
    step = _after(plan, reading, Source(now, feed=False, complete=not reading.more), None if on_purpose else employers)
    return replace(step, plan=replace(step.plan, asked=frozenset()))  # whoever sends a file again may be asked again


def after_feed(plan: Plan, reading: Reading, now: datetime, employers: Sequence[str] = ()) -> Step:
    """The plan after a look at a feed; an equal SEQUENCE is decided by LAST-MODIFIED.

    A page that is cut off is no news.
    """
    if not reading.whole:
        return Step(plan=plan)
    return _after(plan, reading, Source(now, feed=True, complete=not reading.more), employers)


def replaced(step: Step, *, yes: bool) -> Plan:
    """The plan after the answer to REPLACES: the new one is planned either way, with yes the old one is dropped."""
    events = [one for one in step.plan.events if not (yes and one in step.old)]
    return replace(step.plan, events=(*events, *map(planned, step.new)))


def dropped(step: Step) -> Plan:
    """The plan after the answer to GONE that it is off indeed."""
    return replace(step.plan, events=tuple(one for one in step.plan.events if one not in step.old))


def _after(plan: Plan, reading: Reading, source: Source, employers: Sequence[str] | None) -> Step:
    if reading.method in SAYS_NOTHING:
        return Step(plan=plan)
    groups = by_identity((one for one in reading.occurrences if not one.cancelled), source)
    present = groups.keys() | {one.uid for one in reading.cancellations}
    missing = [one for one in plan.live if one.uid not in present and is_ahead(one, source.now)]
    events = with_cancellations(plan.events, reading.cancellations, source)
    known = {one.uid for one in events}
    for group in (group for uid, group in groups.items() if uid in known):
        events = merged(events, group, source)
    strangers = _Strangers([group for uid, group in groups.items() if uid not in known], missing, employers)
    old, new = strangers.moved(plan.asked)
    gone = [one for one in missing if source.feed and source.complete and one.uid not in plan.asked and one not in old]
    doubtful = [one for one in strangers.doubtful() if identity(one) not in plan.asked]
    asked = {identity(one) for one in (*new, *doubtful)} | {one.uid for one in (*old, *gone)}
    after = Plan((*events, *map(planned, strangers.welcome())), (plan.asked - (present & known)) | asked)
    ask = Ask.REPLACES if new else Ask.GONE if gone else None
    return Step(
        plan=after,
        changed=ask is not None or _seen(plan) != _seen(after),
        ask=ask,
        old=tuple(old or gone),
        new=tuple(new),
        doubtful=tuple(doubtful),
    )


class _Strangers:
    """Events with UIDs that were not known, beside those that are missing. `employers` None: all of them matter."""

    def __init__(self, groups: list[Group], missing: Sequence[Planned], employers: Sequence[str] | None) -> None:
        labelled = [(Label.INTERVIEW if employers is None else _label(group, employers), group) for group in groups]
        self._doubtful = [group for found, group in labelled if found is Label.ASK]
        self._interviews = [(group, _alike(group, missing)) for found, group in labelled if found is Label.INTERVIEW]

    def welcome(self) -> Group:
        """What is new indeed."""
        return [one for group, alike in self._interviews if not alike for one in group]

    def doubtful(self) -> Group:
        """What may be an interview."""
        return [one for group in self._doubtful for one in group]

    def moved(self, asked: frozenset[str]) -> tuple[list[Planned], Group]:
        """Which of the missing ones may have moved, and to where. The same time again is no move."""
        old: list[Planned] = []
        new: Group = []
        for group, alike in self._interviews:
            again = identity(group[0]) in asked or any(one.start == group[0].start for one in alike)
            if alike and not again:
                old += [one for one in alike if one not in old]
                new += group
        return old, new


def _label(group: Group, employers: Sequence[str]) -> Label:
    labels = [
        label(without_mark(one.summary or ""), one.description, one.organizer, one.location, employers) for one in group
    ]
    return min(labels, key=list(Label).index)


def _alike(group: Group, missing: Iterable[Planned]) -> list[Planned]:
    first = group[0]
    return [one for one in missing if is_same_interview((one.title, one.organizer), (first.title, first.organizer))]


def _seen(plan: Plan) -> set[tuple[object, ...]]:
    """What a Person would notice."""
    return {(one.uid, one.recurrence, one.start, one.end, one.title) for one in plan.live}
