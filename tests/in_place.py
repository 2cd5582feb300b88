"""A conversation for tests: what is known, what was said last, and which buttons stand under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.respond import respond
from bot.say import unasked
from bot.turn import Edit, File, Incoming, Kind, Message, Redraw, Seal, Toast
from scheduler import nudges
from storage.facts import Event, Interview, Known, NoteKind, Nudged, Opportunity, Person
from tests.conftest import NOON

ANA = 7
NOW = datetime(2026, 12, 2, 12, tzinfo=UTC)
"""A Wednesday."""


def acme(**changes: Any) -> Known:
    """Ana in London, who was at Acme yesterday; they said nothing about when they answer."""
    start = NOW - timedelta(days=1) + timedelta(hours=3)
    return Known(
        person=Person(id=ANA, name="Ana", zone="Europe/London", zone_confirmed=True, serial=20),
        opportunities=(replace(Opportunity(id=1, employer="Acme"), **changes),),
        interviews=(Interview(id=2, opportunity_id=1, start=start, end=start + timedelta(hours=1)),),
    )


def at_noon(**changes: Any) -> Known:
    """Ana in London, whose interview at Acme ended at noon on a Monday."""
    start = NOON - timedelta(hours=1)
    interview = replace(Interview(id=2, opportunity_id=1, start=start, end=NOON), **changes)
    return replace(acme(role="designer"), interviews=(interview,))


def just_over(**changes: Any) -> Chat:
    """Ana has just been asked how it went at Acme, on a Monday at noon."""
    return Chat(at_noon(**changes), NOON).hear("check_in")


def with_gamma(known: Known, *, closed: bool = True) -> Known:
    """Another employer, let go of a month ago."""
    gone = datetime(2026, 11, 3, 9, 30, 0, 123456, tzinfo=UTC)
    gamma = Opportunity(id=3, employer="Gamma", closed_at=gone if closed else None)
    return replace(known, opportunities=(*known.opportunities, gamma))


def met_gamma(known: Known) -> Known:
    """Another employer that is still open, and where somebody has met Ana."""
    both = with_gamma(known, closed=False)
    start = NOW - timedelta(days=5)
    met = Interview(id=4, opportunity_id=3, start=start, end=start + timedelta(hours=1))
    return replace(both, interviews=(*both.interviews, met))


def nudged(known: Known, name: str = "hold", *, about: int | None = 1, ago: timedelta = timedelta(hours=1)) -> Known:
    """After a nudge."""
    said = Nudged(id=18, once=f"{name}:1", name=name, opportunity_id=about, at=NOW - ago)
    return replace(known, nudged=(*known.nudged, said))


def text(words: str, message_id: int | None = None) -> Incoming:
    return Incoming(
        kind=Kind.TEXT, person_id=ANA, chat_id=ANA, name="Ana", language_code="en", text=words, message_id=message_id
    )


def press(data: str) -> Incoming:
    return Incoming(kind=Kind.PRESS, person_id=ANA, chat_id=ANA, name="Ana", message_id=1, press_id="p", data=data)


class Chat:
    """A conversation: what is known, and the last thing that was said."""

    def __init__(self, known: Known, now: datetime = NOW) -> None:
        self.known, self.now, self.said = known, now, ""
        self.buttons: dict[str, str] = {}
        self.toast, self.edited = "", False

    def say(self, words: str, message_id: int | None = None) -> Chat:
        return self._take(text(words, message_id))

    def tap(self, label: str) -> Chat:
        return self._take(press(self.buttons[label]))

    def press(self, verb: str, row: int = 0, version: int = 0) -> Chat:
        """A button that stands somewhere further up."""
        return self._take(press(f"1:{verb}:{row}:{version}"))

    def at(self, now: datetime) -> Chat:
        self.now = now
        return self

    def later(self, **passed: float) -> Chat:
        self.now += timedelta(**passed)
        return self

    def hear(self, name: str) -> Chat:
        """Let the time pass until that nudge is said."""
        while True:
            plan = nudges.due(self.known, self.now)
            if plan is not None:
                self.known, message = unasked.speak(self.known, plan, self.now)
                self._show([message])
                if plan.name == name:
                    return self
            following = nudges.next_wake(self.known, self.now)
            assert following is not None, f"{name} never came"
            self.now = max(following, self.now + timedelta(seconds=1))

    def skip_to(self, name: str) -> Chat:
        """Skip every question before that one."""
        while self.asked != name:
            assert self.asked, f"{name} is not asked"
            self.say("skip")
        return self

    def _take(self, incoming: Incoming) -> Chat:
        turn = respond(incoming, self.known, self.now)
        assert turn.known is not None
        self.known = turn.known
        self.toast = next((said.text for said in turn.say if isinstance(said, Toast)), "")
        self.edited = any(isinstance(said, Edit) for said in turn.say)
        assert all(isinstance(said, Message | Edit | Redraw | Toast | Seal | File) for said in turn.say)
        self._show([said for said in turn.say if isinstance(said, Message | Edit)])
        return self

    def _show(self, messages: Sequence[Message | Edit]) -> None:
        self.said = re.sub("<[^>]+>", "", " / ".join(said.text for said in messages))
        shown = [button for said in messages for line in said.buttons for button in line]
        assert all(len(button.data.encode()) <= 64 for button in shown)
        self.buttons = {button.label: button.data for button in shown} or self.buttons

    @property
    def asked(self) -> str | None:
        """The question that is open."""
        return self.known.person.asking

    @property
    def interview(self) -> Interview:
        return self.known.interviews[0]

    def notes(self, kind: NoteKind) -> list[str]:
        return [note.text for note in self.known.notes if note.kind is kind]

    @property
    def event(self) -> Event:
        return self.known.events[-1]


def facts(known: Known) -> tuple[object, ...]:
    """All that is known about employers; how often a row was changed does not matter."""
    return (
        tuple(replace(opportunity, version=1) for opportunity in known.opportunities),
        tuple(replace(interview, version=1) for interview in known.interviews),
        known.contacts,
        known.promises,
        known.events,
        known.notes,
    )
