"""The tables of rules in the order in which they are applied. What comes first is there for what comes later."""

from __future__ import annotations

from datetime import datetime

from bot.reading.context import Context, Kind
from bot.reading.lexicon import lexicon
from bot.reading.line import Line
from bot.reading.rule import Rule, apply
from bot.reading.rules import (
    anaphora,
    asides,
    beside,
    bounds,
    clock_figures,
    clock_ranges,
    clock_words,
    clock_zones,
    date_ranges,
    dates,
    dayparts,
    holidays,
    hours,
    length_bounds,
    lengths,
    moments,
    months,
    numbers,
    parts,
    ranges,
    weekdays,
    weeks,
)

RULES: tuple[Rule, ...] = (
    *numbers.DECIMALS,
    *clock_figures.FIGURES,
    *lengths.QUARTERS,
    *asides.RATES,
    *numbers.RULES,
    *lengths.RULES,
    *asides.RULES,
    *clock_figures.RULES,
    *clock_words.RULES,
    *clock_ranges.RULES,
    *hours.RULES,
    *clock_zones.RULES,
    *months.BY_NUMBER,
    *holidays.RULES,
    *dayparts.EARLY,
    *date_ranges.RULES,
    *dates.RULES,
    *parts.EARLY,
    *weeks.RULES,
    *beside.RULES,
    *weekdays.RULES,
    *beside.LATE,
    *months.RULES,
    *anaphora.EARLY,
    *parts.RULES,
    *dayparts.RULES,
    *anaphora.LATE,
    *moments.RULES,
    *length_bounds.RULES,
    *ranges.RULES,
    *bounds.RULES,
)


def parse(text: str, now: datetime, kind: Kind, language: str = "en", fired: set[str] | None = None) -> Line:
    """The text with everything about time in it replaced by values."""
    return apply(RULES, lexicon(language).line(text, Context(now, kind)), fired)
