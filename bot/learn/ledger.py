"""The ledger of one turn: what is known, what has been learned so far, and what is to be said about it, by name.

A Ledger lives for one update. It is the only thing in the conversation that changes; what comes in and the Turn that
goes out are values. The rooms `learn` and `decide` write into it, `say` reads it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.coaching.lettering.brief import Brief
from bot.hear.act import Act
from bot.learn.rows import COLLECTION, Row
from bot.turn import Incoming, Kind
from bot.words.named import Presses, Text, Value, text
from scheduler import nudges
from storage.changing import changed
from storage.facts import (
    Contact,
    Direction,
    Event,
    Interview,
    Known,
    Note,
    OpenKind,
    OpenPoint,
    Opportunity,
    Parked,
    Person,
    Promise,
)
from storage.grouping import about, numbered

AboutOne = Interview | Contact | Promise | Event | Parked | Note


class Stale(Exception):  # noqa: N818  reads as what it says
    """The button belongs to something that is finished: nothing is changed, and the Person is told so."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to be said, with its buttons."""

    text: Value
    presses: Presses = ()
    alone: bool = False
    """Whether it makes a message of its own."""


@dataclass(slots=True)
class Reply:
    """What is to be said in one turn, in the order of its parts: kept, answered, asked."""

    kept: list[Part] = field(default_factory=list)
    """A line for each fact, with what may be done about it at once."""
    answers: list[Part] = field(default_factory=list)
    """What was asked or wanted."""
    question: Part | None = None
    """At most one."""
    first: list[Part] = field(default_factory=list)
    """What stands before everything: a greeting."""
    toast: Text | None = None
    mark: str | None = None
    """The verb of the pressed button, which stays under its message alone as a mark of what was chosen."""
    rewritten: Part | None = None
    """What takes the place of the message whose button was pressed."""
    files: list[tuple[str, bytes, Value]] = field(default_factory=list)
    """Name, content, and the line under it."""
    secret: bool = False
    """Whether the message that came in holds a secret and is taken out of the chat."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said yet."""
        return not (self.first or self.kept or self.answers or self.question or self.rewritten or self.toast)


