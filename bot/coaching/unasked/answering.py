"""Said when they wait for something, and about offers: an answer, a call, the paper, the day to decide by."""

from __future__ import annotations

from bot.coaching import drafts, plan
from bot.coaching.showing import draft_buttons, in_block
from bot.coaching.unasked.telling import Say, acts, event_of, later, why_button
from bot.dialogue.talk import Talk
from scheduler.nudges import Plan
from storage.facts import Opportunity


def _reply_owed(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    buttons = (*acts(talk, opportunity, "sent.reply"), (later(talk),))
    what = talk.words(f"event.{event_of(talk, planned).type}")
    talk.say("nudge.reply_owed", buttons, employer=opportunity.employer, what=what)


def _rejection_thanks(talk: Talk, opportunity: Opportunity, _planned: Plan) -> None:
    last = max(talk.interviews_of(opportunity), key=lambda i: i.end, default=None)
    draft = in_block(talk, drafts.rejection_thanks(talk.known, opportunity, last))
    (sent,), rest = acts(talk, opportunity, "sent.reply", "rest")
    buttons = ((sent, later(talk)), *draft_buttons(talk, opportunity, "rejection_thanks"), rest)
    talk.say("nudge.rejection_thanks", buttons, employer=opportunity.employer, draft=draft)


def _your_move(talk: Talk, opportunity: Opportunity, _planned: Plan) -> None:
    verdict = plan.verdict_on(talk, opportunity)
    why = why_button(talk, opportunity, verdict)
    buttons = (*acts(talk, opportunity, f"did.{verdict.kind}"), (why, later(talk)))
    title = talk.words("title.plain", employer=opportunity.employer)
    talk.say("contact.verdict", buttons, title=title, why=plan.sentences(talk, verdict))


def _offer_deadline(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    deadline = event_of(talk, planned).deadline
    assert deadline is not None, "this nudge is about an offer with a day"
    today = deadline <= talk.here.date()
    key = "nudge.offer_deadline_today" if today else "nudge.offer_deadline"
    buttons = ((why_button(talk, opportunity, plan.verdict_on(talk, opportunity)),),)
    talk.say(key, buttons, employer=opportunity.employer, day=talk.day(deadline))


def _paper(talk: Talk, opportunity: Opportunity, _planned: Plan) -> None:
    buttons = (tuple(talk.button(verb, opportunity.id) for verb in ("paper.yes", "paper.no")),)
    talk.say("nudge.paper", buttons, employer=opportunity.employer)


WORDS: dict[str, Say] = {
    "reply_owed": _reply_owed,
    "rejection_thanks": _rejection_thanks,
    "your_move": _your_move,
    "offer_deadline": _offer_deadline,
    "paper": _paper,
}
