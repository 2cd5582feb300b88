"""The words of the house as frozen values: what is known about a Person.

Quiet: no SQL, no clock, no Telegram. Every datetime is aware and in UTC unless a name says otherwise;
every date is a day at the employer unless a name says otherwise. Rows are numbered per Person, so an id
means nothing without the Person it belongs to.
"""

from storage.facts.calendars import Appointment, Feed
from storage.facts.kinds import (
    Answer,
    Channel,
    ContactKind,
    Decision,
    Direction,
    EventType,
    Mood,
    NoteKind,
    OpenKind,
    Sector,
    Side,
    Stage,
)
from storage.facts.notes import Note, OpenPoint, Parked, Week
from storage.facts.opportunities import UNREACHED, Contact, Event, Interview, Opportunity, Promise, Window
from storage.facts.people import PICTURES_OFF, Known, Nudged, Person, Sketch

__all__ = [
    "PICTURES_OFF",
    "UNREACHED",
    "Answer",
    "Appointment",
    "Channel",
    "Contact",
    "ContactKind",
    "Decision",
    "Direction",
    "Event",
    "EventType",
    "Feed",
    "Interview",
    "Known",
    "Mood",
    "Note",
    "NoteKind",
    "Nudged",
    "OpenKind",
    "OpenPoint",
    "Opportunity",
    "Parked",
    "Person",
    "Promise",
    "Sector",
    "Side",
    "Sketch",
    "Stage",
    "Week",
    "Window",
]
