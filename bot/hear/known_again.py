"""Putting right what is known by saying what is not so, however long ago it was kept: "it's not Lindt, it's Lind",
"the 18th, not the 11th".

What is ruled out must be known: a name of somebody who was there, the last day of their time, the day of a talk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from bot.hear.act import Act, By
from bot.hear.bare_talks import start
from bot.hear.bare_times import DENIES, deadline, ruled_out, window
from bot.hear.clause import Clause, Context
from bot.hear.names import shown_name
from bot.hear.scene import Employer
from bot.hear.times.context import Kind
from bot.hear.times.grammar import parse
from bot.hear.times.values import Span, Window
from bot.hear.vocabulary import vocabulary

MOST_WORDS = 15
AGAIN = frozenset({"window", "window_moved", "interview", "interview_moved", "met"})
"""Acts that may be heard where something is put right that was kept last."""
FALLS = ("yes", "no", "unclear", "correct")
"""What says nothing more beside a value that is put right."""
MOST_OF_A_NAME = 3
NOT = re.compile(
    r"\b(?:not|isn't|wasn't|nicht|statt|anstatt|instead of|rather than)\s+([^\W\d_][\w'-]+)", re.IGNORECASE
)
BESIDE = frozenset(
    {"but", "sondern", "no", "he", "she", "they", "er", "btw", "uebrigens", "though", "sie", "way", "by", "her"}
)


def put_right(context: Context) -> tuple[Act, ...] | None:
    """The right name or the right day, with the word that the old one is wrong; None: nothing known is ruled out."""
    if not context.clauses or sum(len(one.words) for one in context.clauses) > MOST_WORDS:
        return None
    return _person(context) or _day(context)


def with_a_day_put_right(heard: Iterable[Act], context: Context) -> tuple[Act, ...] | None:
    """What is said besides, and a known day that one clause of the message puts right; None: none does."""
    found = _put_right_beside(context)
    if found is None:
        return None
    clause, again = found
    replaced = (*AGAIN, "offer")
    left = [act for act in heard if act.name not in FALLS and (act.name not in replaced or act.span not in clause.text)]
    return (*left, *(replace(act, span=clause.text, by=By.BARE) for act in again))


def _put_right_beside(context: Context) -> tuple[Clause, tuple[Act, ...]] | None:
    """A known day that one clause of a longer message puts right, and that clause."""
    for clause in context.clauses:
        found = _day(_alone(context, clause)) if DENIES.search(clause.text) else None
        if found is not None and len(clause.words) <= MOST_WORDS:
            return clause, found
    return None


def _alone(context: Context, clause: Clause) -> Context:
    """The message as if it said nothing else; places in its text stay the same."""
    text = " " * clause.start + context.text[clause.start : clause.end]
    return replace(context, text=text, clauses=(replace(clause, index=0),), known={})


def _employers(context: Context) -> list[Employer]:
    """The one that is spoken of, else all of them."""
    scene = context.scene
    return [one for one in scene.employers if one.name == scene.about] or list(scene.employers)


def _person(context: Context) -> tuple[Act, ...] | None:
    for denied in NOT.finditer(context.text):
        known = next((name for name in _people(context) if denied[1].casefold() in name.casefold().split()), None)
        right = _left(context, denied) if known is not None else None
        if known is not None and right is not None:
            name = _with(known, denied[1], right)
            clause = context.clauses[0]
            return clause.act("correct", what=denied[1]), clause.act("met", names=(name,))
    return None


def _people(context: Context) -> Iterator[str]:
    return (name for one in _employers(context) for name in one.people)


def _left(context: Context, denied: re.Match[str]) -> str | None:
    """The words beside the one that is ruled out, when they can be a name."""
    rest = f"{context.text[: denied.start()]} {context.text[denied.end() :]}"
    around = [vocabulary(context.language)[key].alone for key in ("around_a_name", "contradicts", "behind_a_name")]
    words = [word.strip(".,;:!") for word in re.findall(r"[\w'.-]+", rest)]
    small = {"its", "hes", "shes", "thats", "it's", "he's", "she's", "that's"} | BESIDE
    left = [
        word for word in words if word.casefold() not in small and not any(word.casefold() in one for one in around)
    ]
    fits = 0 < len(left) <= MOST_OF_A_NAME and all(word.replace("-", "").replace("'", "").isalpha() for word in left)
    is_said = any(word.casefold() in vocabulary(context.language)["verb"].alone for word in left)
    return shown_name(" ".join(left)) if fits and not is_said else None


def _with(known: str, wrong: str, right: str) -> str:
    """The whole name: of "Ada Lindt" only the surname was wrong."""
    words = known.split()
    if len(words) == 1 or len(right.split()) > 1:
        return right
    return " ".join(right if word.casefold() == wrong.casefold() else word for word in words)


def _day(context: Context) -> tuple[Act, ...] | None:
    denied = {day for first, last in ruled_out(context) for day in _days(context, first, last)}
    found = [one for employer in _by_topic(context) for one in _ruled_out(context, employer, denied)] if denied else []
    # What the last message gave counts first; else an offer, which comes after all that is told of a talk.
    last = (*reversed(context.scene.kept_last), "offer")
    return next((one for name in last for one in found if one[1].name == name), None) or next(iter(found), None)


def _ruled_out(context: Context, employer: Employer, denied: set[date]) -> Iterator[tuple[Act, Act]]:
    """Each day of theirs that is denied, put right."""
    talks = [talk.start.date() for talk in employer.talks]
    for what, days, reader in (
        ("window", [employer.answer_by], window),
        ("start", talks, start),
        ("deadline", [employer.decide_by], deadline),
    ):
        right = reader(context) if denied & set(days) else None
        if right is not None and not right.has("none"):
            wrong = context.clauses[0].act("correct", about=employer.name, what=what)
            yield wrong, right.with_slots(about=employer.name)


def _by_topic(context: Context) -> list[Employer]:
    """All of them, the one that is spoken of first: an offer's day is told while another one is the topic."""
    return sorted(context.scene.employers, key=lambda one: one.name != context.scene.about)


def _days(context: Context, first: int, last: int) -> Iterator[date]:
    """The days that a stretch of the text names, the last one of its name as well as the next."""
    now: datetime = context.scene.now
    for past in (False, True):
        for item in parse(context.text[first:last], now, Kind.TIME, context.language, past=past).items:
            if isinstance(item.value, Span):
                yield item.value.first
            elif isinstance(item.value, Window) and item.value.latest is not None:
                yield item.value.latest
