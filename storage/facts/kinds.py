"""What a fact may be one of: kinds, sides, answers.

Quiet.
"""

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
    REMINDER = "reminder"
    """To be said to the Person at a moment they named."""


class Mood(StrEnum):
    """How an Interview felt to the Person."""

    GREAT = "great"
    FINE = "fine"
    ROUGH = "rough"
    SKIPPED = "skipped"


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
