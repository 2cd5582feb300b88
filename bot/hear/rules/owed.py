"""Rules for what the Person owes already: a part of it is out, the rest comes on another day; a task to hand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bot.hear import when
from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Rule, Subject, Tense, on
from bot.hear.rules import promises
from bot.hear.rules.saying import doer, goes_on
from bot.hear.things import shares, things
from bot.hear.vocabulary import LANGUAGES, NOWHERE, said_in, vocabulary
from storage.changing import changed

BACK = 3
"""Parts in front of a "that comes on Monday" in which it may be told what is meant."""
FEW = 4
"""Words of a part that goes on about what was named before it: "and comes on Monday"."""
CUT = re.compile(r",|\s(?=(?:aber|und|but|and|dass|that)\s)", re.IGNORECASE)
NOT = frozenset({"not", "never", "nicht", "nie", "kein", "keine", "keinen"})


class Owed(NamedTuple):
    """A thing that is owed, and to whom."""

    to: str
    what: str


def owed_out(clause: Clause, context: Context) -> Iterator[Act]:
    """ "The certificates are out", "Zeugnisse sind weg", "handed in the SQL": each thing that is owed and named."""
    if clause.says("kept_back"):
        return
    for part in _parts(clause):
        if _is_out(part) and not _is_denied(part):
            for one in owed_in(part, context):
                act = clause.act("kept", about=one.to, what=one.what, to=next(iter(clause.people), None))
                day = _day_out(clause, context)
                yield act if day is None else act.with_slots(day=day)


def handed_in(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Abgegeben!", "handed it in": the one thing that is owed, where nothing else is named."""
    place = clause.where("handed_in")
    owed = [(one.name, what) for one in context.scene.employers for what in one.promises]
    if place is None or len(owed) != 1 or _is_denied(clause) or clause.employer not in (None, owed[0][0]):
        return
    if (
        _names_nothing(clause, place)
        and _did_i(clause, place[0])
        and clause.tense is not Tense.FUTURE
        and not clause.says("letter")
    ):
        yield clause.act("kept", about=owed[0][0], what=owed[0][1])


def _names_nothing(clause: Clause, place: tuple[int, int]) -> bool:
    """Whether only small words stand beside it, or what goes with it: "with a readme and all"."""
    meant = vocabulary(clause.language)
    behind = clause.words[place[1] :]
    beside = (
        clause.words[: place[0]] if behind and behind[0].text in ("mit", "with") else clause.words[: place[0]] + behind
    )
    return all(
        any(meant[key].holds(word.text) for key in ("lead", "points_back", "pronoun", "before_subject"))
        for word in beside
    )


def _did_i(clause: Clause, at: int) -> bool:
    """Whether the Person did it; "sie" behind "hab" is what was done."""
    i_have = any(word.text in ("hab", "habe") for word in clause.words[:at])
    return i_have or doer(clause, at) in (Subject.I, Subject.NONE)


def _day_out(clause: Clause, context: Context) -> date | None:
    """ "Sent Tom the portfolio on Tuesday": the day on which it went; not the one for which it was promised."""
    day = when.day(clause, context, past=True)
    is_due = clause.says("i_promised", "as_promised") or tells_of_it(clause, context)
    return day if day is not None and not is_due and timedelta() < context.scene.now.date() - day < LATELY else None


LATELY = timedelta(days=21)


def owed_later(clause: Clause, context: Context) -> Iterator[Act]:
    """ "The list comes on Monday", and "that it follows on Monday" right behind what is still missing."""
    if clause.says("i_promised") and any(act.has("what") for act in promises.promised(clause, context)):
        return
    for part in _parts(clause):
        due = when.due(part, context) if part.says("owed_comes") and not _is_out(part) else None
        for one in _meant(part, context) if due is not None and not _is_denied(part) else ():
            yield clause.act("promised", about=one.to, what=one.what, due=due)


def _is_out(part: Clause) -> bool:
    """Whether it is gone, whoever says so, or was sent by nobody but the Person."""
    place = part.where("owed_done")
    return part.says("owed_out") or (place is not None and doer(part, place[0]) in (Subject.I, Subject.NONE))


def _is_denied(part: Clause) -> bool:
    """Whether it is told that it has not gone, or not come, with no day on which it will."""
    return not NOT.isdisjoint(word.text for word in part.words) or (part.says("owed_missing") and _is_out(part))


