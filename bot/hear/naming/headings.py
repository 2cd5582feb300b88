"""A heading before the talk is told: "Design engineer, JCB in Rocester.", "Pret in Bristol, barista."

No verb and no "at" marks a name there. What marks it is what stands beside it: the work, in a piece of its own, or the
town behind it. A piece that may be work itself, a stage or a contract names nobody: better none than a false one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.hear.clause import Clause, Modality, Subject, Tense
from bot.hear.naming.beside import is_work, put
from bot.hear.naming.jobs import find_jobs
from bot.hear.naming.kinds import is_kind
from bot.hear.naming.ordinary import is_ordinary
from bot.hear.naming.row import Row
from bot.hear.naming.subjects import has_employer
from bot.hear.naming.towns import is_town
from bot.hear.role import Role

MOST_WORDS, MOST_OF_A_NAME, MOST_PIECES = 14, 5, 4
PLACED = frozenset({"in", "near", "bei", "nahe", "next", "off", "von"})
"""Behind a name they lead to where it is, or whose: "Kita Sonnenblume von der AWO"."""
TELLS = ("interview", "interviewed", "talk", "day_word", "last_day", "today", "this_morning", "this_afternoon")
"""What a later sentence says of a talk, or of its day."""
OPENS = frozenset({"the", "st"})
NUMBERED = frozenset({"local"})
"""A figure behind it is part of the name: "IBEW Local 134"."""
WORK_ENDS = {
    "en": ("er", "or", "ist", "ian", "ant", "ing", "ology", "ics", "ment", "tion", "ship", "hand", "crew"),
    "de": ("er", "in", "ung", "kraft", "hilfe", "assistenz", "schaft", "keit", "heit", "schicht", "zeit", "job", "ist"),
}
"""Endings of what one does, or where: a lone word that ends so is hardly a name."""
Piece = tuple[int, int]


def is_heading(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause is the first sentence of a message that tells a talk behind it, and may be only names."""
    later = [one for one in clauses if one.sentence > clause.sentence]
    told = any(one.says(*TELLS) or one.tense is Tense.PAST for one in later)
    if clause.index or len(clauses) - len(later) > 1 or not told:
        return False
    plain = clause.modality is Modality.FACT and clause.subject is not Subject.I and "?" not in clause.text
    return plain and len(clause.words) <= MOST_WORDS


def find_in_heading(row: Row) -> None:
    """Put down the employer of a heading: the one piece that may be a name, where another tells the work."""
    pieces = _pieces(row)
    if row.is_shouted or len(pieces) > MOST_PIECES or _has_verb(row):
        return
    if not has_employer(row):
        _put_house(row, pieces)
    if has_employer(row):
        _put_work(row, pieces)


def house_of_heading(clause: Clause) -> int | None:
    """Where the employer of a heading begins, by what stands beside it alone; None where nothing tells it."""
    row = Row(clause)
    find_jobs(row)
    find_in_heading(row)
    return next((name.start for name in row.names if name.role in (Role.EMPLOYER, Role.AGENCY)), None)


def _put_house(row: Row, pieces: Sequence[Piece]) -> None:
    for start, end in pieces[:2]:
        last = _end_of_name(row, start, end)
        others = [piece for piece in pieces if piece != (start, end)]
        if last > start and (_is_placed(row, last, end) or _tells_work(row, start, last, end, others)):
            _free_of_people(row, start, end)
            put(row, start, last)
            return


def _pieces(row: Row) -> list[Piece]:
    """What stands between marks; brackets and dashes are some."""
    cuts = [0, *(at for at, word in enumerate(row.words) if word.mark and at), len(row)]
    return [piece for piece in pairwise(cuts) if piece[1] > piece[0]]


def _has_verb(row: Row) -> bool:
    """Whether it says something; in a name, a verb has a capital: "Target"."""
    return any(row.is_a(at, "verb") and not row.words[at].is_capital for at in range(len(row)))


def _end_of_name(row: Row, start: int, end: int) -> int:
    """Where the name ends with which a piece begins; `start` where there is none."""
    if not all(row.free(at) or _is_person_beside(row, at) for at in range(start, end)) and not row.free(start):
        return start
    last = start
    while last < end and last - start < MOST_OF_A_NAME and row.free(last) and _goes_on(row, start, last):
        last += 1
    while last > start and row.is_a(last - 1, "name_joint"):
        last -= 1
    rest_fits = last == end or _is_placed(row, last, end) or _is_tail(row, last, end)
    return last if last > start and rest_fits and _is_name(row, start, last) else start


def _is_person_beside(row: Row, at: int) -> bool:
    """A given name inside a piece, which is the town of it: "in Leigh"."""
    return at > 0 and row.words[at - 1].low in PLACED


def _goes_on(row: Row, start: int, at: int) -> bool:
    word = row.words[at]
    if at > start and row.words[at - 1].low in NUMBERED and word.low.isdigit():
        return True
    joined = at > start and (word.text in ("&", "+") or row.is_a(at, "name_joint")) and word.low not in PLACED
    return word.is_capital or (joined and row.free(at + 1) and row.words[at + 1].is_capital)


