"""Parts of a day and clock times in a reply window: the day is what counts ("by Friday 5pm" is by Friday)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.hear.times import spans
from bot.hear.times.answers import Reason
from bot.hear.times.clock_sense import wall
from bot.hear.times.days import plus
from bot.hear.times.line import Hit
from bot.hear.times.rule import WINDOWS, Meaning, Rule
from bot.hear.times.values import Clock, Number, Span, Trouble

PART = "(morning|afternoon|evening|night|lunch|afterlunch|firstthing|eod|midnight)"
WHEN = f"({PART}|<clock>|<clockrange>)"


def day_by_clock(hit: Hit) -> Meaning:
    """Friday by noon: by Friday."""
    day = hit.one(Span)
    return ("by", day) if hit.has("by", "before", "until") else day


def before_part(hit: Hit) -> Meaning:
    """Before tomorrow evening is by tomorrow, before tomorrow morning is before tomorrow."""
    return None if hit.has("morning", "firstthing") else ("by", hit[0])


def weekday_by_part(hit: Hit) -> Meaning:
    if not hit.has("before"):
        return hit[0]  # type: ignore[no-any-return]
    return ("before" if hit.has("morning", "firstthing") else "by", hit[0])


def day_by_hour(hit: Hit) -> Meaning:
    number = hit.one(Number)
    return day_by_clock(hit) if number.low == number.high and 1 <= number.low <= 24 else None


def bare_clock(hit: Hit) -> Meaning:
    """A clock time alone is today, while it is ahead."""
    at = wall(hit[0]) if isinstance(hit[0], Clock) else None
    now = hit.at.now
    if at is None or datetime.combine(now.date(), at) <= now.replace(tzinfo=None):
        return Trouble(Reason.AMBIGUOUS)
    words = [word for word in hit.words if word in ("by", "before", "until")]
    return ("by", spans.day(now.date())) if words else spans.day(now.date())


def in_the_morning(hit: Hit) -> Meaning:
    """In the morning, first thing: the next one."""
    tomorrow = spans.day(plus(hit.at.today, 1))
    return ("by", tomorrow) if hit.has("by") else tomorrow


def end_of_today(hit: Hit) -> Meaning:
    return replace(spans.day(hit.at.today), ends=hit.has("eod"))


EARLY = (
    Rule(
        "weekday with a part of the day",
        f"(before )?<weekday>( ,)?( in the| early| late| at)*( {PART})+",
        weekday_by_part,
        ("Monday morning or Tuesday afternoon -> 2026-06-15..2026-06-16",),
        WINDOWS,
    ),
)

RULES = (
    Rule(
        "part of a day before it",
        "(before|by|until)( the)? (eod|<clock>|lunch|afternoon|evening|night|midnight)( of| on| ,)* {day}",
        day_by_clock,
        ("before 5pm on Friday -> ..2026-06-12",),
        WINDOWS,
    ),
    Rule(
        "before a late part of a day",
        f"before {{day}}( ,| in the)* {WHEN}",
        before_part,
        ("before tomorrow evening -> ..2026-06-11",),
        WINDOWS,
    ),
    Rule(
        "part of a day and the day",
        f"(at |from |after )?(the |this )?{WHEN}( of| on| ,)* {{day}}",
        lambda hit: hit.one(Span),
        ("the morning of the 15th -> 2026-06-15",),
        WINDOWS,
    ),
    Rule(
        "day by a clock time",
        f"{{day}}( ,)?( in| the| at| by| before| after| until| from| between)*( {WHEN})+",
        day_by_clock,
        ("2moro by noon -> ..2026-06-11", "tomorrow afternoon -> 2026-06-11"),
        WINDOWS,
    ),
    Rule(
        "bare hour and the day",
        "(by|before|at|until) <num>( ish)?( on| ,)* {day}",
        day_by_hour,
        ("by 5 on Friday -> ..2026-06-12",),
        WINDOWS,
    ),
    Rule(
        "day and a bare hour",
        "{day} (by|before|at|until|at) <num>( ish)?(?! {unit} )",
        day_by_hour,
        ("Friday by 5 -> ..2026-06-12",),
        WINDOWS,
    ),
    Rule(
        "end of today",
        "(the )?eod|this (morning|afternoon|evening)|in the (afternoon|evening)|(at |after )?(lunch|afterlunch)"
        "|midnight",
        end_of_today,
        ("by EOD -> ..2026-06-10",),
        WINDOWS,
    ),
    Rule(
        "next morning",
        "firstthing|(in|by)( the)? (morning|am)",
        in_the_morning,
        ("first thing -> 2026-06-11",),
        WINDOWS,
    ),
    Rule("clock time today", "(at |by |before |until )?<clock>", bare_clock, ("by 5pm -> ..2026-06-10",), WINDOWS),
)
