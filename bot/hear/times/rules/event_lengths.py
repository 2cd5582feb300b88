"""Lengths counted from an event that has a date of its own, and days that do not count: "a week after the panel on
the 18th", "they meet on Monday, then decide within a week", "five working days, not counting Thanksgiving".
"""

from __future__ import annotations

from datetime import date

from bot.hear.times import spans
from bot.hear.times.days import FRIDAY, plus, plus_business_days
from bot.hear.times.line import Hit
from bot.hear.times.rule import WINDOWS, Meaning, Rule
from bot.hear.times.rules.anaphora import before
from bot.hear.times.values import Amount, Length, Span, Unit, Window

BOUND = "(within|in|upto|by)( the)?( next)?"
EVENT = "( the| our| my| your| their| his| her| last| of| date| day| they| we| have| <nth>| INTERVIEW| OTHER| WRAP)+"
ITS_DAY = r"( on| ,| CUT is| CUT is on| is| is on| of| WILL be| WILL be on| being)+( the)? {day}"
AFTER = (
    "(after|ONCE)( the| all| their| they| we| are| is| have| has| been| on| of| my| every| everyone| she| he| _"
    "| INTERVIEW| OTHER| WRAP)* {day}"
)
THEY = "( ,| then| they| she| he| it| we| i| you| WILL| be| to| take| a| up| _| TELL| TOUCH| DECIDE| WRAP)*"
THEN = "then( a| the| they| he| she| we| i| it| you| me| us| to| be| be| up| _| WILL| WRAP| TELL| TOUCH| DECIDE)*"


def _window(hit: Hit, low: date, high: date) -> Window:
    """Both ends of a stated range; up to the end of anything else that is bounded."""
    length = hit.one(Length)
    bounded = hit.has("within", "upto", "by") and (length.exact or length.loose)
    return Window(None if bounded else low, high)


def after_event(hit: Hit) -> Meaning:
    length, base = hit.one(Length), hit.one(Span).last
    return _window(hit, hit.at.shift(base, length.low), hit.at.shift(base, length.high))


def then_so_long(hit: Hit) -> Meaning:
    """Counted from the day named before. The words between stay: they say what happens then."""
    named = hit.maybe(Span) or before(hit)
    if named is None or named.last <= hit.at.today:
        return None
    length = hit.one(Length)
    kept = [item.value or item.symbol for item in hit.items[:-1] if item.symbol not in ("within", "in", "upto", "by")]
    return (*kept, _window(hit, hit.at.shift(named.last, length.low), hit.at.shift(named.last, length.high)))


def without_holiday(hit: Hit) -> Meaning:
    """One day more where the holiday falls on a day that would have counted."""
    length, holiday = hit.one(Length), hit.one(Span).first
    low, high = (_past_holiday(hit, amount, holiday) for amount in (length.low, length.high))
    return _window(hit, low, high)


def _past_holiday(hit: Hit, amount: Amount, holiday: date) -> date:
    day = hit.at.shift(hit.at.today, amount)
    if not hit.at.today < holiday <= day:
        return day
    if amount.unit is not Unit.BUSINESS_DAY:
        return plus(day, 1)
    return plus_business_days(day, 1) if holiday.weekday() <= FRIDAY else day


RULES = (
    Rule(
        "so long after an event and its day",
        f"({BOUND} )?<length> (of|from|after|following){EVENT}{ITS_DAY}",
        after_event,
        (
            "within two days of the final interview on 17 June -> ..2026-06-19",
            "3 weeks after the closing date, which is 19 June -> 2026-07-10",
        ),
        WINDOWS,
    ),
    Rule(
        "the week after an event and its day",
        f"(the )?week (after|following){EVENT}{ITS_DAY}",
        lambda hit: spans.week_of(plus(hit.one(Span).last, 7)),
        ("the week after they finish on Friday -> 2026-06-15..2026-06-19",),
        WINDOWS,
    ),
    Rule(
        "then within so long",
        f"{THEN}( {BOUND})? <length>",
        then_so_long,
        ("interviews run until the 19th, then a decision within a week -> ..2026-06-26",),
        WINDOWS,
    ),
    Rule(
        "after an event, so long",
        f"{AFTER}{THEY}( {BOUND})? <length>(?! (of|from|after|before|OTHER|TERM) )",
        then_so_long,
        ("after the interviews end next Thursday, they'll take about a week -> 2026-06-25",),
        WINDOWS,
    ),
    Rule(
        "not counting a holiday",
        f"({BOUND} )?<length>( ,)? excluding( the)? <holiday>",
        without_holiday,
        ("15 working days, not counting Juneteenth -> 2026-07-02",),
        WINDOWS,
    ),
)
