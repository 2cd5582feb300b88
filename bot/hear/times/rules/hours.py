"""Numbers that are hours because of what stands beside them: "at 3", "Thursday around 11", "9 tomorrow morning"."""

from __future__ import annotations

from dataclasses import replace

from bot.hear.times.clock_sense import HALF_OF_DAYPART
from bot.hear.times.line import Hit
from bot.hear.times.rule import TIMED, Meaning, Rule
from bot.hear.times.rules.clock_figures import of_number
from bot.hear.times.rules.numbers import hedged
from bot.hear.times.values import Clock, Weekday

DAYPARTS = "(morning|afternoon|evening|night)"


def bare_hour(hit: Hit) -> Meaning:
    """A number that is an hour because of the word before or behind it."""
    if hit[0].low == 1 and not hit[0].text and hit.behind == "on":
        return None  # I have got one on Friday
    found = of_number(hit[0], bare=not hit.has("at"))
    if found is None or (hit[0].low > 24 and len(hit[0].text) < 3):
        return None
    return found


def around_an_hour(hit: Hit) -> Meaning:
    """A hedge between the day and the number says that the number is an hour."""
    number = of_number(hit.last)
    if number is None or hit.last.low > 24 or not (hit.has("ish") or hedged(hit)):
        return None
    return (hit[0], number) if isinstance(hit[0], Weekday) else number


def in_the_morning(hit: Hit) -> Meaning:
    half = next(HALF_OF_DAYPART[word] for word in hit.words if word in HALF_OF_DAYPART)
    found: Clock = hit[0]
    return replace(found, half=half) if found.half is None else found


def _kept(hit: Hit) -> Meaning:
    found = bare_hour(hit)
    return (hit.words[0], found) if isinstance(found, Clock) else None


RULES = (
    Rule(
        "around an hour of a weekday",
        "(<weekday>( ,)? )?<num> ish|<weekday>( ,)? <num>(?! {unit} |<monthname> |ish )",
        around_an_hour,
        ("Thursday around 11 => 2026-06-11T11:00", "this Thursday 11ish => 2026-06-11T11:00"),
        TIMED,
    ),
    Rule("at an hour", "(at|ish) <num>( ish)?(?! {unit} )", bare_hour, ("tomorrow at 3 => 2026-06-11T15:00",), TIMED),
    Rule(
        "hour after a correction",
        "FIX( ,| FIX)*( at)? <num>(?! ({unit}|{to}|<monthname>|INTERVIEW|OTHER|of|_) )",
        lambda hit: ("FIX", of_number(hit[0]) or "digits"),
        ("tomorrow at 3, sorry, 4 => 2026-06-11T16:00", "tomorrow at 3, no 4 with Acme => 2026-06-11T16:00"),
        TIMED,
    ),
    Rule(
        "from an hour",
        "(from|notbefore|until|by|before|after) <num>( ish)?(?= (on|tomorrow|today|,|¶|for)|( $))",
        _kept,
        ("tomorrow from 3 => 2026-06-11T15:00",),
        TIMED,
    ),
    Rule(
        "an hour before a day",
        f"<num>( ish)?(?= (tomorrow|today|tonight|this|on( the)? (<weekday>|<ord>)|in the {DAYPARTS}) )",
        bare_hour,
        ("9 tomorrow morning => 2026-06-11T09:00", "10 on the 15th => 2026-06-15T10:00"),
        TIMED,
    ),
    Rule(
        "an hour behind a day",
        "(tomorrow|today|tonight|morning|afternoon|evening)( ,)? <num>( ish)?(?! {unit} |<monthname> )",
        _kept,
        ("tomorrow 3 => 2026-06-11T15:00",),
        TIMED,
    ),
    Rule(
        "hour of a part of the day",
        f"<clock>( ,)?( in)?( the| at)? {DAYPARTS}",
        in_the_morning,
        ("8 in the evening tomorrow => 2026-06-11T20:00",),
        TIMED,
    ),
)
