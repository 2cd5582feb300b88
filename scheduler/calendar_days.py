"""Business days, office hours and holidays at an employer, in the employer's own zone.

Quiet: no clock, no network. Dates are days at the employer, instants are aware (UTC when returned). What is
sent when is decided in `scheduler.policy`; here lives only the calendar it counts on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.core import get_global

from scheduler.holiday_lists import MONDAY_TO_FRIDAY, partial_holidays, public_holidays, usual_week

ONE_DAY = timedelta(days=1)
LONGEST_CLOSING = timedelta(days=366)
FIRST_DAY, LAST_DAY = date(2, 1, 1), date(9998, 12, 31)
"""Counting stops here instead of running off the calendar."""
NO_COUNTRY = "ZZ"


class BusinessDays(int):
    """A length of time counted in business days."""

    def __str__(self) -> str:
        return f"{int(self)} business day{'' if self == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Hours:
    """A stretch of wall-clock time on a business day: from `start`, up to and without `end`."""

    start: time
    end: time

    def __str__(self) -> str:
        return f"{self.start.isoformat('minutes')}–{self.end.isoformat('minutes')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """When people at one employer are at work (R36)."""

    zone: ZoneInfo
    work_week: frozenset[int] = MONDAY_TO_FRIDAY
    """Working days, Monday is 0; an empty week is read as Monday to Friday."""
    closing_days: frozenset[date] = frozenset()
    """Days on which they are closed, besides public holidays."""
    country: str | None = None
    """ISO 3166-1 alpha-2, for public holidays; None: not known."""
    region: str | None = None
    is_assumed: bool = False
    """The country is only likely, because of the zone: the quiet week (R37) counts besides its holidays."""
    is_careful: bool = False
    """In which part of the country they are is not known: days that count in many parts are days off as well."""
    has_clock: bool = True
    """False: where they are is only guessed, so that it is the right hour there whatever the guess shows."""
    complete: bool = False
    """`closing_days` names every day off: neither public holidays nor the quiet week (R37) are added."""
    _days_off: dict[int, frozenset[date]] = field(default_factory=dict, repr=False, compare=False)
    """By year, as they are asked for: counting days is what takes the policy its time."""

    def is_business_day(self, day: date) -> bool:
        """Whether they work on that day."""
        if day.weekday() not in (self.work_week or MONDAY_TO_FRIDAY) or day in self.closing_days:
            return False
        return self.complete or day not in (self._days_off.get(day.year) or self._read_days_off(day.year))

    def _read_days_off(self, year: int) -> frozenset[date]:
        days = public_holidays(self.country, self.region, year)
        quiet = quiet_week(year) if days is None or self.is_assumed else frozenset()
        partly = partial_holidays(self.country, year) if self.is_careful else frozenset()
        return self._days_off.setdefault(year, quiet | partly | (days or frozenset()))

    def left_out(self, after: date, before: date) -> date | None:
        """The first day between two on which they may well be at work, and which is left out to be careful."""
        if not self.is_careful or self.complete:
            return None
        sure, day = replace(self, is_careful=False, _days_off={}), after + ONE_DAY
        while day < before and (self.is_business_day(day) or not sure.is_business_day(day)):
            day += ONE_DAY
        return day if day < before else None

    def bd(self, day: date, n: int) -> date:
        """The n-th business day strictly after `day`."""
        while n > 0 and day < LAST_DAY:
            day += ONE_DAY
            n -= self.is_business_day(day)
        return day

    def next_business_day(self, day: date) -> date:
        """`day` itself if it is a business day, else the first one after it."""
        while not self.is_business_day(day) and day < LAST_DAY:
            day += ONE_DAY
        return day

    def business_day_before(self, day: date) -> date:
        """The last business day strictly before `day`."""
        day = max(day, FIRST_DAY) - ONE_DAY
        while not self.is_business_day(day) and day > FIRST_DAY:
            day -= ONE_DAY
        return day

    def day_of(self, instant: datetime) -> date:
        """The day at the employer on which `instant` falls."""
        return instant.astimezone(self.zone).date()

    def at(self, day: date, wall: time) -> datetime:
        """That day at that wall-clock time (UTC); a time the clocks skip counts from before the change."""
        return datetime.combine(day, wall, self.zone).astimezone(UTC)

    def is_within(self, instant: datetime, hours: Hours) -> bool:
        """Whether `instant` falls on a business day, within those hours."""
        local = instant.astimezone(self.zone)
        is_in_hours = not self.has_clock or hours.start <= local.time() < hours.end
        return is_in_hours and self.is_business_day(local.date())

    def end_of(self, day: date, hours: Hours) -> datetime:
        """When these hours end on that day (UTC): with the day itself where they are only guessed."""
        return self.at(day, hours.end) if self.has_clock else self.at(day_after(day), time.min)

    def next_within(self, instant: datetime, hours: Hours) -> datetime:
        """`instant` itself if it falls within those hours, else when they begin on the next business day (UTC)."""
        if not self.has_clock and self.is_within(instant, hours):
            return instant.astimezone(UTC)
        local = instant.astimezone(self.zone)
        today, wall = local.date(), local.time()
        day = self.next_business_day(day_after(today) if wall >= hours.end else today)
        if day == today and wall >= hours.start:
            return instant.astimezone(UTC)
        return self.at(day, hours.start)


def day_after(day: date) -> date:
    """The calendar day after `day`."""
    return min(day, LAST_DAY) + ONE_DAY


@lru_cache(maxsize=64)
def quiet_week(year: int) -> frozenset[date]:
    """1 January and 24 to 31 December: no business days where the holidays are not known (R37)."""
    return frozenset({date(year, 1, 1), *(date(year, 12, day) for day in range(24, 32))})


def _days_of(closing: str) -> Iterator[date]:
    first, _, last = closing.partition("/")
    day, end = date.fromisoformat(first), min(date.fromisoformat(last), date.fromisoformat(first) + LONGEST_CLOSING)
    while day <= end:
        yield day
        day += ONE_DAY


@lru_cache(maxsize=256)
def country_of(zone: str) -> str | None:
    """The country whose clocks show the time of a zone, as ISO 3166-1 alpha-2; None: it is that of none."""
    known_as = get_global("zone_aliases").get(zone, zone)
    country = get_global("zone_territories").get(known_as, NO_COUNTRY)
    return None if country == NO_COUNTRY else str(country)


def is_day_off(day: date, zone: str) -> bool:
    """Whether nobody who lives there is to be bothered with what can wait: public holidays, and the days from
    Christmas Eve to New Year."""
    return day in quiet_week(day.year) or day in (public_holidays(country_of(zone), None, day.year) or ())


@lru_cache(maxsize=1024)
def calendar_for(
    zone: str,
    country: str | None = None,
    region: str | None = None,
    work_week: tuple[int, ...] = (),
    closings: tuple[str, ...] = (),
    *,
    is_assumed: bool = False,
    is_careful: bool = False,
    has_clock: bool = True,
) -> Calendar:
    """The calendar of an employer as far as it is known; without a `work_week` that of the country counts. `closings`:
    first and last day of each, `2026-12-24/2027-01-02`. Raises as `zoneinfo.ZoneInfo` does for a bad zone."""
    return Calendar(
        zone=ZoneInfo(zone),
        work_week=frozenset(work_week) or usual_week(country),
        closing_days=frozenset(day for closing in closings for day in _days_of(closing)),
        country=country,
        region=region,
        is_assumed=is_assumed,
        is_careful=is_careful,
        has_clock=has_clock,
    )


def complete_calendar(zone: str, work_week: Iterable[int], closing_days: Iterable[date]) -> Calendar:
    """The calendar of an employer all of whose closing days are known. Raises as `calendar_for` does."""
    return Calendar(
        zone=ZoneInfo(zone),
        work_week=frozenset(work_week),
        closing_days=frozenset(closing_days),
        complete=True,
    )
