"""A reminder in the Person's own words: "remind me *Sunday evening* to *look over my notes about tube feeding*"."""

from __future__ import annotations

from datetime import datetime

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Subject
from bot.hear.role import Role
from bot.hear.times import SnoozeRead, read_snooze
from bot.hear.times.context import Kind
from bot.hear.times.grammar import parse
from bot.hear.times.snoozes import TIME_OF_PART

MOST_WORDS_OF_A_TIME = 8
LONGEST = 300
"""Characters that are kept of a reminder."""
BESIDE_A_TIME = frozenset({"on", "at", "by", "in", "notbefore", *TIME_OF_PART})
"""What stands beside a day or a clock, and is part of the time."""
LEADS = frozenset(
    [
        "to",
        "please",
        "again",
        "pls",
        "plz",
        "just",
        "then",
        "also",
        "bitte",
        "mal",
        "nochmal",
        "nochmals",
        "wieder",
        "daran",
        "dran",
        "doch",
        "noch",
        "einmal",
        "auch",
    ]
)
"""What stands before the words themselves."""
POINTS_BACK = LEADS | frozenset(
    [
        "about",
        "of",
        "on",
        "at",
        "for",
        "with",
        "me",
        "it",
        "this",
        "that",
        "one",
        "them",
        "there",
        "later",
        "das",
        "dies",
        "diese",
        "diesen",
        "es",
        "an",
        "dies",
        "ihn",
        "sie",
        "dazu",
        "darauf",
        "drauf",
        "später",
        "und",
        "and",
        "ok",
        "thanks",
        "thx",
        "danke",
        "it's",
    ]
)
"""Words that name nothing: the last nudge is meant."""
JOINS = frozenset(["if", "unless", "that", "to", "when", "dass", "falls", "wenn", "ob", "zu", "dann", "then"])
"""What a clause begins with that goes on with the reminder."""
ADDS = frozenset(["and", "und"])
_MARKS = ' \t\n,.:;!?-–—()"“”„'


def in_own_words(clause: Clause, context: Context) -> Act | None:
    """The reminder with its words and its moment; None: it names nothing of its own."""
    place = clause.where("reminds_me") or clause.where("remind")
    if place is None or clause.says("before_it"):
        return None
    last = _last(clause, context)
    start = clause.words[place[1] - 1].end
    typed = context.text[start : last.end].split()
    words, time = _parted(typed, context.scene.now, clause.language)
    if not _names_something(words, clause):
        return None
    until = _read(time or clause.text_of(place[1]), context, clause.language)
    span = context.span(clause, last)
    slots = {"what": " ".join(words).strip(_MARKS)[:LONGEST]} | ({"until": until} if until else {})
    return Act("snooze", slots, span=span)


def moment_behind(clause: Clause, context: Context) -> datetime | None:
    """The moment behind the wish, where others stand before it: "a break until New Year, write on the 4th"."""
    place = clause.where("reminds_me") or clause.where("remind")
    return _read(clause.text_of(place[1]), context, clause.language) if place else None


def _read(words: str, context: Context, language: str) -> datetime | None:
    read = read_snooze(words, context.scene.now, language)
    return read.at if isinstance(read, SnoozeRead) else None


def _last(clause: Clause, context: Context) -> Clause:
    """The last clause that goes on with it."""
    last, following = clause, context.after(clause)
    while following is not None and following.sentence == clause.sentence and _goes_on(last, following):
        last, following = following, context.after(following)
    return last


def _goes_on(clause: Clause, following: Clause) -> bool:
    first = following.words[0].text if following.words else ""
    if first in JOINS or (clause.words and clause.words[-1].text in ("daran", "dran")):
        return True
    return first in ADDS and following.subject is Subject.NONE and len(following.words) > 2


def _parted(words: list[str], now: datetime, language: str) -> tuple[list[str], str]:
    """The words without the time before or behind them, and that time as typed."""
    times: list[str] = []
    while words:
        count = _time_at(words, now, language, behind=False) if not times else 0
        if count:
            times, words = words[:count], words[count:]
        elif words[0].strip(_MARKS).casefold() in LEADS | {""}:
            words = words[1:]
        else:
            break
    count = 0 if times else _time_at(words, now, language, behind=True)
    return (words[:-count], " ".join(words[-count:])) if count else (words, " ".join(times))


def _time_at(words: list[str], now: datetime, language: str, *, behind: bool) -> int:
    """How many words at one end are a time and nothing else."""
    for count in range(min(MOST_WORDS_OF_A_TIME, len(words)), 0, -1):
        part = words[-count:] if behind else words[:count]
        items = parse(" ".join(part).strip(_MARKS), now, Kind.SNOOZE, language).items
        is_time = any(item.value is not None or item.symbol in TIME_OF_PART for item in items)
        if is_time and all(item.value is not None or item.symbol in BESIDE_A_TIME for item in items):
            return count
    return 0


def _names_something(words: list[str], clause: Clause) -> bool:
    """Whether there is more than a pointer to what was said, or the name of an employer that is known."""
    told = {word.strip(_MARKS).casefold() for word in words} - POINTS_BACK - {""}
    known = [name for name in clause.names if name.known and name.role is Role.EMPLOYER]
    named = {
        word.casefold()
        for name in known
        for word in clause.text[name.start - clause.start : name.end - clause.start].split()
    }
    return bool(told - named)