def _is_placed(row: Row, at: int, end: int) -> bool:
    """Whether the rest of a piece tells where it is: "in Rocester"."""
    skip = at + 1 if at + 1 < end and not row.words[at].is_capital and is_kind(row.bare[at]) else at
    return skip + 1 < end and row.words[skip].low in PLACED


def _is_tail(row: Row, at: int, end: int) -> bool:
    """Whether the rest of a piece tells what house it is, or which work: "warehouse", "apprenticeship"."""
    return all(is_kind(row.bare[one]) or is_work(row, one) for one in range(at, end))


def _tells_work(row: Row, start: int, last: int, end: int, others: Iterable[Piece]) -> bool:
    """Whether another piece, or the rest of its own, tells the work."""
    rest = any(is_work(row, at) for at in range(last, end))
    return rest or any(_is_work_piece(row, *piece, opens=start > 0) for piece in others)


def _is_work_piece(row: Row, start: int, end: int, *, opens: bool) -> bool:
    """Whether a piece tells work: a word of it does, or it is in small letters, behind a name ("stockroom")."""
    if any(at in row.taken and _is_job(row, at) for at in range(start, end)):
        return True
    if any(is_work(row, at) for at in range(start, end)):
        return True
    small = not any(row.words[at].is_capital for at in range(start + opens, end))
    said = any(row.is_a(at, "before_subject", "time_word", "talk", "answer_word") for at in range(start, end))
    if opens:
        return small and not said and row.words[end - 1].low.endswith(WORK_ENDS[row.clause.language])
    return small and not said and row.clause.language == "en" and end - start <= MOST_OF_A_NAME


def _is_job(row: Row, at: int) -> bool:
    word = row.words[at]
    return any(name.role is Role.JOB and name.start <= word.start < name.end for name in row.names)


def _is_name(row: Row, start: int, last: int) -> bool:
    """Whether capitals may be a name: not work, a stage, a day, a town or a person; nor all of it ordinary words."""
    inside = range(start, last)
    if last - start == 1 and row.is_a(start, "house_of_a_word"):
        return True
    stops = ("talk", "answer_word", "time_word", "language", "legal_form")
    if is_town(row, start, last) or row.is_given(start, sure=True) or all(row.is_a(at, *stops) for at in inside):
        return False
    if row.is_a(last - 1, "talk") or is_work(row, last - 1) or is_work(row, start):
        return False
    if last - start == 1:
        return _is_lone_name(row, start)
    own = [at for at in inside if not _is_plain(row, at)]
    housed = is_kind(row.bare[last - 1]) or row.is_a(last - 1, "place_tail", "house_tail")
    begins = row.words[start].low in OPENS or (row.clause.language == "en" and last - start > 2)
    if row.clause.language == "de" and is_kind(row.bare[start]):
        return True  # "Gasthof Adler", "Hotel Post"
    return bool(own) or (housed and (begins or not row.is_a(start, "job_part", "before_subject")))


def _is_plain(row: Row, at: int) -> bool:
    """Whether a word of a name is one that might say something else there."""
    return row.is_common(at) or is_ordinary(row.words[at].low) or row.is_a(at, "job_word", "job_part", "title_word")


def _is_lone_name(row: Row, at: int) -> bool:
    """Whether one word by itself is a name: letters that stand for one, or an unknown word."""
    word = row.words[at]
    if _is_plain(row, at) or is_kind(row.bare[at]) or len(word.text) < 2:
        return False
    return word.text.isupper() or not word.low.endswith(WORK_ENDS[row.clause.language])


def _free_of_people(row: Row, start: int, end: int) -> None:
    """Without the person that a town was taken for: "Tesco Extra in Leigh"."""
    first, last = row.words[start].start, row.words[end - 1].end
    row.names = [one for one in row.names if one.role is not Role.PERSON or not first <= one.start < last]


def _put_work(row: Row, pieces: Iterable[Piece]) -> None:
    """The piece that is nothing but the work, where no job is found: "Night loader"."""
    if any(name.role is Role.JOB for name in row.names):
        return
    for start, end in pieces:
        at, low = end - 1, row.words[end - 1].low
        works = row.is_a(at, "job_word") or (start == 0 and end > 1 and low.endswith(("er", "or", "ist", "in")))
        if works and not row.is_a(at, "heading_work") and all(_may_be_work(row, one) for one in range(start, end)):
            row.take(Role.JOB, start, end)
            return


def _may_be_work(row: Row, at: int) -> bool:
    """Whether a word may stand in the name of a job: "night", but not "with", nor a day or a figure."""
    known = row.is_a(at, "job_word", "job_part") or not row.is_common(at) or is_kind(row.bare[at])
    return row.free(at) and known and not row.is_a(at, "day_word")
