"""The day by which they were to answer, told as past or put right: "their deadline was the 2nd", "X = end of May"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.hear import when, windows
from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, Tense, on
from bot.hear.role import Role
from bot.hear.rules import talks
from bot.hear.times import WindowRead

WAS_DUE = ("was_due", "their_deadline", "meant_then")
OF_MINE = ("offer_word", "offered", "i_promised", "document")
"""What has a day of the Person's own."""
MINE = re.compile(
    r"\b(?:my|our|application|mein\w{0,2}|unser\w{0,2}|bewerbungs?)[ -]?\w{0,12} ?(?:deadline|frist)\b", re.I
)
"""A deadline of one's own."""
EDGE = re.compile(
    r"\b(?:by|until|till|end of|early|mid|late|within|in (?:the )?week of|bis|ende|anfang|mitte|innerhalb)\b", re.I
)
"""What makes a time one by which something is, and no appointment."""
MARK = re.compile(r"^ ?(=|:|->|→) ?")
"""What stands between an employer and its day where nothing else is said."""
TOLD_ELSEWHERE = ("interview", "interviewed", "answer", "none", "will_tell", "said_word", *WAS_DUE)
NO_ONE = frozenset({Modality.ASKED, Modality.FEARED, Modality.HOPED, Modality.CONDITIONAL, Modality.OTHERS})


def was_due(clause: Clause, context: Context) -> Iterator[Act]:
    """By when they were to answer, said after that day or to put another one right."""
    if not is_told(clause, context):
        return
    told = _day_of(clause, context) or _beside(clause, context)
    if told is not None:
        yield clause.act("window", about=named(clause, context), earliest=told.earliest, latest=told.latest)


def is_told(clause: Clause, context: Context) -> bool:
    """Whether a clause names the day of their answer in such words: that is no day of a talk."""
    if clause.modality in NO_ONE or clause.says(*OF_MINE):
        return False
    if clause.says("was_due") and (clause.subject is not Subject.I or clause.says("i_hear")):
        return True
    if clause.says("their_deadline"):
        return MINE.search(clause.text) is None and not _has_offered(clause, context)
    return clause.says("meant_then") and (bool(clause.employer or clause.people) or clause.subject is Subject.THEY)


def _has_offered(clause: Clause, context: Context) -> bool:
    """Whether the deadline may be that for an answer to an offer."""
    if any(one.says("offer_word", "offered") for one in context.clauses):
        return True
    name = named(clause, context)
    return any(one.offered for one in context.scene.employers if name is None or one.name == name)


def named(clause: Clause, context: Context) -> str | None:
    """The employer that a clause is about, as far as it or the one before in its sentence names it."""
    before = context.before(clause)
    beside = before.employer if before is not None and before.sentence == clause.sentence else None
    return clause.employer or beside


def _beside(clause: Clause, context: Context) -> WindowRead | None:
    """The day in the clause before: "Feb 2 is when they were supposed to get back to me"."""
    before = context.before(clause)
    if before is None or before.sentence != clause.sentence or before.says("interview", "interviewed"):
        return None
    return _day_of(before, context, clause)


def _day_of(clause: Clause, context: Context, spoken: Clause | None = None) -> WindowRead | None:
    """The time that is named: a day that has gone by, or as they said it at the talk, or one ahead."""
    last, today = talks.last(context, spoken or clause), context.scene.now.date()
    since = last.start.date() if last is not None and named(spoken or clause, context) else None
    if not clause.says("meant_then"):
        day = when.day(clause, context, past=True)
        if day is not None and day <= today <= day + NEAR and (since is None or since <= day):
            return WindowRead(earliest=None, latest=day)
    reads = (windows.read(clause, context, since), _first_part(clause, context, since), windows.read(clause, context))
    found = next((read for read in reads if isinstance(read, WindowRead)), None)
    behind = windows.of_two_years(found, context) if found is not None and (spoken or clause).says("was_due") else ()
    return behind[0] if behind else found


