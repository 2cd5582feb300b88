"""Taking back and correcting in a word: "no, Thursday", "undo"."""

from __future__ import annotations

import re

from bot.dialogue import endings, questions
from bot.dialogue.statement import Statement, sounds
from bot.dialogue.talk import Talk
from storage.facts import Interview

_NO = (
    r"^\W*(no+|nope|sorry|actually|i mean(t)?|wait|correction|rather)\b[\s,:.;!–—-]+"
    r"(it'?s |i mean(t)? |make (it|that) )?"
)
_UNDONE = ("events", "contacts", "promises", "parked")


def correct(talk: Talk, text: str) -> bool:
    """Read the rest of the sentence as the right answer to what was last understood; False when it is none."""
    question = questions.BY_NAME.get(talk.person.amending or "")
    rest = re.sub(_NO, "", text, flags=re.IGNORECASE)
    if question is None or not rest or rest == text:
        return False
    before, asked = talk.known, talk.person
    talk.ask(question.name, talk.person.amending_about)
    if question.read(talk, rest) is not True:
        talk.known = before
        return False
    talk.change_person(asking=asked.asking, asking_about=asked.asking_about, asking_text=asked.asking_text)
    return True


def undo(talk: Talk, _text: str) -> bool:
    """Take back the fact that was told last."""
    newest = max(
        ((fact.id, name) for name in (*_UNDONE, "interviews") for fact in getattr(talk.known, name)), default=None
    )
    if newest is None:
        talk.say("undo.nothing")
        return True
    number, name = newest
    if name == "interviews":
        interview = talk.find(Interview, number)
        if interview is None or interview.cancelled:
            talk.say("undo.nothing")
        else:
            endings.drop(talk, interview)
        return True
    talk.remove(name, number)
    talk.say("undo.done")
    return True


STATEMENTS = (
    Statement(
        "undo",
        sounds(r"^\W*(undo|scratch|forget|delete)( (that|it|the last( one)?))?\W*$"),
        undo,
        needs_opportunity=False,
    ),
    Statement("correction", sounds(_NO + r"\S"), correct),
)
