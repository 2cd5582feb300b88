"""Where the name of an employer ends: the words in capitals, or unknown ones in lower case, that belong to it."""

from __future__ import annotations

import re

from bot.hear.clauses import is_participle
from bot.hear.naming.ordinary import is_ordinary
from bot.hear.naming.row import Row

MOST_WORDS = 5
MOST_LOWER = 3
_FIGURES = re.compile(r"\d+(?:&\d+)?")
NO_NAME = {"en": ("ly", "ing", "ed"), "de": ("lich", "ieren", "keit", "ung")}
"""Endings of words that are hardly the name of anything."""


def end_of(row: Row, start: int) -> int:
    """Where the capital words that begin here end; `start` when there is no name."""
    end = start
    while end < len(row) and end - start < MOST_WORDS and row.free(end):
        if row.words[end].mark not in ("", '"', "'") and end > start:
            break
        if not _belongs(row, start, end):
            break
        end += 1
    while end > start and _joint(row, end - 1):
        end -= 1
    end = _without_office(row, start, end)
    if end > start:
        end = _with_tail(row, end)
    return end if _is_name(row, start, end) else start


def _with_tail(row: Row, end: int) -> int:
    """With what kind of place it is, in small letters: "Brambles nursery", "Rhyl sixth form"."""
    last = end
    while last < len(row) and not row.words[last].mark and row.free(last) and row.is_a(last, "place_tail"):
        last += 1
    if last == end and row.is_a(end, "tail_front") and row.is_a(end + 1, "place_tail"):
        marked = row.words[end].mark or row.words[end + 1].mark
        return end if marked or not (row.free(end) and row.free(end + 1)) else end + 2
    return last


def _without_office(row: Row, start: int, end: int) -> int:
    """Without who speaks for it: "Umbrella HR", "Umbrella Recruiting Team"."""
    last = end
    while last - 1 > start and row.is_a(last - 1, "office_of_house"):
        team = row.is_a(last - 1, "team_word")
        last -= 1
        if team and last - 1 > start and row.is_a(last - 1, "agency_word", "kind_of_team"):
            last -= 1
    return last


def _joint(row: Row, at: int) -> bool:
    return row.words[at].text in ("&", "+") or row.is_a(at, "name_joint")


def _belongs(row: Row, start: int, end: int) -> bool:
    word = row.words[end]
    if end == start and _is_meant_as_name(row, end):
        return True
    if end > start and _joint(row, end):
        return _joins(row, end)
    if not word.is_capital:
        return False
    if end > start and row.is_a(end, "tail_front") and row.is_a(end + 1, "place_tail"):
        return True
    if row.is_a(end, "kind", "place_tail", "house_tail", "titles", "agency_word"):
        return True
    if end > start and row.is_a(start, "kind") and row.is_a(end, "house_of_a_word"):
        return True  # "Hotel Post"
    if end == start and row.is_common(end):
        return _opens_name(row, end)
    return not row.is_common(end) or (end > start and word.text[0].isupper() and not _is_stop(row, end))


def _is_meant_as_name(row: Row, at: int) -> bool:
    """Right behind "with" a common word in a capital, or a number before one, is a name: "with Next", "with 1&1"."""
    if at == 0 or row.words[at - 1].text != "with" or row.clause.language == "de" or row.words[at].mark:
        return False
    word = row.words[at]
    if _FIGURES.fullmatch(word.text):
        behind = row.words[at + 1] if row.free(at + 1) else None
        return "&" in word.text or (behind is not None and behind.text[0].isupper() and not behind.mark)
    if not word.text[0].isupper() or word.text.isupper():
        return False
    return not row.is_a(at, "talk", "answer_word", "title_word", "job_word", "office_of_house", "team_word", "language")


def _opens_name(row: Row, at: int) -> bool:
    """A common word that begins a name: Little Acorns, Three Rivers."""
    behind = at + 1
    if not row.free(behind) or row.words[behind].mark or row.clause.language == "de" or at == 0:
        return False
    if row.is_given(behind):
        return False
    return row.words[behind].is_capital and not row.is_common(behind) and not row.is_a(at, "language")