class Ledger:
    """What is known while one update is being answered."""

    def __init__(self, known: Known, now: datetime, incoming: Incoming | None = None) -> None:
        self.known, self.now = known, now
        self.before = known
        self.incoming = incoming or Incoming(kind=Kind.IGNORED, person_id=known.person.id, chat_id=known.person.id)
        self.reply = Reply()
        self.meant: int | None = None
        """The Opportunity that this message has spoken of so far."""
        self.named: int | None = None
        """The Opportunity that the last line about what was kept is about."""
        self.acts: tuple[Act, ...] = ()
        """All acts of this message."""
        self.done: list[str] = []
        """The names of the acts that were learned or answered in this turn."""
        self.queue: list[Act] = []  # acts that follow from what was chosen, to be learned in the same turn
        self.heard_by = ""  # by what the text was heard, for the figures
        self.brief: Brief | None = None  # what a model is to be asked to write

    # What is known

    @property
    def person(self) -> Person:
        """Who is talking."""
        return self.known.person

    @property
    def zone(self) -> ZoneInfo:
        """The Person's zone; the one that is assumed until known."""
        return nudges.zone_of(self.known.person)

    @property
    def here(self) -> datetime:
        """Now, on the Person's own clock."""
        return self.now.astimezone(self.zone)

    @property
    def today(self) -> date:
        """The day it is for the Person."""
        return self.here.date()

    @property
    def open_opportunities(self) -> tuple[Opportunity, ...]:
        """The Opportunities that are still being pursued."""
        return tuple(opportunity for opportunity in self.known.opportunities if opportunity.closed_at is None)

    def find(self, kind: type[Row], row: int | None) -> Row | None:
        """The Person's row of that number, if there is one."""
        return numbered(getattr(self.known, COLLECTION[kind]), row) if row is not None else None

    def found(self, kind: type[Row], row: int | None) -> Row:
        """The row that a button is about. Raises Stale where there is none any more."""
        found = self.find(kind, row)
        if found is None:
            raise Stale
        return found

    def opportunity_of(self, fact: AboutOne) -> Opportunity:
        """The Opportunity that a fact belongs to."""
        found = self.find(Opportunity, fact.opportunity_id)
        assert found is not None, "a fact's Opportunity is always known"
        return found

    def interviews_of(self, opportunity: Opportunity) -> list[Interview]:
        """Its Interviews that were not called off, in order."""
        ours = [i for i in about(self.known.interviews, opportunity.id) if not i.cancelled]
        return sorted(ours, key=lambda interview: interview.start)

    def last_over(self, opportunity: Opportunity) -> Interview | None:
        """Its latest Interview that is over."""
        over = [interview for interview in self.interviews_of(opportunity) if interview.end <= self.now]
        return max(over, key=lambda interview: interview.end, default=None)

    def next_ahead(self, opportunity: Opportunity) -> Interview | None:
        """Its next Interview that has not ended."""
        return next((i for i in self.interviews_of(opportunity) if i.end > self.now), None)

    def events_of(self, opportunity: Opportunity) -> list[Event]:
        """What happened in it, in the order in which it was told."""
        return list(about(self.known.events, opportunity.id))

    def contacts_sent(self, opportunity: Opportunity) -> int:
        """How many Contacts the Person has reported: a button pressed after one more is an old one."""
        return sum(c.direction is Direction.OUT for c in about(self.known.contacts, opportunity.id))

    # Learning

    def change_person(self, **changes: Any) -> None:
        """Learn something about the Person."""
        if [name for name, value in changes.items() if getattr(self.person, name) != value]:
            self.known = changed(self.known, person=changed(self.person, **changes))

    def add(self, kind: type[Row], /, **values: Any) -> Row:
        """Learn a new fact; it gets the Person's next row number."""
        number = self.person.serial + 1
        fact = kind(id=number, **values)
        name: str = COLLECTION[kind]
        self._put(name, (*getattr(self.known, name), fact), person=changed(self.person, serial=number))
        return fact

    def change(self, fact: Row, /, **changes: Any) -> Row:
        """Learn that a fact is different from what we thought."""
        if all(getattr(fact, name) == value for name, value in changes.items()):
            return fact
        if hasattr(fact, "version"):
            changes["version"] = fact.version + 1
        new = changed(fact, **changes)
        name: str = COLLECTION[type(fact)]
        self._put(name, tuple(new if row.id == fact.id else row for row in getattr(self.known, name)))
        return new

    def remove(self, kind: type[Row], *numbers: int) -> None:
        """Forget facts as if they had never been told."""
        name = COLLECTION[kind]
        self._put(name, tuple(row for row in getattr(self.known, name) if row.id not in numbers))

    def _put(self, name: str, rows: tuple[Any, ...], **more: Any) -> None:
        more[name] = rows
        self.known = changed(self.known, **more)

    def ask(self, name: str, row: int | None = None, text: str | None = None) -> None:
        """Remember which question is open, and about which row."""
        self.change_person(asking=name, asking_about=row, asking_text=text)

    def drop_question(self) -> None:
        """No question is open any more."""
        self.change_person(asking=None, asking_about=None, asking_text=None)

    def speak_of(self, opportunity: Opportunity) -> None:
        """This message, and what follows it, is about this one."""
        self.meant = opportunity.id
        self.change_person(topic=opportunity.id)

    def leave_open(self, kind: OpenKind, said: str, acts: str = "[]", opportunity: int | None = None) -> OpenPoint:
        """Keep what waits: it is asked about, shown in /status, and never lost."""
        return self.add(OpenPoint, kind=kind, at=self.now, text=said, acts=acts, opportunity_id=opportunity)

    # What is to be said

    def keep(self, key: str, /, presses: Presses = (), **params: Value) -> None:
        """Say in a line what was kept; the same line once."""
        self.named = self.meant
        self.reply.kept += [part for part in (Part(text(key, **params), presses),) if part not in self.reply.kept]

    def answer(self, key: str, /, presses: Presses = (), **params: Value) -> None:
        """Say what was asked for, by a sentence of the catalogue."""
        self.reply.answers.append(Part(text(key, **params), presses))

    def tell(self, value: Value, presses: Presses = (), *, alone: bool = False) -> None:
        """Say what was asked for, made of several sentences."""
        self.reply.answers.append(Part(value, presses, alone))

    def pose(self, key: str, /, presses: Presses = (), **params: Value) -> None:
        """Ask; only one question is put in a turn, the first one."""
        if self.reply.question is None:
            self.reply.question = Part(text(key, **params), presses)

    def toast(self, key: str, /, **params: Value) -> None:
        """The short answer that Telegram shows over the chat after a press."""
        self.reply.toast = text(key, **params)

    def mark(self, verb: str) -> None:
        """Leave only the pressed button under its message, as a mark of what was chosen."""
        self.reply.mark = verb

    def rewrite(self, value: Value, presses: Presses = ()) -> None:
        """Put another text in the place of the message whose button was pressed."""
        self.reply.rewritten = Part(value, presses)
