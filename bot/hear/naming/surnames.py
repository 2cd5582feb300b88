"""People called by what no list of given names has: "van der Berg", "Nguyen Thi Mai", "Tanaka-san", "O'Brien"."""

from __future__ import annotations

import re

from bot.hear.naming.families import is_familys
from bot.hear.naming.ordinary import is_ordinary
from bot.hear.naming.row import Row
from bot.hear.naming.towns import is_town
from bot.hear.role import Role

PARTICLES = frozenset("van von vom zu zum zur der den de del della di da do dos du la le al el ten ter bin ibn".split())  # noqa: SIM905
OPENING = PARTICLES - frozenset("zu zum zur der den do la le vom".split())  # noqa: SIM905
"""Those that begin a name where no title stands before it: "mit der Chefin" names nobody."""
OF_A_HOUSE = frozenset({"von", "vom", "zu", "zum", "zur"})
"""German ones that may only tell where somebody is from: "Anna von der Buchhaltung"."""
MOST_PARTICLES, MOST_WORDS = 2, 3
MIDDLE = frozenset({"thi", "thị"})
"""Behind it stands a given name, whatever else it means: Nguyen Thi Mai."""
HONOURED = re.compile(r"[^\W\d_]{2,30}-(?:san|sama|sensei|kun|chan|ssi|nim)(?:'s)?")
SHAPED = re.compile(r"[dDlLO]'[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?")
"""O'Brien, d'Angelo; "McKinsey" and the like are houses as well."""
NO_PERSON = (*("title_word", "job_word", "job_part", "team_word", "kind", "place_tail"), *("house_tail", "legal_form"))
TALKED = frozenset(
    {
        *(("met",), ("spoke", "to"), ("spoke", "with"), ("talked", "to"), ("talked", "with"), ("interviewed", "by")),
        *(("chatted", "to"), ("chatted", "with"), ("spoken", "to"), ("spoken", "with"), ("gesprochen", "mit")),
        *(("geredet", "mit"), ("gespräch", "mit"), ("gespraech", "mit"), ("traf",)),
    }
)
"""Words behind which somebody stands; those of German may stand apart: "habe mit Nguyen Thi Mai gesprochen"."""
ENDS_TALKED = frozenset(words[-1] for words in TALKED)
APART = frozenset({"gesprochen", "geredet", "getroffen", "gesprach", "sprach", "unterhalten", "telefoniert"})


def past_particles(row: Row, start: int) -> int:
    """Where the surname stands whose particles begin here: "de la Cruz"; `start` itself where none does."""
    end = start
    while (
        end - start < MOST_PARTICLES and row.free(end) and not row.words[end].mark and row.words[end].low in PARTICLES
    ):
        end += 1
    return end if end > start and _may_be_surname(row, end) else start


def _may_be_surname(row: Row, at: int) -> bool:
    if not row.free(at) or row.words[at].mark:
        return False
    word = row.words[at]
    if _is_behind_middle(row, at):
        return True
    return word.is_capital and not word.text.isupper() and not row.is_common(at) and not row.is_a(at, *NO_PERSON)


def _is_behind_middle(row: Row, at: int) -> bool:
    return at > 0 and row.words[at - 1].low in MIDDLE and row.words[at].is_capital


def past_particles_of_titled(row: Row, title: int, start: int) -> int:
    """The same behind a title; "die Frau von Siemens" is a woman from there."""
    is_woman = title > 0 and row.is_a(title - 1, "name_article", "article") and row.words[title].low in ("frau", "herr")
    begins = row.words[start].low if start < len(row) else ""
    return start if is_woman and begins in OF_A_HOUSE else past_particles(row, start)


def past_particles_of_given(row: Row, start: int) -> int:
    """The same behind a given name: "Maria da Silva"; "Anna von Siemens" may be from there in German."""
    begins = row.words[start].low if start < len(row) else ""
    may_be_from = begins in OF_A_HOUSE and row.clause.language == "de"
    return start if may_be_from or begins not in OPENING else past_particles(row, start)


def find_behind_talk(row: Row) -> None:
    """Who was talked to, where the name itself shows that it is one."""
    if row.is_shouted:
        return
    for at in range(len(row)):
        end = _end(row, at)
        if end > at:
            row.take(Role.PERSON, at, end)


def _end(row: Row, at: int) -> int:
    """Where the name ends that begins here; `at` itself where none does."""
    word = row.words[at]
    if at in row.taken:
        return at
    if "-" in word.text and HONOURED.fullmatch(word.text) and word.is_capital:
        return at + 1
    if not (_is_behind_talk(row, at) or _goes_on(row, at)):
        return at
    surname = past_particles(row, at) if word.low in OPENING else at
    if surname > at:
        return _past_capitals(row, surname, 1)
    if SHAPED.fullmatch(word.text) and not _goes_on_as_house(row, at + 1):
        return at + 1
    last = past_family(row, at)
    return last if last - at > 1 and not is_town(row, at, last) else at


def past_family(row: Row, at: int) -> int:
    """Where a name ends that begins with the family's: "Nguyen Thi Mai"; `at` itself where it is none."""
    return _past_capitals(row, at, MOST_WORDS) if at < len(row) and is_familys(row.words[at].text) else at


def begins_small(name: str) -> bool:
    """Whether a name is written with a small letter at its beginning: van der Berg, d'Angelo."""
    return name.split(" ", maxsplit=1)[0] in PARTICLES or SHAPED.match(name) is not None


def _past_capitals(row: Row, start: int, most: int) -> int:
    end = start
    while end < len(row) and end - start < most and (end == start or _may_be_surname(row, end)):
        if end > start and is_ordinary(row.words[end].low) and not (row.is_given(end) or _is_behind_middle(row, end)):
            return start
        end += 1
    return start if _goes_on_as_house(row, end) else end


def _goes_on_as_house(row: Row, at: int) -> bool:
    """Van Cleef Group, O'Brien & Sons, McKinsey Digital: the name of a house."""
    if not row.free(at) or row.words[at].mark:
        return False
    return row.words[at].text in ("&", "+") or row.is_a(at, "place_tail", "house_tail", "legal_form", "kind")


def _is_behind_talk(row: Row, at: int) -> bool:
    last = row.words[at - 1].low if at else ""
    if last not in ENDS_TALKED:
        return False
    apart = row.clause.language == "de" and last == "mit" and any(one.low in APART for one in row.words)
    return apart or (last,) in TALKED or (at > 1 and (row.words[at - 2].low, last) in TALKED)


def _goes_on(row: Row, at: int) -> bool:
    """Whether somebody stands before an "and" here: "met Dana and van der Berg"."""
    joined = at > 1 and row.words[at - 1].low in ("and", "und")
    return joined and any(name.role is Role.PERSON and name.end == row.words[at - 2].end for name in row.names)
