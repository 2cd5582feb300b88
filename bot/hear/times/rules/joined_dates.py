"""Dates of two figures joined by a hyphen, which could be a range as well: "15-06"."""

from __future__ import annotations

from bot.hear.times.line import Hit
from bot.hear.times.rule import TIMED, WINDOWS, Meaning, Rule
from bot.hear.times.spans import numeric
from bot.hear.times.values import Number


def joined(hit: Hit) -> Meaning:
    """15-06: two digits each, one of them with a zero in front."""
    texts = [number.text for number in hit.every(Number)[:2]]
    if any(len(text) != 2 for text in texts) or not any(text.startswith("0") for text in texts):
        return None
    return numeric(hit.at, int(texts[0]), int(texts[1]))


RULES = (
    Rule(
        "day and month joined by a hyphen",
        "<num> - <num>(?! ({unit}|-|to|am|pm) )",
        joined,
        ("by 15-06 -> ..2026-06-15",),
        WINDOWS,
    ),
    Rule(
        "day and month joined by a hyphen, and a clock time",
        "<num> - <num>(?=( ,| at)* (<hm>|<num> (am|pm)) )",
        joined,
        ("15-06 at 14:00 => 2026-06-15T14:00",),
        TIMED,
    ),
)
