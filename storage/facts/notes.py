"""What the Person has written down, and what is kept for them until its day.

Quiet.
"""

from __future__ import annotations

from datetime import date, datetime

from storage.facts.kinds import NoteKind, OpenKind
from storage.values import dataclass


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
    """When it was told; of a REMINDER, when it is to be said."""
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
