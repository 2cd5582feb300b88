"""The conversation: update and facts in, a Turn out.

Quiet. Every text is first read for what it says, and only then taken as the answer to the question that is open.
"""

from __future__ import annotations

from datetime import datetime

from bot import words
from bot.dialogue import calendars, commands, danger, presses, questions, statements
from bot.dialogue.talk import Talk
from bot.turn import Incoming, Kind, Leave, Message, Turn
from storage.facts import Known, Person

_NOT_READ = {
    Kind.PHOTO: "unread.photo",
    Kind.VOICE: "unread.voice",
    Kind.FILE: "unread.file",
    Kind.EDITED: "unread.edited",
    Kind.OTHER_MESSAGE: "unread.other",
}


def respond(incoming: Incoming, known: Known | None, now: datetime) -> Turn:
    """Everything decided from one update: pure, from what is known and `now` (UTC)."""
    if incoming.kind is Kind.IGNORED:
        return Turn(known=None)
    if incoming.kind is Kind.GROUP:
        language = words.language_for(incoming.language_code)
        return Turn(known=None, say=(Message(text=words.say("group.leave", language)), Leave()))
    talk = Talk(incoming, known or Known(person=_stranger(incoming)), now)
    if incoming.kind is Kind.BLOCKED:
        talk.change_person(blocked=True)
    else:
        talk.change_person(blocked=False, name=incoming.name or talk.person.name)
        _answer(talk, first=known is None)
        if incoming.kind in (Kind.TEXT, Kind.PRESS, Kind.CALENDAR, Kind.FEED):
            talk.change_person(heard_at=now)
    return talk.turn()


def _stranger(incoming: Incoming) -> Person:
    return Person(id=incoming.person_id, name=incoming.name, language=words.language_for(incoming.language_code))


def _answer(talk: Talk, *, first: bool) -> None:
    incoming = talk.incoming
    match incoming.kind:
        case Kind.UNBLOCKED:
            return
        case Kind.PRESS:
            presses.answer(talk)
        case Kind.CALENDAR | Kind.FEED:
            _take_in(talk, first=first)
        case Kind.LOCATION:
            questions.take_location(talk)
        case Kind.TEXT if incoming.text.startswith("/"):
            commands.obey(talk, incoming.text)
        case Kind.TEXT if incoming.forwarded:
            talk.say("unread.forwarded")
        case Kind.TEXT:
            hear(talk, incoming.text, first=first)
        case kind:
            talk.say(_NOT_READ[kind])


def _take_in(talk: Talk, *, first: bool) -> None:
    """A file or the address of a feed; where the clock stands is asked as soon as times are shown."""
    questions.guess_zone(talk)
    if first:
        talk.say("start.hello", name=talk.person.name)
    calendars.take(talk)
    if not talk.person.zone_confirmed and talk.person.asking is None:
        questions.ask_next(talk)


def hear(talk: Talk, text: str, *, first: bool = False) -> None:
    """Take in what the Person typed."""
    questions.guess_zone(talk)
    if danger.listen(talk, text):
        return
    if first:
        talk.say("start.hello", name=talk.person.name)
    if questions.take_at_once(talk, text) or commands.said_plainly(talk, text):
        return
    before = talk.known
    if statements.understand(talk, text):
        questions.go_on(talk, before)
        return
    if first:
        questions.ask_next(talk)
    elif not questions.take_answer(talk, text):
        statements.not_understood(talk)