def _first_part(clause: Clause, context: Context, since: date | None) -> WindowRead | None:
    """What stands before a comma, where the time is told twice: "early next week, like Feb 1 or 2"."""
    words = next((at for at, word in enumerate(clause.words) if clause.text[word.end - clause.start :][:1] == ","), 0)
    read = windows.read(clause, context, since, last=words + 1) if words else None
    return read if isinstance(read, WindowRead) else None


NEAR = timedelta(days=120)
"""So many days back a date may be that is told without its year."""


def has_gone_by(clause: Clause, context: Context) -> bool:
    """Whether a remark behind it settles that the day which they named has passed: "they said Friday, then nothing",
    "so that was yesterday", "it's Tuesday now and still nothing"."""
    behind = context.after(clause)
    is_told = clause.tense is Tense.PAST or clause.says("said_word")
    if behind is None or not is_told or behind.sentence > clause.sentence + 1:
        return False
    if behind.says("now_it_is_gone"):
        return True
    if behind.says("day_it_is"):
        further = context.after(behind)
        return further is not None and further.says("silence", "went_by")
    return len(behind.words) <= SHORT and behind.says("went_by")


SHORT = 4
"""Words of a remark that says only that nothing came."""


def names_their_day(act: Act, clause: Clause, context: Context) -> bool:
    """Whether a window is told in words that leave no doubt: "they'll decide by the 28th", "Acme = end of May"."""
    if act.name not in ("window", "window_moved") or not act.has("latest", "earliest"):
        return False
    theirs = bool(clause.employer) or clause.subject is Subject.THEY or _goes_on_with_them(clause, context)
    told = clause.modality in (Modality.FACT, Modality.PLANNED) or not act.has("latest")
    spoken = clause.says("said_word") and windows.says_only_a_time(clause)
    spoken = spoken or clause.says("will_tell") or (clause.says("answer") and clause.says("a_limit"))
    plain = told and (spoken or lasts_so_long(clause))
    return clause.says(*WAS_DUE) or (theirs and plain) or _marked(clause) is not None


def _goes_on_with_them(clause: Clause, context: Context) -> bool:
    """ "They want references by Monday and will decide by the 11th": it is still they who do it."""
    before = context.before(clause)
    in_one = before is not None and before.sentence == clause.sentence and before.subject is Subject.THEY
    return in_one and clause.subject is Subject.NONE


def lasts_so_long(clause: Clause) -> bool:
    """Whether it tells how long it takes them: "the whole process takes about three weeks"."""
    return clause.says("it_lasts") and clause.says("a_length") and not clause.says("interview", "document")


def _marked(clause: Clause) -> re.Match[str] | None:
    """What stands between a known employer at the beginning and what follows: ":", "="."""
    name = clause.names[0] if clause.names else None
    if name is None or name.role is not Role.EMPLOYER or not name.known or name.start > clause.start + MOST_BEFORE:
        return None
    return MARK.match(clause.text[name.end - clause.start :])


def equated(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Kellerman = end of Feb", "Brightpath: by Wednesday": an employer with the day of its answer."""
    mark = _marked(clause)
    if mark is None or clause.says(*TOLD_ELSEWHERE, *OF_MINE) or clause.modality in NO_ONE:
        return
    moment = when.moment(clause, context, past=False)
    if (moment is not None and moment.clock) or not (mark[1] == "=" or EDGE.search(clause.text)):
        return
    read = windows.read(clause, context)
    if isinstance(read, WindowRead) and windows.says_only_a_time(clause):
        yield clause.act("window", about=clause.employer, earliest=read.earliest, latest=read.latest)


MOST_BEFORE = 5
"""Characters before the name: "and", "so"."""
RULES: tuple[Rule | Keyed, ...] = (on(was_due, *WAS_DUE), equated)
