"""The values of an act that the rules have heard, as a listener has heard them in the same words.

A model's stand before those of the rules. Of the trained heads only those count that no word of its own tells: whether
what was sent was a thanks shows in the whole message.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.hear.act import Act, Doubt, Slot, first_reading
from bot.hear.acts import KINDS
from bot.hear.clause import Clause, Context
from bot.hear.filling import TIMES, filled
from bot.hear.listened import Candidate, Listened

Borne = tuple[Clause, Act | Doubt]
CHOSEN = frozenset({("sent", "what"), ("heard", "what"), ("ask_draft", "kind"), ("note", "kind"), ("wanted", "value")})
"""Values of which the rules tell the likeliest, where nothing tells them apart. Whether an offer is on paper turns the
whole plan and stays with them."""
SURE_OF_ACT, SURE_OF_VALUE = 0.5, 0.7
"""From these scores on the heads' value stands: in 1,300 messages that neither had seen that put 14 values right and
one wrong."""


def as_chosen(borne: Sequence[Borne], listened: Listened) -> list[Borne]:
    """The acts with those of `CHOSEN` of which a listener beside the rules is sure; of several of one name, whose
    words it may not tell apart, each as it was heard."""
    times = Counter(first_reading(act).name for _, act in borne)
    return [_as_chosen(one, listened) if times[first_reading(one[1]).name] == 1 else one for one in borne]


def _as_chosen(one: Borne, listened: Listened) -> Borne:
    clause, act = one
    best = _same(act, clause, listened) if isinstance(act, Act) else None
    if isinstance(act, Doubt) or best is None or best.sure < SURE_OF_ACT:
        return one
    chosen = {slot: value for slot, value in best.slots.items() if _is_surely(slot, act, best)}
    return (clause, act.with_slots(**chosen)) if chosen else one


def _is_surely(slot: str, act: Act, candidate: Candidate) -> bool:
    return (act.name, slot) in CHOSEN and candidate.sure_of.get(slot, 0.0) >= SURE_OF_VALUE


def as_valued(one: Borne, listened: Listened, context: Context) -> Borne:
    """An act with the values that a listener is sure of, where it has heard the same act in the same words."""
    clause, act = one
    if isinstance(act, Doubt):
        return one
    best = _same(act, clause, listened)
    return one if best is None else (clause, _valued(act, best, context))


def _same(act: Act, clause: Clause, listened: Listened) -> Candidate | None:
    """The same act as a listener has heard it in the same words."""
    same = [c for c in listened.candidates if c.name == act.name and c.at.meets(clause.start, clause.end)]
    return max(same, key=lambda candidate: _shared(candidate, clause), default=None)


def _shared(candidate: Candidate, clause: Clause) -> float:
    """How much of their words are the same, from 0 to 1."""
    both = min(candidate.at.end, clause.end) - max(candidate.at.start, clause.start)
    return both / (max(candidate.at.end, clause.end) - min(candidate.at.start, clause.start))


def _valued(act: Act, candidate: Candidate, context: Context) -> Act:
    chosen = {slot: value for slot, value in candidate.slots.items() if _is_choice(act.name, slot)}
    told = filled(candidate, context)
    read = dict(told[1].slots) if told is not None else {}
    more = {slot: names for slot, names in read.items() if _are_more(names, act.get(slot))}
    timed = candidate.when is not None and not act.has("none", *TIMES)
    times = {slot: value for slot, value in read.items() if timed and slot in TIMES}
    return act.with_slots(**chosen, **more, **times) if chosen or more or times else act


def _are_more(names: Slot, heard: Slot | None) -> bool:
    """Whether it is a longer list of names, with all that were heard in it."""
    return isinstance(names, tuple) and isinstance(heard, tuple) and set(heard) < set(names)


def _is_choice(name: str, slot: str) -> bool:
    kind = KINDS[name].slots.get(slot)
    return kind is not None and bool(kind.choices)
