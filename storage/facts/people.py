"""The Person, what was said to them unasked, and all that is known about one of them.

Quiet.
"""

from __future__ import annotations

from datetime import date, datetime, time

from storage.facts.calendars import Appointment, Feed
from storage.facts.kinds import Stage
from storage.facts.notes import Note, OpenPoint, Parked, Week
from storage.facts.opportunities import Contact, Event, Interview, Opportunity, Promise
from storage.values import dataclass

PICTURES_OFF = "off"
"""Among the colours of pictures: none are drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudged:
    """A nudge that has been put on its way, or was dropped with a reason. `once` keeps it from being said twice."""

    id: int
    once: str
    name: str
    opportunity_id: int | None
    """None: it was about all that the Person is pursuing."""
    at: datetime
    dropped: str | None = None
    again_at: datetime | None = None
    """The Person asked to hear it again at this moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """An Interview that is being added: what has been said of it so far."""

    id: int = 1
    employer: str | None = None
    role: str | None = None
    stage: Stage | None = None
    day: date | None = None
    """The day, on the Person's own calendar, when the clock time is still missing."""
    clock: time | None = None
    """The clock time, on the Person's own clock, when the day is still missing."""
    start: datetime | None = None
    past_confirmed: bool = False
    """The Person said that it is over already."""
    minutes: int | None = None
    appointment_id: int | None = None
    """The Appointment that it is made from."""


@dataclass(frozen=True, kw_only=True)  # without slots: a dictionary is copied at once
class Person:
    """Someone who talks to the bot in a private chat."""

    id: int
    """Telegram's user id, which is also the id of the private chat."""
    name: str = ""
    language: str = "en"
    zone: str | None = None
    """IANA zone; None until known."""
    zone_confirmed: bool = False
    zone_asked_at: datetime | None = None
    """When the Person was last asked for their zone; None: never yet."""
    journey: tuple[str, ...] = ()
    """A stay elsewhere with an end (see `scheduler.nudges.journeys`): zone, first day or "", last day; empty: none."""
    quiet_from: time = time(21)
    quiet_until: time = time(8)
    """No nudge from `quiet_from` to `quiet_until`, wall clock of the Person."""
    most_a_day: int = 3
    """So many messages unasked may come on one day of the Person's, from 1 to 3, beside those that they asked for."""
    paused: bool = False
    """The Person said /stop: nothing is said unasked until they come back."""
    paused_until: datetime | None = None
    """The Person asked for quiet until this moment; None: for no set time."""
    away_since: datetime | None = None
    """The last time that the coach itself was away: from then on,"""
    away_until: datetime | None = None
    """and until then."""
    unwanted: tuple[str, ...] = ()
    """Names of nudges that the Person does not want to get any more."""
    heard_at: datetime | None = None
    """When the Person last wrote or pressed something."""
    sentence: str | None = None
    """How the Person says that they want a job, in their own words (advice 1)."""
    reproaches: int = 0
    """Self-reproaches since the Person was last asked for something that went well (advice 34)."""
    blocked: bool = False
    """Telegram says that the Person has blocked the bot."""
    no_model: bool = False
    """The Person wants no language model to be asked about what they write."""
    helps: bool = False
    """The Person lets us keep what was heard wrongly, without names."""
    pictures: str = "light"
    """In what colours pictures are drawn for the Person, `light` or `dark`; `off`: everything comes in words alone."""
    pictured: str | None = None
    """The message that shows how everything stands, and what it shows (see `bot.say.pictures`); None: none does."""
    redraw_at: datetime | None = None
    """When that message is to show what has become of it; None: it shows what is so."""
    lessons: tuple[str, ...] = ()
    """What was heard wrongly, the newest last (JSON, see `bot.decide.lessons`)."""
    asking: str | None = None
    """Name of the open question; None: none is open."""
    asking_about: int | None = None
    """Number of the row that the open question is about."""
    asking_text: str | None = None
    """What the Person wrote that made us ask, when the answer is needed to go on with it."""
    topic: int | None = None
    """Number of the Opportunity that was spoken of last."""
    journal: str | None = None
    """What the Person's last message made, so that it can be taken back (JSON, see `storage.journal`)."""
    amending: str | None = None
    """Name of the question that would correct what was last understood, for "no, Thursday"."""
    amending_about: int | None = None
    said_lately: tuple[str, ...] = ()
    """Fingerprints of the last messages, to tell an edit that changes nothing. Their words cannot be read from them."""
    comforted: tuple[str, ...] = ()
    """Names of the comforting sentences that the Person was told, the newest last: the next one is another."""
    letter: str | None = None
    """The Draft that was shown last, where a model has written it."""
    serial: int = 0
    """The last row number given out for this Person."""
    version: int = 1


@dataclass(frozen=True, kw_only=True)  # without slots: a dictionary is copied at once
class Known:
    """All that is known about one Person: what every decision is made from."""

    person: Person
    sketch: Sketch | None = None
    opportunities: tuple[Opportunity, ...] = ()
    interviews: tuple[Interview, ...] = ()
    contacts: tuple[Contact, ...] = ()
    promises: tuple[Promise, ...] = ()
    events: tuple[Event, ...] = ()
    parked: tuple[Parked, ...] = ()
    notes: tuple[Note, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    weeks: tuple[Week, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    feeds: tuple[Feed, ...] = ()
    nudged: tuple[Nudged, ...] = ()
