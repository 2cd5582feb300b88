"""Two times that make one: "from Monday to Wednesday", "Friday or early next week", "from now to June"."""

from __future__ import annotations

from dataclasses import replace

from bot.hear.times.answers import Reason
from bot.hear.times.days import plus, weekday_after
from bot.hear.times.line import Hit
from bot.hear.times.rule import WINDOWS, Meaning, Rule
from bot.hear.times.rules.numbers import hedged
from bot.hear.times.values import Grain, Length, Span, Trouble, Window

NEAR = 7
"""Days between two guesses that can still be one answer. The 7th or the 17th cannot."""


def stretch(hit: Hit) -> Meaning:
    """From the start of the first to the end of the second."""
    first, last = _ends(hit)
    if first.first > last.last:
        if not hit.has("or"):
            return Trouble(Reason.CONTRADICTION, "part")
        first, last = last, first
    return replace(
        last,
        first=first.first,
        last=max(first.last, last.last),
        started=first.started,
        ends=first.ends or last.ends,
        grain=Grain.PART,
        back=None,
    )


def between(hit: Hit) -> Meaning:
    """Between Christmas and New Year: the days between two holidays are not the holidays."""
    if hit[0].grain is Grain.HOLIDAY and hit[1].grain is Grain.HOLIDAY:
        return Span(plus(hit[0].last, 1), plus(hit[1].first, -1), Grain.PART)
    return stretch(hit)


def _ends(hit: Hit) -> tuple[Span, Span]:
    """A bare weekday at the end is the one after the beginning."""
    first, last = hit[0], hit[1]
    if last.of is Grain.WEEK and last.last < first.first:
        # Between Monday and the end of the week: of the week of that Monday.
        last = replace(last, first=plus(last.first, 7), last=plus(last.last, 7))
    if last.weekday and last.first <= first.first:
        day = weekday_after(first.first, last.first.weekday())
        last = replace(last, first=day, last=day)
    return first, last


def either(hit: Hit) -> Meaning:
    """One or the other, unless they exclude each other. "As soon as Monday or by Friday" is no such pair."""
    if hit.has("by") and hit.before != "by":
        return None
    first, last = _ends(hit)
    apart = max((last.first - first.last).days, (first.first - last.last).days)
    single = first.first == first.last and last.first == last.last
    if apart > NEAR - single:
        return Trouble(Reason.AMBIGUOUS, "part")
    return stretch(hit)


def perhaps(hit: Hit) -> Meaning:
    """Monday, maybe Tuesday; but not next week, maybe Tuesday, which is a closer look."""
    first, last = _ends(hit)
    inside = first.first <= last.first and last.last <= first.last
    negated = hit.negated
    return either(hit) if hedged(hit) and not inside and not negated and first.first <= last.first else None


def both_days(hit: Hit) -> Meaning:
    """Wednesday and Thursday."""
    first, last = _ends(hit)
    return stretch(hit) if 0 <= (last.first - first.last).days <= 3 else None


def from_now(hit: Hit) -> Meaning:
    value = hit[0]
    last = hit.at.shift(hit.at.today, value.high) if isinstance(value, Length) else value.last
    return Window(None, last)


def or_next_one(hit: Hit) -> Meaning:
    """This month or next."""
    span: Span = hit[0]
    if span.grain is Grain.MONTH:
        following = plus(span.last, 1)
        return replace(span, last=plus(plus(following, 31).replace(day=1), -1), grain=Grain.PART)
    return replace(span, last=plus(span.last, 7), grain=Grain.PART)


RULES = (
    Rule(
        "from now to",
        "(between |from )?now (and|to|until|through|-)( the)? ({when}|<length>)",
        from_now,
        ("anytime between now and the end of June -> ..2026-06-30",),
        WINDOWS,
    ),
    Rule(
        "between two times",
        "((the )?week )?between( the)? {when}( ,)? (and|or|to|-)( the)? {when}",
        between,
        ("between the 15th and the end of June -> 2026-06-15..2026-06-30",),
        WINDOWS,
    ),
    Rule(
        "from one time to another",
        "(from )?(the )?{when}( ,)? (to|-|until|through)( the)? {when}",
        stretch,
        ("from Monday until the 17th -> 2026-06-15..2026-06-17",),
        WINDOWS,
    ),
    Rule(
        "or next one",
        "<(week|month)>( ,)? or (the )?(next|following)( <num>)?{end}",
        or_next_one,
        ("this month or next -> ..2026-07-31",),
        WINDOWS,
    ),
    Rule(
        "this one or the next",
        "<day>( ,)? or (the )?(next|following)( <num>)?{end}",
        lambda _: Trouble(Reason.AMBIGUOUS, "part"),
        ("this Thursday or next -> ask ambiguous",),
        WINDOWS,
    ),
    Rule(
        "one time or another",
        "{when}( ,)?( or| /)( on| in| by| the)* {when}",
        either,
        ("Friday or early next week -> 2026-06-12..2026-06-16", "tomorrow or the 24th -> ask ambiguous"),
        WINDOWS,
    ),
    Rule(
        "two parts side by side",
        "<part>( ,)? <part>",
        either,
        ("end of this week, start of next week -> 2026-06-12..2026-06-16",),
        WINDOWS,
    ),
    Rule(
        "one time, perhaps another",
        "{when} ,( on| in| by| the)* {when}",
        perhaps,
        ("Monday, maybe Tuesday -> 2026-06-15..2026-06-16",),
        WINDOWS,
    ),
    Rule(
        "two days on end",
        "{day}( ,)? and( on| the)* {day}",
        both_days,
        ("tomorrow and Friday -> 2026-06-11..2026-06-12",),
        WINDOWS,
    ),
)
