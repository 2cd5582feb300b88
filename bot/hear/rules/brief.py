"""Talks that are told of without the word for one: a name with a day, "and one on Thursday", "Thursday at 9"."""

from __future__ import annotations

from bot.hear import when
from bot.hear.clause import Clause, Context, Modality, Subject
from bot.hear.role import Role
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


BEING = frozenset({"was", "is", "war", "ist", "have", "had", "got", "hatte", "hab", "habe", "am"})


def has_time(clause: Clause) -> bool:
    """Whether a figure or a day stands in it."""
    return any(word.text[:1].isdigit() for word in clause.words) or clause.says("day_word")


def is_another(clause: Clause, context: Context) -> bool:
    """Whether it goes on, without the word for it, with a second talk: "... and one on Thursday at the council"."""
    if clause.named(Role.HOUSE) and clause.says("one_more") and has_time(clause) and not clause.employer:
        return True
    before = context.before(clause)
    if before is None or not clause.says("another_one") or not has_time(clause):
        return False
    said = before.says("interview", "interviewed")
    told = clause.employer or house_named(clause)
    return bool(said) and told not in (None, before.employer or house_named(before))


def house_of_them(clause: Clause, context: Context) -> str | None:
    """Whose talk it is that opens with a day and goes on with one of theirs: "Tuesday with the nurse manager", where
    the message names a house that is new."""
    new = [name.text for one in context.clauses for name in one.names if name.role is Role.EMPLOYER and not name.known]
    if not new or clause.modality is not Modality.FACT or not clause.words:
        return None
    meant, texts = vocabulary(clause.language), [word.text for word in clause.words]
    at = next((at for at, word in enumerate(texts) if word in WITH), 0)
    behind = texts[at + 1 : at + 1 + MOST_TO_A_TITLE]
    timed = at > 0 and meant["day_word"].holds(texts[0]) and all(_is_of_a_time(word, clause) for word in texts[:at])
    theirs = any(meant["title_word"].holds(word) for word in behind) and MINE.isdisjoint(behind)
    return new[0] if timed and theirs else None


def _is_of_a_time(word: str, clause: Clause) -> bool:
    """Whether a word is part of a day with its hour."""
    meant = vocabulary(clause.language)
    return word[:1].isdigit() or meant["time_word"].holds(word) or meant["day_word"].holds(word) or word in SMALL


WITH, MINE = frozenset({"with", "mit", "beim"}), frozenset({"my", "meinem", "meiner", "of", "von"})
SMALL = frozenset({"last", "letzten", "vorigen", "ten", "twenty", "minutes", "an", "hour", "half", "uhr", "gestern"})
MOST_TO_A_TITLE = 5
"""Words behind "with" among which it is told who that is."""


def house_named(clause: Clause) -> str | None:
    """The kind of house that stands in the place of a name: "at the council", "bei der Stadt"."""
    return next(iter(clause.named(Role.HOUSE)), None)


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


def is_the_one(clause: Clause) -> bool:
    """Whether a talk is told by its house: "the GP surgery one", "the library interview"."""
    ends = [name.end for name in clause.names if name.role is Role.HOUSE]
    return any(word.text == "one" and 0 <= word.start - end <= 1 for word in clause.words for end in ends)


def was_there(clause: Clause) -> bool:
    """Whether the Person says that they were at a house: "war am Mittwoch im Marienstift", "i was at Rhyl school"."""
    timed = has_time(clause) or clause.says("just_now", "today")
    if not clause.says("i_was") or clause.subject not in (Subject.I, Subject.NONE) or not timed:
        return False
    here = (Role.EMPLOYER, Role.HOUSE)
    house = next(name.start for name in clause.names if name.role in here and not name.known)
    before = [word.text for word in clause.words if word.start < house][-2:]
    meant = vocabulary(clause.language)
    return any(meant[key].holds(word) for word in before for key in ("at_inside", "at_place"))


def tells_how(context: Context) -> bool:
    """Whether the rest of a message tells how it was with people, or how it went: nobody tells that of a shop."""
    return any(one.subject is Subject.THEY or one.says("told_how", "went", "interview") for one in context.clauses)


def is_at_a_house(clause: Clause, context: Context) -> bool:
    """Whether it tells of a talk at a house without a name: "war heute bei der Bank", "the gym one is Friday"."""
    if not clause.named(Role.HOUSE):
        return False
    about_it = clause.says("answer", "answer_word", "they_contacted", "wrote")
    if has_time(clause) and is_the_one(clause) and not about_it:
        return True
    return not clause.employer and was_there(clause) and tells_how(context)
