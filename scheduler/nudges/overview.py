"""What a row looks at that speaks of all that is being pursued.

Quiet. Nothing is worked out before a row asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from scheduler.nudges.look import Look
from scheduler.nudges.looking import looks
from scheduler.nudges.plan import Plan, zone_of
from scheduler.nudges.restraint import LONG_AGO
from scheduler.policy.lazily import once
from storage.facts import EventType, Known
from storage.values import dataclass

STAYS_FOR_ALL = ("zone", "interview_days", "is_looking", "days_of_their_own")
"""What an Overview works out that neither time nor a nudge changes."""


@dataclass(frozen=True, kw_only=True)
class Overview:
    """All open Opportunities that are not muted, as they stand at one moment."""

    known: Known
    looks: tuple[Look, ...]
    now: datetime

    def later(self, known: Known, looks: tuple[Look, ...], now: datetime, weekly: Collection[RowOfAll]) -> Overview:
        """The same when time has passed, and nothing has happened but nudges (`known`). `weekly`: rows that say the
        same as before unless they have been said, or the day of the first of their plans is near."""
        overview, mine = Overview(known=known, looks=looks, now=now), vars(self)
        vars(overview).update({name: mine[name] for name in STAYS_FOR_ALL if name in mine})
        news = {nudged.name for nudged in known.nudged[len(self.known.nudged) :]}
        for row in weekly:
            plans = self._plans.get(row)
            if plans and now < plans[0].at - LONG_AGO and row.__name__ not in news:
                overview._plans[row] = plans
        return overview

    def says(self, row: RowOfAll) -> tuple[Plan, ...]:
        """What a row says."""
        plans = self._plans.get(row)
        if plans is None:
            plans = self._plans[row] = tuple(row(self))
        return plans

    @once
    def _plans(self) -> dict[RowOfAll, tuple[Plan, ...]]:
        return {}

    @once
    def zone(self) -> ZoneInfo:
        """The Person's zone."""
        return zone_of(self.known.person)

    @once
    def today(self) -> date:
        """The Person's day."""
        return self.now.astimezone(self.zone).date()

    @once
    def said(self) -> frozenset[str]:
        """The keys of all nudges that have been said."""
        return frozenset(nudged.once for nudged in self.known.nudged)

    @once
    def interview_days(self) -> frozenset[date]:
        """The Person's days from today on on which an Interview begins or ends, whatever it is about, as far as they
        are known; a few before it may be among them."""
        since = self.now - LONG_AGO
        kept = [i for i in self.known.interviews if i.end > since and i.day_known and not i.cancelled]
        return frozenset(at.astimezone(self.zone).date() for i in kept for at in (i.start, i.end))

    @once
    def days_of_their_own(self) -> frozenset[date | None]:
        """The Person's days on which something else counts: a talk, a day by which something is due or an answer is to
        come."""
        known = self.known
        due = {promise.due for promise in known.promises if promise.done_at is None}
        deadlines = {day for event in known.events for day in (event.deadline, event.latest)}
        windows = {interview.window_latest for interview in known.interviews}
        return self.interview_days.union(due, deadlines, windows)

    @once
    def is_looking(self) -> bool:
        """Whether the Person looks for a job: something is being pursued that is newer than a yes of theirs (R44)."""
        taken = max((event.at for event in self.known.events if event.type is EventType.ACCEPTED), default=None)
        running = [look for look in self.looks if look.end is None]
        return any(taken is None or interview.start > taken for look in running for interview in look.interviews)


def overview(known: Known, now: datetime) -> Overview:
    """All that is being pursued as it stands at `now`."""
    return Overview(known=known, looks=tuple(looks(known, now)), now=now)


RowOfAll = Callable[[Overview], Iterator[Plan]]
