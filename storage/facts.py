"""The words of the house as frozen values: what is known about a Person.

Quiet: no SQL, no clock, no Telegram. Every datetime is aware and in UTC unless a name says otherwise;
every date is a day at the employer unless a name says otherwise. Rows are numbered per Person, so an id
means nothing without the Person it belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum


class Stage(StrEnum):
    """Which round an Interview is."""

    PHONE_SCREEN = "phone_screen"
    FIRST = "first"
    SECOND = "second"
    PANEL = "panel"
    TECHNICAL = "technical"
    FINAL = "final"


class Sector(StrEnum):
    """How slowly an employer of this kind decides (SLOW_SECTOR_WAIT)."""

    PRIVATE = "private"
    PUBLIC = "public"
    ACADEMIC = "academic"


class Channel(StrEnum):
    """How a Contact travels."""

    EMAIL = "email"
    PHONE = "phone"
    LINKEDIN = "linkedin"
    TEXT = "text"


class Direction(StrEnum):
    """Who a Contact came from: `out` is from the Person."""

    OUT = "out"
    IN = "in"


class ContactKind(StrEnum):
    """What a Contact was, as the contact policy counts it."""

    THANK_YOU = "thank_you"
    FOLLOW_UP = "follow_up"
    PROMISE = "promise"
    REPLY = "reply"
    LINKEDIN = "linkedin"
    OTHER = "other"


class Side(StrEnum):
    """Who made a Promise."""

    OURS = "ours"
    THEIRS = "theirs"


class EventType(StrEnum):
    """What else happened in an Opportunity; each type says in the contact policy what it changes."""

    REQUEST = "request"
    QUESTION = "question"
    INVITATION = "invitation"
    NEXT_INTERVIEW = "next_interview"
    SCHEDULING_PENDING = "scheduling_pending"
    SCHEDULED_CALL = "scheduled_call"
    MISSED_CALL = "missed_call"
    LINKEDIN_INVITATION = "linkedin_invitation"
    WINDOW_EXTENDED = "window_extended"
    ASKED_TO_WAIT = "asked_to_wait"
    PROCESS_PAUSED = "process_paused"
    RECRUITER_AWAY = "recruiter_away"
    INVITED_FOLLOW_UP = "invited_follow_up"
    NO_CONTACT = "no_contact"
    SILENCE_MEANS_NO = "silence_means_no"
    OFFER = "offer"
    VERBAL_OFFER = "verbal_offer"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    COMPETING_OFFER = "competing_offer"
    ACCEPTED_OTHER_OFFER = "accepted_other_offer"
    USER_WITHDRAWS = "user_withdraws"
    REJECTED = "rejected"
    REOPENED = "reopened"
    JOB_REPOSTED = "job_reposted"
    PROFILE_VIEW = "profile_view"
    REFERENCE_CALLED = "reference_called"


class Answer(StrEnum):
    """An answer to a yes-or-no question of the check-in; `skipped` is an answer too."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    SKIPPED = "skipped"


class NoteKind(StrEnum):
    """What a Note is about."""

    DETAIL = "detail"
    """One thing they told that stuck (advice 19); `about`: who of them said it."""
    POSITION = "position"
    """What one of the interviewers does there; `about`: their name."""
    NEXT_STEP = "next_step"
    """What comes next and who is involved, as they said (advice 7)."""
    UNPREPARED = "unprepared"
    """A question the Person had not prepared (advice 28); practised until it is solid."""
    WELL = "well"
    BADLY = "badly"
    """What did not go well, and why (advice 30)."""
    EXAMPLE = "example"
    """The strongest example: was it used (advice 31)."""
    LENGTH = "length"
    """Whether the answers were too long or too short (advice 31)."""
    REACTION = "reaction"
    """How they reacted: interrupted, asked to go on (advice 32)."""
    CV = "cv"
    """A slip they found in the CV, or how it could sell the Person better (advice 33)."""
    IDEA = "idea"
    """What the Person would do first in this job (advice 26)."""
    FEEDBACK = "feedback"
    """What they answered when asked for feedback, word for word (advice 58)."""
    LEARNED = "learned"
    """One line of what was learned, written at the end (advice 61)."""
    DAY = "day"
    """Something told that was not understood, kept as it was told."""


