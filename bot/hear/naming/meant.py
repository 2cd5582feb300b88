"""A known employer that is meant by a word of its name, by its kind, or by its job: "the council", "beim Amt", "the
forklift one", "die Stelle als Erzieherin"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from bot.hear.clause import Modality, Name
from bot.hear.naming.kinds import ANY_HOUSE, ends_so, is_kind, is_stand_in
from bot.hear.naming.known import Known
from bot.hear.naming.row import Row
from bot.hear.role import Role

ARTICLES = frozenset(
    {
        *("the", "that", "this"),
        *("der", "die", "das", "dem", "den", "des", "beim", "zum", "zur", "vom", "im", "am"),
    }
)
"""Before a kind of house: which one is known. German joins it with small words: "beim Amt"."""
BEHIND_NO_ARTICLE = frozenset({"at", "with", "from", "bei", "von"})
ONES = frozenset({"one", "ones", "job", "interview", "people", "role", "panel", "lot"})
SAYS_MORE = frozenset({"of", "in", "called", "named", "that", "where", "namens", "von", "für", "fur", "near"})
"""Behind it, which one it is is told with other words: "the council in Leeds"."""
REMEMBERED = 8192
"""Pairs of a name and a word of which it is remembered whether one has the other."""
SHORTEST = 4
"""Letters of a word of the name that is no kind of house: "the manchester one"."""


def find_by_kind(row: Row, names: Iterable[Known]) -> None:
    """Put down the only known employer that the word tells, once the names that are told whole are found."""
    ours = [name for name in names if name.role is Role.EMPLOYER]
    told = [(name, _all_words(name), name.house[-1:]) for name in ours]
    for at in range(len(row)) if ours else ():
        word = row.bare[at]
        meant = [name for name, words, kind in told if _holds(words, kind, word)] if row.free(at) else []
        if len(meant) == 1:
            start = _start(row, at, meant[0])
            if _is_called_so(row, start, at) or _is_called_bare(row, start, at):
                row.take(Role.EMPLOYER, start, at + 1, meant[0].text, known=meant[0].of_scene)


def _start(row: Row, at: int, name: Known) -> int:
    """Where the words begin that tell what house it is: "the GP surgery"."""
    while at > 0 and row.free(at - 1) and not row.words[at].mark and row.bare[at - 1] in name.house:
        at -= 1
    return at


def _is_called_so(row: Row, start: int, at: int) -> bool:
    """Whether a word stands as that by which one calls a house: an article before it, no more of a name behind it."""
    low, before = row.bare[at], row.words[start - 1].low if start else ""
    asked = row.clause.modality is Modality.ASKED and before in ("a", "einer", "einem")  # "should I thank a council?"
    if not (asked or before in ARTICLES) or row.words[start].mark or low in ANY_HOUSE or _goes_on(row, at + 1):
        return False
    one = row.free(at + 1) and row.words[at + 1].low in ONES and not row.words[at + 1].mark
    return is_kind(low) or (one and len(low) >= SHORTEST and not row.is_common(at))


def _is_called_bare(row: Row, start: int, at: int) -> bool:
    """Whether it stands for the house without an article: "bank was stiff", "Kita war herzlich", "from bank"."""
    if not is_kind(row.bare[at]) or row.bare[at] in ANY_HOUSE or _goes_on(row, at + 1):
        return False
    opens = all(row.is_a(one, "before_subject") for one in range(start))
    return opens or (row.words[start - 1].low in BEHIND_NO_ARTICLE and not row.words[start].mark)


def _goes_on(row: Row, behind: int) -> bool:
    """Whether what follows tells more of the name: "the Bank Holding", "the council in Leeds"."""
    if behind >= len(row) or row.words[behind].mark:
        return False
    name = row.clause.language == "en" and row.words[behind].is_capital and not row.is_shouted
    return (name and row.words[behind].low != "i" and not row.is_common(behind)) or row.words[behind].low in SAYS_MORE


@lru_cache(maxsize=REMEMBERED)
def _holds(words: tuple[str, ...], kind: tuple[str, ...], word: str) -> bool:
    """Whether a name, or what house it is, has that word; in German also as the end of one: "Sozialamt" is an "Amt".

    Remembered: somebody with hundreds of interviews behind them has hundreds of names.
    """
    if any(word == one or ends_so(one, word) for one in words):
        return True
    return any(word == one or ends_so(one, word) or ends_so(word, one) for one in kind)


def _all_words(name: Known) -> tuple[str, ...]:
    words = tuple(name.forms[0]) if name.forms else ()
    return words[1:] if name.house and is_stand_in(name.text) else words


# By its job

JOBS = frozenset({"one", "ones", "job", "interview", "people", "role", "panel", "lot", "position", "post", "place"})
GERMAN_JOBS = frozenset({"stelle", "job", "position"})
MOST_BETWEEN = 2
"""Other words of the job between one that is known and the "one": "the night packer one"."""


def find_by_job(row: Row, names: Iterable[Known]) -> None:
    """Put down the only known employer whose job is told, where no employer is named."""
    ours = [name for name in names if name.role is Role.EMPLOYER and name.job]
    if not ours or any(name.role is Role.EMPLOYER for name in row.names):
        return
    for at, word in enumerate(row.bare):
        place = _german(row, at) if row.clause.language == "de" else _english(row, at)
        meant = [name for name in ours if _is_job(name, word)] if place is not None else []
        if len(meant) == 1 and place is not None:
            _put(row, *place, meant[0])
            return


def _put(row: Row, start: int, end: int, name: Known) -> None:
    """The employer stands where its job is told; a job that is known is no news."""
    first, last = row.words[start].start, row.words[end - 1].end
    row.names = [one for one in row.names if one.end <= first or one.start >= last]
    row.taken.update(range(start, end))
    row.names.append(Name(Role.EMPLOYER, name.text, first, last, name.of_scene))


def _english(row: Row, at: int) -> tuple[int, int] | None:
    """The forklift one, the night packer job, "forklift people": from the word up to "one"."""
    behind = next(
        (one for one in range(at + 1, min(at + 2 + MOST_BETWEEN, len(row))) if row.words[one].low in JOBS), None
    )
    if behind is None or any(row.words[one].mark for one in range(at + 1, behind + 1)):
        return None
    start = at
    while start > 0 and at - start < MOST_BETWEEN and not row.words[start].mark and _is_of_job(row, start - 1):
        start -= 1
    told = start > 0 and row.words[start - 1].low in ARTICLES
    opens = all(row.is_a(one, "before_subject") for one in range(start))
    return (at, behind) if told or opens else None


def _is_of_job(row: Row, at: int) -> bool:
    """Whether a word may belong to a job: "night packer"."""
    return row.words[at].low not in ARTICLES and (row.is_a(at, "job_part") or not row.is_common(at))


def _german(row: Row, at: int) -> tuple[int, int] | None:
    """Die Stelle als Erzieherin, der Erzieherinnen-Job, "von der Erzieherinnenstelle"."""
    before = [word.low for word in row.words[max(0, at - 2) : at]]
    if any(before == [noun, "als"] for noun in GERMAN_JOBS) and at > 2 and row.words[at - 3].low in ARTICLES:
        return at, at + 1
    noun = at + 1 < len(row) and row.words[at + 1].low in GERMAN_JOBS and not row.words[at + 1].mark
    compound = row.bare[at].endswith("stelle") and row.bare[at] != "stelle"
    told = at > 0 and row.words[at - 1].low in ARTICLES
    return (at, at + 1) if told and (noun or compound) else None


def _is_job(name: Known, word: str) -> bool:
    """Whether the word tells the job; in German also joined with another: "Erzieherinnenstelle"."""
    if word in name.job:
        return True
    stem = word.removesuffix("stelle").rstrip("s").removesuffix("nen")
    return (
        stem != word
        and len(stem) >= SHORTEST
        and any(stem in (one, f"{one}in", one.removesuffix("in")) for one in name.job)
    )
