"""The questions, as a table. The next one is the first that is open; answers may come in any order, days later.

A new question is one row here and its words in the catalogue: `ask.<name>`, and `button.<verb>` for its buttons.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.dialogue import (
    adding,
    bright_side,
    check_in,
    coach,
    contact,
    correcting,
    debrief,
    endings,
    happenings,
    place,
    practice,
    weekly,
)
from bot.dialogue.talk import Talk
from bot.hear.times import Reason
from bot.turn import Rows
from storage.facts import Interview, Known, Sketch

Row = int | None
Read = Callable[[Talk, str], bool | None]
TOLD_REASONS = (
    Reason.TWO_TIMES,
    Reason.IMPOSSIBLE_DATE,
    Reason.AMBIGUOUS,
    Reason.TOO_FAR,
    Reason.CONTRADICTION,
    Reason.SEASON,
    Reason.RECURRING,
)
"""What is said of a text that gave no date: the others only mean that there was none in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to find out.

    `open` answers with the row it is open about (0 for the Person), or None when it need not be asked. `read` takes a
    typed answer: True, it is answered; False, it was not understood; None, something more was asked about it.
    `buttons` are verbs with the row; `say` overrides the words.
    """

    name: str
    open: Callable[[Known, datetime], Row]
    read: Read
    buttons: tuple[tuple[str, ...], ...] = ()
    say: Callable[[Talk], None] | None = None
    verbatim: bool = False
    """Whatever is typed is the answer, whatever else it might mean."""
    claims: Callable[[Talk, str], bool] | None = None
    """Whether a text is the answer, whatever else it might mean."""
    is_talk: bool = False
    """The Person speaks freely: a self-reproach in the answer counts (advice 34)."""


def _sketch(known: Known, _now: datetime, missing: Callable[[Sketch], bool]) -> Row:
    return 0 if known.sketch is not None and missing(known.sketch) else None


def _is_past(known: Known, now: datetime) -> Row:
    sketch = known.sketch
    return 0 if sketch and not sketch.past_confirmed and adding.is_past(sketch, now) else None


def _zone(known: Known, _now: datetime) -> Row:
    return None if known.person.zone_confirmed else 0


def _never(_known: Known, _now: datetime) -> Row:
    """Asked only when something leads to it, never by itself."""
    return None


LED_TO: dict[str, Read] = {**happenings.QUESTIONS, **coach.QUESTIONS}
"""Asked only when something led to them."""
FREE: dict[str, Read] = {**practice.QUESTIONS, **bright_side.QUESTIONS}
"""The same, and answered in the Person's own words."""


QUESTIONS: tuple[Question, ...] = (
    Question(name="employer", open=partial(_sketch, missing=lambda s: not s.employer), read=adding.take_employer),
    Question(
        name="past_start",
        open=_is_past,
        read=correcting.take_past,
        buttons=(("past.yes", "past.no"),),
        say=correcting.ask_past,
    ),
    Question(
        name="start",
        open=partial(_sketch, missing=lambda s: s.start is None),
        read=adding.take_when,
        say=adding.ask_when,
    ),
    Question(
        name="length",
        open=adding.lacks_length,
        read=adding.take_length,
        buttons=(("length.30", "length.45"), ("length.60", "length.90")),
    ),
    Question(name="role", open=adding.lacks_role, read=adding.take_role, buttons=(("skip.role",),)),
    # The debrief stands before the check-in: it is only open while the Person is in it.
    *(
        Question(
            name=topic.name,
            open=partial(debrief.open_for, topic),
            read=partial(debrief.take, topic),
            buttons=topic.buttons,
            say=partial(debrief.ask, topic),
            claims=check_in.is_free_answer,
            is_talk=True,
        )
        for topic in debrief.TOPICS
    ),
    *(
        Question(
            name=part.name,
            open=partial(check_in.open_for, part),
            read=check_in.READ[part.name],
            buttons=part.buttons,
            say=partial(check_in.ask, part),
            claims=partial(check_in.claims, part),
            is_talk=True,
        )
        for part in check_in.PARTS
    ),
    Question(name="zone", open=_zone, read=place.take, say=place.ask),
    Question(name="new_start", open=_never, read=correcting.take_start),
    Question(name="new_length", open=_never, read=correcting.take_length),
    Question(name="new_employer", open=_never, read=correcting.take_employer),
    Question(name="new_role", open=_never, read=correcting.take_role),
    *(Question(name=name, open=_never, read=read) for name, read in check_in.QUESTIONS.items()),
    *(Question(name=name, open=_never, read=read, claims=check_in.is_free_answer) for name, read in FREE.items()),
    Question(name="applications", open=_never, read=weekly.take, claims=weekly.claims),
    Question(name="new_date", open=_never, read=endings.take_new_date),
    Question(name="parked", open=_never, read=contact.take_draft, verbatim=True),
    *(Question(name=name, open=_never, read=read, verbatim=name in coach.VERBATIM) for name, read in LED_TO.items()),
    Question(name="which_date", open=_never, read=endings.take_date),
)
BY_NAME = {question.name: question for question in QUESTIONS}


