"""What to say now, when to look again, and what comes next: the rows of the table under one restraint.

Quiet. All four questions go through the same list of plans and the same `Restraint.earliest`, so they agree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import takewhile
from operator import attrgetter

from scheduler.nudges.absence import AWAY, absence, begun, is_told, lost_before
from scheduler.nudges.endings import LONG_CLOSED
from scheduler.nudges.journeys import travelled, turning
from scheduler.nudges.look import Look
from scheduler.nudges.looking import is_muted, look_at, looks, mute_ends
from scheduler.nudges.overview import Overview
from scheduler.nudges.plan import FAR_FUTURE, Plan
from scheduler.nudges.reminding import reminders
from scheduler.nudges.restraint import Restraint, is_resting, is_urgent, lately, wants_little
from scheduler.nudges.saying import again_once, base_of, is_awaited, note_said
from scheduler.nudges.table import ABOUT_ALL, AFTER_THE_END, BY_THE_CLOCK, BY_THE_VERDICT, SPEAKS_OF, TABLE, WHEN_CLOSED
from scheduler.nudges.wait import is_spoken_out
from scheduler.policy.lazily import once
from storage.facts import Known, Nudged
from storage.values import dataclass

STEPS_AHEAD, LOOKS_AHEAD = 80, 1200
"""With more than fifteen Opportunities fewer steps are played: nobody waits for somebody who has hundreds."""
BY_TIME = attrgetter("at")
ROWS = tuple(
    (row, row.__name__, attrgetter(SPEAKS_OF[row]), row in BY_THE_CLOCK, row in AFTER_THE_END, row in WHEN_CLOSED)
    for row in TABLE
)
"""The table with what is asked of each row at every look."""


@dataclass(frozen=True)
class _Moment:
    """What is known, and when."""

    known: Known
    now: datetime
    looks: tuple[Look, ...]

    def later(self, known: Known, now: datetime) -> _Moment:
        """The same when time has passed, and nothing has happened but nudges (`known`)."""
        if min(self.mute_ends or FAR_FUTURE, turning(self.known.person) or FAR_FUTURE) <= now:
            return _moment(known, now)
        moment = _Moment(known, now, tuple([look.later(known, now, BY_THE_VERDICT) for look in self.looks]))
        vars(moment).update(overview=self.overview.later(known, moment.looks, now), mute_ends=self.mute_ends)
        if known is self.known and not wants_little(known.person):
            vars(moment)["restraint"] = self.restraint
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
        unwanted = self.known.person.unwanted
        pursued = [look for look in self.looks if look.end is None]
        closed = list(self._lately_closed())
        for row, name, speaks_of, by_the_clock, after_the_end, when_closed in ROWS:
            if name in unwanted:
                continue
            for look in self.looks if after_the_end else pursued:
                if speaks_of(look):
                    yield from row(look) if by_the_clock else look.says(row)
            for look in closed if when_closed else ():
                yield from row(look)
        for about_all in ABOUT_ALL:
            if about_all.__name__ not in unwanted and not is_resting(self.known, about_all.__name__):
                yield from about_all(self.overview)

    def _lately_closed(self) -> Iterator[Look]:
        since = self.now - 2 * LONG_CLOSED
        for opportunity in self.known.opportunities:
            closed = opportunity.closed_at
            if closed is not None and closed > since and not is_muted(opportunity, self.now):
                yield look_at(self.known, opportunity, self.now)

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


def _again(plan: Plan, nudged: Nudged) -> Plan:
    """The same nudge at the moment the Person asked for, and until it is pointless."""
    assert nudged.again_at is not None
    at = max(nudged.again_at, plan.at)
    return replace(plan, once=again_once(nudged), at=at, until=plan.pointless_from)


def _moment(known: Known, now: datetime) -> _Moment:
    return _Moment(there := travelled(known, now), now, tuple(looks(there, now)))


def due(known: Known, now: datetime) -> Plan | None:
    """The one nudge to say now, or None."""
    moment = _moment(known, now)
    return next(moment.sayable(moment.unsaid_in_turn()), None)


def still_due(known: Known, once: str, now: datetime) -> bool:
    """Whether a nudge that was put on its way should still be said: asked right before it is sent.

    It is looked at as on the day it was decided: nothing that was said after it is in its way.
    """
    this = next((nudged.id for nudged in known.nudged if nudged.once == once), known.person.serial + 1)
    before = replace(known, nudged=tuple(nudged for nudged in known.nudged if nudged.id < this))
    moment = _moment(before, now)
    return any(plan.once == once for plan in moment.sayable(moment.unsaid_in_turn()))


def next_wake(known: Known, now: datetime) -> datetime | None:
    """When to look at this Person again (UTC): `now` when something is due; None when time alone changes nothing."""
    return _moment(known, now).next_wake()


def free_again(known: Known, now: datetime) -> datetime:
    """The first moment from `now` on (UTC) at which anything may be said to them unasked, or their clock changes."""
    return min(Restraint(lately(known, now)).for_all(now), max(turning(known.person) or FAR_FUTURE, now))


def coming(
    known: Known, now: datetime, seen: Iterable[Look] = (), about: Collection[int] | None = None
) -> dict[int, tuple[datetime, Plan]]:
    """What will be said next about each open Opportunity, and when, if nothing else happens; only those in `about`, if
    it is given.

    Plays the same two functions forward, so what /status promises is what will be sent. `seen`: every open Opportunity
    as it stands at `now`, when that has been looked at already.
    """
    found: dict[int, tuple[datetime, Plan]] = {}
    pursued = {o.id for o in known.opportunities if o.closed_at is None and not o.muted}
    wanted = pursued if about is None else pursued & set(about)
    unmuted = (look for look in seen if look.opportunity.id in pursued and not is_muted(look.opportunity, now))
    moment = _Moment(known, now, tuple(unmuted) or tuple(looks(known, now)))
    for at, plan in _played(moment, min(STEPS_AHEAD, LOOKS_AHEAD // max(1, len(moment.looks)))):
        if plan.opportunity_id in wanted:
            found.setdefault(plan.opportunity_id, (at, plan))
            if wanted <= found.keys():
                break
    return found


def _played(moment: _Moment, steps: int = STEPS_AHEAD) -> Iterator[tuple[datetime, Plan]]:
    """What is said from this moment on, and when, if nothing else happens.

    Moments at which nothing may be said, whatever it is, are passed over.
    """
    for _ in range(steps):
        while (plan := next(moment.sayable(moment.unsaid), None)) is not None:
            yield moment.now, plan
            said = note_said(moment.known, plan, moment.now)
            moment = moment.later(said, free_again(said, moment.now))
        following = moment.next_wake()
        if following is None:
            return
        there = turning(moment.known.person) or FAR_FUTURE
        moment = moment.later(moment.known, min(moment.restraint.for_all(following), max(there, following)))


def noticed(known: Known, since: datetime, now: datetime) -> Known:
    """What is known of a Person who is looked at `now` and should have been at `since` (UTC): whether the coach was
    away for so long that it owes them a word about it. The same Known when it does not."""
    if now - since < AWAY:
        return known
    away = begun(known, since, now)
    return away if lost_before(away.person) or any(missed(away, now)) else known


def missed(known: Known, now: datetime) -> tuple[list[Plan], list[Plan]]:
    """What would have been said during the last absence and is of no use any more, and what is now, the most urgent
    first. Two empty lists when there was none."""
    since, until = known.person.away_since, known.person.away_until
    if since is None or until is None:
        return [], []
    there = replace(known, person=replace(known.person, away_since=None))
    still_open = _moment(there, now).open()
    names = {plan.once for plan in still_open} | {nudged.once for nudged in known.nudged}
    then = replace(there, nudged=tuple(nudged for nudged in known.nudged if nudged.at < until))
    meant = takewhile(lambda said: said[0] <= until, _played(_moment(then, since)))
    return [plan for _, plan in meant if plan.once not in names], still_open
