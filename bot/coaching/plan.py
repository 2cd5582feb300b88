"""What happens next: said after a check-in, and whenever a date has changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.dialogue.talk import Talk
from bot.turn import Rows
from bot.words import Html
from scheduler import nudges, policy
from storage.facts import Interview, Opportunity


def verdict_on(talk: Talk, opportunity: Opportunity, intent: policy.Intent | None = None) -> policy.Verdict:
    """What the contact policy says now."""
    return policy.judge(policy.case_of(talk.known, opportunity), talk.now, intent)


def sentences(talk: Talk, verdict: policy.Verdict) -> Html:
    """The sentences of a verdict, in the Person's words for days."""
    params = {name: talk.day(value) if isinstance(value, date) else value for name, value in verdict.params.items()}
    return talk.join((talk.words(key, **params) for key in (verdict.reason, *verdict.also)), " ")


def question_opens(talk: Talk, opportunity: Opportunity) -> date | None:
    """The first day on which the Person may ask how things stand; None when there is no such day ahead."""
    question = policy.question(policy.case_of(talk.known, opportunity), talk.now)
    return question.not_before if question.kind is policy.Kind.FOLLOW_UP else None


def repeat_window(talk: Talk, interview: Interview) -> None:
    """What was understood of the reply window, as dates, with one tap to correct it."""
    talk.may_amend("new_window", interview.id)
    buttons = ((talk.button("fix.window", interview.id, interview.version),),)
    assert interview.window_latest is not None
    opens = question_opens(talk, talk.opportunity_of(interview))
    latest = talk.day(interview.window_latest)
    if opens is None:
        talk.say("echo.window_only", buttons, latest=latest)
    else:
        talk.say("echo.window", buttons, latest=latest, opens=talk.day(opens))


def tell(talk: Talk, opportunity: Opportunity, buttons: Rows = ()) -> None:
    """As soon as the check-in has made it clear: what is planned for this Opportunity, line by line."""
    lines = list(_lines(talk, opportunity))
    talk.say("plan.all", buttons, employer=opportunity.employer, lines=talk.join(lines))


def _lines(talk: Talk, opportunity: Opportunity) -> Iterator[Html]:
    following = nudges.coming(talk.known, talk.now).get(opportunity.id)
    if following is not None and following[1].name == "thank_you":
        yield talk.words("plan.thank_you", when=talk.when(following[0]))
    for promise in nudges.owed(talk.known, opportunity):
        yield talk.words("plan.promise", what=promise.what, due=talk.day(promise.due))
    opens = question_opens(talk, opportunity)
    if opens is not None:
        yield talk.words("plan.hold", opens=talk.day(opens))
    yield talk.words("plan.keep_looking")
