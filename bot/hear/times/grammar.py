"""The tables of rules in the order in which they are applied. What comes first is there for what comes later."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from bot.hear.times.context import Context, Kind
from bot.hear.times.lexicon import lexicon
from bot.hear.times.line import Line
from bot.hear.times.rule import Rule
from bot.hear.times.rulebook import Rulebook
from bot.hear.times.rules import (
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
    event_lengths,
    holidays,
    hours,
    joined_dates,
    length_bounds,
    lengths,
    moments,
    months,
    numbers,
    of_months,
    parts,
    past,
    ranges,
    weekdays,
    weeks,
)

RULES: tuple[Rule, ...] = (
    *asides.EARLY,
    *joined_dates.RULES,
    *weeks.NUMBERED,
    *numbers.DECIMALS,
    *clock_figures.FIGURES,
    *lengths.QUARTERS,
    *asides.RATES,
    *numbers.RULES,
    *lengths.RULES,
    *past.RULES,
    *asides.RULES,
    *clock_figures.RULES,
    *clock_words.RULES,
    *clock_ranges.RULES,
    *hours.RULES,
    *clock_zones.RULES,
    *of_months.RULES,
    *months.QUARTERS,
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
    *event_lengths.RULES,
    *length_bounds.RULES,
    *ranges.RULES,
    *bounds.RULES,
)


BOOKS = {kind: Rulebook(rule for rule in RULES if kind in rule.kinds) for kind in Kind}


def parse(
    text: str, now: datetime, kind: Kind, language: str = "en", fired: set[str] | None = None, *, past: bool = False
) -> Line:
    """The text with everything about time in it replaced by values. `fired` collects the names of the rules used."""
    if fired is None:
        return _parsed(text, (now.replace(tzinfo=None), now.tzinfo, now.fold), now, kind, language, past)
    return BOOKS[kind].read(lexicon(language).line(text, Context(now, kind, past)), fired)


@lru_cache(maxsize=64)  # several rules ask for the times of one clause, each in its own way
def _parsed(text: str, _clock: object, now: datetime, kind: Kind, language: str, past: bool) -> Line:
    """Remembered by what the clock shows and where: one moment in two zones is the same to Python, not to a reader."""
    return BOOKS[kind].read(lexicon(language).line(text, Context(now, kind, past)))
