"""What reading needs to know besides the text: the moment, the zone's customs, the kind of question.

Quiet: `now` is handed in, aware, in the person's own zone.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.hear.times.customs import CANADA, EASTER_MONDAY_OFF, MONTH_FIRST, WorkWeek, work_week_of
from bot.hear.times.days import plus, plus_business_days, plus_months
from bot.hear.times.values import Amount, Unit
from storage.values import dataclass


class Kind(StrEnum):
    """What is being asked; a few words mean another thing for each."""

    WINDOW = "window"
    TIME = "time"
    SNOOZE = "snooze"


class Order(StrEnum):
    """How 5/6 is read: the custom of the zone, `both` where both are in use."""

    MONTH_FIRST = "month_first"
    DAY_FIRST = "day_first"
    BOTH = "both"


TOO_FAR = timedelta(days=3 * 366)
A_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Context:
    """The moment and the kind of question; everything relative is relative to this."""

    now: datetime
    kind: Kind
    past: bool = False
    """What is spoken of has been: a bare weekday is the last one, a date without a year is not ahead."""

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def zone(self) -> str:
        return self.now.tzinfo.key if isinstance(self.now.tzinfo, ZoneInfo) else ""

    @property
    def order(self) -> Order:
        if self.zone in CANADA:
            return Order.BOTH
        return Order.MONTH_FIRST if self.zone in MONTH_FIRST else Order.DAY_FIRST

    @property
    def easter_monday_off(self) -> bool:
        return self.zone.startswith(EASTER_MONDAY_OFF)

    @property
    def work_week(self) -> WorkWeek:
        """The working week there."""
        return work_week_of(self.zone)

    def later(self, amount: Amount) -> datetime:
        """Elapsed time, also over a clock change. Overflow counts as the end of the calendar."""
        seconds = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600}[amount.unit]
        try:
            moment = self.now.astimezone(UTC) + timedelta(seconds=round(amount.n * seconds))
            return moment.astimezone(self.now.tzinfo)
        except OverflowError:
            return datetime.max.replace(tzinfo=UTC)

    def shift(self, day: date, amount: Amount) -> date:
        """The day that is `amount` after `day`. Half days and half weeks go to the later day: asking an
        employer a day too early is the worse mistake."""
        n = amount.n
        if amount.unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
            return plus(day, (self.later(amount).date() - self.today).days)
        if amount.unit is Unit.BUSINESS_DAY:
            return plus_business_days(day, _up(min(n, 9999)))
        months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}.get(amount.unit)
        if months:
            whole, part = divmod(min(n, 99999) * months, 1)
            return plus(plus_months(day, int(whole)), _up(part * 30))
        days = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}[amount.unit]
        return plus(day, _up(n * days))


def is_too_far(today: date, *days: date | None) -> bool:
    """Whether one of these is so far from today, on either side, that nobody means it."""
    return any(abs(one - today) > TOO_FAR + A_MONTH for one in days if one)


def _up(n: float) -> int:
    return -int(-n // 1)
