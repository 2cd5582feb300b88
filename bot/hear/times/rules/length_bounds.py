"""Bounds on lengths: "within two weeks", "at least a month", "two weeks after the interview"."""

from __future__ import annotations

from datetime import date

from bot.hear.times.days import plus
from bot.hear.times.line import Hit
from bot.hear.times.rule import WINDOWS, Meaning, Rule
from bot.hear.times.rules.anaphora import before as before_this
from bot.hear.times.values import Length, Noise, Span, Window

AT_MOST = (
    "<length>( ,| or)+ <length> (upto|latest)|(upto|latest)( in| within)? <length>|<length>( ,)? (latest|upto)"
    "|within <length> latest"
)
EVENT = (
    "(the |my |our |your |this |that |his |her |their |date |of )*(last |<nth> )?INTERVIEW( date| day| today)?"
    "(?! (are|is|have|has|finish|early|with|WRAP|WILL|DECIDE) )"
)


def _span(hit: Hit) -> Span:
    return hit.one(Span)


def _length(hit: Hit) -> Length:
    return hit.one(Length)


def _base(hit: Hit) -> date:
    """What a length is counted from: a day named with it or before it, else today, the day of the interview."""
    if hit.has("that", "then"):
        named = before_this(hit)
        return named.last if named else hit.at.today
    day = hit.maybe(Span)
    return day.last if day else hit.at.today


def _low(hit: Hit) -> date:
    return hit.at.shift(_base(hit), _length(hit).low)


def _high(hit: Hit) -> date:
    return hit.at.shift(_base(hit), _length(hit).high)


def within(hit: Hit) -> Meaning:
    """Up to so long. A stated range keeps both ends, an idiom (a few, a week or two) only the far one."""
    length = _length(hit)
    keeps_both = not length.exact and not length.loose
    return Window(_low(hit) if keeps_both else None, _high(hit))


def up_to(hit: Hit) -> Meaning:
    """The last of what was named counts: a week, ten days at most."""
    lengths = hit.every(Length)
    return Window(None, hit.at.shift(hit.at.today, lengths[-1].high))


def at_least(hit: Hit) -> Meaning:
    return Window(_low(hit), None)


def more_than(hit: Hit) -> Meaning:
    return Window(_low(hit), None, negated=Window(None, _high(hit)))


def lasting(hit: Hit) -> Meaning:
    """For two weeks: how long something lasts, no answer. Not for two weeks: from then on."""
    return Window(None, None, negated=Window(_low(hit), None), only_negated=True)


def before_length(hit: Hit) -> Meaning:
    return Window(None, _high(hit), negated=Window(_low(hit), None))


def point(hit: Hit) -> Meaning:
    return Window(_low(hit), _high(hit))


def before_day(hit: Hit) -> Meaning:
    """Two weeks before Christmas."""
    length, base = _length(hit), _span(hit).first
    ends = [plus(base, (base - hit.at.shift(base, amount)).days) for amount in (length.high, length.low)]
    return Window(ends[0], ends[1])


RULES = (
    Rule(
        "within so long of a day",
        f"(within|in|upto|by)( the)? <length> (of|from|after)( the)? ({EVENT}|today|now|that|then|{{day}})",
        within,
        ("within two weeks of the interview -> ..2026-06-24",),
        WINDOWS,
    ),
    Rule(
        "at least so long after a day",
        f"atleast <length> (of|from|after)( the)? ({EVENT}|today|now|{{day}})",
        at_least,
        ("at least two weeks after the interview -> 2026-06-24..",),
        WINDOWS,
    ),
    Rule(
        "so long after a day",
        f"(in )?<length> (from|after|following|past|notbefore)( the)? ({EVENT}|{{when}})",
        point,
        ("two to three days after the interview -> 2026-06-12..2026-06-13",),
        WINDOWS,
    ),
    Rule(
        "so long after an event",
        "(within |in |upto |atleast )?<length> "
        "((after|following|ONCE)(?! {when} )|from (ONCE|((the|my|your|our) )?OTHER)|of( the| that| their)+ (OTHER|_))",
        lambda _: (Noise(), "ONCE"),
        ("two weeks after they have seen everyone -> unknown",),
        WINDOWS,
    ),
    Rule(
        "so long before a day",
        "<length> (before)( the)? {when}",
        before_day,
        ("two weeks before Christmas -> 2026-12-11",),
        WINDOWS,
    ),
    Rule(
        "in so long from now",
        "(in |within )?<length> (fromnow|from now|time fromnow)",
        point,
        ("4 days from now -> 2026-06-14",),
        WINDOWS,
    ),
    Rule(
        "in the next so long",
        "((in|within|during|for|by|upto)( the)? |the )?(next|coming|following) <length>( time)?",
        within,
        ("over the next couple weeks -> ..2026-06-24", "next 3 days -> ..2026-06-13"),
        WINDOWS,
    ),
    Rule(
        "at most so long",
        AT_MOST,
        up_to,
        ("ten working days max -> ..2026-06-24", "up to 3 weeks -> ..2026-07-01"),
        WINDOWS,
    ),
    Rule(
        "at least so long",
        "(for |in )?(atleast|earliest|notbefore)( another| for| in)? <length>|(in )?<length> (atleast|earliest|plus)",
        at_least,
        ("at least two weeks -> 2026-06-24..",),
        WINDOWS,
    ),
    Rule(
        "more than so long",
        "(in )?(morethan|during) <length>",
        more_than,
        ("more than two weeks -> 2026-06-24..",),
        WINDOWS,
    ),
    Rule("after so long", "(until )?after( the)? <length>", at_least, ("after two weeks -> 2026-06-24..",), WINDOWS),
    Rule(
        "before so long", "(before|until) <length>", before_length, ("not before two weeks -> 2026-06-24..",), WINDOWS
    ),
    Rule("for so long", "for( the)? <length>", lasting, ("won't hear for two weeks -> 2026-06-24..",), WINDOWS),
    Rule(
        "within so long",
        "(within|by)( the)?( finish)? <length>( time)?",
        within,
        ("within 5 working days -> ..2026-06-17", "within 5 to 7 days -> 2026-06-15..2026-06-17"),
        WINDOWS,
    ),
    Rule(
        "at the end of so long",
        "(at |in )?(the )?(finish|late)( of)?( the)? <length>",
        point,
        ("at the end of two weeks -> 2026-06-24",),
        WINDOWS,
    ),
    Rule(
        "in so long",
        "in( the)? <length>( time)?|<length> time",
        point,
        ("in three weeks' time -> 2026-07-01",),
        WINDOWS,
    ),
)
