"""The days of one message, in the order in which things must have happened: nobody is called back by a day that was
before the call, and nobody asks after a day before it has come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bot.hear.act import Act
from bot.hear.clause import Context
from bot.hear.times.days import monday_of

A_WEEK = timedelta(days=7)
OURS = frozenset({"sent", "heard"})


def in_order(acts: Iterable[Act], context: Context) -> list[Act]:
    """The acts, a bare weekday put into the week in which it can have been."""
    told = list(acts)
    windows = [act for act in told if act.name in ("window", "window_moved") and act.has("latest")]
    return [_in_its_week(act, windows, context) for act in told]


def _in_its_week(act: Act, windows: list[Act], context: Context) -> Act:
    day, today = act.get("day"), context.scene.now.date()
    if act.name not in OURS or not isinstance(day, date) or day.isoformat()[5:] in act.span:
        return act
    place = context.text.find(act.span)
    for window in _of_the_same(act, windows):
        latest, told_at = window.slots["latest"], context.text.find(window.span)
        if not isinstance(latest, date) or place < 0 or told_at < 0:
            continue
        if told_at > place and day > latest >= day - A_WEEK - A_WEEK and monday_of(day) == monday_of(today):
            return act.with_slots(day=day - A_WEEK)  # "last Monday I called, she said by the end of last week"
        if told_at < place and day < latest <= today == day + A_WEEK:
            return act.with_slots(day=today)  # "they said Friday, I mailed on Monday", told on that Monday
    return act


def _of_the_same(act: Act, windows: list[Act]) -> Iterator[Act]:
    return (one for one in windows if one.get("about") in (None, act.get("about")) or not act.has("about"))
