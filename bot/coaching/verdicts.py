"""What the contact policy answers, as sentences: facts and a moment in, names of sentences out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from bot.words.named import Lines, Moment, Text, Value, lines, text
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


def plan(known: Known, opportunity: Opportunity, now: datetime) -> Text:
    """As soon as the check-in has made it clear: what is planned for this Opportunity, line by line."""
    return text("plan.all", employer=opportunity.employer, lines=lines(_plan(known, opportunity, now)))


def _plan(known: Known, opportunity: Opportunity, now: datetime) -> Iterator[Value]:
    following = nudges.coming(known, now).get(opportunity.id)
    if following is not None and following[1].name == "thank_you":
        yield text("plan.thank_you", when=Moment(following[0]))
    for promise in nudges.owed(known, opportunity):
        yield text("plan.promise", what=promise.what, due=promise.due)
    opens = question_opens(known, opportunity, now)
    if opens is not None:
        yield text("plan.hold", opens=opens)
    yield text("plan.keep_looking")
