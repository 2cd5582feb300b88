"""The table a decision is made at: what is known, what has been learned so far, what will be said.

A Talk lives for one update. It is the only thing in the dialogue that changes; what comes in and the Turn that
goes out are values.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bot import words
from bot.learn.changing import changed
from bot.hear.times import Ask, InterviewRead, Reason, Unknown, WindowRead, read_interview_time, read_window
from bot.turn import Button, Delete, Edit, File, Incoming, Message, Rows, Saying, Seal, Toast, Turn
from bot.words import Html
from scheduler import nudges
from storage.facts import (
    Appointment,
    Contact,
    Event,
    Feed,
    Interview,
    Known,
    Note,
    Opportunity,
    Parked,
    Person,
    Promise,
    Sketch,
    Week,
)

DATA_VERSION = "1"
Row = TypeVar("Row", Opportunity, Interview, Contact, Promise, Event, Parked, Note, Week, Appointment, Feed)
_COLLECTION: dict[type[Any], str] = {
    Opportunity: "opportunities",
    Interview: "interviews",
    Contact: "contacts",
    Promise: "promises",
    Event: "events",
    Parked: "parked",
    Note: "notes",
    Week: "weeks",
    Appointment: "appointments",
    Feed: "feeds",
}

_Reading = tuple[str, str | None, str]
"""A text that was read, and the zone and the language it was read in."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a button carries: the version of this format, a verb, a row of the Person's, and the row's version."""

    verb: str
    row: int = 0
    version: int = 0

    def data(self) -> str:
        """As it stands in the button."""
        return f"{DATA_VERSION}:{self.verb}:{self.row}:{self.version}"


def parse(data: str) -> Pressed | None:
    """What a pressed button carries; None for what no button of ours would hold."""
    match data.split(":"):
        case [version, verb, row, row_version] if version == DATA_VERSION and row.isdigit() and row_version.isdigit():
            return Pressed(verb, int(row), int(row_version))
    return None


