"""A draft that was offered or shown last: a bare "yes" takes it, a bare "no" leaves it, whatever was asked before."""

from __future__ import annotations

from bot.decide.checklist import put_aside
from bot.decide.question import Question
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.learn.ledger import Ledger

OFFERS, THANKS = "show.draft=", "thank_you"
WAITS = (Expected.VERBATIM, Expected.WORDS, Expected.WINDOW)
SHOWN = "sent.thank_you"
"""The button under a thank-you that is shown."""


def remember(ledger: Ledger, was: Question | None) -> None:
    """Where the answer has offered one draft, or shown a thank-you, and asked nothing: what is bare is about that.

    `was`: the question that stood open. It is put aside, unless it waits for a text or a day, or belongs to a talk.
    """
    if ledger.reply.question is not None or (was is not None and (was.goes_on or was.expects in WAITS)):
        return
    pressed = [press for part in ledger.reply.answers for line in part.presses for press in line]
    offered = {(press.row, press.verb.removeprefix(OFFERS)) for press in pressed if press.verb.startswith(OFFERS)}
    shown = {(press.row, "") for press in pressed if press.verb == SHOWN}
    if len(offered | shown) == 1:
        if was is not None and was is not OFFERED and ledger.person.asking == was.name:
            put_aside(ledger, was.name, ledger.person.asking_about or 0)
        row, name = next(iter(offered | shown))
        ledger.ask(OFFERED.name, row, name)


def _means(ledger: Ledger, act: Act) -> Act | None:
    person = ledger.before.person
    return meant(act, person.asking_text or "", person.asking_about or 0)


def meant(act: Act, name: str, row: int) -> Act | None:
    """What is bare about the draft of that name: show it; or, of thanks, that none are wanted."""
    if act.name == "yes" and name:
        return Act("show_draft", {"draft": name}, by=By.BARE, row=row)
    if act.name in ("no", "skip") and name in ("", THANKS):
        return Act("wont", {"what": THANKS}, by=By.BARE, row=row)
    return None


def _is_said(_ledger: Ledger, _row: int) -> None:
    """The answer that offers it is the question."""


OFFERED = Question(
    name="offered",
    expects=Expected.YES_NO,
    means=_means,
    answered_by=frozenset({"show_draft", "ask_draft", "wont", "sent"}),
    say=_is_said,
)
QUESTIONS = (OFFERED,)
