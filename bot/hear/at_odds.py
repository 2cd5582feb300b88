"""Acts of one message that cannot both be so, and a day that is another matter's: one sense for all listeners.

Who takes one job has not left the same one; the day of a known talk is not that of an answer; who wants to be written
to in one way has not asked to be left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.hear import when
from bot.hear.act import Act, By
from bot.hear.clause import Clause, Context
from bot.hear.role import Role

LEAVING = frozenset({"withdrew", "declined"})
WAYS = ("by_email", "by_phone", "by_text", "letter")
"""Keys of words that tell how one is in touch."""
WRITING = frozenset({"write", "writing", "schreiben"})


def at_one(acts: Sequence[Act], context: Context) -> list[Act]:
    """The acts that can all be so; a listener's guess of whose it is gives way to the other employer named."""
    told = [_of_the_other(act, acts, context) for act in acts]
    return [act for act in told if not any(falls(act, told, context) for falls in FALLS)]


def _of_the_other(act: Act, acts: Sequence[Act], context: Context) -> Act:
    """ "Said yes to Globex and told Acme no": who is left is not who was taken, where another one is named."""
    taken = [one.get("about") for one in acts if one.name == "accepted" and one.has("about")]
    if act.name not in LEAVING or act.by is By.RULES or act.get("about") not in taken:
        return act
    named = {name.text for clause in _clauses_of(act, context) for name in clause.names if name.role is Role.EMPLOYER}
    others = named - set(map(str, taken))
    return act.with_slots(about=others.pop()) if len(others) == 1 else act


def _takes_and_leaves(act: Act, acts: Sequence[Act], _context: Context) -> bool:
    """Whether a listener hears somebody leave whom the rest of the message takes."""
    taken = [one.get("about") for one in acts if one.name == "accepted"]
    return act.name in LEAVING and act.by is not By.RULES and bool(taken) and act.get("about") in taken


def _is_of_the_talk(act: Act, _acts: Sequence[Act], context: Context) -> bool:
    """ "So Wednesday is longer, till 1": the day of the talk that is to come, and nothing of an answer beside it."""
    days = _days_of_talks(act, context) if act.name in ("window", "window_moved") else set()
    if not days:
        return False
    told = _clauses_of(act, context)
    named = {day for one in told for day in when.days(one, context)}
    return bool(named & days) and not any(map(_speaks_of_an_answer, told))


def _speaks_of_an_answer(clause: Clause) -> bool:
    """Whether it tells of an answer; what they confirm is the talk."""
    said = (clause.words[place[0]].text for place in clause.said.of("answer")) if clause.says("answer") else ()
    return clause.says("will_tell", "their_answer") or any(not word.startswith("confirm") for word in said)


def _days_of_talks(act: Act, context: Context) -> set[date]:
    """The days of the talks to come with the employer that an act is about."""
    now = context.scene.now
    meant = [one for one in context.scene.employers if act.get("about") in (None, one.name)]
    return {talk.start.date() for one in meant for talk in one.talks if not talk.is_over(now)}


def _is_my_answer(act: Act, acts: Sequence[Act], context: Context) -> bool:
    """ "Soll bis Mittwoch Bescheid geben", beside an offer: its deadline, and nothing that was promised."""
    offered = any(one.name == "offer" for one in acts)
    return act.name == "promised" and offered and any(one.says("own_deadline") for one in _clauses_of(act, context))


def _wants_another_way(act: Act, acts: Sequence[Act], context: Context) -> bool:
    """ "Prefers texts, said not to e-mail": they may be written to, and only that way is not wanted."""
    preferred = any(one.name == "channel_preferred" and one.get("about") == act.get("about") for one in acts)
    told = _clauses_of(act, context)
    ways = any(one.says(*WAYS) or any(word.text in WRITING for word in one.words) for one in told)
    return act.name == "no_contact" and preferred and ways


