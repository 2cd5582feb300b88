"""Rules for when the coach is to speak: again later, not about this one, not at all, not at night."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.hear import when
from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, on
from bot.hear.reminding import in_own_words, moment_behind
from bot.hear.role import Role
from bot.hear.rules.clocks import clock_behind, clocks_between
from bot.hear.rules.counting import NUMBERS
from bot.hear.rules.recalling import asks_it_now
from bot.hear.rules.saying import is_short, says_only, wish
from bot.hear.scene import Expected
from bot.hear.times import read_length
from bot.hear.vocabulary import vocabulary


def snooze(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Remind me on Thursday", "ask me again tomorrow", "later"."""
    if clause.says("no_snooze", "unmute") or clause.subject is Subject.THEY:
        return
    if clause.says("draft_it", "ask_start_when", "draft_follow_up") and not clause.says("reminds_me"):
        return  # a reminder to them is a letter
    if asks_it_now(clause, context):
        return
    asked = context.scene.expects not in (Expected.NOTHING, Expected.SNOOZE)
    if clause.says("remind", "reminds_me") or (clause.says("later") and is_short(context) and not asked):
        own = None if clause.negated else in_own_words(clause, context)
        yield own or clause.act("snooze", until=_before_the_talk(clause, context) or _reminder(clause, context))


def _reminder(clause: Clause, context: Context) -> datetime | None:
    """When to come back; "not tonight" says only when it is not to be."""
    found = None if _hours(clause) else when.reminder(clause, context) or moment_behind(clause, context)
    denied = clause.negated and found is not None and found.date() == context.scene.now.date()
    return None if denied else found


def _before_the_talk(clause: Clause, context: Context) -> datetime | None:
    """ "An hour before": so long before the next talk."""
    place = clause.where("before_it")
    if place is None:
        return None
    scene = context.scene
    coming = [talk.start for one in scene.employers for talk in one.talks if talk.start > scene.now]
    minutes = read_length(clause.text_of(0, place[1]), clause.language)
    return min(coming) - timedelta(minutes=minutes) if coming and minutes else None


def mute(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Mute Acme until Wednesday", "stop asking me about this one"."""
    if clause.says("mute") or (clause.says("no_reminders") and (_of_the_employer(clause) or clause.says("this_one"))):
        yield clause.act("mute", about=clause.employer, until=when.until(clause, context))
    elif clause.employer and clause.says("no_mention") and clause.says("to_the_person") and not _of_a_letter(context):
        yield clause.act("mute", about=clause.employer)


def _of_a_letter(context: Context) -> bool:
    """Whether a letter is shown or asked for: what is not to be mentioned is not to stand in it."""
    return context.scene.draft_shown is not None or any(one.says("draft_it") for one in context.clauses)


def _of_the_employer(clause: Clause) -> bool:
    """ "No Acme reminders", "no reminders about Acme": not one that is named elsewhere in the clause."""
    place = clause.where("no_reminders")
    if place is None:
        return False
    about = vocabulary(clause.language)["about_word"]
    near = range(place[0], min(place[1] + 2, len(clause.words)))
    behind = range(place[1], len(clause.words))
    starts = {clause.words[at].start for at in near}
    starts |= {clause.words[at].start for at in behind if about.holds(clause.words[at - 1].text)}
    return any(name.start in starts for name in clause.names if name.role is Role.EMPLOYER)


def unmute(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Unmute Acme", "Acme again please"."""
    named = any(name.known and name.role is Role.EMPLOYER for name in clause.names)
    if clause.says("unmute") or (named and says_only(clause, "again", context)):
        yield clause.act("unmute", about=clause.employer)


def pause(clause: Clause, context: Context) -> Iterator[Act]:
    """ "No messages until Wednesday", "nicht stören bis Montag"."""
    if _of_the_employer(clause) or clause.says("this_one", "mute", "no_pause", "so_late") or _hours(clause):
        return
    if clause.says("pause") or (clause.says("no_reminders") and clause.subject is not Subject.THEY):
        until = when.until(clause, context)
        if until is not None or clause.says("pause"):
            yield clause.act("pause", until=until)


def resume(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I'm back, carry on", "reminders back on"."""
    scene = context.scene
    asked = scene.asked is not None or scene.expects is not Expected.NOTHING
    if clause.says("resume") or (clause.says("resume_alone") and is_short(context) and not asked):
        yield clause.act("resume")


def quiet_hours(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Nothing after 9pm", "nachts Ruhe, 22 bis 7", and "not before 9" where nothing else is said."""
    hours = _hours(clause) or (_said_hours(clause) if _says_hours_alone(clause, context) else None)
    if hours:
        yield clause.act("quiet_hours", from_=hours[0], until=hours[1])
    elif clause.says("no_messages") and clause.says("so_late") and clause.says("stop_it"):
        yield clause.act("quiet_hours")


def usual_hours(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "Quiet hours 9pm to 8", "normal hours pls, 9pm to 8 is fine": from when until when, without a "nothing"."""
    if not clause.says("quiet_hours_word") and (clause.says("no_messages") or not clause.says("usual_hours")):
        return
    hours = clocks_between(clause)
    if hours and (clause.says("quiet_hours_word") or clause.modality is Modality.REQUESTED or clause.says("fine")):
        yield clause.act("quiet_hours", from_=hours[0], until=hours[1])


def asks_hours(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "What are your quiet hours set to?": what is set."""
    asks = clause.says("quiet_hours_word", "asks_hours") and clause.modality is Modality.ASKED
    if asks and clocks_between(clause) is None:
        yield clause.act("settings")


def _hours(clause: Clause) -> tuple[str | None, str | None] | None:
    """From when and until when nothing is to come; None when it is about no clock."""
    if not clause.says("no_messages") or clause.says("quiet_hours_word") or clause.subject is Subject.THEY:
        return None
    return clocks_between(clause) or _said_hours(clause)


def _said_hours(clause: Clause) -> tuple[str | None, str | None] | None:
    after = clock_behind(clause, "not_after", evening=True)
    if after is None and clause.says("nothing_then"):
        after = clock_behind(clause, "from_then", evening=True)
    before = clock_behind(clause, "not_before", evening=False)
    return (after, before) if after or before else None


def _says_hours_alone(clause: Clause, context: Context) -> bool:
    """Whether a message is nothing but "not before 9 please", and no question is open that it would answer."""
    scene = context.scene
    asked = scene.asked is not None or scene.expects is not Expected.NOTHING
    if asked or not (clause.negated or clause.says("nothing_then")):
        return False
    meant = vocabulary(clause.language)
    keys = ("around_a_wish", "not_after", "not_before", "nothing_then", "of_the_clock")
    return all(
        word.text[0].isdigit()
        or word.text in NUMBERS[clause.language]
        or any(meant[key].holds(word.text) for key in keys)
        for one in context.clauses
        for word in one.words
    )


RULES: tuple[Rule | Keyed, ...] = (
    on(wish(snooze), "remind", "later", "reminds_me"),
    on(wish(mute), "mute", "no_reminders", "no_mention"),
    on(wish(unmute), "unmute", "again"),
    on(wish(pause), "pause", "no_reminders"),
    on(wish(resume), "resume", "resume_alone"),
    on(wish(quiet_hours), "no_messages", "not_after", "not_before"),
    on(wish(usual_hours), "quiet_hours_word", "usual_hours"),
    on(asks_hours, "quiet_hours_word", "asks_hours"),
)
