"""Moments of an interview or a reminder: "in two hours", "after 2pm". Not for reply windows."""

from __future__ import annotations

from bot.hear.times import spans
from bot.hear.times.answers import Reason
from bot.hear.times.clock_sense import moment, wall
from bot.hear.times.context import Kind
from bot.hear.times.line import Hit
from bot.hear.times.rule import SNOOZES, TIMED, Meaning, Rule
from bot.hear.times.rules.bounds import after
from bot.hear.times.values import CLOCK_UNITS, Clock, Instant, Length, Span, Trouble, Window


def in_so_long(hit: Hit) -> Meaning:
    """Hours and minutes are elapsed time, days and weeks are counted on the calendar."""
    length: Length = hit[0]
    if not length.exact:
        return Trouble(Reason.AMBIGUOUS, "day")
    if length.low.unit in CLOCK_UNITS:
        at = hit.at.later(length.low)
        return Instant(at) if abs((at.date() - hit.at.today).days) < 1100 else Trouble(Reason.TOO_FAR, "instant")
    found = hit.at.shift(hit.at.today, length.low)
    return spans.written(hit.at, found.year, found.month, found.day)


def so_long_after(hit: Hit) -> Meaning:
    length, day = hit[0], hit[1]
    if not length.exact or length.low.unit in CLOCK_UNITS:
        return None
    return spans.day(hit.at.shift(day.last, length.low))


def after_day(hit: Hit) -> Meaning:
    window = after(hit)
    return spans.day(window.earliest) if isinstance(window, Window) and window.earliest else None


def before_day(hit: Hit) -> Meaning:
    """Not before Friday is Friday; before Friday is any day."""
    negated = hit.negated
    return ("before", hit[0]) if negated else Trouble(Reason.AMBIGUOUS, "day")


def bounded_clock(hit: Hit) -> Meaning:
    """After 2pm is no time of an interview; a reminder may come at two."""
    value = hit[0]
    if hit.at.kind is Kind.SNOOZE and not hit.has("before") and isinstance(value, Clock):
        return value
    return Trouble(Reason.AMBIGUOUS, "clock")


def same_moment(hit: Hit) -> Meaning:
    """10am ET, 3pm UK: the same moment twice, on the day that is named."""
    days = [item.value.first for item in hit.line.items if isinstance(item.value, Span)]
    day = days[0] if days else hit.at.today
    one, other = hit[0], hit[1]
    walls = wall(one), wall(other)
    if one.zone == other.zone or walls[0] is None or walls[1] is None:
        return None
    moments = [moment(day, at, clock.zone, hit.at.now) for at, clock in zip(walls, (one, other), strict=True) if at]
    return one if moments[0] == moments[1] else None


def one_or_the_other(hit: Hit) -> Meaning:
    values = hit.values
    return (
        values[0]
        if values[0] == values[1]
        else Trouble(Reason.TWO_TIMES, "day" if isinstance(values[0], Span) else "clock")
    )


RULES = (
    Rule(
        "a moment in so long",
        "(in|within|plus)( the| next)* <length>( time)?( fromnow)?|<length> (fromnow|later)",
        in_so_long,
        ("in two hours => 2026-06-10T14:00", "4 days from now ~> 2026-06-14T09:00"),
        TIMED,
    ),
    Rule(
        "a day so long after another",
        "<length> (from|after) {day}",
        so_long_after,
        ("two weeks after the 20th ~> 2026-07-04T09:00",),
        TIMED,
    ),
    Rule(
        "this part of today",
        "this (morning|afternoon|evening|lunch|night)",
        lambda hit: (spans.day(hit.at.today), hit.words[1]),
        ("this afternoon at 2 => 2026-06-10T14:00", "this evening ~> 2026-06-10T18:00"),
        TIMED,
    ),
    Rule(
        "after a day",
        "(until )?after( the)? <(day|holiday|weekend|week|month)>",
        after_day,
        ("after the weekend ~> 2026-06-15T09:00",),
        SNOOZES,
    ),
    Rule(
        "before a day",
        "before( the)? {when}",
        before_day,
        ("remind me before Friday ~> ask ambiguous", "don't remind me before Friday ~> 2026-06-12T09:00"),
        SNOOZES,
    ),
    Rule(
        "bounded clock time",
        "(after|before|until|by) <clock>",
        bounded_clock,
        ("Thursday after 2pm => ask ambiguous", "after 5pm ~> 2026-06-10T17:00"),
        TIMED,
    ),
    Rule(
        "one clock time in two zones",
        "<clock>( ,| /| or| and| is)+ <clock>",
        same_moment,
        ("Thursday 10am ET / 3pm UK => 2026-06-11T15:00",),
        TIMED,
    ),
    Rule(
        "one clock time or another",
        "<clock>( ,)?( or| /)( at)? (<clock>|<num>)(?! {unit} )|<clock>( ,| and)+ <num>(?= (,|¶|and|or)|( $))",
        lambda _: Trouble(Reason.TWO_TIMES, "clock"),
        ("Monday at 10 or 11 => ask two_times",),
        TIMED,
    ),
    Rule(
        "one day or another",
        "{day}( ,)?( or| /)( on| the)* {day}",
        one_or_the_other,
        ("Monday or the 16th at 3 => ask two_times",),
        TIMED,
    ),
)
