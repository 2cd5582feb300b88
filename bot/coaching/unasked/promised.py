"""Said about promises, ours and theirs."""

from __future__ import annotations

from bot.coaching import drafts
from bot.coaching.showing import in_block, last_interview
from bot.coaching.unasked.telling import Say, later, promise_of
from bot.dialogue.talk import Talk
from scheduler.nudges import Plan
from storage.facts import Opportunity


def _promise(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    owed = promise_of(talk, planned)
    late = owed.due < talk.here.date()
    last = last_interview(talk, opportunity)
    draft = in_block(talk, drafts.promised(talk.known, opportunity, last, owed.what, late=late))
    buttons = ((talk.button("done.promise", owed.id), later(talk)),)
    key = "nudge.promise_late" if late else f"nudge.{planned.name}"
    talk.say(key, buttons, employer=opportunity.employer, what=owed.what, draft=draft)


def _their_promise(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    theirs = promise_of(talk, planned)
    buttons = (tuple(talk.button(verb, theirs.id) for verb in ("theirs.kept", "theirs.broken")),)
    due = talk.day(theirs.due)
    talk.say("nudge.their_promise", buttons, employer=opportunity.employer, what=theirs.what, due=due)


WORDS: dict[str, Say] = {"promise": _promise, "promise_eve": _promise, "their_promise": _their_promise}
