"""Rules for how it stands: what the Person decides, what they decide, ends and new beginnings."""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Rule, Subject
from bot.hear.rules.saying import by_me

# What the Person decides


def accepted(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I accepted", "signed with Globex", "hab zugesagt"; not "zugesagt, etwas zu schicken"."""
    place = clause.where("accepted")
    if clause.negated or clause.says("nothing_of_it") or _is_promise(clause, context):
        return
    to_a_talk = any(one.says("a_talk", "an_invitation") for one in context.clauses) and not clause.says("the_job")
    if place and by_me(clause, place[0]) and not to_a_talk:
        yield clause.act("accepted", about=clause.employer, elsewhere=clause.says("elsewhere") or None)
    elif _takes_them(clause):
        yield clause.act("accepted", about=clause.employer)


def _takes_them(clause: Clause) -> bool:
    """ "Going with Globex", "ich nehme Globex"."""
    place = clause.where("takes")
    behind = clause.words[place[1]].start if place and place[1] < len(clause.words) else -1
    return any(name.start == behind and name.known for name in clause.names)


def _is_promise(clause: Clause, context: Context) -> bool:
    behind = context.after(clause)
    in_sentence = behind is not None and behind.sentence == clause.sentence and behind.says("giving")
    return clause.says("giving", "no_acceptance") or in_sentence


def declined(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "Turned them down", "told Globex no"; a talk turned down is a process that was left."""
    place = clause.where("declined")
    if clause.says("from_elsewhere", "another_offer") and not clause.employer:
        return
    if place and by_me(clause, place[0]) and not clause.negated and not clause.says("no_decline"):
        yield clause.act("withdrew" if clause.says("a_talk") else "declined", about=clause.employer)


def withdrew(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "I pulled out", "hab meine Bewerbung zurückgezogen"."""
    place = clause.where("withdrew")
    if place and by_me(clause, place[0]) and not clause.negated:
        yield clause.act("withdrew", about=clause.employer)


def given_up(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "I'm counting it as a no"."""
    if clause.says("given_up") and clause.subject in (Subject.I, Subject.NONE) and not clause.negated:
        yield clause.act("no_answer_given_up", about=clause.employer)


# What they decide


def rejected(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "They said no", "didn't get it", "Absage"."""
    if clause.says("no_rejection") or clause.says("position_gone", "a_position_gone"):
        return
    place = clause.where("rejected")
    mine = place is not None and _is_mine(clause, place[0])
    told = place is not None and not clause.negated and not mine
    if (clause.says("a_no") and not clause.negated) or clause.says("did_not_get_it") or told:
        yield clause.act("rejected", about=clause.employer)


def _is_mine(clause: Clause, at: int) -> bool:
    """Whether it is the Person who says no: "I said no", "turned them down"."""
    if clause.says("to_me"):
        return False
    return by_me(clause, at) and (clause.subject is Subject.I or clause.says("declined", "own_verdict"))


def position_gone(clause: Clause, _context: Context) -> Iterator[Act]:
    """ "The role has been cut"."""
    if clause.says("position_gone") or (clause.says("a_position") and clause.says("is_cut")):
        yield clause.act("position_gone", about=clause.employer)


def reopened(clause: Clause, context: Context) -> Iterator[Act]:
    """ "They want me back", "their first choice dropped out": after a no, or told together with one."""
    if not clause.says("reopened"):
        return
    ended = any(not one.is_open for one in context.scene.employers)
    before = any(one.says("rejected", "a_no", "turned_down_once") for one in context.clauses)
    if clause.says("reopened_for_sure") or ended or before:
        yield clause.act("reopened", about=clause.employer)


RULES: tuple[Rule, ...] = (
    *(accepted, declined, withdrew, given_up),
    *(rejected, position_gone, reopened),
)
