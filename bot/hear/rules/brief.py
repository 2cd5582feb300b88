"""Talks that are told of without the word for one: a name with a day, "and one on Thursday", "Thursday at 9"."""

from __future__ import annotations

from bot.hear import when
from bot.hear.clause import Clause, Context
from bot.hear.vocabulary import vocabulary

MOST_BESIDE = 3
"""Words beside names and times in a clause that says nothing else."""


def is_bare(clause: Clause) -> bool:
    """Whether it says nothing but names and a time: "Calloway Ports, 15/12 0900"."""
    named = sum(len(name.text.split()) for name in clause.names)
    meant = vocabulary(clause.language)
    verbs = [word.text for word in clause.words if meant["verb"].holds(word.text)]
    told = clause.says("answer_word", "they_contacted", "wrote", "rejected", "offered")
    times = sum(word.text[:1].isdigit() or meant["time_word"].holds(word.text) for word in clause.words)
    return all(verb in BEING for verb in verbs) and not told and len(clause.words) - named - times <= MOST_BESIDE


BEING = frozenset({"was", "is", "war", "ist", "have", "got", "hab", "habe", "am"})


def has_time(clause: Clause) -> bool:
    """Whether a figure or a day stands in it."""
    return any(word.text[:1].isdigit() for word in clause.words) or clause.says("day_word")


def is_another(clause: Clause, context: Context) -> bool:
    """Whether it goes on, without the word for it, with a second talk: "... and one on Thursday at the council"."""
    before = context.before(clause)
    if before is None or not clause.says("another_one") or not has_time(clause):
        return False
    said = before.says("interview", "interviewed") and before.sentence == clause.sentence
    return bool(said) and (clause.employer or house_named(clause)) not in (None, before.employer)


def house_named(clause: Clause) -> str | None:
    """The kind of house that stands in the place of a name: "at the council", "bei der Stadt"."""
    place = clause.where("kind")
    at = clause.where("at_lower")
    if place is None or at is None or not at[1] <= place[0] <= at[1] + 1:
        return None
    name = clause.text_of(*place)
    return name[:1].upper() + name[1:]


def without_its_hour(clause: Clause, context: Context) -> str | None:
    """Whose talk it is of which a day with its hour is told, and nothing else: "Thursday at 9", behind "one on Thursday
    at the council"."""
    if not is_bare(clause) or clause.employer or clause.says("a_limit", "answer", "answer_word"):
        return None
    told = when.moment(clause, context, past=False) if has_time(clause) else None
    if told is None or told.start is None or told.day is None or not told.clock:
        return None
    now = context.scene.now
    lacks = [
        (one.name, talk)
        for one in context.scene.employers
        for talk in one.talks
        if not talk.start_known and talk.start > now and talk.start.date() == told.day
    ]
    return lacks[0][0] if len(lacks) == 1 else None