def ask_next(talk: Talk) -> bool:
    """Ask the first question that is open; keep and show what has no question left. False: nothing is open."""
    debrief.offer_after(talk)
    if adding.is_enough(talk.known.sketch, talk.now):
        adding.finish(talk)
        check_in.begin_if_over(talk)
    for question in QUESTIONS:
        row = question.open(talk.known, talk.now)
        if row is not None:
            pose(talk, question, row)
            return True
        if question.name == "role":
            adding.announce(talk)
    talk.drop_question()
    return False


def pose(talk: Talk, question: Question, row: int, text: str | None = None) -> None:
    """Ask one question and remember that it is open."""
    talk.ask(question.name, row, text)
    if question.say is not None:
        question.say(talk)
    else:
        talk.say(f"ask.{question.name}", keyboard(talk, question, row))


def keyboard(talk: Talk, question: Question, row: int | None) -> Rows:
    """The buttons of a question."""
    return tuple(tuple(talk.button(verb, row or 0) for verb in line) for line in question.buttons)


def take_answer(talk: Talk, text: str, *, at_once: bool = False) -> bool:
    """Take `text` as the answer to the open question. False: no question is open.

    What cannot be read is said so with an example, and the question stays open; `at_once`, it may still mean
    something else, and nothing is said.
    """
    question = BY_NAME.get(talk.person.asking or "")
    if question is None:
        return False
    understood = question.read(talk, text)
    if understood:
        if not (question.is_talk and bright_side.reproach(talk, text)):
            ask_next(talk)
    elif understood is False and at_once:
        return False
    elif understood is False:
        key = f"why_not.{talk.why_not}" if talk.why_not in TOLD_REASONS else f"again.{question.name}"
        talk.say(key, keyboard(talk, question, talk.person.asking_about))
    return True


def go_on(talk: Talk, before: Known) -> None:
    """The check-in goes on when a statement has answered another of its questions than the open one."""
    interview = talk.find(Interview, talk.person.asking_about) if talk.person.asking in check_in.NAMES else None
    was = next((old for old in before.interviews if interview and old.id == interview.id), None)
    if interview and was and check_in.answered(interview) > check_in.answered(was):
        ask_next(talk)


def take_at_once(talk: Talk, text: str) -> bool:
    """Take `text` as the answer before it is read for anything else, if the open question claims it."""
    question = BY_NAME.get(talk.person.asking or "") or _untold(talk, text)
    if question is None:
        return False
    claimed = question.verbatim or (question.claims is not None and question.claims(talk, text))
    return claimed and take_answer(talk, text, at_once=not question.verbatim)


def _untold(talk: Talk, text: str) -> Question | None:
    """How it went, told before it was asked: the check-in begins with it."""
    interview = check_in.told_unasked(talk, text)
    if interview is None:
        return None
    talk.ask(check_in.MOOD.name, interview.id)
    return BY_NAME[check_in.MOOD.name]


def take_location(talk: Talk) -> None:
    """A shared location: good for a zone, and nothing of it is kept but the zone."""
    if place.take_location(talk):
        ask_next(talk)


def guess_zone(talk: Talk) -> None:
    """Until the Person has told, take the zone that fits their language; it is asked about before long."""
    if talk.person.zone is None:
        talk.change_person(zone=place.proposal(talk.person.language))


def come_back(talk: Talk) -> None:
    """Go on with the check-in that was left last."""
    over = [i for i in talk.known.interviews if check_in.first_open(i) and i.end <= talk.now and not i.cancelled]
    for interview in sorted(over, key=lambda interview: interview.end, reverse=True):
        if check_in.come_back(talk, interview):
            return
    talk.say("check_in.nothing")
