"""The bare answer to "who was there?": names, and what each of them does there.

"Anna Kim (CTO), Ben from HR and a developer" are three: two with a name, and one who has none here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.hear.act import Act
from bot.hear.bare_names import names_nobody
from bot.hear.clause import Context
from bot.hear.fold import words_of
from bot.hear.names import shown_name
from bot.hear.role import Role
from bot.hear.slots import NOBODY
from bot.hear.vocabulary import given_names, vocabulary

BETWEEN = re.compile(
    r"\s{0,9}(?:[,;\n&+/、，；،؛]|\b(?:and|und|plus|sowie|then|et|и)\b|(?<=\s)(?:y|및|和|与|و)(?=\s))\s*", re.IGNORECASE
)
"""What parts the names of a list, in the marks of several scripts."""
BEHIND_A_NAME = re.compile(
    r",\s{0,9}(?:(?P<younger>[JS]r|I{2,3}|IV)|ph\.?\s?d|mba|md|msc|bsc|dr|esq|cpa|dipl\W{1,2}\w{2,12})\b\.?",
    re.IGNORECASE,
)
"""What stands behind a comma and is nobody: "John Smith, Jr.", "Tom Klein, MBA"."""
PARTICLES = frozenset("van von de der den del della di da du la le zu zum ten ter al el bin ibn op".split())  # noqa: SIM905
BESIDE = re.compile(r"\((?P<inside>[^()]*)\)")
BELONGS = re.compile(
    r"\s{1,9}(?:from|of|von|aus|vom|in)\s+(?:the\s+|der\s+|dem\s+)?"
    r"|\s{1,9}(?:who is|who's|who was|is|was|as|als|ist|war|die|der)\s+"
    r"(?:(?:the|our|their|a|an|die|der|das|ein|eine)\s+)?"
    r"|\s{1,9}(?:-|–)\s+|\s{0,9}:\s*|\s{1,9}(?=(?:the|their|our)\s)",
    re.IGNORECASE,
)
"""What stands between a name and what somebody is."""
ARTICLES = frozenset("the a an their our my one two three four some der die das ein eine einen zwei drei vier".split())  # noqa: SIM905
OF_ONE = frozenset("the a an their our der die das ein eine".split())  # noqa: SIM905
MOST_OF_A_NAME, MOST_OF_A_ROLE = 4, 6


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who was there."""

    name: str = ""
    role: str = ""


def people(context: Context, text: str) -> Act | None:
    """Everybody who is told, when the text is nothing else."""
    named = any(name.role is Role.PERSON for one in context.clauses for name in one.names)
    if names_nobody(context) and not named:
        return None
    parts = list(_parts(BEHIND_A_NAME.sub(_kept_with_name, text)))
    found = [_person(part, context) for _, part in parts]
    told = [one for one in found if one is not None]
    if not told or len(told) < len(found):
        return None
    marks = [mark for mark, _ in parts]
    return _met(_apposed(told, marks), context)


def _kept_with_name(found: re.Match[str]) -> str:
    """The younger of two of one name is still called so; a degree is no part of a name."""
    return f" {found['younger']}" if found["younger"] else ""


