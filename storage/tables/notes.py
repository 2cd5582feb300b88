"""What the Person has written down, and what is kept for them until its day."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field

from storage import facts
from storage.tables.columns import OfPerson, of_opportunity, one_of


class ParkedRow(OfPerson, table=True):
    """A message of the Person's own that waits for its day."""

    __tablename__ = "parked"
    __table_args__ = (of_opportunity(),)

    opportunity_id: int
    text: str
    at: datetime
    handed_at: datetime | None


class NoteRow(OfPerson, table=True):
    """Something the Person wrote down."""

    __tablename__ = "note"
    __table_args__ = (of_opportunity(), sa.CheckConstraint("length(text) > 0", name="text_not_empty"))

    opportunity_id: int
    kind: facts.NoteKind = Field(sa_type=one_of(facts.NoteKind))
    text: str
    at: datetime
    interview_id: int | None
    about: str | None
    answer: str | None
    practised_at: datetime | None
    solid_at: datetime | None


class OpenPointRow(OfPerson, table=True):
    """Something told that could not become a fact yet."""

    __tablename__ = "open_point"
    __table_args__ = (of_opportunity(),)

    kind: facts.OpenKind = Field(sa_type=one_of(facts.OpenKind))
    at: datetime
    text: str
    acts: str
    asked: bool
    opportunity_id: int | None


class WeekRow(OfPerson, table=True):
    """How many applications were sent in a week."""

    __tablename__ = "week"
    __table_args__ = (
        sa.UniqueConstraint("person_id", "monday"),
        sa.CheckConstraint("applications >= 0", name="applications_counted"),
    )

    monday: date
    applications: int
