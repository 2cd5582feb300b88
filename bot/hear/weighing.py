"""What the rules heard and what a listener believes, weighed against each other, in one way for every listener.

An act that the rules heard and the listener does not believe falls. One that it is sure of and the rules missed is kept
where its words give what it needs and its modality allows a fact. The bars stand in `bars_heads.tsv`, one row an act.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.hear import inventory
from bot.hear.act import Act, By, Doubt, first_reading
from bot.hear.acts import KINDS
from bot.hear.alone import may_stand_alone
from bot.hear.bars import Bar, bars_of
from bot.hear.clause import Clause, Context, Modality, Subject, Tense
from bot.hear.elsewhere import told_of_nobody
from bot.hear.filling import filled
from bot.hear.inventory import ASKED
from bot.hear.listened import Candidate, Listened
from bot.hear.owing import is_surely_owed
from bot.hear.piece import clauses_at
from bot.hear.role import Role
from bot.hear.rules.attending import LIKELY
from bot.hear.rules.going import is_all_of
from bot.hear.rules.noted_ends import is_a_no
from bot.hear.rules.noted_times import is_plain as is_plain_time
from bot.hear.rules.overdue import names_their_day
from bot.hear.rules.their_calendar import they_meet
from bot.hear.valuing import Borne, as_chosen, as_valued
from bot.hear.voices import is_anothers, may_add
from storage.changing import changed

FEELINGS = frozenset(row.name for row in inventory.FEELINGS)
SEVERAL_ACTS = 2
SHORTEST_PLACE = 5
"""Words of a sentence that does nothing but tell where somebody lives."""
SHORT = 3
"""Words of a "sent it" that leaves no doubt."""
UNREAL = frozenset(
    {Modality.ASKED, Modality.HOPED, Modality.FEARED, Modality.CONDITIONAL, Modality.OTHERS, Modality.QUOTED}
)
"""What is told so is no fact, however sure a listener is."""


def weighed(borne: Sequence[Borne], context: Context) -> list[Borne]:
    """What is borne by a message, when a listener has heard it too."""
    listened = context.scene.listened
    borne = [one for one in borne if not _is_anothers(one, context)]
    if listened is None or listened.text != context.text or _has_heard_another(listened, borne):
        return borne
    if listened.by in HEARS_BESIDE and max(listened.scores.values(), default=0.0) < AT_LOSS:
        return borne
    bars = bars_of(listened.by)
    kept = [one for one in borne if _is_sure(one, context) or _is_believed(one, listened, bars, context)]
    kept = [one for one in kept if not _is_one_of_several(one, listened, bars)]
    added = list(_beside(kept, listened, bars, context))
    if listened.by in HEARS_BESIDE:
        kept = as_chosen(kept, listened)
        return [*kept, *added] or [one for one in borne if first_reading(one[1]).name not in FACTS_TO_ASK]
    return [*(as_valued(one, listened, context) for one in kept), *added]


FACTS_TO_ASK = frozenset(
    "interview interview_moved invited window window_moved nothing_heard sent offer rejected".split()  # noqa: SIM905
)
"""Facts that a few words on a button tell apart: where a doubt leaves nothing else they are asked, all others kept."""
AT_LOSS = 0.3
"""A listener that believes in nothing at all does not understand the message, and doubts nothing in it."""
HEARS_BESIDE = frozenset({By.HEADS})
"""Listeners that add to the rules and doubt them, and whose values stand behind those that the rules have read."""


def _is_believed(one: Borne, listened: Listened, bars: dict[str, Bar], context: Context) -> bool:
    act = first_reading(one[1])
    if (act.name in PLAINLY and act.sure >= LIKELY) or (act.name in WINDOWS and they_meet(one[0])):
        return True
    named = names_their_day(act, one[0], context) or is_plain_time(act, one[0], context)
    if named or (act.name == "sent" and one[0].says("was_thanks")):
        return True
    if (act.name == "rejected" and (one[0].says("got_the_no") or is_a_no(one[0], context))) or (
        act.has("role") and one[0].says("role_is")
    ):
        return True  # "got the rejection by phone", "the job is program coordinator" can mean nothing else
    if act.name == "offer" and act.has("about") and one[0].subject is Subject.I:
        return True  # "I have an offer from Globex"
    if act.name == "interview" and any(name.role in NEW and not name.known for name in one[0].names):
        return True  # somebody new, whose name it did not doubt
    if act.name == "sent" and act.has("channel") and act.has("day") and one[0].tense is Tense.PAST:
        return True
    if act.name == "place" and one[0].subject is Subject.I and len(one[0].words) <= SHORTEST_PLACE:
        return True  # "I'm in Manchester."
    if act.name == "place" and one[0].says("clock_here"):
        return True  # "It's 12:10 here, New York": a clock that somebody reads off
    if act.name == "felt" and is_all_of(one[0], str(act.get("mood")), context):
        return True
    if act.name == "agency" and any(name.role is Role.AGENCY and name.known for name in one[0].names):
        return True
    if act.name == "invited" and act.has("start") and act.get("about") is not None:
        return True  # a day with its hour, of one that is known: who doubts it loses the talk
    if act.name in DECIDED and _is_told_beside_a_wish(one[0], context):
        return True  # "took Ashdown. tell me how to let Siobhan down": the scores are those of the whole message
    kin = KIN.get(act.name, (act.name,))
    return act.name not in listened.scores or max(map(listened.score, kin)) >= bars[act.name].drop


NEW = frozenset({Role.EMPLOYER, Role.HOUSE})
DECIDED = frozenset({"accepted", "declined", "withdrew"})
"""What the Person has decided; whoever tells it often asks in the same breath what to write."""


def _is_told_beside_a_wish(clause: Clause, context: Context) -> bool:
    """Whether a known employer is named in a sentence of its own, and another sentence asks the coach for something."""
    known = any(name.role is Role.EMPLOYER and name.known for name in clause.names)
    beside = (one for one in context.clauses if one.sentence != clause.sentence)
    return known and clause.modality is Modality.FACT and any(one.modality in ASKED for one in beside)


KIN = {
    "window": ("window", "window_moved", "they_promised"),
    "interview": ("interview", "interview_moved", "invited"),
    "invited": ("interview", "interview_moved", "invited"),
    "sent": ("sent", "kept"),
    "nothing_heard": ("nothing_heard", "window"),
    "rejected": ("rejected", "interview_called_off", "position_gone", "feedback"),
    "position_gone": ("position_gone", "rejected", "withdrew"),
}
"""Acts that a listener may have taken for each other: a new day is as much a day by which they answer."""


def _is_sure(one: Borne, context: Context) -> bool:
    """ "Sent it", right under a draft, and what is known to be owed."""
    clause, act = one
    if not isinstance(act, Act):
        return False
    is_draft = act.name == "sent" and not act.slots and context.scene.draft_shown is not None
    return is_surely_owed(act, clause, context) or (is_draft and len(clause.words) <= SHORT)


WINDOWS = frozenset({"window", "window_moved"})
PLAINLY = frozenset({"met"})
"""Acts that the rules doubt themselves where somebody is only named in passing; those told of a talk stand."""


def _has_heard_another(listened: Listened, borne: Iterable[Borne]) -> bool:
    """Whether a model lists none of several things that the rules have heard, or nothing at all where they have heard
    one: a careful one never does (0 of 200). One act beside others the rules may well have heard wrongly.
    """
    told = {act.name for _, act in borne if isinstance(act, Act)} - FEELINGS
    few = SEVERAL_ACTS if listened.candidates else 1
    return listened.by is By.MODEL and len(told) >= few and not any(map(listened.score, told))


def _is_anothers(one: Borne, context: Context) -> bool:
    clause, act = one
    return isinstance(act, Act) and is_anothers(act, clause, context)


def _is_one_of_several(one: Borne, listened: Listened, bars: dict[str, Bar]) -> bool:
    """Whether the rules heard one of nobody where the listener is sure of several, each of another employer."""
    act = one[1]
    if isinstance(act, Doubt) or act.has("about"):
        return False
    sure = [c.about.casefold() for c in listened.candidates if c.name == act.name and c.sure >= bars[c.name].keep]
    return len(set(sure)) > 1 and all(sure)


def _beside(kept: Iterable[Borne], listened: Listened, bars: dict[str, Bar], context: Context) -> Iterator[Borne]:
    """What only the listener has heard, and is sure of."""
    heard: dict[str, list[Clause]] = {}
    for clause, act in kept:
        heard.setdefault(first_reading(act).name, []).append(clause)
    for candidate in listened.candidates:
        is_settled = candidate.sure < bars[candidate.name].keep or _is_heard(candidate, heard)
        if is_settled or _is_part_of_a_wait(candidate, heard.get("window", [])) or not may_add(candidate, context):
            continue
        told = filled(candidate, context)
        if told is None or not may_be_told(told, candidate, context):
            continue
        clause, act = told
        if listened.by in HEARS_BESIDE and not may_stand_alone(act, clause, context):
            continue
        yield clause, changed(act, by=listened.by)


def _is_heard(candidate: Candidate, heard: dict[str, list[Clause]]) -> bool:
    """Whether the rules have heard it: once a message, or of several in the same words."""
    clauses = heard.get(candidate.name, [])
    is_one_of_several = candidate.name in SEVERAL
    return any(not is_one_of_several or candidate.at.meets(clause.start, clause.end) for clause in clauses)


def _is_part_of_a_wait(candidate: Candidate, waits: Iterable[Clause]) -> bool:
    """Whether news is heard in a few of the words by which they named a time: "by the end of next week"."""
    at = candidate.at
    return candidate.name in NEWS and any(one.start <= at.start and at.end < one.end for one in waits)


NEWS = frozenset(row.name for row in inventory.STANDING) | {"nothing_heard"}


SEVERAL = frozenset({"note", "sent", "heard", "interview", "promised", "they_promised", "kept", "offer", "rejected"})
"""Acts of which a message may hold several."""


def may_be_told(told: tuple[Clause, Act], candidate: Candidate, context: Context) -> bool:
    """Whether the modality of the words lets it be a fact, and it is told of somebody.

    What is only asked of the coach keeps nothing: there it is enough that the question stands in the words.
    """
    clause, act = told
    allowed = KINDS[act.name].modalities
    is_asked = act.name.startswith("ask_") and any(
        one.modality in ASKED & allowed for one in clauses_at(candidate.at, context)
    )
    unreal = clause.modality in UNREAL and clause.modality not in allowed and not is_asked
    return not unreal and (is_asked or not told_of_nobody(act, clause, context))
