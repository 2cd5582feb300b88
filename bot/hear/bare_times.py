"""Bare answers about time and place: "by Friday", "3pm", "an hour", "in Toronto"."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.hear import when
from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Subject, Tense, Word
from bot.hear.fold import words_of
from bot.hear.rules.counting import value
from bot.hear.rules.saying import thing_in
from bot.hear.times import (
    Ask,
    PlaceChoice,
    PlaceRead,
    Reason,
    SnoozeRead,
    Unknown,
    WindowRead,
    read_place,
    read_snooze,
    read_window,
)
from bot.hear.times.context import Kind
from bot.hear.times.grammar import parse
from bot.hear.vocabulary import LANGUAGES, vocabulary

MOST_LEFT, MOST_BESIDE_A_DEADLINE = 1, 3
"""Words that may be left when the time and what stands around an answer is taken out."""


def window(context: Context) -> Act | None:
    """When they answer; or that they named no time."""
    clause = context.clauses[0]
    named_none = any(one.says("no_time_named") for one in context.clauses)
    if not only_time(context, Kind.WINDOW):
        return clause.act("window", none=True) if named_none and len(context.clauses) == 1 else None
    read = read_window(text_of(context), context.scene.now, context.language)
    if isinstance(read, WindowRead):
        return clause.act("window", earliest=read.earliest, latest=read.latest)
    if isinstance(read, Ask) and read.reason is Reason.TWO_TIMES:
        return _one_window(context)
    return clause.act("window", none=True) if isinstance(read, Unknown) or named_none else None


def _one_window(context: Context) -> Act | None:
    """Two times that are one: "Wednesday in two weeks", where the weekday is one of this week or the day fits."""
    found = [one for clause in context.clauses for one in when.stretches(clause, context)]
    days = sorted({one.latest for one in found if one.latest is not None})
    today = context.scene.now.date()
    if len(days) != 2:
        return None
    weekday, counted = days
    weeks, over = divmod((counted - today).days, WEEK)
    this_week = weekday.isocalendar()[:2] == today.isocalendar()[:2]
    if weekday.weekday() == counted.weekday():
        meant = counted
    elif this_week and weeks and not over:
        meant = weekday + timedelta(days=WEEK * weeks)
    else:
        return None
    return context.clauses[0].act("window", earliest=meant, latest=meant)


WEEK = 7


def day(context: Context) -> Act | None:
    """A day that is meant for the open question; or that none was named."""
    clause = context.clauses[0]
    found = when.due(clause, context) if only_time(context, Kind.WINDOW) else None
    if found is None and clause.says("no_time_named") and len(context.clauses) == 1:
        return clause.act("skip")
    return clause.act("day", day=found) if found else None


def deadline(context: Context) -> Act | None:
    """By when the Person is to answer an offer: the one that is known to have such a day."""
    if not only_time(context, Kind.WINDOW, most=MOST_BESIDE_A_DEADLINE):
        return None
    read = read_window(text_of(context), context.scene.now, context.language)
    dated = [one.name for one in context.scene.employers if one.decide_by]
    about = context.scene.about if context.scene.about in dated else next(reversed(dated), None)
    latest = read.latest if isinstance(read, WindowRead) else None
    return context.clauses[0].act("offer", about=about, deadline=latest) if about and latest else None


def snooze(context: Context) -> Act | None:
    """When to come back."""
    read = read_snooze(text_of(context), context.scene.now, context.language)
    if not only_time(context, Kind.SNOOZE) or not isinstance(read, SnoozeRead):
        return None
    return context.clauses[0].act("snooze", until=read.at)


def place(context: Context) -> Act | None:
    """Where the Person's clock stands: a city, a zone, or what the clock shows."""
    if _is_no_place(context):
        return None
    match read_place(text_of(context), context.scene.now):
        case PlaceRead(zone=zone, name=name):
            return context.clauses[0].act("place", zone=zone, city=name)
        case PlaceChoice():
            return context.clauses[0].act("place", city=text_of(context))
    return None


def _is_no_place(context: Context) -> bool:
    """German "ist" is no clock of India's; a day with its hours is none that hangs anywhere."""
    clause = context.clauses[0]
    is_verb = clause.language == "de" and len(clause.words) > 1 and any(word.text == "ist" for word in clause.words)
    return is_verb and not any(char.isdigit() for char in context.text) and not clause.says("lives_in")