def _met(told: Sequence[Person], context: Context) -> Act:
    names, roles = tuple(one.name for one in told), tuple(one.role for one in told)
    clause = context.clauses[0]
    if not any(roles):
        return clause.act("met", names=names)
    if not any(names):
        return clause.act("met", roles=roles)
    return clause.act("met", names=tuple(name or NOBODY for name in names), roles=tuple(one or NOBODY for one in roles))


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The pieces of a list, each with the mark before it; what stands in brackets is not cut."""
    start, mark = 0, ""
    for match in BETWEEN.finditer(text):
        if text.count("(", 0, match.start()) > text.count(")", 0, match.start()):
            continue
        if text[start : match.start()].strip(" ."):
            yield mark, text[start : match.start()].strip()
            mark = ""
        said = match.group().strip()
        start, mark = match.end(), said if said.isalpha() else mark or said
    if text[start:].strip(" .!"):
        yield mark, text[start:].strip(" .!")


def _apposed(told: Sequence[Person], marks: Sequence[str]) -> list[Person]:
    """ "Anna, the CTO, and Ben": a role behind a comma is that of the name before it, unless names stand in a row."""
    in_a_row = any(
        marks[at] == "," and told[at].name and told[at - 1].name and not told[at - 1].role for at in range(1, len(told))
    )
    found: list[Person] = []
    for mark, one in zip(marks, told, strict=True):
        before = found[-1] if found else Person()
        single = one.role.casefold().split()[:1]
        if mark == "," and not one.name and before.name and not before.role and not in_a_row and _is_one(single):
            found[-1] = replace(before, role=_without_article(one.role))
        else:
            found.append(one)
    return found


def _is_one(first: list[str]) -> bool:
    return bool(first) and (first[0] in OF_ONE or first[0] not in ARTICLES)


def _person(part: str, context: Context) -> Person | None:
    """A name with or without what somebody is, or only that."""
    beside = BESIDE.search(part)
    if beside is not None:
        name = _name(BESIDE.sub(" ", part), context)
        return Person(name, _without_article(beside["inside"].strip())) if name else None
    part = _plain(part, context)
    for match in BELONGS.finditer(part):
        if _is_inside_a_name(part, match, context):
            continue
        name, role = _name(part[: match.start()], context), part[match.end() :].strip()
        if name and role and len(role.split()) <= MOST_OF_A_ROLE:
            return Person(name, _without_article(role))
    titled = _title_and_name(part, context)
    if titled is not None:
        return titled
    if _is_role(part, context):
        return Person(role=part)
    name = _name(part, context)
    return Person(name) if name else None


def _is_inside_a_name(part: str, joint: re.Match[str], context: Context) -> bool:
    """Whether what seems to join a name and an office is a part of the name: "van der Berg", "Ludwig von Thun"."""
    before, behind = part[: joint.start()].split(), part[joint.end() :].split()
    if before and before[-1].casefold() in PARTICLES:
        return True
    is_von = joint.group().split()[:1] == ["von"] and bool(behind)
    return is_von and behind[0][:1].isupper() and not behind[0].isupper() and not _is_title(behind[0], context)


def _plain(part: str, context: Context) -> str:
    """Without what stands around an answer: "just the recruiter", "I met Anna"."""
    around = vocabulary(context.language)["around_a_name"].alone - ARTICLES
    words = part.split()
    while len(words) > 1 and _low(words[0]) in around - PARTICLES and not words[0].isupper():
        words = words[1:]
    while len(words) > 1 and _low(words[-1]) in vocabulary(context.language)["behind_a_name"].alone:
        words = words[:-1]
    return " ".join(words)


def _title_and_name(part: str, context: Context) -> Person | None:
    """ "The CTO Anna Kim", "recruiter Bev"."""
    words = part.split()
    at = 1 if _low(words[0]) in ARTICLES else 0
    end = at
    while end < len(words) - 1 and _is_title(words[end], context):
        end += 1
    name = _name(" ".join(words[end:]), context) if end > at else None
    return Person(name, " ".join(words[at:end])) if name and words[end][:1].isupper() else None


def _is_role(part: str, context: Context) -> bool:
    """ "The recruiter", "two developers", "HR", "someone from design": somebody without a name."""
    words = part.split()
    if len(words) > MOST_OF_A_ROLE or any(word.casefold() in part.casefold().split() for word in _surnames(context)):
        return False
    if _low(words[0]) in ARTICLES:
        return len(words) > 1
    somebody = vocabulary(context.language)["somebody"].alone
    return _low(words[0]) in somebody or all(_is_title(word, context) or _low(word) in JOINTS for word in words)


JOINTS = frozenset("of for in and für von der die the".split())  # noqa: SIM905


def _surnames(context: Context) -> Iterator[str]:
    return (name.text.split()[-1] for one in context.clauses for name in one.names if name.role is Role.PERSON)


def _is_title(word: str, context: Context) -> bool:
    meant = vocabulary(context.language)
    english = vocabulary("en")
    keys = ("title_word", "job_word", "job_part")
    low = _low(word)
    return any(one[key].holds(low) or one[key].holds(low.removesuffix("s")) for one in (meant, english) for key in keys)


def _name(text: str, context: Context) -> str | None:
    """A text that can be somebody's name, with capitals."""
    words = text.split()
    if not 0 < len(words) <= MOST_OF_A_NAME or any(char.isdigit() for char in text) or _low(words[0]) in ARTICLES:
        return None
    lows = [low for word in words if (low := _low(word)) not in PARTICLES]
    meant = vocabulary(context.language)
    given = frozenset().union(*given_names().values())
    fits = given | meant["titles"].alone
    if not lows or any(
        low in meant["verb"].alone or (low in meant["common"].alone and low not in fits) for low in lows
    ):
        return None
    return shown_name(text.strip(" ."))


def _low(word: str) -> str:
    found = words_of(word.strip(".,"))
    return found[0].text if found else word.casefold()


def _without_article(role: str) -> str:
    first, _, rest = role.partition(" ")
    return rest if rest and first.casefold() in OF_ONE else role
