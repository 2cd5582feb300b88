"""What whoever runs the bot can do in the chat with it: see counts and health, and tell everybody something.

Nobody's words are ever looked at. Whoever is no owner gets for these commands what any unknown one gets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Session

from bot.line.trouble import STANDING
from bot.turn import Button, Edit, Incoming, Kind, Message, Rows, Saying, Toast, Turn
from bot.words import Html, language_for, plain, say
from scheduler import nudges
from storage import figures, notices
from storage.facts import Known, Person
from storage.tables import PersonRow

OWNER, NOTICE = "/owner", "/notice"
LONGEST_NOTICE = 2000
"""Letters: it goes in one message, whatever they are."""
A_DAY = timedelta(days=1)
_P: sa.Table = PersonRow.__table__  # type: ignore[attr-defined]
_ASKED = ("id", "language", "zone", "zone_confirmed", "quiet_from", "quiet_until", "paused", "paused_until", "blocked")


@dataclass(frozen=True, slots=True)
class _Owner:
    """Somebody who runs the bot, and what they have just written or pressed."""

    session: Session
    incoming: Incoming
    language: str
    now: datetime

    def key(self, number: int) -> str:
        """That of the notice that stands in this message of theirs."""
        return f"notice:{self.incoming.person_id}.{number}"


def turn(session: Session, incoming: Incoming, before: Known | None, now: datetime) -> Turn | None:
    """What an owner gets for a command or a button of theirs; None: it is none of these."""
    owner = _Owner(session, incoming, before.person.language if before else language_for(incoming.language_code), now)
    if incoming.kind is Kind.TEXT:
        command, _, rest = incoming.text.strip().partition(" ")
        if command == OWNER:
            return _said(_counts(owner))
        if command == NOTICE:
            return _preview(owner, rest.strip())
    match incoming.data.split(":") if incoming.kind is Kind.PRESS else ():
        case ["own", "go" | "stop" | "leave" | "look" as verb, number] if re.fullmatch("[0-9]{1,20}", number):
            return _pressed(owner, verb, int(number))
    return None


def _said(text: Html, buttons: Rows = ()) -> Turn:
    return Turn(known=None, say=(Message(text=text, buttons=buttons),))


def _counts(owner: _Owner) -> Html:
    """How many people, what waits, what was heard, and what is wrong at this moment."""
    session, now, language = owner.session, owner.now, owner.language
    people = notices.counts(session, now, now - 7 * A_DAY)
    updates, messages = figures.updates_waiting(session), figures.messages_on_their_way(session, now).ready
    heard = figures.heard(session, now - A_DAY)
    told = {"heard": sum(heard.values()), "asked": heard.get("asked", 0), "not_": heard.get("nothing", 0)}
    lines = [
        say("owner.people", language, **people),
        say("owner.waits", language, updates=updates.number, messages=messages.number),
        say("owner.aside", language, n=sum(figures.updates_set_aside(session).values())),
        say("owner.heard", language, **told),
        *(say("owner.trouble", language, what=what, why=why) for what, why in STANDING.items()),
        say("owner.notice", language),
    ]
    return Html("\n".join(lines))


def _preview(owner: _Owner, text: str) -> Turn:
    """The notice as everybody will see it, and then how many that is."""
    number = owner.incoming.message_id
    if not text or len(text) > LONGEST_NOTICE or number is None:
        return _said(say("owner.how", owner.language, most=LONGEST_NOTICE))
    notices.keep_preview(owner.session, owner.incoming.person_id, owner.key(number), text, owner.now)
    people = sum(1 for _ in _reached(owner.session, owner.now))
    buttons = ((_button("go", number, owner.language), _button("leave", number, owner.language)),)
    return _said(say("owner.preview", owner.language, n=people), buttons)


def _pressed(owner: _Owner, verb: str, number: int) -> Turn:
    session, key = owner.session, owner.key(number)
    text, found = notices.text_of(session, key), notices.progress(session, key)
    if text is None or (verb == "leave" and found.is_nothing):
        return _changed(owner.incoming, say("owner.left", owner.language), ())
    if verb == "go" and found.is_nothing:
        notices.send(session, key, text, _reached(session, owner.now))
    elif verb == "stop":
        notices.stop(session, key)
    found = notices.progress(session, key)
    more = (_button("stop", number, owner.language), _button("look", number, owner.language))
    told = say("owner.progress", owner.language, **asdict(found))
    return _changed(owner.incoming, told, (more,) if found.waiting else ())


def _changed(incoming: Incoming, text: Html, buttons: Rows) -> Turn:
    said: list[Saying] = [Toast(press_id=incoming.press_id)] if incoming.press_id else []
    if incoming.message_id is not None:
        said.append(Edit(message_id=incoming.message_id, text=text, buttons=buttons))
    return Turn(known=None, say=tuple(said))


def _button(verb: str, number: int, language: str) -> Button:
    return Button(plain(f"button.owner.{verb}", language), f"own:{verb}:{number}")


def _reached(session: Session, now: datetime) -> Iterator[tuple[int, datetime]]:
    """Whom a notice reaches, and from when: nobody who wants quiet, nobody at night, nobody who has blocked the bot."""
    for row in session.connection().execute(sa.select(*(_P.c[name] for name in _ASKED)).order_by(_P.c.id)):
        person = Person(**row._mapping)
        if not person.blocked and not nudges.is_paused(person, now) and not nudges.is_unplaced(person):
            yield person.id, nudges.waking(now, person)
