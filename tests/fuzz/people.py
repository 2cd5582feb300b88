"""Somebody in one of eight states who hands in one thing after the other, and what each makes of the bot."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from random import Random

from bot.calendars.plan import wanted_of_file
from bot.calendars.reading import read
from bot.decide.scene import scene_of
from bot.hear.heads.engine import heard_in
from bot.hear.verbs import CARRYING, VERBS
from bot.learn.ledger import Ledger
from bot.line.failures import LONGEST_TEXT
from bot.line.render import render
from bot.line.tidy import tidied
from bot.line.updates import translate
from bot.patience import respond
from bot.rehearsal.entities import parse_html, units
from bot.say import unasked
from bot.turn import Edit, Incoming, Kind, Message, Turn
from scheduler import nudges
from storage.facts import Known, Person
from storage.plain import known_as_plain
from tests.conftest import NOON
from tests.fuzz import files, texts

ANA = 1001
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
_INTERVIEW = ("Interview with Acme today at 3pm for an hour, product designer", HOUR)
_MET = ("Great. I met Priya Shah and Tom. I said I want the job, they answer by Friday by email", 4 * HOUR)
STATES: dict[str, tuple[tuple[str, timedelta], ...]] = {
    "new": (),
    "zone asked": (("/start", HOUR),),
    "interview open": (("/start", HOUR), ("I live in London", HOUR), _INTERVIEW),
    "check-in running": (("I live in London", HOUR), _INTERVIEW, ("/checkin", 3 * HOUR)),
    "draft shown": (("Ich wohne in Berlin", HOUR), _INTERVIEW, _MET, ("write the thank-you", 5 * HOUR)),
    "offer": (("I live in London", HOUR), _INTERVIEW, _MET, ("Acme made me an offer, I have until Monday", DAY)),
    "debrief": (("I live in London", HOUR), _INTERVIEW, _MET, ("/debrief", 5 * HOUR)),
    "closed": (("I live in London", HOUR), _INTERVIEW, _MET, ("Acme said no", 2 * DAY)),
}
"""What is said on the way to each, and how much later."""
ENDLESS = 100_000
PARTS = tuple(VERBS) + tuple(CARRYING)


@dataclass(slots=True)
class Somebody:
    """What is known of them, at which moment, and the last buttons that they saw."""

    known: Known | None
    now: datetime
    buttons: tuple[str, ...] = ()


def incoming(kind: Kind, **more: object) -> Incoming:
    """An update of Ana's."""
    about = {"person_id": ANA, "chat_id": ANA, "name": "Ana", "language_code": "en", "message_id": 7, "feeds": True}
    return Incoming(kind=kind, **{**about, **more})  # type: ignore[arg-type]


def typed(text: str, now: datetime, *, edited: bool = False) -> Incoming:
    """A text as Telegram brings it."""
    sender = {"id": ANA, "first_name": "Ana", "language_code": "en"}
    message = {"message_id": 7, "date": int(now.timestamp()), "chat": {"id": ANA, "type": "private"}, "from": sender}
    return translate({"edited_message" if edited else "message": {**message, "text": text}})


@cache
def in_state(name: str) -> Somebody:
    """Somebody who has said what leads there."""
    somebody = Somebody(None, NOON)
    for text, later in STATES[name]:
        somebody.now += later
        answered(somebody, typed(text, somebody.now))
    return somebody


def answered(somebody: Somebody, update: Incoming) -> Turn:
    """Apply an update as the bot does: decided, rendered as Telegram takes it, kept as the store takes it."""
    turn = respond(update, somebody.known, somebody.now)
    somebody.known = turn.known or somebody.known
    for saying in turn.say:
        json.dumps(render(saying, ANA).body).encode()
        if isinstance(saying, Message | Edit):
            told, _ = parse_html(str(saying.text), int(somebody.now.timestamp()))
            longest = LONGEST_TEXT if isinstance(saying, Edit) else ENDLESS  # a message is cut where it is sent
            assert 0 < units(told.strip()) <= longest, "Telegram takes no such message"
            somebody.buttons = tuple(one.data for row in saying.buttons for one in row) or somebody.buttons
    _kept(somebody)
    return turn


