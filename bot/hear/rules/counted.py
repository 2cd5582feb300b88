"""From which day their words count: "within ten days", said at the talk and told later, begins with the talk."""

from __future__ import annotations

from datetime import date, timedelta

from bot.hear import when
from bot.hear.clause import Clause, Context, Modality, Subject, Tense
from bot.hear.rules import talks
from bot.hear.rules.saying import in_front


def counted_from(clause: Clause, context: Context) -> date | None:
    """The day from which their words count, where they were told on an earlier one that the message names."""
    if clause.says("this_day"):
        return None
    told_to_me = _day_of_a_contact(clause, context)
    if told_to_me is not None:
        return told_to_me
    if not (clause.says("said_word") or is_reported(clause, context)):
        return _day_of_the_talk(clause, context) if _is_a_length_of_then(clause, context) else None
    if clause.says("last_week"):
        return context.scene.now.date() - A_WEEK
    return _day_of_the_talk(clause, context) or _since_the_talk(clause, context) or _last_week(clause, context)


A_WEEK = timedelta(days=7)


def _day_of_a_contact(clause: Clause, context: Context) -> date | None:
    """The day on which they told it: that of a call, or of a word of theirs, right in front, "I rang on Friday, he
    calls on Monday". One without a day was today."""
    for before in in_front(clause, context, NEAR):
        if before.text.endswith(")"):
            continue  # "(the talk was on the 5th)"
        if before.sentence < clause.sentence - 1 or _is_of_another(before, clause):
            return None
        if before.modality is Modality.FACT and before.tense is Tense.PAST and _is_spoken(before):
            return day_of_contact(before, context) or context.scene.now.date()
    return None


def _is_of_another(before: Clause, clause: Clause) -> bool:
    """Whether a clause tells of a talk, or of somebody else."""
    named = before.employer is not None and clause.employer is not None and before.employer != clause.employer
    return named or before.says("interview", "interviewed")


def _is_spoken(clause: Clause) -> bool:
    """Whether they spoke: a mail of the Person's own tells nothing of theirs."""
    by_them = clause.says("they_contacted") and clause.subject is Subject.THEY
    return by_them or (clause.says("rings") and clause.says("by_phone"))


NEAR = 3
"""Clauses between a call and what was said in it."""


def day_of_contact(clause: Clause, context: Context) -> date | None:
    """The past day that a clause about a contact names, or the one in front: "by Friday nothing, so I called"."""
    day, before = when.day(clause, context, past=True), context.before(clause)
    if day is None and before is not None and before.sentence == clause.sentence and before.says("silence", "went_by"):
        day = when.day(before, context, past=True)
    return day if day is not None and 0 < (context.scene.now.date() - day).days <= LATELY else None


def _last_week(clause: Clause, context: Context) -> date | None:
    """A day of last week, where the talk is told as one of then and no day of it is known."""
    is_of_then = any(
        one.says("last_week") and one.says("interview", "interviewed") for one in _of_the_same(clause, context)
    )
    return context.scene.now.date() - A_WEEK if is_of_then else None


def _is_a_length_of_then(clause: Clause, context: Context) -> bool:
    """Whether a length alone is told, "in two to three weeks", and nothing says that they have spoken since."""
    about_them = context.clauses[_since_named(clause, context) :]
    return clause.says("a_length") and not any(one.says(*SPOKEN_SINCE) for one in about_them)


SPOKEN_SINCE = ("they_contacted", "wrote", "now_window", "just_now")


def _day_of_the_talk(clause: Clause, context: Context) -> date | None:
    """The day of the talk at which they said it, where the message tells it of the same employer."""
    near = _of_the_same(clause, context)
    over = (one for one in near if talks.is_told_over(one))
    told = (
        when.day(one, context, past=True) if one.employer or one.says("it_is_on") else talks.day_told(one, context)
        for one in over
    )
    return next(filter(None, told), None) or next(filter(None, (_dated(one, context) for one in near)), None)


def _of_the_same(clause: Clause, context: Context) -> tuple[Clause, ...]:
    """The clauses that are about the employer of this one: from where it is named to where another one is."""
    first = _since_named(clause, context)
    others = (
        one.index
        for one in context.clauses[clause.index + 1 :]
        if one.employer not in (None, _names_one(clause, context).employer)
    )
    return context.clauses[first : next(others, len(context.clauses))]


def _dated(clause: Clause, context: Context) -> date | None:
    """The day of a talk that is told without a verb: "final round Jan 29"; a day that is ahead is none."""
    is_now = clause.tense is Tense.PRESENT and not clause.says("a_length")  # "it is eleven days ago" is over
    if clause.says("coming", "future", "invite", "moved") or clause.tense is Tense.FUTURE or is_now:
        return None
    day = talks.day_told(clause, context)
    return day if day is not None and 0 <= (context.scene.now.date() - day).days <= LATELY else None


LATELY = 60
"""So many days ago a talk may have been whose date is told without its year and without a verb."""


def _since_the_talk(clause: Clause, context: Context) -> date | None:
    """A length that they named counts from the talk, when nothing says that they have spoken since."""
    last = talks.last(context, _names_one(clause, context))
    if last is not None and clause.tense is Tense.PAST and clause.says("after_the_talk"):
        return last.start.date()
    about_them = context.clauses[_since_named(clause, context) :]
    spoken = any(one.says("they_contacted", "wrote", "now_window", "day_word", "just_now") for one in about_them)
    if last is None or spoken or clause.tense is not Tense.PAST or not clause.says("a_length"):
        return None
    return last.start.date()


def _names_one(clause: Clause, context: Context) -> Clause:
    """The clause in which the employer that is spoken of was named last."""
    before = (one for one in reversed(context.clauses[: clause.index + 1]) if one.employer)
    return next(before, clause)


def _since_named(clause: Clause, context: Context) -> int:
    """The clause from which on it is about the employer of this one: 0 where nobody else is spoken of before."""
    since = _names_one(clause, context)
    others = any(
        one.employer not in (None, since.employer) or one.says("offered") for one in context.clauses[: since.index]
    )
    return since.index if since.employer and others else 0


def is_reported(clause: Clause, context: Context) -> bool:
    """Whether the clause beside it says whose words these were: "an answer in two weeks, they said", "she said ..."."""
    beside = (context.after(clause), context.before(clause))
    return any(
        one is not None and one.sentence == clause.sentence and one.says("said_word") and len(one.words) <= MOST_OF_IT
        for one in beside
    )


MOST_OF_IT = 4
"""Words of a clause that says only that they said it."""
