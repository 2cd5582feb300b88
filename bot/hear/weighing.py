"""What the rules heard and what a listener believes, weighed against each other, in one way for every listener.

An act that the rules heard and the listener does not believe falls. One that it is sure of and the rules missed is kept
where its words give what it needs and its modality allows a fact. Between the two, nothing is kept: the likeliest acts
are offered as buttons. The bars stand in a table, one row an act, found by `make heads` on messages kept back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.hear.act import Act, By, Doubt
from bot.hear.acts import KINDS
from bot.hear.bars import Bar, bars_of
from bot.hear.clause import Clause, Context, Modality
from bot.hear.elsewhere import told_of_nobody
from bot.hear.filling import filled
from bot.hear.listened import Candidate, Listened

Borne = tuple[Clause, Act | Doubt]
UNREAL = frozenset({Modality.HOPED, Modality.FEARED, Modality.CONDITIONAL, Modality.OTHERS, Modality.QUOTED})
"""What is told so is no fact, however sure a listener is."""


def weighed(borne: Sequence[Borne], context: Context) -> list[Borne]:
    """What is borne by a message, when a listener has heard it too."""
    listened = context.scene.listened
    if listened is None or listened.text != context.text:
        return list(borne)
    bars = bars_of(listened.by)
    kept = [one for one in borne if _is_believed(one, listened, bars)]
    return [*(_as_valued(one, listened) for one in kept), *_beside(kept, listened, bars, context)]


def likeliest(context: Context, most: int = 3) -> tuple[str, ...]:
    """The acts that a listener holds for likely though none was kept, the likeliest first."""
    listened = context.scene.listened
    if listened is None or listened.text != context.text:
        return ()
    bars = bars_of(listened.by)
    near = [(score, name) for name, score in listened.scores.items() if score >= bars[name].ask]
    return tuple(name for _, name in sorted(near, reverse=True)[:most])


def _is_believed(one: Borne, listened: Listened, bars: dict[str, Bar]) -> bool:
    act = one[1] if isinstance(one[1], Act) else one[1].readings[0]
    return act.name not in listened.scores or listened.score(act.name) >= bars[act.name].drop


def _as_valued(one: Borne, listened: Listened) -> Borne:
    """An act with the values that a listener is sure of, where it has heard the same act in the same words."""
    clause, act = one
    if isinstance(act, Doubt):
        return one
    for candidate in listened.candidates:
        if candidate.name == act.name and candidate.at.meets(clause.start, clause.end):
            return clause, _valued(act, candidate)
    return one


def _valued(act: Act, candidate: Candidate) -> Act:
    chosen = {slot: value for slot, value in candidate.slots.items() if _is_choice(act.name, slot)}
    return act.with_slots(**chosen) if chosen else act


def _is_choice(name: str, slot: str) -> bool:
    kind = KINDS[name].slots.get(slot)
    return kind is not None and bool(kind.choices)


def _beside(kept: Iterable[Borne], listened: Listened, bars: dict[str, Bar], context: Context) -> Iterator[Borne]:
    """What only the listener has heard, and is sure of."""
    heard = {(act if isinstance(act, Act) else act.readings[0]).name: clause for clause, act in kept}
    for candidate in listened.candidates:
        if candidate.sure < bars[candidate.name].keep or _is_heard(candidate, heard):
            continue
        told = filled(candidate, context)
        if told is None or not _may_be_told(told, context):
            continue
        clause, act = told
        yield clause, _by(act, listened.by)


def _is_heard(candidate: Candidate, heard: dict[str, Clause]) -> bool:
    """Whether the rules have heard it: once a message, or of several in the same words."""
    clause = heard.get(candidate.name)
    return clause is not None and (candidate.name not in SEVERAL or candidate.at.meets(clause.start, clause.end))


SEVERAL = frozenset({"note", "sent", "heard", "interview", "promised", "they_promised", "kept"})
"""Acts of which a message may hold several."""


def _may_be_told(told: tuple[Clause, Act], context: Context) -> bool:
    """Whether the modality of the words lets it be a fact, and it is told of somebody."""
    clause, act = told
    unreal = clause.modality in UNREAL and clause.modality not in KINDS[act.name].modalities
    return not unreal and not told_of_nobody(act, clause, context)


def _by(act: Act, by: By) -> Act:
    return Act(act.name, act.slots, span=act.span, by=by, sure=act.sure)
