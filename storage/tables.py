"""The tables: one a fact, and the inbox and outbox.

A fact's row has the columns of its value in `storage.facts` and `person_id`; a test holds the two together.
What must not happen twice is forbidden here by a unique key, what cannot be is forbidden by a CHECK.
Datetimes are stored in UTC by SQLModel's own column type, which refuses naive ones.
"""

import json
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from storage import facts

METADATA = SQLModel.metadata
METADATA.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class JsonTuple(TypeDecorator[tuple[Any, ...]]):
    """A tuple of plain values, kept as a JSON array."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: sa.Dialect) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> tuple[Any, ...] | None:
        return None if value is None else tuple(json.loads(value))


def one_of(kind: type[StrEnum], name: str | None = None) -> Any:
    """A column that holds a member of `kind`, checked by the database; `name` tells several in one table apart."""
    return sa.Enum(
        kind,
        native_enum=False,
        create_constraint=True,
        length=32,
        values_callable=lambda members: [member.value for member in members],
        name=name or kind.__name__.lower(),
    )


def in_state(rows: sa.FromClause, *states: StrEnum) -> sa.ColumnElement[bool]:
    """In the very words of the indexes of those few rows: the many that are done with are never read."""
    literals: list[sa.ColumnElement[str]] = [sa.literal_column(f"'{state}'") for state in states]
    return rows.c.state == literals[0] if len(literals) == 1 else rows.c.state.in_(literals)


class OutboxState(StrEnum):
    """Where a message stands on its way to Telegram."""

    READY = "ready"  # the courier may take it from `not_before` on
    SENDING = "sending"  # a courier has it until `lease_until`; then it is ready again
    SENT = "sent"  # Telegram has accepted it
    DROPPED = "dropped"  # will never be sent; `error` says why


class InboxState(StrEnum):
    """Where an update stands between Telegram and the facts."""

    NEW = "new"  # committed, not applied yet
    DONE = "done"  # applied; its body is gone
    ASIDE = "aside"  # three tries failed; kept for a human


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
    quiet_from: time
    quiet_until: time
    paused: bool
    paused_until: datetime | None
    away_since: datetime | None
    away_until: datetime | None
    unwanted: tuple[str, ...] = Field(sa_type=JsonTuple, sa_column_kwargs={"server_default": "[]"})
    heard_at: datetime | None
    sentence: str | None
    reproaches: int = Field(sa_column_kwargs={"server_default": "0"})
    blocked: bool
    asking: str | None
    asking_about: int | None
    asking_text: str | None
    topic: int | None
    journal: str | None
    amending: str | None
    amending_about: int | None
    serial: int
    version: int
    wake_at: datetime | None


class OfPerson(SQLModel):
    """The key of every fact: whose it is, and its number among theirs."""

    person_id: int = Field(primary_key=True, foreign_key="person.id", ondelete="CASCADE", sa_type=sa.BigInteger)
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


def of_opportunity() -> sa.ForeignKeyConstraint:
    """A fact belongs to an Opportunity of the same Person."""
    return sa.ForeignKeyConstraint(
        ["person_id", "opportunity_id"], ["opportunity.person_id", "opportunity.id"], ondelete="CASCADE"
    )


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


class OpportunityRow(OfPerson, table=True):
    """One employer and one role."""

    __tablename__ = "opportunity"
    __table_args__ = (sa.CheckConstraint("length(employer) > 0", name="employer_named"),)

    employer: str
    role: str | None
    zone: str | None
    country: str | None
    region: str | None
    work_week: tuple[int, ...] = Field(sa_type=JsonTuple)
    sector: facts.Sector = Field(sa_type=one_of(facts.Sector))
    via_agency: bool
    agency: str | None
    preferred_channel: facts.Channel | None = Field(sa_type=one_of(facts.Channel))
    closed_at: datetime | None
    muted: bool
    muted_until: datetime | None
    role_asked: bool
    version: int


class InterviewRow(OfPerson, table=True):
    """One talk and what the check-in learned."""

    __tablename__ = "interview"
    __table_args__ = (
        of_opportunity(),
        sa.CheckConstraint('"end" > start', name="end_after_start"),
        sa.CheckConstraint("window_latest >= window_earliest", name="window_in_order"),
        sa.CheckConstraint("interest_shown BETWEEN 0 AND 5", name="interest_on_the_scale"),
    )

    opportunity_id: int
    start: datetime
    end: datetime
    stage: facts.Stage = Field(sa_type=one_of(facts.Stage))
    interviewers: tuple[str, ...] = Field(sa_type=JsonTuple)
    cancelled: bool
    length_known: bool
    day_known: bool = Field(sa_column_kwargs={"server_default": sa.true()})
    start_known: bool = Field(sa_column_kwargs={"server_default": sa.true()})
    announced: bool
    mood: facts.Mood | None = Field(sa_type=one_of(facts.Mood))
    interest_said: facts.Answer | None = Field(sa_type=one_of(facts.Answer, "interest_said"))
    window_answer: facts.Answer | None = Field(sa_type=one_of(facts.Answer, "window_answer"))
    window_earliest: date | None
    window_latest: date | None
    window_words: str
    channel_answer: facts.Answer | None = Field(sa_type=one_of(facts.Answer, "channel_answer"))
    promise_answer: facts.Answer | None = Field(sa_type=one_of(facts.Answer, "promise_answer"))
    thank_you_declined: bool
    interest_shown: int | None
    next_step_answer: facts.Answer | None = Field(sa_type=one_of(facts.Answer, "next_step_answer"))
    met_answer: facts.Answer | None = Field(sa_type=one_of(facts.Answer, "met_answer"))
    detail_answer: facts.Answer | None = Field(sa_type=one_of(facts.Answer, "detail_answer"))
    still_wanted: facts.Answer | None = Field(sa_type=one_of(facts.Answer, "still_wanted"))
    debrief: facts.Answer | None = Field(sa_type=one_of(facts.Answer, "debrief"))
    passed_over: tuple[str, ...] = Field(sa_type=JsonTuple, sa_column_kwargs={"server_default": "[]"})
    version: int


class ContactRow(OfPerson, table=True):
    """Something really sent or received."""

    __tablename__ = "contact"
    __table_args__ = (of_opportunity(),)

    opportunity_id: int
    at: datetime
    kind: facts.ContactKind = Field(sa_type=one_of(facts.ContactKind))
    direction: facts.Direction = Field(sa_type=one_of(facts.Direction))
    channel: facts.Channel | None = Field(sa_type=one_of(facts.Channel))
    to: str | None
    about: str | None


class PromiseRow(OfPerson, table=True):
    """What one side said it would do by a day."""

    __tablename__ = "promise"
    __table_args__ = (of_opportunity(),)

    opportunity_id: int
    what: str
    due: date
    side: facts.Side = Field(sa_type=one_of(facts.Side))
    made_at: datetime | None
    done_at: datetime | None
    broken: bool = Field(sa_column_kwargs={"server_default": sa.false()})


class EventRow(OfPerson, table=True):
    """What else happened."""

    __tablename__ = "event"
    __table_args__ = (of_opportunity(),)

    opportunity_id: int
    type: facts.EventType = Field(sa_type=one_of(facts.EventType))
    at: datetime
    what: str | None
    earliest: date | None
    latest: date | None
    since: date | None
    until: date | None
    deadline: date | None
    planned_for: datetime | None
    no_reply_address: bool


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


class InboxRow(SQLModel, table=True):
    """An update as Telegram gave it, committed before Telegram is told that we have it."""

    __tablename__ = "inbox"
    __table_args__ = (
        sa.Index(
            "ix_inbox_new",
            "person_id",
            "update_id",
            sqlite_where=sa.text("state = 'new'"),
            postgresql_where=sa.text("state = 'new'"),
        ),
        sa.Index(
            "ix_inbox_aside",
            "error",
            sqlite_where=sa.text("state = 'aside'"),
            postgresql_where=sa.text("state = 'aside'"),
        ),
        sa.CheckConstraint("state = 'done' OR body IS NOT NULL", name="body_until_done"),
    )

    update_id: int = Field(primary_key=True, sa_type=sa.BigInteger, sa_column_kwargs={"autoincrement": False})
    person_id: int = Field(sa_type=sa.BigInteger)
    """Whose turn it is: updates with the same number are applied in order. 0: nobody's."""
    received_at: datetime
    body: str | None
    state: InboxState = Field(sa_type=one_of(InboxState))
    attempts: int
    error: str | None