def _parts(clause: Clause) -> Sequence[Clause]:
    """A clause cut where one part tells of one thing and the next of another: "A is out, but B is still missing"."""
    cuts = [0, *(found.end() for found in CUT.finditer(clause.text)), len(clause.text)]
    found: list[Clause] = []
    first = 0
    for last in cuts[1:]:
        part = _part(clause, first, last)
        if part.says(*TELLING) or last == len(clause.text):
            found.append(part)
            first = last
    if len(found) > 1 and not found[-1].says(*TELLING) and _is_and_more(found[-1]):
        found[-2:] = [_part(clause, found[-2].start - clause.start, len(clause.text))]
    return found


def _is_and_more(part: Clause) -> bool:
    """Whether it only names more of what was done before it: "sent her the note and the certificate this morning"."""
    verb = vocabulary(part.language)["verb"]
    return len(part.words) <= FEW_MORE and not any(verb.holds(word.text) for word in part.words)


FEW_MORE = 7
"""Words of a part that only names more, at most."""


TELLING = ("owed_out", "owed_done", "owed_comes", "owed_missing")


def _part(clause: Clause, first: int, last: int) -> Clause:
    """A stretch of a clause as one of its own."""
    start, end = clause.start + first, clause.start + last
    words = tuple(word for word in clause.words if start <= word.start < end)
    said = said_in(words, clause.language)
    text = clause.text[first:last].strip(" ,")
    return changed(clause, text=text, start=start, end=end, words=words, said=said, said_also=NOWHERE, keys=said.keys)


def _meant(part: Clause, context: Context) -> Sequence[Owed]:
    """What a part names, or stands for with a pronoun or none at all: the last that was named and is not out."""
    named = owed_in(part, context)
    if named or not (part.says("points_back") or len(part.words) <= FEW):
        return named
    before = [one for clause in context.clauses for one in _parts(clause) if one.start < part.start]
    left = (owed_in(one, context) for one in reversed(before[-BACK:]) if not _is_out(one))
    return next(filter(None, left), ())


def owed_in(part: Clause, context: Context) -> Sequence[Owed]:
    """The things that are owed and named: each by itself, or all that is owed together as one."""
    houses = [one for one in context.scene.employers if part.employer in (None, one.name)]
    found = [Owed(house.name, thing) for house in houses for what in house.promises for thing in _named(what, part)]
    return list(dict.fromkeys(found))


def _named(what: str, part: Clause) -> Sequence[str]:
    """Of what is owed the things that a part names."""
    for language in LANGUAGES:
        every = things(what, language)
        named = tuple(one for one in every if shares(one, part.text))
        if named:
            return (what,) if named == every else named
    return ()


def tells_of_it(clause: Clause, context: Context) -> bool:
    """Whether a message to them was about what is owed: "told her that it comes on Monday" asks nothing."""
    near = (clause, goes_on(clause, context))
    parts = (part for one in near if one is not None for part in _parts(one))
    return any(part.says("owed_comes") and bool(_meant(part, context)) for part in parts)


def task(clause: Clause, context: Context) -> Iterator[Act]:
    """ "They gave me an SQL task, due Thursday evening", "she wants it confirmed by e-mail by Friday"."""
    behind = goes_on(clause, context)
    if clause.negated or not clause.says("their_task", "confirmed_by_me"):
        return
    ends = clause if when.due(clause, context) else behind
    due = when.due(ends, context) if ends is not None and ends.says("task_ends") else None
    if due is None or ends is None:
        return
    what = _task_in(clause)
    if what is not None:
        act = clause.act("promised", about=clause.employer, what=what, due=due)
        yield act if ends is clause else Act(act.name, act.slots, span=context.span(clause, ends))


def _task_in(clause: Clause) -> str | None:
    """How the task is called, with the word in front of it that tells which one."""
    if clause.says("confirmed_by_me"):
        return "Bestätigung" if clause.language == "de" else "confirmation"
    place = clause.where("task_word")
    if place is None:
        return None
    first = place[0] - 1 if clause.where("tells_which", place[0] - 1) == (place[0] - 1, place[0]) else place[0]
    return re.sub(r" thing.*", " task", clause.text_of(first, place[1]))


RULES: tuple[Rule | Keyed, ...] = (
    on(owed_out, "owed_out", "owed_done"),
    on(handed_in, "handed_in"),
    on(owed_later, "owed_comes"),
    on(task, "their_task", "confirmed_by_me"),
)
