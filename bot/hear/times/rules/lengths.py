"""Lengths: "3 weeks", "an hour and a half", "a week or two". No calendar is known here."""

from __future__ import annotations

from dataclasses import replace

from bot.hear.times.answers import Reason
from bot.hear.times.line import Hit
from bot.hear.times.rule import Meaning, Rule
from bot.hear.times.rules.numbers import hedged
from bot.hear.times.values import CLOCK_UNITS, Amount, Length, Trouble, Unit

UNITS = frozenset(Unit)

DETERMINED = frozenset({"this", "next", "that", "following", "coming", "the", "last", "every", "early", "mid", "late"})
"""Before a unit: it is a certain one, not any."""
COUNTED_ON = DETERMINED | {"<num>", "<weekday>", "<day>", "today", "tomorrow", "day"}
"""Before "fortnight": there is more to it."""

SMALLER = {
    (Unit.HOUR, Unit.MINUTE): 60,
    (Unit.MINUTE, Unit.SECOND): 60,
    (Unit.WEEK, Unit.DAY): 7,
    (Unit.DAY, Unit.HOUR): 24,
    (Unit.YEAR, Unit.MONTH): 12,
}


def unit_of(hit: Hit) -> Unit:
    return Unit(next(word for word in hit.words if word in UNITS))


def length(hit: Hit) -> Meaning:
    number, unit = hit[0], unit_of(hit)
    return Length(Amount(number.low, unit), Amount(number.high, unit), number.loose)


def at_least(hit: Hit) -> Meaning:
    """2+ weeks."""
    number, unit = hit[0], unit_of(hit)
    return ("atleast", Length(Amount(number.low, unit), Amount(number.high, unit)))


def half_more(hit: Hit) -> Meaning:
    one: Length = hit[0]
    unit = one.high.unit
    return Length(Amount(one.low.n + 0.5, unit), Amount(one.high.n + 0.5, unit))


def or_two(hit: Hit) -> Meaning:
    """A week or two: one to two weeks, said as an idiom."""
    one, number = hit[0], hit[1]
    if number.high <= one.low.n:
        return None
    return Length(one.low, Amount(number.high, one.high.unit), loose=True)


def perhaps_more(hit: Hit) -> Meaning:
    """A week, maybe two; a week but could be two."""
    return or_two(hit) if hedged(hit) or hit.has("CUT") else None


def from_one_to_other(hit: Hit) -> Meaning:
    one, other = hit[0], hit[1]
    return Length(one.low, other.high)


def total(hit: Hit) -> Meaning:
    """Two hours and thirty minutes. Only units that divide each other are added."""
    big, small = hit[0], hit[1]
    times = SMALLER.get((big.low.unit, small.low.unit))
    if hit.has(",") and big.low.unit not in CLOCK_UNITS:
        return None
    if times is None or not (big.exact and small.exact):
        return None
    amount = Amount(big.low.n * times + small.low.n, small.low.unit)
    return Length(amount, amount)


def without_weekends(hit: Hit) -> Meaning:
    """Five days without weekends are five business days."""
    one: Length = hit[0]
    if one.low.unit is not Unit.DAY or one.high.unit is not Unit.DAY:
        return one
    return replace(one, low=Amount(one.low.n, Unit.BUSINESS_DAY), high=Amount(one.high.n, Unit.BUSINESS_DAY))


def hours_and_bare_minutes(hit: Hit) -> Meaning:
    """2 hours 15."""
    if hit[0].low.unit is not Unit.HOUR or not hit[0].exact or not 1 <= hit[1].low < 60:
        return None
    amount = Amount(hit[0].low.n * 60 + hit[1].low, Unit.MINUTE)
    return Length(amount, amount)


def minutes(n: float) -> Length:
    return Length(Amount(n, Unit.MINUTE), Amount(n, Unit.MINUTE))


def _weeks(hit: Hit) -> Length:
    n = hit[0].low if hit.values else 1
    return Length(Amount(n, Unit.WEEK), Amount(n, Unit.WEEK))


QUARTERS = (
    Rule(
        "three quarters of an hour",
        "<num> quarter( of)?( an| a)? hour",
        lambda hit: minutes(15 * hit[0].low),
        ("in three quarters of an hour ~> 2026-06-10T12:45",),
    ),
    Rule(
        "quarter of an hour",
        "(a )?quarter( of)?( an| a)? hour",
        lambda _: minutes(15),
        ("in a quarter of an hour ~> 2026-06-10T12:15",),
    ),
)

