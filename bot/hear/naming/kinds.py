"""Kinds of houses: whether a word is one, and what a house is called that has no name: "the bank", "die Kita"."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.hear.vocabulary import LANGUAGES, vocabulary
from bot.hear.vocabulary.letters import plain_letters

ANY_HOUSE = frozenset(
    {
        *("company", "firm", "agency", "place", "team", "office", "branch", "site", "business", "group", "org"),
        *("house", "organisation", "organization", "corporation", "outfit", "chain", "home", "form", "care"),
        *("works", "lab", "firma", "agentur", "unternehmen", "betrieb", "büro", "buro", "buero", "konzern"),
        *("gruppe", "partner"),
    }
)
"""So any employer may be called: it says nothing of which one."""
NO_STAND_IN = ANY_HOUSE | {
    *("startup", "start", "up", "government", "police", "authority", "primary", "borough", "holding", "taxi"),
    *("kuechen", "trust", "foundation"),
}
"""What is no more than that, or goes without an article."""
_HE = re.compile(
    r"(?:\w{0,30}(?:garten|verein|verlag|hof|markt|laden|hort|träger|händler|handel|konzern|betrieb|arzt|juwelier|bau"
    r"|dienst|salon|club|hersteller|logistiker|discounter|caterer))",
    re.IGNORECASE,
)
_IT = re.compile(
    r"(?:\w{0,30}(?:amt|haus|hotel|restaurant|café|cafe|büro|museum|theater|kino|ministerium|notariat|heim|zentrum"
    r"|gymnasium|werk|center|labor|institut|studio|gericht|archiv|spital|krematorium|klinikum|geschäft|hospiz|lager|rathaus))",
    re.IGNORECASE,
)
_ARTICLES = {"en": ("the",), "de": ("die", "der", "das")}
_ALL_ARTICLES = frozenset(article for articles in _ARTICLES.values() for article in articles)
MOST_WORDS = 4


@lru_cache(maxsize=8192)
def is_kind(word: str) -> bool:
    """Whether a word tells what house it is."""
    tables = [vocabulary(language) for language in LANGUAGES]
    return any(table[key].holds(word) for table in tables for key in ("kind", "place_tail"))


def called(house: str, language: str) -> str:
    """How a house is called that has no name yet, by its kind: "the bank", "die Kita", "der Kindergarten"."""
    if language != "de":
        return f"the {house}"
    head = house.rsplit(maxsplit=1)[-1]
    article = "der" if _HE.fullmatch(head) else "das" if _IT.fullmatch(head) else "die"
    return f"{article} {house[:1].upper()}{house[1:]}"


def is_stand_in(name: str) -> bool:
    """Whether an employer is only called by its kind: a name of its own begins with a capital, or with no article."""
    first, _, rest = name.partition(" ")
    return first in _ALL_ARTICLES and 0 < len(rest.split()) <= MOST_WORDS and is_kind(plain_letters(rest.split()[-1]))


def words_of_kind(house: str | None) -> tuple[str, ...]:
    """The words of a kind of house as they are compared."""
    return tuple(plain_letters(house or "").split())


def same_kind(one: str | None, other: str | None) -> bool:
    """Whether two kinds are one house's: "surgery" and "GP surgery", "Praxis" and "Zahnarztpraxis"."""
    first, second = words_of_kind(one), words_of_kind(other)
    if not first or not second:
        return False
    short, long = sorted((first[-1], second[-1]), key=len)
    if short != long and not (_is_german(short) and long.endswith(short) and len(long) - len(short) >= COMPOUNDED):
        return False
    return len(first) == 1 or len(second) == 1 or first == second


COMPOUNDED = 3
"""Letters before it, at least, in a German compound: "Sozialamt"."""


def ends_so(one: str, word: str) -> bool:
    """Whether a word of a name is a German compound that ends with a kind: "Sozialamt" is an "Amt"."""
    return one.endswith(word) and len(one) - len(word) >= COMPOUNDED and _is_german(word)


def _is_german(word: str) -> bool:
    return vocabulary("de")["kind"].holds(word)
