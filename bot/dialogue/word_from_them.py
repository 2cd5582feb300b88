"""Any word from them: what came, what did not, and whether they keep the dates they name.

Who breaks a date is told so without blame: it is for the Person to know how much such a date is worth.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial

from bot.coaching import plan
from bot.dialogue import contact, resting
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler, finished
from bot.dialogue.which import about
from scheduler.policy.answers import NOT_FROM_THEM
from storage.facts import Contact, Direction, Event, EventType, Known, Opportunity, Promise, Side

ANY_WORD = "any_word"
DATED = (EventType.WINDOW_EXTENDED,)
"""Events by which they name a day for their answer."""


# The evening question


def _yes(talk: Talk, pressed: Pressed) -> None:
    """Something came: from the one on the button, or from whom?"""
    named = talk.find(Opportunity, pressed.row)
    if not talk.open_opportunities or (named is None and pressed.row) or (named and named.closed_at):
        return finished(talk)
    talk.seal(pressed.verb)
    opportunity = named or about(talk, "", "heard")
    if opportunity is not None:
        contact.ask_what_came(talk, opportunity)
    return None


def _no(talk: Talk, pressed: Pressed) -> None:
    """Nothing yet: the date that is known, and quiet."""
    opportunity = talk.find(Opportunity, pressed.row)
    talk.seal(pressed.verb)
    opens = plan.question_opens(talk, opportunity) if opportunity is not None else None
    if opportunity is None or opens is None:
        talk.say("word.nothing")
    else:
        talk.say("word.nothing_until", employer=opportunity.employer, opens=talk.day(opens))


def _stop(talk: Talk, pressed: Pressed) -> None:
    talk.seal(pressed.verb)
    resting.refuse(talk, ANY_WORD)
    talk.say("word.stopped")


# Their promises


def _theirs(kept: bool, talk: Talk, pressed: Pressed) -> None:
    promise = talk.find(Promise, pressed.row)
    settled = promise is None or promise.side is not Side.THEIRS or promise.done_at is not None
    if promise is None or settled or (promise.broken and not kept):
        return finished(talk)
    talk.seal(pressed.verb)
    if kept:
        talk.change(promise, done_at=talk.now)
    else:
        talk.change(promise, broken=True)
    employer = talk.opportunity_of(promise).employer
    return talk.say("theirs.kept" if kept else "theirs.broken", employer=employer, what=promise.what)


# How they keep their dates


def record(known: Known, opportunity: Opportunity, today: date) -> tuple[int, int]:
    """How many of the dates they named they have kept, and of how many that are decided."""
    kept = [*_promises(known, opportunity), *_answers(known, opportunity, today)]
    return sum(kept), len(kept)


def _promises(known: Known, opportunity: Opportunity) -> Iterator[bool]:
    for promise in known.promises:
        if promise.opportunity_id == opportunity.id and promise.side is Side.THEIRS:
            if promise.done_at is not None:
                yield not promise.broken
            elif promise.broken:
                yield False


def _answers(known: Known, opportunity: Opportunity, today: date) -> Iterator[bool]:
    """Each day they named for an answer: kept when word came by then, broken when it passed in silence."""
    came = list(_words_from_them(known, opportunity))
    for named_at, latest in _windows(known, opportunity):
        if any(at > named_at and at.date() <= latest for at in came):
            yield True
        elif latest < today:
            yield False


def _windows(known: Known, opportunity: Opportunity) -> Iterator[tuple[datetime, date]]:
    for interview in known.interviews:
        if interview.opportunity_id == opportunity.id and not interview.cancelled and interview.window_latest:
            yield interview.end, interview.window_latest
    for event in known.events:
        if event.opportunity_id == opportunity.id and event.type in DATED and event.latest:
            yield event.at, event.latest


def _words_from_them(known: Known, opportunity: Opportunity) -> Iterator[datetime]:
    facts: tuple[Event | Contact, ...] = (
        *(event for event in known.events if event.type not in NOT_FROM_THEM),
        *(contact for contact in known.contacts if contact.direction is Direction.IN),
    )
    return (fact.at for fact in facts if fact.opportunity_id == opportunity.id)


VERBS: dict[str, Handler] = {
    "word.yes": _yes,
    "word.no": _no,
    "word.none": _no,
    "word.stop": _stop,
    "theirs.kept": partial(_theirs, True),
    "theirs.broken": partial(_theirs, False),
}
