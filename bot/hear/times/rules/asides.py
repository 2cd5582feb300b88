"""What is about time and never an answer: "three days a week", "two weeks ago", "every Monday"."""

from __future__ import annotations

from bot.hear.times import spans
from bot.hear.times.answers import Reason
from bot.hear.times.context import Kind
from bot.hear.times.days import monday_of, plus, weekday_before
from bot.hear.times.line import Hit
from bot.hear.times.rule import SNOOZES, WINDOWS, Meaning, Rule
from bot.hear.times.values import Length, Noise, Trouble, Unit, Weekday

TIME_NEXT = (
    "( ,)?( at| on| by| in)?( the)? "
    "(<num>|<ord>|<weekday>|<monthname>|<hm>|<dotted>|<slashed>|today|tomorrow|noon|next)"
)


def corrected(hit: Hit) -> Meaning:
    """Behind another time, "no" takes it back: "at two, no three"."""
    named = any(item.value is not None or item.symbol in ("today", "tomorrow") for item in hit.line.items[: hit.first])
    return "FIX" if named else "NOT"


def so_long_ago(hit: Hit) -> Meaning:
    length = hit[0]
    whole_days = isinstance(length, Length) and length.exact and length.low.unit in (Unit.DAY, Unit.WEEK)
    if hit.at.kind is not Kind.TIME or not whole_days:
        return Noise()
    ahead = hit.at.shift(hit.at.today, length.low) - hit.at.today
    return spans.day(plus(hit.at.today, -ahead.days))


def past_weekday(hit: Hit) -> Meaning:
    """Last Tuesday: when an interview was. No answer and no reminder can lie there."""
    if hit.at.kind is not Kind.TIME:
        return Noise()
    weekday = hit.one(Weekday).index
    if hit.has("week"):
        return spans.day(plus(monday_of(hit.at.today), weekday - 7))
    return spans.day(weekday_before(hit.at.today, weekday))


EARLY = (
    Rule(
        "no, another time",
        f"NO(?={TIME_NEXT} )",
        corrected,
        ("Tuesday, no Wednesday -> 2026-06-17", "tomorrow at 2, no 3 => 2026-06-11T15:00"),
    ),
    Rule(
        "now, after what it was first",
        f"now(?={TIME_NEXT} )",
        lambda hit: "FIX" if any(item.symbol == "ORIGINALLY" for item in hit.line.items[: hit.first]) else None,
        ("originally Friday, now Monday -> 2026-06-15",),
    ),
    Rule("no", "NO", lambda _: "NOT", ("no news until Friday -> 2026-06-12..",)),
    Rule(
        "silence means no",
        "NOT (TELL|TOUCH)(?= .* SILENCE )",
        lambda hit: ("IF", *hit.words),
        ("no news by Friday means no -> ..2026-06-12",),
        WINDOWS,
    ),
    Rule(
        "a number that names something",
        "ident( is| NOT| ,)*( (<num>|<dotted>|<slashed>|<ord>))( <num>)*(?! (am|pm|oclock) )",
        lambda _: Noise(),
        (
            "Friday 2pm, meeting ID 894 2231 0912 passcode 4417 => 2026-06-12T14:00",
            "room 4.12, Friday 2pm => 2026-06-12T14:00",
        ),
    ),
)

RATES = (
    Rule(
        "so much of it a week",
        "(<num>|ONCE|twice)( time| {unit})? (a|an|per) {unit}",
        lambda _: Noise(),
        ("3 days a week in the office, they will call on Friday -> 2026-06-12",),
    ),
)

