"""While one waits: patience they ask for, silence that means no, a process on hold, people who are away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.hear import when
from bot.hear.act import Act, Slot
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, on
from bot.hear.rules.whom import speaks_of_somebody, whom
from bot.hear.times.values import Window


def no_contact(clause: Clause, context: Context) -> Iterator[Act]:
    """They asked not to be contacted."""
    if clause.says("the_client"):
        return
    theirs = clause.subject is not Subject.I or clause.says("told_not")
    if (clause.says("no_contact") and theirs) or (clause.says("no_calls_please") and _are_their_words(clause, context)):
        yield clause.act("no_contact", about=clause.employer)


def _are_their_words(clause: Clause, context: Context) -> bool:
    """Whether the clause behind, or this one, says that they said it: "please do not call, they said"."""
    behind = context.after(clause)
    near = (clause, behind) if behind is not None and behind.sentence == clause.sentence else (clause,)
    return any(one.says("said_word") and one.subject is not Subject.I for one in near)


def silence_means_no(clause: Clause, context: Context) -> Iterator[Act]:
    """No word by a day means no; or they only write to those they want."""
    last = closing_silence(clause, context)
    if last is not None:
        day = when.due(clause, context) or when.due(last, context)
        about = clause.employer or last.employer
        yield Act("silence_means_no", given(about=about, day=day), span=context.span(clause, last))


SILENCE = ("only_chosen", "no_news_is_no", "only_then", "they_do_not_write", "if_no", "no_word")


def closing_silence(clause: Clause, context: Context) -> Clause | None:
    """The last of the clauses that say that no word is a no, when this one begins to say it."""
    if not clause.says(*SILENCE):
        return None
    behind = context.after(clause)
    if behind is not None and behind.sentence != clause.sentence:
        behind = None
    if clause.says("only_chosen") or clause.says("no_news_is_no"):
        return clause
    if clause.says("only_then"):
        return (
            behind if behind is not None and behind.says("if_chosen") else clause if clause.says("if_chosen") else None
        )
    if clause.says("they_do_not_write") and clause.says("if_no"):
        return clause
    if clause.says("if_no") and behind is not None and behind.says("they_do_not_write"):
        return behind
    return _by_a_day(clause, behind, context)


def _by_a_day(clause: Clause, behind: Clause | None, context: Context) -> Clause | None:
    """If I hear nothing by the 15th it's a no."""
    if not clause.says("no_word"):
        return None
    last = behind if behind and not clause.says("silence_no") else clause
    if not (last.says("silence_no") and (clause.modality is Modality.CONDITIONAL or clause.says("means_word"))):
        return None
    return last if when.due(clause, context) or when.due(last, context) else None


def given(**slots: Slot | None) -> dict[str, Slot]:
    """The slots that have a value."""
    return {name: value for name, value in slots.items() if value is not None}


def asked_to_wait(clause: Clause, context: Context) -> Iterator[Act]:
    """They asked for patience, or have not got there yet; "sit tight or say something?" asks what to do."""
    if any("?" in one.text for one in context.clauses if one.sentence == clause.sentence):
        return
    if clause.says("asked_to_wait", "told_to_wait") or (clause.says("still_deciding") and not clause.says("i_decide")):
        yield clause.act("asked_to_wait", about=clause.employer)


def paused(clause: Clause, context: Context) -> Iterator[Act]:
    """The process is on hold."""
    if clause.says("paused") and clause.subject is not Subject.I:
        yield clause.act("paused", about=clause.employer, until=when.until(clause, context))


def away(clause: Clause, context: Context) -> Iterator[Act]:
    """Their person is not there: from when, until when. "Back on the 14th" is until the day before."""
    back = clause.says("back_on")
    reply = clause.says("auto_reply")
    if not (clause.says("away") or back or reply) or clause.says("not_away"):
        return
    if not reply and (_is_mine(clause) or not speaks_of_somebody(clause, context)):
        return
    first, last = _from_and_until(clause, context)
    if last is None and not clause.says("away", "auto_reply"):
        return
    yield clause.act("away", about=clause.employer, who=whom(clause, context), from_=first, until=last)


def _is_mine(clause: Clause) -> bool:
    """Whether it is the Person who is away: "I'm away until Monday"."""
    return clause.subject is Subject.I


def _from_and_until(clause: Clause, context: Context) -> tuple[date | None, date | None]:
    """The two ends of a leave; one who is back on a day was away until the day before."""
    days, stretches = when.days(clause, context), when.stretches(clause, context)
    first, last = (days[0], days[-1]) if len(days) > 1 else (None, None)
    if last is None and stretches:
        first, last = _of_a_stretch(clause, context, stretches)
    last = last or when.lasting(clause, context, first or context.scene.now.date())
    if clause.says("back_on") and last is not None:
        last -= timedelta(days=1)
    return first, last


def _of_a_stretch(clause: Clause, context: Context, found: list[Window]) -> tuple[date | None, date | None]:
    """The two ends where one stretch of days is told: "next week", "from Monday to Friday", "until the 9th"."""
    one, two = found[0], found[-1]
    if one.latest and one.earliest and one.earliest < one.latest:
        return one.earliest, one.latest
    if not clause.says("from_day"):
        return None, two.latest or two.earliest
    place = clause.where("up_to")
    behind = when.stretches(clause, context, place[1]) if place else []
    start, end = one.earliest or one.latest, (behind[0].latest or behind[0].earliest) if behind else None
    return start, end + timedelta(days=7) if start and end and end < start else end


def waited_for(clause: Clause, _context: Context) -> Iterator[Act]:
    """I'm still waiting for Dunmore Trust."""
    if clause.says("waits_for") and clause.employer and not clause.negated and not clause.says("waits_for_else"):
        yield clause.act("nothing_heard", about=clause.employer)


RULES: tuple[Rule | Keyed, ...] = (
    on(waited_for, "waits_for"),
    on(no_contact, "no_contact", "no_calls_please"),
    on(silence_means_no, *SILENCE),
    on(asked_to_wait, "asked_to_wait", "told_to_wait", "still_deciding"),
    on(paused, "paused"),
    on(away, "away", "back_on", "auto_reply"),
)
