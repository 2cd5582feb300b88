"""When and how they answer: windows, new dates, channels, and when one may ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.hear import when, windows
from bot.hear.act import Act, Doubt
from bot.hear.clause import Clause, Context, Keyed, Modality, Rule, Subject, Tense, on
from bot.hear.rules import noted_times, overdue, talks, their_calendar
from bot.hear.rules.counted import counted_from, is_reported
from bot.hear.rules.pending import closing_silence, given
from bot.hear.rules.saying import by_me
from bot.hear.rules.several import by_house
from bot.hear.scene import Expected
from bot.hear.times import Ask, Unknown, WindowRead

NO_WINDOW = ("not_window", "away", "no_contact", "may_ask", "told_to_ask", "i_should_ask", "said_nothing_till")
A_DAY = timedelta(days=1)
SHORT = re.compile(r"\b(?:min|mins|minutes?|minuten?|hours?|hrs?|stunden?)\b", re.IGNORECASE)
"""Lengths in which nobody decides."""
CHANNELS = ("phone", "email", "text", "linkedin")


def windows_of_each(clause: Clause, context: Context) -> Iterator[Act | Doubt]:
    """The window of a clause, or each: "Acme said by Friday, Globex by Monday"."""
    parts = by_house(clause)
    each = len(parts) > 1 and all(when.stretches(part, context) for part in parts)
    for part in parts if each else (clause,):
        yield from window(part, context)


def window(clause: Clause, context: Context) -> Iterator[Act | Doubt]:
    """By when they answer, or that they named no time. A new time is `window_moved`."""
    told = _speaks_of_answer(clause, context) or noted_times.is_told(clause, context)
    if not told or _is_none(clause, context):
        return
    since = counted_from(clause, context)
    read = windows.of_this_month(windows.read(clause, context, since), clause, context)
    if not _is_past(read, context) and overdue.has_gone_by(clause, context):
        before = windows.read(clause, context, context.scene.now.date() - timedelta(days=7))
        read = before if since is None or _is_past(before, context) else read
    if (
        isinstance(read, WindowRead)
        and read.latest == context.scene.now.date() - A_DAY
        and clause.says("said_yesterday")
    ):
        return  # the day on which it was said
    moved = (clause.says("now_window") or _beside_moved(clause, context)) and _is_known_wait(clause, context)
    name = "window_moved" if moved else "window"
    if not isinstance(read, WindowRead) and clause.tense is Tense.PAST and clause.says("said_word"):
        read = _behind_answer(clause, context, since) or read
    read = read if isinstance(read, WindowRead) else noted_times.behind(clause, context, since) or read
    if isinstance(read, WindowRead) and (readings := windows.of_two_years(read, context)):
        yield from _doubted(clause.act(name, about=clause.employer), readings)
    elif isinstance(read, WindowRead):
        yield clause.act(name, about=clause.employer, earliest=read.earliest, latest=read.latest)
    elif isinstance(read, Ask) and (readings := windows.readings(clause, context)):
        yield from _doubted(clause.act(name, about=clause.employer), readings)
    elif clause.says("none") and not talks.lacks_a_date(clause, context):
        yield clause.act("window", about=clause.employer, none=True)


def _is_none(clause: Clause, context: Context) -> bool:
    """Whether a time of the clause is another one than that of their answer."""
    if clause.says(*NO_WINDOW, "day_it_is") or their_calendar.is_told(clause) or their_calendar.they_meet(clause):
        return True
    if overdue.is_told(clause, context) or (clause.says("silence") and not clause.says("none")):
        return True
    if clause.says("more_to_see") and not clause.says("answer", "will_tell", "how_answer", "it_lasts"):
        return True  # the day on which they see somebody else
    if _belongs_to_silence(clause, context) or _is_call(clause, context):
        return True
    return _is_my_promise(clause) or noted_times.is_none_of_theirs(clause)


def _is_my_promise(clause: Clause) -> bool:
    """ "Promised Tom a list by Tuesday": the day is mine, not theirs."""
    place = clause.where("i_promised")
    if place is None or (place[0] == 0 and clause.says("i_hear")):
        return False  # "told I'd hear by Friday"
    return by_me(clause, place[0])


def _doubted(act: Act, readings: tuple[WindowRead, ...]) -> Iterator[Act | Doubt]:
    """The act without its day, and behind it the days that it may be."""
    yield act
    yield Doubt(tuple(act.with_slots(**given(earliest=one.earliest, latest=one.latest)) for one in readings))


def _behind_answer(clause: Clause, context: Context, since: date | None) -> WindowRead | None:
    """What is said behind the word for an answer, where another time stands before it; or a day that has passed."""
    place = clause.where("answer") or clause.where("answer_medium")
    read = windows.read(clause, context, since, place[0]) if place else None
    if isinstance(read, WindowRead):
        return read
    day = when.day(clause, context, past=True) if clause.says("last_day") else None
    return WindowRead(earliest=None, latest=day) if day else None


def _speaks_of_answer(clause: Clause, context: Context) -> bool:
    """Whether it is about the answer of the employer, not about what the Person does."""
    if clause.says("interview", "interviewed") and not clause.says("said_word"):
        return False
    if clause.says("it_lasts") and SHORT.search(clause.text) and not clause.says("a_length"):
        return False  # "they told me it takes 30 minutes": how long the talk is
    if clause.subject is Subject.YOU or (clause.subject is Subject.I and not clause.says("i_hear", "none")):
        return False
    before = context.before(clause)
    goes_on = before is not None and before.sentence == clause.sentence and _is_theirs(before, clause, context)
    theirs = clause.says("their", "none") or clause.subject is Subject.THEY or bool(clause.employer) or goes_on
    theirs = theirs or (bool(clause.people) and clause.says("will_tell"))
    theirs = theirs or (clause.subject is Subject.I and clause.says("said_word") and clause.says("i_hear"))
    theirs = theirs or (clause.subject is Subject.NONE and context.scene.expects is Expected.WINDOW)
    put_off = clause.says("now_window") and _is_known_wait(clause, context)
    lasts = overdue.lasts_so_long(clause)
    return theirs and (clause.says("answer", "none", "will_tell") or lasts or put_off or _by_words_said(clause))


def _is_theirs(before: Clause, clause: Clause, context: Context) -> bool:
    """Whether a clause goes on with what they said: "Acme wrote: need another week"."""
    told = ":" in context.text[before.end : clause.start]
    if is_reported(clause, context) and before.says("said_word") and before.subject is not Subject.I:
        return True
    said = before.subject is Subject.THEY or bool(before.employer or before.people) or before.says("their")
    theirs = before.says("said_word") or before.subject is Subject.THEY
    will = clause.subject is Subject.NONE and clause.says("will_word") and theirs
    return before.says("now_window") or ((told or will) and said)


def _beside_moved(clause: Clause, context: Context) -> bool:
    """Whether the clause behind says that this is another day than before."""
    behind = context.after(clause)
    return behind is not None and behind.sentence == clause.sentence and behind.says("moved_by")


def _by_words_said(clause: Clause) -> bool:
    """They said "two weeks", "they'll call by Friday": no word for an answer, but nothing else either."""
    by_them = clause.subject is Subject.THEY or (clause.subject is Subject.NONE and bool(clause.employer))
    now = clause.says("says_now") and by_them and clause.modality is not Modality.ASKED
    said = clause.says("said_word") or now
    if clause.says("answer_medium") and not now:
        return clause.says("said_word", "will_word") or clause.modality is Modality.PLANNED or clause.says("now_window")
    return said and not clause.says("invite", "back") and windows.says_only_a_time(clause)


def _is_known_wait(clause: Clause, context: Context) -> bool:
    """Whether an answer of this employer is waited for already."""
    named = clause.employer
    return any(
        (named is None or one.name.casefold() == named.casefold())
        and any(talk.is_over(context.scene.now) for talk in one.talks)
        for one in context.scene.employers
    )


def _is_past(read: WindowRead | Unknown | Ask, context: Context) -> bool:
    """Whether the time that they named has ended."""
    return isinstance(read, WindowRead) and read.latest is not None and read.latest < context.scene.now.date()


def _belongs_to_silence(clause: Clause, context: Context) -> bool:
    """Whether it says, with its neighbour, that no word is a no: "they'll only call if it's a yes"."""
    before = context.before(clause)
    if clause.says("no_word") and clause.modality is Modality.CONDITIONAL:
        return True
    return any(one is not None and closing_silence(one, context) is not None for one in (clause, before))


def channel(clause: Clause, context: Context) -> Iterator[Act]:
    """How they will answer."""
    if not _speaks_of_answer(clause, context) or clause.says("channel_only", "no_contact", "make_call", "said_on"):
        return
    if (
        _belongs_to_silence(clause, context)
        or not clause.says("how_answer")
        or clause.says("not_window", "may_ask")
        or _is_call(clause, context)
    ):
        return
    if clause.tense is Tense.PAST and not clause.says("said_word"):
        return
    if clause.modality is Modality.PLANNED or clause.says("will_word") or _timed(clause, context):
        found = [channel for channel in CHANNELS if clause.says(f"answers_by_{channel}")]
        if len(found) == 1:
            yield clause.act("channel", about=clause.employer, channel=found[0])


def _timed(clause: Clause, context: Context) -> bool:
    return isinstance(windows.read(clause, context), WindowRead | Unknown)


def may_ask_from(clause: Clause, context: Context) -> Iterator[Act]:
    """When they said that one may ask: "I can ask from Monday on", "they told me to call on the 9th"."""
    if clause.modality is Modality.ASKED or clause.says("document") or not _may_ask(clause, context):
        return
    place = next(filter(None, map(clause.where, MAY_ASK)), None)
    day = when.earliest(clause, context, since=place[0] if place else 0) or when.earliest(clause, context)
    if day is not None:
        yield clause.act("may_ask_from", about=clause.employer, day=day)


MAY_ASK = ("may_ask", "told_to_ask", "i_should_ask")


def _may_ask(clause: Clause, context: Context) -> bool:
    if clause.says("told_to_ask"):
        return True
    if clause.says("i_should_ask"):
        return clause.modality is Modality.CONDITIONAL or clause.says("said_word") or is_reported(clause, context)
    return clause.says("may_ask") and clause.says("may_ask_said")


def _is_call(clause: Clause, context: Context) -> bool:
    """Whether a call is agreed, with its hour: that is `call_planned`."""
    told = when.moment(clause, context, past=False) if clause.says("answers_by_phone") else None
    return told is not None and told.clock and told.day is not None


def their_meeting(clause: Clause, context: Context) -> Iterator[Act]:
    """ "The panel meets on Monday": they decide then, or say so by then."""
    if not their_calendar.they_meet(clause) or not (clause.employer or context.scene.employers):
        return
    stretches = when.stretches(clause, context)
    day = when.day(clause, context, past=False) or (stretches[-1].latest if stretches else None)
    if day is None or day < context.scene.now.date():
        return
    news = any(one.says("they_contacted", "now_window") for one in context.clauses) and _is_known_wait(clause, context)
    yield clause.act("window_moved" if news else "window", about=clause.employer, latest=day)


RULES: tuple[Rule | Keyed, ...] = (
    on(
        windows_of_each,
        "answer",
        "none",
        "will_tell",
        "now_window",
        "answer_medium",
        "said_word",
        "says_now",
        "it_lasts",
        *noted_times.KEYS,
    ),
    on(their_meeting, "they_meet"),
    on(channel, "how_answer"),
    on(may_ask_from, *MAY_ASK),
)
