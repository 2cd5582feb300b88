"""The people of a talk, told in several clauses: put together, each once, and where they belong."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from bot.hear.act import Act
from bot.hear.rules.attending import PASSING
from bot.hear.slots import NOBODY


def people_where_they_belong(acts: list[Act]) -> list[Act]:
    """Who was there is `met`; who will be there stands `with` the talk."""
    talks = [act for act in acts if act.name == "interview"]
    ahead = {name for act in talks if not act.get("over") for name in act.get("with", ())}
    kept = [act for act in acts if act.name != "met" or not ahead or not set(act.get("names", ())) <= ahead]
    told = {name for act in kept for name in (*act.get("names", ()), act.get("to"))}
    return [one for act in kept for one in (_in_two(act, told) if act in talks and act.get("over") else (act,))]


def _in_two(talk: Act, told: set[str]) -> tuple[Act, ...]:
    """A talk that turned out to be over, and who was there, where no other act tells of them."""
    there = tuple(name for name in talk.get("with", ()) if name not in told)
    plain = talk.without("with")
    whom = {slot: talk.get(slot) for slot in ("about", "house") if talk.has(slot)}
    return (plain, Act("met", {"names": there, **whom}, span=talk.span, by=talk.by)) if there else (plain,)


def one_meeting(acts: list[Act]) -> list[Act]:
    """All who were met in one act; whom one only writes to is none of them."""
    met = [act for act in acts if act.name == "met" and not act.get("contact")]
    if len({act.get("about") for act in met}) != 1 or len(met) < 2:
        return acts
    people = _each_person(pair for act in met for pair in _with_roles(act))
    names, roles = tuple(name for name, _ in people), tuple(role for _, role in people)
    plain = met[0].without("names", "roles")
    joined = plain.with_slots(
        **{slot: some for slot, some in (("names", names), ("roles", roles)) if set(some) - {NOBODY}}
    )
    return [joined if act is met[0] else act for act in acts if act is met[0] or act not in met]


def _with_roles(act: Act) -> list[tuple[str, str]]:
    """Each who was met with what they do."""
    names, roles = act.get("names", ()), act.get("roles", ())
    most = max(len(names), len(roles))
    return list(zip_longest(names, roles if len(roles) in (0, most) else (), fillvalue=NOBODY))


def _each_person(told: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Everybody once: "Ellen" is Ellen Marsh, when both are told."""
    found: list[tuple[str, str]] = []
    for name, role in told:
        at = next((at for at, (one, _) in enumerate(found) if NOBODY not in (one, name) and _is_one(one, name)), None)
        if at is None:
            found.append((name, role))
        else:
            found[at] = (max(found[at][0], name, key=len), role if found[at][1] == NOBODY else found[at][1])
    return found


def _is_one(one: str, other: str) -> bool:
    first, second = set(one.casefold().split()), set(other.casefold().split())
    return first <= second or second <= first


def without_passers_by(acts: list[Act]) -> list[Act]:
    """Without people who are named only because something else is told of them: "Tom hinted that he'd ring"."""
    told = {act.span for act in acts if act.name in OF_A_PERSON}
    return [act for act in acts if act.name != "met" or act.sure > PASSING or act.span not in told]


OF_A_PERSON = frozenset({"ask_draft", "heard", "window", "they_promised", "sent", "channel", "offer", "promised"})
"""Acts whose words may name somebody without telling who was there."""
