"""Situations in which somebody has to write: facts as they would be told.

`python -m tests.test_drafts_page` writes what comes of them to `docs/drafts.md`, to be read as it would be sent.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.coaching.drafts import Style
from storage.facts import (
    Contact,
    ContactKind,
    Event,
    EventType,
    Interview,
    Known,
    Note,
    NoteKind,
    Opportunity,
    Person,
    Promise,
)

TUESDAY = datetime(2026, 12, 1, tzinfo=UTC)
"""The day of the talk."""
BY_FRIDAY = date(2026, 12, 11)
DETAIL, IDEA, POSITION = NoteKind.DETAIL, NoteKind.IDEA, NoteKind.POSITION


@dataclass(frozen=True, kw_only=True)
class Situation:
    """One letter that is asked for, and why."""

    title: str
    name: str
    known: Known
    days: int = 0
    """After the talk."""
    hour: int = 17
    style: Style = Style.PLAIN
    params: dict[str, Any] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        """When it is written."""
        return TUESDAY + timedelta(days=self.days, hours=self.hour)


def life(
    *who: str,
    told: tuple[str, ...] = (),
    notes: tuple[Note, ...] = (),
    language: str = "en",
    zone: str = "Europe/London",
    name: str = "Maya",
    sent: tuple[ContactKind, ...] = (),
    promised: str = "",
    happened: Event | None = None,
    hour: int = 14,
    job: dict[str, Any] | None = None,
    **talk: Any,
) -> Known:
    """Somebody who was at Northwind on Tuesday. `who`: whom they met; `told`: what they were told there."""
    start = TUESDAY + timedelta(hours=hour)
    details = tuple(note(number, DETAIL, text) for number, text in enumerate(told, 10))
    values: dict[str, Any] = {"employer": "Northwind", "role": "data analyst"} | (job or {})
    return Known(
        person=Person(id=1, name=name, language=language, zone=zone, zone_confirmed=True, heard_at=start),
        opportunities=(Opportunity(id=1, **values),),
        interviews=(
            Interview(id=2, opportunity_id=1, start=start, end=start + timedelta(hours=1), interviewers=who, **talk),
        ),
        notes=(*details, *notes),
        contacts=tuple(
            Contact(id=30 + n, opportunity_id=1, at=start + timedelta(hours=20), kind=kind)
            for n, kind in enumerate(sent)
        ),
        promises=(Promise(id=40, opportunity_id=1, what=promised, due=date(2026, 12, 4)),) if promised else (),
        events=(happened,) if happened else (),
    )


def note(number: int, kind: NoteKind, text: str, about: str | None = None, **more: Any) -> Note:
    return Note(id=number, opportunity_id=1, kind=kind, text=text, at=TUESDAY, interview_id=2, about=about, **more)


def event(kind: EventType, day: int = 3, **values: Any) -> Event:
    return Event(id=50, opportunity_id=1, type=kind, at=TUESDAY + timedelta(days=day, hours=10), **values)


THANKED = (ContactKind.THANK_YOU,)
