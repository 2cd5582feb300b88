"""Rules for wishes to the coach: put right, take back, later, quiet, delete, hand over; and where and how one lives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.hear import when
from bot.hear.act import Act, Doubt
from bot.hear.clause import Clause, Context, Modality, Role, Rule, Subject, Tense
from bot.hear.rules.clocks import clock_behind, clocks_between
from bot.hear.rules.saying import thing_in
from bot.hear.scene import Expected
from bot.hear.times import PlaceRead, read_length, read_place
from bot.hear.vocabulary import vocabulary

FEW = 6
"""Words of a message that is nothing but a wish: "back again", "rückgängig bitte"."""


def _is_short(context: Context, most: int = FEW) -> bool:
    return sum(len(one.words) for one in context.clauses) <= most


def _is_wished(clause: Clause) -> bool:
    """Whether it is said to the coach: not told of them, nor of what was."""
    if clause.subject in (Subject.THEY, Subject.OTHER):
        return False
    told = clause.tense is Tense.PAST or (clause.subject is Subject.I and clause.negated)
    return clause.modality is Modality.REQUESTED or not told


def _wish(rule: Rule) -> Rule:
    """The rule, for what is said to the coach only."""

    def heard(clause: Clause, context: Context) -> Iterator[Act | Doubt]:
        return rule(clause, context) if _is_wished(clause) else iter(())

    return heard


# Put right, take back


def correct(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I meant Thursday", "not Acme, Globex", "Korrektur: sie heißt Aebischer"."""
    if clause.says("no_correction") or clause.modality in (Modality.ASKED, Modality.OTHERS):
        return
    place = clause.where("corrects")
    contrast = clause.where("not_this")
    if place is not None or (contrast is not None and _contrasts(clause, contrast, context)):
        yield clause.act("correct", about=clause.employer, what=_what_was_wrong(clause, context))


def _contrasts(clause: Clause, place: tuple[int, int], context: Context) -> bool:
    """Whether "not X" stands beside a Y of the same kind: a name, a day, a clock."""
    named = {name.start for name in clause.names}
    behind = clause.words[place[1] : place[1] + 1]
    times = vocabulary(clause.language)["a_time"]
    return (
        bool(behind) and (behind[0].start in named or times.find(behind) is not None) and not clause.says("no_contrast")
    )


def _what_was_wrong(clause: Clause, context: Context) -> str:
    kinds = ("start", "employer", "names", "role", "window", "deadline", "mood")
    kind = next((kind for kind in kinds if clause.says(f"wrong_{kind}")), None)
    if kind is not None:
        return kind
    known = {one.name.casefold() for one in context.scene.employers}
    if any(name.text.casefold() in known for name in clause.names if name.role is Role.EMPLOYER):
        return "employer"
    if any(name.role is Role.PERSON for name in clause.names):
        return "names"
    return thing_in(clause) or "other"