def _is_stop(row: Row, at: int) -> bool:
    """A common word that ends a name though it is written with a capital: German nouns, days, "I"."""
    first = row.words[at].low.partition("'")[0]
    return row.clause.language == "de" or first == "i" or row.is_a(at, "talk", "answer_word", "name_stop")


def _joins(row: Row, at: int) -> bool:
    """Whether a joining word stands inside a name: Hartley & Bloom, Little Acorns of Wexcombe."""
    behind = at + 1
    if not row.free(behind) or row.words[behind].mark or row.words[at].mark:
        return False
    if row.words[at].text in ("&", "+"):
        return True
    if row.is_a(at, "word_and"):
        return row.is_a(behind, "sons")
    if row.is_a(at, "never_joint"):
        return False
    return row.words[behind].is_capital and not row.is_common(behind)


def _is_name(row: Row, start: int, end: int) -> bool:
    """Not only a kind of place ("Bank"), not a single letter."""
    if end <= start:
        return False
    lone = end - start == 1
    return not (lone and (row.is_a(start, "kind", "titles") or len(row.words[start].text) < 2))


def lower_end_of(row: Row, start: int) -> int:
    """Where unknown words in lower case end: "with brightwell dental tomorrow", "bei der stadt kassel"."""
    town = row.clause.language == "de" and row.is_a(start, "kind") and row.free(start + 1)
    if town and not row.words[start + 1].mark and not _is_german_verb(row, start + 1):
        last = lower_end_of(row, start + 1)
        return last if last > start + 1 else start
    end = start
    if row.is_a(start, "of_kind", "name_article"):
        return start
    while end < len(row) and end - start < MOST_LOWER and row.free(end) and not (row.words[end].mark and end > start):
        if not (row.words[end].text == "&" and end > start) and not _may_be_lower(row, start, end):
            break
        end += 1
    compound = end < len(row) and not row.words[end].mark and row.is_a(end, "title_word", "job_word")
    return start if compound else end


def _may_be_lower(row: Row, start: int, at: int) -> bool:
    """Whether an unknown word may be part of a name that is typed without capitals."""
    word = row.words[at]
    if _is_joined(row, start, at):
        return True
    tail = at > start and row.is_a(at, "place_tail")
    person = row.may_be_given(at) and not row.says("was_there")
    if (row.is_common(at) and not tail) or row.is_a(at, "job_word") or person:
        return False
    return not (
        word.low[0].isdigit()
        or word.low.endswith(NO_NAME[row.clause.language])
        or (at > start and _is_german_verb(row, at))
    )


def _is_joined(row: Row, start: int, at: int) -> bool:
    """Whether an ampersand makes a name of it, be it a word besides: "lang & partner"."""
    if at > start:
        return row.words[at - 1].text == "&" and row.is_a(at, "house_tail", "sons")
    joined = row.free(at + 1) and row.words[at + 1].text == "&" and not row.words[at + 1].mark
    return joined and row.is_a(at + 2, "house_tail", "sons")


def _is_german_verb(row: Row, at: int) -> bool:
    """A participle or an infinitive behind the name: "absage von zalando bekommen"."""
    low = row.words[at].low
    if row.words[at - 1].low in OF_TOWNS and not is_ordinary(low):
        return False
    return row.clause.language == "de" and (low.endswith("en") or is_participle(low, "de"))


OF_TOWNS = frozenset(
    {
        *("stadtwerke", "stadtwerken", "stadt", "sparkasse", "stadtsparkasse", "volksbank", "klinikum", "landkreis"),
        *("gemeinde", "amtsgericht", "jobcenter", "stadtverwaltung", "finanzamt", "uni", "universitat", "hochschule"),
        *("krankenhaus", "tierheim", "flughafen", "landratsamt", "bezirksamt", "messe", "zoo", "theater"),
    }
)
"""Houses behind which their town stands: "stadtwerke hagen", whose name looks like a verb."""
