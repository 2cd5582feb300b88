"""What may be taken for granted of an Interview: when it must be over, though nobody has said its clock time, and
whether the Person has told how it went, though not in a word.

Quiet. The hour that stands in its row may be an assumption; a nudge must not act as if it were known.
"""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from scheduler.nudges.plan import clock_at
from scheduler.nudges.quiet_hours import CHECK_IN_AFTER
from storage.facts import Interview, Known
from storage.grouping import noted_of

EVENING = time(18)
UNANSWERED = (None,) * 4


def over_at(interview: Interview, zone: ZoneInfo) -> datetime:
    """When it is over (UTC): its end, but not before EVENING of its day in `zone` where its clock time is assumed."""
    if interview.start_known:
        return interview.end
    return max(interview.end, clock_at(interview.start.astimezone(zone).date(), EVENING, zone))


def check_in_at(interview: Interview, zone: ZoneInfo) -> datetime:
    """When the coach asks how it went (UTC): minutes after its end, or in the evening of its day."""
    return max(interview.end + CHECK_IN_AFTER, over_at(interview, zone))


def is_told(known: Known, interview: Interview) -> bool:
    """Whether the Person has told of it since: nobody who has is asked how it went as if they had not. (By when they
    answer may have been told before.)"""
    answers = (interview.mood, interview.interest_said, interview.detail_answer, interview.promise_answer)
    if answers != UNANSWERED:
        return True
    notes = known.notes and noted_of(known.notes, interview.id)
    return any(note.at >= interview.end for note in notes)
