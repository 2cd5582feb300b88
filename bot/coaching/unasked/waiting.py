"""Said in the wait and at its end: hold, follow-up, a message that waited, the clean end, and what comes long after."""

from __future__ import annotations

from bot.coaching import drafts, plan
from bot.coaching.drafts import Draft
from bot.coaching.showing import draft_buttons, in_block
from bot.coaching.unasked.telling import Say, acts, interview_of, later, why_button
from bot.dialogue.talk import Talk
from bot.turn import Rows
from scheduler import nudges
from scheduler.nudges import Plan
from storage.facts import Opportunity


def _hold(talk: Talk, opportunity: Opportunity, _planned: Plan) -> None:
    opens = plan.question_opens(talk, opportunity)
    assert opens is not None, "a hold names a day"
    buttons = ((why_button(talk, opportunity, plan.verdict_on(talk, opportunity)),),)
    talk.say("nudge.hold", buttons, employer=opportunity.employer, opens=talk.day(opens))


def _follow_up(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    verdict = plan.verdict_on(talk, opportunity)
    interview = interview_of(talk, planned)
    name = "follow_up" if verdict.count[0] == 0 else "second_follow_up"
    if nudges.look_at(talk.known, opportunity, talk.now).is_offered:
        name = "spoken_offer"
    draft = in_block(talk, drafts.draft(name, talk.known, opportunity, interview=interview, channel=verdict.channel))
    told = interview.window is not None or any(
        e.latest for e in talk.known.events if e.opportunity_id == opportunity.id
    )
    key = "nudge.follow_up_no_day" if planned.name == "follow_up" and not told else f"nudge.{planned.name}"
    if name == "spoken_offer":
        key = "nudge.follow_up_paper"
    channel = talk.words(f"channel.{verdict.channel or 'email'}")
    sent, *rest = _asked(talk, opportunity)
    buttons = (sent, *draft_buttons(talk, opportunity, name), *rest)
    talk.say(key, buttons, employer=opportunity.employer, channel=channel, draft=draft)


def _parked(talk: Talk, opportunity: Opportunity, _planned: Plan) -> None:
    waiting = nudges.waiting_draft(talk.known, opportunity)
    assert waiting is not None, "this nudge hands over a message that waits"
    talk.change(waiting, handed_at=talk.now)
    verdict = plan.verdict_on(talk, opportunity)
    channel = talk.words(f"channel.{verdict.channel or 'email'}")
    draft = in_block(talk, Draft(None, waiting.text))
    talk.say("nudge.parked", _asked(talk, opportunity), employer=opportunity.employer, channel=channel, draft=draft)


def _asked(talk: Talk, opportunity: Opportunity) -> Rows:
    (sent,), heard = acts(talk, opportunity, "sent.follow_up", "heard")
    return ((sent, later(talk)), heard)


def _clean_end(talk: Talk, opportunity: Opportunity, planned: Plan) -> None:
    talk.say(f"nudge.{planned.name}", acts(talk, opportunity, "close", "keep"), employer=opportunity.employer)


def _feedback(talk: Talk, opportunity: Opportunity, _planned: Plan) -> None:
    talk.ask("feedback", opportunity.id)
    talk.say("nudge.feedback", ((talk.button("feedback.none", opportunity.id),),), employer=opportunity.employer)


def _keep_in_touch(talk: Talk, opportunity: Opportunity, _planned: Plan) -> None:
    buttons = (tuple(talk.button(verb, opportunity.id) for verb in ("touch.draft", "touch.rest")),)
    talk.say("nudge.keep_in_touch", buttons, employer=opportunity.employer)


WORDS: dict[str, Say] = {
    "hold": _hold,
    "follow_up": _follow_up,
    "second_follow_up": _follow_up,
    "parked": _parked,
    "follow_up_again": _follow_up,
    "clean_end": _clean_end,
    "clean_end_unasked": _clean_end,
    "feedback": _feedback,
    "keep_in_touch": _keep_in_touch,
}