class Talk:
    """One update being answered."""

    def __init__(self, incoming: Incoming, known: Known, now: datetime) -> None:
        self.incoming, self.known, self.now = incoming, known, now
        self.chosen: Opportunity | None = None
        """The Opportunity the Person has just chosen from several."""
        self.why_not: Reason | None = None
        """Why the text gave no date or time."""
        self._said: list[Saying] = []
        self._times: dict[_Reading, InterviewRead | Ask] = {}
        self._windows: dict[_Reading, WindowRead | Unknown | Ask] = {}
        self.kept: dict[_Reading, Any] = {}
        """What longer readings have made of a text: theirs to fill and to look into."""

    # What is known

    @property
    def person(self) -> Person:
        """Who is talking."""
        return self.known.person

    @property
    def zone(self) -> ZoneInfo:
        """The Person's zone; UTC until known."""
        return nudges.zone_of(self.person)

    @property
    def here(self) -> datetime:
        """Now, on the Person's own clock."""
        return self.now.astimezone(self.zone)

    @property
    def open_opportunities(self) -> tuple[Opportunity, ...]:
        """The Opportunities that are still being pursued."""
        return tuple(opportunity for opportunity in self.known.opportunities if opportunity.closed_at is None)

    def find(self, kind: type[Row], row: int | None) -> Row | None:
        """The Person's row of that number, if there is one."""
        return next((fact for fact in getattr(self.known, _COLLECTION[kind]) if fact.id == row), None)

    def opportunity_of(self, fact: Interview | Contact | Promise | Event | Parked | Note) -> Opportunity:
        """The Opportunity that a fact belongs to."""
        found = self.find(Opportunity, fact.opportunity_id)
        assert found is not None, "a fact's Opportunity is always known"
        return found

    def interviews_of(self, opportunity: Opportunity) -> list[Interview]:
        """Its Interviews that were not called off, in order."""
        ours = [i for i in self.known.interviews if i.opportunity_id == opportunity.id and not i.cancelled]
        return sorted(ours, key=lambda interview: interview.start)

    def trial(self) -> Talk:
        """The same update at this point, to try something out: what is learned and said there does not count here."""
        trial = Talk(self.incoming, self.known, self.now)
        trial._times, trial._windows, trial.kept = self._times, self._windows, self.kept
        return trial

    # Reading: several rows read the same text, so each is read once.

    def reading(self, text: str) -> _Reading:
        """All that what a text says depends on, beside the moment of the update."""
        return text, self.person.zone, self.person.language

    def time_in(self, text: str) -> InterviewRead | Ask:
        """When an interview is, as a text says it on the Person's own clock."""
        reading = self.reading(text)
        if reading not in self._times:
            self._times[reading] = read_interview_time(text, self.here, self.person.language)
        return self._times[reading]

    def window_in(self, text: str) -> WindowRead | Unknown | Ask:
        """When they answer, as a text says it, in days of the Person's."""
        reading = self.reading(text)
        if reading not in self._windows:
            self._windows[reading] = read_window(text, self.here, self.person.language)
        return self._windows[reading]

    # Learning

    def change_person(self, **changes: Any) -> None:
        """Learn something about the Person."""
        if any(getattr(self.person, name) != value for name, value in changes.items()):
            self.known = changed(self.known, person=changed(self.person, **changes))

    def add(self, kind: type[Row], /, **values: Any) -> Row:
        """Learn a new fact; it gets the Person's next row number. "No, Thursday" corrects nothing older than it."""
        number = self.person.serial + 1
        fact = kind(id=number, **values)
        name: str = _COLLECTION[kind]
        person = changed(self.person, serial=number, amending=None, amending_about=None)
        self._put(name, (*getattr(self.known, name), fact), person=person)
        return fact

    def change(self, fact: Row, /, **changes: Any) -> Row:
        """Learn that a fact is different from what we thought."""
        if hasattr(fact, "version"):
            changes["version"] = fact.version + 1
        new = changed(fact, **changes)
        name: str = _COLLECTION[type(fact)]
        self._put(name, tuple(new if row.id == fact.id else row for row in getattr(self.known, name)))
        return new

    def remove(self, name: str, *numbers: int) -> None:
        """Forget facts of one collection of Known, as if they had never been told."""
        self._put(name, tuple(row for row in getattr(self.known, name) if row.id not in numbers))

    def _put(self, name: str, rows: tuple[Any, ...], **more: Any) -> None:
        more[name] = rows
        self.known = changed(self.known, **more)

    def ask(self, name: str, row: int | None = None, text: str | None = None) -> None:
        """Remember which question is open, about which row, and what it was that made us ask."""
        self.change_person(asking=name, asking_about=row, asking_text=text)

    def may_amend(self, name: str, row: int) -> None:
        """Remember which question would correct what has just been repeated to the Person."""
        self.change_person(amending=name, amending_about=row)

    def drop_question(self) -> None:
        """No question is open any more."""
        self.change_person(asking=None, asking_about=None, asking_text=None)

    def sketch(self, **changes: Any) -> Sketch:
        """Learn something about the Interview that is being added."""
        before = self.known.sketch or Sketch()
        sketch = changed(before, **changes) if changes else before
        if sketch is not self.known.sketch:
            self.known = changed(self.known, sketch=sketch)
        return sketch

    def drop_sketch(self) -> None:
        """Nothing is being added any more."""
        if self.known.sketch is not None:
            self.known = changed(self.known, sketch=None)

    # Saying

    def words(self, key: str, **params: object) -> Html:
        """A sentence in the Person's language."""
        return words.say(key, self.person.language, **params)

    def day(self, value: date) -> str:
        """A date as the Person writes it."""
        return words.day(value, self.person.language)

    def when(self, value: datetime, shown: str = "wDt") -> Html:
        """A moment on the Person's clock."""
        return words.moment(value, self.zone, self.person.language, shown=shown)

    def button(self, verb: str, row: int = 0, version: int = 0, *, label: str | None = None) -> Button:
        """A button; its words are `button.<verb>` unless a label is given."""
        text = label if label is not None else words.plain(f"button.{verb}", self.person.language)
        return Button(text, Pressed(verb, row, version).data())

    @staticmethod
    def join(lines: Iterable[Html], between: str = "\n") -> Html:
        """Lines under each other."""
        return Html(between.join(lines))

    def say(self, key: str, buttons: Rows = (), **params: object) -> None:
        """Say a sentence of the catalogue."""
        self.tell(self.words(key, **params), buttons)

    def tell(self, text: Html, buttons: Rows = ()) -> None:
        """Say a text that is made already."""
        self._said.append(Message(text=text, buttons=buttons))

    def toast(self, key: str = "", **params: object) -> None:
        """Answer the press that this update is: with words, or just by stopping the spinner."""
        if self.incoming.press_id is not None:
            text = words.plain(key, self.person.language, **params) if key else ""
            self._said.append(Toast(press_id=self.incoming.press_id, text=text))

    def rewrite(self, text: Html, buttons: Rows = ()) -> None:
        """Put another text in the place of the message whose button was pressed."""
        if self.incoming.press_id is not None and self.incoming.message_id is not None:
            self._said.append(Edit(message_id=self.incoming.message_id, text=text, buttons=buttons))
        else:
            self.tell(text, buttons)

    def seal(self, verb: str) -> None:
        """Leave only the pressed button under its message, as a mark of what was chosen."""
        if self.incoming.press_id is not None and self.incoming.message_id is not None:
            label = f"✓ {words.plain(f'button.{verb}', self.person.language)}"
            button = Button(label, Pressed("sealed").data())
            self._said.append(Seal(message_id=self.incoming.message_id, button=button))

    def take_away(self) -> None:
        """Delete the message that this update is: it holds a secret."""
        if self.incoming.message_id is not None:
            self._said.append(Delete(message_id=self.incoming.message_id))

    def hand_over(self, name: str, content: bytes, caption: str) -> None:
        """Send a small file."""
        self._said.append(File(name=name, content=content, caption=caption))

    def turn(self) -> Turn:
        """What came of it. Every press is answered, first of all."""
        toasts = [said for said in self._said if isinstance(said, Toast)]
        if self.incoming.press_id is not None and not toasts:
            toasts = [Toast(press_id=self.incoming.press_id)]
        rest = [said for said in self._said if not isinstance(said, Toast)]
        return Turn(known=self.known, say=(*toasts[:1], *rest))
