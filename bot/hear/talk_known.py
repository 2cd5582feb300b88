"""A talk beside those that are known: a further round of one that has been, or something new."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.hear.act import Act
from bot.hear.clause import Context
from bot.hear.vocabulary import vocabulary

ROUND = frozenset({"about", "stage", "start", "day", "end", "minutes", "fixed", "approximate"})
"""Slots of a further round."""


def agree(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold()
    return one is None or other is None or one == other


def day_of(act: Act) -> date | None:
    start = act.get("start")
    if isinstance(start, datetime):
        return start.date()
    day = act.get("day")
    return day if isinstance(day, date) else None


def as_known(act: Act, context: Context) -> Act:
    """A coming talk with one whose talk has been, and with whom none is to come: a further round."""
    day, now = day_of(act), context.scene.now
    if act.name != "interview" or act.get("over") or act.has("elsewhere") or day is None or day < now.date():
        return act
    known = [one for one in context.scene.employers if agree(act.get("about"), one.name)]
    if len(known) != 1 or not known[0].talks or not all(talk.is_over(now) for talk in known[0].talks):
        return act
    if not act.has("about") and context.language == "en" and _may_name_another(act, known[0].people):
        return act
    return replace(act.without(*(slot for slot in act.slots if slot not in ROUND)), name="invited")


def _may_name_another(act: Act, people: tuple[str, ...]) -> bool:
    """Whether a word stands in it that may be a name which is not known: "tomorrow I meet Quillon"."""
    familiar = {part for name in people for part in name.casefold().split()}
    common = vocabulary("en")["common"].alone | vocabulary("en")["time_word"].alone
    behind = [word.strip(",.!?()") for word in act.span.split()[1:]]
    capital = (word.casefold() for word in behind if word[:1].isupper() and len(word) > 1)
    return any(not (word in common or word in familiar) for word in capital)


def moved_if_known(act: Act, context: Context) -> Act:
    """Another time of a talk that is known and still ahead, which nobody says was told wrong: it was moved."""
    told, now = act.get("start") or day_of(act), context.scene.now
    if act.name != "interview" or told is None or act.get("over") or act.has("with", "role", "elsewhere", "stage"):
        return act
    if any(one.says("interview") for one in context.clauses if one.text == act.span):
        return act  # a talk by its name may be a further one
    known = [one for one in context.scene.employers if agree(act.get("about"), one.name)]
    ahead = [talk for one in known for talk in one.talks if not talk.is_over(now)]
    if len(ahead) != 1 or (not act.has("about") and _may_name_another(act, known[0].people)):
        return act
    start = ahead[0].start
    if not ahead[0].start_known and day_of(act) == start.date():
        return act  # its hour, which was missing
    same = (
        told.replace(tzinfo=None) == start.replace(tzinfo=None) if isinstance(told, datetime) else told == start.date()
    )
    return act if same else replace(act, name="interview_moved")
