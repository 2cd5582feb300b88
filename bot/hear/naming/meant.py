"""A known employer that is meant by a word of its name: "the council", "beim Amt", "the council one"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.hear.clause import Modality
from bot.hear.naming.known import Known
from bot.hear.naming.row import Row
from bot.hear.role import Role
from bot.hear.vocabulary import LANGUAGES, vocabulary

ARTICLES = frozenset(
    {
        *("the", "that", "this"),
        *("der", "die", "das", "dem", "den", "des", "beim", "zum", "zur", "vom", "im", "am"),
    }
)
"""Before a kind of house: which one is known. German joins it with small words: "beim Amt"."""
ANY_HOUSE = frozenset(
    {
        *(
            "company",
            "firm",
            "agency",
            "place",
            "team",
            "office",
            "branch",
            "site",
            "business",
            "group",
            "org",
            "house",
        ),
        *("organisation", "organization", "corporation", "outfit", "chain", "home", "form", "care", "works", "lab"),
        *("firma", "agentur", "unternehmen", "betrieb", "büro", "buro", "buero", "konzern", "gruppe", "partner"),
    }
)
"""So any employer may be called: it says nothing of which one."""
ONES = frozenset({"one", "ones", "job", "interview", "people", "role", "panel", "lot"})
SAYS_MORE = frozenset({"of", "in", "called", "named", "that", "where", "namens", "von", "für", "fur", "near"})
"""Behind it, which one it is is told with other words: "the council in Leeds"."""
SHORTEST = 4
"""Letters of a word of the name that is no kind of house: "the manchester one"."""
COMPOUNDED = 3
"""Letters before it, at least, in a German compound: "Sozialamt"."""


def find_by_kind(row: Row, names: Iterable[Known]) -> None:
    """Put down the only known employer whose name holds the word, once the names that are told whole are found."""
    ours = [name for name in names if name.role is Role.EMPLOYER]
    for at in range(1, len(row)):
        if row.free(at) and _is_called_so(row, at):
            meant = [name for name in ours if _holds(name, row.bare[at])]
            if len(meant) == 1:
                row.take(Role.EMPLOYER, at, at + 1, meant[0].text, known=meant[0].of_scene)


def _is_called_so(row: Row, at: int) -> bool:
    """Whether a word stands as that by which one calls a house: an article before it, no more of a name behind it."""
    low, before = row.bare[at], row.words[at - 1].low
    asked = row.clause.modality is Modality.ASKED and before in ("a", "einer", "einem")  # "should I thank a council?"
    if not (asked or before in ARTICLES) or row.words[at].mark or low in ANY_HOUSE or _goes_on(row, at + 1):
        return False
    one = row.free(at + 1) and row.words[at + 1].low in ONES and not row.words[at + 1].mark
    return _is_kind(low) or (one and len(low) >= SHORTEST and not row.is_common(at))


def _goes_on(row: Row, behind: int) -> bool:
    """Whether what follows tells more of the name: "the Bank Holding", "the council in Leeds"."""
    if behind >= len(row) or row.words[behind].mark:
        return False
    name = row.clause.language == "en" and row.words[behind].is_capital and not row.is_shouted
    return (name and row.words[behind].low != "i" and not row.is_common(behind)) or row.words[behind].low in SAYS_MORE


def _is_kind(word: str) -> bool:
    tables = [vocabulary(language) for language in LANGUAGES]
    return any(table[key].holds(word) for table in tables for key in ("kind", "place_tail"))


def _holds(name: Known, word: str) -> bool:
    """Whether a name has that word; in German also as the end of one: "Sozialamt" is an "Amt"."""
    return any(word == one or _ends_so(one, word) for one in _all_words(name))


def _all_words(name: Known) -> Sequence[str]:
    return name.forms[0] if name.forms else ()


def _ends_so(one: str, word: str) -> bool:
    return vocabulary("de")["kind"].holds(word) and one.endswith(word) and len(one) - len(word) >= COMPOUNDED
