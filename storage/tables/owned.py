"""Whose store this is, and what they tell everybody."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class BotRow(SQLModel, table=True):
    """The one bot whose people are kept here."""

    __tablename__ = "bot"
    __table_args__ = (sa.CheckConstraint("one = 1", name="only_one"),)

    one: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    number: int = Field(sa_type=sa.BigInteger)
    """Telegram's number of it, which its token begins with; a new token of the same bot has the same."""
    since: datetime


class NoticeRow(SQLModel, table=True):
    """What an owner of the bot wants to tell everybody; the rows of the outbox with its key say whom it has reached."""

    __tablename__ = "notice"

    key: str = Field(primary_key=True)
    text: str
    at: datetime
