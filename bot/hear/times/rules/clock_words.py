"""Clock times in words: "half past ten", "quarter to noon", "ten thirty"."""

from __future__ import annotations

from dataclasses import replace

from bot.hear.times.clock_sense import AM, PM, WRITTEN, clock
from bot.hear.times.context import Kind
from bot.hear.times.line import Hit
from bot.hear.times.rule import TIMED, Meaning, Rule
from bot.hear.times.rules.clock_figures import of_number
from bot.hear.times.values import Clock, Length, Number, Unit


def past_or_to(hit: Hit) -> Meaning:
    """Twenty past nine, ten to four, quarter to noon. "10 to 4" in figures is rather a range."""
    amount, hour = _minutes(hit), hit.last
    if isinstance(hour, Number):
        hour = of_number(hour)
    if hour is None or not isinstance(hour, Clock) or not 0 < amount < 60 or hour.minute:
        return None
    if hit.has("before") and isinstance(hit.values[0], Length) and hit.at.kind is Kind.TIME:
        return hour  # be there ten minutes before two
    if hit.has("past", "after"):
        return replace(hour, minute=int(amount))
    before = (hour.hour - 1) % 24 if hour.half == WRITTEN or hour.hour != 1 else 12
    half = {(12, PM): AM, (12, AM): PM}.get((hour.hour, hour.half or ""), hour.half)
    if hour.hour == 12 and hour.half is None:
        half = AM
    return replace(hour, hour=before, minute=60 - int(amount), half=half)


def _minutes(hit: Hit) -> float:
    if hit.has("quarter"):
        return 15
    if hit.has("half"):
        return 30
    first = hit.values[0]
    if isinstance(first, Length):
        if first.low.unit is Unit.QUARTER:
            return 15 * first.low.n
        return first.low.n if first.low.unit is Unit.MINUTE and first.exact else 0
    assert isinstance(first, Number)
    plain = not first.text or first.low > 12 or hit.has("past")
    return first.low if plain and first.low % 5 == 0 and hit.at.kind is not Kind.WINDOW else 0


def half_to(hit: Hit, minute: int) -> Meaning:
    """Halb drei is half past two."""
    hour = hit[0].low
    return clock((hour - 1) or 12, minute) if 1 <= hour <= 12 else None


def spoken(hit: Hit) -> Meaning:
    """Ten thirty: both spelled, or both digits behind "at"."""
    hour, minute = hit[0], hit[1]
    if (hour.text or minute.text) and not hit.has("at"):
        return None
    if not 1 <= hour.low <= 12 or not 10 <= minute.low <= 59 or minute.low % 5:
        return None
    return clock(hour.low, minute.low)


RULES = (
    Rule(
        "past or to",
        "((a )?quarter|half|<num>|<length>) (past|to|after|before) (<clock>|<num>)( oclock)?",
        past_or_to,
        ("tomorrow at quarter past ten => 2026-06-11T10:15", "tomorrow at ten to four => 2026-06-11T15:50"),
    ),
    Rule(
        "half to ten",
        "halfto <num>( oclock)?",
        lambda hit: half_to(hit, 30),
        ("de: morgen um halb drei => 2026-06-11T14:30",),
        TIMED,
    ),
    Rule(
        "three quarters to ten",
        "threequarter <num>( oclock)?",
        lambda hit: half_to(hit, 45),
        ("de: morgen um dreiviertel drei => 2026-06-11T14:45",),
        TIMED,
    ),
    Rule(
        "half ten",
        "half <num>",
        lambda hit: clock(hit[0].low, 30) if hit[0].low <= 12 else None,
        ("tomorrow at half ten => 2026-06-11T10:30",),
        TIMED,
    ),
    Rule("spoken", "(at )?<num> <num>(?! {unit} )", spoken, ("tomorrow at ten thirty => 2026-06-11T10:30",), TIMED),
)
