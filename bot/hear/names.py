"""The names in each clause: employers, people, jobs and agencies, and how a name is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.hear.clause import Clause, Name
from bot.hear.naming.agencies import find_agencies
from bot.hear.naming.employers import find_employers
from bot.hear.naming.headings import find_in_heading, house_of_heading, is_heading
from bot.hear.naming.jobs import find_jobs
from bot.hear.naming.kinds import is_stand_in
from bot.hear.naming.known import Known, find_known, known, known_in
from bot.hear.naming.meant import find_by_job, find_by_kind
from bot.hear.naming.others import find_others
from bot.hear.naming.people import find_beside, find_called, find_given, find_titled
from bot.hear.naming.row import Row
from bot.hear.naming.stand_ins import find_stand_ins
from bot.hear.naming.subjects import find_meant
from bot.hear.naming.surnames import find_behind_talk
from bot.hear.role import Role
from bot.hear.scene import Scene
from bot.hear.vocabulary.letters import UMLAUTS
from storage.changing import changed

WRITTEN = (
    *("BMW", "SAP", "IBM", "N26", "DHL", "UPS", "REWE", "EDEKA", "KPMG", "EY", "PwC", "BBC", "ITV", "NHS", "HSBC"),
    *("IKEA", "LEGO", "H&M", "C&A", "dm", "OBI", "ING", "DKB", "ADAC", "AOK", "TUI", "RTL", "ZDF", "ARD", "SBB", "ÖBB"),
    *("UBS", "VW", "MAN", "ABB", "BASF", "eBay", "PayPal", "YouTube", "LinkedIn", "GitHub", "GitLab", "TikTok"),
    *("HelloFresh", "AXA", "BP", "EDF", "EE", "BT", "O2", "GSK", "AWS", "HP", "LG", "UCL", "LSE", "KFC", "TK", "AMD"),
)
AS_WRITTEN = {name.casefold(): name for name in WRITTEN}
SMALL = frozenset(
    {"of", "and", "the", "for", "de", "du", "von", "und", "der", "die", "das", "am", "im", "für", "&", "in"}
)


def named(clauses: Sequence[Clause], scene: Scene) -> tuple[Clause, ...]:
    """The clauses with the names in them. What one clause brings, the others know."""
    told = tuple(known_in(scene))
    corrects = any(clause.says("wrong_employer", "corrects", "contradicts") for clause in clauses)
    heads = {clause.index for clause in clauses if is_heading(clause, clauses)}
    first = [_with_names(clause, told, scene, corrects=corrects, heads=clause.index in heads) for clause in clauses]
    if len(first) == 1:
        return tuple(first)
    brought = tuple(_brought(first, told))
    return tuple(
        _with_names(clause, (*told, *brought), scene, corrects=corrects, heads=clause.index in heads)
        if _may_name(clause, brought)
        else clause
        for clause in first
    )


def _may_name(clause: Clause, brought: Iterable[Known]) -> bool:
    """Whether one of these names may stand in a clause."""
    text = clause.text.casefold().translate(UMLAUTS)
    return any(word in text for name in brought for form in name.forms for word in (form[0], form[-1]))


BROUGHT = frozenset({Role.EMPLOYER, Role.PERSON, Role.AGENCY})
"""What one clause names for the others."""


def _brought(clauses: Iterable[Clause], told: Iterable[Known]) -> Iterable[Known]:
    seen = {name.text.casefold() for name in told}
    for clause in clauses:
        for name in clause.names:
            if name.role in BROUGHT and name.text.casefold() not in seen:
                seen.add(name.text.casefold())
                yield known(name.role, name.text, of_scene=False)


def _with_names(clause: Clause, told: Sequence[Known], scene: Scene, *, corrects: bool, heads: bool) -> Clause:
    row = Row(clause)
    if heads and not _names_known(clause, scene) and house_of_heading(clause) is not None:
        find_jobs(row)  # before the people: "assistant, Sunny Days Nursery"
        find_in_heading(row)
    find_known(row, told)
    find_by_kind(row, told)
    find_called(row)
    find_titled(row)
    find_behind_talk(row)
    find_jobs(row)
    find_given(row)
    find_beside(row)
    find_employers(row)
    find_others(row, scene)
    find_by_job(row, told)
    find_meant(row, corrects=corrects)
    find_agencies(row)
    find_stand_ins(row)
    return changed(clause, names=tuple(sorted(row.names, key=_place)))


def _names_known(clause: Clause, scene: Scene) -> bool:
    """Whether a clause has the first word of a known employer's name."""
    text = clause.text.casefold()
    return any(one.name.casefold().split()[0] in text for one in scene.employers if one.name.strip())


def _place(name: Name) -> int:
    return name.start


def shown_name(text: str) -> str:
    """A name as people write it: "aldi" is Aldi, "bmw" is BMW; what has a capital anywhere stays as typed."""
    if any(char.isupper() for char in text) or is_stand_in(text):
        return text
    words = text.split()
    return " ".join(_shown(word, first=at == 0) for at, word in enumerate(words))


def shown_role(text: str, language: str) -> str:
    """A job as people write it: in German with capitals, "als verkäuferin" is Verkäuferin."""
    if language != "de" or any(char.isupper() for char in text):
        return text
    return " ".join(word if word in SMALL else word[:1].upper() + word[1:] for word in text.split())


def _shown(word: str, *, first: bool) -> str:
    if word in AS_WRITTEN:
        return AS_WRITTEN[word]
    return word if word in SMALL and not first else word[:1].upper() + word[1:]
