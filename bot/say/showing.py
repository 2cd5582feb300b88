"""Puts pictures over what is said, and keeps the one that shows how everything stands true while it is fresh.

A picture never stands alone: what it shows is said under it in words. Where there is no room for all of them, one line
for each stands there, and a button brings the rest. What is told while the picture is fresh only puts down that it is
to be made anew: that is done once, when the Person has been quiet for a moment, and nobody's answer waits for it.
"""

from __future__ import annotations

import html
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2s

from bot.learn.ledger import Ledger
from bot.say.pictures import may_be_drawn, picture_of
from bot.say.rendering import Voice, button, in_words, rows, together, voice_of
from bot.say.special import PRESSES
from bot.say.stand_ins import set_in
from bot.turn import Message, Redraw, Rows, Saying
from bot.words import Html
from bot.words.named import Press, Text, Value, text
from storage.changing import changed
from storage.facts import Known

LONGEST_CAPTION = 1024
"""Units of UTF-16 that Telegram takes under a picture, mark-up not counted."""
QUIET = timedelta(seconds=5)
"""So long after the Person's last word it is made anew: who tells one thing after another sees it change once."""
FRESH = timedelta(days=1)
"""So long after it was sent the picture of /status changes with what is told; an older one speaks of its own day."""
STATUS = Text("@status")
IN_WORDS = Press("status.words")
FACTS = ("opportunities", "interviews", "contacts", "promises", "events")
"""What it shows."""


def pictured(ledger: Ledger, said: tuple[Saying, ...]) -> tuple[Saying, ...]:
    """What is said, with its pictures."""
    shown = tuple([_over(ledger, one) if isinstance(one, Message) and one.parts else one for one in said])
    _put_down(ledger)
    return shown


def _over(ledger: Ledger, message: Message) -> Message:
    voice = voice_of(ledger)
    meant = next(part for part in message.parts if isinstance(part, Text) and may_be_drawn(part))
    plain = replace(message, parts=())
    if ledger.incoming.in_haste:
        return plain
    svg = picture_of(meant, voice.known, voice.now, lambda one: set_in(in_words(one, voice), voice.known))
    found = _fitting(message.text, message.parts, message.buttons, voice) if svg is not None else None
    if svg is None or found is None:
        return plain
    words, buttons = found
    name = None
    if meant == STATUS:
        asked_by = ledger.incoming.press_id or ledger.incoming.message_id
        name = f"status.{int(ledger.now.timestamp())}.{asked_by}"
        ledger.change_person(pictured=f"{name} {_print(svg, words, buttons)}")
    return replace(plain, text=words, buttons=buttons, picture=svg, once=name)


def _fitting(whole: Html, parts: tuple[Value, ...], buttons: Rows, voice: Voice) -> tuple[Html, Rows] | None:
    """The words under the picture, in short where there is no room for the whole; None: nor is there for these."""
    if units(whole) <= LONGEST_CAPTION:
        return whole, buttons
    short = together((text("@status", short=True) if part == STATUS else part for part in parts), voice)
    return (short, (*buttons, (button(IN_WORDS, voice),))) if units(short) <= LONGEST_CAPTION else None


def units(words: Html) -> int:
    """How long Telegram counts it: in UTF-16, without mark-up."""
    bare, is_tag = [], False
    for letter in words:
        is_tag = letter == "<" or (is_tag and letter != ">")
        if not is_tag and letter != ">":
            bare.append(letter)
    return len(html.unescape("".join(bare)).encode("utf-16-le")) // 2


def _print(svg: str, words: Html, buttons: Rows) -> str:
    """Tells one picture with its words from another."""
    labels = json.dumps([[one.label for one in row] for row in buttons])
    return blake2s("\n".join((svg, words, labels)).encode(), digest_size=8).hexdigest()


# While it is fresh


def _put_down(ledger: Ledger) -> None:
    """Put down that the last picture shows what is no more; a word that comes before it is made anew puts it off."""
    name, person = ledger.before.person.pictured, ledger.person
    if name is None or name != person.pictured:
        return ledger.change_person(redraw_at=None)
    if person.redraw_at is None and not _has_changed(ledger.before, ledger.known):
        return None
    if ledger.now - _sent_at(name) > FRESH:
        return ledger.change_person(pictured=None, redraw_at=None)
    return ledger.change_person(redraw_at=ledger.now + QUIET)


def redrawn(known: Known, now: datetime) -> tuple[Known, Redraw | None]:
    """What is known once the last picture has been made anew, and that picture; None where it would be the same."""
    ledger, name = Ledger(known, now), known.person.pictured
    ledger.change_person(redraw_at=None)
    if name is None or known.person.blocked:
        return ledger.known, None
    if now - _sent_at(name) > FRESH:
        return given_up(known), None
    name, _, mark = name.partition(" ")
    voice = voice_of(ledger)
    svg = picture_of(STATUS, voice.known, voice.now, lambda one: in_words(one, voice))
    buttons = rows(PRESSES[STATUS.key](voice.known, voice.now, STATUS), voice)
    found = _fitting(together((STATUS,), voice), (STATUS,), buttons, voice) if svg else None
    if svg is None or found is None:
        ledger.change_person(pictured=None)
        return ledger.known, None
    if (new := _print(svg, *found)) == mark:
        return ledger.known, None
    ledger.change_person(pictured=f"{name} {new}")
    return ledger.known, Redraw(once=name, text=found[0], picture=svg, buttons=found[1])


def put_off(known: Known, now: datetime) -> tuple[Known, None]:
    """What is known where it is left for later."""
    return changed(known, person=changed(known.person, redraw_at=now + QUIET)), None


def given_up(known: Known) -> Known:
    """What is known where the last picture stays as it is."""
    return changed(known, person=changed(known.person, pictured=None, redraw_at=None))


def _has_changed(before: Known, after: Known) -> bool:
    return any(getattr(before, name) is not getattr(after, name) for name in FACTS)


def _sent_at(name: str) -> datetime:
    return datetime.fromtimestamp(int(name.split(".")[1]), tz=UTC)
