"""How many status questions were sent in this episode and how many are left (R23 to R26).

Quiet.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from scheduler.calendar_days import Calendar
from scheduler.policy.open_date import Opening
from scheduler.policy.parameters import CLOSE_AFTER, GAP, MAX_FOLLOW_UPS, MAX_TOTAL
from storage.values import dataclass

TOO_OFTEN_TOO_EARLY = 3
"""So many questions before the open date leave none for after it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The count of one episode."""

    early: int = 0
    """Status questions before the open date."""
    left: int = MAX_FOLLOW_UPS
    used: int = 0
    """Of the allowed ones; several early ones use up one (R25)."""
    capped: bool = False
    """MAX_TOTAL, not the episode, leaves nothing (R26)."""
    gap_ends: date | None = None
    """GAP after the last question of this episode (R23)."""
    closes: date = date.min
    """From this day on silence is a no, once nothing is left (R24)."""

    @property
    def count(self) -> tuple[int, int]:
        """Status questions used up and allowed in this episode."""
        return self.used, self.used + self.left


def tally(calendar: Calendar, opening: Opening, open_day: date, asked: Sequence[datetime]) -> Tally:
    """Count the status questions `asked` (of the whole application, in the order of time)."""
    episode = [at for at in asked if at > opening.since]
    opens = calendar.at(open_day, time.min)
    early = sum(at < opens for at in episode)
    left = max(0, allowed_after(early) - (len(episode) - early))
    used = MAX_FOLLOW_UPS - left
    in_total = max(0, MAX_TOTAL - len(asked))
    return Tally(
        early=early,
        left=min(left, in_total),
        used=used,
        capped=in_total == 0 < left,
        gap_ends=calendar.bd(calendar.day_of(episode[-1]), GAP) if episode else None,
        closes=max(open_day, calendar.bd(calendar.day_of(asked[-1]), CLOSE_AFTER)) if asked else open_day,
    )


def allowed_after(early: int) -> int:
    """Questions allowed on or after the open date, when so many were sent before it (R25)."""
    if early == 0:
        return MAX_FOLLOW_UPS
    return MAX_FOLLOW_UPS - 1 if early < TOO_OFTEN_TOO_EARLY else 0
