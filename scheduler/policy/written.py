"""A Case from its public JSON form, one object a situation: `facts`, `now`, `question`.

Quiet. What is wrong is said as a ValueError that names the field and shows what works; a field that is left
out has the meaning that docs/contact-policy.md gives to its absence. Unknown fields are not looked at.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfoNotFoundError

from scheduler.calendar_days import Calendar, complete_calendar
from scheduler.policy import fields
from scheduler.policy.case import (
    Case,
    Intent,
    IntentKind,
    OtherApplication,
    is_status_question,
    with_agreed_interview,
)
from scheduler.policy.fields import Record
from storage.facts import (
    Channel,
    Contact,
    ContactKind,
    Direction,
    Event,
    EventType,
    Interview,
    Promise,
    Sector,
    Stage,
)

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
QUESTIONS = ("may_i_contact", "what_now", "next_nudge")
SAID_AT_THE_INTERVIEW = (
    EventType.INVITED_FOLLOW_UP,
    EventType.NO_CONTACT,
    EventType.SILENCE_MEANS_NO,
)
"""Said on the day of the interview before its end, these were said in it."""


def read_moment(record: Record) -> datetime:
    """The moment of asking, with its offset."""
    return fields.instant(record, "now")


def read_intent(record: Record) -> Intent | None:
    """What the Person wants to send; None unless the question is `may_i_contact`."""
    question = record.get("question", "what_now")
    if question not in QUESTIONS:
        raise ValueError(f"question: {question!r} is none of {', '.join(QUESTIONS)}")
    if question != "may_i_contact":
        return None
    intent = fields.an_object(fields.an_object(record, "facts"), "intent", default={})
    return Intent(
        kind=fields.word(intent, "kind", IntentKind, IntentKind.FOLLOW_UP),
        channel=fields.word(intent, "channel", Channel, None),
        to=fields.text(intent, "to"),
        about=fields.text(intent, "about"),
    )


def read_case(record: Record) -> Case:
    """All that is known about the Opportunity. Raises ValueError for what cannot be read."""
    facts = fields.an_object(record, "facts")
    calendar = _calendar(facts)
    interview = _interview(facts)
    events = tuple(
        _event(each, number, interview, calendar) for number, each in enumerate(fields.objects(facts, "events"))
    )
    contacts = [(each, _contact(each, n)) for n, each in enumerate(fields.objects(facts, "contacts"))]
    return Case(
        calendar=calendar,
        interviews=with_agreed_interview((interview,), events),
        contacts=tuple(contact for written, contact in contacts if not written.get("process")),
        promises=tuple(_promise(each, n) for n, each in enumerate(fields.objects(facts, "promises"))),
        events=events,
        sector=fields.word(facts, "sector", Sector, Sector.PRIVATE),
        via_agency=facts.get("via_agency") is True,
        preferred_channel=fields.word(facts, "preferred_channel", Channel, None),
        other_applications=_other_applications(facts, contacts),
    )


def _calendar(facts: Record) -> Calendar:
    zone = fields.text(facts, "recruiter_zone") or fields.text(facts, "user_zone") or "UTC"
    week = facts.get("work_week") or WEEKDAYS[:5]
    if not isinstance(week, list | tuple) or any(day not in WEEKDAYS for day in week):
        raise ValueError(f"work_week: {week!r} is no list of days such as {list(WEEKDAYS[:5])}")
    holidays = [fields.to_day(day, "holidays") for day in fields.a_list(facts, "holidays")]
    try:
        return complete_calendar(zone, (WEEKDAYS.index(day) for day in week), holidays)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"recruiter_zone: {zone!r} is no IANA zone such as 'Europe/London'") from error


def _interview(facts: Record) -> Interview:
    """The latest interview. Only its end is written: what came before belongs to an earlier round (R17)."""
    end = fields.instant(facts, "interview_end")
    window = fields.an_object(facts, "stated_window", default={})
    names = fields.a_list(facts, "interviewers")
    return Interview(
        id=1,
        opportunity_id=1,
        start=end,
        end=end,
        stage=fields.word(facts, "stage", Stage, Stage.FIRST),
        interviewers=tuple(str(name) for name in names),
        window_earliest=fields.day(window, "earliest"),
        window_latest=fields.day(window, "latest"),
    )


def _contact(written: Record, number: int) -> Contact:
    return Contact(
        id=number,
        opportunity_id=1,
        at=fields.instant(written, "at"),
        kind=fields.word(written, "kind", ContactKind, ContactKind.OTHER),
        direction=fields.word(written, "direction", Direction, Direction.OUT),
        channel=fields.word(written, "channel", Channel, None),
        to=fields.text(written, "to"),
        about=fields.text(written, "about"),
    )


def _other_applications(facts: Record, contacts: list[tuple[Record, Contact]]) -> tuple[OtherApplication, ...]:
    """Other roles at the same employer: those named, and those that a contact was about (R39)."""
    same_contact = {
        str(each.get("role")): each.get("same_contact") is True for each in fields.objects(facts, "other_applications")
    }
    asked: dict[tuple[str, bool], list[datetime]] = {(role, same): [] for role, same in same_contact.items()}
    for written, contact in contacts:
        role = fields.text(written, "process")
        if role and is_status_question(contact):
            same = written.get("same_contact", same_contact.get(role, True)) is True
            asked.setdefault((role, same), []).append(contact.at)
    return tuple(
        OtherApplication(role=role, same_contact=same, asked_at=tuple(at)) for (role, same), at in asked.items()
    )


def _promise(written: Record, number: int) -> Promise:
    due = fields.day(written, "due")
    if due is None:
        raise ValueError("due: a promise needs its day, such as 2027-03-01")
    done = datetime.min.replace(tzinfo=UTC) if written.get("done") is True else None
    return Promise(id=number, opportunity_id=1, what=fields.text(written, "what") or "", due=due, done_at=done)


def _event(written: Record, number: int, interview: Interview, calendar: Calendar) -> Event:
    last = next((fields.day(written, name) for name in ("until", "by", "written_by") if written.get(name)), None)
    event = Event(
        id=number,
        opportunity_id=1,
        type=fields.word(written, "type", EventType),
        at=fields.instant(written, "at"),
        what=fields.text(written, "what"),
        earliest=fields.day(written, "earliest"),
        latest=fields.day(written, "latest"),
        since=fields.day(written, "from"),
        until=last,
        deadline=fields.day(written, "deadline"),
        planned_for=fields.instant(written, "for") if written.get("for") else None,
        no_reply_address=written.get("no_reply_address") is True,
    )
    same_day = calendar.day_of(event.at) == calendar.day_of(interview.end)
    if event.type in SAID_AT_THE_INTERVIEW and same_day:
        return replace(event, at=max(event.at, interview.end))
    return event
