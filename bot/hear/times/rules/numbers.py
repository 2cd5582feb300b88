"""Numbers before a unit of time: "2-3 weeks", "two and a half hours", "another week", "2/3 weeks"."""

from __future__ import annotations

from bot.hear.times.line import Hit
from bot.hear.times.rule import WINDOWS, Meaning, Rule
from bot.hear.times.values import Figures, Number


def decimal(figures: Figures) -> float:
    """1.5 from "1.5", whatever it would be as a date."""
    return float(figures.text.rstrip("."))


def hedged(hit: Hit) -> bool:
    """Was a "maybe" dropped inside?"""
    return any(hit.items[0].end <= hedge.start < hit.items[-1].start for hedge in hit.line.dropped)


def number_range(hit: Hit) -> Meaning:
    if hit.has(",") and not hit.has("to", "-", "or", "/", "until") and not hedged(hit):
        return None
    low, high = sorted((hit[0].low, hit[1].high))
    return Number(low, high, loose=hit[0].loose or hit[1].loose)


def either_number(hit: Hit) -> Meaning:
    """Two three weeks; two maybe four."""
    low, high = hit[0].low, hit[1].high
    return Number(low, high) if low < high and (hedged(hit) or high - low == 1) else None


def with_half(hit: Hit) -> Meaning:
    first = hit.values[0] if hit.values else Number(1, 1)
    assert isinstance(first, Number)
    return Number(first.low + 0.5, first.high + 0.5)


def slashed_range(hit: Hit) -> Meaning:
    """2/3 weeks are two or three; 1/2 an hour is a half."""
    if len(hit[0].parts) > 2:
        return None
    low, high = hit[0].parts
    return Number(low, high) if low < high else None


def _decimal(hit: Hit) -> Meaning:
    """1.5 hours; but at 08.30 hrs."""
    figures: Figures = hit[0]
    if len(figures.parts) != 2 or (hit.before == "at" and len(figures.text.rstrip(".").partition(".")[2]) == 2):
        return None
    return Number(decimal(figures), decimal(figures))


DECIMALS = (
    Rule(
        "decimal",
        "<dotted>( extra)?(?= ({unit}|h|d|w|(to|-|or) <num> {unit}) (?!/ ))",
        _decimal,
        ("1.5 days -> 2026-06-12",),
    ),
)

RULES = (
    Rule(
        "n and a half",
        "(<num>|a|an) and( a| 1)? half(?= ({unit}|(to|-|or) <num> {unit}) )",
        with_half,
        ("in two and a half hours ~> 2026-06-10T14:30", "one and a half to two weeks -> 2026-06-21..2026-06-24"),
    ),
    Rule(
        "a half", "(a )?half( a| an)?(?= {unit} )", lambda _: Number(0.5, 0.5), ("in half an hour ~> 2026-06-10T12:30",)
    ),
    Rule(
        "half by fraction",
        "(a )?<slashed>( of)?( a| an)?(?= (hour|day) )",
        lambda hit: Number(0.5, 0.5) if hit[0].parts == (1, 2) else None,
        ("in 1/2 an hour ~> 2026-06-10T12:30",),
    ),
    Rule("slashed range", "<slashed>( extra)?(?= {unit} )", slashed_range, ("2/3 weeks -> 2026-06-24..2026-07-01",)),
    Rule(
        "between two numbers",
        "(between|from) <num> (and|to|-) <num>( extra)?(?= {unit} )",
        number_range,
        ("between 2 and 3 weeks -> 2026-06-24..2026-07-01",),
    ),
    Rule(
        "one number or the next",
        "<num>( ,)? (to|-|or|/|until|,) <num>( extra)?(?= {unit} )",
        number_range,
        ("2-3 weeks -> 2026-06-24..2026-07-01", "two, maybe three weeks -> 2026-06-24..2026-07-01"),
    ),
    Rule(
        "a number in words and figures",
        "<num> , <num>( ,)?( extra)?(?= {unit} )",
        lambda hit: hit[0] if hit[0].low == hit[1].low and hit[0].high == hit[1].high else None,
        ("within five (5) working days -> ..2026-06-17",),
    ),
    Rule(
        "at least a number, at most another",
        "(minute|atleast|earliest) <num>( ,| and| CUT)* (upto|latest) <num>(?= {unit} )",
        number_range,
        ("min 1 max 3 weeks -> 2026-06-17..2026-07-01",),
    ),
    Rule(
        "min before a number",
        "minute(?= <num> {unit} )",
        lambda hit: None if hit.before == "<num>" else "atleast",
        ("min 3 days -> 2026-06-13..",),
    ),
    Rule(
        "min behind a length",
        "(day|bday|week|month) minute",
        lambda hit: (hit.words[0], "earliest"),
        ("2 weeks min -> 2026-06-24..",),
    ),
    Rule(
        "two numbers side by side",
        "<num> <num>( extra)?(?= {unit} )",
        either_number,
        ("two maybe three weeks -> 2026-06-24..2026-07-01",),
        WINDOWS,
    ),
    Rule(
        "more of a number",
        "(another|a) (extra )*<num>( extra)*(?= {unit} )",
        lambda hit: hit[0],
        ("another two weeks -> 2026-06-24",),
    ),
    Rule("n more", "<num>( extra| ish)+(?= {unit} )", lambda hit: hit[0], ("two more weeks -> 2026-06-24",)),
    Rule(
        "one of a unit",
        "(a|an|another)( extra)*(?= {unit} )",
        lambda _: Number(1, 1),
        ("another week -> 2026-06-17",),
    ),
)
