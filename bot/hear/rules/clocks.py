"""Bare hours in a wish for quiet: "after 10pm", "between 11 and 7", "22 bis 7"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.hear.clause import Clause, Word
from bot.hear.rules.counting import NUMBERS, value

CLOCK = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a\.m|p\.m|uhr|h)?\b"
    r"(?![\d.]{0,9}\.?\s?(?:\d|j[aä]n|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|oct|okt|nov|de[cz]))"
    r"(?!\s?(?:day|week|month|year|min|hour|tag|woche|monat|jahr|stunde))",
    re.IGNORECASE,
)
RANGE = re.compile(
    r"(\d{1,2}(?:[:.]\d{2})?\s{0,3}(?:am|pm|uhr|h)?)\s{0,3}(?:-|to|and|bis|und|until|till)\s{0,3}(\d{1,2}(?:[:.]\d{2})?\s{0,3}(?:am|pm|uhr|h)?)",
    re.IGNORECASE,
)
NOON = 12
HOURS = {"noon": "12:00", "midday": "12:00", "mittag": "12:00", "midnight": "0:00", "mitternacht": "0:00"}


def clocks_between(clause: Clause) -> tuple[str | None, str | None] | None:
    """The two ends of a stretch of hours."""
    found = RANGE.search(clause.text)
    if found is None:
        return None
    evening = not _is_of_the_day(clause, found)
    first, last = _clock(found[1], evening=evening), _clock(found[2], evening=False)
    if first and last and not evening and last < first:
        last = f"{int(last[:2]) + NOON}{last[2:]}"
    return (first, last) if first and last else None


def _is_of_the_day(clause: Clause, found: re.Match[str]) -> bool:
    """Whether the hours are those of work: "between 9 and 5, I'm at work", "zwischen 7 und 15 uhr"."""
    first, last = (int(one.group()) for end in (1, 2) if (one := re.match(r"\d{1,2}", found[end])))
    written = "m" in found[1].casefold() + found[2].casefold()
    is_office = (first, last) in OFFICE or clause.says("while_working")
    return not written and first <= NOON and (last > NOON or (is_office and last < first))


OFFICE = frozenset({(9, 5), (8, 5), (9, 6), (8, 4)})
"""Hours that are those of an office, and of no night."""


def clock_behind(clause: Clause, key: str, *, evening: bool) -> str | None:
    """The clock time right behind the words of a key. `evening`: without am or pm it is one of the evening."""
    place = clause.where(key)
    if place is None:
        return None
    said = clause.text_of(place[1], place[1] + 3)
    return _clock(_in_figures(clause.words[place[1] : place[1] + 3], clause.language) or said, evening=evening)


def _in_figures(words: Sequence[Word], language: str) -> str | None:
    """ "Half past nine", "halb zehn", "noon" as figures; None for what is none of these."""
    said = [word.text for word in words]
    match said:
        case [word, *_] if word in HOURS:
            return HOURS[word]
        case ["half", "past", hour, *_] if number := value(hour, language):
            return f"{number}:30 {' '.join(said[3:])}"
        case ["halb", hour, *_] if number := value(hour, language):
            return f"{number - 1 or NOON}:30 {' '.join(said[2:])}"
        case [hour, *rest] if hour in NUMBERS[language]:
            return f"{NUMBERS[language][hour]} {' '.join(rest)}"
    return None


def _clock(text: str, *, evening: bool) -> str | None:
    found = CLOCK.match(text.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").replace(".", "").casefold()
    if half in ("am", "pm") or (evening and not half and 6 <= hour < NOON):
        hour = hour % NOON + (0 if half == "am" else NOON)
    return f"{hour % 24:02}:{minute:02}" if hour <= 24 and minute < 60 else None
