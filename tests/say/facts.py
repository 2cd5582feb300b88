"""Hand-made facts for the tests of what is said: Ana in London, an interview at Acme on Tuesday 1 December 2026."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.say.rendering import Voice, spoken
from bot.words.named import Presses, Value
from scheduler.nudges import zone_of
from storage.facts import (
    Answer,
    Contact,
    ContactKind,
    Event,
    EventType,
    Interview,
    Known,
    Mood,
    Note,
    NoteKind,
    OpenKind,
    OpenPoint,
    Opportunity,
    Person,
    Promise,
)

ANA = Person(id=1, name="Ana", zone="Europe/London", zone_confirmed=True, serial=100)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
END = datetime(2026, 12, 1, 16, tzinfo=UTC)
"""A Tuesday; London clocks show UTC in winter."""
NEXT_DAY = END + 18 * HOUR


def at(wall: str) -> datetime:
    """A moment on a London clock in winter."""
    return datetime.fromisoformat(wall).replace(tzinfo=UTC)


def acme(**more: Any) -> Opportunity:
    return Opportunity(**{"id": 1, "employer": "Acme", **more})


def talked(**more: Any) -> Interview:
    """An interview of an hour with its check-in answered; they answer by Friday 18 December."""
    values: dict[str, Any] = {
        "id": 2,
        "opportunity_id": 1,
        "start": END - HOUR,
        "end": END,
        "mood": Mood.FINE,
        "interest_said": Answer.YES,
        "promise_answer": Answer.NO,
        "debrief": Answer.NO,
        "window_answer": Answer.YES,
        "window_latest": date(2026, 12, 18),
    }
    return Interview(**{**values, **more})


def ahead(**more: Any) -> Interview:
    """One that is still to come."""
    values: dict[str, Any] = {
        "id": 3,
        "opportunity_id": 1,
        "start": at("2026-12-10T14:00"),
        "end": at("2026-12-10T15:00"),
    }
    return Interview(**{**values, **more})


def life(*interviews: Interview, **more: Any) -> Known:
    """What is known of Ana: Acme, and these interviews; the usual one where none is given."""
    known = Known(person=ANA, opportunities=(acme(),), interviews=interviews or (talked(),))
    return replace(known, **more)


def sent(kind: ContactKind, when: datetime = END + 2 * HOUR, **more: Any) -> Contact:
    return Contact(**{"id": 10, "opportunity_id": 1, "at": when, "kind": kind, **more})


def event(kind: EventType, when: datetime = NEXT_DAY, **more: Any) -> Event:
    return Event(**{"id": 20, "opportunity_id": 1, "type": kind, "at": when, **more})


def promise(due: date, **more: Any) -> Promise:
    return Promise(**{"id": 30, "opportunity_id": 1, "what": "references", "due": due, **more})


def note(kind: NoteKind, text: str, **more: Any) -> Note:
    values = {"id": 40, "opportunity_id": 1, "interview_id": 2, "at": END, "kind": kind, "text": text}
    return Note(**{**values, **more})


def point(kind: OpenKind, text: str, acts: str = "[]", **more: Any) -> OpenPoint:
    return OpenPoint(**{"id": 50, "kind": kind, "at": END, "text": text, "acts": acts, **more})


def german(known: Known) -> Known:
    return replace(known, person=replace(known.person, language="de"))


def voice(known: Known, now: datetime) -> Voice:
    return Voice(known.person.language, zone_of(known.person), known, now)


def words(value: Value, known: Known, now: datetime = NEXT_DAY) -> str:
    """A value as the Person reads it, without its tags."""
    return html.unescape(re.sub(r"<[^>]+>", "", spoken(value, voice(known, now))))


def pressed(presses: Presses) -> list[str]:
    """What the buttons carry: verb and row."""
    return [f"{press.verb}:{press.row}" for line in presses for press in line]
