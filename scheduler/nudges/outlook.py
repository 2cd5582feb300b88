"""What may be said to one Person at one moment, by every row of the table, and the moments behind it.

Quiet. What is the same at a later moment is not worked out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from operator import attrgetter

from scheduler.nudges.absence import absence, is_told
from scheduler.nudges.endings import LONG_CLOSED
from scheduler.nudges.journeys import travelled, turning
from scheduler.nudges.look import Look, Row
from scheduler.nudges.looking import is_muted, look_at, looks, mute_ends
from scheduler.nudges.overview import Overview
from scheduler.nudges.plan import FAR_FUTURE, Plan
from scheduler.nudges.reminding import reminders
from scheduler.nudges.restraint import Restraint, is_resting, is_urgent, lately, wants_little
from scheduler.nudges.saying import again_once, base_of, is_awaited, note_said
from scheduler.nudges.table import (
    ABOUT_ALL,
    AFTER_THE_END,
    BY_THE_CLOCK,
    BY_THE_WEEK,
    LAPSING,
    SPEAKS_OF,
    TABLE,
    WHEN_CLOSED,
)
from scheduler.nudges.wait import is_spoken_out
from scheduler.policy.lazily import once
from storage.facts import Known, Nudged
from storage.values import dataclass

BY_TIME = attrgetter("at")
PLACES = {row: place for place, row in enumerate(TABLE)}
SPOKEN_OF = {part: [row for row in TABLE if SPEAKS_OF[row] == part] for part in SPEAKS_OF.values()}
"""The rows that speak of a part of a Look."""


@dataclass(frozen=True)
class Outlook:
    """What is known, and when."""

    known: Known
    now: datetime
    looks: tuple[Look, ...]

    def later(self, now: datetime) -> Outlook:
        """The same when time has passed, and nothing has happened."""
        return self._later(self.known, now, self.restraint)

    def behind(self, plan: Plan) -> Outlook:
        """The first moment at which anything may be said once `plan` has been, or at which their clock changes."""
        known = note_said(self.known, plan, self.now)
        restraint = self.restraint.later(lately(known, self.now))
        return self._later(known, free_again_after(restraint, self.now), restraint)

    def _later(self, known: Known, now: datetime, restraint: Restraint) -> Outlook:
        if min(self.mute_ends or FAR_FUTURE, turning(self.known.person) or FAR_FUTURE) <= now:
            return outlook(known, now)
        looks = tuple([look.later(known, now, LAPSING) for look in self.looks])
        moment, mine = Outlook(known, now, looks), vars(self)
        same_round = all(map(Look.is_same_round, looks, self.looks))
        overview = self.overview.later(known, looks, now, BY_THE_WEEK if same_round else ())
        vars(moment).update(overview=overview, mute_ends=self.mute_ends)
        if not wants_little(known.person):
            vars(moment)["restraint"] = restraint
        if same_round and "asked" in mine and len(moment.closed) == len(self.closed):
            vars(moment)["asked"] = self.asked
        return moment

    @once
    def mute_ends(self) -> datetime | None:
        """When there is more to look at, because a mute is over."""
        return mute_ends(self.known, self.now)

    @once
    def restraint(self) -> Restraint:
        urgent = sorted(filter(is_urgent, self.unsaid), key=BY_TIME) if wants_little(self.known.person) else ()
        return Restraint(lately(self.known, self.now), tuple(plan.at for plan in urgent))

    @once
    def overview(self) -> Overview:
        return Overview(known=self.known, looks=self.looks, now=self.now)

    def _rows(self) -> Iterator[Plan]:
        """What every row would say, in the order of the table."""
        yield from reminders(self.known)
        looks = (*self.looks, *self.closed)
        for row, place in self.asked:
            yield from looks[place].says(row, by_the_clock=row in BY_THE_CLOCK)
        unwanted = self.known.person.unwanted
        for about_all in ABOUT_ALL:
            if about_all.__name__ not in unwanted and not is_resting(self.known, about_all.__name__):
                yield from self.overview.says(about_all)

    @once
    def asked(self) -> list[tuple[Row, int]]:
        """Each row that is asked, and of whom, in the order of the table: by their places among those that are open,
        and behind them those that are closed."""
        asked = [(row, n) for n, look in enumerate(self.looks) for row in _asked_of(look)]
        asked += [(row, len(self.looks) + n) for n, _ in enumerate(self.closed) for row in WHEN_CLOSED]
        unwanted = self.known.person.unwanted
        return sorted([pair for pair in asked if pair[0].__name__ not in unwanted], key=lambda pair: PLACES[pair[0]])

    @once
    def closed(self) -> tuple[Look, ...]:
        """Those that were let go not long ago."""
        since = self.now - 2 * LONG_CLOSED
        lately = (o for o in self.known.opportunities if o.closed_at is not None and o.closed_at > since)
        return tuple([look_at(self.known, o, self.now) for o in lately if not is_muted(o, self.now)])

    @once
    def unsaid(self) -> tuple[Plan, ...]:
        """Every plan that has not been said, and every one that the Person wants to hear again."""
        return tuple(self.unsaid_in_turn())

    def unsaid_in_turn(self) -> Iterator[Plan]:
        """The same, worked out one after another: for whoever wants the first."""
        if not is_told(self.known):
            yield from absence(self.known)
            return
        said = {nudged.once for nudged in self.known.nudged}
        again = [nudged for nudged in self.known.nudged if nudged.again_at is not None]
        put_off = {base_of(nudged.once): nudged for nudged in again if is_awaited(self.known, nudged)}
        for plan in self._rows():
            if plan.name in self.known.person.unwanted:
                continue
            if plan.once in put_off:
                yield _again(plan, put_off[plan.once])
            elif plan.once not in said:
                yield plan

    def sayable(self, plans: Iterable[Plan]) -> Iterator[Plan]:
        """What may be said of them at this very moment, the most urgent first."""
        if self.restraint.is_off or self.restraint.for_all(self.now) > self.now:
            return
        for plan in sorted(plans, key=is_urgent, reverse=True) if self.restraint.urgent else plans:
            if plan.at <= self.now < plan.until and self.restraint.earliest(plan, self.now) == self.now:
                yield plan

    def open(self) -> list[Plan]:
        """What is of use at this moment, the most urgent first, however much has been said today."""
        return [plan for plan in self.unsaid if plan.at <= self.now < plan.until]

    def next_wake(self) -> datetime | None:
        if self.restraint.is_off:
            return None
        if (awake := self.restraint.paused_until(self.now)) is not None:
            return awake
        first = min(self._first_said(), self.mute_ends or FAR_FUTURE, turning(self.known.person) or FAR_FUTURE)
        for look in self.looks if is_told(self.known) else ():
            change = look.changes_at(first)
            if change is not None and not is_spoken_out(look):
                first = change
        return None if first == FAR_FUTURE else first

    def _first_said(self) -> datetime:
        """When the first of the plans may be said, the verdicts being what they are."""
        first = FAR_FUTURE
        for plan in sorted(self.unsaid, key=BY_TIME):
            if plan.at >= first:
                break
            at = self.restraint.earliest(plan, max(plan.at, self.now))
            first = min(first, at) if at < plan.until else first
        return first


def _asked_of(look: Look) -> Iterator[Row]:
    """The rows that have something to speak of there."""
    for part, rows in SPOKEN_OF.items():
        if getattr(look, part):
            yield from rows if look.end is None else AFTER_THE_END.intersection(rows)


def _again(plan: Plan, nudged: Nudged) -> Plan:
    """The same nudge at the moment the Person asked for, and until it is pointless."""
    assert nudged.again_at is not None
    at = max(nudged.again_at, plan.at)
    return replace(plan, once=again_once(nudged), at=at, until=plan.pointless_from)


def outlook(known: Known, now: datetime) -> Outlook:
    """All that may be said about what is pursued, as it stands at `now`."""
    return Outlook(there := travelled(known, now), now, tuple(looks(there, now)))


def free_again_after(restraint: Restraint, now: datetime) -> datetime:
    """The first moment from `now` on at which anything may be said, or their clock changes."""
    return min(restraint.for_all(now), max(turning(restraint.known.person) or FAR_FUTURE, now))
