"""Which Opportunities are looked at: those that are open, and of which something may be said unasked.

Quiet.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from scheduler.nudges.look import Look
from scheduler.nudges.plan import FAR_FUTURE
from storage.facts import Known, Opportunity


def is_muted(opportunity: Opportunity, now: datetime) -> bool:
    """Whether nothing is said unasked about it at `now`; a mute with an end is over by itself."""
    return opportunity.muted or (opportunity.muted_until is not None and now < opportunity.muted_until)


def mute_ends(known: Known, now: datetime) -> datetime | None:
    """The next moment at which a mute is over by itself (UTC); None when none will be."""
    ends = (o.muted_until for o in known.opportunities if not o.muted and o.muted_until is not None)
    return min((end for end in ends if now < end), default=None)


def look_at(known: Known, opportunity: Opportunity, now: datetime) -> Look:
    """One Opportunity as it stands at `now`."""
    return Look(known=known, opportunity=opportunity, now=now)


def looks(known: Known, now: datetime) -> Iterator[Look]:
    """Each open Opportunity as it stands at `now`, those that are muted left out."""
    for opportunity in known.opportunities:
        if opportunity.closed_at is None and not is_muted(opportunity, now):
            yield look_at(known, opportunity, now)


def has_ended(known: Known, opportunity: Opportunity) -> bool:
    """Whether it was decided, by either side, and has not been taken up again."""
    return look_at(known, opportunity, FAR_FUTURE).end is not None
