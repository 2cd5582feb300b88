"""Rows about promises, ours and theirs.

Quiet.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta

from scheduler.nudges.look import Look
from scheduler.nudges.plan import EVENING, MORNING, OFFICE_MORNING, SOON, TONIGHT, Plan, clock_at, next_morning
from storage.facts import Known, Opportunity, Promise, Side

EVE_AT = time(17)
EVE_NEEDS = timedelta(days=2)
"""A promise made less than so long before its day needs no word the evening before."""
THEIRS_LAPSES = timedelta(days=5)


def promise(look: Look) -> Iterator[Plan]:
    """On the morning of its day, or in the evening when it was made on that day; once more when it is overdue (R11)."""
    for ours in owed(look.known, look.opportunity):
        at, once = clock_at(ours.due, MORNING, look.zone), f"promise:{ours.id}:{ours.due}"
        late = next_morning(at, look.zone)
        if ours.made_at is not None and ours.made_at.astimezone(look.zone).date() == ours.due:
            once = f"{TONIGHT}:{ours.id}:{ours.due}"
            at = max(clock_at(ours.due, EVENING, look.zone), ours.made_at + SOON)
        yield look.plan("promise", once, ours.id, at, until=min(late, clock_at(ours.due, time.max, look.zone)))
        first = look.said(once)
        if first is not None or not look.was_said(once):
            at = next_morning(max(at, first.at), look.zone) if first else late
            yield look.plan("promise", f"promise_late:{ours.id}:{ours.due}", ours.id, at)


def promise_eve(look: Look) -> Iterator[Plan]:
    """The evening before its day, when it was made well before (advice 40)."""
    for ours in owed(look.known, look.opportunity):
        made = ours.made_at.astimezone(look.zone).date() if ours.made_at else None
        if made is None or made <= ours.due - EVE_NEEDS:
            at = clock_at(ours.due - timedelta(days=1), EVE_AT, look.zone)
            until = clock_at(ours.due, time.min, look.zone)
            once = f"promise_eve:{ours.id}:{ours.due}"
            yield look.plan("promise_eve", once, ours.id, at, until=until, pointless_from=until)


def their_promise(look: Look) -> Iterator[Plan]:
    """The working morning after the day of a promise of theirs: did it come? (advice 40)"""
    for theirs in look.promises:
        if _is_open(theirs):
            day = look.case.calendar.bd(theirs.due, 1)
            at = clock_at(day, OFFICE_MORNING, look.zone)
            once = f"their_promise:{theirs.id}:{theirs.due}"
            yield look.plan("their_promise", once, theirs.id, at, until=at + THEIRS_LAPSES)


def owed(known: Known, opportunity: Opportunity) -> list[Promise]:
    """What the Person has promised there and not sent yet, the most urgent first (R11)."""
    ours = [
        promise
        for promise in known.promises
        if promise.opportunity_id == opportunity.id and promise.side is Side.OURS and promise.done_at is None
    ]
    return sorted(ours, key=lambda promise: promise.due)


def _is_open(promise: Promise) -> bool:
    return promise.side is Side.THEIRS and promise.done_at is None and not promise.broken
