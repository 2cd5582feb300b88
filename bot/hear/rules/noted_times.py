"""The time they named, told as a note without a verb of its own: "outcome by the 4th", "manager texts me Tuesday"."""

from __future__ import annotations

import re
from datetime import date

from bot.hear import when, windows
from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Modality, Subject
from bot.hear.rules import talks
from bot.hear.rules.counted import is_reported
from bot.hear.rules.counting import value
from bot.hear.times import WindowRead
from bot.hear.vocabulary import vocabulary

SAYS_OTHERS = (
    "interview",
    "interviewed",
    "invite",
    "moved",
    "silence",
    "offered",
    "own_deadline",
    "day_it_is",
    "wrote",
)
"""What has a day of its own, which is none of their answer."""
MINE = ("note_mine", "note_other", "note_past", "thanks_letter", "document", "away", "no_contact", "not_window")
TOLD = frozenset({Modality.FACT, Modality.PLANNED})
WEEKS = re.compile(r"\b(?:weeks?|fortnight|wochen?|days|tagen?|werktagen?|months?|monaten?)\b", re.IGNORECASE)
"""A length in which somebody decides."""
BACK = re.compile(r"\b(?:ago|since|vor|seit|notice|kündigungsfrist|holiday|urlaub)\b", re.IGNORECASE)
"""What makes a length one that has been, or one of something else."""
LABEL = re.compile(r"^[^:]{1,30}:\s")
"""Who says it, in front of a colon: "HR: two weeks"."""
KEYS = ("note_answer", "note_medium", "note_tells", "note_moved", "a_length")
"""Of these such a note says one."""
MOST_BESIDE = 1
"""Words of such a note that are neither a time nor one of its small words."""


def is_told(clause: Clause, context: Context) -> bool:
    """Whether a clause is such a note, and a talk is known or told whose answer it may be."""
    if clause.modality not in TOLD or clause.negated or clause.subject not in (Subject.NONE, Subject.THEY):
        return False
    if clause.says(*MINE) or "?" in clause.text or not _has_a_talk(context):
        return False
    if _is_put_off(clause, context):
        return True
    if (clause.says(*SAYS_OTHERS) and not clause.says("either_answer")) or _is_a_call_with_its_hour(clause, context):
        return False
    return _names_an_answer(clause) or _tells_of_them(clause, context) or _is_a_length(clause, context)


def _has_a_talk(context: Context) -> bool:
    if any(one.talks for one in context.scene.employers):
        return True
    return any(
        one.says("interview", "interviewed", "met_for_sure", "note_talk") or one.employer for one in context.clauses
    )


def _is_a_call_with_its_hour(clause: Clause, context: Context) -> bool:
    told = when.moment(clause, context, past=False)
    return told is not None and told.clock


def _names_an_answer(clause: Clause) -> bool:
    """ "Outcome by the 4th": a word for an answer, and nothing beside it but when and how. A mail needs its limit."""
    place = clause.where("note_answer") or (clause.where("note_medium") if clause.says("a_limit") else None)
    return place is not None and not clause.says("verb") and _beside(clause, place) <= MOST_BESIDE


def _tells_of_them(clause: Clause, context: Context) -> bool:
    """ "Manager texts me Tuesday", "they aim to decide in two weeks": they, and what they are going to do."""
    place = clause.where("note_tells")
    if place is None or not (clause.says("note_side") or clause.people or clause.subject is Subject.THEY):
        return clause.says("note_pronoun") and place is not None and _goes_on(clause, context)
    side = clause.where("note_side")
    first = side[0] if side is not None else 0
    return first < place[1] and _beside(clause, place) <= MOST_BESIDE


def _goes_on(clause: Clause, context: Context) -> bool:
    """ "Talked to the boss, he rings next week": somebody of theirs is named right in front."""
    before = context.before(clause)
    return before is not None and before.sentence == clause.sentence and before.says("note_side")


def _is_a_length(clause: Clause, context: Context) -> bool:
    """ "2 to 3 weeks", "HR: within two weeks", "das Ganze drei Wochen": nothing but how long it takes."""
    if not WEEKS.search(clause.text) or BACK.search(clause.text) or not clause.says("a_length"):
        return False
    of_them = bool(LABEL.match(clause.text)) or is_reported(clause, context) or clause.says("note_length")
    return _beside(clause, (0, 0)) == 0 and (of_them or _stands_behind_a_talk(clause, context))


def _stands_behind_a_talk(clause: Clause, context: Context) -> bool:
    """Whether a talk that has been is told right in front of it."""
    return any(
        one.says("interview", "interviewed", "note_talk") for one in context.clauses[: clause.index]
    ) or talks.told_over(context)


SMALL = (
    *("note_small", "note_side", "note_answer", "note_tells", "note_length"),
    *("edge", "time_word", "day_word", "lead", "they_do", "article", "title_word"),
)
"""Words that tell when, how and by whom, and nothing else."""


def _beside(clause: Clause, place: tuple[int, int]) -> int:
    """How many words tell something else than when, how, and by whom."""
    named = {part for name in clause.names for part in name.text.casefold().split()}
    rest = [word.text for at, word in enumerate(clause.words) if not place[0] <= at < place[1]]
    return sum(not (word in named or _is_small(word, clause.language)) for word in rest)


def _is_small(word: str, language: str) -> bool:
    meant = vocabulary(language)
    return word[0].isdigit() or value(word, language) is not None or any(meant[key].holds(word) for key in SMALL)


def is_plain(act: Act, clause: Clause, context: Context) -> bool:
    """Whether a window stands in a note that can mean nothing else."""
    return act.name in ("window", "window_moved") and act.has("latest", "earliest") and is_told(clause, context)


def _is_put_off(clause: Clause, context: Context) -> bool:
    """ "Said by the 8th, then moved to the 15th", "erst 11. gesagt, jetzt 18.": a later time of theirs."""
    place, before = clause.where("note_moved"), context.before(clause)
    if place is None or _beside(clause, place) > MOST_BESIDE or not names_a_time(clause, context):
        return False
    if place[0] > 0:
        return clause.says("said_word") and clause.subject is not Subject.I
    near = before is not None and before.sentence == clause.sentence
    return near and before is not None and before.says("said_word") and not before.says("interview", "interviewed")


def names_a_time(clause: Clause, context: Context) -> bool:
    """Whether it names any time."""
    return bool(when.stretches(clause, context))


def is_none_of_theirs(clause: Clause) -> bool:
    """ "My answer by Friday", "the decision came Friday": the Person's own, or one that is there."""
    if clause.subject is Subject.THEY or clause.says("said_word"):
        return False
    return clause.says("note_my_answer") or (clause.says("note_came") and clause.says("note_answer"))


def behind(clause: Clause, context: Context, since: date | None) -> WindowRead | None:
    """The time behind the word for an answer, where that word hides it: "yes or no by Monday"."""
    place = clause.where("note_answer") if is_told(clause, context) else None
    read = windows.read(clause, context, since, place[1]) if place else None
    return read if isinstance(read, WindowRead) else None
