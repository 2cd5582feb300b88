"""What they told says more with a reason: with the thank-you, one "because" is asked for, once a talk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bot.coaching.drafts import can_be_said, lacks_reason
from bot.coaching.drafts.own_reason import is_reason
from bot.decide.in_own_words import take_press, told_or_passed
from bot.decide.question import Question, pose
from bot.hear.act import Act, By
from bot.hear.scene import Expected
from bot.learn.going import LONGEST_NOTE
from bot.learn.ledger import Ledger
from bot.learn.lines import keep, shown
from bot.words.named import Press, Value
from storage.facts import Interview, Note, Opportunity

ASKED = "because"
"""Among what was passed over: it was asked for."""
THANKS = "thank_you"


def wanted_for(ledger: Ledger, opportunity: Opportunity, name: str) -> Interview | None:
    """The talk of which the thank-you repeats something without a reason, where none was asked for yet."""
    interview = ledger.last_over(opportunity) if name == THANKS else None
    if interview is None or ASKED in interview.passed_over:
        return None
    return interview if lacks_reason(ledger.known, opportunity, interview) is not None else None


def told(ledger: Ledger, interview: Interview) -> Value:
    """What they told, of which the reason is asked for."""
    number = lacks_reason(ledger.known, ledger.opportunity_of(interview), interview) or 0
    return shown(ledger.found(Note, number).text)


def asked_for(ledger: Ledger, interview: Interview) -> None:
    """It is open, and is not asked for again."""
    ledger.change(interview, passed_over=(*interview.passed_over, ASKED))
    ledger.ask(QUESTION.name, interview.id)


def ask(ledger: Ledger, opportunity: Opportunity, name: str) -> None:
    """Ask for it below a draft that was shown."""
    interview = wanted_for(ledger, opportunity, name)
    if interview is not None and ledger.reply.question is None:
        ledger.change(interview, passed_over=(*interview.passed_over, ASKED))
        pose(ledger, QUESTION, interview.id)


def because(ledger: Ledger, act: Act) -> None:
    """Keep it with what they told; the thank-you comes back with it."""
    interview = ledger.found(Interview, act.row)
    take_press(QUESTION.name, ledger, act)
    opportunity, said = ledger.opportunity_of(interview), str(act.get("text") or "")
    number = lacks_reason(ledger.known, opportunity, interview)
    if not said or number is None:
        return ledger.answer("small.fine")
    if not can_be_said(said, ledger.person.language):
        return ledger.answer("because.left_out" if is_reason(said, ledger.person.language) else "small.fine")
    ledger.change(ledger.found(Note, number), answer=" ".join(said.split())[:LONGEST_NOTE])
    keep(ledger, opportunity, "kept.because")
    return ledger.queue.append(Act("show_draft", {"draft": THANKS}, row=opportunity.id, by=By.CHOSEN))


def _say(ledger: Ledger, row: int) -> None:
    ledger.pose("ask.because", ((Press("pass.because", row),),), what=told(ledger, ledger.found(Interview, row)))


QUESTION = Question(
    name="because",
    expects=Expected.WORDS,
    means=partial(told_or_passed, "because"),
    answered_by=frozenset({"because"}),
    presses=(("pass.because",),),
    say=_say,
)
QUESTIONS: tuple[Question, ...] = (QUESTION,)
ACTS: dict[str, Callable[[Ledger, Act], None]] = {"because": because}
