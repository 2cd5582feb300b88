"""What stands in a calendar of the Person's, and where that is found.

Quiet.
"""

from __future__ import annotations

from datetime import datetime

from storage.facts.kinds import Decision
from storage.values import dataclass


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
