"""Once a week: how many applications went out. Counted without comparing, and answered with one kind line (50)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import partial

from bot.dialogue import answers
from bot.dialogue.talk import Pressed, Talk
from bot.dialogue.taps import Handler
from storage.facts import Week

CHOICES = (0, 1, 3, 5)
"""Numbers that have a button."""
MOST = 500
_AROUND = re.compile(
    r"\b(i|we|have|'ve|sent|send|wrote|did|made|about|around|only|just|maybe|roughly|exactly|of|them|so far|this|week"
    r"|new|job|applications?|out|it|was|were|ich|habe|hab|etwa|ungefähr|nur|so|circa|bewerbung(en)?|diese|woche"
    r"|geschrieben|geschickt|verschickt|abgeschickt|waren|es)\b",
    re.IGNORECASE,
)
"""What may stand around the number."""
ASKED_LAST = timedelta(days=4)
"""A count told so long after the question is about the week in which it was asked."""


def take(talk: Talk, text: str) -> bool | None:
    """A number, in figures or in words; whatever else is said is no answer, and ends the question."""
    table = answers.of(talk.person.language)
    if table.skip.search(text):
        talk.say("applications.skipped")
        return True
    number = number_in(talk, text) if claims(talk, text) else None
    if number is None:
        talk.drop_question()
        talk.say("unread.text")
        return None
    if number > MOST:
        return False
    keep(talk, number)
    return True


def claims(talk: Talk, text: str) -> bool:
    """A number and little else is the answer: "I sent 4 of them", "about five"."""
    table = answers.of(talk.person.language)
    rest = re.sub(
        rf"\d{{1,4}}|\b({'|'.join(sorted(table.numbers, key=len, reverse=True))})\b", "", text, count=1, flags=re.I
    )
    return rest != text and not _AROUND.sub("", rest).strip(" .,!?")


def number_in(talk: Talk, text: str) -> int | None:
    """The first number in a text; None when there is none."""
    figures = re.search(r"\d{1,4}", text)
    if figures:
        return int(figures[0])
    numbers = answers.of(talk.person.language).numbers
    found = re.search(rf"\b({'|'.join(sorted(numbers, key=len, reverse=True))})\b", text, re.IGNORECASE)
    return numbers[found[0].casefold()] if found else None


def keep(talk: Talk, number: int) -> None:
    """Keep the count of a week; a later count of the same week takes its place."""
    monday = _monday(talk)
    week = next((week for week in talk.known.weeks if week.monday == monday), None)
    if week is None:
        talk.add(Week, monday=monday, applications=number)
    else:
        talk.change(week, applications=number)
    talk.say("applications.kept" if number else "applications.none", n=number)


def _monday(talk: Talk) -> date:
    """The first day of the week that is meant: of the last time this was asked, or of today."""
    asked = [n.at for n in talk.known.nudged if n.name == "applications" and talk.now - n.at <= ASKED_LAST]
    there = max(asked, default=talk.now).astimezone(talk.zone).date()
    return there - timedelta(days=there.weekday())


def _pressed(number: int, talk: Talk, pressed: Pressed) -> None:
    from bot.dialogue import questions  # late: the table of questions is made of this one

    talk.seal(pressed.verb)
    if talk.person.asking == "applications":
        talk.drop_question()
    keep(talk, number)
    questions.ask_next(talk)


VERBS: dict[str, Handler] = {f"apps.{number}": partial(_pressed, number) for number in CHOICES}