RULES = (
    Rule(
        "an hour long",
        "(an? )?(hour|day|week) long",
        lambda hit: Length(Amount(1, unit_of(hit)), Amount(1, unit_of(hit))),
        ("hour-long interview tomorrow at 3 => 2026-06-11T15:00..2026-06-11T16:00",),
    ),
    Rule(
        "a week of something",
        "(<num>|a|an|another) weekof",
        lambda hit: (_weeks(hit), "of"),
        ("within a week of the interview -> ..2026-06-17",),
    ),
    Rule(
        "fortnight",
        "fortnight",
        lambda hit: None if hit.before in COUNTED_ON else Length(Amount(1, Unit.FORTNIGHT), Amount(1, Unit.FORTNIGHT)),
        ("fortnight -> 2026-06-24", "they said fortnight -> 2026-06-24"),
    ),
    Rule(
        "several of a unit",
        "several( extra)? {unit}",
        lambda _: Trouble(Reason.VAGUE, "length"),
        ("several weeks -> ask vague",),
    ),
    Rule("at least a number", "<num> plus {unit}", at_least, ("2+ weeks -> 2026-06-24..",)),
    Rule("length", "<num>( of)? {unit}( ish)?( long)?", length, ("3 weeks -> 2026-07-01", "ten days -> 2026-06-20")),
    Rule(
        "length and a half", "<length> and a half( {unit})?", half_more, ("in an hour and a half ~> 2026-06-10T13:30",)
    ),
    Rule("sum of lengths", "<length>( and| ,)? <length>", total, ("in 2 hours and 10 minutes ~> 2026-06-10T14:10",)),
    Rule(
        "hours and bare minutes",
        "<length> <num>(?! {unit} )",
        hours_and_bare_minutes,
        ("in 1 hour 20 ~> 2026-06-10T13:20",),
    ),
    Rule(
        "a length or more of it",
        "<length>( ,)? (or|to|-|/) <num>",
        or_two,
        ("a week or two -> 2026-06-17..2026-06-24",),
    ),
    Rule(
        "a length, perhaps more of it",
        "<length>( ,| CUT)*( it| WILL| be)* <num>{end}",
        perhaps_more,
        ("a week, maybe two -> 2026-06-17..2026-06-24", "two weeks maybe three -> 2026-06-24..2026-07-01"),
    ),
    Rule(
        "a length, perhaps another",
        "<length> , <length>",
        lambda hit: from_one_to_other(hit) if hedged(hit) else None,
        ("a month, maybe 6 weeks -> 2026-07-10..2026-07-22",),
    ),
    Rule(
        "a length, at most more of it",
        "<length>( ,| or| CUT)*( (upto|latest) <num>| <num>( at)? (upto|latest))",
        lambda hit: ("upto", Length(hit[0].low, Amount(hit[1].high, hit[0].high.unit))),
        ("two weeks, three tops -> ..2026-07-01",),
    ),
    Rule(
        "a length at best, more of it at worst",
        "<length> (earliest|atleast)( ,| or| and| CUT)* <num> (upto|latest)",
        or_two,
        ("a week at best, three at worst -> 2026-06-17..2026-07-01",),
    ),
    Rule(
        "at least a length, at most another",
        "<length> (earliest|atleast)( ,| or| and| CUT)* <length> (upto|latest)"
        "|(earliest|atleast) <length>( ,| or| and| CUT)* (upto|latest) <length>",
        from_one_to_other,
        ("1 week min, 3 weeks max -> 2026-06-17..2026-07-01",),
    ),
    Rule(
        "a length corrected",
        "<length>( ,)? FIX( ,)? <num>{end}",
        lambda hit: ("FIX", Length(Amount(hit[1].low, hit[0].low.unit), Amount(hit[1].high, hit[0].low.unit))),
        ("two weeks, no three -> 2026-07-01",),
    ),
    Rule(
        "a bare week from now",
        "(week|month)(?= (fromnow|today|tomorrow) )",
        lambda hit: None if hit.before in DETERMINED else Length(Amount(1, unit_of(hit)), Amount(1, unit_of(hit))),
        ("week today -> 2026-06-17",),
    ),
    Rule(
        "without weekends",
        "<length>( ,)? noweekend",
        without_weekends,
        ("5 days, not counting weekends -> 2026-06-17",),
    ),
    Rule(
        "one length to another",
        "(from |between )?<length>( ,)? (to|-|or|/|and) <length>",
        from_one_to_other,
        ("a week to ten days -> 2026-06-17..2026-06-20",),
    ),
)
