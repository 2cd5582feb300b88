"""Taking back and correcting in a word: "no, Thursday", "undo"."""

from __future__ import annotations

from bot.dialogue import check_in, endings, happening_undo, questions, reporting, sounds_de
from bot.dialogue.corrections import NO, TAKE_BACK, corrected
from bot.dialogue.happening_undo import UNDO
from bot.dialogue.statement import Statement, sounds
from bot.dialogue.talk import Talk, parse
from storage.facts import Event, Interview

_ROWS = ("events", "contacts", "promises", "parked", "notes", "weeks", "interviews")
"""What is told is a row of one of these; the newest was told last."""


def correct(talk: Talk, text: str) -> bool:
    """Read the rest of the sentence as the right answer to what was last understood; False when it is none."""
    question = questions.BY_NAME.get(talk.person.amending or "")
    rest = corrected(text)
    if question is None or rest is None:
        return False
    before, asked = talk.known, talk.person
    talk.ask(question.name, talk.person.amending_about)
    if question.read(talk, rest) is not True:
        talk.known = before
        return False
    talk.change_person(asking=asked.asking, asking_about=asked.asking_about, asking_text=asked.asking_text)
    return True


def undo(talk: Talk, text: str) -> bool:
    """Take back what was told last, whatever it was."""
    del text
    shown = parse(talk.person.amending or "")
    if shown is not None and shown.verb == UNDO:
        happening_undo.undo(talk, shown)
    elif reporting.shown(talk) is not None:
        talk.say("undo.nothing")
    elif talk.person.amending == "new_window":
        _forget_window(talk)
    elif talk.person.amending == "offer_deadline":
        _forget_deadline(talk)
    else:
        _forget_newest(talk)
    talk.change_person(amending=None, amending_about=None)
    return True


def _forget_window(talk: Talk) -> None:
    """The day that was read of their answer is not known any more."""
    interview = talk.find(Interview, talk.person.amending_about)
    if interview is None or interview.window_latest is None:
        return _forget_newest(talk)
    talk.change(interview, window_answer=None, window_earliest=None, window_latest=None, window_words="")
    return talk.say("undo.done")


def _forget_deadline(talk: Talk) -> None:
    offer = talk.find(Event, talk.person.amending_about)
    if offer is None or offer.deadline is None:
        return _forget_newest(talk)
    talk.change(offer, deadline=None)
    return talk.say("undo.done")


def _forget_newest(talk: Talk) -> None:
    newest = max(((fact.id, name) for name in _ROWS for fact in getattr(talk.known, name)), default=None)
    if newest is None:
        return talk.say("undo.nothing")
    number, name = newest
    interview = talk.find(Interview, number)
    if interview is None:
        talk.remove(name, number)
        talk.say("undo.done")
    elif interview.cancelled:
        talk.say("undo.nothing")
    elif answered := [part for part in check_in.PARTS if getattr(interview, part.field) is not None]:
        talk.change(interview, **{answered[-1].field: None})
        talk.say("undo.done")
        questions.ask_next(talk)
    else:
        endings.drop(talk, interview)
    return None


STATEMENTS = (
    Statement(
        "undo",
        sounds(TAKE_BACK),
        undo,
        needs_opportunity=False,
        german=sounds_de.UNDO,
    ),
    Statement("correction", sounds(NO + r"\S"), correct),
)