def _kept(somebody: Somebody) -> None:
    if somebody.known is not None:
        json.dumps(known_as_plain(somebody.known), ensure_ascii=False).encode()
        nudges.next_wake(somebody.known, somebody.now)


def spoken_to(somebody: Somebody) -> None:
    """Time passes until the bot has something to say by itself, and it says it."""
    wake = nudges.next_wake(somebody.known, somebody.now) if somebody.known else None
    if wake is None or somebody.known is None:
        return
    somebody.now = max(wake, somebody.now)
    somebody.known = nudges.noticed(somebody.known, wake, somebody.now)
    plan = nudges.due(somebody.known, somebody.now)
    if plan is not None:
        somebody.known, message = unasked.speak(somebody.known, plan, somebody.now)
        somebody.buttons = tuple(one.data for row in message.buttons for one in row)
        parse_html(str(message.text), int(somebody.now.timestamp()))
    _kept(somebody)


def press(somebody: Somebody, chance: Random) -> str:
    """What a button carries: one that stands there, any that there ever was, or one that is damaged."""
    if somebody.buttons and chance.random() < 0.5:
        data = chance.choice(somebody.buttons)
    else:
        part = chance.choice(PARTS)
        carried = chance.choice(("", "", "thank_you", "45", "Europe/London", "R5", "x:y", "²", "\0", "de", "9" * 30))
        row, version = (chance.choice(("0", "1", "2", "3", "7", "-1", "²", "", "9" * 25)) for _ in range(2))
        data = f"1:{part}{carried}:{row}:{version}"
    return texts.damaged(data, chance) if chance.random() < 0.3 else data


def _text(somebody: Somebody, chance: Random) -> Incoming:
    text = texts.letter(chance) if chance.random() < 0.2 else texts.text(chance)
    update = typed(text, somebody.now, edited=chance.random() < 0.03)
    if update.kind is not Kind.TEXT:
        return update
    if chance.random() < 0.05:
        return replace(update, spoken=True, forwarded=chance.random() < 0.3)
    if update.text.startswith("/") or chance.random() < 0.7:
        return update
    known = somebody.known or Known(person=Person(id=ANA, name="Ana", language="en"))
    return replace(update, listened=heard_in(update.text, scene_of(Ledger(known, somebody.now, update))))


def _press(somebody: Somebody, chance: Random) -> Incoming:
    return incoming(Kind.PRESS, press_id="1", data=press(somebody, chance))


def _calendar(somebody: Somebody, chance: Random) -> Incoming:
    wanted = wanted_of_file((somebody.known and somebody.known.person.zone) or "UTC", somebody.now)
    return incoming(Kind.CALENDAR, calendar=read(files.file(chance), wanted), text="")


def _else(_somebody: Somebody, chance: Random) -> Incoming:
    kind = chance.choice([one for one in Kind if one not in (Kind.CALENDAR, Kind.FEED, Kind.LOCATION)])
    place = chance.choice(((51.5, -0.1), (0.0, 0.0), (90.0, 180.0), (-91.0, 999.0), (float("inf"), float("nan"))))
    if chance.random() < 0.3:
        return incoming(Kind.LOCATION, location=place)
    return incoming(kind, text=tidied(texts.text(chance)), data="1:undo:0:0", press_id="1")


def step(somebody: Somebody, chance: Random) -> Incoming:
    """What comes next."""
    return chance.choices((_text, _press, _calendar, _else), (68, 24, 5, 3))[0](somebody, chance)


def seconds(do: Callable[[], object]) -> float:
    """Seconds of work that it takes."""
    began = time.thread_time()
    do()
    return time.thread_time() - began
