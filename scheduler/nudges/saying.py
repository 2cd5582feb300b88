"""What is known once a nudge has been said, was taken back, arrived late, or was put off.

Quiet. A nudge that was put off is said again under a key of its own: that of the first one, and the moment asked for.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from scheduler.nudges.plan import Plan
from storage.changing import changed
from storage.facts import Known, Nudged

AGAIN = "~"
"""Stands between the key of a nudge and the moment for which it was put off."""
ON_ITS_WAY = timedelta(minutes=1)
"""How long a nudge may take from the decision to the sending before the later moment counts."""


def base_of(once: str) -> str:
    """The key of the nudge itself, however often it was put off."""
    return once.partition(AGAIN)[0]


def again_once(nudged: Nudged) -> str:
    """The key under which a nudge that was put off is said again."""
    return f"{base_of(nudged.once)}{AGAIN}{nudged.again_at:%Y%m%dT%H%M}"


def is_awaited(known: Known, nudged: Nudged) -> bool:
    """Whether the Person asked to hear it again, and has not yet."""
    return nudged.again_at is not None and all(other.once != again_once(nudged) for other in known.nudged)


def note_said(known: Known, plan: Plan, now: datetime, dropped: str | None = None) -> Known:
    """What is known once `plan` has been said (or dropped, with the reason) at `now`."""
    serial = known.person.serial + 1
    nudged = Nudged(
        id=serial, once=plan.once, name=plan.name, opportunity_id=plan.opportunity_id, at=now, dropped=dropped
    )
    return changed(known, person=changed(known.person, serial=serial), nudged=(*known.nudged, nudged))


def unsay(known: Known, once: str) -> Known:
    """What is known if that nudge had not been said, nor what was said or dropped with it."""
    at = next((nudged.at for nudged in known.nudged if nudged.once == once), None)
    return replace(known, nudged=tuple(nudged for nudged in known.nudged if nudged.at != at))


def sent(known: Known, once: str, now: datetime) -> Known:
    """What is known when a nudge leaves at `now`: after an outage, what follows is counted from then (the same Known
    when it leaves at once)."""
    late = next((n for n in known.nudged if n.once == once and now - n.at > ON_ITS_WAY), None)
    return known if late is None else _changed(known, replace(late, at=now))


def snooze(known: Known, once: str, at: datetime) -> Known:
    """What is known when the Person wants to hear that nudge again at `at` (aware); nothing new for an unknown one."""
    found = next((nudged for nudged in known.nudged if nudged.once == once), None)
    return known if found is None else _changed(known, replace(found, again_at=at))


def _changed(known: Known, changed: Nudged) -> Known:
    return replace(known, nudged=tuple(changed if nudged.id == changed.id else nudged for nudged in known.nudged))
