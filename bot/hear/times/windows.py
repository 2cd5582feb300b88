"""Reading when the employer will answer, from what the person typed. The conventions live in `spans` and `rules`."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import reduce

from bot.hear.times.answers import Ask, Reason, Unknown, WindowRead
from bot.hear.times.clauses import TELLING, Mention, Role, mentions
from bot.hear.times.context import Kind, is_too_far
from bot.hear.times.grammar import parse
from bot.hear.times.leftovers import half_read
from bot.hear.times.line import Line
from bot.hear.times.values import Noise, Trouble, Window

TOLD = frozenset({"TELL", "TOUCH", "DECIDE", "VAGUE"})
ANSWERED = frozenset({"VAGUE", "TOUCH", "ONCE"})
QUESTIONS = ("should", "can", "could", "how", "what", "why", "is", "do", "does", "did", "are", "when")


def read_window(text: str, now: datetime, language: str = "en") -> WindowRead | Unknown | Ask:
    """When they said they would answer. `now`: aware, in the person's own zone; days are days of that zone.

    Unknown: the person answered, and no usable time was said. Ask: say it again, for the reason given.
    """
    line = parse(text, now, Kind.WINDOW, language)
    found = mentions(line)
    chosen = _chosen(line, found)
    if not chosen:
        return _after_event(line, found) or _without_time(line, found)
    if all(isinstance(mention.said, Trouble) for mention in chosen):
        return Ask(reason=_reason(chosen[-1]))
    if any(half_read(line, mention.index) for mention in chosen):
        return Ask(reason=Reason.AMBIGUOUS)
    said = reduce(_together, (mention.said for mention in chosen))
    return Ask(reason=said.reason) if isinstance(said, Trouble) else _read(said, now)


def _reason(mention: Mention) -> Reason:
    return mention.said.reason if isinstance(mention.said, Trouble) else Reason.AMBIGUOUS


def _chosen(line: Line, found: list[Mention]) -> list[Mention]:
    """The times that belong to the reply: of those with the clearest words around them, what is not by the way."""
    usable = [mention for mention in found if mention.role >= Role.EVENT]
    if not usable:
        return []
    best = max(mention.role for mention in usable)
    if best is Role.WRAP and line.vocabulary & {"TELL", "TOUCH", "DECIDE"}:
        # It is over then, and what follows has no time of its own.
        return [replace(usable[0], said=Trouble(Reason.AMBIGUOUS))]
    top = [one for one in usable if one.role is best or (one.role is Role.NEUTRAL and _sharpens(one, usable, best))]
    top = _concluded(line, top, usable)
    if len(top) > 1:
        top = [one for one in top if not _by_the_way(line, one)] or top
    if all(one.role is Role.NEUTRAL and _by_the_way(line, one) for one in top) and line.vocabulary & TOLD:
        return []  # "thanks for your time today, we will be in touch"
    if any(isinstance(one.said, Window) for one in top):
        top = [one for one in top if not (isinstance(one.said, Trouble) and one.said.reason is Reason.SEASON)]
    return top


def _concluded(line: Line, top: list[Mention], usable: list[Mention]) -> list[Mention]:
    """What stands behind the last "so", where something does and the person is not told something before it."""
    so = max((index for index, item in enumerate(line.items) if item.symbol == "SO"), default=-1)
    if so >= 0 and top[0].role in (Role.DECIDE, Role.WRAP):
        return [one for one in usable if one.index > so and one.role >= Role.NEUTRAL] or top
    return [one for one in top if one.index > so] or top if top[0].role is Role.NEUTRAL else top


def _sharpens(one: Mention, usable: list[Mention], best: Role) -> bool:
    """Is a time without words around it a closer look at the answer before it? (next week, probably Tuesday)"""
    said = one.said
    if isinstance(said, Trouble):
        return False
    before = [other.said for other in usable if other.role is best and other.index < one.index]
    return any(isinstance(other, Window) and (_inside(said, other) or said.firm) for other in before)


def _by_the_way(line: Line, one: Mention) -> bool:
    """Today and what is past, where another time is named too: "today they told me two weeks"."""
    said, today = one.said, line.context.today
    if isinstance(said, Trouble):
        return said.reason is Reason.PAST
    return one.bare and said.latest is not None and said.latest <= today


def _inside(inner: Window, outer: Window) -> bool:
    if inner.earliest is None or inner.latest is None or outer.latest is None:
        return False
    return (outer.earliest is None or outer.earliest <= inner.earliest) and inner.latest <= outer.latest


def _together(one: Window | Trouble, other: Window | Trouble) -> Window | Trouble:
    """What two statements about the same answer say together."""
    if isinstance(one, Trouble) or isinstance(other, Trouble):
        return one if isinstance(one, Trouble) else other
    if one == other or (one.latest == other.latest and one.earliest is None and one.latest):
        return one
    if one.firm and other.latest and one.latest and other.latest <= one.latest:
        return one
    if other.firm:
        return other if other.earliest is None and one.latest else _crossed(one, other)
    if one.latest is None or other.latest is None:
        return _crossed(one, other)
    if _inside(other, one):
        return other
    return one if _inside(one, other) else Trouble(Reason.TWO_TIMES)


def _crossed(one: Window, other: Window) -> Window | Trouble:
    """Not before Monday, by Friday at the latest."""
    earliest = max(filter(None, (one.earliest, other.earliest)), default=None)
    latest = min(filter(None, (one.latest, other.latest)), default=None)
    if earliest and latest and latest < earliest:
        return Trouble(Reason.CONTRADICTION)
    return Window(earliest, latest)


def _read(said: Window, now: datetime) -> WindowRead | Ask:
    if is_too_far(now.date(), said.earliest, said.latest):
        return Ask(reason=Reason.TOO_FAR)
    if said.earliest and said.latest and said.latest < said.earliest:
        return Ask(reason=Reason.CONTRADICTION)
    return WindowRead(earliest=said.earliest, latest=said.latest)


def _after_event(line: Line, found: list[Mention]) -> WindowRead | None:
    """He talks to his boss on Monday and then calls me: from Monday on."""
    symbols = [item.symbol for item in line.items]
    then = symbols.index("then") if "then" in symbols else 0
    events = [one.said for one in found if one.role is Role.OTHER and one.index < then]
    if not TELLING & set(symbols[then:]) or "NOT" in symbols or len(events) != 1 or not isinstance(events[0], Window):
        return None
    return WindowRead(earliest=events[0].latest, latest=None) if events[0].latest else None


def _without_time(line: Line, found: list[Mention]) -> Unknown | Ask:
    """Did the person answer at all?"""
    words = line.vocabulary
    first = line.items[0].symbol if line.items else ""
    if any(mention.role in (Role.RULED_OUT, Role.MIXED) for mention in found):
        return Ask(reason=Reason.NO_TIME)
    if any(isinstance(item.value, Noise) and item.value.recurring for item in line.items):
        return Ask(reason=Reason.RECURRING)
    told = words & ANSWERED or (words & {"TELL", "DECIDE"} and words & {"WILL", "NOT"})
    if line.text.rstrip().endswith("?") and (first in QUESTIONS or first == "WILL"):
        return Ask(reason=Reason.NO_TIME)
    vague = any(item.symbol == "SOMETIME" for item in line.dropped)
    if (
        told
        or vague
        or (words & {"NOT", "FIX"} and len(line.items) <= 3)
        or words & {"after", "until", "before", "bytime"}
    ):
        return Unknown()
    return Ask(reason=Reason.NO_TIME)
