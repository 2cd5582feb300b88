"""Numbers before a unit of time: "2-3 weeks", "two and a half hours", "another week", "2/3 weeks"."""

from __future__ import annotations

from bot.reading.line import Hit
from bot.reading.rule import Meaning, Rule
from bot.reading.values import Figures, Number


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


def _decimal(figures: Figures) -> Meaning:
    if len(figures.parts) != 2:
        return None
    return Number(decimal(figures), decimal(figures))


DECIMALS = (
    Rule("decimal", "<dotted>( extra)?(?= ({unit}|h|d|w) )", lambda hit: _decimal(hit[0]), ("1.5 days -> 2026-06-12",)),
)

RULES = (
    Rule(
        "n and a half",
        "(<num>|a|an) and( a| 1)? half(?= {unit} )",
        with_half,
        ("in two and a half hours ~> 2026-06-10T14:30",),
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
