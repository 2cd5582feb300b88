"""What stands in a calendar of the Person's, and where that is found."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field

from storage import facts
from storage.tables.columns import OfPerson, one_of


class AppointmentRow(OfPerson, table=True):
    """An event in a calendar: each is known once."""

    __tablename__ = "appointment"
    __table_args__ = (
        sa.UniqueConstraint("person_id", "uid", "recurrence"),
        sa.CheckConstraint('"end" >= start', name="end_not_before_start"),
        sa.CheckConstraint("length(uid) > 0", name="uid_not_empty"),
    )

    uid: str
    start: datetime
    end: datetime
    all_day: bool
    recurrence: str
    title: str
    organizer: str
    zone: str | None
    sequence: int = Field(sa_type=sa.BigInteger)
    stamp: datetime | None
    modified: datetime | None
    cancelled: bool
    from_feed: bool
    decision: facts.Decision = Field(sa_type=one_of(facts.Decision, "decision"))
    asked: bool
    interview_id: int | None
    replaces: int | None
    version: int


class FeedRow(OfPerson, table=True):
    """The private address of a calendar, sealed; one a Person."""

    __tablename__ = "feed"
    __table_args__ = (sa.UniqueConstraint("person_id"), sa.Index("ix_feed_look_at", "look_at"))

    host: str
    sealed: str
    since: datetime
    look_at: datetime
    seen_at: datetime | None
    etag: str | None
    modified: str | None
    troubles: int
    trouble_since: datetime | None
    version: int
