"""The buttons of the check-in, as a table: verb, and what a press does."""

from __future__ import annotations

from functools import partial
from typing import Any

from bot.dialogue.check_in import flow
from bot.dialogue.check_in.feelings import not_held, set_wanted
from bot.dialogue.check_in.parts import CHANNEL, ENOUGH, PARTS, PROMISED, WANTED, Part
from bot.dialogue.check_in.promises import ask_promise
from bot.dialogue.check_in.waiting import set_channel
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler, finished
from storage.facts import Interview


def _go_on(talk: Talk) -> None:
    from bot.dialogue import questions  # late: the table of questions is made of this one

    questions.ask_next(talk)


def _answer(part: Part, value: Any, talk: Talk, pressed: Pressed) -> None:
    interview = talk.find(Interview, pressed.row)
    if interview is None or interview.cancelled or not _is_open(part, talk, interview):
        return finished(talk)
    talk.seal(pressed.verb)
    talk.ask(part.name, interview.id)
    if part is PROMISED and pressed.verb == "promised.yes":
        return ask_promise(talk, interview)
    if part is CHANNEL and pressed.verb != "channel.skipped":
        set_channel(talk, interview, value)
    elif part is WANTED:
        set_wanted(talk, interview, value)
    else:
        flow.answer(talk, part, interview, value)
    return _go_on(talk)


def _is_open(part: Part, talk: Talk, interview: Interview) -> bool:
    """Unanswered, or being asked once more right now."""
    if (talk.person.asking, talk.person.asking_about) == (part.name, interview.id):
        return True
    return not part.is_answered(interview) and flow.has_begun(talk.known, interview)


def _not_held(talk: Talk, pressed: Pressed) -> None:
    interview = talk.find(Interview, pressed.row)
    if interview is None or interview.cancelled or interview.mood is not None:
        return finished(talk)
    return not_held(talk, interview)


def _enough(talk: Talk, pressed: Pressed) -> None:
    interview = talk.find(Interview, pressed.row)
    if interview is None or flow.current(talk.known, talk.now) != interview:
        return finished(talk)
    talk.seal(pressed.verb)
    return flow.enough(talk, interview)


def _more(talk: Talk, pressed: Pressed) -> None:
    interview = talk.find(Interview, pressed.row)
    if interview is None or not flow.come_back(talk, interview):
        return finished(talk)
    return None


def _skip_more(talk: Talk, pressed: Pressed) -> None:
    if (talk.person.asking, talk.person.asking_about) != ("detail_more", pressed.row):
        return finished(talk)
    talk.seal(pressed.verb)
    return _go_on(talk)


def _fix(question: str, talk: Talk, pressed: Pressed) -> None:
    interview = talk.find(Interview, pressed.row)
    if interview is None or (question == "new_window" and interview.window_latest is None):
        return finished(talk)
    talk.ask(question, interview.id)
    return talk.say(f"ask.{question}")


VERBS: dict[str, Handler] = {
    **{f"{part.name}.{name}": partial(_answer, part, value) for part in PARTS for name, value in part.learn.items()},
    **{f"{part.name}.skipped": partial(_answer, part, part.skipped) for part in PARTS},
    "mood.not_held": _not_held,
    ENOUGH: _enough,
    "more.check_in": _more,
    "skip.detail_more": _skip_more,
    "fix.window": partial(_fix, "new_window"),
    "fix.telling": partial(_fix, "telling"),
}
