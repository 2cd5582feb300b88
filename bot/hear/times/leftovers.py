"""What stands right beside a time that was read, looks like more of it, and was not understood.

A wrong date is worse than a question: a time of which only a part was understood is asked for again.
"""

from __future__ import annotations

from bot.hear.times.line import Line
from bot.hear.times.values import CLOCK_UNITS, Unit

JOINTS = frozenset({",", "or", "and", "/", "-", "to", "CUT"})
LINKS = frozenset({"of", "the", "in", "on", "at", "a", "for"})
PARTS = frozenset({"mid", "late", "finish", "firsthalf", "secondhalf", "rest", "excluding", "noweekend"})
MORE = PARTS | (frozenset(Unit) - CLOCK_UNITS)
"""More about a time, wherever it stands."""
ALONE = frozenset({"<num>", "<nth>", "next", "following"})
"""More about a time when nothing else follows: two weeks, three; this Friday or next."""
ENDS = frozenset({",", "¶", "or", "and", "latest", "earliest", "upto"})


def half_read(line: Line, index: int) -> bool:
    """Is the time at `index` only a part of what was said?"""
    return _before(line, index) in MORE | {"<nth>"} or _begins_before(line, index) or _goes_on(line, index)


def _before(line: Line, index: int) -> str:
    words = [item.symbol for item in line.items[:index]]
    return next((word for word in reversed(words) if word not in LINKS), "")


def _begins_before(line: Line, index: int) -> bool:
    """One and something to two weeks: the first end of a range was not understood."""
    words = [item.symbol for item in line.items[:index] if item.symbol not in LINKS]
    return words[-1:] in (["to"], ["-"], ["/"], ["or"]) and words[-2:-1] in (
        ["<num>"],
        ["<dotted>"],
        ["half"],
        ["<nth>"],
    )


def _goes_on(line: Line, index: int) -> bool:
    words = [item.symbol for item in line.items[index + 1 :]]
    start = next((at for at, word in enumerate(words) if word not in JOINTS | LINKS), len(words))
    if not JOINTS & set(words[:start]):
        return False
    word, behind, *_ = [*words[start:], ",", ","]
    return word in MORE or (word in ALONE and behind in ENDS)
