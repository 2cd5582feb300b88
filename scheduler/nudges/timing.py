"""What to say now, when to look again, and what comes next: the rows of the table under one restraint.

Quiet. All four questions go through the same list of plans and the same `Restraint.earliest`, so they agree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import takewhile

from scheduler.nudges.absence import AWAY, begun, lost_before
from scheduler.nudges.journeys import turning
from scheduler.nudges.look import Look
from scheduler.nudges.looking import is_muted, looks
from scheduler.nudges.outlook import Outlook, free_again_after, outlook
from scheduler.nudges.plan import FAR_FUTURE, Plan
from scheduler.nudges.restraint import Restraint, lately
from storage.facts import Known

STEPS_AHEAD, LOOKS_AHEAD = 80, 1200
"""With more than fifteen Opportunities fewer steps are played: nobody waits for somebody who has hundreds."""


def due(known: Known, now: datetime) -> Plan | None:
    """The one nudge to say now, or None."""
    moment = outlook(known, now)
    return next(moment.sayable(moment.unsaid_in_turn()), None)


def still_due(known: Known, once: str, now: datetime) -> bool:
    """Whether a nudge that was put on its way should still be said: asked right before it is sent.

    It is looked at as on the day it was decided: nothing that was said after it is in its way.
    """
    this = next((nudged.id for nudged in known.nudged if nudged.once == once), known.person.serial + 1)
    before = replace(known, nudged=tuple(nudged for nudged in known.nudged if nudged.id < this))
    moment = outlook(before, now)
    return any(plan.once == once for plan in moment.sayable(moment.unsaid_in_turn()))


def next_wake(known: Known, now: datetime) -> datetime | None:
    """When to look at this Person again (UTC): `now` when something is due; None when time alone changes nothing."""
    return outlook(known, now).next_wake()


def free_again(known: Known, now: datetime) -> datetime:
    """The first moment from `now` on (UTC) at which anything may be said to them unasked, or their clock changes."""
    return free_again_after(Restraint(lately(known, now)), now)


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
    moment = Outlook(known, now, tuple(unmuted) or tuple(looks(known, now)))
    for at, plan in _played(moment, min(STEPS_AHEAD, LOOKS_AHEAD // max(1, len(moment.looks)))):
        if plan.opportunity_id in wanted:
            found.setdefault(plan.opportunity_id, (at, plan))
            if wanted <= found.keys():
                break
    return found


def _played(moment: Outlook, steps: int = STEPS_AHEAD) -> Iterator[tuple[datetime, Plan]]:
    """What is said from this moment on, and when, if nothing else happens.

    Moments at which nothing may be said, whatever it is, are passed over.
    """
    for _ in range(steps):
        while (plan := next(moment.sayable(moment.unsaid), None)) is not None:
            yield moment.now, plan
            moment = moment.behind(plan)
        following = moment.next_wake()
        if following is None:
            return
        there = turning(moment.known.person) or FAR_FUTURE
        moment = moment.later(min(moment.restraint.for_all(following), max(there, following)))


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
    still_open = outlook(there, now).open()
    names = {plan.once for plan in still_open} | {nudged.once for nudged in known.nudged}
    then = replace(there, nudged=tuple(nudged for nudged in known.nudged if nudged.at < until))
    meant = takewhile(lambda said: said[0] <= until, _played(outlook(then, since)))
    return [plan for _, plan in meant if plan.once not in names], still_open
