"""Worry, joy, anger: first one human sentence that fits the case, another one each time; then what is true.

Beside facts it is the sentence alone: the lines about the facts say the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.coaching.elsewhere import has_offered
from bot.coaching.standing import next_ahead, standing
from bot.coaching.verdicts import may_ask_now, opens_on, verdict_on
from bot.decide import bright_side
from bot.decide.beside import CHAT, is_alone, is_answered_elsewhere, says
from bot.decide.buttons import show_press
from bot.decide.meant import clear
from bot.decide.open_points import is_left
from bot.decide.question import pose
from bot.decide.worries import BAD_NEWS, case_of, is_only_felt, said_of
from bot.hear.act import Act
from bot.learn.ledger import Ledger, Part
from bot.learn.said_before import another
from bot.words.named import Presses, Text, Value, lines, text
from scheduler.policy import Answer, Kind
from storage.facts import EventType, Known, Opportunity

WAYS: Mapping[str, int] = {
    **dict.fromkeys(("wait", "night"), 8),
    **dict.fromkeys(("no", "noes", "over", "before", "eve", "late"), 6),
    **dict.fromkeys(("plain", "stranger"), 5),
    "no_use": 3,
}
"""Sentences for each case of worry."""
GOOD_NEWS = ("offer", "accepted", "invited", "reopened", "heard")
"""News whose own line is a human sentence already."""
ORDERS = ("ask_draft", "change_draft", "check_text")
"""What is wished for a letter: "put in that I was thrilled by the plant" is no joy at anything here."""
SAID = frozenset({"worry", "joy", "anger"})


# Worry


def worry(ledger: Ledger, act: Act) -> None:
    """A kind sentence first; then what is true: the day that I hold, or that nothing is due."""
    opportunity = clear(ledger, act)
    case = case_of(ledger, opportunity)
    if not _is_met_already(ledger) or is_left(ledger):
        _say_first(ledger, *_of(said_of(ledger, act, case)))
    bright_side.count(ledger, act.span)
    if _is_all_that_is_told(ledger, act) and not is_answered_elsewhere(ledger):
        said, presses = _what_is_true(ledger, opportunity, case)
        ledger.tell(said, presses)
    _ask_what_went_well(ledger)


def _is_all_that_is_told(ledger: Ledger, act: Act) -> bool:
    """Whether nothing else is; a no that was known is nothing else."""
    if is_alone(ledger, act):
        return True
    others = [other for other in ledger.acts if other.name not in CHAT and not is_only_felt(ledger, other)]
    return not ledger.reply.kept and not is_left(ledger) and all(other.name in BAD_NEWS for other in others)


def _is_met_already(ledger: Ledger) -> bool:
    """Whether a no is kept in this turn: its line says a kind word."""
    return _noes(ledger.known) > _noes(ledger.before)


def _noes(known: Known) -> int:
    return sum(event.type is EventType.REJECTED for event in known.events)


def _ask_what_went_well(ledger: Ledger) -> None:
    """After the third self-reproach (advice 34)."""
    row = bright_side.QUESTION.open(ledger.known, ledger.now)
    if row is not None:
        pose(ledger, bright_side.QUESTION, row)


def _of(case: str) -> tuple[tuple[str, int], ...]:
    """The sentences for a case, and those that fit every case, for when they are used up."""
    return tuple((f"worry.{name}", WAYS[name]) for name in dict.fromkeys((case, "plain")))


def _say_first(ledger: Ledger, *stems: tuple[str, int]) -> None:
    """Before everything else, one human sentence, and only one a turn."""
    if not any(isinstance(part.text, Text) and part.text.key.split(".")[0] in SAID for part in ledger.reply.first):
        ledger.reply.first.append(Part(text(another(ledger, *stems))))


def _what_is_true(ledger: Ledger, opportunity: Opportunity | None, case: str) -> tuple[Value, Presses]:
    match case:
        case _ if not ledger.known.opportunities:
            return text(another(ledger, ("worry.tell", 3))), ()
        case "no_use" if not ledger.open_opportunities:
            return text(another(ledger, ("worry.nothing_today", 5))), ()
        case "no" | "noes" | "plain":
            return text(another(ledger, ("worry.nothing_today", 5))), ()
        case _ if opportunity is None:
            return text(another(ledger, ("worry.dates_held", 4))), ()
        case "before" | "eve" if next_ahead(ledger.known, opportunity, ledger.now) is not None:
            ready = text(another(ledger, (f"ready.{case}", 4)))
            return lines([standing(ledger.known, opportunity, ledger.now), ready], " "), ()
        case "over" if verdict_on(ledger.known, opportunity, ledger.now).kind is Kind.THANK_YOU:
            press = show_press(ledger.known, opportunity, "thank_you")
            return text(another(ledger, ("worry.thank_you", 3))), ((press,),)
        case _:
            return _wait(ledger, opportunity, case)


def _wait(ledger: Ledger, opportunity: Opportunity, case: str) -> tuple[Value, Presses]:
    """The day that is held, with something useful to do by day; the draft, when the question may go now."""
    verdict = verdict_on(ledger.known, opportunity, ledger.now)
    if may_ask_now(verdict):
        name = "second_follow_up" if verdict.count[0] else "follow_up"
        press = show_press(ledger.known, opportunity, name)
        return text("worry.now", employer=opportunity.employer), ((press,),)
    opens = opens_on(ledger.known, opportunity, ledger.now)
    if opens is None or verdict.verdict is not Answer.HOLD or verdict.kind is not Kind.FOLLOW_UP:
        if case == "night":
            return text(another(ledger, ("worry.nothing_tonight", 4))), ()
        draft = ((show_press(ledger.known, opportunity, "thank_you"),),) if verdict.kind is Kind.THANK_YOU else ()
        return standing(ledger.known, opportunity, ledger.now), draft
    held = text(another(ledger, ("worry.held", 5)), employer=opportunity.employer, opens=opens)
    return (held if case in ("night", "no_use") else lines([held, useful_step(ledger)], " ")), ()


def useful_step(ledger: Ledger) -> Text:
    """What can be done today instead of writing to them: another one each time somebody worries."""
    return text(another(ledger, ("step", 8)))


# Anger and joy


def anger(ledger: Ledger, act: Act) -> None:
    """They may be angry; and nothing goes out today."""
    if not says(ledger, "worry"):
        _say_first(ledger, ("anger", 5))
    if not is_alone(ledger, act) or says(ledger, "worry"):
        return
    opportunity = clear(ledger, act)
    opens = opens_on(ledger.known, opportunity, ledger.now) if opportunity is not None else None
    if opportunity is None or opens is None:
        ledger.answer(another(ledger, ("anger.nothing_today", 2)))
    else:
        ledger.answer(another(ledger, ("anger.held", 3)), employer=opportunity.employer, opens=opens)


def joy(ledger: Ledger, act: Act) -> None:
    """Be glad with them, unless a fear is told as well; beside an offer, with a word to go on until it is on paper."""
    if says(ledger, "worry", "anger", *ORDERS):
        return
    if not says(ledger, *GOOD_NEWS):
        _say_first(ledger, ("joy", 6))
    waiting = [o for o in ledger.open_opportunities if opens_on(ledger.known, o, ledger.now) is not None]
    if is_alone(ledger, act) and waiting and any(has_offered(ledger.known, o) for o in ledger.open_opportunities):
        ledger.answer("joy.keep_on")


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"worry": worry, "anger": anger, "joy": joy}
