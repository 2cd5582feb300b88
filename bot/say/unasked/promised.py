"""Said about promises, ours and theirs."""

from __future__ import annotations

from bot.coaching import letters
from bot.learn.ledger import Ledger, Part
from bot.say.unasked.telling import Say, later, line_of, promise_of
from bot.words.named import Press, text
from scheduler.nudges import Plan
from storage.facts import Opportunity


def _promise(ledger: Ledger, opportunity: Opportunity, planned: Plan) -> Part:
    owed = promise_of(ledger, planned)
    late = owed.due < ledger.today
    draft = letters.made(ledger.known, opportunity, ledger.now, "promised", what=owed.what, late=late)
    key = "nudge.promise_late" if late else f"nudge.{planned.name}"
    said = text(key, employer=opportunity.employer, what=owed.what, draft=draft)
    return Part(said, ((Press("done.promise", owed.id), later(ledger)),))


def _their_promise(ledger: Ledger, opportunity: Opportunity, planned: Plan) -> Part:
    theirs = promise_of(ledger, planned)
    ledger.ask("their_promise", theirs.id)
    said = text("nudge.their_promise", employer=opportunity.employer, what=theirs.what, due=theirs.due)
    return Part(said, (line_of(theirs.id, "theirs.kept", "theirs.broken"),))


WORDS: dict[str, Say] = {"promise": _promise, "promise_eve": _promise, "their_promise": _their_promise}
