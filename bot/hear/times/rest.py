"""What is left of a text when the words about time are taken out: the employer, the role."""

from __future__ import annotations

import re

from bot.hear.times.line import Item, Line
from bot.hear.times.values import CLOCK_UNITS, Clock, ClockRange, Instant, Length, Span, Trouble

LEADING = frozenset(
    {
        "at",
        "on",
        "for",
        "from",
        "in",
        "the",
        "this",
        "by",
        "of",
        "to",
        "until",
        "notbefore",
        "during",
        "after",
        "before",
        "and",
        "a",
        "is",
        "next",
        "around",
        "FIX",
        "lasting",
        "lasts",
    }
)
PARTS = frozenset(
    {
        "morning",
        "afternoon",
        "evening",
        "night",
        "tonight",
        "firstthing",
        "eod",
        "lunch",
        "afterlunch",
        "sametime",
        "FIX",
    }
)
TIMES = (Span, Clock, ClockRange, Instant, Trouble)
MARKS = (
    (re.compile(r"\(\s*\)|\[\s*\]"), " "),
    (re.compile(r"\s+"), " "),
    (re.compile(r"\s([,.;:!?)])"), r"\1"),
    (re.compile(r"([,;:])(\s*[,;:.])+"), r"\1"),
    (re.compile(r"\(\s+"), "("),
)


def rest_of(line: Line) -> str:
    """The text without what was read about time, tidied: no dangling "at", no double commas."""
    cut = sorted(_spans(line))
    kept, done = [], 0
    for start, end in cut:
        kept.append(line.text[done:start])
        done = max(done, end)
    kept.append(line.text[done:])
    text = " ".join(kept)
    for pattern, instead in MARKS:
        text = pattern.sub(instead, text)
    if text.count("(") != text.count(")"):
        text = text.replace("(", " ").replace(")", " ")
    return " ".join(text.split()).strip(" ,.;:-–—/!&\n")


def _spans(line: Line) -> list[tuple[int, int]]:
    found = []
    for index, item in enumerate(line.items):
        if not about_time(item):
            continue
        start, first = item.start, index
        while first > 0 and line.items[first - 1].symbol in LEADING:
            first -= 1
            start = line.items[first].start
        found.append((_over_hedges(line, start), _past_hedges(line, item.end)))
    return found


def about_time(item: Item) -> bool:
    value = item.value
    if isinstance(value, Length):
        return value.high.unit in CLOCK_UNITS
    return isinstance(value, TIMES) or item.symbol in PARTS


def _over_hedges(line: Line, start: int) -> int:
    """Where a hedge before `start` begins: "around 3pm" goes as a whole."""
    for hedge in reversed(line.dropped):
        if hedge.end <= start and not line.text[hedge.end : start].strip():
            start = hedge.start
    return start


def _past_hedges(line: Line, end: int) -> int:
    """Where the hedges behind `end` are over: "3pm or so"."""
    for hedge in line.dropped:
        if hedge.start >= end and not line.text[end : hedge.start].strip():
            end = hedge.end
    return end
