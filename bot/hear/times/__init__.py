"""Understanding what people type about time: reply windows, interview times, reminders, places.

Quiet: the text and `now` in, a frozen answer out. The grammar is a list of small rules over words
(`bot.hear.times.rules`); the words of each language stand in a table of their own (`words_en`).
"""

from bot.hear.times.answers import (
    Ask,
    InterviewRead,
    PlaceChoice,
    PlaceRead,
    Reason,
    SnoozeRead,
    Unknown,
    WindowRead,
)
from bot.hear.times.interviews import read_interview_time, read_length, tells_a_day
from bot.hear.times.places import begins_with_place, read_place
from bot.hear.times.snoozes import read_snooze
from bot.hear.times.windows import read_window

__all__ = [
    "Ask",
    "InterviewRead",
    "PlaceChoice",
    "PlaceRead",
    "Reason",
    "SnoozeRead",
    "Unknown",
    "WindowRead",
    "begins_with_place",
    "read_interview_time",
    "read_length",
    "read_place",
    "read_snooze",
    "read_window",
    "tells_a_day",
]