def promise(context: Context) -> Act | None:
    """What was promised, and by when; or the day alone, where both were asked for."""
    clause = context.clauses[0]
    what = thing_in(clause)
    if what is None and context.scene.asked == "promise_what" and only_time(context, Kind.WINDOW):
        return day(context)
    if what is None or not _is_a_thing(what, clause) or clause.says("nothing_of_it") or _is_told(context):
        return None
    if any(what.casefold() == (one.role or "").casefold() for one in context.scene.employers):
        return None  # the job itself
    if any(_is_a_time(context.text, context, language) for language in LANGUAGES):
        return None
    if not clause.says("document") and isinstance(read_place(context.text, context.scene.now), PlaceRead | PlaceChoice):
        return None  # "meine" is near to Maine, though
    due = next((found for one in context.clauses if (found := when.due(one, context))), None)
    return clause.act("promised", what=what, due=due)


def _is_a_thing(what: str, clause: Clause) -> bool:
    """Whether more is named than a number, or a way of getting in touch."""
    meant = vocabulary(clause.language)
    small = (meant["around_an_answer"].alone, meant["a_time"].alone, meant["lead"].alone)
    words = [word.text for word in words_of(what) if not any(word.text in one for one in small)]
    return any(all(value(word, language) is None for language in LANGUAGES) for word in words)


def _is_a_time(text: str, context: Context, language: str) -> bool:
    """Whether nothing but a time is said: "mitte januar" is no thing that anybody sends."""
    told = (item for item in parse(text, context.scene.now, Kind.WINDOW, language).items if item.value is not None)
    for item in sorted(told, key=lambda item: -item.start):
        text = f"{text[: item.start]} {text[item.end :]}"
    return not any(char.isalpha() for char in text)


def _is_told(context: Context) -> bool:
    """Whether something is told that was, or that others do: "I talked to Dana"."""
    if any(one.says("verb_of_others") or _is_a_sentence(one) for one in context.clauses):
        return True
    return any(one.tense is Tense.PAST and not one.says("giving", "i_promised") for one in context.clauses)


def _is_a_sentence(clause: Clause) -> bool:
    """Whether it tells or asks something, and names nothing that is brought: "she seemed nervous", "the office is in a
    backyard", "can my boss refuse me the certificate"."""
    if clause.says("giving", "i_promised") or not clause.words:
        return False
    first, said = clause.words[0].text, {word.text for word in clause.words}
    if first in MODALS[clause.language] and clause.index == 0:
        return True
    others = clause.subject in (Subject.THEY, Subject.OTHER) and first in STANDS_FOR_OTHERS
    return not clause.says("document") and (others or not said.isdisjoint(vocabulary(clause.language)["being"].alone))


MODALS = {
    "en": frozenset({"can", "could", "may", "must", "should", "would", "will"}),
    "de": frozenset({"kann", "könnte", "koennte", "darf", "dürfte", "duerfte", "muss", "müsste", "muesste", "soll"}),
}
STANDS_FOR_OTHERS = frozenset({"they", "she", "he", "it", "sie", "er", "es"})


def text_of(context: Context) -> str:
    """The text without the times that it rules out: "the 15th, not the 14th"."""
    text = context.text
    for first, last in reversed(ruled_out(context)):
        text = f"{text[:first]} {text[last:]}"
    return text


def ruled_out(context: Context) -> list[tuple[int, int]]:
    """The places of "not Friday" and "instead of Friday", each with its "not"."""
    found = []
    for kind in (Kind.WINDOW, Kind.TIME) if DENIES.search(context.text) else ():
        for item in parse(context.text, context.scene.now, kind, context.language).items:
            before = DENIED.search(context.text[: item.start])
            if item.value is not None and before is not None:
                found.append((before.start(), item.end))
    return _apart(found)


_DENYING = r"\b(?:not|nicht|instead of|rather than|statt|anstatt)\s"
DENIES = re.compile(_DENYING, re.IGNORECASE)
"""Without such a word a text rules nothing out, and its times need not be read."""
DENIED = re.compile(
    _DENYING + r"+(?:(?:the|on|by|at|with|am|der|den|dem|bis|um|mit)\s+)*$",
    re.IGNORECASE,
)


def _apart(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest of places that overlap, in order."""
    found: list[tuple[int, int]] = []
    for place in sorted(places, key=lambda place: (place[0], -place[1])):
        if not found or place[0] >= found[-1][1]:
            found.append(place)
    return found


def only_time(context: Context, kind: Kind, most: int = MOST_LEFT) -> bool:
    """Whether nothing else is said: what is no time is a word that stands around an answer, and `most` others."""
    text = text_of(context)
    items = parse(text, context.scene.now, kind, context.language).items
    times = [(item.start, item.end) for item in items if item.value is not None]
    around = vocabulary(context.language)["around_an_answer"].alone
    around |= {word.text for clause in context.clauses for name in clause.names for word in words_of(name.text)}
    left = [word for word in words_of(text) if word.text not in around and not _inside(word, times)]
    return len(left) <= most and (bool(times) or any(one.says("no_time_named") for one in context.clauses))


def _inside(word: Word, places: list[tuple[int, int]]) -> bool:
    return any(first <= word.start < last for first, last in places)
