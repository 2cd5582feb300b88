"""What the contact policy answers, as sentences: facts and a moment in, names of sentences out."""

from __future__ import annotations

from datetime import date, datetime

from bot.words.named import Lines, Text, lines
from scheduler import nudges, policy
from storage.facts import Known, Opportunity


def verdict_on(
    known: Known, opportunity: Opportunity, now: datetime, intent: policy.Intent | None = None
) -> policy.Verdict:
    """What the contact policy says now."""
    return policy.judge(policy.case_of(known, opportunity), now, intent)


def sentences(verdict: policy.Verdict) -> Lines:
    """The sentences of a verdict."""
    return lines((Text(key, verdict.params) for key in (verdict.reason, *verdict.also)), " ")


def question_opens(known: Known, opportunity: Opportunity, now: datetime) -> date | None:
    """The first day on which the Person may ask how things stand; None when there is no such day ahead."""
    question = policy.question(policy.case_of(known, opportunity), now)
    return question.not_before if question.kind is policy.Kind.FOLLOW_UP else None


def opens_on(known: Known, opportunity: Opportunity, now: datetime) -> date | None:
    """The same, for one that has not ended."""
    ended = opportunity.closed_at is not None or nudges.has_ended(known, opportunity)
    return None if ended else question_opens(known, opportunity, now)


def may_ask_now(verdict: policy.Verdict) -> bool:
    """Whether the question how things stand may go at once."""
    return verdict.verdict is policy.Answer.GO and verdict.kind is policy.Kind.FOLLOW_UP


def may_park(verdict: policy.Verdict) -> bool:
    """Whether a question written now can be kept for a day that is known."""
    return verdict.asks_from is not None
