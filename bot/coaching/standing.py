"""How one Opportunity stands, in one sentence: said whenever somebody asks, worries or comes back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from bot.coaching.letters import interviews_of
from bot.words.named import Moment, Text, text
from scheduler import nudges, policy
from scheduler.policy import Answer, Kind, Verdict
from storage.facts import Interview, Known, Opportunity

QUIET = (Answer.HOLD, Answer.ONLY_THANK_YOU, Answer.MOVE_ON)
URGENCY = (
    *(Answer.REPLY_NOW, Answer.ONLY_PROMISE, Answer.GO, Answer.ONLY_THANK_YOU),
    *(Answer.HOLD, Answer.MOVE_ON),
)
"""Answers of the contact policy, what must be done first in front."""


def standing(known: Known, opportunity: Opportunity, now: datetime) -> Text:
    """Where it stands now: what is to be done, or from when."""
    verdict = policy.judge(policy.case_of(known, opportunity), now)
    ahead = next_ahead(known, opportunity, now)
    if ahead is not None and verdict.verdict in QUIET:
        return text("stand.interview", employer=opportunity.employer, when=Moment(ahead.start))
    match verdict.verdict:
        case Answer.HOLD:
            return _held(opportunity, verdict, now.astimezone(nudges.zone_of(known.person)).date())
        case Answer.ONLY_PROMISE if owed := nudges.owed(known, opportunity):
            return text("stand.promise", employer=opportunity.employer, what=owed[0].what, due=owed[0].due)
        case Answer.REPLY_NOW if nudges.has_ended(known, opportunity):
            return text("stand.said_no", employer=opportunity.employer)
        case Answer.GO:
            return _may_go(opportunity, verdict)
        case _:
            return text(f"stand.{verdict.verdict}", employer=opportunity.employer)


def next_ahead(known: Known, opportunity: Opportunity, now: datetime) -> Interview | None:
    """Its next Interview that has not ended, when its day is known."""
    return next((i for i in interviews_of(known, opportunity) if i.end > now and i.day_known), None)


def _may_go(opportunity: Opportunity, verdict: Verdict) -> Text:
    if verdict.kind is Kind.FOLLOW_UP:
        return text("worry.now", employer=opportunity.employer)
    return text("stand.go", employer=opportunity.employer, what=text(f"state.go.{verdict.kind}"))


def _held(opportunity: Opportunity, verdict: Verdict, today: date) -> Text:
    employer, named = opportunity.employer, verdict.params.get("named")
    if verdict.not_before is None:
        return text("stand.their_turn", employer=employer)
    if verdict.kind is not Kind.FOLLOW_UP:
        return text("stand.from", employer=employer, day=verdict.not_before)
    if isinstance(named, date) and named >= today:
        return text("stand.until", employer=employer, named=named, opens=verdict.not_before)
    return text("worry.until", employer=employer, opens=verdict.not_before)


def most_urgent(known: Known, opportunities: Iterable[Opportunity], now: datetime) -> list[Opportunity]:
    """What must be done first in front."""
    judged = [(policy.judge(policy.case_of(known, o), now), o) for o in opportunities]
    return [opportunity for _, opportunity in sorted(judged, key=lambda pair: _urgency(*pair))]


def _urgency(verdict: Verdict, opportunity: Opportunity) -> tuple[int, date, int]:
    return URGENCY.index(verdict.verdict), verdict.not_before or date.max, opportunity.id
