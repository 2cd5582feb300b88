"""A house that is told of by its kind alone: "at the bank", "in einer Kanzlei", "the GP surgery one".

No name is told, so nothing is put down as one; what is put down is the kind, by which the Person means an employer.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.hear.clause import Name
from bot.hear.naming.kinds import NO_STAND_IN, is_kind
from bot.hear.naming.meant import ARTICLES
from bot.hear.naming.row import Row
from bot.hear.role import Role
from bot.hear.vocabulary.letters import plain_letters

ANY_ARTICLE = ARTICLES | {"a", "an", "my", "one", "ein", "eine", "einer", "einem", "einen", "ner", "nem", "ne"}
BARE = frozenset({"at", "bei", "with"})
"""Before a kind without an article, in haste: "interview at bank tomorrow"."""
ADJECTIVES = frozenset({"big", "small", "little", "local", "new", "nice", "posh", "tiny", "huge", "same"})
GERMAN_ENDINGS = ("e", "en", "er", "es", "em")
MOST_MORE = 2
"""Words before a kind that tell more of it, at most: "the old people's home"."""
NAMED = frozenset({"of"})
"""Behind it a name goes on: "the Bank of Ireland"."""


def find_stand_ins(row: Row) -> None:
    """Put down the kinds of houses that stand for an employer."""
    if row.keys.isdisjoint(("kind", "place_tail")) and not any(map(is_kind, row.bare)):
        return
    for first, last in _kinds(row):
        start = _with_more(row, first)
        if not (_is_told_so(row, start) or _opens(row, start, last)) or (last < len(row) and _names_it(row, last)):
            continue
        text = row.text(start, last)
        row.taken.update(range(start, last))
        row.names.append(Name(Role.HOUSE, _shown(text, row), row.words[start].start, row.words[last - 1].end))


def is_kind_alone(row: Row, start: int, end: int) -> bool:
    """Whether words that might be a name are nothing but a kind, typed in small letters: "garden centre"."""
    if any(row.words[at].is_capital for at in range(start, end)) and row.clause.language == "en":
        return False
    while end - start > 1 and _is_adjective(row, start):
        start += 1
    said = row.clause.language == "de" and end - start == 1 and is_kind(row.bare[start])
    return (start, end) in _said(row) or said


def _kinds(row: Row) -> Iterator[tuple[int, int]]:
    """The words that tell a kind, from and to: "bank", "garden centre"."""
    long = [place for place in _said(row) if place[1] - place[0] > 1 and _is_free(row, *place)]
    yield from long
    inside = {at for first, last in long for at in range(first, last)}
    for at, word in enumerate(row.bare):
        if at not in inside and row.free(at) and word not in NO_STAND_IN and is_kind(word):
            yield at, at + 1


def _said(row: Row) -> Iterator[tuple[int, int]]:
    starts = {word.start: at for at, word in enumerate(row.words)}
    ends = {word.end: at + 1 for at, word in enumerate(row.words)}
    for said in (row.clause.said, row.clause.said_also):
        for first, last in said.of("kind") if "kind" in said.keys else ():
            begins, stops = row.clause.words[first].start, row.clause.words[last - 1].end
            if begins in starts and stops in ends:
                yield starts[begins], ends[stops]


def _is_free(row: Row, first: int, last: int) -> bool:
    return all(row.free(at) for at in range(first, last))


def _with_more(row: Row, first: int) -> int:
    """Where the words begin that tell more of a kind: "GP surgery", "airport hotel"."""
    start = first
    while start > 0 and first - start < MOST_MORE and row.free(start - 1) and not row.words[start].mark:
        before = row.words[start - 1]
        tells = row.is_a(start - 1, "tail_front") or before.text.isupper() or not row.is_common(start - 1)
        if not tells or before.low in ANY_ARTICLE | BARE | ADJECTIVES or row.is_a(start - 1, "at", "verb", "time_word"):
            break
        if row.clause.language == "de" and _is_adjective(row, start - 1):
            break
        start -= 1
    return start


def _is_told_so(row: Row, start: int) -> bool:
    """Whether an article stands before it, or an "at"; adjectives may stand between."""
    at = start - 1
    if at >= 0 and row.words[start].mark:
        return False
    if at >= 0 and row.words[at].low in BARE:
        return True
    while at > 0 and row.words[at].low not in ANY_ARTICLE and _is_adjective(row, at):
        at -= 1
    if at < 0 or row.words[at].low not in ANY_ARTICLE:
        return False
    return row.words[at].low in ARTICLES or not row.is_a(at - 1, "contact_to")  # "I called a garage"


def _opens(row: Row, start: int, last: int) -> bool:
    """Whether it opens what is told of it, in haste: "garden centre today", "Kita war gut"."""
    if last >= len(row) or row.words[last].mark or not all(row.is_a(at, "before_subject") for at in range(start)):
        return False
    return row.is_a(last, "being", "day_word") or row.words[last].low in (
        "went",
        "today",
        "done",
        "lief",
        "heute",
        "interview",
    )


def _is_adjective(row: Row, at: int) -> bool:
    word = row.words[at]
    german = row.clause.language == "de" and word.low.endswith(GERMAN_ENDINGS) and not word.is_capital
    return not word.mark and (word.low in ADJECTIVES or german)


def _names_it(row: Row, behind: int) -> bool:
    """Whether a name follows that is not found yet: "the Bank of Ireland", "the bank Hellweg"."""
    word = row.words[behind]
    if word.mark or not row.free(behind):
        return False
    return word.low in NAMED or (row.clause.language == "de" and word.is_capital and not row.is_common(behind))


def _shown(text: str, row: Row) -> str:
    """A kind as people write it: in German with a capital, in English as typed."""
    if row.clause.language == "de" or any(char.isupper() for char in plain_letters(text)):
        return text[:1].upper() + text[1:]
    return text.lower() if text.istitle() else text
