"""The tables: one a fact, and the inbox and outbox.

A fact's row has the columns of its value in `storage.facts` and `person_id`; a test holds the two together.
What must not happen twice is forbidden here by a unique key, what cannot be is forbidden by a CHECK.
Datetimes are stored in UTC by SQLModel's own column type, which refuses naive ones.
"""

from storage.tables.calendars import AppointmentRow, FeedRow
from storage.tables.columns import METADATA, JsonTuple, OfPerson, in_state, of_opportunity, one_of
from storage.tables.notes import NoteRow, OpenPointRow, ParkedRow, WeekRow
from storage.tables.opportunities import ContactRow, EventRow, InterviewRow, OpportunityRow, PromiseRow
from storage.tables.owned import BotRow, NoticeRow
from storage.tables.people import NudgedRow, PersonRow, SketchRow
from storage.tables.queues import HoldRow, InboxRow, InboxState, OutboxRow, OutboxState, PaceRow, QuestionRow, What

__all__ = [
    "METADATA",
    "AppointmentRow",
    "BotRow",
    "ContactRow",
    "EventRow",
    "FeedRow",
    "HoldRow",
    "InboxRow",
    "InboxState",
    "InterviewRow",
    "JsonTuple",
    "NoteRow",
    "NoticeRow",
    "NudgedRow",
    "OfPerson",
    "OpenPointRow",
    "OpportunityRow",
    "OutboxRow",
    "OutboxState",
    "PaceRow",
    "ParkedRow",
    "PersonRow",
    "PromiseRow",
    "QuestionRow",
    "SketchRow",
    "WeekRow",
    "What",
    "in_state",
    "of_opportunity",
    "one_of",
]
