"""Cases for the tests of the contact policy: one interview in London on Monday 1 March 2027, 10:00 to 11:00.

A test names only what it is about. Moments are written as London wall clock, "2027-03-05 10:00".
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from scheduler.calendar_days import complete_calendar
from scheduler.policy import Answer, Case, Intent, IntentKind, Kind, Verdict, judge
from scheduler.policy.case import with_agreed_interview
from storage.facts import Channel, Contact, ContactKind, Direction, Event, EventType, Interview, Promise, Stage

LONDON = ZoneInfo("Europe/London")
CALENDAR = complete_calendar("Europe/London", range(5), ())
OUT, IN = Direction.OUT, Direction.IN


def at(wall: str) -> datetime:
    return datetime.fromisoformat(wall).replace(tzinfo=LONDON).astimezone(UTC)


def interview(
    ends: str = "2027-03-01 11:00", latest: str | None = "2027-03-12", stage: Stage = Stage.FIRST, **more: Any
) -> Interview:
    """An interview of an hour; they answer by Friday 12 March unless said otherwise."""
    end = at(ends)
    window = date.fromisoformat(latest) if latest else None
    start = end.replace(hour=end.hour - 1)
    return Interview(id=1, opportunity_id=1, start=start, end=end, window_latest=window, stage=stage, **more)


def contact(kind: ContactKind, wall: str, direction: Direction = OUT, **more: Any) -> Contact:
    return Contact(id=1, opportunity_id=1, at=at(wall), kind=kind, direction=direction, **more)


def thanks(wall: str = "2027-03-01 16:00", **more: Any) -> Contact:
    return contact(ContactKind.THANK_YOU, wall, **more)


def question(wall: str, **more: Any) -> Contact:
    return contact(ContactKind.FOLLOW_UP, wall, **more)


def reply(wall: str, **more: Any) -> Contact:
    return contact(ContactKind.REPLY, wall, **more)


def other(about: str | None, wall: str, direction: Direction = OUT) -> Contact:
    return contact(ContactKind.OTHER, wall, direction, about=about)


def event(kind: EventType, wall: str, **more: Any) -> Event:
    """An event; days and moments among its fields are written as text."""
    values: dict[str, Any] = {name: READ.get(name, lambda value: value)(value) for name, value in more.items()}
    return Event(id=1, opportunity_id=1, type=kind, at=at(wall), **values)


READ = {**dict.fromkeys(("earliest", "latest", "since", "until", "deadline"), date.fromisoformat), "planned_for": at}


def owed(due: str, done: bool = False) -> Promise:
    done_at = at("2027-03-01 12:00") if done else None
    return Promise(id=1, opportunity_id=1, what="references", due=date.fromisoformat(due), done_at=done_at)


def case(*known: Any, **more: Any) -> Case:
    """A Case of these facts; with the usual interview unless one is given."""
    interviews = tuple(each for each in known if isinstance(each, Interview)) or (interview(),)
    events = tuple(each for each in known if isinstance(each, Event))
    return Case(
        calendar=more.pop("calendar", CALENDAR),
        interviews=with_agreed_interview(interviews, events),
        contacts=tuple(each for each in known if isinstance(each, Contact)),
        promises=tuple(each for each in known if isinstance(each, Promise)),
        events=events,
        **more,
    )


def ask(known: Case, now: str, wish: str | None = None, **intent: Any) -> Verdict:
    """The verdict at `now`, for a wish of that kind if one is named."""
    return judge(known, at(now), Intent(kind=IntentKind(wish), **intent) if wish else None)


def told(verdict: Verdict) -> tuple[str, str | None, str | None]:
    """What tests look at: the answer, its kind, its day."""
    day = verdict.not_before.isoformat() if verdict.not_before else None
    return verdict.verdict, verdict.kind, day


GO, HOLD, MOVE_ON, REPLY_NOW = Answer.GO, Answer.HOLD, Answer.MOVE_ON, Answer.REPLY_NOW
ONLY_PROMISE, ONLY_THANK_YOU = Answer.ONLY_PROMISE, Answer.ONLY_THANK_YOU
FOLLOW_UP, EMAIL, PHONE = Kind.FOLLOW_UP, Channel.EMAIL, Channel.PHONE
