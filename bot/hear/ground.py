"""Putting the acts of all clauses together: who each is about, one interview an employer, nothing twice.

A clause without a name speaks of the employer that was named last; the first name of a message from a stranger, where
only one is named, holds for all of it. A name of a known person stands for their employer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.hear import when
from bot.hear.act import Act, Doubt
from bot.hear.acts import KINDS, valid
from bot.hear.clause import Clause, Context
from bot.hear.names import shown_name
from bot.hear.role import Role
from bot.hear.talk_known import agree
from bot.hear.talk_pieces import together
from bot.hear.vocabulary import vocabulary
from bot.hear.vocabulary.letters import UMLAUTS

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
    names = _names(context)
    found = []
    for clause, act in borne:
        before = [name for index, name in names.items() if index <= clause.index and name]
        name = names[clause.index] or (before[-1] if before else current)
        if name and not act.has("about") and "about" in KINDS[act.name].slots and _takes(act, name, context):
            act = act.with_slots(about=name)  # noqa: PLW2901
        found.append(_shown(act))
    return found


def _names(context: Context) -> dict[int, str | None]:
    """The employer of each clause; one that says nothing but a name names the clause right before it, too."""
    names = {clause.index: _employer(clause, context) for clause in context.clauses}
    for clause in context.clauses:
        before = context.before(clause)
        alone = bool(clause.employer) and len(clause.words) <= len(str(clause.employer).split()) + 1
        if alone and before is not None and names[before.index] is None and len(before.words) <= FEWEST_TOLD:
            names[before.index] = clause.employer  # "A no. From Acme."
    return names


def _takes(act: Act, name: str, context: Context) -> bool:
    """Whether an act without a name means the employer named beside it."""
    return act.name not in ("forget", "mute") or not act.has("all")


def _shown(act: Act) -> Act:
    about = act.get("about")
    return act.with_slots(about=shown_name(about)) if isinstance(about, str) else act


def _only_name(context: Context) -> str | None:
    """The name that holds for a whole message: the only one that it brings, where nobody is known yet."""
    names = {name for clause in context.clauses for name in clause.named(Role.EMPLOYER)}
    return names.pop() if len(names) == 1 and not context.scene.employers else None


def _employer(clause: Clause, context: Context) -> str | None:
    """The employer that a clause names, also by one of its people."""
    if clause.employer:
        return clause.employer
    for person in clause.people:
        words = person.casefold().translate(UMLAUTS).split()
        first = next((word for word in words if not vocabulary("de")["titles"].holds(word)), words[0])
        for employer in context.scene.employers:
            if len(context.scene.employers) > 1 and any(first in one.casefold().split() for one in employer.people):
                return employer.name
    return None


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
