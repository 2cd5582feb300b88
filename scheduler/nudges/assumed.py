"""When an Interview is spoken of whose clock time nobody has said: not before the evening, when it must be over.

Quiet. The hour that stands in its row is an assumption; a nudge must not act as if it were known.
"""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from scheduler.nudges.plan import clock_at
from scheduler.nudges.quiet_hours import CHECK_IN_AFTER
from storage.facts import Interview

EVENING = time(18)


def over_at(interview: Interview, zone: ZoneInfo) -> datetime:
    """When it is over (UTC): its end, but not before EVENING of its day in `zone` where its clock time is assumed."""
    if interview.start_known:
        return interview.end
    return max(interview.end, clock_at(interview.start.astimezone(zone).date(), EVENING, zone))


def check_in_at(interview: Interview, zone: ZoneInfo) -> datetime:
    """When the coach asks how it went (UTC): minutes after its end, or in the evening of its day."""
    return max(interview.end + CHECK_IN_AFTER, over_at(interview, zone))
