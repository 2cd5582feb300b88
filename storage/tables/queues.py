"""The inbox and the outbox, and what Telegram has said about how fast messages may go."""

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.tables.columns import one_of


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
        sa.Index(
            "ix_inbox_heard",
            "received_at",
            "heard",
            sqlite_where=sa.text("heard IS NOT NULL"),
            postgresql_where=sa.text("heard IS NOT NULL"),
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
    heard: str | None
    """By what its text was heard, for the figures."""


class What(StrEnum):
    """What others can be asked about an update."""

    ACTS = "acts"  # what its text says
    LETTER = "letter"  # the words of a Draft that it asks for
    VOICE = "voice"  # what is said in a recording


class QuestionRow(SQLModel, table=True):
    """A question about an update: committed before it leaves, so it is never asked twice."""

    __tablename__ = "question"
    __table_args__ = (
        sa.Index("ix_question_spent", "person_id", "asked_at"),
        sa.Index("ix_question_asked_at", "asked_at"),
    )

    update_id: int = Field(
        primary_key=True,
        foreign_key="inbox.update_id",
        ondelete="CASCADE",
        sa_type=sa.BigInteger,
        sa_column_kwargs={"autoincrement": False},
    )
    what: What = Field(primary_key=True, sa_type=one_of(What))
    person_id: int = Field(sa_type=sa.BigInteger)
    asked_at: datetime
    answer: str | None
    """Gone once the update is applied."""
    said: str | None
    """`answered`, or in one word why there is no answer."""
    ms: int
    tokens: int


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
