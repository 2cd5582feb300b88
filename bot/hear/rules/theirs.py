"""Somebody who does what an employer does: "Sandra from HR rang me", "Dave says next week".

Whoever is named so is one of theirs from then on, by whom the employer is known again; nothing else is told by it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear.act import Act
from bot.hear.clause import Clause, Context, Keyed, Modality, Name, Rule, on
from bot.hear.names import shown_name
from bot.hear.role import Role
from bot.hear.vocabulary import vocabulary

DEEDS = ("contact_verb", "employer_acts", "says_word")
FURTHER = 5
"""Words behind a name at which its deed stands, at most: "Sandra aus der Personalabteilung hat"."""
FROM = frozenset({"from", "in", "at", "aus", "von", "vom"})
OFFICES = frozenset({"hr", "personalabteilung", "recruiting", "personal", "office", "buro", "recruitment"})
NOT_THEIRS = frozenset({"my", "our", "mein", "meine", "meiner", "unser", "unsere"})


def named_there(clause: Clause, context: Context) -> Iterator[Act]:
    """Who is named as one of theirs by what they do."""
    if clause.modality is not Modality.FACT or clause.named(Role.AGENCY) or clause.says("elsewhere_known"):
        return
    found = [name for name in clause.names if name.role is Role.PERSON and not name.known and _is_theirs(clause, name)]
    if found:
        yield clause.act("named_there", names=tuple(shown_name(name.text) for name in found))


def _is_theirs(clause: Clause, name: Name) -> bool:
    meant = vocabulary(clause.language)
    before = [word.text for word in clause.words if word.end <= name.start]
    if before and (before[-1] in NOT_THEIRS or meant["nobodys_name"].holds(before[-1])):
        return False
    if before and before[-1] == "by" and clause.says("invite", "invited_me", "arranged_for_me", "interviewed"):
        return True
    behind = [word.text for word in clause.words if word.start >= name.end][:FURTHER]
    deed = next((at for at, word in enumerate(behind) if any(meant[key].holds(word) for key in DEEDS)), None)
    if deed is None:
        return False
    between = behind[:deed]
    from_office = bool(between) and between[0] in FROM and (not OFFICES.isdisjoint(between) or _is_house(clause, name))
    return from_office or all(meant["before_deed"].holds(word) for word in between)


def _is_house(clause: Clause, person: Name) -> bool:
    """Whether the next name behind somebody is a house: "Lorraine from Harlow rang"."""
    behind = [name for name in clause.names if name.start >= person.end]
    return bool(behind) and behind[0].role in (Role.EMPLOYER, Role.HOUSE)


RULES: tuple[Rule | Keyed, ...] = (on(named_there, *DEEDS, "invite", "invited_me", "arranged_for_me", "interviewed"),)