def _is_to_be_dated(act: Act, acts: Sequence[Act], _context: Context) -> bool:
    """ "They want to do it next week but have no date": what has no date is the talk, not their answer."""
    dated = act.has("start", "day") if act.name == "interview_moved" else not act.get("none")
    undated = act.name in ("window", "interview_moved") and not dated
    return undated and any(one.name == "scheduling" and one.get("about") == act.get("about") for one in acts)


def _is_told_by(act: Act, acts: Sequence[Act], _context: Context) -> bool:
    """Whether a word of theirs is only that of which the message tells what it was: an invitation, a place again."""
    what = {"invited": "invited", "question": "reopened"}.get(str(act.get("what")))
    return act.name == "heard" and any(one.name == what and one.get("about") == act.get("about") for one in acts)


def _is_the_further_round(act: Act, acts: Sequence[Act], _context: Context) -> bool:
    """ "Next one is Wednesday at 2 with the plant manager": one talk, with those who are known."""
    rounds = [one.get("start") for one in acts if one.name == "invited" and one.has("start")]
    is_named = act.has("about") and not act.has("house")
    return act.name == "interview" and not is_named and not act.get("over") and act.get("start") in rounds


def _is_of_a_talk_to_come(act: Act, acts: Sequence[Act], context: Context) -> bool:
    """ "Interview at Acme tomorrow at 2, great": nothing has gone well yet where no talk of theirs has been."""
    about, now = act.get("about"), context.scene.now
    coming = any(one.name == "interview" and not one.get("over") and one.has("start", "day") for one in acts)
    been = any(one.name == "interview" and one.get("over") for one in acts)
    known = [talk for one in context.scene.employers if about in (None, one.name) for talk in one.talks]
    return act.name == "felt" and coming and not been and not any(talk.is_over(now) for talk in known)


def _is_what_was_said_then(act: Act, acts: Sequence[Act], context: Context) -> bool:
    """ "I called yesterday and asked how it looks": the call is the question, unless a second is told of."""
    if act.name != "sent" or act.get("what") != "follow_up" or act.slots.keys() - {"what", "about"}:
        return False
    told = [one for one in acts if one.name == "sent" and one.get("what") == "follow_up" and one is not act]
    fuller = any(one.has("channel", "day", "to") and _may_be_of(one, act) for one in told)
    return fuller and not any(one.says("once_more") for one in _clauses_of(act, context))


def _may_be_of(one: Act, other: Act) -> bool:
    return other.get("about") in (None, one.get("about")) or not one.has("about")


def _is_promised(act: Act, acts: Sequence[Act], _context: Context) -> bool:
    """ "She wants my diploma, said I'll send it": what was asked for and promised in one breath is owed once."""
    is_asked = act.name == "heard" and act.get("what") == "request" and act.has("thing")
    return is_asked and any(one.name == "promised" and one.get("what") == act.get("thing") for one in acts)


def _is_the_withdrawal(act: Act, acts: Sequence[Act], _context: Context) -> bool:
    """ "Sent the withdrawal this morning": the letter is the leaving, and no thanks."""
    left = [one.span for one in acts if one.name == "withdrew"]
    return act.name == "sent" and not act.has("what") and act.span in left


def _is_a_letter(act: Act, acts: Sequence[Act], _context: Context) -> bool:
    """ "Das Danke ist raus": said to them, and not to the coach."""
    sent = [one.span for one in acts if one.name == "sent" and one.get("what") == "thank_you"]
    return act.name == "thanks" and any(act.span in span for span in sent)


FALLS = (
    *(_takes_and_leaves, _is_of_the_talk, _is_my_answer, _wants_another_way, _is_to_be_dated, _is_told_by),
    *(
        _is_the_further_round,
        _is_of_a_talk_to_come,
        _is_what_was_said_then,
        _is_promised,
        _is_the_withdrawal,
        _is_a_letter,
    ),
)
"""Each says whether an act falls beside the others."""


def _clauses_of(act: Act, context: Context) -> list[Clause]:
    """The clauses that bear an act."""
    return [one for one in context.clauses if one.words and (one.text in act.span or act.span in one.text)]
