"""Dates with a number: "14 December", "5/6", "Tuesday the 13th", "the 15th of next month"."""

from __future__ import annotations

from bot.hear.times.answers import Reason
from bot.hear.times.context import Context, Kind
from bot.hear.times.line import Hit
from bot.hear.times.rule import NOT_SNOOZED, Meaning, Rule
from bot.hear.times.spans import day_of_month, in_month_from, in_year, numeric, written
from bot.hear.times.values import Figures, MonthName, Number, Ordinal, Span, Trouble, Value, Weekday

NOUNS = frozenset({"INTERVIEW", "OTHER"})
BOUND_WORDS = frozenset({"by", "before", "until", "notbefore", "between", "from", "to", "and", "latest", "earliest"})

DAY_NUMBER = "(<ord>|<num>|<nth>)"

COUNTED = "(?! (COUNTED|{unit}|oclock|am|pm) )"

FOLLOWED = (
    "(?= (of|,|¶|at|or|and|to|-|until|by|latest|earliest|in|from|<clock>|<clockrange>|morning|afternoon|evening"
    "|CUT|eod)|( $))"
)


def number_of(value: Value) -> int | None:
    """A day of the month, from 15, 15th or fifteenth."""
    if isinstance(value, Ordinal):
        return value.n if value.n <= 31 else None
    if isinstance(value, Number) and value.low == value.high and value.low == int(value.low):
        return int(value.low) if 1 <= value.low <= 31 and len(value.text) <= 2 else None
    return None


def year_of(hit: Hit) -> int | None:
    """A year at the end of what was matched."""
    last = hit.last
    if isinstance(last, Number) and 2000 <= last.low <= 2100 and len(last.text) == 4:
        return int(last.low)
    return None


def day_and_month(hit: Hit) -> Meaning:
    """14 December, December 14th 2026."""
    month = hit.one(MonthName)
    number = number_of(next(value for value in hit.values if not isinstance(value, MonthName)))
    if number is None or hit.before == "week":  # week 2 of January
        return None
    year = year_of(hit)
    return in_year(hit.at, month.number, number) if year is None else written(hit.at, year, month.number, number)


def short_year(hit: Hit) -> Meaning:
    """14 Dec 26."""
    year, number = hit[2], number_of(hit[0])
    if number is None or len(year.text) != 2 or not 0 <= year.low - hit.at.today.year % 100 <= 3:
        return None
    return written(hit.at, int(year.low), hit[1].number, number)


def of_figures(at: Context, figures: Figures, *, bound: bool = False) -> Span | Trouble | None:
    """A date in figures. 3.5 is rather a number, unless it is over 12 or a bound stands before it."""
    parts = figures.parts
    if figures.mark == "iso":
        return written(at, *parts)
    if figures.mark == "dotted" and len(parts) == 2 and at.kind is not Kind.TIME and not figures.text.endswith("."):
        likely = len(figures.text.split(".")[1]) == 2 or parts[0] > 12 or bound
        return numeric(at, *parts) if likely and parts[1] else None
    return numeric(at, parts[0], parts[1], parts[2] if len(parts) > 2 else None)


def figures_or_nothing(hit: Hit) -> Meaning:
    found = of_figures(hit.at, hit[0], bound=hit.before in BOUND_WORDS)
    impossible = isinstance(found, Trouble) and found.reason is Reason.IMPOSSIBLE_DATE
    return None if impossible and hit[0].mark == "dotted" else found


def weekday_and_date(hit: Hit) -> Meaning:
    """They must fit together."""
    weekday = hit.one(Weekday)
    found = hit.one(Span)
    return found if found.first.weekday() == weekday.index else Trouble(Reason.CONTRADICTION, "day")


def weekday_and_figures(hit: Hit) -> Meaning:
    """Friday 5/6: where both orders are in use, the weekday decides."""
    weekday = hit.one(Weekday)
    figures = hit.one(Figures)
    found = of_figures(hit.at, figures)
    if isinstance(found, Trouble) and found.reason is Reason.AMBIGUOUS:
        orders = [in_year(hit.at, *figures.parts[:2]), in_year(hit.at, *figures.parts[1::-1])]
        fitting = [one for one in orders if isinstance(one, Span) and one.first.weekday() == weekday.index]
        return fitting[0] if len(fitting) == 1 else found
    if isinstance(found, Span) and found.first.weekday() != weekday.index:
        return Trouble(Reason.CONTRADICTION, "day")
    return found


def weekday_and_number(hit: Hit) -> Meaning:
    """Monday 17th. "Thursday 3" may be an hour, so a bare number that does not fit is left alone."""
    number = number_of(hit.last)
    if number is None or (isinstance(hit.last, Number) and not hit.last.text):
        return None
    found = day_of_month(hit.at, number)
    bare = isinstance(hit.last, Number) and number <= 12
    if bare and hit.at.kind is not Kind.WINDOW and not hit.line.vocabulary & {"<clock>", "<clockrange>"}:
        return None
    if isinstance(found, Trouble) or found.first.weekday() == hit[0].index:
        return found
    if bare:
        return None
    return Trouble(Reason.CONTRADICTION, "day")


def ordinal_day(hit: Hit) -> Meaning:
    number = number_of(hit[0])
    return None if number is None or _counts(hit, number) else day_of_month(hit.at, number)


