"""The first words, the clock that is assumed, and the language: nobody is asked for anything before they may tell."""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import cache
from importlib import resources

from bot.hear.act import Act, Heard
from bot.learn.ledger import Ledger, Part
from bot.words import Html
from bot.words.named import Press, lines, text
from scheduler import nudges
from scheduler.nudges import Plan

ZONES = {"de": "Europe/Berlin", "en": "Europe/London", "es": "Europe/Madrid"}
"""The zone that is assumed of somebody of whom only the language is known."""
DEFAULT_ZONE = "Europe/London"
FEWEST_WORDS = 5
"""What is shorter does not tell in which language somebody wants to be spoken to."""


def proposal(language: str) -> str:
    """The zone to assume for a language until the Person has told."""
    return ZONES.get(language, DEFAULT_ZONE)


def guess_zone(ledger: Ledger) -> None:
    """Until the Person has told, the zone that fits their language; it is asked about before long."""
    if ledger.person.zone is None:
        ledger.change_person(zone=proposal(ledger.person.language))


def greet(ledger: Ledger, *, first: bool) -> None:
    """Who speaks, in two lines, to somebody who has begun to tell."""
    if first:
        ledger.reply.first.append(_hello(ledger, "start.short"))


def _hello(ledger: Ledger, key: str) -> Part:
    return Part(text(key, name=ledger.person.name))


def start(ledger: Ledger, _act: Act) -> None:
    """/start: who I am, what I do and never do."""
    ledger.change_person(paused=False, paused_until=None)
    ledger.reply.first.append(_hello(ledger, "start.hello"))


def speak_their_language(ledger: Ledger, heard: Heard, *, first: bool) -> None:
    """Whoever writes in the other language that is understood is answered in it."""
    code = heard.in_language
    long_enough = len(ledger.incoming.text.split()) >= FEWEST_WORDS
    if code in ZONES and code is not None and code != ledger.person.language and (first or long_enough):
        ledger.change_person(language=code)


# Another language


@cache
def sentences() -> dict[str, str]:
    """What is said to somebody who writes in a language that is not understood, by its code."""
    told = resources.files("bot.decide").joinpath("other_languages.tsv").read_text(encoding="utf-8")
    return dict(csv.reader(told.splitlines(), delimiter="\t"))


def foreign(ledger: Ledger, heard: Heard) -> bool:
    """Say once, in their language, which ones are understood. True: nothing else was heard."""
    if heard.foreign is None:
        return False
    once = f"language:{heard.foreign}"
    if all(nudged.once != once for nudged in ledger.known.nudged):
        planned = Plan(name="language", once=once, opportunity_id=None, subject=0, at=ledger.now)
        ledger.known = nudges.note_said(ledger.known, planned, ledger.now, dropped="told in a reply")
        buttons = ((Press("lang=en", label="English"), Press("lang=de", label="Deutsch")),)
        sentence = Html(sentences().get(heard.foreign) or sentences()["en"])
        ledger.tell(lines((sentence,)), buttons)
    elif not heard.acts:
        ledger.answer("unread.foreign")
    return not heard.acts


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"start": start}
