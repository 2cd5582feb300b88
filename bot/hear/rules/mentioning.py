"""What is to stand in a letter that is ordered: "mention the tool", "that I loved the bit about the hub"."""

from __future__ import annotations

import re

from bot.hear.clause import Clause, Context
from bot.hear.rules.points import POINT, points
from bot.hear.rules.requests import ASKING


def mentioned(clause: Clause, context: Context) -> str | None:
    """What is to be in it, told in the same breath or in a clause of its own."""
    later = [clause, *(one for one in context.clauses if one.index > clause.index and not one.negated)]
    wish = next((one.text for one in later if one.says("keep_me_in_mind")), None)
    told = (in_it(one, context) or _pointed_at(one, context) for one in later)
    return wish or POINT.join(points(clause, context)) or next(filter(None, told), None)


def pay_asked_for(clause: Clause, context: Context) -> str | None:
    """ "Write the bit to Priya asking for 26k", where they have offered: the salary, as it stands in a letter."""
    offered = any(one.offered for one in context.scene.employers) or any(
        one.says("offer_word") for one in context.clauses
    )
    figure = PAY.search(clause.text)
    if not offered or not (clause.says("pay_word") or (figure is not None and clause.says("asks_for_it"))):
        return None
    is_german = clause.language == "de"
    if figure is None:
        return "ein höheres Gehalt" if is_german else "a higher salary"
    return f"{'ein Gehalt von' if is_german else 'a salary of'} {figure[0].strip()}"


PAY = re.compile(r"[£$€]?\b\d{2,3}(?:[.,]?\d{3}|[.,]?\d?\s?k)\b(?:\s?(?:€|euro|pounds))?", re.IGNORECASE)
"""A salary: 26k, 24.5k, £26,000, 48.000 Euro."""


def _pointed_at(clause: Clause, context: Context) -> str | None:
    """ "She talked about the new hub, I'd love to mention that": what stands behind the "about" right before."""
    before = context.before(clause)
    place = before.where("told_about") if before is not None and _points_back(clause) else None
    return before.text_of(place[1]) or None if before is not None and place is not None else None


def in_it(clause: Clause, context: Context) -> str | None:
    """ "Could it have the Galway example in it? Like I mediated between two people": the example, else what it is."""
    begins, ends = clause.where("have_in_it"), clause.where("in_it")
    if begins is None or ends is None or ends[0] <= begins[1] or clause.modality not in ASKING:
        return None
    behind = context.after(clause)
    such = behind.where("as_such") if behind is not None else None
    if behind is not None and such is not None and such[0] == 0:
        return behind.text_of(such[1])
    return clause.text_of(begins[1], ends[0])


def _points_back(clause: Clause) -> bool:
    """Whether it ends with a "mention that", for what was told right before."""
    place = clause.where("mention_that")
    return place is not None and place[1] == len(clause.words)


def behind_key(clause: Clause, key: str) -> str | None:
    """The words behind those of a key: "mention the tool"."""
    is_ruled_out = clause.negated or clause.says("no_mention") or _points_back(clause)
    place = None if is_ruled_out else clause.where(key)
    return (clause.text_of(place[1]) or None) if place else None
