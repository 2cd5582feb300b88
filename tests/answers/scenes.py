"""Scenes in which questions are asked: what is known and what time it is, and the answer as a person reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.decide.scene import scene_of
from bot.hear.heads import engine
from bot.learn.ledger import Ledger
from bot.respond import respond
from bot.turn import Incoming, Kind, Message
from storage.facts import (
    Answer,
    Contact,
    ContactKind,
    Event,
    EventType,
    Interview,
    Known,
    Mood,
    Opportunity,
    Person,
)
from tests.conftest import HERE

FRIDAY, TUESDAY = date(2026, 12, 4), date(2026, 12, 8)
"""By when they answer, and the first day for a question after that."""
TALK = datetime(2026, 11, 24, 10, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known, and the moment."""

    known: Known
    now: datetime


def _met(**changes: Any) -> Known:
    """Ana was at Northwind on Tuesday; they answer by Friday week, and she has thanked them."""
    interview = Interview(
        id=2,
        opportunity_id=1,
        start=TALK,
        end=TALK + timedelta(hours=1),
        interviewers=("Priya Shah",),
        mood=Mood.FINE,
        interest_said=Answer.YES,
        window_answer=Answer.YES,
        window_latest=FRIDAY,
    )
    known = Known(
        person=Person(id=7, name="Ana", zone="Europe/London", zone_confirmed=True, serial=20, topic=1, language="en"),
        opportunities=(Opportunity(id=1, employer="Northwind", role="data analyst"),),
        interviews=(interview,),
        contacts=(Contact(id=3, opportunity_id=1, at=TALK + timedelta(hours=6), kind=ContactKind.THANK_YOU),),
    )
    return replace(known, **changes)


def _undated() -> Known:
    known = _met()
    told = replace(known.interviews[0], window_answer=Answer.NO, window_latest=None)
    return replace(known, interviews=(told,))


def _asked() -> Known:
    known = _met()
    question = Contact(id=4, opportunity_id=1, at=datetime(2026, 12, 8, 9, tzinfo=UTC), kind=ContactKind.FOLLOW_UP)
    return replace(known, contacts=(*known.contacts, question))


def _happened(kind: EventType, at: datetime, **more: Any) -> Known:
    known = _met()
    return replace(known, events=(Event(id=5, opportunity_id=1, type=kind, at=at, **more),))


def _offered_elsewhere() -> Known:
    known = _met()
    offer = Event(
        id=6, opportunity_id=11, type=EventType.OFFER, at=datetime(2026, 11, 30, 9, tzinfo=UTC), deadline=FRIDAY
    )
    return replace(known, opportunities=(*known.opportunities, Opportunity(id=11, employer="Globex")), events=(offer,))


def _through_an_agency() -> Known:
    known = _met()
    through = replace(known.opportunities[0], via_agency=True, agency="Brightpath")
    return replace(known, opportunities=(through,))


MONDAY = datetime(2026, 11, 30, 12, tzinfo=UTC)
NO = datetime(2026, 12, 1, 9, tzinfo=UTC)
SCENES: dict[str, Callable[[], Scene]] = {
    "waiting": lambda: Scene(_met(), MONDAY),
    "night": lambda: Scene(_met(), MONDAY.replace(hour=2, minute=10)),
    "past": lambda: Scene(_met(), datetime(2026, 12, 9, 12, tzinfo=UTC)),
    "asked": lambda: Scene(_asked(), datetime(2026, 12, 16, 12, tzinfo=UTC)),
    "nodate": lambda: Scene(_undated(), datetime(2026, 11, 27, 12, tzinfo=UTC)),
    "justafter": lambda: Scene(_met(contacts=()), TALK + timedelta(hours=3)),
    "rejected": lambda: Scene(_happened(EventType.REJECTED, NO), NO + timedelta(hours=4)),
    "offer": lambda: Scene(_happened(EventType.OFFER, NO, deadline=FRIDAY), NO + timedelta(hours=4)),
    "offer_other": lambda: Scene(_offered_elsewhere(), MONDAY),
    "agency": lambda: Scene(_through_an_agency(), MONDAY),
}
GERMAN = {
    "wartend": "waiting",
    "nachts": "night",
    "ueberfaellig": "past",
    "ohnefrist": "nodate",
    "danach": "justafter",
    "absage": "rejected",
    "angebot": "offer",
    "angebot_anderswo": "offer_other",
}


