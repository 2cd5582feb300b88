"""The nudges: a table of what the coach says by itself, when, and until when it is of use.

Quiet. `due` answers what should be said now, `next_wake` when to look again, `coming` what will be said next.
No nudge is stored ahead of time: each is worked out anew from the facts, so a moved date moves all that hang on it.
How much a Person hears, and when, is applied once for all rows (`restraint`). Whether an employer may be written to
is never decided here: the rows ask the contact policy.
"""

from scheduler.nudges.absence import NAME as ABSENCE
from scheduler.nudges.absence import lost_before
from scheduler.nudges.afterwards import check_in, is_late
from scheduler.nudges.answering import move
from scheduler.nudges.assumed import is_told, over_at
from scheduler.nudges.before import lessons_for
from scheduler.nudges.journeys import Journey, begins, journey_of, travelled
from scheduler.nudges.look import Look
from scheduler.nudges.looking import has_ended, is_muted, look_at, looks
from scheduler.nudges.overview import Overview, overview
from scheduler.nudges.plan import FAR_FUTURE, Plan, zone_of
from scheduler.nudges.possible_zones import has_one_clock, possible_zones
from scheduler.nudges.promised import owed
from scheduler.nudges.quiet_hours import is_quiet, is_unplaced, undisturbed, waking
from scheduler.nudges.reminding import NAME as REMINDER
from scheduler.nudges.reminding import reminders_ahead
from scheduler.nudges.restraint import APART, MOST_A_DAY, RECURRING, URGENT, is_paused, is_silent
from scheduler.nudges.saying import note_said, sent, snooze, unsay
from scheduler.nudges.table import ABOUT_ALL, TABLE
from scheduler.nudges.timing import coming, due, free_again, missed, next_wake, noticed, still_due
from scheduler.nudges.together import waited_for
from scheduler.nudges.wait import waiting_draft

__all__ = [
    "ABOUT_ALL",
    "ABSENCE",
    "APART",
    "FAR_FUTURE",
    "MOST_A_DAY",
    "RECURRING",
    "REMINDER",
    "TABLE",
    "URGENT",
    "Journey",
    "Look",
    "Overview",
    "Plan",
    "begins",
    "check_in",
    "coming",
    "due",
    "free_again",
    "has_ended",
    "has_one_clock",
    "is_late",
    "is_muted",
    "is_paused",
    "is_quiet",
    "is_silent",
    "is_told",
    "is_unplaced",
    "journey_of",
    "lessons_for",
    "look_at",
    "looks",
    "lost_before",
    "missed",
    "move",
    "next_wake",
    "note_said",
    "noticed",
    "over_at",
    "overview",
    "owed",
    "possible_zones",
    "reminders_ahead",
    "sent",
    "snooze",
    "still_due",
    "travelled",
    "undisturbed",
    "unsay",
    "waited_for",
    "waiting_draft",
    "waking",
    "zone_of",
]
