"""Putting the acts of all clauses together: who each is about, one interview an employer, nothing twice.

A clause without a name speaks of the employer that was named last; the first name of a message from a stranger, where
only one is named, holds for all of it. A name of a known person stands for their employer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.hear import when
from bot.hear.act import Act, Doubt
from bot.hear.acts import KINDS, valid
from bot.hear.clause import Clause, Context, Modality
from bot.hear.names import shown_name
from bot.hear.of_whom import Whom, by_kind, of_whom, of_words, with_whom
from bot.hear.role import Role
from bot.hear.scene import Expected
from bot.hear.talk_known import agree
from bot.hear.talk_pieces import together

Borne = tuple[Clause, Act]
APART = frozenset(
    {"note", "met", "promised", "they_promised", "sent", "heard", "applications", "kept", "they_kept", "agency"}
)
"""Acts of which a message may hold several about one employer."""
TAKES_BACK = frozenset({"undo", "cancel", "belongs", "denied"})
"""Acts that take back what was kept before, or leave what was asked."""
PUTS_RIGHT = frozenset({"correct", "no", "yes", "hello"})
"""Acts beside which nothing was told that could be taken back: "wrong company" is about the message before."""


def grounded(borne: Sequence[Borne], context: Context) -> tuple[Act, ...]:
    """The acts of a message, each once, with what the rest of the message tells of them."""
    acts = [act for act in _about(_not_taken_back(borne, context), context) if valid(act) is not None]
    return tuple(_once(valid(act) or act for act in together(acts, context)))


def doubted(doubts: Iterable[Doubt], acts: Sequence[Act]) -> tuple[tuple[Doubt, ...], tuple[Act, ...]]:
    """The doubts with all that the message tells of their acts, and the acts that are not in doubt."""
    found: list[Doubt] = []
    left = list(acts)
    for doubt in doubts:
        first = doubt.readings[0]
        known = next((act for act in left if act.name == first.name and first.span in act.span), None)
        if known is None:
            continue
        left.remove(known)
        readings = tuple(_read_as(known, reading) for reading in doubt.readings)
        sure = known not in readings and all(reading.name == known.name for reading in readings)
        found.append(Doubt(readings, known if sure else None))
    return tuple(found), tuple(left)


def _read_as(act: Act, reading: Act) -> Act:
    """An act with what one reading makes of its time; another act is about the same one."""
    if reading.name != act.name:
        return reading.with_slots(about=act.slots["about"]) if act.has("about") else reading
    return (act.without("day") if reading.has("start") else act).with_slots(**reading.slots)


def _not_taken_back(borne: Sequence[Borne], context: Context) -> list[Borne]:
    """Without what the same breath takes back: "cancelled! no wait, wrong company"."""
    back = [one for one in context.clauses if one.says("taken_back") and not when.told(one, context)]
    last = max((one.index - _goes_on(one) for one in back), default=-1)
    taken = [act for clause, act in borne if clause.index <= last and act.name not in PUTS_RIGHT]
    stays = TAKES_BACK if taken else TAKES_BACK | PUTS_RIGHT
    return [(clause, act) for clause, act in borne if clause.index > last or act.name in stays]


def _goes_on(clause: Clause) -> bool:
    """Whether a clause only begins with it and then tells what is so: "no wait, I did say I'd send it"."""
    place = clause.where("taken_back") or (0, 0)
    return place[0] == 0 and len(clause.words) - place[1] >= FEWEST_TOLD


FEWEST_TOLD = 4
"""Words behind a "no wait" that tell something themselves."""


def _about(borne: Sequence[Borne], context: Context) -> list[Act]:
    """The acts with the employer that each is about."""
    current = _only_name(context)
    told = _told(context)
    found = []
    for clause, act in borne:
        before = [whom for index, whom in told.items() if index < clause.index and whom]
        own = {} if of_whom(clause, context) else told[clause.index]
        own = of_words(clause, act, context, told_before=bool(before)) or own
        whom = own or (before[-1] if before else current)
        if not whom and act.name in OF_A_TALK:
            whom = _told_behind(clause, context, told) or _asked_of(clause, act, context, told)
        if whom and "about" in KINDS[act.name].slots and _takes(act, whom):
            act = with_whom(act, whom)  # noqa: PLW2901
        found.append(_shown(act))
    return found


OF_A_TALK = frozenset({"interview", "felt", "met"})
"""What is told of the talk of whoever the same sentence goes on about: "trial shift done, Dave says tomorrow"."""


NOT_OF_IT = frozenset({Modality.ASKED, Modality.REQUESTED, Modality.CONDITIONAL, Modality.OTHERS})
"""What goes on about something else: "it went well. should I write to Acme?"."""


def _told_behind(clause: Clause, context: Context, told: Mapping[int, Whom]) -> Whom:
    """The only one of whom the same sentence tells further on, as a fact."""
    behind = [
        told[one.index]
        for one in context.clauses
        if one.index > clause.index and one.sentence == clause.sentence and told[one.index]
    ]
    facts = all(one.modality not in NOT_OF_IT for one in context.clauses if told[one.index])
    return behind[0] if behind and facts and all(one == behind[0] for one in behind) else {}


def _asked_of(clause: Clause, act: Act, context: Context, told: Mapping[int, Whom]) -> Whom:
    """Whose talk it was asked how it went, where a message answers that and goes on with another one: "great. and I had
    one at Acme"."""
    asked = context.scene.about if context.scene.expects is Expected.MOOD and act.name == "felt" else None
    goes_on = any(whom for index, whom in told.items() if index > clause.index)
    return {"about": asked} if asked is not None and goes_on else {}


