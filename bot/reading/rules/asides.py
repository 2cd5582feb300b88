"""What is about time and never an answer: "three days a week", "two weeks ago", "every Monday"."""

from __future__ import annotations

from bot.reading.rule import SNOOZES, WINDOWS, Rule
from bot.reading.values import Noise

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
        "a length that is past",
        "(<length>|<num>) ago",
        lambda _: Noise(),
        ("applied 3 weeks ago, answer on Friday -> 2026-06-12",),
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
