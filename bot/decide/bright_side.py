"""No exam: after three self-reproaches, one thing that went well is asked for (advice 34)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.coaching.looking_back import is_reproach
from bot.decide.in_own_words import take_press, told_or_passed
from bot.decide.notes import add_note
from bot.decide.question import Question, pose
from bot.hear.act import Act
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger
from storage.facts import Interview, Known, NoteKind

ENOUGH_REPROACHES = 3


def count(ledger: Ledger, said: str) -> None:
    """Count a self-reproach in what was said, once a message; after the third, ask at once."""
    if not is_reproach(said) or ledger.person.reproaches != ledger.before.person.reproaches:
        return
    counted, row = ledger.person.reproaches + 1, _row(ledger.known, ledger.now)
    if counted < ENOUGH_REPROACHES or row is None:
        ledger.change_person(reproaches=counted)
    else:
        ledger.change_person(reproaches=0)
        pose(ledger, QUESTION, row)


def _row(known: Known, now: datetime) -> int | None:
    """The Interview that is being talked about, or the latest that is over."""
    over = [i for i in known.interviews if i.end <= now and not i.cancelled]
    about = [i for i in over if i.id == known.person.asking_about or i.opportunity_id == known.person.topic]
    latest = max(about or over, key=lambda interview: interview.end, default=None)
    return latest.id if latest is not None else None


def bright_side(ledger: Ledger, act: Act) -> None:
    """One thing that went well, or that nothing comes to mind."""
    interview = ledger.found(Interview, act.row)
    take_press(QUESTION.name, ledger, act)
    said = act.get("text")
    if not said:
        return ledger.answer("echo.bright_side.none")
    add_note(ledger, interview, NoteKind.WELL, str(said))
    return ledger.keep("echo.bright_side")


QUESTION = Question(
    name="bright_side",
    expects=Expected.WORDS,
    means=partial(told_or_passed, "bright_side"),
    answered_by=frozenset({"bright_side"}),
    presses=(("pass.bright_side",),),
    goes_on=True,
)
QUESTIONS: tuple[Question, ...] = (QUESTION,)
ACTS: dict[str, Callable[[Ledger, Act], None]] = {"bright_side": bright_side}
