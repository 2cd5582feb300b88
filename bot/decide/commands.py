"""The commands, and what little there is to say when nothing else was meant. The words are `command.<name>`."""

from __future__ import annotations

from collections.abc import Callable

from bot.decide.question import Question, pose
from bot.hear.act import Act
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger, Stale
from bot.words.named import Text, lines, text

MENU = (
    *("interview", "status", "contact", "checkin", "debrief", "practice", "progress", "calendar"),
    *("help", "undo", "cancel", "stop", "language", "settings", "privacy", "export", "forget", "start"),
)
"""What Telegram's menu and /help show, in their order."""


def help_(ledger: Ledger, act: Act) -> None:
    """What can be said."""
    ledger.tell(text("help.all", commands=lines(text("help.line", name=name, what=_what(name)) for name in MENU)))


def _what(name: str) -> Text:
    return text(f"command.{name}")


def unknown(ledger: Ledger, act: Act) -> None:
    """A command that does not exist is answered with the list."""
    name = str(act.get("text") or "").split()[0][:32] if act.get("text") else "?"
    ledger.answer("help.unknown", command=name if name.startswith("/") else f"/{name}")
    help_(ledger, act)


def cancel(ledger: Ledger, _act: Act) -> None:
    """Leave the question that is open."""
    ledger.answer("cancel.nothing" if ledger.before.person.asking is None else "cancel.done")
    ledger.drop_question()


def add_interview(ledger: Ledger, _act: Act) -> None:
    """/interview without a text."""
    pose(ledger, INTERVIEW, 0)


def correct(ledger: Ledger, act: Act) -> None:
    """That something is wrong, and not what: what the last message gave is shown, each line to be dropped."""
    if all(other.name in ("correct", "no") for other in ledger.acts):
        ledger.queue.append(Act("wrong"))


def answered(ledger: Ledger, act: Act) -> None:
    """A bare yes, no or skip that answers nothing."""
    if act.verb:
        raise Stale
    if len(ledger.acts) == 1 and ledger.reply.is_empty:
        ledger.answer("small.fine")


def sealed(_ledger: Ledger, _act: Act) -> None:
    """A button that was chosen already."""
    raise Stale


INTERVIEW = Question(
    name="interview", expects=Expected.EMPLOYER, answered_by=frozenset({"which", "interview", "invited"})
)
QUESTIONS = (INTERVIEW,)
ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "help": help_,
    "unknown_command": unknown,
    "cancel": cancel,
    "add_interview": add_interview,
    "correct": correct,
    "yes": answered,
    "no": answered,
    "day": answered,
    "sealed": sealed,
}
