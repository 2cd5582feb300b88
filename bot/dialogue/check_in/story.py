"""A long answer, taken for everything in it: kept at once, repeated as one short list, with one way to correct it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bot.dialogue import answers
from bot.dialogue.answers import Facet
from bot.dialogue.check_in.clauses import Told, told_in
from bot.dialogue.check_in.feelings import mood_in
from bot.dialogue.check_in.flow import answer, ask, asked, enough, is_free_answer, may_be_asked, tell_plan_once
from bot.dialogue.check_in.parts import MOOD, WANTED, Part
from bot.dialogue.check_in.promises import ask_due
from bot.dialogue.check_in.telling import keep, repeat, without_day
from bot.dialogue.check_in.waiting import window_in
from bot.dialogue.talk import Talk
from bot.hear.times import WindowRead
from storage.facts import Answer, Channel, EventType, Interview

Read = Callable[[Talk, str], bool | None]
LONG = 12
"""Words: an answer longer than this is a story."""
FRESH = timedelta(days=2)
"""How long after an Interview a text that says how it went is about that one."""
NEWS = (EventType.OFFER, EventType.VERBAL_OFFER, EventType.REJECTED)
"""What may be told in the same breath and weighs more than any answer."""


def claims(part: Part, talk: Talk, text: str) -> bool:
    """Whether a text is the answer to this question, whatever else it would mean between the questions."""
    if asked(talk) is None:
        return False
    told = told_in(talk, text)
    if len(told.found) > 1 or _is_enough(talk, text):
        return True
    mine = part.name in told.found or (part.free and is_free_answer(talk, text))
    return mine and not _tells_news(talk, text)


def told_unasked(talk: Talk, text: str) -> Interview | None:
    """The Interview that a text tells of before the check-in has asked: how it went, and something more."""
    over = [i for i in talk.known.interviews if i.mood is None and may_be_asked(talk.known, i, talk.now)]
    fresh = [i for i in over if talk.now - i.end <= FRESH]
    if not fresh:
        return None
    told = told_in(talk, text)
    if Facet.MOOD not in told.found or len(told.found) < 2:
        return None
    named = [i for i in fresh if talk.opportunity_of(i).employer.casefold() in text.casefold()]
    found = named or fresh
    return found[0] if len(found) == 1 else None


def reading(part: Part, take: Read) -> Read:
    """Read an answer to one question: a story for all that it tells, a short one as `take` does."""

    def read(talk: Talk, text: str) -> bool | None:
        interview, told = asked(talk), told_in(talk, text)
        if interview is None:
            return True
        if _is_enough(talk, text):
            enough(talk, interview)
            return None
        is_long = part.name in told.found and len(text.split()) > LONG and not part.free
        if len(told.found) > 1 or is_long:
            return _take_story(talk, part, interview, told, take)
        if part.name in told.torn:
            return _take_story(talk, part, interview, told, take) if told else False
        if part is MOOD and Facet.MOOD in told.found:
            answer(talk, MOOD, interview, told.first(Facet.MOOD))  # and no "great" that stands beside it
            return True
        understood = take(talk, text)
        if understood is False and told:
            return _take_story(talk, part, interview, told, take)
        return understood

    return read


def _is_enough(talk: Talk, text: str) -> bool:
    return answers.of(talk.person.language).enough.search(text) is not None


def _take_story(talk: Talk, part: Part, interview: Interview, told: Told, take: Read) -> bool | None:
    """Keep and repeat all that was told; what it leaves over answers a question in the Person's own words."""
    talk.why_not = None
    changed = keep(talk, interview, told)
    repeat(talk, changed, told)
    if part.free and part.name not in told.found and told.rest:
        take(talk, ". ".join(told.rest))
        changed = talk.find(Interview, interview.id) or changed
    tell_plan_once(talk, interview, changed)
    if _tells_news(talk, ". ".join(told.rest)):
        talk.drop_question()
        _hear(talk, ". ".join(told.rest), interview)
        return None
    return _confirm(talk, changed, told)


def _confirm(talk: Talk, interview: Interview, told: Told) -> bool | None:
    """Ask at once about what cannot stay half known: leaving, and a promise without its day."""
    owed = without_day(told)
    if told.first(Facet.WANTED) is Answer.NO:
        talk.ask(WANTED.name, interview.id)
        ask(WANTED, talk)
    elif owed is not None:
        ask_due(talk, interview, owed.what)
    else:
        return True
    return None


def take_correction(talk: Talk, text: str) -> bool:
    """What is different from what was understood; a bare day, mood or channel is enough."""
    interview = asked(talk)
    if interview is None:
        return True
    told = told_in(talk, text)
    told = told if told else _loosely(talk, text)
    if not told:
        return False
    repeat(talk, keep(talk, interview, told), told)
    return True


def _loosely(talk: Talk, text: str) -> Told:
    """What a bare correction names: "by Monday", "rough", "by phone"."""
    told, table, read = Told(), answers.of(talk.person.language), window_in(talk, text)
    if isinstance(read, WindowRead):
        told.add(Facet.WINDOW, read, text)
        return told
    mood = mood_in(text, table)
    if mood is not None:
        told.add(Facet.MOOD, mood, text)
    elif table.mail.search(text):
        told.add(Facet.CHANNEL, Channel.EMAIL, text)
    elif table.phone.search(text):
        told.add(Facet.CHANNEL, Channel.PHONE, text)
    return told


# News in the same breath


def _tells_news(talk: Talk, text: str) -> bool:
    """Whether something is told that weighs more than an answer; tried out, nothing is kept."""
    if not text.strip():
        return False
    interview = asked(talk)
    if interview is None:
        return False
    trial = talk.trial()
    _hear(trial, text, interview)
    new = trial.known.events[len(talk.known.events) :]
    return any(event.type in NEWS for event in new)


def _hear(talk: Talk, text: str, interview: Interview) -> None:
    from bot.dialogue import statements  # late: what is said between the questions knows the check-in

    talk.chosen = talk.opportunity_of(interview)
    statements.understand(talk, text)