def _told(context: Context) -> dict[int, Whom]:
    """Whom each clause tells of; one that says nothing but a name tells it of the clause right before it, too."""
    told = {clause.index: of_whom(clause, context) for clause in context.clauses}
    for clause in context.clauses:
        before = context.before(clause)
        alone = bool(clause.employer) and _beside_its_names(clause) <= 1
        if alone and before is not None and not told[before.index] and len(before.words) <= FEWEST_TOLD:
            told[before.index] = told[clause.index]  # "A no. From Acme."
    return told


def _beside_its_names(clause: Clause) -> int:
    """How many words a clause has besides the names in it."""
    return sum(not any(name.start <= word.start < name.end for name in clause.names) for word in clause.words)


def _takes(act: Act, whom: Whom) -> bool:
    """Whether an act without a name means the employer that is told beside it."""
    if "house" in whom and act.name == "sector":
        return False  # "it's a university" tells of what kind it is, and nothing of another one
    return act.name not in ("forget", "mute") or not act.has("all")


def _shown(act: Act) -> Act:
    about = act.get("about")
    return act.with_slots(about=shown_name(about)) if isinstance(about, str) else act


def _only_name(context: Context) -> Whom:
    """What holds for a whole message: the only name that it brings, else the only kind, where nobody is known yet."""
    if context.scene.employers:
        return {}
    names = {name for clause in context.clauses for name in clause.named(Role.EMPLOYER)}
    kinds = {name for clause in context.clauses for name in clause.named(Role.HOUSE)}
    if len(names) == 1:
        return {"about": names.pop()}
    return by_kind(kinds.pop(), context.language) if len(kinds) == 1 and not names else {}


def _once(acts: Iterable[Act]) -> list[Act]:
    """Without doubles; of two that say the same, the one that says more."""
    found: list[Act] = []
    for act in acts:
        at = next((at for at, one in enumerate(found) if _says_the_same(one, act)), None)
        if at is None:
            found.append(act)
        elif set(act.slots) > set(found[at].slots) or act.name == "felt":
            found[at] = act
    return found


def _says_the_same(one: Act, other: Act) -> bool:
    if one.name != other.name or not agree(one.get("about"), other.get("about")):
        return False
    if one.name in APART or one.name == "interview":
        return one.slots == other.slots
    return one.name == "felt" or all(agree(one.get(slot), other.get(slot)) for slot in (*one.slots, *other.slots))
