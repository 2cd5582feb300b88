"""Who was there, and the one thing they told that stuck (advice 19, 54)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.dialogue import answers
from bot.dialogue.check_in.flow import answer, asked
from bot.dialogue.check_in.keeping import add_note, notes_of, replace_notes
from bot.dialogue.check_in.names import Met, people_in
from bot.dialogue.check_in.parts import DETAIL, MET
from bot.dialogue.talk import Talk
from storage.facts import Answer, Interview, NoteKind

_SENTENCE_END = re.compile(r"(?<=[.!;])(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bProf\.)\s+|\n")


def take_met(talk: Talk, text: str) -> bool:
    """ "Anna Kim (CTO), Ben from HR and a developer"."""
    interview, table = asked(talk), answers.of(talk.person.language)
    if interview is None:
        return True
    if table.skip.search(text) or table.nothing.search(text) or table.not_said.search(text):
        answer(talk, MET, interview, Answer.SKIPPED)
        return True
    people = people_in(text, table.people)
    if not people:
        return False
    changed = keep_people(talk, interview, people)
    talk.may_amend("met", interview.id)
    talk.say("echo.met", names=listed(people))
    answer(talk, MET, changed, Answer.YES)
    return True


def keep_people(talk: Talk, interview: Interview, people: Iterable[Met]) -> Interview:
    """Keep who was there; what each does is a Note, so that nobody is mixed up later."""
    roles = tuple((met.role, met.name) for met in people if met.role)
    replace_notes(talk, interview, NoteKind.POSITION, roles)
    names = dict.fromkeys(met.name for met in people if met.name)
    return talk.change(interview, interviewers=tuple(names))


def listed(people: Iterable[Met]) -> str:
    """The people as one would list them: "Anna Kim (CTO), Ben (HR), a developer"."""
    return ", ".join(_shown(met) for met in people)


def _shown(met: Met) -> str:
    if met.name is None:
        return met.role or ""
    return f"{met.name} ({met.role})" if met.role else met.name


# What stuck


def take_detail(talk: Talk, text: str) -> bool | None:
    """One thing they told; a name in it says who of them it was."""
    interview, table = asked(talk), answers.of(talk.person.language)
    if interview is None:
        return True
    if not text.strip():
        return False
    if table.skip.search(text) or table.nothing.search(text):
        answer(talk, DETAIL, interview, Answer.SKIPPED)
        return True
    told = said_by(text, interview.interviewers)
    replace_notes(talk, interview, NoteKind.DETAIL, told)
    talk.say("echo.detail")
    changed = answer(talk, DETAIL, interview, Answer.YES)
    goes_on = len(interview.interviewers) > 1 and any(about for _, about in told)
    return None if goes_on and ask_more(talk, changed) else True


def said_by(text: str, names: tuple[str, ...]) -> list[tuple[str, str | None]]:
    """What each of them said: a sentence that names another of them begins what that one said."""
    told: list[tuple[str, str | None]] = []
    for sentence in _SENTENCE_END.split(text.strip()):
        about = named_in(sentence, names)
        if told and (about is None or about == told[-1][1]):
            told[-1] = (f"{told[-1][0]} {sentence}", told[-1][1])
        elif sentence:
            told.append((sentence, about))
    return told


def named_in(text: str, names: tuple[str, ...]) -> str | None:
    """The one of `names` that stands in a text, whole or by its first word."""
    return next((name for name in names if _stands_in(name, text)), None)


def _stands_in(name: str, text: str) -> bool:
    parts = (name, *name.split())
    return any(len(part) > 2 and re.search(rf"\b{re.escape(part)}\b", text, re.IGNORECASE) for part in parts)


def ask_more(talk: Talk, interview: Interview) -> bool:
    """Ask about the next of them nobody has noted anything of; False: there is none."""
    noted = {note.about for note in notes_of(talk, interview, NoteKind.DETAIL)}
    name = next((name for name in interview.interviewers if name not in noted), None)
    if name is None:
        return False
    talk.ask("detail_more", interview.id, name)
    talk.say("ask.detail_more", ((talk.button("skip.detail_more", interview.id),),), name=name)
    return True


def take_more(talk: Talk, text: str) -> bool | None:
    """Something from one more of them; a skip ends it."""
    interview, name, table = asked(talk), talk.person.asking_text, answers.of(talk.person.language)
    if interview is None or name is None:
        return True
    if table.skip.search(text) or table.nothing.search(text) or table.enough.search(text):
        return True
    if not text.strip():
        return False
    add_note(talk, interview, NoteKind.DETAIL, text, name)
    talk.say("echo.noted")
    return None if ask_more(talk, interview) else True
