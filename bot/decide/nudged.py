"""The buttons under nudges that tell no news, and the sentences that say the same: not now, keep it, let it go."""

from __future__ import annotations

from collections.abc import Callable

from bot.coaching.verdicts import may_ask_now, opens_on, verdict_on
from bot.decide.beside import is_alone
from bot.decide.buttons import show_press
from bot.decide.meant import clear, is_asked, mark, once
from bot.decide.snoozing import snooze
from bot.hear.act import Act, By
from bot.learn import ends
from bot.learn.ledger import Ledger
from bot.learn.which import target
from scheduler import nudges
from storage.facts import Opportunity

LATER = {"thank_you": "later.thank_you", "follow_up": "wait.follow_up", "rejection_thanks": "later.rejection"}
"""What is said when it is too much now."""


def not_now(ledger: Ledger, act: Act) -> None:
    """It will be written later; without a word about what, the last nudge comes again."""
    what = str(act.get("what") or "")
    if what not in LATER:
        return snooze(ledger, Act("snooze", by=act.by))
    opportunity = once(ledger, act)
    if opportunity is not None:
        return ledger.answer(LATER[what], employer=opportunity.employer)
    return None if is_asked(ledger, act) else ledger.answer("snooze.nothing")


def keep_open(ledger: Ledger, act: Act) -> None:
    """It stays on the list, and is not brought up."""
    opportunity = once(ledger, act)
    if opportunity is not None:
        ledger.answer("kept", employer=opportunity.employer)
    elif not is_asked(ledger, act):
        ledger.answer("close.nothing")


def close(ledger: Ledger, act: Act) -> None:
    """Let go of it: nothing more is said about it."""
    opportunity = once(ledger, act)
    if opportunity is None:
        return None if is_asked(ledger, act) else ledger.answer("close.nothing")
    if opportunity.closed_at is not None:
        return ledger.answer("close.already", employer=opportunity.employer)
    ends.close(ledger, opportunity)
    return ledger.keep(_closed(ledger, act, opportunity), employer=opportunity.employer)


def _closed(ledger: Ledger, act: Act, opportunity: Opportunity) -> str:
    """A no that is left to rest, an answer that never came, or an end by the Person's own wish."""
    if act.get("why") == "rest":
        return "closed.rest"
    return "closed" if nudges.has_ended(ledger.known, opportunity) else "closed.in_silence"


def refuse(ledger: Ledger, act: Act) -> None:
    """The Person does not want to be asked this of the coach's own accord any more."""
    unwanted = (*ledger.person.unwanted, str(act.get("nudge")))
    ledger.change_person(unwanted=tuple(dict.fromkeys(unwanted)))
    mark(ledger, act)
    ledger.keep("word.stopped")


def nothing_heard(ledger: Ledger, act: Act) -> None:
    """No word yet: the day that is known, or the question that may go now. Beside other news it needs no answer."""
    mark(ledger, act)
    if not is_alone(ledger, act):
        return None
    opportunity = target(ledger, act) if act.row and act.by is By.BUTTON else clear(ledger, act)
    if opportunity is None:
        return ledger.answer("word.nothing")
    opens = opens_on(ledger.known, opportunity, ledger.now)
    if opens is not None:
        return ledger.answer("word.nothing_until", employer=opportunity.employer, opens=opens)
    verdict = verdict_on(ledger.known, opportunity, ledger.now)
    if may_ask_now(verdict):
        name = "second_follow_up" if verdict.count[0] else "follow_up"
        presses = ((show_press(ledger.known, opportunity, name),),)
        return ledger.answer("worry.now", presses, employer=opportunity.employer)
    return ledger.answer("word.nothing")


ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "not_now": not_now,
    "keep_open": keep_open,
    "close": close,
    "refuse": refuse,
    "nothing_heard": nothing_heard,
}
