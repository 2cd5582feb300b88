"""The numbers of the contact policy, each in one place.

Quiet: constants only. Why each has its value is told in docs/contact-policy.md; `BusinessDays` are counted
at the employer, `timedelta` is elapsed time or calendar days.
"""

from __future__ import annotations

from datetime import time, timedelta

from scheduler.calendar_days import BusinessDays, Hours
from storage.facts import Stage

NOTE_MIN = timedelta(hours=2)
"""Earliest thank-you after the interview ends (R13)."""
NOTE_TARGET = timedelta(hours=24)
"""When the thank-you is best on its way (R13)."""
NOTE_MAX = timedelta(hours=48)
"""End of the normal time for a thank-you (R15)."""
NOTE_LATE = BusinessDays(5)
"""After the interview: until then a late note is better than none (R15)."""
NOTE_HOURS = Hours(time(7), time(21))
"""When a note may arrive (R14)."""
OFFICE_HOURS = Hours(time(9), time(17))
"""When a status question or a call may arrive (R36)."""
LEEWAY = BusinessDays(2)
"""Grace after a day they named (R19)."""
DEFAULT_WAIT = {
    Stage.PHONE_SCREEN: BusinessDays(5),
    Stage.FIRST: BusinessDays(7),
    Stage.SECOND: BusinessDays(7),
    Stage.PANEL: BusinessDays(7),
    Stage.TECHNICAL: BusinessDays(7),
    Stage.FINAL: BusinessDays(10),
}
"""After the interview, when no window is known; grace included (R22)."""
SLOW_SECTOR_WAIT = BusinessDays(15)
"""The same for public bodies and universities (R22)."""
AGENCY_WAIT = BusinessDays(5)
"""The same when an agency stands between (R12, R22)."""
GAP = BusinessDays(5)
"""Between two status questions to the same person (R23, R39)."""
MAX_FOLLOW_UPS = 2
"""Status questions per episode (R24)."""
MAX_TOTAL = 4
"""Status questions per application, over all episodes (R26)."""
CLOSE_AFTER = BusinessDays(5)
"""After the last allowed question: then silence is a no (R24)."""
WAIT_NO_DATE = BusinessDays(10)
"""After "please be patient" without a date (R28)."""
PAUSE_CHECKIN = BusinessDays(20)
"""After "hiring is paused" without a date (R29)."""
SCHEDULING_WAIT = BusinessDays(5)
"""After "we want you again" without a date (R30)."""
VERBAL_OFFER_WAIT = BusinessDays(5)
"""After a spoken offer without a date for the paper (R4)."""
REOPENED_WAIT = BusinessDays(5)
"""After they came back following a no (R7)."""
REPLY_TARGET = BusinessDays(1)
"""In which anything they asked is best answered (R1)."""
REJECTION_REPLY_TARGET = BusinessDays(2)
"""In which thanks for a no are best sent (R5)."""
REJECTION_REPLY = BusinessDays(10)
"""After which thanks for a no come too late (R5)."""
KEEP_IN_TOUCH = timedelta(days=90)
"""Between two signs of life after a no (R6)."""
CALL_GRACE = timedelta(minutes=30)
"""Before asking about a call that they had fixed (R2)."""
NO_CONTACT_CLOSE = BusinessDays(20)
"""After "please do not contact us": then silence is a no (R33)."""
