"""Clock times in figures: "3pm", "0930", "14h30", "1400hrs". Which half of the day is decided later."""

from __future__ import annotations

import re

from bot.hear.times.clock_sense import AM, PM, WRITTEN, clock
from bot.hear.times.context import Kind
from bot.hear.times.line import Hit
from bot.hear.times.rule import TIMED, Meaning, Rule
from bot.hear.times.values import Clock, Figures, Number


def half_of(hit: Hit) -> str | None:
    if hit.has("am"):
        return AM
    return PM if hit.has("pm") else None


def of_figures(figures: Figures, half: str | None = None) -> Clock | None:
    """10:30, 9.30, 14h30. A leading zero is how the 24-hour clock writes the morning."""
    if len(figures.parts) > 2 and figures.mark != "hm":
        return None
    hour, minute = figures.parts[:2]
    if figures.mark == "dotted" and len(figures.text.split(".")[1]) != 2:
        return None
    if half is None and figures.text[0] == "0" and hour >= 7:
        half = WRITTEN
    return clock(hour, minute, half)


def of_number(number: Number, half: str | None = None, *, bare: bool = False) -> Clock | None:
    """3, 930, 0930, 1430."""
    if number.low != number.high:
        return None
    if len(number.text) in (3, 4):
        hour, minute = divmod(int(number.low), 100)
        written = WRITTEN if half is None and number.text[0] == "0" else half
        return clock(hour, minute, written, bare=bare)
    return clock(number.low, 0, half, bare=bare)


def to_clock(hit: Hit) -> Meaning:
    """A figure or a number with am, pm or o'clock behind it."""
    value = hit[0]
    half = half_of(hit)
    if isinstance(value, Figures):
        return of_figures(value, half)
    if isinstance(value, Number) and len(hit.values) > 1:
        return clock(value.low, hit[1].low, half)
    return of_number(value, half)


def hour_and_minutes(hit: Hit) -> Meaning:
    """3 15 pm; but in "Jan 9 10am" the first is a day."""
    behind_month = hit.before in ("<monthname>", "the")
    if behind_month or hit[0].low > 12 or len(hit[1].text) not in (0, 2):
        return None
    return to_clock(hit)


def military(hit: Hit) -> Meaning:
    """1400hrs, 0930: four digits. A bare one that may be a year is none."""
    number: Number = hit[0]
    if len(number.text) != 4 or (not hit.has("hour", "h") and 2000 <= number.low <= 2059 and not hit.has("at")):
        return None
    return of_number(number)


def letter(hit: Hit) -> Meaning:
    """2h, 10d, 2w, 5m: units of one letter. From 7h on it is a clock time for an interview."""
    number, word = hit[0], hit.words[-1]
    if word == "h" and hit.at.kind is Kind.TIME and number.low >= 7 and len(hit.words) == 2:
        return clock(number.low, 0, WRITTEN)
    if (word in ("m", "s") and hit.at.kind is Kind.WINDOW) or hit.line.text[hit.items[-1].start].isupper():
        return None
    unit = {"h": "hour", "m": "minute", "s": "second-unit", "d": "day", "w": "week"}[word]
    return (*hit.words[:-2], number, unit)


def clock_or_length(hit: Hit) -> Meaning:
    """14h30 is a clock time, 1h30 a length."""
    hour, minute = hit[0].parts
    if hour >= 7 or hit.at.kind is Kind.WINDOW:
        return of_figures(hit[0])
    return (Number(hour * 60 + minute, hour * 60 + minute), "minute")


def dotted_hour(hit: Hit) -> Meaning:
    """9.30, but 12.11 is a date where a clock time stands elsewhere: "am 3.12. um 10", and 23.11. behind a weekday."""
    elsewhere = hit.line.vocabulary & {"<clock>", "<clockrange>"} or HOUR_AT.search(hit.line.symbols)
    behind_weekday = hit.before in ("<weekday>", ",") and hit[0].text.endswith(".")
    dated = hit.before in ("on", "the") or ((elsewhere or behind_weekday) and not hit.has("at"))
    return None if dated and hit[0].parts[1] <= 12 else of_figures(hit[0])


HOUR_AT = re.compile(r" at (?:<num>|(?:a )?(?:quarter|threequarter|half|halfto) )")
"""A clock time that is still to be read."""


FIGURES = (
    Rule(
        "four digits",
        "(at )?<num>( hour| h)?(?! {unit} | - )",
        military,
        ("tomorrow 0930 => 2026-06-11T09:30", "1400hrs tomorrow => 2026-06-11T14:00"),
        TIMED,
    ),
    Rule(
        "amount with a letter",
        "(in|for|within|during|upto|atleast|after|next|plus|by) <num> (h|m|s|d|w)",
        letter,
        ("in 2h ~> 2026-06-10T14:00",),
    ),
    Rule(
        "number with a letter",
        "<num> (h|m|s|d|w)(?! / )",
        letter,
        ("tomorrow 16h => 2026-06-11T16:00", "5m ~> 2026-06-10T12:05"),
    ),
    Rule(
        "hour with minutes behind h",
        "<hxx>",
        clock_or_length,
        ("tomorrow 14h30 => 2026-06-11T14:30", "1h30 ~> 2026-06-10T13:30"),
    ),
)

RULES = (
    Rule(
        "hour and minutes, am and pm",
        "<num> <num> (am|pm)",
        hour_and_minutes,
        ("tomorrow at 3 15 pm => 2026-06-11T15:15",),
    ),
    Rule(
        "am and pm",
        "(<num>|<hm>|<dotted>)( ish)?( in( the)?)? (am|pm)",
        to_clock,
        ("tomorrow 3pm => 2026-06-11T15:00",),
    ),
    Rule("o'clock", "<num>( ish)? oclock( am| pm)?", to_clock, ("tomorrow at 4 o'clock => 2026-06-11T16:00",)),
    Rule("midnight", "midnight", lambda _: Clock(0, 0, WRITTEN), ("tomorrow at midnight ~> 2026-06-11T00:00",), TIMED),
    Rule("hours and minutes", "<hm>( noon)?", lambda hit: of_figures(hit[0]), ("tomorrow 10:30 => 2026-06-11T10:30",)),
    Rule("noon", "noon", lambda _: Clock(12, 0, WRITTEN), ("tomorrow at noon => 2026-06-11T12:00",)),
    Rule(
        "dotted hour",
        "(at |from )?<dotted>",
        dotted_hour,
        ("Thursday 9.30 => 2026-06-11T09:30",),
        TIMED,
    ),
)
