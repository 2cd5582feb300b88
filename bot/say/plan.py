"""What happens next: said after a check-in, and whenever somebody asks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta

from bot.say.cards import span
from bot.words.named import Moment, Text, Value, lines, text
from scheduler import nudges, policy
from scheduler.nudges import Look
from storage.facts import Known, Opportunity

STEPS_AHEAD = 3
"""How many nudges ahead the plan looks for a draft."""
SOON = timedelta(minutes=20)
THANK_YOU = ("thank_you",)
QUESTIONS = ("follow_up", "second_follow_up", "parked")


def plan(known: Known, now: datetime, opportunity: Opportunity) -> Text:
    """What is planned for this Opportunity, line by line."""
    look = nudges.look_at(known, opportunity, now)
    return text("plan.all", employer=opportunity.employer, lines=lines(_lines(look)))


def _lines(look: Look) -> Iterator[Value]:
    thanks = comes(look, THANK_YOU)
    if thanks is not None:
        yield text("plan.thank_you.soon") if thanks - look.now < SOON else text("plan.thank_you", when=Moment(thanks))
    for promise in nudges.owed(look.known, look.opportunity):
        yield text("plan.promise", what=promise.what, due=promise.due)
    ahead = [interview for interview in look.interviews if interview.end > look.now]
    if ahead:
        yield text("plan.interview", when=span(look.known, min(ahead, key=lambda interview: interview.start)))
    if look.end is None:
        yield from _question(look)
    yield text("plan.keep_looking")


def _question(look: Look) -> Iterator[Value]:
    """From when they may be asked; where they may be asked already, when the draft comes."""
    if look.question.asks_from is not None:
        yield text("plan.hold", opens=look.question.asks_from)
    elif look.question.verdict is policy.Answer.GO:
        draft = comes(look, QUESTIONS)
        yield text("plan.may_ask") if draft is None else text("plan.follow_up", when=Moment(draft))


def comes(look: Look, names: Collection[str]) -> datetime | None:
    """When one of these nudges about the latest talk is said if nothing else happens (UTC); None: not soon."""
    known, now = look.known, look.now
    for _ in range(STEPS_AHEAD if look.last is not None else 0):
        following = nudges.coming(known, now, about=(look.opportunity.id,)).get(look.opportunity.id)
        if following is None:
            return None
        now, planned = following
        if planned.name in names and look.last is not None and planned.subject == look.last.id:
            return now
        known = nudges.note_said(known, planned, now)
    return None
