"""What the Person is pursuing: an Opportunity, its Interviews, and what happened in it."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field

from storage import facts
from storage.tables.columns import JsonTuple, OfPerson, of_opportunity, one_of


class OpportunityRow(OfPerson, table=True):
    """One employer and one role."""

    __tablename__ = "opportunity"
    __table_args__ = (sa.CheckConstraint("length(employer) > 0", name="employer_named"),)

    employer: str
    house: str | None
    role: str | None
    zone: str | None
    country: str | None
    region: str | None
    work_week: tuple[int, ...] = Field(sa_type=JsonTuple)
    closings: tuple[str, ...] = Field(sa_type=JsonTuple, sa_column_kwargs={"server_default": "[]"})
    sector: facts.Sector = Field(sa_type=one_of(facts.Sector))
    via_agency: bool
    agency: str | None
    preferred_channel: facts.Channel | None = Field(sa_type=one_of(facts.Channel))
    closed_at: datetime | None
    muted: bool
    muted_until: datetime | None
    role_asked: bool
    letters: str
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
