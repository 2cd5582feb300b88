"""Said in the wait and at its end: hold, follow-up, a message that waited, the clean end, and what comes long after."""

from __future__ import annotations

from bot.coaching import letters, verdicts
from bot.decide.buttons import act_press, act_presses, change_presses, why_presses
from bot.decide.shown import as_shown
from bot.learn.ledger import Ledger, Part
from bot.say.unasked.telling import Say, interview_of, later, line_of
from bot.words.named import Block, Press, Presses, Text, text
from scheduler import nudges, policy
from scheduler.nudges import Plan
from storage.facts import Interview, Opportunity


def _hold(ledger: Ledger, opportunity: Opportunity, _planned: Plan) -> Part:
    opens = verdicts.question_opens(ledger.known, opportunity, ledger.now)
    assert opens is not None, "a hold names a day"
    verdict = verdicts.verdict_on(ledger.known, opportunity, ledger.now)
    said = text("nudge.hold", employer=opportunity.employer, opens=opens)
    return Part(said, (why_presses(ledger.known, opportunity, verdict),))


def _follow_up(ledger: Ledger, opportunity: Opportunity, planned: Plan) -> Part:
    verdict = verdicts.verdict_on(ledger.known, opportunity, ledger.now)
    interview, name = interview_of(ledger, planned), _draft(ledger, opportunity, verdict)
    made_of = {"interview": interview, "channel": verdict.channel, **as_shown(ledger, opportunity, name)}
    draft = letters.made(ledger.known, opportunity, ledger.now, name, **made_of)
    key = "nudge.follow_up_paper" if name == "spoken_offer" else _reason(ledger, opportunity, interview, planned)
    said = text(key, employer=opportunity.employer, channel=_channel(verdict), draft=draft)
    sent, *rest = _asked(ledger, opportunity)
    return Part(said, (sent, *change_presses(ledger.known, opportunity, name), *rest))


def _draft(ledger: Ledger, opportunity: Opportunity, verdict: policy.Verdict) -> str:
    """The first question, the second one; for an offer that was only spoken, about the paper."""
    if nudges.look_at(ledger.known, opportunity, ledger.now).is_offered:
        return "spoken_offer"
    return "follow_up" if verdict.count[0] == 0 else "second_follow_up"


def _reason(ledger: Ledger, opportunity: Opportunity, interview: Interview, planned: Plan) -> str:
    named = interview.window is not None or any(event.latest for event in ledger.events_of(opportunity))
    return "nudge.follow_up_no_day" if planned.name == "follow_up" and not named else f"nudge.{planned.name}"


def _channel(verdict: policy.Verdict) -> Text:
    return text(f"channel.{verdict.channel or 'email'}")


def _parked(ledger: Ledger, opportunity: Opportunity, _planned: Plan) -> Part:
    waiting = nudges.waiting_draft(ledger.known, opportunity)
    assert waiting is not None, "this nudge hands over a message that waits"
    ledger.change(waiting, handed_at=ledger.now)
    channel = _channel(verdicts.verdict_on(ledger.known, opportunity, ledger.now))
    said = text("nudge.parked", employer=opportunity.employer, channel=channel, draft=Block(waiting.text))
    return Part(said, _asked(ledger, opportunity))


def _asked(ledger: Ledger, opportunity: Opportunity) -> Presses:
    sent, heard = (act_press(ledger.known, opportunity, verb) for verb in ("sent.follow_up", "heard"))
    return ((sent, later(ledger)), (heard,))


def _clean_end(ledger: Ledger, opportunity: Opportunity, planned: Plan) -> Part:
    presses = act_presses(ledger.known, opportunity, "close", "keep")
    return Part(text(f"nudge.{planned.name}", employer=opportunity.employer), presses)


def _feedback(ledger: Ledger, opportunity: Opportunity, _planned: Plan) -> Part:
    ledger.ask("feedback", opportunity.id)
    return Part(text("nudge.feedback", employer=opportunity.employer), ((Press("feedback.none", opportunity.id),),))


def _keep_in_touch(ledger: Ledger, opportunity: Opportunity, _planned: Plan) -> Part:
    ledger.ask("keep_in_touch", opportunity.id)
    presses = (line_of(opportunity.id, "touch.draft", "touch.rest"),)
    return Part(text("nudge.keep_in_touch", employer=opportunity.employer), presses)


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
