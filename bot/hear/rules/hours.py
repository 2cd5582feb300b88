"""The day, hour and length of a talk, told in a clause of their own: "it was at two", "I think 2 pm", "an hour".

So is the date of a further round for which a date was still to be found: "cork is wednesday at 2".
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.hear import when
from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, Tense, on
from bot.hear.rules import brief, talks
from bot.hear.rules.their_calendar import they_meet
from bot.hear.scene import Employer, Talk
from bot.hear.times import read_length
from bot.hear.vocabulary import vocabulary

MOST_MINUTES = 480
MOST_AROUND = 3
"""Words beside a time in a clause that tells nothing else: "I think 2 pm", "it took about an hour"."""
NO_DATE = (
    "answer",
    "will_tell",
    "answer_word",
    "they_contacted",
    "wrote",
    "moved",
    "interview",
    "interviewed",
    "call_planned",
    "offered",
)
"""What tells of something else on that day."""


def clock_of_the_last(clause: Clause, context: Context) -> Iterator[Act]:
    """It was at ten: the hour of the talk that has been last."""
    last = talks.last(context, clause)
    if last is None or not clause.says("it_is_on") or they_meet(clause) or not _may_be_of(last, clause, context):
        return
    if talks.coming(context, clause) is not None:
        return
    told = when.moment(clause, context, past=True)
    if told is not None and told.start is not None:
        start = told.start if told.day else datetime.combine(last.start.date(), told.start.timetz())
        act = clause.act("interview", about=_named_before(clause, context), over=True, start=start)
        yield act.with_slots(minutes=told.minutes) if told.minutes else act
    elif told is not None and told.day is not None:
        yield clause.act("interview", about=_named_before(clause, context), over=True, day=told.day)


def _may_be_of(last: Talk, clause: Clause, context: Context) -> bool:
    """Whether nothing before it may be what was at that hour; a talk without its hour is meant by "was at two" unless
    another talk, or a word of theirs, stands before."""
    if _is_first(clause, context):
        return True
    return not last.start_known and not any(one.says(*ALSO_HELD) for one in context.clauses[: clause.index])


ALSO_HELD = ("interview", "interviewed", "they_contacted", "wrote", "called_for", "invite", "moved", "offered")
"""What tells of something else that may have been at an hour."""


def _is_first(clause: Clause, context: Context) -> bool:
    """Whether nothing but names, or that it is over, stands before it: "lakefront foods. it was at 2"."""
    return all(_says_which(one) for one in context.clauses[: clause.index])


def _says_which(clause: Clause) -> bool:
    if clause.says("its_over") and len(clause.words) <= MOST_AROUND:
        return True
    named = sum(len(name.text.split()) for name in clause.names)
    return bool(named) and named >= len(clause.words)


def _named_before(clause: Clause, context: Context) -> str | None:
    """The employer that the clause names, or that was named last before it."""
    before = (one.employer for one in reversed(context.clauses[: clause.index + 1]))
    return next(filter(None, before), None)


def clock_behind(clause: Clause, context: Context) -> Iterator[Act]:
    """ "The interview was November 12, I think 2 pm": the hour of the talk told in the clause before."""
    before = context.before(clause)
    if before is None or not before.says("interview", "interviewed", "it_is_on") or not _is_only_a_time(clause):
        return
    told, day = when.moment(clause, context, past=True), when.day(before, context, past=True)
    if told is None or told.start is None or told.day is not None or day is None or day > context.scene.now.date():
        return
    start = datetime.combine(day, told.start.timetz())
    if start <= context.scene.now:
        yield clause.act("interview", about=before.employer, over=True, start=start)


def _is_only_a_time(clause: Clause) -> bool:
    meant = vocabulary(clause.language)
    left = [w for w in clause.words if not (w.text[:1].isdigit() or meant["time_word"].holds(w.text))]
    return len(left) <= MOST_AROUND and not clause.names


def lasted(clause: Clause, context: Context) -> Iterator[Act]:
    """ "One hour. It's finished already": how long the talk took that has been last."""
    alone = len(context.clauses) > 1 and _is_first(clause, context) and _is_only_a_time(clause)
    if not alone or talks.last(context, clause) is None or context.scene.asked == "reading":
        return
    minutes = read_length(clause.text, clause.language)
    if minutes is not None and minutes <= MOST_MINUTES and not clause.says("from_now", "day_word"):
        yield clause.act("interview", minutes=minutes)


def dated(clause: Clause, context: Context) -> Iterator[Act]:
    """The date for which one was waiting, or a meeting with somebody of theirs: "chat with the director on friday"."""
    waiting = [one for one in context.scene.employers if _may_be_dated(one, clause, context)]
    before = context.before(clause)
    is_meeting = clause.says("a_meeting") and _is_with_them(clause, context)
    is_awaited = is_meeting or (before is not None and before.says("invite") and before.says("back"))
    if len(waiting) != 1:
        return
    told = when.moment(clause, context, past=False)
    is_set = _is_set(clause, before) or _is_what_they_rang_for(clause, told)
    if not (waiting[0].to_be_dated or is_awaited or is_set) or not (is_set or _may_tell_a_date(clause)):
        return
    if told is not None and told.clock and told.day is not None and told.start and told.start > context.scene.now:
        slots = talks.times(told, clause, context, over=False)
        if "start" in slots:
            yield clause.act("invited", about=waiting[0].name, stage=talks.stage(clause), **slots)


def _is_set(clause: Clause, before: Clause | None) -> bool:
    """ "Got a date: Wednesday at 2", "next one is Wednesday at 2"; "Maria rang, Cork is Wednesday at 2"."""
    if clause.says("date_is_set"):
        return clause.modality in (Modality.FACT, Modality.PLANNED) and not clause.negated and not they_meet(clause)
    if before is None or not before.says("they_contacted") or clause.says("back", "away"):
        return False
    return brief.is_bare(clause) and _may_tell_a_date(clause)


def _is_what_they_rang_for(clause: Clause, told: when.When | None) -> bool:
    """ "Maria rang, Wednesday at 2, 2 hours": what has a length and lies ahead is no hour at which somebody rang."""
    in_touch = clause.says("they_contacted") and clause.modality is Modality.FACT and not clause.negated
    return in_touch and told is not None and told.minutes is not None


def _may_be_dated(one: Employer, clause: Clause, context: Context) -> bool:
    """Whether a further round can be meant: a talk has been there, none is to come, and no other one is named."""
    if not one.is_open or not one.talks or not all(talk.is_over(context.scene.now) for talk in one.talks):
        return False
    named = _named_before(clause, context) or (context.scene.about if len(context.scene.employers) > 1 else None)
    return named is None or named.casefold() == one.name.casefold()


def _may_tell_a_date(clause: Clause) -> bool:
    real = clause.modality in (Modality.FACT, Modality.PLANNED) and clause.tense is not Tense.PAST
    theirs = they_meet(clause) or clause.subject is Subject.OTHER or clause.says(*NO_DATE)
    return real and not clause.negated and not theirs


def _is_with_them(clause: Clause, context: Context) -> bool:
    """Whether whoever is met is one of theirs: by name, by what they do, or as "him" of whom was spoken."""
    known = {part for one in context.scene.employers for name in one.people for part in name.casefold().split()}
    said = {word.text for word in clause.words}
    place = clause.where("a_meeting")
    leads = place is not None and place[0] <= 1
    return leads and (clause.says("title_word", "of_theirs") or bool(known & said))


RULES: tuple[Rule | Keyed, ...] = (
    on(clock_of_the_last, "it_is_on"),
    clock_behind,
    lasted,
    dated,
)
