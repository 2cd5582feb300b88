"""How it went, whether the interest was said and seen, and whether the job is still wanted (advice 1, 12, 24)."""

from __future__ import annotations

import re

from bot.dialogue import answers
from bot.dialogue.answers import AnswerTable
from bot.dialogue.check_in.flow import answer, asked
from bot.dialogue.check_in.parts import MOOD, SAID, SHOWN, WANTED, Part
from bot.dialogue.talk import Talk
from storage.facts import Answer, Interview, Mood

LONGEST_MOOD = 12
"""Words: in a longer answer, a "great" may be about something else."""


def mood_in(text: str, table: AnswerTable) -> Mood | None:
    """The mood that the words of a short answer name."""
    return next((mood for mood, sounds in table.moods if sounds.search(text)), None)


def take_mood(talk: Talk, text: str) -> bool:
    """In a word: great, fine, rough; or that it did not take place."""
    interview, table = asked(talk), answers.of(talk.person.language)
    if interview is None:
        return True
    if table.not_held.search(text):
        not_held(talk, interview)
        return True
    mood = Mood.SKIPPED if table.skip.search(text) else mood_in(text, table)
    if mood is None or len(text.split()) > LONGEST_MOOD:
        return False
    answer(talk, MOOD, interview, mood)
    return True


def not_held(talk: Talk, interview: Interview) -> None:
    """The Interview did not take place."""
    talk.change(interview, cancelled=True)
    talk.drop_question()
    buttons = ((talk.button("undrop", interview.id),),)
    talk.rewrite(talk.words("not_held", employer=talk.opportunity_of(interview).employer), buttons)


def take_said(talk: Talk, text: str) -> bool:
    """Whether the interest was said: yes, no, not sure."""
    return _take_yes_or_no(talk, SAID, text)


def _take_yes_or_no(talk: Talk, part: Part, text: str) -> bool:
    interview, value = asked(talk), yes_or_no(text, answers.of(talk.person.language))
    if interview is not None and value is not None:
        answer(talk, part, interview, value)
    return value is not None


def yes_or_no(text: str, table: AnswerTable) -> Answer | None:
    """Yes, no, not sure or skip; None for anything else."""
    patterns = (
        (table.skip, Answer.SKIPPED),
        (table.unsure, Answer.UNSURE),
        (table.no, Answer.NO),
        (table.yes, Answer.YES),
    )
    return next((value for pattern, value in patterns if pattern.search(text.strip())), None)


def take_shown(talk: Talk, text: str) -> bool:
    """How well the interest came across: a number from 1 to 5, in figures or in words."""
    interview, table = asked(talk), answers.of(talk.person.language)
    found = re.match(r"\W*(?:an? )?([\w']+)", text)
    if interview is None:
        return True
    if table.skip.search(text):
        answer(talk, SHOWN, interview, SHOWN.skipped)
        return True
    word = found[1].casefold() if found else ""
    number = int(word) if word.isdecimal() else table.numbers.get(word)
    if number is None or not 1 <= number <= 5:
        return False
    answer(talk, SHOWN, interview, number)
    return True


def take_wanted(talk: Talk, text: str) -> bool:
    """Whether the Person still wants the job."""
    interview, value = asked(talk), yes_or_no(text, answers.of(talk.person.language))
    if interview is not None and value is not None:
        set_wanted(talk, interview, value)
    return value is not None


def set_wanted(talk: Talk, interview: Interview, value: Answer) -> None:
    """Keep it; a no is a decision to tell them about soon (R8)."""
    from bot.dialogue import endings  # late: what ends an Opportunity asks the check-in for dates

    changed = answer(talk, WANTED, interview, value)
    if value is Answer.NO:
        endings.withdraw(talk, talk.opportunity_of(changed))
