"""A talk told without a verb, in a message that also tells what comes only after a talk: it has been.

"Interview with Oakdale on the 5th. The recruiter called back, they check my references": nothing in the first sentence
says when it was. What is heard of the whole message is looked at once; where it puts a talk behind, the clause that
tells of the talk is marked (`Clause.held`), and the message is heard again, by all rules alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.hear import when
from bot.hear.act import Act, Doubt, first_reading
from bot.hear.bygone_known import SURELY, day_before, may_tell_of_it, put_behind, taken_for_coming
from bot.hear.bygone_signs import asks_to_chase, is_left_behind, tells_of_an_earlier_round
from bot.hear.clause import Clause, Context, Modality, Subject, Tense
from bot.hear.role import Role
from bot.hear.talk_known import agree, day_of
from storage.changing import changed

Borne = tuple[Clause, Act | Doubt]
AFTER = frozenset(
    {
        *("felt", "met", "interest", "shown", "nothing_heard", "rejected", "offer", "feedback", "reference_called"),
        *("no_answer_given_up", "position_gone", "window_moved", "paused", "asked_to_wait"),
    }
)
"""Acts that only one tells who has had a talk there."""
ASKED_THEM = ("followed_up", "asks_how_it_stands", "asked_them")
OF_THE_TALK = frozenset({"well", "badly", "reaction", "example", "length", "unprepared"})
"""Kinds of note that tell what happened at a talk."""
TELLS_OF_IT = (
    *("they_question", "reaction", "badly", "well", "great", "rough", "fine", "went", "silence", "after_a_talk"),
)
"""What is told, as past, only of a talk that has been."""
OF_THEIR_ANSWER = ("they_meet", "more_to_see", "answer", "will_tell", "still_deciding", "none")
"""Of what they speak at a talk: how they go on to an answer."""
IN_TOUCH = (
    *("they_contacted", "invite", "invited_me", "called_for", "moved", "scheduling", "they_request", "wrote", "sends"),
    *("sent_off", "answer_medium", "logistics", "looks_ahead", "called_off", "offered"),
)
"""What they do before a talk as well; whatever else is told of them as past they did at it."""
STILL_BEFORE = ("ahead_of_it", "coming", "looks_ahead", "logistics")
AHEAD = ("coming", "future", "invite", "want_to_meet", "gets_me_a_talk", "moved", "ahead_of_it")
"""What says of a talk that it is to come."""
BESIDE_ONE_AHEAD = (
    *AHEAD,
    "they_contacted",
    "advise",
    "any_tips",
    "topic_clothes",
    "topic_prepare",
    "another_talk",
    "logistics",
)
"""What somebody says who looks ahead to a talk, or has just heard of it."""
BUT = frozenset({"but", "now", "however", "aber", "doch", "jetzt", "dafuer"})
LATELY = 60
"""So many days back a talk may be that is told without a verb."""
TOLD = frozenset({Modality.FACT, Modality.NEGATED})
LOOSE = frozenset({Modality.ASKED, Modality.REQUESTED, Modality.CONDITIONAL, Modality.OTHERS, Modality.HOPED})


def with_talks_held(borne: Sequence[Borne], context: Context) -> Context | None:
    """The message with the talks marked that it puts behind; None where there is none."""
    told = [(clause, first_reading(one)) for clause, one in borne]
    held = {
        clause.index
        for clause, act in told
        if _may_have_been(clause, act, context) and _has(clause, act, told, context)
    }
    if not held:
        return with_known_behind(told, context)
    clauses = (changed(one, held=True, tense=Tense.PAST) if one.index in held else one for one in context.clauses)
    return replace(context, clauses=tuple(clauses), known={})


def with_known_behind(told: Sequence[tuple[Clause, Act]], context: Context) -> Context | None:
    """The same for the talk of the message before; None where nothing puts it behind."""
    found = taken_for_coming(told, context)
    if found is None:
        return None
    employer, talk = found
    day = day_before(talk.start.date(), context.scene.now.date())
    as_told = Act("interview", {"about": employer.name, "day": talk.start.date()})
    heard = (one for one, what in told if what.name in SURELY and comes_after(one, what, as_told, context))
    tells = (one for one in context.clauses if one.says(*TELLS_OF_IT) and tells_of_it(one))
    words = next((one for one in (*heard, *tells) if may_tell_of_it(one, employer)), None)
    return put_behind(words, employer, talk, day, context) if words is not None and day is not None else None


def _may_have_been(clause: Clause, act: Act, context: Context) -> bool:
    """Whether it tells of a talk with nothing that says when, on a day that may as well have been."""
    if act.name not in ("interview", "invited") or act.get("over") or clause.tense not in (Tense.NONE, Tense.PAST):
        return False
    if clause.words and clause.words[0].text in BUT:
        return False  # "they said no, but interview at Rook on Monday"
    if clause.says(*AHEAD) or clause.modality is not Modality.FACT or _is_known(clause, act, context):
        return False
    return _day_behind(clause, act, context) is not None


def _day_behind(clause: Clause, act: Act, context: Context) -> date | None:
    """The last day that its words may mean."""
    now, start = context.scene.now, act.get("start")
    if day_of(act) == now.date():
        return None if isinstance(start, datetime) and start > now else now.date()
    told = when.moment(clause, context, past=True)
    day = None if told is None else told.day
    return day if day is not None and 0 <= (now.date() - day).days <= LATELY else None


def _is_known(clause: Clause, act: Act, context: Context) -> bool:
    """Whether the talk may be a further one with somebody whose talk is known, of which the rest is told then."""
    name = act.get("about") or clause.employer
    return any(one.talks for one in context.scene.employers if agree(name, one.name))


def _has(clause: Clause, act: Act, told: Iterable[tuple[Clause, Act]], context: Context) -> bool:
    """Whether the message tells that it has been, or names a day of this month and looks ahead to nothing."""
    same = [one for one in context.clauses if one is not clause and _is_of_the_same(one, clause, context)]
    others = [one for one in same if not tells_of_an_earlier_round(one, act.get("stage"))]
    heard = [(one, what) for one, what in told if one in others]
    if clause.says("silence") or any(comes_after(one, what, act, context) for one, what in heard):
        return True
    left = is_left_behind(clause) or any(tells_of_it(one) or is_left_behind(one) for one in others)
    if not act.has("start") and (left or asks_to_chase(context)):
        return True
    return _is_a_day_of_this_month(clause, act, context)


def _is_of_the_same(one: Clause, clause: Clause, context: Context) -> bool:
    """Whether a clause may be about that talk: nobody else is named in it or right before it, and no other talk."""
    if one.says("another_talk") or one.modality in LOOSE:
        return False
    named = next((c for c in reversed(context.clauses[: one.index + 1]) if c.named(Role.EMPLOYER)), None)
    mine = clause.employer or (named.employer if named is not None and named.index <= clause.index else None)
    return named is None or mine is None or agree(named.employer, mine)


def comes_after(one: Clause, what: Act, talk: Act, context: Context) -> bool:
    """Whether an act presupposes that the talk has been."""
    if not agree(what.get("about"), talk.get("about")) or one.says("ahead_of_it"):
        return False
    if what.name == "nothing_heard" and one.says("logistics"):
        return False  # "no email with the address yet"
    if what.name == "invited":
        return talk.get("stage") in ("first", "phone_screen") and what.get("stage") not in (None, talk.get("stage"))
    if what.name == "sent":
        return tells_of_a_letter(one, what)
    if what.name in ("window", "they_promised", "may_ask_from"):
        return _is_of_theirs_then(one, what, talk, context)
    if what.name == "note":
        return what.get("kind") in OF_THE_TALK and one.tense is Tense.PAST
    return what.name in AFTER and (what.name != "met" or one.tense is Tense.PAST)


def tells_of_a_letter(one: Clause, what: Act) -> bool:
    """Whether it is a letter that goes out after a talk: thanks, not those for an invitation, or a question."""
    if one.says("coming", "invite"):
        return False
    return what.get("what") == "thank_you" or (what.get("what") == "follow_up" and one.says(*ASKED_THEM))


def _is_of_theirs_then(one: Clause, what: Act, talk: Act, context: Context) -> bool:
    """Whether a day of theirs was named at the talk: it is told as said, or lies before the day that is to come."""
    before = context.before(one)
    near = (one, before) if before is not None and before.sentence == one.sentence else (one,)
    if any(part.says("said_word") and part.tense is Tense.PAST for part in near):
        return True
    day, coming = what.get("latest") or what.get("due") or what.get("day"), day_of(talk)
    return isinstance(day, date) and coming is not None and day < coming


def tells_of_it(one: Clause) -> bool:
    """Whether a clause tells, as past, what happened at a talk, or what they said of their answer."""
    if one.tense is not Tense.PAST or one.modality not in TOLD or one.says(*STILL_BEFORE):
        return False
    if one.says(*TELLS_OF_IT):
        return True
    if one.says("said_word"):
        return one.says(*OF_THEIR_ANSWER) and not one.says("agreed_call")
    return one.subject is Subject.THEY and not one.says(*IN_TOUCH)


def _is_a_day_of_this_month(clause: Clause, act: Act, context: Context) -> bool:
    """ "Interview with Orde on the 5th", told on the 14th, with nothing that looks ahead: the one that has been, unless
    that of the next month is nearer. An hour is told of what is to come."""
    coming, behind, today = day_of(act), _day_behind(clause, act, context), context.scene.now.date()
    if coming is None or behind is None or act.has("start") or coming.day != behind.day or behind == today:
        return False
    ahead = any(one.says(*BESIDE_ONE_AHEAD) or "?" in one.text for one in context.clauses)
    return not ahead and today - behind < coming - today
