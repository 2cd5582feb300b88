"""When they will answer, as a clause tells it: a stretch of days, and the two that it may be."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from bot.hear.clause import Clause, Context, Tense
from bot.hear.plain import plain
from bot.hear.times import Ask, Unknown, WindowRead, read_window
from bot.hear.times.days import FRIDAY, SATURDAY, SUNDAY, plus
from bot.hear.vocabulary import vocabulary
from bot.hear.when import without_next

A_YEAR_OFF = 250
"""Days ahead at which a day without a year may as well be the last one of its name."""


def read(
    clause: Clause, context: Context, since: date | None = None, first: int = 0, last: int | None = None
) -> WindowRead | Unknown | Ask:
    """When they will answer. `since`: the day from which they counted, where it is not today.

    `first`, `last`: the words from which and up to (without) which it is read.
    """
    key = ("window", clause.index, clause.text, since, first, last)
    return context.once(key, lambda: _read(clause, context, since, first, last))


def _read(
    clause: Clause, context: Context, since: date | None, first: int, last: int | None
) -> WindowRead | Unknown | Ask:
    now = context.scene.now
    if since is not None and since < now.date():
        now = now - timedelta(days=(now.date() - since).days)
    text = _dated(clause.text_of(first, last) if first or last else plain(clause), now, context.scene.now)
    text = _with_week(text, now)
    text = THAT_DAY.sub("heute" if clause.language == "de" else "today", text) if since is not None else text
    if LAST_WEEK_OVER.search(text):
        text, now = LAST_WEEK_OVER.sub(_of_that_week, text), context.scene.now - LATELY
    text = _not_before(text) if clause.negated else text
    found = read_window(text, now, clause.language)
    reason = clause.where("for_a_reason")
    if reason is not None and reason[0] > first and last is None and not isinstance(found, WindowRead):
        return _read(clause, context, since, first, reason[0])
    return read_window(text, now, clause.also) if clause.also and not isinstance(found, WindowRead) else found


def _dated(text: str, now: datetime, told: datetime) -> str:
    """ "They wanted to decide by yesterday": the day before it is told, from whatever day they counted."""

    def day(found: re.Match[str]) -> str:
        days = timedelta(days=2 if found[1] or found[0].casefold() == "vorgestern" else 1)
        return f"{told - days:%Y-%m-%d}"

    return YESTERDAY.sub(day, text) if now < told else text


YESTERDAY = re.compile(r"\b(the day before )?yesterday\b|\b(?:vor)?gestern\b", re.IGNORECASE)


def _not_before(text: str) -> str:
    """ "Vor dem 18. entscheiden sie nicht" is not before the 18th: the first day, and not the last."""
    return text if NOT_EARLIER.search(text) else BEFORE.sub("nicht vor", text)


BEFORE = re.compile(r"\bvor\b(?= (?:de[mnr] )?(?:\d|[a-zäöü]))", re.IGNORECASE)
NOT_EARLIER = re.compile(r"\b(?:nicht|nichts|nix|keine?) (?:mehr )?vor\b", re.IGNORECASE)
"""The limit as the reader of times knows it."""


def _with_week(text: str, now: datetime) -> str:
    """A calendar week that has gone by as its days: "in KW 47" was from the 16th to the 20th."""
    told = WEEK.search(text)
    number = int(told[1] or told[2]) if told is not None else 0
    if told is None or not 1 <= number <= LAST_WEEK:
        return text
    monday = date.fromisocalendar(now.year, number, 1)
    friday = monday + timedelta(days=FRIDAY)
    if not friday < now.date() <= friday + timedelta(days=A_YEAR_OFF):
        return text  # it is ahead, as weeks are read
    return f"{text[: told.start()]}zwischen {monday:%d.%m.} und {friday:%d.%m.}{text[told.end() :]}"


LAST_WEEK_OVER = re.compile(
    r"\b((?:by|until|till|before|sometime|end of|ende|bis|im laufe) (?:the |der )?(?:end of |ende )?)"
    r"(last week|(?:der )?(?:letzten|letzter|vergangenen|vergangener|voriger|vorigen) woche)\b",
    re.IGNORECASE,
)
"""A limit that has gone by: "by the end of last week", "bis Ende letzter Woche"."""


def _of_that_week(found: re.Match[str]) -> str:
    """The same limit, as it was said in that week."""
    return f"{found[1]}{'this week' if found[2].casefold() == 'last week' else 'dieser Woche'}"


THAT_DAY = re.compile(
    r"\b(?:later )?(?:that|(?:on )?(?:the|that) same) (?:very )?(?:day|morning|afternoon|evening|night)\b"
    r"|\b(?:noch )?(?:am|an dem|den) (?:selben|gleichen|tag|nachmittag|abend)(?: (?:tag|nachmittag|abend))?\b",
    re.IGNORECASE,
)
"""The day from which they counted: "they said they'd call that afternoon"."""
WEEK = re.compile(
    r"\b(?:in (?:der )?)?(?:(?:KW|Kalenderwoche) ?(\d{1,2})\b|(\d{1,2})\. ?(?:KW|Kalenderwoche)\b)", re.IGNORECASE
)
LAST_WEEK = 52


def readings(clause: Clause, context: Context) -> tuple[WindowRead, ...]:
    """The two windows that "next week" may mean at a weekend, and "next Friday" shortly before one."""
    now, text = context.scene.now, plain(clause)
    if now.weekday() >= SATURDAY:
        days = (FRIDAY - now.weekday(), SUNDAY + 1 - now.weekday())
        found = [read_window(text, now + timedelta(days=count), clause.language) for count in days]
    else:
        first = read_window(without_next(text), now, clause.language)
        found = [first, _week_later(first)]
    both = tuple(one for one in found if isinstance(one, WindowRead) and one.latest is not None)
    return both if len(both) == len(found) and both[0] != both[1] else ()


def of_two_years(told: WindowRead, context: Context) -> tuple[WindowRead, ...]:
    """The day of last year and that of the next, where one that was named lies nearly a year ahead."""
    today = context.scene.now.date()
    if told.latest is None or (told.latest - today).days < A_YEAR_OFF or told.latest.day == today.day:
        return ()
    return (WindowRead(earliest=_year_before(told.earliest), latest=_year_before(told.latest)), told)


def _year_before(day: date | None) -> date | None:
    if day is None:
        return None
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _week_later(told: WindowRead | Unknown | Ask) -> WindowRead | Unknown | Ask:
    if not isinstance(told, WindowRead):
        return told
    return WindowRead(
        earliest=plus(told.earliest, 7) if told.earliest else None, latest=plus(told.latest, 7) if told.latest else None
    )


def of_this_month(told: WindowRead | Unknown | Ask, clause: Clause, context: Context) -> WindowRead | Unknown | Ask:
    """They said "the 11th", told on the 16th: the day that has just gone by, not that of the next month."""
    today = context.scene.now.date()
    if not isinstance(told, WindowRead) or told.latest is None or (told.latest - today).days < FAR:
        return told
    if clause.tense is not Tense.PAST or not clause.says("said_word") or clause.says("a_length"):
        return told
    before = read(clause, context, today - LATELY)
    gone = isinstance(before, WindowRead) and before.latest is not None and before.latest < today
    return before if gone else told


FAR = 21
"""Days ahead at which a day without a month may as well have been that of this one."""
LATELY = timedelta(days=7)
"""So long ago a day without a month may be that is told of as past."""


def says_only_a_time(clause: Clause) -> bool:
    """They said "two weeks", "said Friday at the latest": nothing else is told that could happen then."""
    meant = vocabulary(clause.language)
    reason = clause.where("for_a_reason")  # "in three weeks, because the board meets": why is no other thing
    words = clause.words[: reason[0]] if reason else clause.words
    told = [word.text for word in words if not any(meant[key].holds(word.text) for key in SMALL)]
    named = {part for name in clause.names for part in name.text.casefold().split()}
    return len([word for word in told if not word[:1].isdigit() and word not in named]) <= MOST_BESIDE


SMALL = (
    *("edge", "article", "time_word", "day_word", "lead", "verb"),
    *("said_word", "says_now", "they_do", "their_side", "their", "of_time"),
)
"""Words of a clause that say nothing beside a time."""
MOST_BESIDE = 1
"""Other words of a clause that tells when, and nothing else."""
