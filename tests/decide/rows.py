"""What the tests of this room share: Ana and what is known of her employers, a Ledger, and what was said in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.hear.act import Act, By
from bot.learn.ledger import Ledger
from bot.say.rendering import plainly, spoken, voice_of
from bot.turn import Incoming, Kind
from bot.words.named import Block, Lines, Press, Text, Value
from storage.facts import Contact, ContactKind, Event, EventType, Interview, Known, Nudged, Opportunity, Person, Promise

NOW = datetime(2026, 12, 2, 12, tzinfo=UTC)
"""A Wednesday at noon in London."""
FRIDAY = date(2026, 12, 11)
OPENS = date(2026, 12, 15)
"""The first day for a question when they answer by FRIDAY."""


def acme(**changes: Any) -> Known:
    """Ana, who was at Acme yesterday and has thanked them; they answer by Friday week."""
    end = NOW - timedelta(hours=20)
    person = Person(id=7, name="Ana", zone="Europe/London", zone_confirmed=True, serial=20)
    known = Known(
        person=person,
        opportunities=(Opportunity(id=1, employer="Acme", role="designer"),),
        interviews=(
            Interview(
                id=2,
                opportunity_id=1,
                start=end - timedelta(hours=1),
                end=end,
                interviewers=("Priya", "Tom"),
                window_latest=FRIDAY,
            ),
        ),
        contacts=(Contact(id=3, opportunity_id=1, at=NOW - timedelta(hours=3), kind=ContactKind.THANK_YOU),),
    )
    return replace(known, **changes)


def unthanked() -> Known:
    """The same before the thank-you."""
    return acme(contacts=())


def overdue() -> Known:
    """The same, so long ago that a question may go now."""
    known = acme()
    end = NOW - timedelta(days=20)
    past = replace(known.interviews[0], start=end - timedelta(hours=1), end=end, window_latest=date(2026, 11, 20))
    return replace(known, interviews=(past,), contacts=(replace(known.contacts[0], at=end + timedelta(hours=3)),))


def ahead() -> Known:
    """Ana, who goes to Acme tomorrow."""
    start = NOW + timedelta(days=1)
    return acme(
        interviews=(Interview(id=2, opportunity_id=1, start=start, end=start + timedelta(hours=1)),), contacts=()
    )


def stranger() -> Known:
    """Somebody of whom nothing is known."""
    return Known(person=Person(id=7, name="Ana", zone="Europe/London"))


def two(known: Known | None = None) -> Known:
    """Globex besides, met yesterday too, with no day named."""
    known = known or acme()
    start = NOW - timedelta(days=1)
    met = Interview(id=12, opportunity_id=11, start=start, end=start + timedelta(hours=1), interviewers=("Dana",))
    return replace(
        known,
        opportunities=(*known.opportunities, Opportunity(id=11, employer="Globex")),
        interviews=(*known.interviews, met),
    )


def happened(known: Known, kind: EventType, *, row: int = 1, hours: int = 1, **more: Any) -> Known:
    """Something happened there, so many hours ago."""
    event = Event(id=30 + len(known.events), opportunity_id=row, type=kind, at=NOW - timedelta(hours=hours), **more)
    return replace(known, events=(*known.events, event))


def owing(known: Known, what: str = "references") -> Known:
    """Something is promised to Acme."""
    promise = Promise(id=40, opportunity_id=1, what=what, due=date(2026, 12, 4), made_at=NOW - timedelta(hours=19))
    return replace(known, promises=(promise,))


def nudged(known: Known, name: str = "follow_up", row: int | None = 1) -> Known:
    """A nudge was said an hour ago."""
    said = Nudged(id=18, once=f"{name}:{row}", name=name, opportunity_id=row, at=NOW - timedelta(hours=1))
    return replace(known, nudged=(*known.nudged, said))


# A turn


def ledger(
    known: Known, *acts: Act, now: datetime = NOW, message: int = 100, pressed: bool = False, text: str = ""
) -> Ledger:
    """A turn in which these acts were heard."""
    kind = Kind.PRESS if pressed else Kind.TEXT
    incoming = Incoming(
        kind=kind, person_id=7, chat_id=7, message_id=message, press_id="p" if pressed else None, text=text
    )
    made = Ledger(known, now, incoming)
    made.acts = acts
    return made


def done(known: Known, do: Callable[[Ledger, Act], None], act: Act, *beside: Act, **turn: Any) -> Ledger:
    """The turn after one of its acts was dealt with."""
    made = ledger(known, act, *beside, pressed=act.by is By.BUTTON, **turn)
    do(made, act)
    return made


def press(verb: str, name: str, row: int, version: int = 0, **slots: Any) -> Act:
    """An act from a button."""
    return Act(name, slots, by=By.BUTTON, row=row, version=version, verb=verb)


def bare(name: str, **slots: Any) -> Act:
    """A bare answer."""
    return Act(name, slots, by=By.BARE)


# What was said


def _parts(made: Ledger) -> list[Any]:
    reply = made.reply
    asked = [reply.question] if reply.question else []
    rewritten = [reply.rewritten] if reply.rewritten else []
    return [*reply.first, *rewritten, *reply.kept, *reply.answers, *asked]


def keys(made: Ledger) -> list[str]:
    """The names of all sentences, in order."""
    return [key for part in _parts(made) for key in _keys(part.text)]


def _keys(value: Value) -> Iterable[str]:
    match value:
        case Text(key=key, params=params):
            yield key
            for inner in params.values():
                yield from _keys(inner)
        case Lines(parts=parts):
            for inner in parts:
                yield from _keys(inner)


def blocks(made: Ledger) -> list[str]:
    """The drafts that were shown."""
    return [block.text for part in _parts(made) for block in _blocks(part.text)]


def _blocks(value: Value) -> Iterable[Block]:
    match value:
        case Block():
            yield value
        case Text(params=params):
            for inner in params.values():
                yield from _blocks(inner)
        case Lines(parts=parts):
            for inner in parts:
                yield from _blocks(inner)


def presses(made: Ledger) -> list[Press]:
    """All buttons, in order."""
    return [press for part in _parts(made) for line in part.presses for press in line]


def verbs(made: Ledger) -> list[str]:
    """The verbs of all buttons, in order."""
    return [press.verb for press in presses(made)]


def said(made: Ledger, language: str = "en") -> str:
    """All that was said, as plain words; every sentence and every label has some."""
    voice = replace(voice_of(made), language=language)
    for button in presses(made):
        assert plainly(button.label or Text(f"button.{button.verb}"), voice)
    return "\n".join(re.sub(r"<[^>]+>", "", spoken(part.text, voice)) for part in _parts(made))


def same_facts(made: Ledger) -> bool:
    """Whether nothing but the state of the talk has changed."""
    fields = set(Known.__dataclass_fields__) - {"person"}
    return all(getattr(made.known, name) == getattr(made.before, name) for name in fields)
