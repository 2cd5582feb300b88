"""A talk over several turns: acts in, and the one question that is put afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from bot.decide import (
    about_me,
    afterwards,
    because,
    bright_side,
    commands,
    debrief,
    practice,
    progress,
    questions,
    weekly,
)
from bot.hear.act import Act, By
from bot.learn import going, standing, wishes
from bot.learn.ledger import Ledger
from storage.facts import Interview, Known, NoteKind
from tests.decide.rows import NOW, bare, keys, ledger, press, presses, said

ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    **going.ACTS,
    **standing.ACTS,
    **wishes.ACTS,
    **about_me.ACTS,
    **afterwards.ACTS,
    **because.ACTS,
    **bright_side.ACTS,
    **commands.ACTS,
    **debrief.ACTS,
    **practice.ACTS,
    **progress.ACTS,
    **weekly.ACTS,
}


class Turns:
    """What is known, and the turn that was made last."""

    def __init__(self, known: Known, now: datetime = NOW) -> None:
        self.known, self.now = known, now
        self.last = ledger(known, now=now)

    def hear(self, *acts: Act, after: timedelta = timedelta(minutes=1)) -> Turns:
        """These acts come in; the next question is put, unless one was."""
        self.now += after
        self.last = ledger(self.known, *acts, now=self.now, pressed=acts[0].by is By.BUTTON)
        meant = questions.read(self.last, acts)
        self.last.acts = meant
        for act in meant:
            ACTS[act.name](self.last, act)
        if self.last.reply.question is None:
            questions.go_on(self.last, meant)
        self.last.change_person(heard_at=self.now)
        self.known = self.last.known
        return self

    def say(self, words: str, after: timedelta = timedelta(minutes=1)) -> Turns:
        """A bare answer in the Person's own words."""
        return self.hear(bare("note", text=words), after=after)

    def tap(self, verb: str, name: str, row: int = 2, **slots: Any) -> Turns:
        """A button."""
        return self.hear(press(verb, name, row, **slots))

    def skip(self) -> Turns:
        """Skip, typed."""
        return self.hear(bare("skip"))

    @property
    def asked(self) -> str | None:
        """The question that is open."""
        return self.known.person.asking

    @property
    def keys(self) -> list[str]:
        """The names of all sentences of the last turn."""
        return keys(self.last)

    @property
    def said(self) -> str:
        """The words of the last turn."""
        return said(self.last)

    @property
    def verbs(self) -> list[str]:
        """The buttons of the last turn."""
        return [one.verb for one in presses(self.last)]

    @property
    def interview(self) -> Interview:
        """The talk at Acme."""
        return next(i for i in self.known.interviews if i.id == 2)

    def notes(self, kind: NoteKind) -> list[str]:
        """What was noted of a kind."""
        return [note.text for note in self.known.notes if note.kind is kind]