def told(row: dict[str, Any], language: str) -> Scene:
    """The scene of a row: the employer, the talk, what was sent and what has happened; times on the Person's clock."""
    zone = ZoneInfo(row.get("zone", "Europe/London"))

    def at(said: str) -> datetime:
        return datetime.fromisoformat(said).replace(tzinfo=zone).astimezone(UTC)

    def talk(number: int, start: datetime, **more: Any) -> Interview:
        end = start + timedelta(hours=1)
        return Interview(id=number, opportunity_id=1, start=start, end=end, interest_said=Answer.YES, **more)

    latest = date.fromisoformat(row["by"]) if "by" in row else None
    answered = Answer.YES if latest else Answer.NO
    start = at(row["talk"])
    earlier = at(row["before"]) if "before" in row else None
    last = talk(2, start, interviewers=tuple(row["who"]), window_latest=latest, window_answer=answered, mood=Mood.FINE)
    sent = [(start + timedelta(hours=3), ContactKind.THANK_YOU)] if row.get("thanked") else []
    sent += [(earlier + timedelta(hours=3), ContactKind.THANK_YOU)] if earlier and row.get("thanked_then") else []
    sent += [(at(asked), ContactKind.FOLLOW_UP) for asked in row.get("asked", ())]
    person = replace(_met().person, zone=str(zone), language=language)
    known = Known(
        person=person,
        opportunities=(
            Opportunity(id=1, employer=row["employer"], role=row["role"], via_agency=bool(row.get("agency"))),
        ),
        interviews=(*((talk(1, earlier, interviewers=("Lena Ford",)),) if earlier else ()), last),
        contacts=tuple(Contact(id=3 + n, opportunity_id=1, at=when, kind=kind) for n, (when, kind) in enumerate(sent)),
        events=tuple(
            Event(id=8 + n, opportunity_id=1, type=EventType(kind), at=at(when))
            for n, (kind, when) in enumerate(row.get("events", ()))
        ),
    )
    return Scene(known, at(row["now"]))


def scene(name: str) -> Scene:
    """The scene of that name; those with a German name are lived in Berlin, at Nordlicht."""
    if name not in GERMAN:
        return SCENES[name]()
    made = SCENES[GERMAN[name]]()
    known, first = made.known, made.known.opportunities[0]
    there = replace(first, employer="Nordlicht", role="Sachbearbeitung")
    talk = replace(known.interviews[0], interviewers=("Frau Keller",))
    person = replace(known.person, zone="Europe/Berlin", language="de")
    known = replace(known, person=person, opportunities=(there, *known.opportunities[1:]), interviews=(talk,))
    return Scene(known, made.now)


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back: the words without marks, the buttons, and what is known then."""

    words: str
    buttons: tuple[str, ...]
    known: Known

    def __str__(self) -> str:
        return self.words + "".join(f" [{label}]" for label in self.buttons)


def ask(said: str, at: Scene, *, heads: bool = True, message: int = 100) -> Answered:
    """What the coach answers, with the trained listener or with the rules alone."""
    typed = Incoming(kind=Kind.TEXT, person_id=7, chat_id=7, text=said, message_id=message)
    if heads:
        typed = replace(typed, listened=engine.heard_in(said, scene_of(Ledger(at.known, at.now, typed))))
    turn = respond(typed, at.known, at.now)
    told = [one for one in turn.say if isinstance(one, Message)]
    words = "\n".join(re.sub(r"<[^>]+>", "", str(one.text)) for one in told)
    labels = tuple(button.label for one in told for row in one.buttons for button in row)
    assert turn.known is not None
    return Answered(words, labels, turn.known)


Row = dict[str, Any]
TRANSCRIPT = HERE / "answers" / "answers.txt"
FILES = ("questions", "questions_own", "questions_new")


def rows(name: str) -> list[Row]:
    """The questions of a file."""
    return [json.loads(line) for line in (HERE / "data" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def answered(row: Row, number: int = 0, *, heads: bool = True) -> Answered:
    """The answer to a question in its scene."""
    there = scene(row["scene"]) if isinstance(row["scene"], str) else told(row["scene"], row["language"])
    return ask(row["say"], there, heads=heads, message=100 + 2 * number)


def transcript(*names: str) -> str:
    """The questions of some files with what an answer should hold, and the answers."""
    told_of = [(row, answered(row, number)) for name in names for number, row in enumerate(rows(name))]
    return "\n".join(f"{row['id']}  {row['say']}\n  should: {row['ideal']}\n  {got}\n" for row, got in told_of)
