"""Interviews: one that was or is to come, moved, called off, not held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from bot.hear import when
from bot.hear.act import Act, Doubt
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, Tense, on
from bot.hear.names import shown_name, shown_role
from bot.hear.role import Role
from bot.hear.rules import brief, overdue, talks, their_calendar
from bot.hear.rules.saying import by_me
from bot.hear.vocabulary import vocabulary
from bot.hear.when import When

CLOCK = re.compile(
    r"\b(?:at|um|from|von|gegen|half|halb|quarter|viertel|noon|mittags?|o'clock|uhr)\b"
    r"|\d ?[:.h]\d\d|\d ?[ap]\.?m\b|\d\d\d\d"
    r"|\b\d{1,2} ?(?:to|till|until|bis|-|–) ?\d{1,2}\b(?! ?(?:h\b|hrs|hours?|std|stunden|people|persons|leute|personen"
    r"|weeks?|days?|wochen|tage|rounds|runden|shifts?|schicht|of))",
    re.IGNORECASE,
)
"""What makes a figure an hour of the day."""
MOST_BARE = 4
"""Words of a clause that may tell of an interview and of nothing else about it."""


def interview(clause: Clause, context: Context) -> Iterator[Act | Doubt]:
    """A talk that was or is to come, as far as this clause tells it; `ground` puts the clauses together."""
    if not talks.speaks_of_one(clause, context) or talks.is_about_something_else(clause):
        return
    if clause.says("around_a_day") and not clause.says("interview", "interviewed"):
        return  # "so um den 30. rum": nothing is over
    if their_calendar.is_told(clause) or their_calendar.they_meet(clause) or overdue.is_told(clause, context):
        return
    told, over = _when(clause, context)
    another = brief.is_another(clause, context)
    if over and another and not clause.says(*BEHIND):
        told, over = when.moment(clause, context, past=False), False  # the past of the verb is that of the first one
    if (over or another) and told is not None and told.clock and told.day and CLOCK.search(clause.text) is None:
        told = replace(told, start=None, end=None, minutes=None, clock=False)  # a bare figure: people, shifts, hours
    slots = talks.times(told, clause, context, over=over)
    if over and not slots and clause.says("just_now"):
        slots["day"] = context.scene.now.date()
    if talks.is_further(clause, context, over=over, slots=slots):
        return
    job = next((shown_role(one, clause.language) for one in clause.named(Role.JOB)), None)
    about = clause.employer or brief.without_its_hour(clause, context) or brief.house_of_them(clause, context)
    act = clause.act("interview", about=about, role=job, stage=talks.stage(clause), over=over or None, **slots)
    if not over and clause.people and not (clause.named(Role.AGENCY) and clause.says("of_the_agency")):
        act = act.with_slots(**{"with": tuple(map(shown_name, clause.people))})
    if act.slots.keys() <= {"about"} and clause.says("offer_word") and not clause.says("interview", "interviewed"):
        return  # "noch ein Angebot von Globex": nothing of a talk is told
    if act.slots or clause.says("coming", "interviewed") or len(clause.words) <= MOST_BARE:
        yield act
        yield from _doubt(act, told, context, over=over)


def _over(reading: date | datetime, today: date) -> dict[str, bool]:
    """The mark of a talk that has been, for a day before today."""
    day = reading.date() if isinstance(reading, datetime) else reading
    return {"over": True} if day < today else {}


def _doubt(act: Act, told: When | None, context: Context, *, over: bool) -> Iterator[Doubt]:
    """The days or the hours that the words may mean, where they mean two."""
    if told is None or over or act.has("start") or len(told.readings) < 2:
        return
    plain, today = act.without("day"), context.scene.now.date()
    yield Doubt(tuple(plain.with_slots(**_slot(reading, told), **_over(reading, today)) for reading in told.readings))


def _slot(reading: date | datetime, told: When) -> dict[str, date | datetime]:
    """A day or a moment as a slot; a day takes the hour that was told with it."""
    if isinstance(reading, datetime):
        return {"start": reading}
    return {"start": datetime.combine(reading, told.start.timetz())} if told.start else {"day": reading}


def _when(clause: Clause, context: Context) -> tuple[When | None, bool]:
    """When it was or is, and whether it is over."""
    over = talks.is_over(clause, context)
    told = when.moment(clause, context, past=over)
    if told is None or (told.day is None and told.start is None):
        told = when.moment(clause, context, past=not over) or told
        over = over if told is None or told.day is None else told.day <= context.scene.now.date() and over
    if over and told is not None and _is_ahead(told, context):
        return told, False
    if over and told is not None and told.clock and not (clause.held or clause.says(*BEHIND)):
        ahead = when.moment(clause, context, past=False)
        if ahead is not None and ahead.clock and _is_ahead(ahead, context):
            return ahead, False  # "got a first interview on the 3rd at 10"
    if told is not None and told.day is not None and (told.day - context.scene.now.date()).days > talks.FAR:
        return _of_last_year(told, clause, context)
    if told is not None and told.day is None and told.start is not None and clause.says("same_day"):
        told = _on_day_before(told, clause, context)
    return told, over


BEHIND = ("over_for_sure", "just_now", "this_morning", "this_afternoon", "last_day", "today", "a_length", "last_week")
"""What says that a talk has been, whatever the clock."""


def _of_last_year(told: When, clause: Clause, context: Context) -> tuple[When | None, bool]:
    """A date that would be a year ahead: it has been, unless the words say that it is to come; then it is asked."""
    past = when.moment(clause, context, past=True)
    if clause.tense not in (Tense.FUTURE, Tense.PRESENT) or past is None:
        return past, True
    readings = tuple(one.start or one.day for one in (past, told))
    return When(readings=tuple(one for one in readings if one is not None)), False


def _is_ahead(told: When, context: Context) -> bool:
    """Whether what is told lies ahead, and not a year ahead: a talk on that day cannot have been."""
    ahead = (told.day - context.scene.now.date()).days if told.day else 0
    return 0 < ahead <= talks.FAR


def _on_day_before(told: When, clause: Clause, context: Context) -> When:
    """A clock time on "the same day" as the talk that was told just before."""
    before = context.before(clause)
    day = when.day(before, context, past=False) if before is not None else None
    if day is None or told.start is None:
        return told
    return replace(told, day=day, start=datetime.combine(day, told.start.timetz()))


def interview_moved(clause: Clause, context: Context) -> Iterator[Act]:
    """It takes place at another time."""
    known = talks.coming(context, clause) or talks.untold(context, clause)
    if not clause.says("moved") or clause.says("not_interview") or known is None:
        return
    told = when.moment(clause, context, past=False)
    slots = talks.times(told, clause, context, over=False)
    length = clause.where("by_length")
    if length is not None and (start := when.later(clause, context, known.start, length[0] + 1)) is not None:
        slots = {"start": start}
    if not slots and told is not None and told.day is not None:
        slots = {"day": told.day}  # told again
    if clause.says("same_time") and "day" in slots:
        slots["start"] = datetime.combine(slots.pop("day"), known.start.timetz())
    behind = None if slots else _new_time_behind(clause, context)
    if behind is not None:
        slots = talks.times(when.moment(behind, context, past=False), behind, context, over=False)
    if slots or clause.says("interview", "appointment", "moved_it"):
        act = clause.act("interview_moved", about=clause.employer, **slots)
        yield replace(act, span=context.span(clause, behind)) if behind is not None else act


def _new_time_behind(clause: Clause, context: Context) -> Clause | None:
    """The clause right behind that tells when it is now: "they moved it again, it's Thursday at 9 now"."""
    behind = context.after(clause)
    if behind is None or behind.sentence != clause.sentence or not brief.is_bare(behind):
        return None
    told = when.moment(behind, context, past=False) if brief.has_time(behind) else None
    return behind if told is not None and told.day is not None and not behind.employer else None


def interview_called_off(clause: Clause, context: Context) -> Iterator[Act]:
    """It does not take place; `by` tells who called it off."""
    place = clause.where("cannot_come")
    mine = place is not None and by_me(clause, place[0])
    if (mine and not clause.says("not_interview")) or _calls_off_alone(clause, context):
        yield clause.act("interview_called_off", about=clause.employer, by="me")
    elif clause.says("called_off") and not clause.says("not_interview", "no_show"):
        named = clause.says("interview") or (clause.language == "de" and clause.says("appointment"))
        if named or (clause.language == "en" and (talks.coming(context, clause) or clause.says("call_it_off"))):
            yield clause.act("interview_called_off", about=clause.employer, by=talks.by_whom(clause))


def _calls_off_alone(clause: Clause, context: Context) -> bool:
    """ "Hab grad abgesagt", "I'm not going, cancelled it", with a talk to come: who does it stands in front."""
    place = clause.where("called_off")
    if place is None or clause.negated or clause.modality is not Modality.FACT or talks.coming(context, clause) is None:
        return False
    if clause.language == "de":
        return clause.says("turns_down") and clause.subject is Subject.I and by_me(clause, place[0])
    before = context.before(clause)
    goes_on = before is not None and before.sentence == clause.sentence and before.subject is Subject.I
    return goes_on and clause.subject is Subject.NONE and place[0] == 0 and len(clause.words) > place[1]


def no_show(clause: Clause, context: Context) -> Iterator[Act]:
    """They did not turn up."""
    place = clause.where("no_show")
    mine = vocabulary(clause.language)["i_do"].alone
    if place is not None and not any(word.text in mine for word in clause.words[: place[0]]):
        yield clause.act("no_show", about=clause.employer)


RULES: tuple[Rule | Keyed, ...] = (
    on(interview_moved, "moved"),
    on(interview_called_off, "cannot_come", "called_off"),
    on(no_show, "no_show"),
)
