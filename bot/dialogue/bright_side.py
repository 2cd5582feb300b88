"""No exam: after three self-reproaches, one thing that went well is asked for (advice 34)."""

from __future__ import annotations

from collections.abc import Callable

from bot.dialogue import answers
from bot.dialogue.check_in import add_note
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler, finished
from storage.facts import Interview, NoteKind

ENOUGH_REPROACHES = 3


def reproach(talk: Talk, text: str) -> bool:
    """Count a self-reproach in a text; True: it was the third, and something that went well has been asked for."""
    if not answers.of(talk.person.language).reproach.search(text):
        return False
    count = talk.person.reproaches + 1
    interview = _last(talk)
    if count < ENOUGH_REPROACHES or interview is None:
        talk.change_person(reproaches=count)
        return False
    talk.change_person(reproaches=0)
    going_on = f"{talk.person.asking or ''} {talk.person.asking_about or 0}"
    talk.ask("bright_side", interview.id, going_on)
    talk.say("ask.bright_side", ((talk.button("pass.bright_side", interview.id),),))
    return True


def _last(talk: Talk) -> Interview | None:
    """The Interview that is being talked about, or the latest that is over."""
    over = [i for i in talk.known.interviews if i.end <= talk.now and not i.cancelled]
    about = next((i for i in over if i.id == talk.person.asking_about), None)
    return about or max(over, key=lambda interview: interview.end, default=None)


def take(talk: Talk, text: str) -> bool:
    """One thing that went well."""
    interview = talk.find(Interview, talk.person.asking_about)
    if not text.strip():
        return False
    table = answers.of(talk.person.language)
    if table.skip.search(text) or table.nothing.search(text):
        talk.say("echo.bright_side.none")
    elif interview is not None:
        add_note(talk, interview, NoteKind.WELL, text)
        talk.say("echo.bright_side")
    _return_to_what_was_open(talk)
    return True


def _return_to_what_was_open(talk: Talk) -> None:
    name, _, row = (talk.person.asking_text or "").partition(" ")
    talk.drop_question()
    if name:
        talk.ask(name, int(row))


def _pass(talk: Talk, pressed: Pressed) -> None:
    from bot.dialogue import questions  # late: the table of questions is made of this one

    if (talk.person.asking, talk.person.asking_about) != ("bright_side", pressed.row):
        return finished(talk)
    talk.seal(pressed.verb)
    _return_to_what_was_open(talk)
    questions.ask_next(talk)
    return None


VERBS: dict[str, Handler] = {"pass.bright_side": _pass}
QUESTIONS: dict[str, Callable[[Talk, str], bool | None]] = {"bright_side": take}
