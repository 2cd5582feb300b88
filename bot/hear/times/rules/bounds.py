"""Bounds on days: by, before, after, not before, at the latest. The result is a Window."""

from __future__ import annotations

from bot.hear.times.answers import Reason
from bot.hear.times.days import monday_of, plus, weekday_after
from bot.hear.times.line import Hit
from bot.hear.times.rule import WINDOWS, Meaning, Rule
from bot.hear.times.values import Grain, Span, Trouble, Window

AT_LATEST = (
    "(by |until |before )?{when}( ,| is| being| WILL| be)* latest(?!( is| on| by| in| the)* {when} )"
    "|latest( is| on| by| in| the| WILL| be| for| to)* {when}"
)


def by(hit: Hit) -> Meaning:
    span = _span(hit)
    return Window(None, span.by or span.last, firm=hit.has("latest"))


def before(hit: Hit) -> Meaning:
    """Before X is up to the day before it, before the end of X up to its last day. Not before X: from X."""
    span = _span(hit)
    return Window(None, span.last if span.ends else plus(span.first, -1), negated=Window(span.first, None))


def after(hit: Hit) -> Meaning:
    """From the next day, from the Monday after a week, from the day people are back after a holiday."""
    span = _span(hit)
    if span.grain in (Grain.WEEK, Grain.WEEKEND):
        return Window(plus(monday_of(span.last), 7), None)
    return Window(span.back or plus(span.last, 1), None)


def not_before(hit: Hit) -> Meaning:
    return Window(_span(hit).first, None)


def until(hit: Hit) -> Meaning:
    span = _span(hit)
    return Window(None, span.by or span.last, negated=Window(span.first, None))


def rolled(hit: Hit) -> Meaning:
    """Not before Monday but by Friday: the Friday behind that Monday, even when another one comes first."""
    first, last = hit[0], hit[1]
    if not last.weekday or last.first > first.first or last.first.weekday() <= first.first.weekday():
        return None
    end = weekday_after(first.first, last.first.weekday())
    return Window(plus(first.first, int(hit.has("after"))), end)


def _span(hit: Hit) -> Span:
    return hit.one(Span)


def as_window(value: Span | Window) -> Window:
    """What a time without a bound says."""
    if isinstance(value, Window):
        return value
    return Window(None if value.started else value.first, value.last)


def bound_again(hit: Hit) -> Meaning:
    """No later than a week from today, not before two weeks from now."""
    said: Window = hit[0]
    if said.earliest is None or said.latest is None:
        return None
    if hit.has("notbefore", "after"):
        return Window(said.earliest, None)
    return Window(None, said.latest, negated=Window(said.earliest, None))


def bounded_or_bounded(hit: Hit) -> Meaning:
    """In two weeks or by Friday: one stretch, unless they exclude each other."""
    first, last = as_window(hit[0]), as_window(hit[1])
    if first.latest is None or last.latest is None:
        return None
    later = last.earliest or last.latest
    if (later - first.latest).days > 7:
        return Trouble(Reason.AMBIGUOUS)
    return Window(first.earliest, max(first.latest, last.latest))


OPENING = "((notbefore|earliest|after|NOT before|NOT until)( the)? {day}|{day} earliest)"

RULES = (
    Rule(
        "from one day, at the latest another",
        f"{OPENING}( ,| and| CUT)+( (by|until|latest|upto)( the)? {{day}}| {{day}} latest)",
        rolled,
        ("no earlier than Monday and no later than Friday -> 2026-06-15..2026-06-19",),
        WINDOWS,
    ),
    Rule(
        "within the week",
        "within the (week|month|quarter|year)(?! (of|<))",
        lambda _: Trouble(Reason.AMBIGUOUS),
        ("within the week -> ask ambiguous",),
        WINDOWS,
    ),
    Rule(
        "within the day",
        "within the (hour|day)",
        lambda hit: Window(None, hit.at.today),
        ("within the hour -> ..2026-06-10",),
        WINDOWS,
    ),
    Rule(
        "after a time",
        "(until |from )?after( the)? {when}",
        after,
        ("after the weekend -> 2026-06-15..", "maybe after July -> 2026-08-01.."),
        WINDOWS,
    ),
    Rule(
        "from a time on",
        "(notbefore|earliest|atleast)( is| on| in| by| at| from| until| the| WILL| be| for)* {when}( earliest| on)?",
        not_before,
        ("no earlier than the 20th -> 2026-06-20..", "at least until the 20th -> 2026-06-20.."),
        WINDOWS,
    ),
    Rule(
        "a time at the earliest",
        "(by |from |before |in |on )?{when}( ,)? earliest",
        not_before,
        ("Friday at the earliest -> 2026-06-12..",),
        WINDOWS,
    ),
    Rule(
        "at the latest a time",
        AT_LATEST,
        by,
        ("14th December at the latest -> ..2026-12-14",),
        WINDOWS,
    ),
    Rule("by a time", "(by|upto|bytime)( the| _)? {when}", by, ("by Tuesday -> ..2026-06-16",), WINDOWS),
    Rule("before a time", "before( the)? {when}", before, ("before 24 December -> ..2026-12-23",), WINDOWS),
    Rule("until a time", "until( the)? {when}", until, ("not until Friday -> 2026-06-12..",), WINDOWS),
    Rule("from a day", "from( the)? {when}( on| forward)?", not_before, ("from Monday -> 2026-06-15..",), WINDOWS),
    Rule(
        "bound on a time that was counted",
        "(by|until|within|upto|before|notbefore|after) <window>",
        bound_again,
        ("no later than two weeks from now -> ..2026-06-24",),
        WINDOWS,
    ),
    Rule(
        "one bound or another",
        "(<window>|{when})( ,)? or (<window>|{when})",
        bounded_or_bounded,
        ("either tomorrow or in two weeks -> ask ambiguous",),
        WINDOWS,
    ),
)
