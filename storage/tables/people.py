"""The Person, the Interview that they are adding, and what was said to them unasked."""

from datetime import date, datetime, time

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage import facts
from storage.tables.columns import JsonTuple, OfPerson, of_opportunity, one_of


class PersonRow(SQLModel, table=True):
    """Person, and the moment at which to look at them again."""

    __tablename__ = "person"
    __table_args__ = (
        sa.Index(
            "ix_person_wake_at",
            "wake_at",
            sqlite_where=sa.text("wake_at IS NOT NULL"),
            postgresql_where=sa.text("wake_at IS NOT NULL"),
        ),
    )

    id: int = Field(primary_key=True, sa_type=sa.BigInteger, sa_column_kwargs={"autoincrement": False})
    name: str
    language: str = Field(max_length=16)
    zone: str | None
    zone_confirmed: bool
    zone_asked_at: datetime | None
    journey: tuple[str, ...] = Field(sa_type=JsonTuple, sa_column_kwargs={"server_default": "[]"})
    quiet_from: time
    quiet_until: time
    most_a_day: int = Field(sa_column_kwargs={"server_default": "3"})
    paused: bool
    paused_until: datetime | None
    away_since: datetime | None
    away_until: datetime | None
    unwanted: tuple[str, ...] = Field(sa_type=JsonTuple, sa_column_kwargs={"server_default": "[]"})
    heard_at: datetime | None
    sentence: str | None
    reproaches: int = Field(sa_column_kwargs={"server_default": "0"})
    blocked: bool
    no_model: bool = Field(sa_column_kwargs={"server_default": sa.false()})
    helps: bool = Field(sa_column_kwargs={"server_default": sa.false()})
    pictures: str = Field(sa_column_kwargs={"server_default": "light"})
    pictured: str | None
    redraw_at: datetime | None
    lessons: tuple[str, ...] = Field(sa_type=JsonTuple, sa_column_kwargs={"server_default": "[]"})
    asking: str | None
    asking_about: int | None
    asking_text: str | None
    topic: int | None
    journal: str | None
    amending: str | None
    amending_about: int | None
    said_lately: tuple[str, ...] = Field(sa_type=JsonTuple, sa_column_kwargs={"server_default": "[]"})
    comforted: tuple[str, ...] = Field(sa_type=JsonTuple, sa_column_kwargs={"server_default": "[]"})
    letter: str | None
    serial: int
    version: int
    wake_at: datetime | None


class SketchRow(OfPerson, table=True):
    """An Interview that is being added; at most one a Person."""

    __tablename__ = "sketch"
    __table_args__ = (sa.CheckConstraint("id = 1", name="only_one"),)

    employer: str | None
    role: str | None
    stage: facts.Stage | None = Field(sa_type=one_of(facts.Stage))
    day: date | None
    clock: time | None
    start: datetime | None
    past_confirmed: bool
    minutes: int | None
    appointment_id: int | None


class NudgedRow(OfPerson, table=True):
    """A nudge said or dropped: `once` is never said twice to the same Person."""

    __tablename__ = "nudged"
    __table_args__ = (of_opportunity(), sa.UniqueConstraint("person_id", "once"))

    once: str
    name: str
    opportunity_id: int | None
    at: datetime
    dropped: str | None
    again_at: datetime | None
