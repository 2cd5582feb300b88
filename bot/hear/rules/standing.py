"""Rules for how it stands: what they decide, ends and new beginnings."""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Rule, Subject, on
from bot.hear.rules.noted_ends import is_a_no
from bot.hear.rules.saying import by_me


def rejected(clause: Clause, context: Context) -> Iterator[Act]:
    """ "They said no", "didn't get it", "Absage"."""
    is_cut = clause.says("position_gone", "a_position_gone") and not is_a_no(clause, context)
    if (clause.says("no_rejection") and not clause.says("got_the_no")) or is_cut:
        return
    place = clause.where("rejected")
    mine = place is not None and _is_mine(clause, place[0])
    mine = mine or (place is not None and _is_supposed(clause, place[0]))
    told = place is not None and not mine and (not clause.negated or _says_not(clause, place))
    no = None if _is_own_task(clause) else clause.where("a_no") or clause.where("got_the_no")
    if (
        (no is not None and not clause.negated and not _is_supposed(clause, no[0]) and not _is_none(clause, no[0]))
        or (clause.says("did_not_get_it") and not _goes_by_itself(clause, context))
        or told
        or is_a_no(clause, context)
    ):
        yield clause.act("rejected", about=clause.employer)


def _is_own_task(clause: Clause) -> bool:
    """ "Muss den Termin absagen", "will denen absagen": the Person is going to, and nobody has."""
    words = [word.text for word in clause.words]
    own = clause.subject in (Subject.I, Subject.NONE) and not TASK.isdisjoint(words)
    return clause.language == "de" and own and "absagen" in words


TASK = frozenset({"muss", "musste", "muesste", "will", "wollte", "moechte", "werde", "werd"})


def _goes_by_itself(clause: Clause, context: Context) -> bool:
    """ "I'm out. Told them I'm not coming": whoever tells them so has left, and got no no."""
    behind = context.after(clause)
    told = behind is not None and behind.says("told_so") and behind.subject is Subject.I
    return clause.says("word_out") and told and clause.subject is Subject.I


def left(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I'm out. Told them I'm not coming": the process is left."""
    if clause.says("did_not_get_it") and _goes_by_itself(clause, context):
        yield clause.act("withdrew", about=clause.employer)


def _is_none(clause: Clause, at: int) -> bool:
    """Whether right before it stands that there was none: "noch keine Absage bekommen", "no rejection yet"."""
    return not NONE.isdisjoint(word.text for word in clause.words[max(0, at - 1) : at])


NONE = frozenset({"kein", "keine", "keinen", "keiner", "no", "without", "ohne"})


def _is_supposed(clause: Clause, at: int) -> bool:
    """Whether it stands behind an "if": "they'd say if it was a no"."""
    place = clause.where("if")
    return place is not None and place[0] < at


def _says_not(clause: Clause, place: tuple[int, int]) -> bool:
    """Whether the "not" is a part of the no itself: "I was not selected"."""
    words = [word.text for word in clause.words]
    return any(word in words[slice(*place)] for word in ("not", "nicht")) and words.count("not") < 2


def _is_mine(clause: Clause, at: int) -> bool:
    """Whether it is the Person who says no: "I said no", "turned them down"."""
    if clause.says("to_me") or _have_they(clause):
        return False
    return by_me(clause, at) and (clause.subject is Subject.I or clause.says("declined", "own_verdict"))


def _have_they(clause: Clause) -> bool:
    """ "Haben abgesagt": several, and no "wir" beside it."""
    words = {word.text for word in clause.words}
    return clause.language == "de" and "haben" in words and words.isdisjoint(("ich", "wir"))


def position_gone(clause: Clause, context: Context) -> Iterator[Act]:
    """ "The role has been cut"."""
    if is_a_no(clause, context):
        return
    if clause.says("position_gone") or (clause.says("a_position") and clause.says("is_cut")):
        yield clause.act("position_gone", about=clause.employer)


def reopened(clause: Clause, context: Context) -> Iterator[Act]:
    """ "They want me back", "their first choice dropped out": after a no, or told together with one."""
    if not clause.says("reopened", "again_in_touch"):
        return
    closed = any(one.name == clause.employer and not one.is_open for one in context.scene.employers)
    if clause.says("again_in_touch") and not clause.says("reopened"):
        if closed:
            yield clause.act("reopened", about=clause.employer)
        return
    ended = any(not one.is_open for one in context.scene.employers)
    before = any(one.says("rejected", "a_no", "turned_down_once") for one in context.clauses)
    if clause.says("reopened_for_sure") or ended or before:
        yield clause.act("reopened", about=clause.employer)


RULES: tuple[Rule | Keyed, ...] = (
    on(rejected, "rejected", "a_no", "got_the_no", "did_not_get_it", "note_no", "note_no_word", "note_no_first"),
    on(left, "did_not_get_it"),
    on(position_gone, "position_gone", "a_position"),
    on(reopened, "reopened", "again_in_touch"),
)
