"""The buttons under nudges that tell no news, and the sentences that say the same: not now, keep it, let it go."""

from __future__ import annotations

from collections.abc import Callable

from bot.decide.meant import is_asked, mark, once
from bot.hear.act import Act
from bot.learn import ends, reminders
from bot.learn.ledger import Ledger
from scheduler import nudges
from storage.facts import Opportunity

LATER = {"thank_you": "later.thank_you", "follow_up": "wait.follow_up", "rejection_thanks": "later.rejection"}
"""What is said when it is too much now."""


def not_now(ledger: Ledger, act: Act) -> None:
    """It will be written later; without a word about what, the last nudge comes again."""
    what = str(act.get("what") or "")
    if what not in LATER:
        return reminders.snooze(ledger, Act("snooze", by=act.by))
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


ACTS: dict[str, Callable[[Ledger, Act], None]] = {
    "not_now": not_now,
    "keep_open": keep_open,
    "close": close,
    "refuse": refuse,
}