RULES = (
    Rule(
        "what day it is now",
        "(it|its)( is)? <weekday>( morning| afternoon| evening| night| today| now)*",
        lambda hit: Noise() if hit[0].index == hit.at.today.weekday() else None,
        ("it's Wednesday now and they said two days -> 2026-06-12",),
        WINDOWS,
    ),
    Rule(
        "give or take a little",
        "giveortake( <length>| <num>)?",
        lambda _: Noise(),
        ("the 20th, give or take a few days -> 2026-06-20",),
    ),
    Rule(
        "so long ago",
        "vor <length>",
        lambda _: Noise(),
        ("de: vor zwei Wochen beworben, Antwort am Freitag -> 2026-06-12",),
    ),
    Rule("before, of days and hours", "vor", lambda _: "before", ("de: vor dem 20. -> ..2026-06-19",)),
    Rule(
        "every now and then",
        "every( <num>| <length>)? ({unit}|<weekday>|weekend|morning|evening|night|<weekdays>)",
        lambda _: Noise(recurring=True),
        ("every monday ~> ask recurring",),
    ),
    Rule(
        "daily",
        "recurring",
        lambda _: Noise(recurring=True),
        ("daily at 9 ~> ask recurring",),
        SNOOZES,
    ),
    Rule(
        "a length that has passed, and one that was promised",
        "<length>( ,| CUT| and| ¶)+( it| its| thats| that| has)* been (<length>|<num>)"
        "|been <length>( ,| CUT| and| ¶)+( they| she| he| it| WILL| _)* (<length>|<num>)",
        lambda _: Trouble(Reason.AMBIGUOUS),
        ("it's been a week already, they said two -> ask ambiguous",),
        WINDOWS,
    ),
    Rule(
        "moved by a length",
        "MOVED( it| that| back| by| for| up| _)* <length>",
        lambda hit: Trouble(Reason.AMBIGUOUS) if hit.at.kind is Kind.WINDOW else ("MOVED", Noise()),
        ("they pushed it back a week -> ask ambiguous", "pushed back an hour, now 3pm tomorrow => 2026-06-11T15:00"),
    ),
    Rule(
        "on working days",
        "bday( at)? (<clock>|<hm>|<num>|morning|afternoon|evening)",
        lambda hit: None if hit.before in ("next", "following", "coming", "<nth>", "<num>") else Noise(recurring=True),
        ("weekdays at 9 ~> ask recurring",),
        SNOOZES,
    ),
    Rule(
        "a length from a day that is past",
        "<length>( ,| on| from| since| after)? (last|past) <weekday>",
        lambda _: Trouble(Reason.AMBIGUOUS),
        ("they said 2 weeks last Wednesday -> ask ambiguous",),
        WINDOWS,
    ),
    Rule(
        "before an event without a date",
        "<length> before( the| my| our| it| that| i| they)* (INTERVIEW|OTHER|TELL|MINE|_)",
        lambda _: Trouble(Reason.VAGUE, "instant"),
        ("an hour before the interview ~> ask vague",),
        SNOOZES,
    ),
    Rule(
        "what the person asked for",
        "MINE( for| to| an| a| the| TOUCH)* (TELL|TOUCH|DECIDE)",
        lambda _: "MINE",
        ("I asked for feedback by tomorrow but she said it won't be before Monday -> 2026-06-15..",),
        WINDOWS,
    ),
    Rule(
        "a length that is past",
        "(<length>|<num>) ago",
        so_long_ago,
        ("applied 3 weeks ago, answer on Friday -> 2026-06-12", "two days ago at 3 => 2026-06-08T15:00"),
    ),
    Rule(
        "a weekday that is past",
        "<weekday>( ,| of| in)? (last|past) week|(last|past) week( ,| on)* <weekday>"
        "|(last|past) <weekday>(?! (of|in) )",
        past_weekday,
        ("last Tuesday at 3 => 2026-06-09T15:00", "they said so on Tuesday last week, answer on Friday -> 2026-06-12"),
    ),
    Rule(
        "the last such time",
        "(the )?(last|past) ({unit}|<weekday>|<monthname>|weekend|night|<length>)(?! (of|in) )",
        lambda _: Noise(),
        ("saw them last week, answer on Friday -> 2026-06-12",),
    ),
    Rule(
        "since then",
        "since( the)?( last)? (<ord>|<num>|<weekday>|<monthname>|yesterday|then)",
        lambda _: Noise(),
        ("waiting since Monday, they promised Friday -> 2026-06-12",),
    ),
)
