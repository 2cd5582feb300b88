"""What has been: "two weeks ago", "last night", "the day before yesterday". Only where the past is spoken of."""

from __future__ import annotations

from bot.hear.times import spans
from bot.hear.times.days import monday_of, plus
from bot.hear.times.line import Hit
from bot.hear.times.rule import TIMES, Meaning, Rule
from bot.hear.times.values import CLOCK_UNITS, Length, Noise, Unit, Weekday

WHOLE_DAYS = frozenset({Unit.DAY, Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH})


def ago(hit: Hit) -> Meaning:
    """So many days or weeks before today, or before tomorrow; hours and minutes ago is today."""
    length = hit.maybe(Length)
    if not hit.at.past or length is None:
        return None
    if length.high.unit in CLOCK_UNITS:
        return spans.day(hit.at.today)
    said = hit.line.text[hit.items[0].start : hit.items[-1].end].casefold()
    if not length.exact or length.loose or length.low.unit not in WHOLE_DAYS or "couple" in said:
        return Noise()
    back = hit.at.shift(hit.at.today, length.low) - hit.at.today
    day = plus(hit.at.today, int(hit.has("tomorrow")) - int(hit.has("yesterday")) - back.days)
    weekday = hit.maybe(Weekday)
    return spans.day(plus(monday_of(day), weekday.index) if weekday else day)


def yesterday(hit: Hit) -> Meaning:
    return (spans.day(plus(hit.at.today, -1)), "night") if hit.at.past else None


def before_yesterday(hit: Hit) -> Meaning:
    return spans.day(plus(hit.at.today, -2)) if hit.at.past else None


RULES = (
    Rule(
        "so long before today",
        "(<length> ago|vor <length>|<length> since)( tomorrow| today| yesterday| <weekday>)?"
        "|(tomorrow|today|yesterday|<weekday>) (<length> ago|vor <length>)",
        ago,
        (
            "was: two weeks ago at 3 => 2026-05-27T15:00",
            "was: two weeks ago tomorrow at 3 => 2026-05-28T15:00",
            "was: de: vor drei Tagen um 15 Uhr => 2026-06-07T15:00",
            "was: a couple of weeks ago => ask no_time",
            "was: de: heute vor einer Woche um 11 => 2026-06-03T11:00",
            "was: de: Freitag vor einer Woche um 11 => 2026-06-05T11:00",
        ),
        TIMES,
    ),
    Rule(
        "last night",
        "last (night|evening)|yesterday (night|evening)",
        yesterday,
        ("was: last night at 8 => 2026-06-09T20:00",),
        TIMES,
    ),
    Rule(
        "two days ago",
        "(the )?day before yesterday",
        before_yesterday,
        ("was: de: vorgestern um 9 => 2026-06-08T09:00",),
        TIMES,
    ),
)