class OutboxRow(SQLModel, table=True):
    """A call to Telegram on its way."""

    __tablename__ = "outbox"
    __table_args__ = (
        sa.Index(
            "ix_outbox_live",
            "chat_id",
            "lane",
            "id",
            sqlite_where=sa.text("state IN ('ready', 'sending')"),
            postgresql_where=sa.text("state IN ('ready', 'sending')"),
        ),
        sa.Index(
            "ix_outbox_ready",
            "lane",
            "id",
            sqlite_where=sa.text("state = 'ready'"),
            postgresql_where=sa.text("state = 'ready'"),
        ),
        sa.Index(
            "ix_outbox_sending",
            "lease_until",
            sqlite_where=sa.text("state = 'sending'"),
            postgresql_where=sa.text("state = 'sending'"),
        ),
        sa.Index(
            "ix_outbox_next",
            "lane",
            "not_before",
            sqlite_where=sa.text("state = 'ready'"),
            postgresql_where=sa.text("state = 'ready'"),
        ),
        sa.Index(
            "ix_outbox_dropped",
            "error",
            sqlite_where=sa.text("state = 'dropped'"),
            postgresql_where=sa.text("state = 'dropped'"),
        ),
        sa.CheckConstraint("lane IN (0, 1)", name="known_lane"),
        sa.CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="sent_has_a_moment"),
        sa.CheckConstraint("(state = 'sending') = (lease_until IS NOT NULL)", name="sending_has_a_lease"),
        sa.CheckConstraint("(state = 'dropped') = (error IS NOT NULL)", name="dropped_has_a_reason"),
        sa.UniqueConstraint("person_id", "once"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(sa_type=sa.BigInteger)
    chat_id: int = Field(sa_type=sa.BigInteger)
    lane: int
    """0: replies, ahead of everything; 1: nudges."""
    method: str
    body: str | None
    """The call's parameters as JSON; gone once it is sent or dropped."""
    once: str | None
    nudge: str | None
    state: OutboxState = Field(sa_type=one_of(OutboxState))
    not_before: datetime
    expires_at: datetime | None
    attempts: int
    doubts: int
    """How often it may have been delivered without our knowing."""
    lease_until: datetime | None
    created_at: datetime
    sent_at: datetime | None
    message_id: int | None
    error: str | None


class HoldRow(SQLModel, table=True):
    """A chat that Telegram told to wait."""

    __tablename__ = "hold"
    __table_args__ = (sa.Index("ix_hold_told_at", "told_at"),)

    chat_id: int = Field(primary_key=True, sa_type=sa.BigInteger, sa_column_kwargs={"autoincrement": False})
    told_at: datetime
    until: datetime


class PaceRow(SQLModel, table=True):
    """How far the messages of a lane have used up their share of time."""

    __tablename__ = "pace"

    lane: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    next_at: datetime
