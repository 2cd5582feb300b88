"""Rules for promises: what the Person promised, what they did, and what was kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.hear import when
from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Rule, on
from bot.hear.rules.saying import by_me, by_them, goes_on, thing_in

FEW, SHORT = 3, 6
"""Words of "no, nothing promised", and of "I didn't promise them anything"."""


def promised(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I promised her a sample by Friday", "told them I'd send it"."""
    place = clause.where("i_promised")
    if place is None or clause.negated or clause.says("promised_before", "no_promise") or not by_me(clause, place[0]):
        return
    behind = goes_on(clause, context)
    alone = clause.says("i_promised_alone") and (behind is None or thing_in(clause, place) is not None)
    if clause.says("giving") or alone:
        what = thing_in(clause, place) or _what_they_want(clause, context)
        due = when.due(clause, context) or _due_behind(behind, context)
        yield clause.act("promised", about=clause.employer, what=what, due=due)
    elif behind is not None and behind.says("giving"):
        act = behind.act("promised", about=clause.employer, what=thing_in(behind), due=when.due(behind, context))
        yield replace(act, span=context.span(clause, behind))


def _due_behind(behind: Clause | None, context: Context) -> date | None:
    """ "I am to send it, told them by tomorrow"."""
    return when.due(behind, context) if behind is not None and behind.says("i_promised") else None


def _what_they_want(clause: Clause, context: Context) -> str | None:
    """What was asked for right before: "they want references, told them they'd have them tomorrow"."""
    before = (context.before(clause, count) for count in (1, 2))
    wanted = next((one for one in before if one is not None and one.says("they_request")), None)
    return thing_in(wanted, wanted.where("they_request") or (0, 0)) if wanted is not None else None


def nothing_promised(clause: Clause, context: Context) -> Iterator[Act]:
    """ "I didn't promise anything", "hab nichts versprochen"."""
    place = clause.where("i_promised")
    if place is None or clause.says("no_promise_to_self"):
        return
    if not (by_me(clause, place[0]) or len(clause.words) <= FEW):
        return
    if clause.says("nothing_at_all") or (
        clause.negated and len(clause.words) <= SHORT and thing_in(clause, place) is None
    ):
        yield clause.act("no", asked="promised")


def they_promised(clause: Clause, context: Context) -> Iterator[Act]:
    """ "They promised me the org chart", "Tom will send me a task tomorrow"; an answer promised is a window."""
    place = clause.where("they_promise")
    if place is None or clause.negated or clause.says("their_answer", "no_promise", "promised_date"):
        return
    if _is_delivered(clause, context):
        return
    mine = clause.where("i_promised")
    if mine is not None and by_me(clause, mine[0]) and not clause.says("they_promise_alone"):
        return
    if clause.says("they_promise_alone") or by_them(clause, place[0]):
        what, due = thing_in(clause, place), when.due(clause, context)
        if what is None and due is None:
            return
        yield clause.act("they_promised", about=clause.employer, what=what, due=due)


def they_kept(clause: Clause, context: Context) -> Iterator[Act]:
    """ "It came, as promised", "she sent the agenda like she said she would"."""
    behind = goes_on(clause, context)
    promised_so = clause.says("as_promised") or (behind is not None and behind.says("as_promised"))
    promised_so = promised_so and clause.says("it_came")
    promised_so = promised_so or (clause.says("they_promise") and _is_delivered(clause, context))
    if clause.says("kept_word") or promised_so:
        place = clause.where("it_came")
        if place is None or not (by_me(clause, place[0]) and clause.says("wrote")):
            yield clause.act("they_kept", about=clause.employer)


def _is_delivered(clause: Clause, context: Context) -> bool:
    """Whether it is told, here or right behind, that what they promised has come."""
    behind = goes_on(clause, context)
    near = (clause, *((behind,) if behind is not None else ()))
    mine = clause.where("i_promised")
    return not (mine and by_me(clause, mine[0])) and any(one.says("they_delivered") for one in near)


RULES: tuple[Rule | Keyed, ...] = (
    on(promised, "i_promised"),
    on(nothing_promised, "i_promised"),
    on(they_promised, "they_promise"),
    on(they_kept, "kept_word", "it_came", "they_delivered", "they_promise"),
)
