"""Public holidays and working weeks of countries and their parts, from the `holidays` library.

Quiet: no clock, no network. Days are days there.
"""

from __future__ import annotations

import re
import warnings
from collections import Counter
from datetime import date
from functools import lru_cache

MONDAY_TO_FRIDAY, WEEKEND, SUNDAY = frozenset(range(5)), frozenset((5, 6)), 6
USUAL_REGION = {"GB": "ENG"}
"""Countries whose nationwide list leaves out holidays that most of its people have."""
SMALLEST_SHARE = 8
"""One of so many parts of a country has to have a holiday for it to matter where the part is not known."""
_ALPHA_2 = re.compile("[A-Za-z]{2}")


@lru_cache(maxsize=1024)
def public_holidays(country: str | None, region: str | None, year: int) -> frozenset[date] | None:
    """Public holidays of a country (and region) in a year; None when they are not known.

    A region that is not known counts as the whole country.
    """
    if country is None or not _ALPHA_2.fullmatch(country):
        return None
    country = country.upper()
    regions = (region, region.upper()) if region else (USUAL_REGION.get(country),)
    lists = (_look_up(country, known_region, year) for known_region in (*regions, None))
    return next(filter(None, lists), None)


@lru_cache(maxsize=256)
def partial_holidays(country: str | None, year: int) -> frozenset[date]:
    """Days that are holidays in at least an eighth of the parts of a country: Epiphany in Germany, 2 January in the
    United Kingdom. What a few towns or islands have is left out: it would move every day for everybody."""
    if country is None or not _ALPHA_2.fullmatch(country):
        return frozenset()
    parts = [days for part in _parts(country.upper()) if (days := _look_up(country.upper(), part, year))]
    counted = Counter(day for days in parts for day in days)
    return frozenset(day for day, times in counted.items() if times * SMALLEST_SHARE >= len(parts))


def _parts(country: str) -> tuple[str, ...]:
    import holidays  # see below

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return tuple(holidays.country_holidays(country).subdivisions)
    except NotImplementedError:
        return ()


def load() -> None:
    """Load the lists of holidays, which otherwise the first turn that needs one waits for."""
    import holidays  # noqa: F401


def _look_up(country: str, region: str | None, year: int) -> frozenset[date] | None:
    import holidays  # a heavy import, wanted only where a country is known

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # some lists warn that they end: such years have no known holidays
            return frozenset(holidays.country_holidays(country, subdiv=region, years=year))
    except NotImplementedError:
        return None  # no such country or region


@lru_cache(maxsize=256)
def usual_week(country: str | None) -> frozenset[int]:
    """The working days of a country. Where offices mostly keep a shorter week than the law (Saturdays in Hong Kong),
    Saturday is none: asking on it is the worse mistake."""
    if country is None or not _ALPHA_2.fullmatch(country):
        return MONDAY_TO_FRIDAY
    days_off = _weekend(country.upper())
    return MONDAY_TO_FRIDAY if SUNDAY in days_off and len(days_off) == 1 else frozenset(range(7)) - days_off


def _weekend(country: str) -> frozenset[int]:
    import holidays  # see below

    try:
        return frozenset(holidays.country_holidays(country).weekend) or WEEKEND
    except NotImplementedError:
        return WEEKEND
