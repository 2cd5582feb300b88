"""Days counted from other days: "Friday week", "two weeks from Monday", "the Monday after the 15th"."""

from __future__ import annotations

from bot.hear.times import spans
from bot.hear.times.answers import Reason
from bot.hear.times.days import FRIDAY, monday_of, plus, weekday_after, weekday_before
from bot.hear.times.line import Hit
from bot.hear.times.rule import Meaning, Rule
from bot.hear.times.values import Amount, Grain, Length, Trouble, Unit, Weekday

WHOLE_DAYS = frozenset({Unit.DAY, Unit.BUSINESS_DAY, Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH})


def weekday_and_more(hit: Hit) -> Meaning:
    """Friday week, a week on Friday, two weeks from Monday. "In two weeks on Friday" is left alone."""
    weekday = hit.one(Weekday)
    length = hit.maybe(Length)
    if length is None:
        amount = Amount(2 if hit.has("fortnight") else 1, Unit.WEEK)
    elif not length.exact or length.low.unit not in WHOLE_DAYS or _after_in(hit) or _lasting(hit, length):
        return None
    else:
        amount = length.low
    return spans.day(hit.at.shift(spans.coming(hit.at, weekday.index).first, amount))


def _lasting(hit: Hit, length: Length) -> bool:
    """Half a day Tuesday, two days Tuesday: how long it takes."""
    return length.low.unit in (Unit.DAY, Unit.BUSINESS_DAY) and not hit.has("from", "on", "after")


def _after_in(hit: Hit) -> bool:
    return hit.before in ("in", "within", "upto")


def weekday_beside(hit: Hit) -> Meaning:
    """The Monday after the 15th, the Friday before Christmas, the Tuesday after next week."""
    weekday, span = hit[0], hit[1]
    if hit.has("before"):
        return spans.day(weekday_before(span.first, weekday.index))
    last = plus(monday_of(span.last), 6) if span.grain in (Grain.WEEK, Grain.WEEKEND) else span.last
    return spans.day(weekday_after(last, weekday.index))


def day_beside(hit: Hit) -> Meaning:
    span = hit.last
    return spans.day(plus(span.first, -1) if hit.has("before") else plus(span.last, 1))


def week_beside(hit: Hit) -> Meaning:
    """The week after Thanksgiving, two weeks before Christmas week."""
    span = hit.last
    if not hit.has("before"):
        return spans.week_of(plus(span.last, 7))
    # Before a Saturday or a Sunday, such as Easter, it is the working week that ends there.
    return spans.week_of(span.first if span.first.weekday() > FRIDAY else plus(span.first, -7))


def today_and_more(hit: Hit) -> Meaning:
    """A week tomorrow, tomorrow week."""
    length = hit.maybe(Length)
    amount = length.low if length and length.exact else Amount(2 if hit.has("fortnight") else 1, Unit.WEEK)
    if amount.unit not in WHOLE_DAYS or (length and not length.exact):
        return None
    return spans.day(hit.at.shift(plus(hit.at.today, int(hit.has("tomorrow"))), amount))


def day_in_weeks(hit: Hit) -> Meaning:
    """Wednesday in a week, today in eight days: a week later, as the days of both weeks are counted. On a
    Wednesday, Wednesday is the day itself. Late in a week, "Monday in a week" may be that of the next calendar week:
    this has to be asked."""
    weeks = _weeks(hit.one(Length))
    if weeks is None:
        return None
    weekday = hit.maybe(Weekday)
    if weekday is None:
        return spans.day(plus(hit.at.today, 7 * weeks + int(hit.has("tomorrow"))))
    first = spans.coming(hit.at, weekday.index).first
    if weekday.index == hit.at.today.weekday():
        first = hit.at.today
    if hit.one(Length).low.unit is not Unit.DAY and monday_of(first) != monday_of(hit.at.today):
        return Trouble(Reason.AMBIGUOUS, "day")
    return spans.day(plus(first, 7 * weeks))


def _weeks(length: Length) -> int | None:
    """The whole weeks of a length; eight days and fifteen are one and two, with both ends counted."""
    if not length.exact:
        return None
    if length.low.unit is Unit.DAY:
        return {7: 1, 8: 1, 14: 2, 15: 2}.get(int(length.low.n))
    days = {Unit.WEEK: 7, Unit.FORTNIGHT: 14}.get(length.low.unit, 0) * length.low.n
    return int(days // 7) if days and days % 7 == 0 else None


RULES = (
    Rule(
        "a day in so many weeks",
        "(the )?(<weekday>|today|tomorrow) in <length>",
        day_in_weeks,
        (
            "Friday in two weeks at 3pm => 2026-06-26T15:00",
            "tomorrow in a week at 3pm => 2026-06-18T15:00",
            "Wednesday in a week -> 2026-06-17",
            "Monday in a week -> ask ambiguous",
            "de: freitag in einer woche um 11 => 2026-06-19T11:00",
            "de: heute in 8 tagen um 14.30 => 2026-06-17T14:30",
            "de: montag in acht tagen -> 2026-06-22",
        ),
    ),
    Rule(
        "a week tomorrow", "<length>( from| on)? (today|tomorrow)", today_and_more, ("a week tomorrow -> 2026-06-18",)
    ),
    Rule(
        "tomorrow week",
        "(today|tomorrow|this day|the same day) (week|fortnight)",
        today_and_more,
        ("tomorrow week -> 2026-06-18",),
    ),
    Rule(
        "overnext weekday",
        "(the )?overnext <weekday>",
        lambda _: Trouble(Reason.AMBIGUOUS, "day"),
        ("de: übernächsten Montag -> ask ambiguous",),
    ),
    Rule(
        "weekday after next",
        "(the )?<weekday> after next(?! ({unit}|weekend|_|<(weekday|day|monthname)>) )",
        lambda _: Trouble(Reason.AMBIGUOUS, "day"),
        ("friday after next -> ask ambiguous",),
    ),
    Rule(
        "weekday week",
        "<weekday> (week|fortnight)(?! (of|on) )",
        weekday_and_more,
        ("by Tuesday week -> ..2026-06-23",),
    ),
    Rule(
        "a week from a weekday",
        "(<length>( from| on| after)?|week (from|on))( this| coming)* <weekday>",
        weekday_and_more,
        ("a week from Monday -> 2026-06-22", "a week on Friday -> 2026-06-19"),
    ),
    Rule(
        "nth weekday from now",
        "<num> <weekdays> (fromnow|away)",
        lambda hit: spans.day(plus(spans.coming(hit.at, hit[1].index).first, 7 * int(hit[0].low - 1))),
        ("two Fridays from now -> 2026-06-19",),
    ),
    Rule(
        "nth weekday after a day",
        "(the )?(<nth>|<ord>) <weekday> after( the)? {when}",
        lambda hit: spans.day(plus(weekday_after(hit[2].last, hit[1].index), 7 * (hit[0].n - 1))),
        ("the second Monday after Christmas -> 2027-01-04",),
    ),
    Rule(
        "weekday beside a day",
        "(the )?<weekday> (before|after|following) {when}",
        weekday_beside,
        ("the Monday after the 20th -> 2026-06-22",),
    ),
)

LATE = (
    Rule(
        "day beside a day", "(the )?day (before|after) {when}", day_beside, ("the day after Christmas -> 2026-12-26",)
    ),
    Rule(
        "week beside a day",
        "(the )?week (before|after|following) {when}",
        week_beside,
        ("the week after Christmas -> 2026-12-28..2027-01-01",),
    ),
)
