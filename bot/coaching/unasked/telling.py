"""What the nudges have in common: the buttons under them, and the row each one is about."""

from __future__ import annotations

from collections.abc import Callable

from bot import words
from bot.coaching.showing import contacts_sent
from bot.dialogue.talk import Talk
from bot.turn import Button, Rows
from scheduler import policy
from scheduler.nudges import Plan
from storage.facts import Event, Interview, Opportunity, Promise

Say = Callable[[Talk, Opportunity, Plan], None]


def interview_of(talk: Talk, planned: Plan) -> Interview:
    """The Interview that a nudge is about."""
    interview = talk.find(Interview, planned.subject)
    assert interview is not None, "this nudge is about an Interview that is known"
    return interview


def promise_of(talk: Talk, planned: Plan) -> Promise:
    """The Promise that a nudge is about."""
    promise = talk.find(Promise, planned.subject)
    assert promise is not None, "this nudge is about a Promise that is known"
    return promise


def event_of(talk: Talk, planned: Plan) -> Event:
    """The Event that a nudge is about."""
    event = talk.find(Event, planned.subject)
    assert event is not None, "this nudge is about an Event that is known"
    return event


def later(talk: Talk) -> Button:
    """ "Later", for the nudge that is being said: its row is that of the Nudged."""
    return talk.button("snooze", talk.known.nudged[-1].id)


def acts(talk: Talk, opportunity: Opportunity, *verbs: str) -> Rows:
    """Buttons that act once on an Opportunity, each on its own line."""
    version = contacts_sent(talk, opportunity)
    return tuple((talk.button(verb, opportunity.id, version),) for verb in verbs)


def why_button(talk: Talk, opportunity: Opportunity, verdict: policy.Verdict) -> Button:
    """The button that shows the rule behind a verdict."""
    return talk.button(f"why.{verdict.rule}", opportunity.id, label=words.plain("button.why", talk.person.language))
