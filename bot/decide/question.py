"""What a question is: one thing to find out, when it is open, and what a bare answer to it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.hear.act import Act
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger
from bot.words.named import Press, Presses
from storage.facts import Known

Row = int | None


def never(_known: Known, _now: datetime) -> Row:
    """Asked only when something leads to it, never by itself."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to find out.

    `open` answers with the row it is open about (0 for the Person), or None when it need not be asked. `means` turns a
    bare answer (`yes`, `no`, `skip`, `shown`, `note` ...) into the act that it is here; None: it is no answer to this
    one. Acts in `answered_by` need no turning: whoever says them has answered.
    """

    name: str
    open: Callable[[Known, datetime], Row] = never
    expects: Expected = Expected.NOTHING
    means: Callable[[Ledger, Act], Act | None] | None = None
    answered_by: frozenset[str] = frozenset()
    presses: tuple[tuple[str, ...], ...] = ()
    """Verbs of its buttons, each with the row."""
    say: Callable[[Ledger, int], None] | None = None
    """Puts it in its own words; else it is `ask.<name>` with the buttons."""
    goes_on: bool = False
    """Whether it is part of a talk the Person is in, such as the debrief: it stays until answered, skipped or left."""


def keyboard(question: Question, row: int) -> Presses:
    """The buttons of a question."""
    return tuple(tuple(Press(verb, row) for verb in line) for line in question.presses)


def pose(ledger: Ledger, question: Question, row: int, text: str | None = None) -> None:
    """Put it, and remember that it is open."""
    if ledger.reply.question is not None:
        return
    ledger.ask(question.name, row, text)
    if question.say is not None:
        question.say(ledger, row)
    else:
        ledger.pose(f"ask.{question.name}", keyboard(question, row))
