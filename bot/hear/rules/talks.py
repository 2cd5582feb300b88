"""What the rules about interviews share: whether a clause speaks of one, whether it is over, which round, when."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from bot.hear import when
from bot.hear.clause import Clause, Context, Modality, Subject, Tense
from bot.hear.naming.houses import tells_whose_name
from bot.hear.role import Role
from bot.hear.rules import brief
from bot.hear.scene import Employer, Expected, Talk
from bot.hear.vocabulary import vocabulary
from bot.hear.when import When

STAGES = ("phone_screen", "panel", "technical", "final", "second", "first")
FEW = 3
"""Words of "Acme done" and the like."""
MORNING_ENDS, AFTERNOON_ENDS = 12, 18

A_DAY = timedelta(days=1)
FAR = 200
"""Days ahead at which a date without a year is taken for the last one of its name."""


def speaks_of_one(clause: Clause, context: Context) -> bool:
    """Whether it names a talk, or is a piece that can only belong to one: a new employer with a day."""
    if clause.says("interview", "interviewed") or (clause.says("its_over") and brief.has_time(clause)):
        return True
    if clause.says("met_for_sure") and clause.people and not context.scene.employers:
        return True
    if _is_done(clause):
        return True
    if (clause.says("house_is") or _names_its_house(clause)) and brings_employer(context, clause.sentence):
        return True
    new = any(name.role is Role.EMPLOYER and not name.known for name in clause.names)
    timed = brief.has_time(clause)
    if brief.is_another(clause, context) or brief.without_its_hour(clause, context) is not None:
        return True
    if new and (clause.says("one_more", "was_there") or (clause.says("moved") and timed) or brief.was_there(clause)):
        return True
    if brief.is_at_a_house(clause, context) or brief.house_of_them(clause, context):
        return True
    told = new or _is_all_there_is(clause, context)
    if told and timed and brief.is_bare(clause):
        return True
    if new and timed and clause.says("talks_to"):
        return True
    if not any(one.says("interview", "interviewed") for one in context.clauses):
        return clause.says("want_to_meet", "invited_me") and brings_employer(context, clause.sentence)
    if new and brief.is_bare(clause) and clause.named(Role.JOB):
        return True
    told = new or bool(clause.named(Role.JOB) or stage(clause))
    return (clause.says("it_is") and told) or (clause.says("it_is_on") and brief.has_time(clause))


def _is_done(clause: Clause) -> bool:
    """Whether it says of a talk only that it is over: "Acme done", "second one done"."""
    done = clause.where("done_word")
    if done is None:
        return False
    named = bool(clause.employer) and len(clause.words) <= FEW
    return named or (done[1] <= FEW + 1 and bool(stage(clause) or clause.says("one_more")))


def _names_its_house(clause: Clause) -> bool:
    """Whether it tells what the house of a talk is called; the house of an offer or of an answer is told with these."""
    is_called = clause.says("so_called") or (clause.says("named_so") and clause.says("kind", "house"))
    return (is_called or tells_whose_name(clause)) and not clause.says("offer_word", "answer")


def brings_employer(context: Context, sentence: int) -> bool:
    """Whether a sentence names an employer that is not known yet."""
    names = [name for one in context.clauses if one.sentence == sentence for name in one.names]
    return any(name.role is Role.EMPLOYER and not name.known for name in names)


def _is_all_there_is(clause: Clause, context: Context) -> bool:
    """Whether a message is nothing but a known employer with a time, or tells its day: "Acme was on Monday"."""
    alone = len(context.clauses) == 1 or clause.says("being")
    return bool(clause.employer) and alone and not clause.says("not_only_a_time")


def is_about_something_else(clause: Clause) -> bool:
    """Whether an interview is only mentioned: "since my interview", "prepare for the interview"."""
    return clause.says("turned_down", "originally") or (clause.says("only_mentioned") and not clause.employer)


def is_over(clause: Clause, context: Context) -> bool:
    """Whether the talk has been: by the words, then by the tense."""
    if clause.held:
        return True
    if clause.says("moved", "ahead_of_it"):
        return False
    if clause.says("called_for") and clause.says("they_contacted", "invite", "offered"):
        return False
    if clause.says("over_for_sure"):
        return True
    if clause.says("gets_me_a_talk"):
        return False
    if clause.tense is Tense.FUTURE or clause.says("coming", "invite", "want_to_meet"):
        return False
    if clause.says("over", "just_now", "long_since") or clause.tense is Tense.PAST:
        return True
    return clause.says("today") and (told_over(context) or _part_is_past(clause, context))


def _part_is_past(clause: Clause, context: Context) -> bool:
    """Whether the part of today that it names has passed."""
    hour = context.scene.now.hour
    return (clause.says("this_morning") and hour >= MORNING_ENDS) or (
        clause.says("this_afternoon") and hour >= AFTERNOON_ENDS
    )


def is_past(clause: Clause, context: Context) -> bool:
    """Whether it may speak of a talk that has been."""
    return clause.tense is not Tense.FUTURE and fresh(context)


def fresh(context: Context) -> bool:
    """Whether the message tells of a talk that has just been: it says so, or one has ended lately."""
    scene = context.scene
    if told_over(context) or scene.expects is Expected.MOOD:
        return True
    ended = [talk.end for employer in scene.employers for talk in employer.talks if talk.is_over(scene.now)]
    return any((scene.now - end).total_seconds() < 12 * 3600 for end in ended)


def told_over(context: Context) -> bool:
    """Whether the message tells of a talk that has been."""
    said = any(one.says("interview", "interviewed") and is_told_over(one) for one in context.clauses)
    said = said or any(one.says("met_for_sure") and one.people for one in context.clauses)
    return said or any(one.says("told_how") and one.modality is Modality.FACT for one in context.clauses)


def is_told_over(clause: Clause) -> bool:
    if clause.held or clause.says("over_for_sure", "just_now"):
        return True
    return clause.says("over") and not clause.says("coming", "moved")


def day_told(clause: Clause, context: Context) -> date | None:
    """The day of a talk that has been, as far as the clause tells it."""
    named = clause.says("interview", "interviewed") or (clause.says("was_there") and clause.employer)
    return when.day(clause, context, past=True) if named else None


def stage(clause: Clause) -> str | None:
    """Which round it is."""
    if clause.says("other_round", "no_round"):
        return None
    return next((name for name in STAGES if clause.says(name) and not _is_of_a_date(clause, name)), None)


def _is_of_a_date(clause: Clause, name: str) -> bool:
    """Whether a number that might be that of a round is that of a day: "Wednesday 2nd", "the 1st of May"."""
    place = clause.where(name)
    if place is None or not clause.words[place[0]].text[0].isdigit() or place[1] - place[0] > 1:
        return False
    before = [word.text for word in clause.words[: place[0]] if word.text != "the"][-1:]
    behind = [word.text for word in clause.words[place[1] :][:1]]
    day_word = vocabulary(clause.language)["day_word"]
    return any(day_word.holds(word) for word in (*before, *behind)) or before == ["on"] or behind == ["of"]


def times(told: When | None, clause: Clause, context: Context, *, over: bool) -> dict[str, Any]:
    """The slots for day, start and end. A clock alone keeps the day of the talk that is known."""
    if told is None or (told.readings and told.day is None):
        return {}
    known = coming(context, clause)
    slots: dict[str, Any] = {}
    if told.start is not None and told.day is None and known is not None and not over:
        slots["start"] = datetime.combine(known.start.date(), told.start.timetz())
    elif told.start is not None and (told.day is not None or over or told.start > context.scene.now):
        slots["start"] = told.start
    elif told.day is not None and not (known is not None and known.start.date() == told.day and not over):
        slots["day"] = told.day
    if told.end is not None and "start" in slots:
        slots["end"] = told.end
    if told.minutes and known is not None and not over and not slots:
        slots["end"] = known.start + timedelta(minutes=told.minutes)
    if told.minutes and "start" in slots:
        slots["minutes"] = told.minutes
    if told.fixed:
        slots["fixed"] = True
    return slots


def coming(context: Context, clause: Clause) -> Talk | None:
    """The known talk that is still to come and that the clause may mean."""
    for employer in _meant(context, clause):
        for talk in employer.talks:
            if not talk.is_over(context.scene.now):
                return talk
    return None


def untold(context: Context, clause: Clause) -> Talk | None:
    """The last talk where it should have taken place within a day, and nobody has said that it did."""
    talk = last(context, clause)
    return talk if talk and not talk.is_told and context.scene.now - talk.start < A_DAY else None


def last(context: Context, clause: Clause) -> Talk | None:
    """The known talk that has been last, and that the clause may mean."""
    over = [talk for one in _meant(context, clause) for talk in one.talks if talk.is_over(context.scene.now)]
    return max(over, key=lambda talk: talk.start, default=None)


def _meant(context: Context, clause: Clause) -> tuple[Employer, ...]:
    named = clause.employer
    employers = context.scene.employers
    return tuple(one for one in employers if named is None or one.name.casefold() == named.casefold())


def is_known(context: Context, name: str | None) -> bool:
    """Whether an employer is one of the scene's."""
    return any(name is not None and one.name.casefold() == name.casefold() for one in context.scene.employers)


def is_further(clause: Clause, context: Context, *, over: bool, slots: dict[str, Any]) -> bool:
    """Whether it is a further round with an employer that is known, which is `invited`."""
    if over:
        return False
    if context.scene.employers and clause.employer and not is_known(context, clause.employer):
        return is_further_of_another(clause)
    if not context.scene.employers and not told_over(context):
        return False
    named = clause.says("invite") or context.scene.employers
    return clause.says("back") and bool(named) and coming(context, clause) is None


def is_further_of_another(clause: Clause) -> bool:
    """Whether an employer that was not told of yet invites to a round that is not the first."""
    return clause.says("invite") and clause.says("back") and stage(clause) in ("second", "final")


def lacks_a_date(clause: Clause, context: Context) -> bool:
    """Whether a date is still to be found: "they want a third round but won't say when"."""
    if clause.says("scheduling"):
        return True
    before = context.before(clause)
    return clause.says("not_when") and before is not None and before.says("invite") and before.says("back", "interview")


def by_whom(clause: Clause) -> str:
    """Who called it off."""
    return "me" if clause.subject is Subject.I and not clause.says("on_me") else "them"
