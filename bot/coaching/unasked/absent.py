"""Said once when the coach itself was away: since when, what it may have lost, and what is most urgent now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.dialogue.talk import Talk
from bot.turn import Message
from bot.words import Html
from scheduler import nudges
from scheduler.nudges import Plan
from storage.facts import Known, Opportunity

MOST_NAMES = 4
TOO_LATE = "the coach was away"
Speak = Callable[[Known, Plan, datetime], tuple[Known, Message]]


def tell(speak: Speak, talk: Talk, _planned: Plan) -> None:
    """Say that it was away, and with it the most urgent nudge that is of use now; `speak` says one."""
    too_late, still_open = nudges.missed(talk.known, talk.now)
    for plan in too_late:
        talk.known = nudges.note_said(talk.known, plan, talk.now, dropped=TOO_LATE)
    lines = [*_sorry(talk), *_passed(talk, too_late)]
    if still_open:
        talk.known, message = speak(talk.known, still_open[0], talk.now)
        talk.tell(Html("\n\n".join([*lines, message.text])), message.buttons)
    else:
        talk.tell(Html("\n\n".join(lines)))


def _sorry(talk: Talk) -> list[Html]:
    since, until = talk.person.away_since, talk.person.away_until
    assert since is not None, "this nudge is about an absence"
    assert until is not None, "an absence that is spoken of is over"
    lines = [talk.words("nudge.absence", since=talk.when(since, "wDT"), until=talk.when(until, "wDT"))]
    lost = nudges.lost_before(talk.person)
    return [*lines, talk.words("absence.lost", before=talk.when(lost))] if lost else lines


def _passed(talk: Talk, too_late: list[Plan]) -> list[Html]:
    """Whom it would have spoken of, and cannot any more."""
    numbers = dict.fromkeys(plan.opportunity_id for plan in too_late if plan.opportunity_id is not None)
    found = [talk.find(Opportunity, number) for number in numbers]
    names = [opportunity.employer for opportunity in found if opportunity is not None][:MOST_NAMES]
    return [talk.words("absence.passed", names=", ".join(names))] if names else []
