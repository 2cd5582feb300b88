"""What the Person asked to be reminded of in their own words, at the moment that was named to them.

Quiet. It is kept as an OpenPoint, and is no judgement of the coach's: nothing but the quiet hours moves it.
"""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.nudges.plan import Plan
from storage.facts import Known, OpenKind, OpenPoint

NAME = "reminder"


def reminders(known: Known) -> Iterator[Plan]:
    """Each of them, once."""
    for point in known.open_points:
        if point.kind is OpenKind.REMINDER:
            yield Plan(name=NAME, once=_once(point), opportunity_id=None, subject=point.id, at=point.at)


def reminders_ahead(known: Known) -> list[OpenPoint]:
    """Those that have not been said, the next one first."""
    said = {nudged.once for nudged in known.nudged if nudged.name == NAME}
    ours = [p for p in known.open_points if p.kind is OpenKind.REMINDER and _once(p) not in said]
    return sorted(ours, key=lambda point: (point.at, point.id))


def _once(point: OpenPoint) -> str:
    return f"{NAME}:{point.id}"