def undo(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Undo", "take that back"."""
    if clause.says("undo") or (clause.says("undo_alone") and _is_short(context)):
        yield clause.act("undo")


# Later, quiet


def snooze(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Remind me on Thursday", "ask me again tomorrow", "later"."""
    if clause.says("no_snooze") or clause.subject is Subject.THEY:
        return
    asked = context.scene.expects not in (Expected.NOTHING, Expected.SNOOZE)
    if clause.says("remind") or (clause.says("later") and _is_short(context) and not asked):
        yield clause.act("snooze", until=_before_the_talk(clause, context) or _reminder(clause, context))


def _reminder(clause: Clause, context: Context) -> datetime | None:
    return None if _hours(clause) else when.reminder(clause, context)


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


def _of_the_employer(clause: Clause) -> bool:
    """ "No Acme reminders", "no reminders about Acme": not one that is named elsewhere in the clause."""
    place = clause.where("no_reminders")
    starts = [clause.words[at].start for at in range(place[0], min(place[1] + 2, len(clause.words)))] if place else []
    return any(name.start in starts for name in clause.names if name.role is Role.EMPLOYER)


def unmute(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "Unmute Acme"."""
    if clause.says("unmute"):
        yield clause.act("unmute", about=clause.employer)


def pause(clause: Clause, context: Context) -> Iterator[Act]:
    """ "No messages until Wednesday", "nicht stören bis Montag"."""
    if _of_the_employer(clause) or clause.says("this_one", "mute", "no_pause") or _hours(clause):
        return
    if clause.says("pause") or (clause.says("no_reminders") and clause.subject is not Subject.THEY):
        until = when.until(clause, context)
        if until is not None or clause.says("pause"):
            yield clause.act("pause", until=until)


def resume(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I'm back, carry on", "reminders back on"."""
    if clause.says("resume") or (clause.says("resume_alone") and _is_short(context)):
        yield clause.act("resume")


def quiet_hours(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "Nothing after 9pm", "nachts Ruhe, 22 bis 7"."""
    hours = _hours(clause)
    if hours:
        yield clause.act("quiet_hours", from_=hours[0], until=hours[1])


def _hours(clause: Clause) -> tuple[str | None, str | None] | None:
    """From when and until when nothing is to come; None when it is about no clock."""
    if not clause.says("no_messages") or clause.subject is Subject.THEY:
        return None
    between = clocks_between(clause)
    if between:
        return between
    after = clock_behind(clause, "not_after", evening=True)
    before = clock_behind(clause, "not_before", evening=False)
    return (after, before) if after or before else None


# What is known


def forget(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Delete Acme", "wipe everything"."""
    if not clause.says("delete") or clause.says("no_delete") or clause.subject is Subject.THEY:
        return
    if clause.employer:
        yield clause.act("forget", about=clause.employer)
    elif clause.says("everything"):
        yield clause.act("forget", all=True)
    elif clause.says("off_the_list"):
        before = context.before(clause)
        yield clause.act("forget", about=before.employer if before else None)


def export(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "Send me what you have on me as a file"."""
    if clause.says("export") or (clause.says("hand_over") and clause.says("my_data")):
        yield clause.act("export")


# Where and how one lives


def language(clause: Clause, context: Context) -> Iterator[Act]:
    """ "In Polish please", "can you speak German", "español por favor"."""
    for code, key in LANGUAGES.items():
        if clause.says(key) and (clause.says("speak") or _is_short(context, 4)) and not clause.says("no_language"):
            yield clause.act("language", code=code)
            return


LANGUAGES = {
    code: f"language_{code}"
    for code in ("en", "de", "es", "fr", "it", "pt", "nl", "pl", "uk", "ru", "tr", "hi", "ar", "zh", "ja", "ro")
}


def place(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I'm in Toronto", "moved to Lisbon", "Berlin, not London"."""
    if clause.says("no_place") or clause.modality in (Modality.ASKED, Modality.CONDITIONAL):
        return
    behind = clause.where("lives_in")
    instead = clause.where("not_this") if _is_short(context, 4) else None
    if behind is not None:
        text = clause.text_of(behind[1], behind[1] + 4)
    elif instead is not None:
        text = clause.text_of(0, instead[0]) or clause.text_of(instead[1] + 1)
    else:
        return
    found = read_place(text, context.scene.now) if text else None
    if isinstance(found, PlaceRead):
        yield clause.act("place", zone=found.zone, city=_as_typed(text, found.name))


def _as_typed(text: str, name: str) -> str:
    """The city as the Person writes it, when it is one word of theirs."""
    first = text.split(maxsplit=1)[0].strip(" ,.!") if text.split() else name
    return first if " " not in name and first[:1].isupper() else name


# What can be asked for with a command or a button


def house(clause: Clause, context: Context) -> Iterator[Act]:
    """ "Check-in", "debrief", "my progress", "that's all", "not right": as short messages."""
    if not _is_short(context):
        return
    for key, (name, slots) in HOUSE.items():
        if clause.says(key):
            yield clause.act(name, **slots)
            return


HOUSE: dict[str, tuple[str, dict[str, str]]] = {
    "house_wrong": ("wrong", {}),
    "house_enough": ("enough", {}),
    "house_check_in": ("check_in", {}),
    "house_debrief": ("debrief", {"answer": "yes"}),
    "house_practise": ("practise", {"do": "list"}),
    "house_progress": ("ask_progress", {}),
    "house_help": ("help", {}),
    "house_cancel": ("cancel", {}),
    "house_why": ("why", {}),
    "house_add": ("add_interview", {}),
    "house_calendar": ("calendar", {"do": "show"}),
    "house_wont": ("wont", {"what": "thank_you"}),
    "house_keep_open": ("keep_open", {}),
    "house_close": ("close", {}),
}
"""What is said in a word or two, by key."""
RULES: tuple[Rule, ...] = (
    *(correct, language, place, house),
    *map(_wish, (undo, snooze, mute, unmute, pause, resume, quiet_hours, forget, export)),
)
