"""What a text says in a language that is not understood: days and hours, by when they answer, whose talk it is, how it
went; in English, for the listener. By tables of a few words a language, and only what they make sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.decide.other_languages import words_for
from bot.hear.foreign import small_words
from bot.hear.names import shown_name

LETTER = r"[^\W_\u0900\u097f]|[\u0300-\u036f\u0900-\u0963\u0971-\u097f]"
"""A letter, or a sign that belongs to one: the vowels of Hindi."""
WORD = re.compile(rf"(?:{LETTER})+(?:['’.&-](?:{LETTER})+)*")
NUMBERS = ("one", "two", "three")
UNITS = ("day", "week", "month")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
MOODS = ("great", "rough", "fine")
HOUR = r"(\d{1,2})(?:[:.h]\s?(\d{2}))?\b(?!\s?[%€$/-])"
NOON, LAST_HOUR = 12, 23
OFFICE = 7
"""An hour before it, told without half of the day, is one of the afternoon."""
MOST_OF_A_NAME = 2
KINDS = (*NUMBERS, *UNITS, *WEEKDAYS, *MOODS, "working_day", "next", "hour", "hour_behind", "after_noon", "talk")
"""Words that are in no name."""


def clock(typed: str, tongue: str) -> str | None:
    """The hour, behind the word that says that it is one: "a las 4 de la tarde" is 16:00."""
    found = next(_hours(typed.casefold(), tongue), None)
    if found is None:
        return None
    hour, minutes = int(found[1]), found[2] or "00"
    if says(typed, tongue, "half") and not found[2]:
        hour, minutes = hour - 1, "30"
    later = hour < NOON and (says(typed, tongue, "after_noon") or hour < OFFICE)
    hour += NOON if later else 0
    return f"{hour}:{minutes}" if hour <= LAST_HOUR else None


def _hours(text: str, tongue: str) -> Iterator[re.Match[str]]:
    before, behind = _any_of(tongue, "hour"), _any_of(tongue, "hour_behind")
    half = f"(?:{_any_of(tongue, 'half')} )?" if words_for(tongue, "half") else ""
    if before:
        yield from re.finditer(rf"(?<!\w){before}\.?\s*{half}{HOUR}", text)
    if behind:
        yield from re.finditer(rf"(?<![\w/.:-]){HOUR}\s*{behind}(?!\w)", text)
    if half:
        yield from re.finditer(rf"(?<!\w){_any_of(tongue, 'half')} {HOUR}", text)


def until(typed: str, tongue: str) -> str | None:
    """By when they answer: "en 2 semanas" is in 2 weeks, "vrijdag" is by Friday."""
    text = typed.casefold()
    unit = next((one for one in UNITS if says(typed, tongue, one)), None)
    if says(typed, tongue, "next") and unit == "week":
        return "next week"
    working = says(typed, tongue, "working_day")
    if unit is None and working:
        unit = "day"
    number = re.search(r"(?<![\w:./-])(\d{1,2})(?![\w:./-])", text)
    count = (
        number[1] if number else next((str(n) for n, one in enumerate(NUMBERS, 1) if says(typed, tongue, one)), None)
    )
    if unit is not None and count is not None:
        return f"in {count} {'working ' if working else ''}{unit}{'' if count == '1' else 's'}"
    day = weekday(typed, tongue)
    return f"by {day}" if day else None


def weekday(typed: str, tongue: str) -> str | None:
    """The weekday that is named."""
    return next((one.capitalize() for one in WEEKDAYS if says(typed, tongue, one)), None)


def mood(typed: str, tongue: str) -> str | None:
    """How it went, in a word or two."""
    return next((one for one in MOODS if says(typed, tongue, one)), None)


def speaks_of_talk(typed: str, tongue: str) -> bool:
    """Whether it names an interview, in its own language or in English."""
    return says(typed, tongue, "talk") or "interview" in typed.casefold()


def says(typed: str, tongue: str, kind: str) -> bool:
    """Whether one of the words of a kind stands in a text."""
    pattern = _any_of(tongue, kind)
    return bool(pattern) and re.search(rf"(?<!\w){pattern}(?!\w)", typed.casefold()) is not None


def _any_of(tongue: str, kind: str) -> str:
    known = sorted(words_for(tongue, kind), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, known))})" if known else ""


# Whose talk it is


def name(typed: str, tongue: str, *, asked: bool) -> str | None:
    """The employer: behind "with" or "at", beside the word for a talk, or what is left where it was asked for."""
    if says(typed, tongue, "tongue"):
        return None  # a wish to be spoken to in it
    words = list(WORD.finditer(typed))
    fits = [_may_be_name(word.group(), tongue) for word in words]
    if speaks_of_talk(typed, tongue):
        starts = [*_behind_with(words, fits, tongue), *_beside_talk(words, fits, tongue)]
        found = next((_taken(typed, words, fits, at) for at in starts), None)
        if found is not None:
            return found
    left = [at for at, one in enumerate(fits) if one]
    in_a_row = bool(left) and left == list(range(left[0], left[0] + len(left))) and len(left) <= MOST_OF_A_NAME
    return _taken(typed, words, fits, left[0]) if in_a_row and (asked or speaks_of_talk(typed, tongue)) else None


def _behind_with(words: list[re.Match[str]], fits: list[bool], tongue: str) -> Iterator[int]:
    before, behind = words_for(tongue, "with"), words_for(tongue, "with_behind")
    for at in range(1, len(words)):
        if words[at - 1].group().casefold() in before and fits[at]:
            yield at
        if words[at].group().casefold() in behind and fits[at - 1]:
            yield at - 1


def _beside_talk(words: list[re.Match[str]], fits: list[bool], tongue: str) -> Iterator[int]:
    talk = words_for(tongue, "talk") | {"interview"}
    for at, word in enumerate(words):
        if word.group().casefold() in talk:
            if at and fits[at - 1]:
                yield at - 1
            if at + 1 < len(words) and fits[at + 1]:
                yield at + 1


def _taken(typed: str, words: list[re.Match[str]], fits: list[bool], first: int) -> str:
    last = first + 1
    while last < len(words) and last - first < MOST_OF_A_NAME and fits[last] and _is_joined(typed, words, last):
        last += 1
    return shown_name(typed[words[first].start() : words[last - 1].end()])


def _is_joined(typed: str, words: list[re.Match[str]], at: int) -> bool:
    return typed[words[at - 1].end() : words[at].start()] == " "


def _may_be_name(word: str, tongue: str) -> bool:
    low = word.casefold()
    if not word[0].isalpha() or len(word) == 1 or low in _in_no_name(tongue):
        return False
    return low not in small_words().get("en", frozenset())


def _in_no_name(tongue: str) -> frozenset[str]:
    told = frozenset(
        part for kind in (*KINDS, "with", "with_behind") for one in words_for(tongue, kind) for part in one.split()
    )
    return told | small_words().get(tongue, frozenset()) | ENGLISH


ENGLISH = frozenset(
    {
        *("interview", "hour", "hours", "min", "mins", "minutes", "pm", "am", "tomorrow", "today", "yesterday", "zoom"),
        *(
            "teams",
            "hora",
            "horas",
            "heure",
            "ora",
            "uur",
            "uurtje",
            "godzinę",
            "година",
            "час",
            "saat",
            "ghante",
            "घंटे",
        ),
    }
)
"""Words that people put into any language, and that are in no name."""
