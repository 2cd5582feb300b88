"""From one clock time to another: "2-4pm", "from 10 until noon"."""

from __future__ import annotations

from bot.hear.times.line import Hit
from bot.hear.times.rule import TIMED, Meaning, Rule
from bot.hear.times.rules.clock_figures import of_figures, of_number
from bot.hear.times.values import Clock, ClockRange, Figures, Number
from bot.hear.times.zones import zone_of_words

BEHIND_CLOCK = frozenset({"on", "at", ",", "¶", "tomorrow", "today", "this", "next", "in", "with", "for"})


def ends(hit: Hit) -> Meaning:
    """From one clock time to another."""
    both = [value if isinstance(value, Clock) else _as_clock(value) for value in hit.values]
    start, end = both[0], both[1]
    return ClockRange(start, end) if start and end else None


def bare_ends(hit: Hit) -> Meaning:
    """12-4: plain numbers only where nothing behind them says that something else is counted."""
    found = ends(hit)
    if not isinstance(found, ClockRange) or not found.bare:
        return found
    behind = hit.line.items[hit.end] if hit.end < len(hit.line.items) else None
    if behind is None or behind.value is not None or behind.symbol in BEHIND_CLOCK:
        return found
    return found if zone_of_words(hit.line.text[behind.start : behind.end], hit.at.now) else None


def _as_clock(value: object) -> Clock | None:
    if isinstance(value, Number):
        return of_number(value, bare=True)
    return of_figures(value) if isinstance(value, Figures) else None


RULES = (
    Rule(
        "ends of a clock range",
        "(from|between)( at)? (<clock>|<num>) (to|-|until|and|through)( at)? (<clock>|<num>)(?! {unit} )",
        ends,
        ("tomorrow from 2 to 4pm => 2026-06-11T14:00..2026-06-11T16:00",),
        TIMED,
    ),
    Rule(
        "one clock time to another",
        "(at )?(<clock>|<num>)( and)?( to| -| until| through) (<clock>|<num>)( pm| am)?(?! {unit} |{to} )",
        bare_ends,
        ("tomorrow 2-4pm => 2026-06-11T14:00..2026-06-11T16:00",),
        TIMED,
    ),
)
