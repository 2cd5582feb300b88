"""The first words, the clock that is assumed, and the language: nobody is asked for anything before they may tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.decide.other_languages import is_other
from bot.hear.act import Act, By, Heard
from bot.hear.foreign import small_words
from bot.hear.scene import Scene
from bot.learn import places
from bot.learn.ledger import Ledger, Part
from bot.words.named import Text, text
from scheduler import nudges

Listen = Callable[[str, Scene], Heard]
ZONES = {"de": "Europe/Berlin", "en": "Europe/London", "es": "Europe/Madrid"}
"""The zone that is assumed of somebody of whom only the language is known."""
DEFAULT_ZONE = "Europe/London"
AT_NIGHT = {"Europe/London": "America/New_York"}
"""Where it is evening while it is night in the zone assumed: whoever writes then, and says "yesterday", means that."""
NIGHT_ENDS = 5
"""The hour before which few write; in New York it is midnight then."""
MIXED = 4
"""Small words of the new language for each one of the old, below which a text is mixed."""
FEWEST_WORDS = 5
"""What is shorter does not tell in which language somebody wants to be spoken to."""


def proposal(language: str, now: datetime) -> str:
    """The zone to assume for a language until the Person has told, from the hour (aware) at which they write."""
    zone = ZONES.get(language, DEFAULT_ZONE)
    return AT_NIGHT.get(zone, zone) if now.astimezone(ZoneInfo(zone)).hour < NIGHT_ENDS else zone


def guess_zone(ledger: Ledger) -> None:
    """Until the Person has told, the zone that fits their language; it is asked about before long."""
    if ledger.person.zone is None:
        ledger.change_person(zone=proposal(ledger.person.language, ledger.now))


def guess_again(ledger: Ledger) -> None:
    """Whoever is spoken to in a language that has one clock is taken to live by that, until they have told."""
    code = ledger.person.language
    if not ledger.person.zone_confirmed and nudges.has_one_clock(code):
        places.assume(ledger, proposal(code, ledger.now))


def greet(ledger: Ledger, *, first: bool) -> None:
    """Who speaks, in two lines, to somebody who has begun to tell."""
    if first:
        ledger.reply.first.append(Part(_named(ledger, "start.short", "start.short.unnamed")))


def _named(ledger: Ledger, key: str, unnamed: str) -> Text:
    """A sentence with the Person's name; Telegram lets people have none that can be shown."""
    name = ledger.person.name
    return text(key, name=name) if name else text(unnamed)


def start(ledger: Ledger, _act: Act) -> None:
    """/start: who I am, what I do and never do."""
    ledger.change_person(paused=False, paused_until=None)
    hello = _named(ledger, "small.hello_named", "small.hello_unnamed")
    ledger.reply.first.append(Part(text("start.hello", hello=hello)))


def _is_all_in(ledger: Ledger, code: str) -> bool:
    """Whether the other language is hardly mixed in: some people write in both at once."""
    said = ledger.incoming.text.casefold().split()
    ours, theirs = small_words()[ledger.person.language], small_words()[code]
    old, new = (sum(word in words for word in said) for words in (ours - theirs, theirs - ours))
    return new > MIXED * old


def speak_their_language(ledger: Ledger, heard: Heard, *, first: bool) -> None:
    """Whoever writes in the other language that is understood is answered in it."""
    code = heard.in_language
    long_enough = len(ledger.incoming.text.split()) >= FEWEST_WORDS
    if is_other(ledger.incoming.language_code) and not any(act.by is By.RULES for act in heard.acts):
        return  # a text in their own language only looks like German
    if code is None or code not in ZONES or code == ledger.person.language:
        return
    if first or (long_enough and _is_all_in(ledger, code)):
        ledger.change_person(language=code)
        guess_again(ledger)


def in_their_language(ledger: Ledger, scene: Scene, heard: Heard, listen: Listen, *, first: bool) -> Heard:
    """What was heard, once more where the language tells of another clock: hours are read on the one that is shown."""
    speak_their_language(ledger, heard, first=first)
    if str(ledger.here.tzinfo) == str(scene.now.tzinfo):
        return heard
    return listen(ledger.incoming.text, replace(scene, now=ledger.here))


ACTS: dict[str, Callable[[Ledger, Act], None]] = {"start": start}
