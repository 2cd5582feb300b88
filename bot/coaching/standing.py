"""How one Opportunity stands, in one sentence: said whenever somebody asks, worries or comes back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from bot.coaching.elsewhere import deadline_elsewhere, has_offered, is_told_of_elsewhere, offered_until
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
    today = now.astimezone(nudges.zone_of(known.person)).date()
    if (elsewhere := day_to_tell(known, opportunity, verdict, today)) is not None:
        return _to_tell(opportunity, verdict, elsewhere)
    match verdict.verdict:
        case Answer.HOLD:
            return _held(opportunity, verdict, today)
        case Answer.ONLY_PROMISE if owed := nudges.owed(known, opportunity):
            return text("stand.promise", employer=opportunity.employer, what=owed[0].what, due=owed[0].due)
        case Answer.REPLY_NOW if nudges.has_ended(known, opportunity):
            return text("stand.said_no", employer=opportunity.employer)
        case Answer.REPLY_NOW if (day := offered_until(known, opportunity)) is not None and day > today:
            return text("stand.offer", employer=opportunity.employer, day=day)
        case Answer.GO:
            return _may_go(opportunity, verdict)
        case _:
            return text(f"stand.{verdict.verdict}", employer=opportunity.employer)


def day_to_tell(known: Known, opportunity: Opportunity, verdict: Verdict, today: date) -> date | None:
    """The day of an offer elsewhere of which they should hear now, once: it comes before one may ask them (R10)."""
    waits = verdict.verdict is Answer.HOLD and verdict.kind is Kind.FOLLOW_UP
    if not waits or has_offered(known, opportunity) or is_told_of_elsewhere(known, opportunity):
        return None
    day = deadline_elsewhere(known, opportunity, today)
    return day if day is not None and (verdict.not_before is None or day <= verdict.not_before) else None


def _to_tell(opportunity: Opportunity, verdict: Verdict, elsewhere: date) -> Text:
    """With their own day beside the other one, where they have named it."""
    named = verdict.params.get("named")
    if isinstance(named, date):
        return text("stand.tell_day.named", employer=opportunity.employer, named=named, day=elsewhere)
    return text("stand.tell_day", employer=opportunity.employer, day=elsewhere)


def next_ahead(known: Known, opportunity: Opportunity, now: datetime) -> Interview | None:
    """Its next Interview that has not ended, when its day is known."""
    return next((i for i in interviews_of(known, opportunity) if i.start > now and i.day_known), None)


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
