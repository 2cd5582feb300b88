"""What people say between the questions, as a table: how it sounds, and what it means.

The first row that fits counts. A row that is `weak` gives way to an open question; the others are heard at any time.
A new thing people say is one row in one of the modules below, and its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.dialogue import (
    afterwards,
    amending,
    calendars,
    drafting,
    happenings,
    heart,
    letters,
    own_words,
    place,
    resting,
    snoozing,
    sounds_de,
    told_contacts,
    told_dates,
    told_ends,
    told_interviews,
    worry,
)
from bot.dialogue.cues import Cued
from bot.dialogue.statement import Statement, sounds
from bot.dialogue.talk import Talk

MOST_LISTENED_TO = 600
"""Characters in which a statement is looked for: what somebody wants to tell stands at the beginning."""


def understand(talk: Talk, text: str) -> bool:
    """Act on what the text says; False when it says nothing that is known."""
    start, language = text[:MOST_LISTENED_TO], talk.person.language
    for statement in in_earshot(start, language):
        if (statement.weak and talk.person.asking) or (statement.needs_opportunity and not talk.open_opportunities):
            continue  # it would not be heard however it sounds, and to listen takes the longest
        if statement.is_heard_in(start, language) and statement.run(talk, text):
            return True
    return False


def in_earshot(text: str, language: str) -> Iterator[Statement]:
    """Those that the text may sound like, in their order: one of their words is in it."""
    return (STATEMENTS[place] for place in _cued(language).worth_a_try(text))


@cache
def _cued(language: str) -> Cued:
    return Cued([statement.patterns(language) for statement in STATEMENTS])


def go_on(talk: Talk, name: str, text: str) -> bool:
    """Go on with a statement after the Person has chosen the Opportunity it is about."""
    return any(statement.run(talk, text) for statement in STATEMENTS if statement.name == name)


def not_understood(talk: Talk) -> None:
    """Say so, with examples that work."""
    talk.say("unread.text")


def _i_am_in(talk: Talk, text: str) -> bool:
    """ "I'm in Lisbon this week", "my city is Oslo": where the Person's clock stands from now on."""
    found = _PLACE.search(text) or (sounds_de.PLACE.search(text) if talk.person.language == "de" else None)
    return found is not None and not _ON_THE_WAY.search(text) and place.take(talk, found["place"]) is not False


def _small_talk(talk: Talk, text: str) -> bool:
    thanks = re.search(r"\b(thank|thanks|thx|cheers)\b", text, re.IGNORECASE) or sounds_de.THANKS.search(text)
    talk.say("small.thanks" if thanks else "small.hello", name=talk.person.name)
    return True


_PLACE = sounds(
    r"^\W*(i'?m|i am|i live|i'?ve moved|i moved|my (city|time ?zone|place) is|i'?ll be)"
    r"( now| currently| based)?( in| to| at)? "
    r"(?P<place>[^\W\d][\w .'-]{1,40}?)( now| this week| next week| for now| these days)?[.!]*$"
)

_ON_THE_WAY = sounds(
    r"\b(fly(ing)?|going|travel(l?ing)?|heading|leaving|moving|driving|off to|tomorrow|tonight|later"
    r"|(next|on|this) (mon|tues|wednes|thurs|fri|satur|sun)day|in \w+ (days|weeks|months))\b"
)
"""A plan: the clock moves once the Person is there."""

SMALL_TALK: tuple[Statement, ...] = (
    Statement(
        "small_talk",
        sounds(
            r"^\W*(hi|hey|hello|good (morning|evening|afternoon)|thanks?( you)?|thx|cheers"
            r"|ok(ay)?|great|cool|nice|perfect)\b[^?]{0,20}$"
        ),
        _small_talk,
        weak=True,
        needs_opportunity=False,
        german=sounds_de.SMALL_TALK,
    ),
)
STATEMENTS: tuple[Statement, ...] = (
    *letters.STATEMENTS,
    *amending.STATEMENTS,
    *own_words.STATEMENTS,
    *calendars.STATEMENTS,
    *drafting.STATEMENTS,
    *resting.STATEMENTS,
    *snoozing.STATEMENTS,
    *worry.STATEMENTS,
    *afterwards.STATEMENTS,
    *happenings.STATEMENTS,
    *told_ends.STATEMENTS,
    *told_contacts.ASKED,
    *told_interviews.STATEMENTS,
    *told_contacts.STATEMENTS,
    *told_dates.STATEMENTS,
    Statement("place", _PLACE, _i_am_in, needs_opportunity=False, german=sounds_de.PLACE),
    *told_ends.SILENCE,
    *told_interviews.TIMES,
    *heart.STATEMENTS,
    *SMALL_TALK,
    *heart.LAST,
)