def _counts(hit: Hit, number: int) -> bool:
    """The 2nd question: a small ordinal before a noun, unless a bound stands before it."""
    items = hit.line.items
    behind = items[hit.end].symbol if hit.end < len(items) else ","
    before = items[hit.first - 1].symbol if hit.first else ","
    dotted = "." in hit.line.text[items[hit.first].start : items[hit.end - 1].end + 1]
    if before == "on" and (number >= FEWEST_DAYS if behind in NOUNS else dotted):
        return False  # "am 6. Gespräch in der Kita", "war am 1. beim Gespräch"
    return number <= 10 and (behind in NOUNS or (behind in ("_", "TELL") and before not in BOUND_WORDS))


FEWEST_DAYS = 5
"""No talk has so many rounds."""


def of_this_or_next_month(hit: Hit) -> Meaning:
    number = number_of(hit[0])
    if number is None:
        return None
    if not hit.has("next", "following"):
        return (
            day_of_month(hit.at, number)
            if number <= hit.at.today.day and not hit.has("this")
            else in_month_from(hit.at, 0, number)
        )
    return in_month_from(hit.at, 1, number)


def weekday_behind(hit: Hit) -> Meaning:
    """22 June, a Monday; but the week of 22 June, probably Tuesday."""
    of_week = any(item.symbol == "weekof" for item in hit.line.items[max(0, hit.first - 2) : hit.first])
    return None if of_week else weekday_and_date(hit)


RULES = (
    Rule(
        "day, month, year",
        f"(the )?(day )?{DAY_NUMBER}( of)? <monthname>( ,)? <num>(?! {{unit}} )",
        lambda hit: day_and_month(hit) if year_of(hit) else None,
        ("14 December 2026 -> 2026-12-14",),
    ),
    Rule("day, month, short year", "<num>( of)? <monthname> <num>", short_year, ("14 Dec 26 -> 2026-12-14",)),
    Rule(
        "month, day, year",
        "<monthname>( the)? (<ord>|<num>|<nth>)( ,)? <num>",
        lambda hit: day_and_month(hit) if year_of(hit) else None,
        ("Dec 14, 2026 -> 2026-12-14",),
    ),
    Rule(
        "day and month",
        f"(the )?{DAY_NUMBER}( day)?( of)? <monthname>",
        day_and_month,
        ("the 2nd of January -> 2027-01-02",),
    ),
    Rule(
        "month and day",
        "<monthname>( the)? (<ord>|<num>|<nth>)(?! {unit} )",
        day_and_month,
        ("I'm supposed to know by April 15th -> ..2027-04-15",),
    ),
    Rule(
        "weekday and figures",
        "<weekday>( ,| the)* (<slashed>|<dotted>|<iso>|<dashed>)",
        weekday_and_figures,
        ("Friday 12/6 -> 2026-06-12",),
    ),
    Rule(
        "figures and weekday",
        "(<slashed>|<dotted>|<iso>|<dashed>)( ,| a)* <weekday>",
        weekday_and_figures,
        ("12/6, a Friday -> 2026-06-12",),
    ),
    Rule(
        "date in figures",
        "(<iso>|<slashed>|<dashed>|<dotted>)( t(?= <(clock|hm)> ))?",
        figures_or_nothing,
        (
            "2026-12-14 -> 2026-12-14",
            "14.8. -> 2026-08-14",
            "de: am 3.12. um 10 => 2026-12-03T10:00",
            "de: viertel nach 3 am 3.12. => 2026-12-03T15:15",
        ),
    ),
    Rule(
        "day of this or next month",
        "(the )?<ord>( of)?( the| this| next| following)+ month",
        of_this_or_next_month,
        ("the 15th of next month -> 2026-07-15",),
    ),
    Rule(
        "weekday and day of the month",
        "<weekday>( ,)?( the)? (<ord>|<nth>)" + COUNTED,
        weekday_and_number,
        ("Friday the 12th -> 2026-06-12", "Tuesday the 13th -> ask contradiction"),
    ),
    Rule(
        "weekday and bare number",
        "<weekday>( the)? <num>(?! ({unit}|oclock|am|pm|INTERVIEW|OTHER|_) )",
        weekday_and_number,
        ("Monday 15 at 10am => 2026-06-15T10:00",),
    ),
    Rule(
        "weekday and date", "<weekday>( ,| the)* {day}", weekday_and_date, ("Fri, Sep 18 at 9am => 2026-09-18T09:00",)
    ),
    Rule(
        "date and weekday",
        "<day>( ,| a| which is( a)?| on)* <weekday>",
        weekday_behind,
        ("12 June, a Friday -> 2026-06-12",),
    ),
    Rule("day of the month", "(the )?<ord>" + COUNTED, ordinal_day, ("by the 15th -> ..2026-06-15",)),
    Rule("spelled day of the month", "the <nth>" + FOLLOWED, ordinal_day, ("the fourteenth -> 2026-06-14",)),
    Rule(
        "on a spelled day of the month",
        "on <nth>(?= (,|¶|at|until|from|<clock>|<clockrange>)|( $))",
        ordinal_day,
        ("de: am dritten um dreiviertel vier => 2026-07-03T15:45", "de: 10 uhr am dritten => 2026-07-03T10:00"),
    ),
    Rule(
        "on a number",
        "(on|the) <num>(?= (,|¶|at|<clock>|<clockrange>|morning|afternoon|or|from)|( $))",
        ordinal_day,
        ("on 15 at 8:00 => 2026-06-15T08:00",),
        NOT_SNOOZED,
    ),
)
