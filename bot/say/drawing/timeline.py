"""Two to six weeks side by side: where a day is, what stands over it, and labels that do not run into each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from bot.say.drawing import letters, svg
from bot.say.drawing.palette import Palette
from storage.values import dataclass

FEWEST_WEEKS, MOST_WEEKS = 2, 6
BEFORE = 3
"""Weeks that are shown before the one of today, where the facts reach so far back."""
A_WEEK = timedelta(weeks=1)
WEEKDAYS_UP_TO = 3
"""Weeks: beyond them there is no room for the letters of the days."""
SMALL = 10.5


@dataclass(frozen=True, slots=True)
class Weeks:
    """Whole weeks from a Monday on, drawn from `left` on over `width` units."""

    first: date
    weeks: int
    left: float
    width: float

    @property
    def last(self) -> date:
        """The last day, a Sunday."""
        return self.first + self.weeks * A_WEEK - timedelta(days=1)

    @property
    def day_width(self) -> float:
        """How wide a day is."""
        return self.width / (self.weeks * 7)

    @property
    def right(self) -> float:
        """Where they end."""
        return self.left + self.width

    def shows(self, day: date) -> bool:
        """Whether the day is on it."""
        return self.first <= day <= self.last

    def start(self, day: date) -> float:
        """Where a day begins, or the nearer end of all."""
        inside = min(max(day, self.first), self.last + timedelta(days=1))
        return self.left + (inside - self.first).days * self.day_width

    def middle(self, day: date) -> float:
        """The middle of a day."""
        return self.left + ((day - self.first).days + 0.5) * self.day_width


def weeks_for(days: Iterable[date], today: date, left: float, width: float) -> Weeks:
    """As many weeks as the days need, with today among them: what is longer ago or further off stays outside."""
    named = [today, *days]
    monday = _monday(today)
    first = max(_monday(min(named)), monday - BEFORE * A_WEEK)
    weeks = (_monday(max(named)) - first).days // 7 + 1
    return Weeks(first, min(max(weeks, FEWEST_WEEKS), MOST_WEEKS), left, width)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def axis(weeks: Weeks, bottom: float, palette: Palette, said: Callable[[date, str], str]) -> list[str]:
    """Mondays with their dates, and the letters of the days where there is room; it stands on `bottom`."""
    parts = []
    is_close = weeks.weeks <= WEEKDAYS_UP_TO
    for monday in _mondays(weeks):
        x = weeks.start(monday)
        parts.append(svg.text(x + 3, bottom - (14 if is_close else 2), said(monday, "axis"), SMALL, palette.soft))
        if is_close:
            days = (monday + timedelta(days=day) for day in range(7))
            for day in days:
                letter = said(day, "letter")
                parts.append(svg.text(weeks.middle(day), bottom, letter, 10, palette.soft, anchor="middle"))
    return parts


def ground(weeks: Weeks, top: float, bottom: float, palette: Palette) -> list[str]:
    """What a row lies on: weekends a shade darker, a line where a week begins."""
    parts = []
    for monday in _mondays(weeks):
        x, weekend = weeks.start(monday), weeks.start(monday + timedelta(days=5))
        parts.append(svg.rect(weekend, top, 2 * weeks.day_width, bottom - top, palette.weekend))
        parts.append(svg.line(x, top, x, bottom, palette.rule))
    return parts


def _mondays(weeks: Weeks) -> Iterator[date]:
    return (weeks.first + number * A_WEEK for number in range(weeks.weeks))


class Lane:
    """A line of labels over a row: each stands beside its mark, where nothing else stands yet."""

    def __init__(self, weeks: Weeks) -> None:
        self._weeks = weeks
        self._taken: list[tuple[float, float]] = []

    def place(self, x: float, said: str, size: float, *, away: float = 4, bold: bool = False) -> float | None:
        """Where the label begins; None where there is no room for it."""
        width = letters.width(said, size, bold=bold)
        at_the_edge = [self._weeks.left] if x - self._weeks.left < width else []
        for start in (x + away, x - away - width, x - width / 2, *at_the_edge):
            if start >= self._weeks.left and start + width <= self._weeks.right and self._is_free(start, width):
                self._taken.append((start, start + width))
                return start
        return None

    def take(self, first: float, last: float) -> None:
        """Nothing else stands there."""
        self._taken.append((first, last))

    def _is_free(self, start: float, width: float) -> bool:
        return all(start + width + 3 <= first or last + 3 <= start for first, last in self._taken)
