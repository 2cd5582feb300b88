"""How an Opportunity stands, in a few words, as the contact policy sees it: for lists, and for what is drawn."""

from __future__ import annotations

from bot.say.cards import span
from bot.words.named import Text, text
from scheduler import nudges, policy
from scheduler.nudges import Look
from storage.facts import EventType, Interview, Known, Opportunity

DECIDED = (EventType.ACCEPTED, EventType.DECLINED, EventType.ACCEPTED_OTHER_OFFER)
OVER = (EventType.REJECTED, EventType.USER_WITHDRAWS)
"""What ends it once nothing is left to be sent."""
QUIET = (policy.Answer.HOLD, policy.Answer.ONLY_THANK_YOU, policy.Answer.MOVE_ON)
"""An Interview that is ahead is more than these."""


def state(look: Look) -> Text:
    """How an Opportunity stands, in a few words."""
    verdict = look.verdict
    ahead = [interview for interview in look.interviews if interview.end > look.now]
    if ahead and verdict.verdict in QUIET:
        return _ahead(look.known, min(ahead, key=lambda interview: interview.start))
    if look.end is not None and _is_over(look.end.type, verdict):
        return text(f"state.ended.{look.end.type}")
    return _by_verdict(look)


def _ahead(known: Known, interview: Interview) -> Text:
    return text("state.interview", when=span(known, interview)) if interview.day_known else text("state.interview_open")


def _is_over(end: EventType, verdict: policy.Verdict) -> bool:
    return end in DECIDED or (end in OVER and verdict.verdict is policy.Answer.MOVE_ON)


def _by_verdict(look: Look) -> Text:
    verdict = look.verdict
    match verdict.verdict:
        case policy.Answer.REPLY_NOW:
            return text("state.said_no" if look.end is not None else "state.reply_now")
        case policy.Answer.ONLY_PROMISE:
            return _promise(look.known, look.opportunity)
        case policy.Answer.GO if verdict.kind is policy.Kind.FOLLOW_UP:
            return text("state.follow_up")
        case policy.Answer.GO:
            return text(f"state.go.{verdict.kind}")
        case policy.Answer.ONLY_THANK_YOU:
            return text("state.thank_you")
        case policy.Answer.MOVE_ON:
            return text("state.move_on")
        case policy.Answer.HOLD:
            return _hold(verdict)


def _hold(verdict: policy.Verdict) -> Text:
    if verdict.not_before is None:
        return text("state.hold_open")
    keys = {policy.Kind.THANK_YOU: "state.hold_thank_you", policy.Kind.FOLLOW_UP: "state.asks_from"}
    key = keys.get(verdict.kind, "state.hold") if verdict.kind else "state.hold"
    return text(key, day=verdict.not_before)


def _promise(known: Known, opportunity: Opportunity) -> Text:
    first = nudges.owed(known, opportunity)[0]
    return text("state.promise", what=first.what, due=first.due)