class OpenKind(StrEnum):
    """What is open about something that the Person told."""

    WHICH = "which"
    """Which employer is meant."""
    READING = "reading"
    """Which one of several readings."""
    NOTE = "note"
    """Kept as it was told, because it was not understood."""


class Mood(StrEnum):
    """How an Interview felt to the Person."""

    GREAT = "great"
    FINE = "fine"
    ROUGH = "rough"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When the employer said they would answer. `latest` is the day on which they have until the evening."""

    earliest: date | None
    latest: date | None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """One employer and one role the Person is pursuing."""

    id: int
    employer: str
    role: str | None = None
    zone: str | None = None
    """IANA zone of the person who reads at the employer; None: the Person's own."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code, for public holidays; None: weekdays only (and R37)."""
    region: str | None = None
    work_week: tuple[int, ...] = (0, 1, 2, 3, 4)
    """Working days at the employer, Monday is 0."""
    sector: Sector = Sector.PRIVATE
    via_agency: bool = False
    agency: str | None = None
    """The agency's name, once it was said."""
    preferred_channel: Channel | None = None
    closed_at: datetime | None = None
    """Set when the Person or the policy lets go of it; a closed Opportunity is never nudged about."""
    muted: bool = False
    """Nothing is said unasked about it, until the Person takes that back."""
    muted_until: datetime | None = None
    """Nothing is said unasked about it before this moment (UTC)."""
    role_asked: bool = False
    """The Person was asked for the role, and skipped it."""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One talk within an Opportunity, and what the check-in learned about it."""

    id: int
    opportunity_id: int
    start: datetime
    end: datetime
    stage: Stage = Stage.FIRST
    interviewers: tuple[str, ...] = ()
    cancelled: bool = False
    length_known: bool = True
    """False: nobody has said how long it takes, an hour is assumed."""
    day_known: bool = True
    """False: nobody has said on which day; a day is assumed."""
    start_known: bool = True
    """False: the day is known or assumed, the clock time is assumed."""
    announced: bool = True
    """Whether its card has been shown."""
    mood: Mood | None = None
    interest_said: Answer | None = None
    window_answer: Answer | None = None
    """`yes`: a window was named; `no`: they named none; None: not asked or not answered yet."""
    window_earliest: date | None = None
    window_latest: date | None = None
    window_words: str = ""
    channel_answer: Answer | None = None
    promise_answer: Answer | None = None
    thank_you_declined: bool = False
    interest_shown: int | None = None
    """How well the interest came across, 1 to 5 (advice 24); 0: skipped."""
    next_step_answer: Answer | None = None
    met_answer: Answer | None = None
    """Whether the Person said who was there."""
    detail_answer: Answer | None = None
    still_wanted: Answer | None = None
    """Whether the Person still wants the job (advice 12)."""
    debrief: Answer | None = None
    """`yes`: the debrief has begun; `no`: the Person does not want it; None: not offered or not answered."""
    passed_over: tuple[str, ...] = ()
    """Questions of the debrief that were skipped, and `enough` when the Person stopped the check-in."""
    version: int = 1

    @property
    def window(self) -> Window | None:
        """What they said about when they will answer; None when nothing definite was said."""
        if self.window_earliest is None and self.window_latest is None:
            return None
        return Window(earliest=self.window_earliest, latest=self.window_latest, words=self.window_words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Something that was really sent or received."""

    id: int
    opportunity_id: int
    at: datetime
    kind: ContactKind
    direction: Direction = Direction.OUT
    channel: Channel | None = None
    """None counts as e-mail."""
    to: str | None = None
    """A person's name, or `agency`; None: everybody."""
    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What one side said it would do by a day."""

    id: int
    opportunity_id: int
    what: str
    due: date
    side: Side = Side.OURS
    made_at: datetime | None = None
    done_at: datetime | None = None
    broken: bool = False
    """Its day came and went, and the Person says that nothing came; a promise may still be kept late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What else happened in an Opportunity; `at` is when the Person learnt it."""

    id: int
    opportunity_id: int
    type: EventType
    at: datetime
    what: str | None = None
    earliest: date | None = None
    latest: date | None = None
    since: date | None = None
    """First day: of a leave, or from which they said one may ask (`from` in the scenarios)."""
    until: date | None = None
    """Last day: of a leave, of a pause, of the wait for silence or for the paper (`until`, `by`, `written_by`)."""
    deadline: date | None = None
    planned_for: datetime | None = None
    """The planned moment of a call, or the planned end of the next interview (`for` in the scenarios)."""
    no_reply_address: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked:
    """A Draft of the Person's own, written too early and kept until the day it may go."""

    id: int
    opportunity_id: int
    text: str
    at: datetime
    handed_at: datetime | None = None
    """When it was handed over, or thrown away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something the Person wrote down about an Opportunity, in their own words. Their debrief is made of Notes."""

    id: int
    opportunity_id: int
    kind: NoteKind
    text: str
    at: datetime
    interview_id: int | None = None
    about: str | None = None
    """The interviewer it is about; None: nobody in particular."""
    answer: str | None = None
    """What the Person would say now to an UNPREPARED question."""
    practised_at: datetime | None = None
    solid_at: datetime | None = None
    """When the Person marked the answer as solid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """Something the Person told that could not become a fact yet, kept until they settle it."""

    id: int
    kind: OpenKind
    at: datetime
    """When it was told."""
    text: str
    """In the Person's own words."""
    acts: str
    """What was heard in it (JSON)."""
    asked: bool = False
    """The Person was asked about it."""
    opportunity_id: int | None = None
    """The Opportunity it is about; None: that is not known, or it is about none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """How many applications the Person sent in one week."""

    id: int
    monday: date
    """The week's first day, on the Person's own calendar."""
    applications: int


class Decision(StrEnum):
    """Where an Appointment stands with the Person."""

    OPEN = "open"
    """Proposed, and not answered yet."""
    DOUBTFUL = "doubtful"
    """The same of one that may be no interview at all."""
    REPLACING = "replacing"
    """It may be another one that has moved: the Person is asked."""
    PLANNED = "planned"
    IGNORED = "ignored"
    """No interview, says the Person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """An event in a calendar of the Person's that is an interview, or may be one. Its texts are strangers'."""

    id: int
    uid: str
    """How the calendar names it."""
    start: datetime
    end: datetime
    """The same as `start` when the calendar does not say."""
    all_day: bool = False
    """It is a day and not a time: `start` and `end` are the midnights (UTC) that begin its days."""
    recurrence: str = ""
    """Which one of a series: the moment or day that its rule gave it (ISO 8601); empty: there is only one."""
    title: str = ""
    organizer: str = ""
    zone: str | None = None
    """The zone that the calendar names; None: it names none, so the Person's was taken."""
    sequence: int = 0
    """With `stamp` and `modified`: how new it is, as the calendar numbers its versions."""
    stamp: datetime | None = None
    modified: datetime | None = None
    cancelled: bool = False
    from_feed: bool = False
    """Whether it stands in the Feed; else it came as a file."""
    decision: Decision = Decision.OPEN
    asked: bool = False
    """The Person was asked about it, and is not asked again."""
    interview_id: int | None = None
    """The Interview that is planned for it."""
    replaces: int | None = None
    """The Appointment whose place a REPLACING one may take."""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The private address of the Person's calendar; at most one."""

    id: int
    host: str
    """All of the address that is ever shown."""
    sealed: str
    """The address, encrypted with the operator's key."""
    since: datetime
    look_at: datetime
    """When to look at it next."""
    seen_at: datetime | None = None
    """When it was last read; None: never yet."""
    etag: str | None = None
    modified: str | None = None
    """With `etag`: the marks by which its server can say that nothing has changed, as the server gave them."""
    troubles: int = 0
    """Looks in a row that gave no calendar."""
    trouble_since: datetime | None = None
    version: int = 1


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


@dataclass(frozen=True, slots=True, kw_only=True)
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
    quiet_from: time = time(21)
    quiet_until: time = time(8)
    """No nudge from `quiet_from` to `quiet_until`, wall clock of the Person."""
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
    serial: int = 0
    """The last row number given out for this Person."""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
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
    nudged: tuple[Nudged, ...] = field(default=())
