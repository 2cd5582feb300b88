"""A date in figures that people of one country read as the third of December and those of another as the twelfth of
March: by the custom of the place where that tells, else by what can be meant now, else heard both ways and asked back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from bot.hear.act import Act, Doubt, Heard
from bot.hear.fold import fold, words_of
from bot.hear.language import language_of
from bot.hear.scene import Expected, Scene
from bot.hear.times.context import Context, Kind, Order
from bot.hear.times.customs import DAY_FIRST_IN_ENGLISH, MONTH_FIRST

FIGURES = re.compile(r"(?<![\d/.:-])(\d{1,2})/(\d{1,2})(?![\d/.:-])")
BESIDE = re.compile(r"^\s*(?:h|hrs|hours|of the|von|am|pm|points|stars)\b|^\s*%", re.IGNORECASE)
"""What follows figures that are none of a date."""
SCORED = re.compile(r"\b(?:a|an|solid|rated|rate it|like|about|say|maybe|open)\s+$", re.IGNORECASE)
"""What stands before a mark: "a solid 7/10", "open 24/7"."""
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
NEAR, FAR, NEARLY_A_YEAR = 45, 150, 250
"""Days from today: of a date that is likely meant, of one that is not, and of one that has just gone by."""
TIMES = ("latest", "earliest", "day", "start", "until", "due", "deadline", "at")
Listen = Callable[[str, Scene], Heard]


class Way(NamedTuple):
    """A date in figures, read one way."""

    month: int
    number: int

    def __str__(self) -> str:
        return f"{self.number} {MONTHS[self.month - 1]}"

    def days_ahead(self, today: date) -> int:
        """Days until the next one of its name."""
        this_year = date(today.year, self.month, self.number)
        return ((this_year if this_year >= today else this_year.replace(year=today.year + 1)) - today).days

    def days_off(self, today: date) -> int:
        """How far the nearest one of its name is."""
        return min(self.days_ahead(today), abs((date(today.year, self.month, self.number) - today).days))


def listened_to(text: str, scene: Scene, listen: Listen) -> Heard:
    """What is heard in a message, whose date in figures may be two days."""
    figures = _figures(text, scene)
    ways = _ways(figures, scene) if figures is not None else ()
    if figures is None or not ways:
        return listen(text, scene)
    if len(ways) > 1 and _is_custom(scene) and _is_plain(as_usual := listen(text, scene), scene):
        return as_usual
    told = [f"{text[: figures.start()]}{way}{text[figures.end() :]}" for way in ways]
    heard = [_as_typed(listen(one, scene), str(way), figures.group()) for one, way in zip(told, ways, strict=True)]
    return heard[0] if len(heard) == 1 else _of_both(heard[0], heard[1], scene.now.date())


def _figures(text: str, scene: Scene) -> re.Match[str] | None:
    """The one date in figures that an English text has, where both of them may be its month."""
    found = list(FIGURES.finditer(text))
    if scene.expects is Expected.VERBATIM or len(found) != 1 or _language(text, scene) != "en":
        return None
    one, two = int(found[0][1]), int(found[0][2])
    is_none = BESIDE.search(text[found[0].end() :]) or SCORED.search(text[: found[0].start()])
    return found[0] if 1 <= one <= 12 and 1 <= two <= 12 and one != two and not is_none else None


def _language(text: str, scene: Scene) -> str:
    return language_of(words_of(fold(text))) or scene.language


def _ways(figures: re.Match[str], scene: Scene) -> tuple[Way, ...]:
    """The days that may be meant, the likelier one in front; none: the custom of the place is beyond doubt."""
    one, two, today = int(figures[1]), int(figures[2]), scene.now.date()
    by_month, by_day = Way(one, two), Way(two, one)
    at = Context(scene.now, Kind.TIME)
    usual, other = (by_month, by_day) if at.order is Order.MONTH_FIRST else (by_day, by_month)
    if _is_custom(scene):
        gone = usual.days_ahead(today) > NEARLY_A_YEAR and other.days_ahead(today) <= NEAR
        return (usual, other) if gone else ()
    near, far = sorted((usual, other), key=lambda way: way.days_off(today))
    is_clear = near.days_off(today) <= NEAR and far.days_off(today) > FAR
    return (near,) if is_clear else (usual, other)


def _is_custom(scene: Scene) -> bool:
    """Whether everybody there writes dates in one order."""
    zone = Context(scene.now, Kind.TIME).zone
    return zone in MONTH_FIRST or zone.startswith(DAY_FIRST_IN_ENGLISH)


def _is_plain(heard: Heard, scene: Scene) -> bool:
    """Whether a date has its one meaning by the rest of the message: it has been, and is told as past."""
    values = [value for act in heard.acts for value in act.slots.values() if isinstance(value, date)]
    days = [value.date() if isinstance(value, datetime) else value for value in values]
    return not heard.doubts and bool(days) and max(days) <= scene.now.date()


def _as_typed(heard: Heard, spelled: str, typed: str) -> Heard:
    """The words that bear what was heard, as they were typed."""

    def back(act: Act) -> Act:
        return replace(act, span=act.span.replace(spelled, typed))

    doubts = tuple(
        Doubt(tuple(map(back, one.readings)), back(one.without) if one.without else None) for one in heard.doubts
    )
    rest = tuple(one.replace(spelled, typed) for one in heard.rest)
    return replace(heard, acts=tuple(map(back, heard.acts)), doubts=doubts, rest=rest)


TO_COME = frozenset({"window", "window_moved", "promised", "they_promised", "offer", "call_planned", "invited"})
"""What is told with the day on which it is to come."""


def _lies_ahead(act: Act, today: date) -> bool:
    values = [value for value in act.slots.values() if isinstance(value, date)]
    return all((value.date() if isinstance(value, datetime) else value) >= today for value in values)


def _is_silent(heard: Heard) -> bool:
    """Whether it is told that nothing came: then the day may well have been."""
    return any(act.name in ("nothing_heard", "ask_may_write") for act in heard.acts)


def _of_both(one: Heard, other: Heard, today: date) -> Heard:
    """What both ways say, and what they say differently as a doubt; of a day to come the one that is ahead."""
    first, second = list(_dated(one)), list(_dated(other))
    if not first or not second:
        return one if first or not second else other
    pairs = [(a, b) for a in first for b in second if a.name == b.name and a.span == b.span and a.slots != b.slots]
    if len(pairs) != len(first):
        return one
    ahead = [told for told, acts in ((one, first), (other, second)) if all(_lies_ahead(act, today) for act in acts)]
    if len(ahead) == 1 and all(act.name in TO_COME for act in first) and not _is_silent(one):
        return ahead[0]
    doubts = tuple(
        Doubt(pair, pair[0].without(*TIMES, "over") if pair[0].name == "interview" else None) for pair in pairs
    )
    kept = tuple(act for act in one.acts if act not in first)
    return replace(one, acts=kept, doubts=doubts)


def _dated(heard: Heard) -> Iterator[Act]:
    """The acts that have a date."""
    yield from (act for act in heard.acts if act.has(*TIMES))
    yield from (one.readings[0] for one in heard.doubts)
