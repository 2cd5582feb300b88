"""How a letter names the day of a talk, on its reader's clock: "this morning", "on Tuesday"; later by its date."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from storage.facts import Interview

A_WEEK = 6
"""Days after which a weekday alone might be another week's."""
NOON, EVENING, LATE = 12, 18, 20
"""Hours: up to where a talk was in the morning or in the afternoon; from when on a letter may go the next day."""


def how_long_ago(talk: Interview | None, now: datetime | None, there: ZoneInfo, *, may_go_later: bool) -> str | None:
    """The line that says how long ago it was; None where nothing of it can be said.

    `may_go_later`: the letter may go tomorrow: what is true of today would not be then.
    """
    if talk is None or now is None or not talk.day_known:
        return None
    start, now = talk.start.astimezone(there), now.astimezone(there)
    days = (now.date() - start.date()).days
    if days > A_WEEK or days < 0 or now < start:
        return None
    is_late = now.hour >= LATE or may_go_later
    if days == 0 and not is_late:
        part = "morning" if start.hour < NOON else "afternoon" if start.hour < EVENING else "evening"
        return f"when.{part}" if talk.start_known else "when.today"
    return "when.yesterday" if days == 1 and not is_late else "when.day"


def day_of(talk: Interview | None, now: datetime | None, there: ZoneInfo) -> tuple[date, bool] | None:
    """The day of a talk that is over, and whether its weekday is enough to name it; None where it is not known."""
    if talk is None or now is None or not talk.day_known or now < talk.start:
        return None
    day = talk.start.astimezone(there).date()
    return day, (now.astimezone(there).date() - day).days <= A_WEEK
