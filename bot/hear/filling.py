"""The slots of a candidate: times, names and things, read from the words that bear it and never taken from a listener.

One function an act, by the same readers that the rules use. A candidate whose words do not give what its act needs
gives no act.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.hear import when, windows
from bot.hear.act import Act
from bot.hear.acts import KINDS, valid
from bot.hear.clause import Clause, Context, Tense
from bot.hear.listened import Candidate
from bot.hear.names import shown_name, shown_role
from bot.hear.piece import cut, piece
from bot.hear.role import Role
from bot.hear.rules import talks
from bot.hear.rules.contacts import lately
from bot.hear.rules.counted import counted_from
from bot.hear.rules.requests import topic_of
from bot.hear.rules.saying import channel_of, thing_in
from bot.hear.times import WindowRead
from bot.hear.when import When

Slots = Mapping[str, Any]


def filled(candidate: Candidate, context: Context) -> tuple[Clause, Act] | None:
    """The act of a candidate with what its words tell, and the words as a clause; None where they tell too little."""
    words = piece(candidate.at, context)
    if words is None or candidate.name not in KINDS:
        return None
    told = cut(candidate.at, words, context)
    timed = cut(candidate.when, words, context) if candidate.when is not None else told
    given = {slot: value for slot, value in candidate.slots.items() if slot not in TIMES}
    read = FILL.get(candidate.name, _nothing)(told, replace(timed, tense=words.tense), context, candidate)
    about = _about(candidate, told, words)
    slots = {"about": about, **given, **read}
    act = replace(words.act(candidate.name, **slots), span=told.text, sure=candidate.sure)
    kept = valid(act)
    return None if kept is None or _says_nothing(kept) else (words, kept)


def _says_nothing(act: Act) -> bool:
    """Somebody was there, and nobody can be told who."""
    return act.name == "met" and not act.has("names", "roles")


TIMES = frozenset("day start end earliest latest from until due deadline minutes".split())  # noqa: SIM905
"""Slots that are read here, whatever a listener says."""


def _about(candidate: Candidate, told: Clause, words: Clause) -> str | None:
    if "about" not in KINDS[candidate.name].slots:
        return None
    return candidate.about or told.employer or words.employer


def _nothing(_told: Clause, _timed: Clause, _context: Context, _candidate: Candidate) -> Slots:
    return {}


def _interview(told: Clause, timed: Clause, context: Context, candidate: Candidate) -> Slots:
    over = bool(candidate.slots.get("over")) or told.held
    slots = _talk(timed, context, over=over)
    job = next((shown_role(one, told.language) for one in told.named(Role.JOB)), None)
    people = () if over else tuple(map(shown_name, told.people))
    if over and _lies_ahead(slots, context):
        return {"role": job, **slots, "over": None}
    has_been = {"over": True} if told.held else {}
    return {"role": job, "with": people or None, **slots, **has_been}


def _talk(timed: Clause, context: Context, *, over: bool) -> Slots:
    read = when.moment(timed, context, past=over)
    slots = talks.times(read, timed, context, over=over)
    if over and not slots and timed.says("just_now", "today"):
        return {"day": context.scene.now.date()}
    return slots


def _lies_ahead(slots: Slots, context: Context) -> bool:
    day = slots.get("day") or (slots["start"].date() if "start" in slots else None)
    return day is not None and day > context.scene.now.date()


def _invited(told: Clause, timed: Clause, context: Context, _candidate: Candidate) -> Slots:
    return _talk(timed, context, over=False)


def _call_planned(told: Clause, timed: Clause, context: Context, _candidate: Candidate) -> Slots:
    read: When | None = when.moment(timed, context, past=False)
    return {"start": read.start} if read is not None and read.start is not None and read.day is not None else {}


def _window(told: Clause, timed: Clause, context: Context, candidate: Candidate) -> Slots:
    if candidate.slots.get("none"):
        return {}
    read = windows.of_this_month(windows.read(timed, context, _since(told, context)), timed, context)
    if isinstance(read, WindowRead):
        return {"earliest": read.earliest, "latest": read.latest}
    return {}


def _since(told: Clause, context: Context) -> date | None:
    """The day from which they counted, where they said it at a talk on an earlier day that the message names."""
    since = counted_from(told, context)
    if since is not None or told.says("this_day") or told.tense is not Tense.PAST:
        return since
    days = [talks.day_told(one, context) for one in context.clauses if talks.is_told_over(one)]
    return next((day for day in days if day), None)


def _may_ask_from(_told: Clause, timed: Clause, context: Context, _candidate: Candidate) -> Slots:
    return {"day": when.earliest(timed, context)}


def _by_day(_told: Clause, timed: Clause, context: Context, _candidate: Candidate) -> Slots:
    return {"day": when.due(timed, context)}


def _until(_told: Clause, timed: Clause, context: Context, _candidate: Candidate) -> Slots:
    return {"until": when.until(timed, context)}


def _due(told: Clause, timed: Clause, context: Context, candidate: Candidate) -> Slots:
    return {"what": thing_in(told) or candidate.slots.get("what"), "due": when.due(timed, context)}


def _deadline(_told: Clause, timed: Clause, context: Context, candidate: Candidate) -> Slots:
    """By when they are to be answered; "they called this afternoon" is no such day."""
    told = candidate.when is not None or timed.says("own_deadline", "answer_by", "answers_them")
    return {"deadline": when.due(timed, context)} if told else {}


def _contact(told: Clause, timed: Clause, context: Context, candidate: Candidate) -> Slots:
    channel = candidate.slots.get("channel") or channel_of(told)
    slots: dict[str, Any] = {"channel": channel, "day": lately(timed, context)}
    if candidate.name == "sent" and len(told.people) == 1:
        slots["to"] = shown_name(told.people[0])
    return slots


def _met(told: Clause, _timed: Clause, _context: Context, _candidate: Candidate) -> Slots:
    return {"names": tuple(map(shown_name, told.people)) or None}


def _note(told: Clause, _timed: Clause, _context: Context, _candidate: Candidate) -> Slots:
    return {"text": told.text.strip()}


def _sign(told: Clause, _timed: Clause, _context: Context, _candidate: Candidate) -> Slots:
    return {"sign": told.text.strip()}


def _topic(told: Clause, _timed: Clause, _context: Context, _candidate: Candidate) -> Slots:
    return {"topic": topic_of(told)}


def _thing(told: Clause, _timed: Clause, _context: Context, _candidate: Candidate) -> Slots:
    return {"what": thing_in(told)}


def _agency(told: Clause, _timed: Clause, _context: Context, candidate: Candidate) -> Slots:
    return {"name": candidate.slots.get("name") or next(iter(told.named(Role.AGENCY)), None)}


def _snooze(_told: Clause, timed: Clause, context: Context, _candidate: Candidate) -> Slots:
    return {"until": when.reminder(timed, context)}


FILL: dict[str, Callable[[Clause, Clause, Context, Candidate], Slots]] = {
    "interview": _interview,
    **dict.fromkeys(("invited", "interview_moved"), _invited),
    "call_planned": _call_planned,
    **dict.fromkeys(("window", "window_moved"), _window),
    "may_ask_from": _may_ask_from,
    "silence_means_no": _by_day,
    **dict.fromkeys(("paused", "away", "mute", "pause"), _until),
    **dict.fromkeys(("promised", "they_promised"), _due),
    "offer": _deadline,
    **dict.fromkeys(("sent", "heard"), _contact),
    "met": _met,
    **dict.fromkeys(("note", "feedback"), _note),
    "ask_meaning": _sign,
    "ask_advice": _topic,
    **dict.fromkeys(("kept", "correct"), _thing),
    "agency": _agency,
    "snooze": _snooze,
}
"""What the words of each act tell, where they tell more than that it is."""
