"""Languages that are not understood here: said so in them, and what is typed with digits is taken all the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.decide import other_reading as reading
from bot.decide.other_languages import days, is_other, months, sentences
from bot.decide.question import pose
from bot.decide.questions import current
from bot.hear.act import Act, By, Heard
from bot.hear.fold import fold
from bot.hear.foreign import small_words
from bot.hear.scene import Expected, Scene
from bot.learn.ledger import Ledger
from bot.words import Html
from bot.words.named import Press, lines
from scheduler import nudges
from scheduler.nudges import Plan

Listen = Callable[[str, Scene], Heard]
ANSWERED_IN_FIGURES = frozenset({Expected.START, Expected.WINDOW, Expected.DAY, Expected.SNOOZE})
"""Questions that a date or a clock time answers."""
YESTERDAY = "yesterday"
LONG_ENOUGH = 4
"""Letters that two names begin with when they are one in two endings."""
FEWEST_WORDS = 3
"""Words of a text that is no name."""
TAKEN = frozenset({"interview", "window", "day", "snooze"})
SURE = TAKEN | {"danger", "language", "place", "which", "yes", "no"}
"""What such a text may say; all else its words only sound like: "respondem", "mają"."""
MOST_OF_A_WISH = 5
"""Words of a wish to be spoken to in a language."""
OUR_LETTERS = frozenset("äöüßé")
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?(?![\d:])")
_CLOCK = re.compile(r"\d{1,2}:\d{2}|\d{1,2}\s?[hu]\s?\d{2}|\d{1,2}\s?h\b", re.IGNORECASE)
_MONTH = re.compile(r"(\d{1,2})\.?\s+(?:de\s+)?([^\W\d_]{3})")
_NAME = re.compile(r"\b[^\W\d_]{0,60}[A-ZÀ-ÞА-ЯІЇЄҐ]{2}[^\W\d_]*+\b")
"""A word in capitals is a name in any language."""


def _spoken(ledger: Ledger, heard: Heard) -> str | None:
    """The language that is not understood: that of their Telegram, which they surely read, else that of the text."""
    own = ledger.incoming.language_code
    return own.lower().partition("-")[0] if is_other(own) else heard.foreign


def heard_in_figures(ledger: Ledger, scene: Scene, heard: Heard, listen: Listen) -> Heard:
    """What the digits of such a text say: when a talk is, or what was asked. The rest of it says nothing sure."""
    tongue = _spoken(ledger, heard)
    if tongue is None:
        return heard
    typed = ledger.incoming.text
    if _wishes_for(typed, tongue) and not any(act.name == "language" for act in heard.acts):
        return Heard(acts=(Act("language", {"code": tongue}, span=typed),))
    heard = _with_asked_name(heard, tongue, scene, typed)
    is_theirs = heard.foreign is not None or _is_written_in(typed, tongue)
    sure = tuple(act for act in heard.acts if not _is_guessed(act) and (not is_theirs or act.name in SURE))
    is_strange = heard.foreign is not None or (len(ledger.incoming.text.split()) >= FEWEST_WORDS and not sure)
    if not is_strange or sure or heard.doubts:
        return replace(heard, acts=sure, foreign=heard.foreign and tongue) if is_strange else heard
    found = _read(ledger.incoming.text, tongue, scene, listen)
    is_foreign = heard.foreign or found or heard.acts
    return replace(heard, acts=found or (), rest=() if found else heard.rest, foreign=tongue if is_foreign else None)


def _wishes_for(typed: str, tongue: str) -> bool:
    """Whether somebody asks to be spoken to in their language, by its name in it."""
    return len(typed.split()) <= MOST_OF_A_WISH and reading.says(typed, tongue, "tongue")


def _is_written_in(typed: str, tongue: str) -> bool:
    """Whether none of the small words of the languages that are understood stands in it, and one of theirs, or a letter
    that those do not have."""
    said = set(re.findall(r"[^\W\d_]+", typed.casefold()))
    theirs = small_words().get(tongue, frozenset())
    ours = (small_words()["en"] | small_words()["de"]) - theirs
    strange = any(not letter.isascii() and letter not in OUR_LETTERS for word in said for letter in word)
    return len(said) >= FEWEST_WORDS and not said & ours and (strange or bool(said & theirs))


def _with_asked_name(heard: Heard, tongue: str, scene: Scene, typed: str) -> Heard:
    """The name that was asked for, typed beside a time that is understood: "4pm tomorrow bimbo interview"."""
    is_time = bool(heard.acts) and all(act.name == "interview" and not act.has("about") for act in heard.acts)
    named = reading.name(typed, tongue, asked=True) if is_time and scene.expects is Expected.EMPLOYER else None
    if named is None:
        return heard
    return replace(heard, acts=(Act("which", {"about": named}, span=typed, by=By.CHOSEN), *heard.acts))


def _is_guessed(act: Act) -> bool:
    """Whether it is a name made of words that nobody understood."""
    return act.by is By.BARE and not act.has("start", "day", "latest", "until", "minutes")


def _read(typed: str, tongue: str, scene: Scene, listen: Listen) -> tuple[Act, ...] | None:
    told = " ".join(_figures(typed, tongue))
    is_answer = scene.expects in ANSWERED_IN_FIGURES
    name = _NAME.search(typed)
    named = name.group() if name else reading.name(typed, tongue, asked=scene.expects is Expected.EMPLOYER)
    if scene.expects is Expected.EMPLOYER and named is not None:
        return (Act("which", {"about": named}, span=typed, by=By.BARE),)
    if not told or not (is_answer or _says_day(typed, tongue)):
        return _of_talk(typed, tongue, scene, listen)
    asked = scene if is_answer else replace(scene, asked=None, expects=Expected.START)
    acts = listen(told, replace(asked, language="en")).acts
    if not acts or not {act.name for act in acts} <= TAKEN:
        return None
    limit = reading.until(typed, tongue) if told.startswith(YESTERDAY) else None
    answer = _limit(limit, scene, listen) if limit is not None else ()
    return (*(_named(act, _as_known(named, act, scene)) for act in acts), *answer)


def _limit(limit: str, scene: Scene, listen: Listen) -> tuple[Act, ...]:
    """By when they answer."""
    asked = replace(scene, language="en", asked="window", expects=Expected.WINDOW)
    return tuple(act for act in listen(limit, asked).acts if act.name == "window")


def _as_known(name: str | None, act: Act, scene: Scene) -> str | None:
    """One that is known, by another of its endings or in other letters: "w orlenie" and "orlen", at the same hour."""
    for one in scene.employers if name else ():
        short, long = sorted((str(name).casefold(), one.name.casefold()), key=len)
        is_alike = len(short) >= LONG_ENOUGH and long.startswith(short)
        if is_alike or any(talk.start == act.get("start") for talk in one.talks if talk.start_known):
            return one.name
    return name


def _of_talk(typed: str, tongue: str, scene: Scene, listen: Listen) -> tuple[Act, ...] | None:
    """How a talk that is over went, and by when they answer."""
    talks = [talk for one in scene.employers if scene.about in (None, one.name) for talk in one.talks]
    if not talks or talks[-1].start > scene.now or reading.speaks_of_talk(typed, tongue):
        return None
    limit, mood = reading.until(typed, tongue), reading.mood(typed, tongue)
    if limit is not None:
        return _limit(limit, scene, listen) or None
    return (Act("felt", {"mood": mood}, span=typed),) if mood is not None else None


def _named(act: Act, name: str | None) -> Act:
    if act.name != "interview":
        return act
    return replace(act, by=By.RULES, slots={**act.slots, **({"about": name} if name else {})})


def _says_day(typed: str, tongue: str) -> bool:
    told = _DATE.search(typed) or _of_a_month(typed) or list(_day_words(typed))
    return bool(told or (reading.speaks_of_talk(typed, tongue) and reading.weekday(typed, tongue)))


def _of_a_month(typed: str) -> str | None:
    found = (f"{one[1]} {months()[one[2]]}" for one in _MONTH.finditer(fold(typed)) if one[2] in months())
    return next(found, None)


def _day_words(typed: str) -> Iterator[str]:
    found = (days().get(word) for word in re.findall(r"[^\W\d_]+", fold(typed)))
    return (english for english in found if english)


def _figures(typed: str, tongue: str) -> Iterator[str]:
    """The day and the clock time, in a way that is understood here."""
    date, clock = _DATE.search(typed), _CLOCK.search(typed)
    day = _of_a_month(typed) or (
        _plain(date.group()) if date else next(_day_words(typed), reading.weekday(typed, tongue))
    )
    yield from (day,) if day else ()
    if clock:
        hour, _, minutes = re.sub(r"\s?[hu:]\s?", ":", clock.group().lower()).partition(":")
        yield f"{hour}:{minutes or '00'}"
    elif told := reading.clock(typed, tongue):
        yield told


def _plain(date: str) -> str:
    """4-12 is no range."""
    return date if len(date.partition("-")[0]) == len("2026") else date.replace("-", "/")


def answer(ledger: Ledger, heard: Heard) -> bool:
    """Say in their language which ones are understood, once. True: nothing else is to be said of the message. What is
    not understood later is kept as a note."""
    tongue = heard.foreign
    if tongue is None:
        return False
    if any(nudged.once == f"language:{tongue}" for nudged in ledger.known.nudged):
        return False
    _note(ledger, tongue)
    buttons = ((Press("lang=en", label="English"), Press("lang=de", label="Deutsch")),)
    ledger.tell(lines((Html(sentences().get(tongue) or sentences()["en"]),)), buttons)
    if not heard.acts:
        _ask_again(ledger)
    return not heard.acts


def _note(ledger: Ledger, tongue: str) -> None:
    planned = Plan(name="language", once=f"language:{tongue}", opportunity_id=None, subject=0, at=ledger.now)
    ledger.known = nudges.note_said(ledger.known, planned, ledger.now, dropped="told in a reply")


def _ask_again(ledger: Ledger) -> None:
    """The open question once more, whose buttons are understood in any language."""
    question, person = current(ledger), ledger.before.person
    if question is not None and question.presses:
        pose(ledger, question, person.asking_about or 0, person.asking_text)
