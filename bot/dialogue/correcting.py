"""Correcting what the card shows: start, length, employer, role; and a start that has already passed."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.dialogue import adding
from bot.dialogue.talk import Talk
from bot.hear.times import InterviewRead
from storage.facts import Interview

YES = (
    "yes",
    "yep",
    "yeah",
    "y",
    "right",
    "correct",
    "it's over",
    "over",
    "ja",
    "genau",
    "stimmt",
    "vorbei",
    "ist vorbei",
)
NO = ("no", "nope", "n", "wrong", "nein", "nee", "nö", "falsch", "stimmt nicht")


def ask_past(talk: Talk) -> None:
    """That has already passed: is it over, or is the date wrong?"""
    sketch = talk.sketch()
    assert sketch.start is not None
    buttons = ((talk.button("past.yes"), talk.button("past.no")),)
    talk.say("ask.past_start", buttons, when=talk.when(sketch.start))


def take_past(talk: Talk, text: str) -> bool:
    """Yes, no, or another time."""
    plain = text.strip().casefold().strip(".!, ")
    if plain in YES:
        talk.sketch(past_confirmed=True)
        return True
    if plain in NO:
        talk.sketch(start=None)
        return True
    talk.sketch(start=None)
    return adding.take_when(talk, text)


def _corrected(talk: Talk) -> Interview | None:
    return talk.find(Interview, talk.person.asking_about)


def take_start(talk: Talk, text: str) -> bool:
    """Another start; the length stays unless it is said."""
    interview = _corrected(talk)
    if interview is None:
        return True
    there = interview.start.astimezone(talk.zone)
    read = adding.read_when(talk, text, there.date().isoformat(), there.time())
    if not isinstance(read, InterviewRead):
        return False
    return reschedule(talk, interview, read)


def reschedule(talk: Talk, interview: Interview, read: InterviewRead) -> bool:
    """Move an Interview; False (and nothing moved) when the new time is over already."""
    length = (read.end - read.start) if read.end else interview.end - interview.start
    start = read.start.astimezone(UTC)
    if start + length < talk.now:
        return False
    show(talk, move(talk, interview, start, start + length))
    return True


def move(talk: Talk, interview: Interview, start: datetime, end: datetime) -> Interview:
    """An Interview that takes place later has not been debriefed yet."""
    return talk.change(interview, start=start, end=end, cancelled=False)


def take_length(talk: Talk, text: str) -> bool:
    """Another length, or another end."""
    interview = _corrected(talk)
    if interview is None:
        return True
    minutes = adding.minutes_in(talk, text, interview.start)
    if minutes is None:
        return False
    show(talk, adding.set_length(talk, interview, minutes))
    return True


def take_employer(talk: Talk, text: str) -> bool:
    """Another employer's name."""
    return _take_name(talk, text, "employer")


def take_role(talk: Talk, text: str) -> bool:
    """Another role."""
    return _take_name(talk, text, "role")


def _take_name(talk: Talk, text: str, field: str) -> bool:
    interview, name = _corrected(talk), text.strip()[: adding.LONGEST_NAME]
    if interview is None:
        return True
    if not name or "\n" in name:
        return False
    talk.change(talk.opportunity_of(interview), **{field: name})
    show(talk, interview)
    return True


def show(talk: Talk, interview: Interview) -> None:
    """The card as it stands now."""
    talk.drop_question()
    adding.show_card(talk, interview)
