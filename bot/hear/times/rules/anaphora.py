"""What is counted from a time named before: "the week after", "that week", "after that", "the following Monday".

The time named before may be one that is not the answer itself: "they interview until Thursday and decide the week
after".
"""

from __future__ import annotations

from datetime import date

from bot.hear.times import spans
from bot.hear.times.context import Kind
from bot.hear.times.days import monday_of, plus, weekday_after
from bot.hear.times.line import Hit
from bot.hear.times.rule import WINDOWS, Meaning, Rule
from bot.hear.times.values import Grain, Length, Span, Window

ENDED = "(?= (,|¶|and|CUT|at|or|FIX|TELL|DECIDE|latest|earliest|ONCE|by|if|IF)|( $))"
TIGHT = frozenset({"of", "on", "in", "the", "early", "mid", "late", "finish", "firsthalf", "secondhalf"})


def before(hit: Hit, *, apart: bool = True) -> Span | None:
    """The nearest time named before. `apart`: not the one that is joined to this ("Monday of the following week")."""
    index = hit.first - 1
    if apart:
        while index >= 0 and hit.line.items[index].symbol in TIGHT:
            index -= 1
        if index >= 0 and index < hit.first - 1 and hit.line.items[index].value is not None:
            index -= 1
    for item in reversed(hit.line.items[: index + 1]):
        found = _span(hit, item.value)
        if found is not None:
            return found
    return None


def _span(hit: Hit, value: object) -> Span | None:
    if isinstance(value, Span):
        return value if value.last >= hit.at.today else None
    if isinstance(value, Length):
        last = hit.at.shift(hit.at.today, value.high)
        return Span(hit.at.shift(hit.at.today, value.low), last, Grain.PART)
    if isinstance(value, Window) and (value.latest or value.earliest):
        day: date = value.latest or value.earliest or hit.at.today
        return Span(value.earliest or day, day, Grain.PART)
    return None


def following_week(hit: Hit) -> Meaning:
    found = before(hit) if hit.at.kind is Kind.WINDOW else None
    if found is not None:
        return spans.week_of(plus(found.last, 7))
    return spans.week(hit.at, 1) if hit.has("following", "next") else None


def following_weekday(hit: Hit) -> Meaning:
    found = before(hit) if hit.at.kind is Kind.WINDOW else None
    weekday = hit[0].first.weekday()
    if not hit[0].weekday:
        return None
    return spans.day(weekday_after(found.last, weekday)) if found else spans.next_weekday(hit.at, weekday)


def weekday_after_that(hit: Hit) -> Meaning:
    found = before(hit)
    if found is None or not hit[0].weekday:
        return None
    return spans.day(weekday_after(found.last, hit[0].first.weekday()))


def that_week(hit: Hit) -> Meaning:
    """Monday to Friday of that week, from the day that was named."""
    found = before(hit)
    if found is None:
        return None
    week = spans.week_of(found.last)
    return (
        Span(max(week.first, min(found.last, week.last)), week.last, Grain.WEEK) if found.first == found.last else week
    )


def that_month(hit: Hit) -> Meaning:
    found = before(hit)
    return spans.month(found.last.year, found.last.month) if found else None


def that_weekday(hit: Hit) -> Meaning:
    found = before(hit)
    if found is None or not hit[0].weekday:
        return None
    return spans.day(weekday_after(plus(found.last, -1), hit[0].first.weekday()))


def that_day(hit: Hit) -> Meaning:
    return before(hit, apart=False)


def day_of_that_week(hit: Hit) -> Meaning:
    """Friday of the following week, once that week is known."""
    day, week = hit[0], hit[1]
    return spans.day(plus(monday_of(week.first), day.first.weekday())) if day.weekday else None


def next_day(hit: Hit) -> Meaning:
    found = before(hit)
    return spans.day(plus(found.last if found else hit.at.today, 1))


def day_after(hit: Hit) -> Meaning:
    return next_day(hit) if before(hit) else None


def length_after(hit: Hit) -> Meaning:
    """A week after that, two days later."""
    found, length = before(hit), hit[0]
    base = found.last if found else hit.at.today
    if found is None and not hit.has("later"):
        return None
    return Window(hit.at.shift(base, length.low), hit.at.shift(base, length.high))


def after_that(hit: Hit) -> Meaning:
    found = before(hit)
    return Window(plus(found.last, 1), None) if found else None


def by_then(hit: Hit) -> Meaning:
    found = before(hit)
    if found is None:
        return None
    if hit.has("before"):
        return Window(None, plus(found.first, -1), negated=Window(found.first, None))
    return Window(None, found.last)


EARLY = (
    Rule(
        "that week",
        "that( same)? week",
        that_week,
        ("he is back on Monday 15th and will decide that week -> 2026-06-15..2026-06-19",),
        WINDOWS,
    ),
    Rule(
        "that month",
        "that( same)? month",
        that_month,
        ("back in July and will decide that month -> 2026-07-01..2026-07-31",),
        WINDOWS,
    ),
    Rule(
        "that day",
        "(that|the same)( same)? (day|afternoon|evening|morning)",
        that_day,
        ("the board sits on Monday and they call that day -> 2026-06-15",),
        WINDOWS,
    ),
    Rule(
        "that weekday",
        "that <day>",
        that_weekday,
        ("they interview until Monday and decide by that Friday -> ..2026-06-19",),
        WINDOWS,
    ),
    Rule(
        "the following week",
        "(the )?following week|(the )?week (following|after)( that| this)?" + ENDED,
        following_week,
        ("they interview until Thursday and will decide the week after -> 2026-06-15..2026-06-19",),
    ),
    Rule(
        "day of the following week",
        "<day>( of| in| on| the| ,)* <week>",
        day_of_that_week,
        ("Monday of the following week -> 2026-06-15",),
    ),
    Rule(
        "the following weekday",
        "(the )?following <day>",
        following_weekday,
        ("they meet on Friday and decide the following Monday -> 2026-06-15",),
    ),
    Rule(
        "the weekday after",
        "(the )?<day> (after|following)( that)?" + ENDED,
        weekday_after_that,
        ("they meet next week, answer the Tuesday after -> 2026-06-23",),
        WINDOWS,
    ),
    Rule("the next day", "(the )?(next|following) day", next_day, ("the next day -> 2026-06-11",)),
)

LATE = (
    Rule(
        "the day after",
        "(the )?day (after|following)( that)?" + ENDED,
        day_after,
        ("they meet on Friday and call the day after -> 2026-06-13",),
        WINDOWS,
    ),
    Rule(
        "so much later",
        "<length> (after that|after then|later|afterwards|from then|thereafter|after)" + ENDED,
        length_after,
        ("they meet on Friday and answer a week later -> 2026-06-19",),
        WINDOWS,
    ),
    Rule(
        "after that",
        "after (that|then|this)|afterwards|thereafter|from then( on)?",
        after_that,
        ("they finish at the end of June and will be in touch after that -> 2026-07-01..",),
        WINDOWS,
    ),
    Rule(
        "by then",
        "(by|before) (then|that)" + ENDED,
        by_then,
        ("the board meets on Friday, I should hear by then -> ..2026-06-12",),
        WINDOWS,
    ),
    Rule(
        "then",
        "(then|on that day|at that point)" + "(?= (,|¶)|( $))",
        that_day,
        ("he is back on Monday and will decide then -> 2026-06-15",),
        WINDOWS,
    ),
)
