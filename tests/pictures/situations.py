"""Situations that are drawn for docs/pictures, and looked at: `python -m tests.pictures` writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.say.pictures import picture_of
from bot.say.rendering import Voice, in_words
from bot.words.named import Text, text
from scheduler.nudges import zone_of
from storage.facts import (
    Answer,
    Contact,
    ContactKind,
    Direction,
    Event,
    EventType,
    Interview,
    Known,
    Mood,
    Opportunity,
    Person,
    Promise,
)
from tests.conftest import HERE

NOW = datetime(2026, 12, 9, 10, tzinfo=UTC)
"""A Wednesday."""
ANA = Person(id=1, name="Ana", zone="Europe/London", zone_confirmed=True, serial=100)
DAY = timedelta(days=1)


def at(day: date, hour: int = 14) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def one(number: int, employer: str, talk: date | None, **more: Any) -> Known:
    """An employer with a talk, and what else is told of it: window, thanks, contacts, events, promises."""
    opportunity = Opportunity(id=number, employer=employer, role=more.get("role"), closed_at=more.get("closed"))
    base, talks = number * 100, [*([talk] if talk else []), *more.get("ahead", ())]
    return Known(
        person=ANA,
        opportunities=(opportunity,),
        interviews=tuple(_talk(base + n, number, day, more.get("until")) for n, day in enumerate(talks, 1)),
        contacts=tuple(_contacts(base + 20, number, more)),
        events=tuple(
            Event(id=base + 50 + n, opportunity_id=number, type=kind, at=at(day), **fields)
            for n, (kind, day, fields) in enumerate(more.get("events", ()))
        ),
        promises=tuple(
            Promise(id=base + 60 + n, opportunity_id=number, what=what, due=due, done_at=at(due) if done else None)
            for n, (what, due, done) in enumerate(more.get("promises", ()))
        ),
    )


def _talk(number: int, opportunity: int, day: date, until: date | None) -> Interview:
    answer = Answer.YES if until else Answer.NO
    said = {"mood": Mood.FINE, "interest_said": Answer.YES, "window_answer": answer, "window_latest": until}
    return Interview(id=number, opportunity_id=opportunity, start=at(day), end=at(day, 15), **said)


def _contacts(base: int, opportunity: int, more: dict[str, Any]) -> Iterator[Contact]:
    kinds = (
        ("thanked", ContactKind.THANK_YOU, Direction.OUT),
        ("asked", ContactKind.FOLLOW_UP, Direction.OUT),
        ("heard", ContactKind.REPLY, Direction.IN),
    )
    for shift, (name, kind, direction) in enumerate(kinds):
        for n, day in enumerate(more.get(name, ())):
            number = base + 10 * shift + n
            yield Contact(id=number, opportunity_id=opportunity, at=at(day), kind=kind, direction=direction)


def together(*known: Known, **person: Any) -> Known:
    """Several of them as one life."""
    names = ("opportunities", "interviews", "contacts", "events", "promises")
    joined = {name: tuple(row for one in known for row in getattr(one, name)) for name in names}
    return Known(person=replace(ANA, **person), **joined)


def dec(day: int) -> date:
    return date(2026, 12, day)


def nov(day: int) -> date:
    return date(2026, 11, day)


ACME = one(1, "Acme", dec(3), until=dec(18), thanked=[dec(4)], role="product designer")
FIVE = (
    ACME,
    one(2, "Lumen & Sons", dec(8), role="data analyst"),
    one(3, "Brightwater", nov(24), until=dec(4), thanked=[nov(25)], role="UX lead"),
    one(4, "Northgate Council", dec(1), thanked=[dec(1)], ahead=[dec(16)], role="planner"),
    one(5, "Halden", dec(2), until=dec(16), thanked=[dec(3)], promises=[("references", dec(11), False)]),
)
SIXTH = one(
    6, "Landesamt für Verkehr", dec(4), until=dec(22), thanked=[dec(4)], promises=[("Zeugnisse", dec(14), False)]
)
OFFICE = "Landesbetrieb für Straßenbau und Verkehrswesen Schleswig-Holstein"
LONG = (
    one(
        1,
        "Landesbetrieb für Straßenbau und Verkehrswesen Schleswig-Holstein",
        dec(3),
        until=dec(18),
        role="Sachbearbeiterin für Öffentlichkeitsarbeit",
    ),
    one(2, "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Railway Company", dec(7), until=dec(21)),
)
OTHERS = (
    one(1, "شركة النور", dec(3), until=dec(18), thanked=[dec(4)]),
    one(2, "株式会社さくら", dec(7), until=dec(14), role="デザイナー"),
    one(3, "Ζαχαρίου & Υιοί", dec(4), thanked=[dec(4)]),
    one(4, "Яндекс Лавка", dec(2), until=dec(11), thanked=[dec(2)]),
)
OFFER = (
    one(1, "Acme", dec(3), thanked=[dec(3)], events=[(EventType.OFFER, dec(8), {"deadline": dec(14)})]),
    one(2, "Brightwater", dec(2), until=dec(18), thanked=[dec(2)]),
)
CLOSED = (
    one(1, "Acme", dec(3), until=dec(18), thanked=[dec(4)]),
    one(2, "Brightwater", nov(24), thanked=[nov(25)], events=[(EventType.REJECTED, dec(4), {})], closed=at(dec(4))),
    one(3, "Halden", nov(26), thanked=[nov(26)], events=[(EventType.USER_WITHDRAWS, dec(2), {})], closed=at(dec(2))),
    one(4, "Lumen & Sons", nov(25), closed=at(dec(7))),
)
YEARS_END = (
    one(1, "Acme", dec(17), until=date(2027, 1, 8), thanked=[dec(18)], role="product designer"),
    one(2, "Brightwater", dec(14), until=dec(22), thanked=[dec(15)]),
)

STATUS, PROGRESS, SHARED = Text("@status"), Text("@progress"), Text("@shared")
DOCS = HERE.parent / "docs" / "pictures"
SNAPSHOTS = HERE / "pictures" / "snapshots"


def behind() -> Known:
    """Seven interviews of one autumn."""
    moods = (Mood.ROUGH, Mood.FINE, Mood.ROUGH, Mood.FINE, Mood.GREAT, Mood.FINE, Mood.GREAT)
    names = ("Halden", "Brightwater", "Northgate Council", "Lumen & Sons", "Acme", "株式会社さくら", "Orchard")
    came = {
        1: (EventType.REJECTED, 6),
        2: (EventType.INVITATION, 9),
        3: (EventType.REJECTED, 14),
        5: (EventType.OFFER, 5),
        6: (EventType.USER_WITHDRAWS, 4),
    }
    lives = []
    for number, (mood, name) in enumerate(zip(moods, names, strict=True), 1):
        day = date(2026, 9, 7) + number * timedelta(days=11)
        events = [(kind, day + timedelta(days=after), {}) for kind, after in [came[number]]] if number in came else []
        known = one(number, name, day, until=None if number == 4 else day + timedelta(days=8), events=events)
        lives.append(replace(known, interviews=tuple(replace(talk, mood=mood) for talk in known.interviews)))
    return together(*lives)


SITUATIONS: dict[str, tuple[Known, datetime, Text]] = {
    "one-employer": (together(ACME), NOW, STATUS),
    "five-employers": (together(*FIVE), NOW, STATUS),
    "long-names": (together(*LONG, language="de"), NOW, STATUS),
    "arabic-and-japanese": (together(*OTHERS), NOW, STATUS),
    "no-window": (together(one(1, "Acme", dec(3), thanked=[dec(4)])), NOW, STATUS),
    "window-over": (together(one(1, "Acme", nov(19), until=nov(27), thanked=[nov(20)], asked=[dec(1)])), NOW, STATUS),
    "offer": (together(*OFFER), NOW, STATUS),
    "three-closed": (together(*CLOSED), NOW, STATUS),
    "years-end": (together(*YEARS_END, language="de"), datetime(2026, 12, 19, 10, tzinfo=UTC), STATUS),
    "dark": (together(*FIVE, pictures="dark"), NOW, STATUS),
    "six-employers": (together(*FIVE, SIXTH, language="de"), NOW, STATUS),
    "why-wait": (together(ACME), NOW, text("@wait", opportunity=1)),
    "progress": (behind(), NOW, PROGRESS),
    "shared": (behind(), NOW, SHARED),
}


def voice_of(name: str) -> Voice:
    """How the Person of a situation is spoken to."""
    known, now, _ = SITUATIONS[name]
    return Voice(known.person.language, zone_of(known.person), known, now)


def drawn(name: str) -> str:
    """The picture of a situation, as SVG text."""
    known, now, meant = SITUATIONS[name]
    svg = picture_of(meant, known, now, lambda said: in_words(said, voice_of(name)))
    assert svg is not None
    return svg
