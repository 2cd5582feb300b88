"""Clock times somewhere else: "10am ET", "3pm London time"."""

from __future__ import annotations

from dataclasses import replace

from bot.hear.times.answers import Reason
from bot.hear.times.line import Hit
from bot.hear.times.rule import TIMED, Meaning, Rule
from bot.hear.times.values import Clock, ClockRange, Trouble
from bot.hear.times.zones import ALSO_WORDS, own_time, zone_of_words


def in_zone(hit: Hit) -> Meaning:
    """10am ET, 3pm (London time)."""
    behind = hit.items[1:]
    typed = hit.line.text[behind[0].start : behind[-1].end]
    if own_time(typed):
        return hit.items[0].value
    zone = zone_of_words(typed, hit.at.now)
    if zone is None or (typed.casefold() in ALSO_WORDS and _word_behind(hit)):
        return None
    first = hit[0]
    if isinstance(first, ClockRange):
        return ClockRange(replace(first.start, zone=zone), replace(first.end, zone=zone))
    return replace(first, zone=zone) if isinstance(first, Clock) else None


def _word_behind(hit: Hit) -> bool:
    """Does an ordinary word follow: "3pm Central Library"?"""
    return hit.behind == "_"


RULES = (
    Rule(
        "clock time of others",
        "(<clock>|<clockrange>)( ,)?( in)? (their|his|her) time",
        lambda _: Trouble(Reason.AMBIGUOUS, "clock"),
        ("tomorrow 3pm their time => ask ambiguous",),
        TIMED,
    ),
    Rule(
        "clock time elsewhere",
        r"(<clock>|<clockrange>)( ,)? \w+( \w+){0,3} time",
        in_zone,
        ("tomorrow 3pm New York time => 2026-06-11T20:00",),
    ),
    Rule(
        "clock time in a zone by offset",
        r"(<clock>|<clockrange>)( ,)? ((utc|gmt) (plus|-) (<num>|<clock>)|plus <clock>)",
        in_zone,
        ("tomorrow 3pm UTC+2 => 2026-06-11T14:00", "2026-06-11T15:00+02:00 => 2026-06-11T14:00"),
        TIMED,
    ),
    Rule(
        "clock time in a zone",
        r"(<clock>|<clockrange>)( ,)? (_|[a-z]+)",
        in_zone,
        ("tomorrow 10am ET => 2026-06-11T15:00", "by 5pm GMT on Monday -> ..2026-06-15"),
    ),
)
