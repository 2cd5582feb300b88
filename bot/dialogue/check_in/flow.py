"""Which Interview is being talked about, what is asked about it, what an answer changes, and when it is enough."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.coaching import plan
from bot.dialogue.check_in.parts import ENOUGH, NAMES, Part, first_open, is_complete
from bot.dialogue.corrections import may_correct
from bot.dialogue.talk import Talk
from bot.words import Html
from scheduler import nudges
from storage.facts import Interview, Known

FRESH = timedelta(hours=3)
"""So long a question in the air takes whatever is typed; later, a text may be about something else."""
ASKING = ("check_in", "check_in_again")
"""Nudges that ask a question of the check-in."""
ECHOES = (
    *("mood.great", "mood.fine", "mood.rough", "said.yes", "said.no", "said.unsure", "window.no"),
    *("shown.1", "shown.2", "shown.3", "shown.4", "shown.5", "wanted.yes", "wanted.unsure"),
)


def current(known: Known, now: datetime) -> Interview | None:
    """The Interview whose check-in is running: the one last asked about, else the latest that is not finished."""
    running = [i for i in known.interviews if _is_running(known, i, now)]
    asked = next((i for i in running if i.id == known.person.asking_about), None)
    return asked or max(running, key=lambda interview: interview.end, default=None)


def _is_running(known: Known, interview: Interview, now: datetime) -> bool:
    if not may_be_asked(known, interview, now) or not has_begun(known, interview):
        return False
    stopped = ENOUGH in interview.passed_over and not _is_asked(known, interview)
    return first_open(interview) is not None and not stopped


def _is_asked(known: Known, interview: Interview) -> bool:
    """Whether the question that is open is one of its check-in: the Person has come back to it."""
    return known.person.asking in NAMES and known.person.asking_about == interview.id


def may_be_asked(known: Known, interview: Interview, now: datetime) -> bool:
    """Whether it is over and of an Opportunity that is still being pursued."""
    if interview.cancelled or interview.end > now:
        return False
    return any(
        o.id == interview.opportunity_id and o.closed_at is None and not nudges.has_ended(known, o)
        for o in known.opportunities
    )


def has_begun(known: Known, interview: Interview) -> bool:
    """Whether the Person was asked how it went, or has said so by themselves."""
    said = any(nudged.once.startswith(f"check_in:{interview.id}:") for nudged in known.nudged)
    return said or interview.mood is not None


def open_for(part: Part, known: Known, now: datetime) -> int | None:
    """The Interview this part is open about."""
    interview = current(known, now)
    return interview.id if interview is not None and not part.is_answered(interview) else None


def begin_if_over(talk: Talk) -> None:
    """An Interview that was over when it was added is asked about at once."""
    for interview in talk.known.interviews:
        if interview.end <= talk.now and not interview.cancelled and not has_begun(talk.known, interview):
            begin(talk, interview)


def begin(talk: Talk, interview: Interview) -> None:
    """The check-in of this Interview begins now, and need not be begun by itself later."""
    look = nudges.look_at(talk.known, talk.opportunity_of(interview), talk.now)
    for planned in nudges.check_in(look):
        if planned.subject == interview.id:
            talk.known = nudges.note_said(talk.known, planned, talk.now, "asked at once")


# Asking


def ask(part: Part, talk: Talk) -> None:
    """Ask this part about the Interview that is open."""
    interview = asked(talk)
    if interview is not None:
        buttons = tuple(tuple(talk.button(verb, interview.id) for verb in line) for line in part.buttons)
        talk.tell(wording(talk, part, interview), buttons)


def wording(talk: Talk, part: Part, interview: Interview) -> Html:
    """The words of this question."""
    return talk.words(f"ask.{part.name}", employer=talk.opportunity_of(interview).employer)


def asked(talk: Talk) -> Interview | None:
    """The Interview that the open question is about."""
    return talk.find(Interview, talk.person.asking_about)


def come_back(talk: Talk, interview: Interview) -> bool:
    """Go on with a check-in that was left; False when nothing is left to ask."""
    part = first_open(interview)
    if part is None or not may_be_asked(talk.known, interview, talk.now):
        return False
    if not has_begun(talk.known, interview):
        begin(talk, interview)
    talk.ask(part.name, interview.id)
    ask(part, talk)
    return True


# Answering


def is_free_answer(talk: Talk, text: str) -> bool:
    """Whether a text answers a question in the Person's own words: soon after it was asked, and no question itself."""
    asked_at = (nudged.at for nudged in talk.known.nudged if nudged.name in ASKING)
    last = max((*asked_at, talk.person.heard_at or talk.now))
    return talk.now - last <= FRESH and not text.rstrip().endswith("?") and not may_correct(talk, text)


def answer(talk: Talk, part: Part, interview: Interview, value: Any, **more: Any) -> Interview:
    """Fill in one answer and say something to it; tell the plan as soon as it can be made."""
    changed = talk.change(interview, **{part.field: value, **more})
    if f"{part.name}.{value}" in ECHOES:
        talk.say(f"echo.{part.name}.{value}")
    tell_plan_once(talk, interview, changed)
    return changed


def tell_plan_once(talk: Talk, before: Interview, after: Interview) -> None:
    """What happens next, when an answer has made it clear; not again after the Person said that it is enough."""
    if is_complete(after) and not is_complete(before) and ENOUGH not in after.passed_over:
        plan.tell(talk, talk.opportunity_of(after))


def enough(talk: Talk, interview: Interview) -> None:
    """No more questions for now: the plan from what is known; the rest when the Person comes back to it."""
    talk.drop_question()
    told = is_complete(interview) or ENOUGH in interview.passed_over
    changed = talk.change(interview, passed_over=tuple({*interview.passed_over, ENOUGH}))
    buttons = ((talk.button("more.check_in", interview.id),),)
    if told:
        talk.say("enough.done", buttons)
    else:
        plan.tell(talk, talk.opportunity_of(changed), buttons)
